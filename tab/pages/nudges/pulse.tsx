/** The monthly pulse in the tab: two questions, what was said, and whether the coach may ask again. Nothing before a yes to the coach. */
import { Card, Field, Radio, RadioGroup, Switch, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import {
  changeMyPulse,
  getMyPulse,
  PULSE_ANSWERS,
  PULSE_QUESTIONS,
  pulseAnswerSchema,
  type PulseQuestion,
  type PulseView
} from '../../../api/contract/pulse.ts'
import { PULSE_WORDS } from '../../../api/contract/pulse-words.ts'
import { useApp } from '../../context.ts'
import { useLoaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { PULSE_PAGE_WORDS } from './pulse-words.ts'

const useStyles = makeStyles({
  questions: { display: 'flex', flexDirection: 'column', gap: '16px' },
  radios: { display: 'flex', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Change = Partial<Pick<PulseView, PulseQuestion | 'asked'>>

export function Pulse({ answered }: { readonly answered: () => void }): ReactNode {
  const styles = useStyles()
  const { session, locale } = useApp()
  const language = locale.startsWith('es') ? 'es' : 'en'
  const [said, page] = [PULSE_WORDS[language], PULSE_PAGE_WORDS[language]]
  const { value } = useLoaded(() => session.call(getMyPulse))
  const [changed, setChanged] = useState<PulseView>()
  const [news, setNews] = useState('')
  const { busy, run, problem } = usePress()
  // The page's own list says when it could not be loaded; this part is shown only where it is known.
  const pulse = changed ?? value?.pulse
  if (!pulse) return null
  const change = (body: Change, told: string): void =>
    run(async () => {
      setNews('')
      const answer = await session.call(changeMyPulse, { body })
      setChanged(answer.pulse ?? undefined)
      setNews(told)
      answered()
    })
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return (
    <Card id="pulse">
      <Title3 as="h2">{page.title(month.format(new Date(`${pulse.month}-15T00:00:00Z`)))}</Title3>
      <Text className={styles.quiet}>{said.private}</Text>
      <div className={styles.questions}>
        {PULSE_QUESTIONS.map(question => (
          <Field key={question} label={said.questions[question].ask}>
            <RadioGroup
              layout="horizontal"
              className={styles.radios}
              disabled={busy}
              value={pulse[question] ?? ''}
              onChange={(_event, { value: chosen }) =>
                change({ [question]: pulseAnswerSchema.safeParse(chosen).data ?? null }, page.saved)
              }
            >
              {PULSE_ANSWERS.map(answer => (
                <Radio key={answer} value={answer} label={said.questions[question][answer]} />
              ))}
              <Radio value="" label={page.none} />
            </RadioGroup>
          </Field>
        ))}
      </div>
      <Switch
        label={page.asks}
        checked={pulse.asked}
        disabled={busy}
        onChange={(_event, { checked }) => change({ asked: checked }, checked ? page.asksAgain : page.asksNot)}
      />
      <output>{news}</output>
      {problem}
    </Card>
  )
}
