/** Parts that the console's forms share. */
import { Button, Card, Field, Select, Text, Title3, makeStyles } from '@fluentui/react-components'
import type { FormEvent, ReactNode } from 'react'
import type { Company } from '../../../api/contract/company.ts'
import { useApp } from '../../context.ts'
import type { Saving } from './use-company.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '520px' },
  row: { display: 'flex', gap: '12px', alignItems: 'center', flexWrap: 'wrap' },
  // A long name is wider than a phone.
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  select: { '& select': { minWidth: 0, textOverflow: 'ellipsis' } },
  steps: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '6px' }
})

export function Sheet({ title, body, children }: { title: string; body: string; children: ReactNode }): ReactNode {
  return (
    <Card>
      <Title3 as="h2">{title}</Title3>
      <Text>{body}</Text>
      {children}
    </Card>
  )
}

type FormProps = {
  readonly saving: Saving
  readonly mayBeSaved?: boolean
  readonly label?: string
  readonly onSave: () => void
  /** Next to the button that saves. */
  readonly beside?: ReactNode
  readonly children: ReactNode
}

export function Form({ saving, mayBeSaved = true, label, onSave, beside, children }: FormProps): ReactNode {
  const styles = useStyles()
  const { words } = useApp()
  const { busy, saved, problem } = saving
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (mayBeSaved && !busy) onSave()
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      {children}
      <div className={styles.row}>
        <Button type="submit" appearance="primary" disabled={busy || !mayBeSaved}>
          {label ?? words.company.save}
        </Button>
        {beside}
        <output>{saved && words.company.saved}</output>
      </div>
      {problem}
    </form>
  )
}

type GroupProps = {
  readonly label: string
  readonly company: Company
  readonly value: string | null
  /** What choosing no group means. */
  readonly none: string
  readonly onChange: (group: string | null) => void
}

/** One of the directory's groups, with how many are in it. */
export function GroupSelect({ label, company, value, none, onChange }: GroupProps): ReactNode {
  const { words } = useApp()
  const names = company.groups.map(({ name }) => name)
  const options = company.groups.map(({ name, people }) => [name, words.company.people(name, people)] as const)
  const lost = value !== null && !names.includes(value) ? [[value, value] as const] : []
  return (
    <Choice
      label={label}
      value={value ?? ''}
      options={[['', none], ...lost, ...options]}
      onChange={chosen => onChange(chosen === '' ? null : chosen)}
    />
  )
}

type ChoiceProps = {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly onChange: (value: string) => void
}

export function Choice({ label, hint, value, options, onChange }: ChoiceProps): ReactNode {
  const styles = useStyles()
  return (
    <Field label={label} {...(hint ? { hint } : {})} className={styles.field}>
      <Select value={value} className={styles.select} onChange={(_event, data) => onChange(data.value)}>
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  )
}

export function Guide({ steps }: { readonly steps: readonly string[] }): ReactNode {
  const styles = useStyles()
  return (
    <ol className={styles.steps}>
      {steps.map(step => (
        <li key={step}>
          <Text>{step}</Text>
        </li>
      ))}
    </ol>
  )
}
