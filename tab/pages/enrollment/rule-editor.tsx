/** One rule as a form: who, what, from when to when. */
import {
  Button,
  Checkbox,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Select,
  Text,
  makeStyles
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { ruleSchema, type Rule, type RuleSet, type Target } from '../../../api/contract/enrollment-rules.ts'
import { useApp } from '../../context.ts'
import { sameTarget, targetsIn } from './sentences.ts'
import type { Choices } from './use-rules.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px', border: 0, margin: 0, padding: 0, minWidth: 0 },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  wide: { minWidth: 0 },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' }
})

const KINDS = ['cohort', 'group', 'attribute', 'claim', 'site', 'everyone'] as const
type Kind = (typeof KINDS)[number]

type Form = {
  readonly name: string
  readonly kind: Kind
  readonly whoName: string
  readonly whoValue: string
  readonly effect: Rule['effect']
  readonly targets: readonly Target[]
  readonly startDays: string
  readonly startAt: string
  readonly endDays: string
  readonly endAt: string
}

const formOf = (rule: Rule | undefined): Form => ({
  name: rule?.name ?? '',
  kind: rule?.when.kind ?? 'cohort',
  whoName: rule && 'name' in rule.when ? rule.when.name : '',
  whoValue: rule && 'value' in rule.when ? rule.when.value : '',
  effect: rule?.effect ?? 'give',
  targets: rule?.targets ?? [],
  startDays: rule?.starts.kind === 'joining' ? String(rule.starts.days) : '0',
  startAt: rule?.starts.kind === 'fixed' ? rule.starts.at.slice(0, 10) : '',
  endDays: rule?.ends.kind === 'joining' ? String(rule.ends.days) : '',
  endAt: rule?.ends.kind === 'fixed' ? rule.ends.at.slice(0, 10) : ''
})

const startOfDay = (day: string): string => `${day}T00:00:00Z`

/** @returns undefined while something is missing. */
function ruleOf(form: Form, ruleId: string): Rule | undefined {
  const { kind, whoName: name, whoValue: value } = form
  const when =
    kind === 'everyone' ? { kind } : kind === 'cohort' || kind === 'group' ? { kind, name } : { kind, name, value }
  const parsed = ruleSchema.safeParse({
    ruleId,
    name: form.name,
    when,
    effect: form.effect,
    targets: form.targets,
    starts: form.startAt
      ? { kind: 'fixed', at: startOfDay(form.startAt) }
      : { kind: 'joining', days: Number(form.startDays) },
    ends: form.endAt
      ? { kind: 'fixed', at: startOfDay(form.endAt) }
      : form.endDays
        ? { kind: 'joining', days: Number(form.endDays) }
        : { kind: 'never' }
  })
  return parsed.success ? parsed.data : undefined
}

type Props = {
  /** Undefined for a new one. */
  readonly rule: Rule | undefined
  readonly content: RuleSet
  readonly choices: Choices
  readonly onDone: (rule: Rule | undefined) => void
}

