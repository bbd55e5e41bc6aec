/** Groups of the directory and cohorts, with how many active people are in each. */
import {
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  makeStyles
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { listDirectoryGroups } from '../../../api/contract/people-browser.ts'
import { useApp } from '../../context.ts'
import { Sheet } from './form.tsx'

const useStyles = makeStyles({ cell: { overflowWrap: 'anywhere' } })

type Sizes = z.output<typeof listDirectoryGroups.answer>

export function GroupSizes({ sizes }: { readonly sizes: Sizes }): ReactNode {
  const { directoryPeople: said } = useApp().words
  return (
    <Sheet title={said.groupsTitle} body={said.groupsBody(sizes.people)}>
      <Counts title={said.groups} counted={sizes.groups} none={said.noGroups} />
      <Counts title={said.cohorts} counted={sizes.cohorts} none={said.noCohorts} />
    </Sheet>
  )
}

type Counted = { readonly title: string; readonly counted: Sizes['groups']; readonly none: string }

function Counts({ title, counted, none }: Counted): ReactNode {
  const styles = useStyles()
  const { directoryPeople: said } = useApp().words
  if (counted.length === 0) return <Text>{none}</Text>
  return (
    <Table size="small" aria-label={title}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell>{title}</TableHeaderCell>
          <TableHeaderCell>{said.count}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {counted.map(({ name, people }) => (
          <TableRow key={name}>
            <TableCell className={styles.cell}>{name}</TableCell>
            <TableCell>{people}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
