/** The company's Microsoft 365 tenants, and where the directory holds each person's object id. */
import { Field, Text, Textarea } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { changeCompany, type Company } from '../../../api/contract/company.ts'
import { useApp } from '../../context.ts'
import { Loading } from '../../load.tsx'
import { Choice, Form, Sheet } from './form.tsx'
import { useCompany, useSaving } from './use-company.ts'

export function Microsoft(): ReactNode {
  const { words } = useApp()
  const loaded = useCompany()
  return (
    <Sheet title={words.microsoft.title} body={words.microsoft.body}>
      <Loading loaded={loaded}>{company => <Editor company={company} />}</Loading>
    </Sheet>
  )
}

/** What was found first is the suggestion. */
const attributeOf = ({ entraObjectIdAttribute, objectIds, entraTenantIds }: Company): string =>
  entraObjectIdAttribute ?? (entraTenantIds.length === 0 ? objectIds[0]?.attribute : undefined) ?? ''

function Editor({ company }: { readonly company: Company }): ReactNode {
  const { microsoft: said } = useApp().words
  const [lines, setLines] = useState(company.entraTenantIds.join('\n'))
  const [attribute, setAttribute] = useState(() => attributeOf(company))
  const saving = useSaving(kept => setLines(kept.entraTenantIds.join('\n')))
  const tenants = lines.split(/[\s,;]+/u).filter(Boolean)
  const change = changeCompany.body.safeParse({
    entraTenantIds: tenants,
    entraObjectIdAttribute: attribute === '' ? null : attribute
  }).data
  const found = company.objectIds.map(
    each => [each.attribute, said.found(each.attribute, each.people, each.of)] as const
  )
  const lost = attribute !== '' && !found.some(([name]) => name === attribute) ? [[attribute, attribute] as const] : []
  return (
    <Form saving={saving} mayBeSaved={change !== undefined} onSave={() => change && saving.save(change)}>
      <Field
        label={said.tenants}
        hint={said.tenantsHint}
        {...(change ? {} : { validationMessage: said.badTenant, validationState: 'error' as const })}
      >
        <Textarea
          value={lines}
          rows={2}
          onChange={(_event, { value }) => {
            saving.touch()
            setLines(value)
          }}
        />
      </Field>
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
