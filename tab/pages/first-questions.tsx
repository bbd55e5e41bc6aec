/** The first questions after a yes: one tap each, every one can be skipped, and what is known already is chosen. Then a first plan. */
import { Button, Card, Text, Title3, ToggleButton, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { tellTime } from '../../api/contract/clock-time.ts'
import { getPlans } from '../../api/contract/coach.ts'
import { firstPlanId } from '../../api/contract/first-plans.ts'
import { FOCUS_NAMES } from '../../api/contract/focus-names.ts'
import {
  changeNudgePreferences,
  focusAreaSchema,
  type NudgePreferences,
  type PreferenceChange
} from '../../api/contract/nudges.ts'
import { useApp } from '../context.ts'
import { usePress } from '../press.tsx'
import { FirstPlan } from './first-plan.tsx'
import { firstWordsIn, type FirstWords } from './first-words.ts'

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  head: { outlineStyle: 'none' }
})

const NOON = '12:00'
const LOCALES = ['en', 'es'] as const

type Choice = { readonly name: string; readonly chosen: boolean; readonly change: PreferenceChange }
type Question = { readonly ask: string; readonly hint: string; readonly choices: readonly Choice[] }

/** What is asked, from what is known. Half a day is offered only where the day has both halves. */
function questionsOf({ focus, hours, language }: NudgePreferences, words: FirstWords): readonly Question[] {
  const { start, end, days } = hours
  const halves =
    start < NOON && end > NOON
      ? [
          { name: words.mornings, chosen: false, change: { hours: { start, end: NOON, days } } },
          { name: words.afternoons, chosen: false, change: { hours: { start: NOON, end, days } } }
        ]
      : []
  return [
    {
      ...words.focus,
      choices: focusAreaSchema.options.map(area => ({
        name: FOCUS_NAMES[words.locale][area],
        chosen: focus.includes(area),
        change: { focus: [area] }
      }))
    },
    {
      ask: words.hours.ask,
      hint: words.hours.known(tellTime(words.locale, start), tellTime(words.locale, end)),
      choices: [{ name: words.fits, chosen: true, change: {} }, ...halves]
    },
    {
      ...words.language,
      choices: LOCALES.map(locale => ({
        name: words.names[locale],
        chosen: language.locale === locale,
        change: { locale }
      }))
    }
  ]
}

type Props = { readonly known: NudgePreferences; readonly onDone: () => void }

export function FirstQuestions({ known, onDone }: Props): ReactNode {
  const styles = useStyles()
  const { session, personId, locale } = useApp()
  const { busy, run, problem } = usePress()
  const [at, setAt] = useState(0)
  const [settled, setSettled] = useState<NudgePreferences>()
  const head = useRef<HTMLHeadingElement>(null)
  const words = firstWordsIn(locale)
  const questions = questionsOf(known, words)
  const question = questions[at]
  // The pressed button is gone: the keyboard and a screen reader go on from the next question.
  useEffect(() => head.current?.focus(), [at])
  /** Made in the chat already. Where that cannot be known it is offered: taken twice, one is kept. */
  const hasFirstPlan = (): Promise<boolean> =>
    session.call(getPlans).then(
      ({ plans }) => plans.some(({ planId }) => planId === firstPlanId(personId)),
      () => false
    )
  const answer = (change: PreferenceChange): void =>
    run(async () => {
      const last = at === questions.length - 1
      const body = last ? { ...change, settled: true as const } : change
      const now = Object.keys(body).length > 0 ? await session.call(changeNudgePreferences, { body }) : known
      if (!last) setAt(at + 1)
      else if (await hasFirstPlan()) onDone()
      else setSettled(now)
    })
  if (settled)
    return <FirstPlan locale={firstWordsIn(settled.language.locale).locale} focus={settled.focus[0]} onDone={onDone} />
  if (!question) return null
  return (
    <Card>
      <Text size={200} className={styles.quiet}>
        {words.step(at + 1, questions.length)}
      </Text>
      <h2 ref={head} tabIndex={-1} className={styles.head}>
        <Title3>{question.ask}</Title3>
      </h2>
      <Text>{question.hint}</Text>
      <div className={styles.row}>
        {question.choices.map(({ name, chosen, change }) => (
          <ToggleButton key={name} checked={chosen} disabled={busy} onClick={() => answer(change)}>
            {name}
          </ToggleButton>
        ))}
      </div>
      <div>
        <Button appearance="subtle" disabled={busy} onClick={() => answer({})}>
          {words.skip}
        </Button>
      </div>
      {problem}
    </Card>
  )
}
