/** Cohorts by group of the directory: the pilot first. */
import { Field, Input, Text, makeStyles } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { Company } from '../../../api/contract/company.ts'
import { ConfirmButton } from '../../confirm.tsx'
import { useApp } from '../../context.ts'
import { Loading } from '../../load.tsx'
import { Form, GroupSelect, Sheet } from './form.tsx'
import { useCompany, useSaving } from './use-company.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  one: { display: 'flex', gap: '8px', alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap' }
})

export function Pilot(): ReactNode {
  const { words } = useApp()
  const loaded = useCompany()
  return (
    <Sheet title={words.pilot.title} body={words.pilot.body}>
      <Loading loaded={loaded}>
        {company => (company.groups.length === 0 ? <Text>{words.company.notYet}</Text> : <Editor company={company} />)}
      </Loading>
    </Sheet>
  )
}

function Editor({ company }: { readonly company: Company }): ReactNode {
  const styles = useStyles()
  const { company: shared, pilot: said } = useApp().words
  const [now, setNow] = useState(company.cohorts)
  const [name, setName] = useState('')
  const [group, setGroup] = useState<string | null>(null)
  const saving = useSaving(kept => {
    setNow(kept.cohorts)
    setName('')
    setGroup(null)
  })
  const wanted = name.trim()
  const isNew = group !== null && !now.some(rule => rule.name === wanted && rule.group === group)
  return (
    <>
      {now.length === 0 && <Text>{said.none}</Text>}
      <ul className={styles.list}>
        {now.map(rule => (
          <li key={`${rule.name} ${rule.group}`} className={styles.one}>
            <Text>{`${rule.name}: ${rule.group}`}</Text>
            <ConfirmButton
              size="small"
              label={said.removeConfirm}
              ariaLabel={said.remove(rule.name)}
              title={said.removeTitle(rule.name)}
              body={said.removeBody}
              keep={said.keep}
              disabled={saving.busy}
              onConfirm={() => saving.save({ cohorts: now.filter(each => each !== rule) })}
            />
          </li>
        ))}
      </ul>
      <Form
        saving={saving}
        label={said.add}
        mayBeSaved={wanted !== '' && isNew}
        onSave={() => group && saving.save({ cohorts: [...now, { name: wanted, group }] })}
      >
        <Field label={said.name}>
          <Input
            value={name}
            maxLength={100}
            onChange={(_event, data) => {
              saving.touch()
              setName(data.value)
            }}
          />
        </Field>
        <GroupSelect label={said.group} company={company} value={group} none={shared.none} onChange={setGroup} />
      </Form>
    </>
  )
}
