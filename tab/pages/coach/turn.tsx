/** One turn: whose words they are, where they were typed, and what can be done about an answer. */
import { useState, type ReactNode } from 'react'
import type { Mark, MarkHeard, Turn } from '../../../api/contract/coach.ts'
import { useApp } from '../../context.ts'
import { Later, afterwards, patient } from '../../later.tsx'
import { Badge, Button, Text, classes } from '../../parts.tsx'
import { usePress } from '../../press.tsx'
import { Citations } from './citations.tsx'
import { Opinion } from './opinion.tsx'

export type TurnActions = {
  readonly stop: (messageId: string) => Promise<void>
  readonly retry: (messageId: string) => Promise<void>
  /** @param text what was wrong, in the person's words. */
  readonly mark: (messageId: string, mark: Mark, text?: string) => Promise<MarkHeard>
}

type Props = {
  readonly turn: Turn
  readonly actions: TurnActions
  /** Whether the person wants anything remembered. */
  readonly remembers: boolean
  readonly beside: ReactNode
}

const Why = afterwards(async () => (await import('./why.tsx')).Why)
const Remember = patient(async () => (await import('./remember.tsx')).Remember)

/** @param beside what belongs under the words, such as the plan that was made. */
export function TurnView({ turn, actions, remembers, beside }: Props): ReactNode {
  const { words } = useApp()
  const page = words.coachPage
  return (
    <li
      id={turn.messageId}
      tabIndex={-1}
      className={classes('ci-turn', turn.from === 'person' ? 'ci-mine' : 'ci-theirs')}
    >
      <span className="ci-spoken">{page.says[turn.from]}:</span>
      {turn.text !== '' && <Text>{turn.text}</Text>}
      <Citations of={turn.citations} />
      {turn.from === 'coach' && <AnswerState turn={turn} actions={actions} />}
      {turn.from === 'human' && <Badge>{words.humanLabel}</Badge>}
      {turn.from === 'person' && (
        <Text size={100} className="ci-note">
          {words.typedIn[turn.surface]}
        </Text>
      )}
      {turn.from === 'person' && remembers && (
        <Later>
          <Remember turn={turn} />
        </Later>
      )}
      {beside}
    </li>
  )
}

function AnswerState({ turn, actions }: { readonly turn: Turn; readonly actions: TurnActions }): ReactNode {
  const { words } = useApp()
  const { busy, run, problem } = usePress()
  const page = words.coachPage
  const { messageId, state } = turn
  const [asked, setAsked] = useState<Exclude<Mark, 'helpful'>>()
  const mark = async (chosen: Mark): Promise<void> => {
    await actions.mark(messageId, chosen)
    setAsked(chosen === 'helpful' ? undefined : chosen)
  }
  return (
    <>
      {(state === 'stopped' || state === 'failed' || state === 'cut') && (
        <Text size={200} className="ci-note">
          {page[state]}
        </Text>
      )}
      {turn.degraded && state !== 'answering' && (
        <Text size={100} className="ci-note">
          {page.degraded}
        </Text>
      )}
      <div className="ci-under">
        <Badge appearance="outline">{words.aiLabel}</Badge>
        {state === 'answering' && (
          <>
            {turn.text === '' && (
              <Text size={200} className="ci-note">
                {page.answering}
              </Text>
            )}
            <Button size="small" disabled={busy} onClick={() => run(() => actions.stop(messageId))}>
              {page.stop}
            </Button>
          </>
        )}
        {(state === 'failed' || state === 'cut') && (
          <Button size="small" disabled={busy} onClick={() => run(() => actions.retry(messageId))}>
            {page.again}
          </Button>
        )}
        {(state === 'done' || state === 'stopped') && (
          <Opinion turn={turn} busy={busy} onMark={chosen => run(() => mark(chosen))} />
        )}
      </div>
      {asked && (
        <Later>
          <Why
            mark={asked}
            send={text => actions.mark(messageId, asked, text)}
            onSkip={() => {
              setAsked(undefined)
              document.getElementById(messageId)?.focus()
            }}
          />
        </Later>
      )}
      {problem}
    </>
  )
}
