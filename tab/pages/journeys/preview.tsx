/** The journey week by week, as somebody would read it and when. */
import {
  Button,
  Card,
  Field,
  Input,
  Select,
  Subtitle2,
  Text,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { previewJourney, type JourneyContent } from '../../../api/contract/journeys.ts'
import { formatMoment, useApp } from '../../context.ts'
import { usePress } from '../../press.tsx'
import type { JourneyView } from './use-journey.ts'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'end' },
  shown: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px 12px',
    overflowWrap: 'anywhere',
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`
  },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Shown = z.output<typeof previewJourney.answer>
type Props = { readonly content: JourneyContent; readonly running: JourneyView['running']; readonly language: string }

export function JourneyPreview({ content, running, language: writing }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { journeys } = words
  const { busy, run, problem } = usePress()
  const [language, setLanguage] = useState(writing)
  const [startsOn, setStartsOn] = useState(
    () => running.flatMap(({ starts }) => (starts.kind === 'date' ? [starts.on] : []))[0] ?? ''
  )
  const [shown, setShown] = useState<Shown>()
  const show = (): void =>
    run(async () => setShown(await session.call(previewJourney, { body: { content, language, startsOn } })))
  return (
    <Card>
      <Title3 as="h2">{journeys.preview}</Title3>
      <Text>{journeys.previewBody}</Text>
      <div className={styles.row}>
        <Field label={journeys.previewLanguage}>
          <Select value={language} onChange={(_event, { value }) => setLanguage(value)}>
            {content.languages.map(each => (
              <option key={each}>{each}</option>
            ))}
          </Select>
        </Field>
        <Field label={journeys.previewFrom}>
          <Input type="date" value={startsOn} onChange={(_event, { value }) => setStartsOn(value)} />
        </Field>
        <Button disabled={busy || !startsOn || content.steps.length === 0} onClick={show}>
          {journeys.show}
        </Button>
      </div>
      {problem}
      {shown && <Weeks shown={shown} language={language} />}
    </Card>
  )
}

function Weeks({ shown, language }: { readonly shown: Shown; readonly language: string }): ReactNode {
  const styles = useStyles()
  const { journeys } = useApp().words
  return (
    <section aria-label={journeys.preview} aria-live="polite" className={styles.column}>
      {[...Map.groupBy(shown.steps, ({ week }) => week)].map(([week, steps]) => (
        <div key={week} className={styles.column}>
          <Subtitle2 as="h3">{journeys.week(week)}</Subtitle2>
          {steps.map(step => (
            <OneStep key={`${step.stepId}${step.when}`} step={step} timezone={shown.timezone} language={language} />
          ))}
        </div>
      ))}
    </section>
  )
}

type StepProps = {
  readonly step: Shown['steps'][number]
  readonly timezone: string
  readonly language: string
}

function OneStep({ step, timezone, language }: StepProps): ReactNode {
  const styles = useStyles()
  const { words, locale } = useApp()
  const { journeys } = words
  const when = step.comesAt ? journeys.comes(formatMoment(step.comesAt, { locale, timezone })) : journeys.noRoom
  return (
    <div className={styles.shown}>
      <Text size={200} className={styles.quiet}>
        {[when, journeys.onlyIf[step.when]].filter(Boolean).join(' · ')}
      </Text>
      {step.words ? (
        <div lang={language}>
          <Text block weight="semibold">
            {step.words.action}
          </Text>
          <Text block>{[step.words.whyYou, step.words.whyNow].filter(Boolean).join(' ')}</Text>
          {step.words.evidence && <Text size={200}>{step.words.evidence}</Text>}
        </div>
      ) : (
        <Text>{journeys.untranslated}</Text>
      )}
    </div>
  )
}
