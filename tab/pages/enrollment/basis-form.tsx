/** What the admin vouches for, and the start of a comparison: first without linking, if they like. */
import { Button, Checkbox, Field, Input, Select, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { beginLinkRun, getMovingChoices, type Basis } from '../../../api/contract/moving.ts'
import { useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { durationOf } from './sentences.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px', border: 0, margin: 0, padding: 0, minWidth: 0 },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  wide: { minWidth: 0 },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

const KINDS = ['none', 'idp_id', 'employee_number', 'email', 'attribute'] as const
type Kind = (typeof KINDS)[number]
const NOTHING: Basis = { formerId: { is: 'none' }, numberField: null, emails: 'unknown' }

type Props = {
  /** Of the last comparison. */
  readonly before: Basis | undefined
  readonly onBegun: () => void
}

export function BasisForm({ before, onBegun }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { moving } = words
  const choices = useLoaded(() => session.call(getMovingChoices))
  const [basis, change] = useState<Basis>(before ?? NOTHING)
  return (
    <fieldset className={styles.form}>
      <legend>
        <Text weight="semibold">{moving.basis}</Text>
      </legend>
      <Text size={200} className={styles.quiet}>
        {moving.basisBody}
      </Text>
      <Loading loaded={choices}>
        {({ site }) =>
          site ? (
            <>
              <Marks basis={basis} fields={site.fields} change={change} />
              <Begin basis={basis} site={site} onBegun={onBegun} />
            </>
          ) : (
            <Text className={styles.quiet}>{moving.choicesSilent}</Text>
          )
        }
      </Loading>
    </fieldset>
  )
}

type MarksProps = {
  readonly basis: Basis
  readonly fields: readonly string[]
  readonly change: (basis: Basis) => void
}

function Marks({ basis, fields, change }: MarksProps): ReactNode {
  const styles = useStyles()
  const { moving } = useApp().words
  const { formerId, numberField, emails } = basis
  const choose = (value: string): void => {
    const is = KINDS.find(kind => kind === value) ?? 'none'
    change({ ...basis, formerId: is === 'attribute' ? { is, name: '' } : { is } })
  }
  const known = numberField && !fields.includes(numberField) ? [...fields, numberField] : fields
  return (
    <>
      <Field label={moving.formerId} className={styles.field}>
        <Select value={formerId.is satisfies Kind} onChange={(_event, { value }) => choose(value)}>
          {KINDS.map(kind => (
            <option key={kind} value={kind}>
              {moving.formerIds[kind]}
            </option>
          ))}
        </Select>
      </Field>
      {formerId.is === 'attribute' && (
        <Field label={moving.attribute} className={styles.field}>
          <Input
            className={styles.wide}
            value={formerId.name}
            onChange={(_event, { value }) => change({ ...basis, formerId: { is: 'attribute', name: value } })}
          />
        </Field>
      )}
      <Field label={moving.numberField} className={styles.field}>
        <Select
          value={numberField ?? ''}
          onChange={(_event, { value }) => change({ ...basis, numberField: value || null })}
        >
          <option value="">{moving.noField}</option>
          {known.map(field => (
            <option key={field} value={field}>
              {field}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox
        label={moving.emails}
        checked={emails === 'from_company'}
        onChange={(_event, { checked }) => change({ ...basis, emails: checked === true ? 'from_company' : 'unknown' })}
      />
    </>
  )
}

type Site = { readonly learners: number; readonly seconds: { readonly plain: number; readonly withFormerIds: number } }
type BeginProps = { readonly basis: Basis; readonly site: Site; readonly onBegun: () => void }

function Begin({ basis, site: { learners, seconds }, onBegun }: BeginProps): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { moving, enrollment } = words
  const { busy, run, problem } = usePress()
  const begin = (mode: 'dry' | 'carry_out') => (): void =>
    run(async () => {
      await session.call(beginLinkRun, { body: { mode, basis } })
      onBegun()
    })
  const incomplete = basis.formerId.is === 'attribute' && basis.formerId.name.trim() === ''
  const time = basis.formerId.is === 'none' ? seconds.plain : seconds.withFormerIds
  return (
    <>
      <Text size={200} className={styles.quiet}>
        {moving.cost(learners, durationOf(time, enrollment))}
      </Text>
      <div className={styles.row}>
        <Button disabled={busy || incomplete} onClick={begin('dry')}>
          {moving.dry}
        </Button>
        <Button disabled={busy || incomplete} onClick={begin('carry_out')}>
          {moving.carryOut}
        </Button>
      </div>
      {problem}
    </>
  )
}
