/** Which groups of the directory give access and roles. */
import { Text } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { Company } from '../../../api/contract/company.ts'
import { useApp } from '../../context.ts'
import { Loading } from '../../load.tsx'
import { Form, GroupSelect, Sheet } from './form.tsx'
import { useCompany, useSaving } from './use-company.ts'

export function Groups(): ReactNode {
  const { words } = useApp()
  const loaded = useCompany()
  return (
    <Sheet title={words.companyGroups.title} body={words.companyGroups.body}>
      <Loading loaded={loaded}>
        {company => (company.groups.length === 0 ? <Text>{words.company.notYet}</Text> : <Editor company={company} />)}
      </Loading>
    </Sheet>
  )
}

const ROLES = ['owner', 'admin', 'it', 'hr', 'author', 'support'] as const

const draftOf = ({ accessGroup, roleGroups }: Company) => ({ accessGroup, roleGroups })

function Editor({ company }: { readonly company: Company }): ReactNode {
  const { company: shared, companyGroups: said } = useApp().words
  const [draft, setDraft] = useState(() => draftOf(company))
  const saving = useSaving(kept => setDraft(draftOf(kept)))
  const set = (next: typeof draft): void => {
    saving.touch()
    setDraft(next)
  }
  const role = (name: (typeof ROLES)[number]) => (
    <GroupSelect
      key={name}
      label={said[name]}
      company={company}
      value={draft.roleGroups[name]}
      none={shared.none}
      onChange={group => set({ ...draft, roleGroups: { ...draft.roleGroups, [name]: group } })}
    />
  )
  return (
    <Form saving={saving} onSave={() => saving.save(draft)}>
      <GroupSelect
        label={said.access}
        company={company}
        value={draft.accessGroup}
        none={said.everybody}
        onChange={accessGroup => set({ ...draft, accessGroup })}
      />
      {ROLES.map(role)}
    </Form>
  )
}
