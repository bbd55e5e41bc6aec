/** A session that leaves no trace: all of it lives in this component, and goes with it. */
import { Badge, Button, Text, Title3, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { keepPlan, type Citation } from '../../../api/contract/coach.ts'
import { privateEventSchema, privateTurn, type PrivateEvent } from '../../../api/contract/coach-stream.ts'
import { useApp } from '../../context.ts'
import { usePress } from '../../press.tsx'
import { PlanSaid } from '../../plan-said.tsx'
import { Citations } from './citations.tsx'
import { Composer } from './composer.tsx'
import { framesOf } from './frames.ts'
import { TalkToPerson } from './person.tsx'

const useStyles = makeStyles({
  /** Unlike every other page, in every theme. */
  region: {
    flex: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '16px',
    border: `2px dashed ${tokens.colorNeutralForeground1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground4
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    alignItems: 'center',
    justifyContent: 'space-between',
    position: 'sticky',
    top: 0,
    zIndex: 1,
    paddingTop: '8px',
    paddingBottom: '8px',
    backgroundColor: tokens.colorNeutralBackground4
  },
  composer: { backgroundColor: tokens.colorNeutralBackground4 }
})

type End = Extract<PrivateEvent, { readonly kind: 'end' }>
type Plan = NonNullable<End['plan']>
type Said = {
  readonly from: 'person' | 'coach' | 'human'
  readonly text: string
  readonly degraded: boolean
  readonly plan: Plan | null
  readonly citations: readonly Citation[]
  /** By the person, in the middle. */
  readonly stopped: boolean
}

export function PrivateSession({ onEnd }: { readonly onEnd: () => void }): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const [said, setSaid] = useState<readonly Said[]>([])
  const [pending, setPending] = useState<string>()
  const [answering, setAnswering] = useState<string>()
  const [expired, setExpired] = useState(false)
  const sealed = useRef('')
  const left = useRef(new AbortController())
  const stopping = useRef(new AbortController())
  const top = useRef<HTMLElement>(null)
  const end = useRef<HTMLDivElement>(null)
  const page = words.coachPage.private
  useEffect(() => {
    left.current = new AbortController()
    top.current?.focus()
    return () => left.current.abort()
  }, [])
  useEffect(() => {
    if (said.length > 0) end.current?.scrollIntoView({ block: 'nearest' })
  }, [said.length, pending, answering])
  const send = async (text: string): Promise<void> => {
    const body = { text, ...(sealed.current ? { sealed: sealed.current } : {}) }
    stopping.current = new AbortController()
    const { signal: stopped } = stopping.current
    let heard = ''
    try {
      const answer = await session.open(privateTurn, { body, signal: AbortSignal.any([left.current.signal, stopped]) })
      if (!answer.body) throw new Error('an answer without a body')
      const read = await readAnswer(answer.body, soFar => {
        heard = soFar
        setAnswering(soFar)
      })
      if (read.kind === 'expired') setExpired(true)
      else {
        sealed.current = read.sealed
        setSaid(before => [...before, mine(text), { ...read, stopped: false }])
      }
    } catch (error) {
      if (!stopped.aborted) throw error
      setSaid(before => [...before, mine(text), { ...mine(heard), from: 'coach', stopped: true }])
    } finally {
      setPending(undefined)
      setAnswering(undefined)
    }
  }
  const stop = (): void => {
    stopping.current.abort()
    // The button goes; whoever pressed it writes on.
    top.current?.querySelector('textarea')?.focus()
  }
  return (
    <section ref={top} tabIndex={-1} className={styles.region} aria-labelledby="private-title">
      <div className={styles.head}>
        <Title3 as="h2" id="private-title">
          {page.title}
        </Title3>
        <Button appearance="primary" onClick={onEnd}>
          {page.end}
        </Button>
      </div>
      <Text>{page.body}</Text>
      <Text>{page.used}</Text>
      <Text size={200} className="ci-note">
        {page.opinion}
      </Text>
      <div>
        <TalkToPerson />
      </div>
      <ol className="ci-thread" aria-label={words.coachPage.turns}>
        {said.map((turn, at) => (
          <PrivateTurn key={at} turn={turn} />
        ))}
        {pending !== undefined && <PrivateTurn turn={mine(pending)} />}
        {pending !== undefined && <Answering text={answering ?? ''} onStop={stop} />}
      </ol>
      <div className="ci-spoken" role="log" aria-live="polite">
        {said.at(-1)?.text} {said.at(-1)?.stopped && page.stopped}
      </div>
      <div ref={end} className="ci-end" />
      {expired ? (
        <Text role="alert">{page.expired}</Text>
      ) : (
        <div className={mergeClasses('ci-composer', styles.composer)}>
          <Composer
            label={page.composer}
            openers={[]}
            draftKey={undefined}
            send={send}
            onPending={setPending}
            note={page.title}
          />
        </div>
      )}
    </section>
  )
}

const mine = (text: string): Said => ({
  from: 'person',
  text,
  degraded: false,
  plan: null,
  citations: [],
  stopped: false
})

type Read = { readonly kind: 'expired' } | (End & { readonly text: string })

/** @throws when no answer came. */
async function readAnswer(body: ReadableStream<Uint8Array>, onText: (text: string) => void): Promise<Read> {
  let text = ''
  for await (const { data } of framesOf(body)) {
    const event = data && privateEventSchema.parse(JSON.parse(data))
    if (!event) continue
    if (event.kind === 'expired') return event
    if (event.kind === 'end') return { ...event, text }
    if (event.kind === 'failed' || event.kind === 'needsAgreement') break
    text = event.kind === 'part' ? text + event.text : ''
    onText(text)
  }
  throw new Error('no answer came')
}

function Answering({ text, onStop }: { readonly text: string; readonly onStop: () => void }): ReactNode {
  const { words } = useApp()
  const { says, answering, stop } = words.coachPage
  return (
    <li className="ci-turn ci-theirs">
      <span className="ci-spoken">{says.coach}:</span>
      {text !== '' && <Text>{text}</Text>}
      <div className="ci-under">
        <Badge appearance="outline" color="informative" size="small">
          {words.aiLabel}
        </Badge>
        {text === '' && (
          <Text size={200} className="ci-note">
            {answering}
          </Text>
        )}
        <Button size="small" onClick={onStop}>
          {stop}
        </Button>
      </div>
    </li>
  )
}

function PrivateTurn({ turn }: { readonly turn: Said }): ReactNode {
  const { words } = useApp()
  return (
    <li className={mergeClasses('ci-turn', turn.from === 'person' ? 'ci-mine' : 'ci-theirs')}>
      <span className="ci-spoken">{words.coachPage.says[turn.from]}:</span>
      {turn.text !== '' && <Text>{turn.text}</Text>}
      <Citations of={turn.citations} />
      {turn.stopped && (
        <Text size={200} className="ci-note">
          {words.coachPage.private.stopped}
        </Text>
      )}
      {turn.degraded && (
        <Text size={100} className="ci-note">
          {words.coachPage.degraded}
        </Text>
      )}
      {turn.from === 'coach' && turn.text !== '' && (
        <div className="ci-under">
          <Badge appearance="outline" color="informative" size="small">
            {words.aiLabel}
          </Badge>
        </div>
      )}
      {turn.from === 'human' && <Badge size="small">{words.humanLabel}</Badge>}
      {turn.plan && <Keep plan={turn.plan} />}
    </li>
  )
}

function Keep({ plan }: { readonly plan: Plan }): ReactNode {
  const { session, words } = useApp()
  const { busy, run, problem } = usePress()
  const [kept, setKept] = useState(false)
  const [said, setSaid] = useState('')
  const planId = useRef(`pln_${crypto.randomUUID()}`)
  const page = words.coachPage.private
  const keep = (): void =>
    run(async () => {
      const heard = await session.call(keepPlan, { body: { planId: planId.current, ...plan } })
      setSaid(heard.said?.text ?? '')
      setKept(heard.plan !== null)
    })
  return (
    <>
      <Text weight="semibold">{words.ifThen(plan.cue, plan.action)}</Text>
      {said && <PlanSaid text={said} />}
      {kept ? (
        <output>{page.kept}</output>
      ) : (
        <Button size="small" disabled={busy} onClick={keep}>
          {page.keep}
        </Button>
      )}
      {problem}
    </>
  )
}
