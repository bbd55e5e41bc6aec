/**
 * Asked before anything is kept, in the very words whose version the answer is stored with; while the company has an experiment,
 * its sentence is part of what people say yes to. After the yes come three short questions, as in the chat.
 */
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { CallError } from '../../api/contract/client.ts'
import { decideAgreementEndpoint, getAgreement } from '../../api/contract/coach.ts'
import { decideMyExperiment, getMyExperiment } from '../../api/contract/experiments.ts'
import { getNudgePreferences, type NudgePreferences } from '../../api/contract/nudges.ts'
import { useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'
import { afterwards } from '../later.tsx'
import { Button, Text, Title } from '../parts.tsx'
import { usePress } from '../press.tsx'

const FirstQuestions = afterwards(async () => (await import('./first-questions.tsx')).FirstQuestions)

const OTHER_TEXT = 'text_changed'

type Props = { readonly declined: boolean; readonly onDecided: () => void }

export function Agreement({ declined, onDecided }: Props): ReactNode {
  const { session } = useApp()
  const [toSettle, setToSettle] = useState<NudgePreferences>()
  const loaded = useLoaded(async () => {
    const [{ agreement, current, decided }, { experiment }] = await Promise.all([
      session.call(getAgreement),
      session.call(getMyExperiment)
    ])
    return { current, agreedBefore: agreement === 'none' && decided !== null, experiment }
  })
  /** Whoever answered the questions once is not asked again. */
  const go = async (): Promise<void> => {
    const known = await session.call(getNudgePreferences).catch(() => undefined)
    if (known && !known.settled) setToSettle(known)
    else onDecided()
  }
  if (toSettle) return <FirstQuestions known={toSettle} onDone={onDecided} />
  return (
    <Loading loaded={loaded}>
      {asked => <Asked {...{ declined, ...asked, onGiven: go, onDeclined: onDecided, onOtherText: loaded.reload }} />}
    </Loading>
  )
}

/** What is no sentence stands above those that follow. */
const isHeading = (line: string): boolean => !/[.»”]$/u.test(line)

type AskedProps = {
  readonly declined: boolean
  readonly current: z.output<typeof getAgreement.answer>['current']
  /** To an earlier text. */
  readonly agreedBefore: boolean
  readonly experiment: z.output<typeof getMyExperiment.answer>['experiment']
  readonly onGiven: () => Promise<void>
  readonly onDeclined: () => void
  /** The text is not the one any more that was read. */
  readonly onOtherText: () => void
}
function Asked(props: AskedProps): ReactNode {
  const { declined, current, agreedBefore, experiment, onGiven, onDeclined, onOtherText } = props
  const { session, words } = useApp()
  const { busy, run, problem } = usePress({ [OTHER_TEXT]: words.agreement.otherText })
  const [title, ...rest] = current.lines
  const asked = experiment?.choice === 'open' ? experiment : undefined
  const decide = (decision: 'given' | 'declined'): void =>
    run(async () => {
      await session
        .call(decideAgreementEndpoint, { body: { decision, modelService: current.modelService } })
        .catch((error: unknown) => {
          if (error instanceof CallError && error.problem.code === OTHER_TEXT) onOtherText()
          throw error
        })
      if (decision === 'declined') return onDeclined()
      // Only who read it says yes to it.
      if (asked) await session.call(decideMyExperiment, { body: { experimentId: asked.experimentId, choice: 'in' } })
      await onGiven()
    })
  return (
    <div className="ci-card">
      {declined && <output>{words.agreement.declined}</output>}
      {agreedBefore && <output>{words.agreement.changed}</output>}
      <Title as="h2">{title}</Title>
      {rest.map(line => (
        <Text key={line} {...(isHeading(line) ? { weight: 'semibold' } : {})}>
          {line}
        </Text>
      ))}
      {asked && <Text>{asked.disclosure}</Text>}
      <Text size={200} className="ci-note">
        {words.privacy}
      </Text>
      <div className="ci-row">
        <Button appearance="primary" disabled={busy} onClick={() => decide('given')}>
          {words.agreement.yes}
        </Button>
        {!declined && (
          <Button disabled={busy} onClick={() => decide('declined')}>
            {words.agreement.no}
          </Button>
        )}
      </div>
      {problem}
    </div>
  )
}
