/** One person gets a course, or does not, for a reason: added to the draft of the rules. */
import { Button, Field, Input, Select, makeStyles } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { useApp } from '../../context.ts'
import { sameTarget, targetsIn } from './sentences.ts'
import type { RulesEditor } from './use-rules.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px', border: 0, margin: 0, padding: 0, minWidth: 0 },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  wide: { minWidth: 0 }
})

type Props = {
  readonly person: { readonly personId: string; readonly name: string }
  readonly rules: RulesEditor
  readonly onDone: () => void
}

export function ExceptionForm({ person: { personId, name }, rules, onDone }: Props): ReactNode {
  const styles = useStyles()
  const { enrollment } = useApp().words
  const [chosen, setChosen] = useState('')
  const [effect, setEffect] = useState<'give' | 'withhold'>('give')
  const [reason, setReason] = useState('')
  const view = rules.loaded.value
  if (!view) return null
  const content = rules.draft ?? view.rules.content
  const targets = targetsIn(
    view.choices.site,
    content.rules.flatMap(rule => rule.targets)
  )
  const keyOf = ({ kind, id }: (typeof targets)[number]): string => `${kind}/${id}`
  const target = targets.find(each => keyOf(each) === chosen)
  const add = (): void => {
    if (!target) return
    const others = content.exceptions.filter(each => each.personId !== personId || !sameTarget(each.target, target))
    rules.remember(personId, name)
    rules.change({ ...content, exceptions: [...others, { personId, target, effect, until: null, reason }] })
    onDone()
  }
  return (
    <fieldset aria-label={enrollment.exceptFor(name)} className={styles.form}>
      <Field label={enrollment.effect} className={styles.field}>
        <Select value={effect} onChange={(_event, { value }) => setEffect(value === 'withhold' ? 'withhold' : 'give')}>
          <option value="give">{enrollment.effects.give}</option>
          <option value="withhold">{enrollment.effects.withhold}</option>
        </Select>
      </Field>
      <Field label={enrollment.target} className={styles.field}>
        <Select value={chosen} onChange={(_event, { value }) => setChosen(value)}>
          <option value="">{enrollment.choose}</option>
          {targets.map(each => (
            <option key={keyOf(each)} value={keyOf(each)}>
              {each.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={enrollment.why} className={styles.field}>
        <Input className={styles.wide} value={reason} onChange={(_event, { value }) => setReason(value)} />
      </Field>
      <div>
        <Button disabled={!target || reason.trim() === ''} onClick={add}>
          {enrollment.addException}
        </Button>
      </div>
    </fieldset>
  )
}
