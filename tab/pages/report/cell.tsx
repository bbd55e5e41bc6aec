/** A figure in words; where it is blank the reason is one press away. */
import { InfoLabel, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Cell } from '../../../api/contract/cell.ts'
import { useReportWords } from './words.ts'

const useStyles = makeStyles({ blank: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' } })

type Props = {
  readonly cell: Cell
  /** Of what, for whoever hears the sign alone. */
  readonly about: string
}

export function CellText({ cell, about }: Props): ReactNode {
  const styles = useStyles()
  const said = useReportWords()
  if (cell.kind === 'shown') return cell.label
  return (
    <InfoLabel
      size="small"
      className={styles.blank}
      info={cell.reason}
      infoButton={{ 'aria-label': said.whyBlank(about) }}
    >
      {said.blank}
    </InfoLabel>
  )
}
