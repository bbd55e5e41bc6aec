/** A table that scrolls sideways on a phone, by keyboard too. */
import {
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  makeStyles
} from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  cell: { height: 'auto', paddingTop: '6px', paddingBottom: '6px', overflowWrap: 'anywhere', verticalAlign: 'top' }
})

type Row = { readonly key: string; readonly cells: readonly ReactNode[] }
type Props = {
  readonly label: string
  readonly heads: readonly string[]
  readonly rows: readonly Row[]
  readonly minWidth?: number
}

export function Rows({ label, heads, rows, minWidth = 0 }: Props): ReactNode {
  const styles = useStyles()
  return (
    <section className={styles.scroll} aria-label={label} {...(minWidth > 0 ? { tabIndex: 0 } : {})}>
      <Table size="small" aria-label={label} style={minWidth > 0 ? { minWidth: `${minWidth}px` } : {}}>
        <TableHeader>
          <TableRow>
            {heads.map(head => (
              <TableHeaderCell key={head} className={styles.cell}>
                {head}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map(({ key, cells }) => (
            <TableRow key={key}>
              {cells.map((cell, column) => (
                <TableCell key={heads[column]} className={styles.cell}>
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  )
}
