/** A small table of figures about people. */
import { Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow, Text } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useApp } from '../../context.ts'

type Props = {
  readonly caption: string
  readonly heads: readonly [string, string]
  readonly rows: readonly (readonly [string, string])[]
}

export function Figures({ caption, heads, rows }: Props): ReactNode {
  const { people } = useApp().words
  return (
    <>
      <Table size="small" aria-label={caption}>
        <TableHeader>
          <TableRow>
            {heads.map(head => (
              <TableHeaderCell key={head}>{head}</TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map(([name, figure]) => (
            <TableRow key={name}>
              <TableCell style={{ overflowWrap: 'anywhere' }}>{name}</TableCell>
              <TableCell>{figure}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {rows.some(([, figure]) => figure === people.hidden) && <Text size={200}>{people.hiddenWhy}</Text>}
    </>
  )
}
