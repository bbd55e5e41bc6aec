/** The company's Microsoft 365 tenants, and where the directory holds each person's object id. */
import { Text } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { Company } from '../../../api/contract/company.ts'
import { useApp } from '../../context.ts'
import { Loading } from '../../load.tsx'
import { Choice, Form, Sheet } from './form.tsx'
import { Tenants } from './tenants.tsx'
import { useCompany, useSaving } from './use-company.ts'

export function Microsoft(): ReactNode {
  const { words } = useApp()
  const loaded = useCompany()
  return (
    <Sheet title={words.microsoft.title} body={words.microsoft.body}>
      <Tenants onChanged={loaded.reload} />
      <Loading loaded={loaded}>{company => <Editor company={company} />}</Loading>
    </Sheet>
  )
}

/** What was found first is the suggestion. */
const attributeOf = ({ entraObjectIdAttribute, objectIds }: Company): string =>
  entraObjectIdAttribute ?? objectIds[0]?.attribute ?? ''

function Editor({ company }: { readonly company: Company }): ReactNode {
  const { microsoft: said } = useApp().words
  const [attribute, setAttribute] = useState(() => attributeOf(company))
  const saving = useSaving(kept => setAttribute(kept.entraObjectIdAttribute ?? ''))
  const found = company.objectIds.map(
    each => [each.attribute, said.found(each.attribute, each.people, each.of)] as const
  )
  const lost = attribute !== '' && !found.some(([name]) => name === attribute) ? [[attribute, attribute] as const] : []
  const change = { entraObjectIdAttribute: attribute === '' ? null : attribute }
  return (
    <Form saving={saving} onSave={() => saving.save(change)}>
      <Choice
        label={said.attribute}
        value={attribute}
        options={[['', said.noAttribute], ...lost, ...found]}
        onChange={value => {
          saving.touch()
          setAttribute(value)
        }}
      />
      {found.length === 0 && <Text>{said.noneFound}</Text>}
    </Form>
  )
}
