/** The offer after the first questions, as in the chat: an example that fits, another one, one in own words, or none. */
import { Button, Card, Field, Input, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { keepPlan } from '../../api/contract/coach.ts'
import { exampleFor, FIRST_PLAN_WORDS, firstPlanId, PLAN_WORDS, type Example } from '../../api/contract/first-plans.ts'
import type { FocusArea } from '../../api/contract/nudges.ts'
import { useApp } from '../context.ts'
import { usePress } from '../press.tsx'
import { firstWordsIn } from './first-words.ts'
import { PlanSaid } from '../plan-said.tsx'

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  head: { outlineStyle: 'none' },
  plan: {
    padding: '12px',
    overflowWrap: 'anywhere',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3
  },
  form: { display: 'flex', flexDirection: 'column', gap: '12px' }
})

type Props = {
  /** What the person just chose to write in. */
  readonly locale: 'en' | 'es'
  readonly focus: FocusArea | undefined
  readonly onDone: () => void
}

export function FirstPlan({ locale, focus, onDone }: Props): ReactNode {
  const styles = useStyles()
  const { session, personId } = useApp()
  const { busy, run, problem } = usePress()
  const [at, setAt] = useState(0)
  const [own, setOwn] = useState<Example>()
  const [said, setSaid] = useState('')
  const head = useRef<HTMLHeadingElement>(null)
  const words = FIRST_PLAN_WORDS[locale]
  const example = exampleFor(locale, focus, at)
  const writing = own !== undefined
  // The pressed button is gone: the keyboard and a screen reader go on from here.
  useEffect(() => head.current?.focus(), [writing, at])
  const keep = (plan: Example): void =>
    run(async () => {
      const heard = await session.call(keepPlan, { body: { planId: firstPlanId(personId), ...plan, when: 'tomorrow' } })
      setSaid(heard.said?.text ?? '')
      if (!heard.said) onDone()
    })
  return (
    <Card>
      <h2 ref={head} tabIndex={-1} className={styles.head}>
        <Title3>{words.title}</Title3>
      </h2>
      <Text className={styles.quiet}>{writing ? words.ownHint : words.hint}</Text>
      {said && <PlanSaid text={said} />}
      {own ? (
        <Own locale={locale} plan={own} busy={busy} onChange={setOwn} onKeep={keep} onBack={() => setOwn(undefined)} />
      ) : (
        <>
          <Text weight="semibold" className={styles.plan}>
            {firstWordsIn(locale).ifThen(example)}
          </Text>
          <div className={styles.row}>
            <Button appearance="primary" disabled={busy} onClick={() => keep(example)}>
              {words.take}
            </Button>
            <Button disabled={busy} onClick={() => setAt(at + 1)}>
              {words.next}
            </Button>
            <Button disabled={busy} onClick={() => setOwn(example)}>
              {words.own}
            </Button>
            <Button appearance="subtle" disabled={busy} onClick={onDone}>
              {words.later}
            </Button>
          </div>
        </>
      )}
      {problem}
    </Card>
  )
}

type OwnProps = {
  readonly locale: 'en' | 'es'
  readonly plan: Example
  readonly busy: boolean
  readonly onChange: (plan: Example) => void
  readonly onKeep: (plan: Example) => void
  readonly onBack: () => void
}

/** Begins with the example: changing one is easier than an empty line. */
function Own({ locale, plan, busy, onChange, onKeep, onBack }: OwnProps): ReactNode {
  const styles = useStyles()
  const [incomplete, setIncomplete] = useState(false)
  const words = FIRST_PLAN_WORDS[locale]
  const labels = firstWordsIn(locale)
  const isShort = (said: string): boolean => said.trim().length < PLAN_WORDS.shortest
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (busy) return
    if (Object.values(plan).some(isShort)) setIncomplete(true)
    else onKeep(plan)
  }
  const field = (part: 'cue' | 'action', label: string, placeholder: string): ReactNode => (
    <Field label={label} {...(incomplete && isShort(plan[part]) ? { validationMessage: words.incomplete } : {})}>
      <Input
        value={plan[part]}
        placeholder={placeholder}
        maxLength={PLAN_WORDS.longest}
        onChange={(_event, { value }) => onChange({ ...plan, [part]: value })}
      />
    </Field>
  )
  return (
    <form className={styles.form} onSubmit={submit}>
      {field('cue', labels.cue, words.cueExample)}
      {field('action', labels.action, words.actionExample)}
      <div className={styles.row}>
        <Button type="submit" appearance="primary" disabled={busy}>
          {words.keep}
        </Button>
        <Button disabled={busy} onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </form>
  )
}
