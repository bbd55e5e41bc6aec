/** A small table of figures about people; below it why some are blank. */
import { Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow, Text } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { PeopleCell } from '../../../api/contract/parts.ts'
import { useApp } from '../../context.ts'
import { tellShortly, whyBlank } from '../../people-cell.ts'

type Props = {
  readonly caption: string
  readonly heads: readonly [string, string]
  readonly rows: readonly (readonly [string, PeopleCell])[]
}

export function Figures({ caption, heads, rows }: Props): ReactNode {
  const { words } = useApp()
  const whys = new Set(rows.flatMap(([, cell]) => whyBlank(cell, words) ?? []))
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
          {rows.map(([name, cell]) => (
            <TableRow key={name}>
              <TableCell style={{ overflowWrap: 'anywhere' }}>{name}</TableCell>
              <TableCell>{tellShortly(cell, words)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {[...whys].map(why => (
        <Text key={why} block size={200}>
          {why}
        </Text>
      ))}
    </>
  )
}
