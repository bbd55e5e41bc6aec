/** Who the company is to its people, and from which day on they may hear of the coach. */
import { Button, Field, Input } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { changeCompany, type Company, type CompanyChange } from '../../../api/contract/company.ts'
import { useApp, useGoing } from '../../context.ts'
import { Loading } from '../../load.tsx'
import { Choice, Form, Sheet } from './form.tsx'
import { useCompany, useSaving } from './use-company.ts'

export function CompanySection(): ReactNode {
  const { words } = useApp()
  const loaded = useCompany()
  return (
    <Sheet title={words.company.title} body={words.company.body}>
      <Loading loaded={loaded}>{company => <Editor company={company} />}</Loading>
    </Sheet>
  )
}

type Draft = Readonly<
  Record<'name' | 'sponsor' | 'sponsorTitle' | 'locale' | 'country' | 'timezone' | 'launch', string>
>

const draftOf = (company: Company): Draft => ({
  name: company.name,
  sponsor: company.sponsor?.name ?? '',
  sponsorTitle: company.sponsor?.title ?? '',
  locale: company.locale,
  country: company.country,
  timezone: company.timezone,
  launch: company.launchDate ?? ''
})

/** Undefined while something is not as it has to be. */
function changeIn(draft: Draft): CompanyChange | undefined {
  const names = { name: draft.sponsor.trim(), title: draft.sponsorTitle.trim() }
  return changeCompany.body.safeParse({
    name: draft.name,
    sponsor: names.name === '' && names.title === '' ? null : names,
    locale: draft.locale,
    country: draft.country.trim().toUpperCase(),
    timezone: draft.timezone.trim(),
    launchDate: draft.launch === '' ? null : draft.launch
  }).data
}

const zones = Intl.supportedValuesOf('timeZone')

function Editor({ company }: { readonly company: Company }): ReactNode {
  const { company: said } = useApp().words
  const { show } = useGoing()
  const [draft, setDraft] = useState(() => draftOf(company))
  const saving = useSaving(kept => setDraft(draftOf(kept)))
  const change = changeIn(draft)
  const set = (name: keyof Draft, value: string): void => {
    saving.touch()
    setDraft({ ...draft, [name]: value })
  }
  const text = (
    name: keyof Draft,
    label: string,
    more: { hint?: string; type?: 'text' | 'date'; list?: string } = {}
  ) => (
    <Field label={label} {...(more.hint ? { hint: more.hint } : {})}>
      <Input
        type={more.type ?? 'text'}
        value={draft[name]}
        maxLength={200}
        {...(more.list ? { list: more.list } : {})}
        onChange={(_event, { value }) => set(name, value)}
      />
    </Field>
  )
  return (
    <Form saving={saving} mayBeSaved={change !== undefined} onSave={() => change && saving.save(change)}>
      {text('name', said.name)}
      {text('sponsor', said.sponsor)}
      {text('sponsorTitle', said.sponsorTitle)}
      <Choice
        label={said.locale}
        value={draft.locale}
        options={[
          ['en', said.locales.en],
          ['es', said.locales.es]
        ]}
        onChange={value => set('locale', value)}
      />
      {text('country', said.country, { hint: said.countryHint })}
      {text('timezone', said.timezone, { hint: said.timezoneHint, list: 'console-zones' })}
      <datalist id="console-zones">
        {zones.map(zone => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </datalist>
      <div>
        <Button onClick={() => show('setupPage', 'messageTimes')}>{said.hours}</Button>
      </div>
      {text('launch', said.launch, { type: 'date', hint: said.launchHint })}
    </Form>
  )
}
