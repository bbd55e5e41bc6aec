/** Groups of the directory and cohorts, with how many active people are in each. */
import { Text } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { listDirectoryGroups } from '../../../api/contract/people-browser.ts'
import { useApp } from '../../context.ts'
import { Rows } from '../../rows.tsx'
import { Sheet } from './form.tsx'

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
  const { directoryPeople: said } = useApp().words
  if (counted.length === 0) return <Text>{none}</Text>
  const rows = counted.map(({ name, people }) => ({ key: name, cells: [name, people] }))
  return <Rows label={title} heads={[title, said.count]} rows={rows} />
}