export function RuleEditor({ rule, content, choices, onDone }: Props): ReactNode {
  const styles = useStyles()
  const { enrollment } = useApp().words
  const [form, setForm] = useState(() => formOf(rule))
  const [incomplete, setIncomplete] = useState(false)
  const set = (changed: Partial<Form>): void => setForm(before => ({ ...before, ...changed }))
  const use = (): void => {
    const made = ruleOf(form, rule?.ruleId ?? crypto.randomUUID())
    setIncomplete(!made)
    if (made) onDone(made)
  }
  return (
    <fieldset className={styles.form}>
      <Field label={enrollment.name} className={styles.field}>
        <Input className={styles.wide} value={form.name} onChange={(_event, { value }) => set({ name: value })} />
      </Field>
      <Who form={form} set={set} choices={choices} />
      <Field label={enrollment.effect} className={styles.field}>
        <Select
          value={form.effect}
          onChange={(_event, { value }) => set({ effect: value === 'withhold' ? 'withhold' : 'give' })}
        >
          <option value="give">{enrollment.effects.give}</option>
          <option value="withhold">{enrollment.effects.withhold}</option>
        </Select>
      </Field>
      <Targets
        form={form}
        set={set}
        all={targetsIn(
          choices.site,
          content.rules.flatMap(({ targets }) => targets)
        )}
      />
      {form.effect === 'give' && <Dates form={form} set={set} />}
      {incomplete && (
        <MessageBar intent="error" role="alert">
          <MessageBarBody>{enrollment.incomplete}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.row}>
        <Button onClick={use}>{enrollment.use}</Button>
        <Button appearance="subtle" onClick={() => onDone(undefined)}>
          {enrollment.back}
        </Button>
      </div>
    </fieldset>
  )
}

type Part = { readonly form: Form; readonly set: (changed: Partial<Form>) => void }

function Who({ form, set, choices }: Part & { readonly choices: Choices }): ReactNode {
  const styles = useStyles()
  const { enrollment } = useApp().words
  const known = form.kind === 'cohort' ? choices.cohorts : form.kind === 'group' ? choices.groups : []
  const names = form.whoName && !known.includes(form.whoName) ? [form.whoName, ...known] : known
  return (
    <>
      <Field label={enrollment.who} className={styles.field}>
        <Select
          value={form.kind}
          onChange={(_event, { value }) => set({ kind: KINDS.find(kind => kind === value) ?? 'cohort', whoName: '' })}
        >
          {KINDS.map(kind => (
            <option key={kind} value={kind}>
              {enrollment.whoKinds[kind]}
            </option>
          ))}
        </Select>
      </Field>
      {(form.kind === 'cohort' || form.kind === 'group') && (
        <Field label={enrollment.whoName} className={styles.field}>
          <Select value={form.whoName} onChange={(_event, { value }) => set({ whoName: value })}>
            <option value="">{enrollment.choose}</option>
            {names.map(name => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        </Field>
      )}
      {(form.kind === 'attribute' || form.kind === 'claim' || form.kind === 'site') && (
        <>
          <Field label={enrollment.whoName} className={styles.field}>
            <Input
              className={styles.wide}
              value={form.whoName}
              onChange={(_event, { value }) => set({ whoName: value })}
            />
          </Field>
          <Field label={enrollment.whoValue} className={styles.field}>
            <Input
              className={styles.wide}
              value={form.whoValue}
              onChange={(_event, { value }) => set({ whoValue: value })}
            />
          </Field>
        </>
      )}
    </>
  )
}

function Targets({ form, set, all }: Part & { readonly all: readonly Target[] }): ReactNode {
  const styles = useStyles()
  const { enrollment } = useApp().words
  const toggle = (target: Target, on: boolean): void =>
    set({ targets: [...form.targets.filter(each => !sameTarget(each, target)), ...(on ? [target] : [])] })
  return (
    <fieldset className={styles.form}>
      <legend>
        <Text>{enrollment.what}</Text>
      </legend>
      {all.map(target => (
        <div key={`${target.kind}${target.id}`}>
          <Checkbox
            label={target.kind === 'course' ? target.name : `${target.name} (${enrollment.kinds[target.kind]})`}
            checked={form.targets.some(each => sameTarget(each, target))}
            onChange={(_event, { checked }) => toggle(target, checked === true)}
          />
        </div>
      ))}
    </fieldset>
  )
}

function Dates({ form, set }: Part): ReactNode {
  const styles = useStyles()
  const { enrollment } = useApp().words
  const field = (
    label: string,
    key: 'startDays' | 'startAt' | 'endDays' | 'endAt',
    type: 'number' | 'date'
  ): ReactNode => (
    <Field label={label} className={styles.field}>
      <Input
        className={styles.wide}
        type={type}
        value={form[key]}
        onChange={(_event, { value }) => set({ [key]: value })}
      />
    </Field>
  )
  return (
    <>
      {field(enrollment.startDays, 'startDays', 'number')}
      {field(enrollment.startFixed, 'startAt', 'date')}
      {field(enrollment.endDays, 'endDays', 'number')}
      {field(enrollment.endFixed, 'endAt', 'date')}
    </>
  )
}
