/** Home: the plan due today, the thread, and a composer that is ready; topics, a session without a trace, and a way to people. */
import { Suspense, useEffect, useState, type ReactNode } from 'react'
import { getPlans, newConversation, postTurn } from '../../api/contract/coach.ts'
import { useApp } from '../context.ts'
import { Failure } from '../failure.tsx'
import { Later, afterwards, patient } from '../later.tsx'
import { afterFirstView, firstViewStands } from '../leisure.ts'
import { Waiting, useLoaded } from '../load.tsx'
import { Button, Notice, Text } from '../parts.tsx'
import { usePress } from '../press.tsx'
import { Composer } from './coach/composer.tsx'
import { ThreadView } from './coach/thread.tsx'
import { useConversation, type Conversation, type Shown } from './coach/use-conversation.ts'
import type { Plan } from './plans.tsx'

/** Before it there is no composer. */
const Agreement = patient(async () => (await import('./agreement.tsx')).Agreement)
/** The composer waits for none of these. */
const FormerThread = afterwards(async () => (await import('./former-thread.tsx')).FormerThread)
const PlanCard = afterwards(async () => (await import('./plans.tsx')).PlanCard)
const PrivateSession = afterwards(async () => (await import('./coach/private.tsx')).PrivateSession)
const TalkToPerson = afterwards(async () => (await import('./coach/person.tsx')).TalkToPerson)
const Topics = afterwards(async () => (await import('./coach/topics.tsx')).Topics)

export function CoachPage(): ReactNode {
  const { words } = useApp()
  const conversation = useConversation()
  const { shown, failure, load } = conversation
  const stands = shown !== undefined || failure !== undefined
  useEffect(() => {
    if (stands) firstViewStands()
  }, [stands])
  if (!shown)
    return failure ? <Failure failure={failure} words={words} onRetry={() => load()} /> : <Waiting words={words} />
  if (shown.agreement === 'given') return <Open conversation={conversation} shown={shown} />
  return (
    <Suspense fallback={<Waiting words={words} />}>
      <Agreement declined={shown.agreement === 'declined'} onDecided={() => load()} />
      <Later>
        <FormerThread agreed={false} />
      </Later>
    </Suspense>
  )
}

type OpenProps = { readonly conversation: Conversation; readonly shown: Shown }

function Open({ conversation, shown }: OpenProps): ReactNode {
  const { session, words } = useApp()
  const plans = useLoaded(() => session.call(getPlans))
  const [isPrivate, setPrivate] = useState(false)
  const { turns } = shown
  const made = turns.filter(({ planId }) => planId !== null).length
  useEffect(() => {
    if (made > 0) plans.reload()
  }, [made])
  const open = (plans.value?.plans ?? []).filter(plan => plan.state === 'open')
  const due = open.find(plan => plan.due)
  const page = words.coachPage
  if (isPrivate)
    return (
      <Suspense>
        <PrivateSession
          onEnd={() => {
            setPrivate(false)
            plans.reload()
          }}
        />
      </Suspense>
    )
  return (
    <div className="ci-coach">
      <div className="ci-coach-main">
        <Tools conversation={conversation} onPrivate={() => setPrivate(true)} />
        {conversation.behind && <Notice intent="warning">{page.behind}</Notice>}
        <Later>
          <FormerThread agreed />
          {due && <PlanCard plan={due} title={page.due} onChange={plans.reload} />}
        </Later>
        {shown.title && (
          <Text size={200} className="ci-note">
            {page.topicOf(shown.title)}
          </Text>
        )}
        <Talk conversation={conversation} shown={shown} plans={plans.value?.plans ?? []} />
      </div>
      <aside className="ci-coach-aside" aria-label={page.yourPlan}>
        {plans.value && open.length === 0 && (
          <Text size={200} className="ci-note">
            {page.noPlan}
          </Text>
        )}
        <Later>
          {open
            .filter(plan => plan !== due)
            .slice(0, 2)
            .map(plan => (
              <PlanCard key={plan.planId} plan={plan} title={words.openPlan} onChange={plans.reload} />
            ))}
        </Later>
      </aside>
    </div>
  )
}

type ToolsProps = { readonly conversation: Conversation; readonly onPrivate: () => void }

function Tools({ conversation, onPrivate }: ToolsProps): ReactNode {
  const { session, words } = useApp()
  const { busy, run, problem } = usePress()
  const begin = (): void => run(async () => conversation.load((await session.call(newConversation)).conversationId))
  return (
    <>
      <div className="ci-coach-tools">
        <Button size="small" disabled={busy} onClick={begin}>
          {words.coachPage.newTopic}
        </Button>
        <Later>
          <Topics onOpen={conversation.load} onGone={() => conversation.load()} />
          <TalkToPerson />
        </Later>
        <Button size="small" onClick={onPrivate}>
          {words.coachPage.private.begin}
        </Button>
      </div>
      {problem}
    </>
  )
}

/** Another conversation has another composer. The first turn of a new one only names it: what is on its way goes on. */
function useComposerKey(conversationId: string | null): string {
  const [place, setPlace] = useState({ key: conversationId ?? 'new', conversationId })
  if (place.conversationId !== conversationId)
    setPlace({ key: place.conversationId === null ? place.key : (conversationId ?? 'new'), conversationId })
  return place.key
}

function Talk({ conversation, shown, plans }: OpenProps & { readonly plans: readonly Plan[] }): ReactNode {
  const { session, words, personId } = useApp()
  const [pending, setPending] = useState<string>()
  const [sent, setSent] = useState<string>()
  const { turns, conversationId } = shown
  const composerKey = useComposerKey(conversationId)
  const memory = useLoaded(async () => {
    await afterFirstView
    return (await import('./coach/remember.tsx')).isMemoryOn(session)
  })
  const send = async (text: string, turnId: string): Promise<void> => {
    setSent(turnId)
    const body = { turnId, text, ...(conversationId ? { conversationId } : {}) }
    const answer = await session.call(postTurn, { body })
    if (answer.kind === 'needsAgreement') conversation.load()
    else conversation.take(answer.turns)
  }
  return (
    <>
      <ThreadView
        turns={turns}
        more={shown.more}
        pending={turns.some(({ turnId }) => turnId === sent) ? undefined : pending}
        plans={plans}
        remembers={memory.value ?? false}
        actions={conversation}
      />
      <div className="ci-composer ci-composer-open">
        <Composer
          key={composerKey}
          label={words.composer}
          openers={turns.length === 0 ? words.openers : []}
          // Gone with the browser's tab, and never another person's.
          draftKey={`ci.draft.${personId}`}
          send={send}
          onPending={setPending}
          note={words.privacy}
        />
      </div>
    </>
  )
}
