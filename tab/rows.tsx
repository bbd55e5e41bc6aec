/** A table; where it is wider than a phone, each row becomes a short list there, each cell under the name of its column. */
import {
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  makeStyles,
  mergeClasses,
  tokens
} from '@fluentui/react-components'
import type { ReactNode } from 'react'

/** The widest of these tables fits from here on. */
const PHONE = '@media screen and (max-width: 720px)'

const useStyles = makeStyles({
  cell: { height: 'auto', paddingTop: '6px', paddingBottom: '6px', overflowWrap: 'anywhere', verticalAlign: 'top' },
  list: { [PHONE]: { display: 'block' } },
  // Out of sight, not out of hearing.
  heads: { [PHONE]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
  row: { [PHONE]: { display: 'block', paddingTop: '6px', paddingBottom: '6px' } },
  line: {
    [PHONE]: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
      columnGap: '12px',
      paddingTop: '2px',
      paddingBottom: '2px',
      '::before': { content: 'attr(data-head)', color: tokens.colorNeutralForeground2 }
    }
  }
})

type Row = { readonly key: string; readonly cells: readonly ReactNode[] }
type Props = {
  readonly label: string
  readonly heads: readonly string[]
  readonly rows: readonly Row[]
  /** More columns than a phone has room for. */
  readonly wide?: boolean
}

export function Rows({ label, heads, rows, wide = false }: Props): ReactNode {
  const styles = useStyles()
  const only = (name: keyof typeof styles): string | undefined => (wide ? styles[name] : undefined)
  return (
    <Table size="small" aria-label={label} className={only('list')}>
      <TableHeader className={only('heads')}>
        <TableRow>
          {heads.map(head => (
            <TableHeaderCell key={head} className={styles.cell}>
              {head}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody className={only('list')}>
        {rows.map(({ key, cells }) => (
          <TableRow key={key} className={only('row')}>
            {cells.map((cell, column) => (
              <TableCell
                key={heads[column]}
                data-head={heads[column]}
                className={mergeClasses(styles.cell, only('line'))}
              >
                {cell}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
