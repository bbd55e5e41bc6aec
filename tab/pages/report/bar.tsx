/** A share from zero to everybody. A picture only: words beside it say the same, and a bound claims no number. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Cell } from '../../../api/contract/cell.ts'

const useStyles = makeStyles({
  track: {
    height: '10px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall
  },
  bar: {
    height: '100%',
    minWidth: '2px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground,
    // Paper and forced colors drop backgrounds.
    forcedColorAdjust: 'none',
    printColorAdjust: 'exact'
  }
})

export function Bar({ cell }: { readonly cell: Cell }): ReactNode {
  const styles = useStyles()
  if (cell.kind === 'blank' || !cell.exact || cell.of === 0) return null
  return (
    <div className={styles.track} aria-hidden>
      <div className={styles.bar} style={{ width: `${(100 * cell.count) / cell.of}%` }} />
    </div>
  )
}
