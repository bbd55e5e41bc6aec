/** What was said, oldest first; whole sentences are read out as they are finished. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { PlanView, Turn } from '../../../api/contract/coach.ts'
import { useApp } from '../../context.ts'
import { Text } from '../../parts.tsx'
import { Earlier } from './earlier.tsx'
import { sentencesIn } from './thread-state.ts'
import { TurnView, type TurnActions } from './turn.tsx'

type Props = {
  readonly turns: readonly Turn[]
  /** Whether older ones are there. */
  readonly more: boolean
  /** Words on their way, not stored yet as far as this window knows. */
  readonly pending: string | undefined
  readonly plans: readonly PlanView[]
  readonly remembers: boolean
  readonly actions: TurnActions & { readonly earlier: () => Promise<string | undefined> }
}

export function ThreadView({ turns, more, pending, plans, remembers, actions }: Props): ReactNode {
  const { words } = useApp()
  const end = useRef<HTMLDivElement>(null)
  const last = turns.at(-1)
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' })
  }, [last?.messageId, last?.text.length, pending])
  return (
    <>
      {turns.length === 0 && pending === undefined && (
        <div className="ci-turn ci-theirs">
          <Text size={400}>{words.firstQuestion}</Text>
        </div>
      )}
      <Earlier shown={turns.length} more={more} load={actions.earlier} />
      <ol className="ci-thread" aria-label={words.coachPage.turns}>
        {turns.map(turn => (
          <TurnView
            key={turn.messageId}
            turn={turn}
            actions={actions}
            remembers={remembers}
            beside={<Made turn={turn} plans={plans} />}
          />
        ))}
        {pending !== undefined && (
          <li className="ci-turn ci-mine">
            <Text>{pending}</Text>
            <Text size={100} className="ci-note">
              {words.coachPage.sending}
            </Text>
          </li>
        )}
      </ol>
      <Spoken turn={last} />
      <div ref={end} className="ci-end" />
    </>
  )
}

/** Only what comes while the page is open: what was there when it opened is read by whoever goes there. */
function Spoken({ turn }: { readonly turn: Turn | undefined }): ReactNode {
  const { locale } = useApp()
  const [opened] = useState(turn?.messageId)
  const isNew = turn !== undefined && turn.messageId !== opened
  return (
    <div className="ci-spoken" role="log" aria-live="polite" aria-atomic="false">
      {(isNew ? sentencesIn(turn, locale) : []).map((sentence, at) => (
        <span key={`${turn?.messageId}/${at}`}>{sentence}</span>
      ))}
    </div>
  )
}

function Made({ turn, plans }: { readonly turn: Turn; readonly plans: readonly PlanView[] }): ReactNode {
  const { words } = useApp()
  const plan = turn.planId && plans.find(({ planId }) => planId === turn.planId)
  return plan ? (
    <Text size={200} weight="semibold">
      {words.coachPage.planMade}: {words.ifThen(plan.cue, plan.action)}
    </Text>
  ) : null
}
