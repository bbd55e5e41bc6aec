/** Who it is for: everybody, narrowed down by conditions that all have to hold. */
import { Button, Field, Select, Text, makeStyles } from '@fluentui/react-components'
import { useId, type ReactNode } from 'react'
import { AUDIENCE_BY, type Audience, type CampaignContent } from '../../../api/contract/campaigns.ts'
import { useApp } from '../../context.ts'
import type { Choices } from './use-campaign.ts'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '8px' },
  condition: {
    display: 'flex',
    gap: '8px',
    flexWrap: 'wrap',
    alignItems: 'end',
    border: 0,
    margin: 0,
    padding: 0,
    minWidth: 0
  },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  values: { minWidth: '180px', maxWidth: '100%', font: 'inherit', color: 'inherit', backgroundColor: 'transparent' }
})

export type FormProps = {
  readonly content: CampaignContent
  readonly set: (changed: Partial<CampaignContent>) => void
  readonly choices: Choices
}
type Condition = Audience[number]

const LISTS = {
  cohort: 'cohorts',
  group: 'groups',
  department: 'departments',
  country: 'countries',
  title: 'titles',
  language: 'languages'
} as const satisfies Readonly<Record<Condition['by'], keyof Choices>>

export function AudienceForm({ content, set, choices }: FormProps): ReactNode {
  const styles = useStyles()
  const { campaigns } = useApp().words
  const { audience } = content
  const put = (next: Audience): void => set({ audience: next })
  const known = AUDIENCE_BY.filter(by => choices[LISTS[by]].length > 0)
  const [first] = known
  const add = (): void => {
    if (first) put([...audience, { by: first, anyOf: choices[LISTS[first]].slice(0, 1), except: false }])
  }
  return (
    <div className={styles.column}>
      {audience.length === 0 && <Text>{campaigns.everybody}</Text>}
      {audience.map((condition, index) => (
        <ConditionForm
          key={index}
          {...{ condition, choices, known }}
          number={index + 1}
          onChange={next => put(next ? audience.with(index, next) : audience.toSpliced(index, 1))}
        />
      ))}
      <div>
        <Button size="small" disabled={!first || audience.length >= 10} onClick={add}>
          {campaigns.addCondition}
        </Button>
      </div>
    </div>
  )
}

type ConditionProps = {
  readonly condition: Condition
  readonly number: number
  readonly choices: Choices
  readonly known: readonly Condition['by'][]
  readonly onChange: (next: Condition | undefined) => void
}

function ConditionForm({ condition, number, choices, known, onChange }: ConditionProps): ReactNode {
  const styles = useStyles()
  const { campaigns } = useApp().words
  const { by, anyOf, except } = condition
  const values = [...new Set([...choices[LISTS[by]], ...anyOf])]
  const changeBy = (value: string): void => {
    const next = known.find(each => each === value)
    if (next) onChange({ by: next, anyOf: choices[LISTS[next]].slice(0, 1), except })
  }
  return (
    <fieldset className={styles.condition} aria-label={campaigns.condition(number)}>
      <Field label={campaigns.conditionBy} className={styles.field}>
        <Select value={by} onChange={(_event, { value }) => changeBy(value)}>
          {known.map(each => (
            <option key={each} value={each}>
              {campaigns.by[each]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={campaigns.conditionHow} className={styles.field}>
        <Select
          value={except ? 'except' : 'only'}
          onChange={(_event, { value }) => onChange({ ...condition, except: value === 'except' })}
        >
          <option value="only">{campaigns.only}</option>
          <option value="except">{campaigns.except}</option>
        </Select>
      </Field>
      <Values values={values} chosen={anyOf} onChange={next => onChange({ ...condition, anyOf: [...next] })} />
      <Button
        size="small"
        appearance="subtle"
        aria-label={campaigns.removeCondition(number)}
        onClick={() => onChange(undefined)}
      >
        {campaigns.removeShort}
      </Button>
    </fieldset>
  )
}

type ValuesProps = {
  readonly values: readonly string[]
  readonly chosen: readonly string[]
  readonly onChange: (next: readonly string[]) => void
}

/** The browser's own list: several values by keyboard, in every theme. */
function Values({ values, chosen, onChange }: ValuesProps): ReactNode {
  const styles = useStyles()
  const { campaigns } = useApp().words
  const id = useId()
  return (
    <div className={styles.column}>
      <label htmlFor={id}>{campaigns.values}</label>
      <select
        id={id}
        multiple
        className={styles.values}
        size={Math.min(6, Math.max(2, values.length))}
        value={[...chosen]}
        onChange={({ currentTarget }) => {
          const next = [...currentTarget.selectedOptions].map(({ value }) => value).slice(0, 50)
          // A condition without a value would be for nobody.
          if (next.length > 0) onChange(next)
        }}
      >
        {values.map(value => (
          <option key={value}>{value}</option>
        ))}
      </select>
    </div>
  )
}
