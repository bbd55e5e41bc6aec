/** Home: the open question or the plan due today, the thread, and a composer that is ready. */
import {
  Badge,
  Button,
  Card,
  Text,
  Textarea,
  Title3,
  makeStyles,
  mergeClasses,
  tokens
} from '@fluentui/react-components'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import {
  decideAgreementEndpoint,
  getPlans,
  getThread,
  postTurn,
  type PlanView,
  type Turn
} from '../../api/contract/coach.ts'
import { useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'
import { usePress } from '../press.tsx'
import { FormerThread } from './former-thread.tsx'
import { PlanCard } from './plans.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', flex: 1, gap: '12px' },
  thread: {
    flex: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    listStyleType: 'none',
    margin: 0,
    padding: 0
  },
  turn: {
    maxWidth: '85%',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '10px 14px',
    borderRadius: tokens.borderRadiusLarge,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere'
  },
  mine: {
    alignSelf: 'flex-end',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorTransparentStroke}`
  },
  theirs: {
    alignSelf: 'flex-start',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`
  },
  note: { color: tokens.colorNeutralForeground2 },
  composer: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    paddingTop: '8px',
    paddingBottom: '8px',
    backgroundColor: tokens.colorNeutralBackground2
  },
  row: { display: 'flex', gap: '8px', alignItems: 'flex-end' },
  wide: { flex: 1 },
  openers: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  error: { color: tokens.colorPaletteRedForeground1 }
})

export function CoachPage(): ReactNode {
  const { session } = useApp()
  const loaded = useLoaded(async () => {
    const [thread, { plans }] = await Promise.all([session.call(getThread), session.call(getPlans)])
    return { ...thread, plans }
  })
  return (
    <Loading loaded={loaded}>
      {({ agreement, turns, plans }) =>
        agreement === 'given' ? (
          <Conversation stored={turns} plans={plans} onChange={loaded.reload} />
        ) : (
          <>
            <Agreement declined={agreement === 'declined'} onDecided={loaded.reload} />
            <FormerThread agreed={false} />
          </>
        )
      }
    </Loading>
  )
}

function Agreement({ declined, onDecided }: { readonly declined: boolean; readonly onDecided: () => void }): ReactNode {
  const { session, words } = useApp()
  const { busy, run, problem } = usePress()
  const decide = (decision: 'given' | 'declined'): void =>
    run(async () => {
      await session.call(decideAgreementEndpoint, { body: { decision } })
      onDecided()
    })
  return (
    <Card>
      <Title3 as="h2">{words.agreement.title}</Title3>
      <Text>{declined ? words.agreement.declined : words.agreement.body}</Text>
      <Text size={200}>{words.privacy}</Text>
      <div style={{ display: 'flex', gap: '8px' }}>
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
    </Card>
  )
}

type ConversationProps = {
  readonly stored: readonly Turn[]
  readonly plans: readonly PlanView[]
  readonly onChange: () => void
}

function Conversation({ stored, plans, onChange }: ConversationProps): ReactNode {
  const styles = useStyles()
  const { words } = useApp()
  const end = useRef<HTMLDivElement>(null)
  const open = plans.find(plan => plan.state === 'open')
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' })
  }, [stored.length])
  return (
    <div className={styles.page}>
      <FormerThread agreed />
      {open && <PlanCard plan={open} title={words.openPlan} onChange={onChange} />}
      {stored.length === 0 && (
        <div className={mergeClasses(styles.turn, styles.theirs)}>
          <Text size={400}>{words.firstQuestion}</Text>
        </div>
      )}
      <ol className={styles.thread} aria-live="polite">
        {stored.map(turn => (
          <TurnView key={turn.messageId} turn={turn} />
        ))}
      </ol>
      <Composer showOpeners={stored.length === 0} onSent={onChange} />
      <div ref={end} />
    </div>
  )
}

function TurnView({ turn }: { readonly turn: Turn }): ReactNode {
  const styles = useStyles()
  const { words } = useApp()
  const note = words.typedIn[turn.surface]
  return (
    <li className={mergeClasses(styles.turn, turn.from === 'person' ? styles.mine : styles.theirs)}>
      <Text>{turn.text}</Text>
      {turn.from === 'coach' && (
        <Badge appearance="outline" color="informative" size="small">
          {words.aiLabel}
        </Badge>
      )}
      {turn.from === 'human' && <Badge size="small">{words.humanLabel}</Badge>}
      {turn.from === 'person' && note && (
        <Text size={100} className={styles.note}>
          {note}
        </Text>
      )}
    </li>
  )
}

function Composer({ showOpeners, onSent }: { readonly showOpeners: boolean; readonly onSent: () => void }): ReactNode {
  const styles = useStyles()
  const { session, words, personId } = useApp()
  // Gone with the browser's tab, and never another person's.
  const draft = `ci.draft.${personId}`
  const [text, setText] = useState(() => sessionStorage.getItem(draft) ?? '')
  const [phase, setPhase] = useState<'idle' | 'sending' | 'failed'>('idle')
  // One id per text: a second press, or a retry after a lost answer, stores once.
  const turnId = useRef(crypto.randomUUID())
  const change = (value: string): void => {
    if (value) sessionStorage.setItem(draft, value)
    else sessionStorage.removeItem(draft)
    setText(value)
  }
  const send = async (value: string): Promise<void> => {
    if (!value.trim() || phase === 'sending') return
    setPhase('sending')
    try {
      await session.call(postTurn, { body: { turnId: turnId.current, text: value } })
      turnId.current = crypto.randomUUID()
      change('')
      setPhase('idle')
      onSent()
    } catch {
      setPhase('failed')
    }
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void send(text)
  }
  return (
    <div className={styles.composer}>
      {showOpeners && (
        <div className={styles.openers}>
          {words.openers.map(opener => (
            <Button key={opener} size="small" onClick={() => void send(opener)}>
              {opener}
            </Button>
          ))}
        </div>
      )}
      <div className={styles.row}>
        <Textarea
          className={styles.wide}
          aria-label={words.composer}
          placeholder={words.composer}
          value={text}
          maxLength={4000}
          onChange={(_event, { value }) => change(value)}
          onKeyDown={onKey}
        />
        <Button appearance="primary" disabled={!text.trim() || phase === 'sending'} onClick={() => void send(text)}>
          {phase === 'sending' ? words.sending : words.send}
        </Button>
      </div>
      {phase === 'failed' && (
        <Text size={200} className={styles.error} role="alert">
          {words.notSent}
        </Text>
      )}
      <Text size={100} className={styles.note}>
        {words.privacy}
      </Text>
    </div>
  )
}
