/** Where the person writes: ready at once, keeps what is not sent yet, and sends it by itself when the network is back. */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { CallError } from '../../../api/contract/client.ts'
import { useApp } from '../../context.ts'
import { Button, Text, TextArea } from '../../parts.tsx'
import { SessionError } from '../../session.ts'
import { keepDraft, readDraft } from './draft.ts'

type Props = {
  readonly label: string
  readonly openers: readonly string[]
  /** Kept in this window until it is sent; of a session without a trace nothing is: undefined. */
  readonly draftKey: string | undefined
  /** @throws when nobody knows whether it arrived; sending the same `turnId` again stores it once. */
  readonly send: (text: string, turnId: string) => Promise<void>
  readonly onPending: (text: string | undefined) => void
  readonly note: string
}

type Phase = 'idle' | 'sending' | 'offline' | 'failed'

/** How long until it is tried again where no network's return tells when, by how often it was tried. */
const againAfter = (tries: number): number => Math.min(2000 * 2 ** tries, 30_000)

/** A browser that has just come back may say so before anything can be reached. */
function isUnreached(error: unknown): boolean {
  if (!(error instanceof SessionError)) return !(error instanceof CallError)
  return error.kind === 'offline' || (error.kind === 'failed' && !(error.cause instanceof CallError))
}

export function Composer({ label, openers, draftKey, send, onPending, note }: Props): ReactNode {
  const { words } = useApp()
  const [text, setText] = useState(() => readDraft(draftKey))
  const [phase, setPhase] = useState<Phase>('idle')
  const tries = useRef(0)
  const field = useRef<HTMLTextAreaElement>(null)
  // One id per text: a second press, or a retry after a lost answer, stores once. Other words are another turn.
  const tried = useRef({ text: '', turnId: '' })
  const keep = (value: string): void => keepDraft(draftKey, value)
  const change = (value: string): void => {
    keep(value)
    setText(value)
  }
  /** What was typed while these words were on their way. */
  const typedSince = (sent: string): string => {
    const typed = field.current?.value ?? ''
    return typed === sent ? '' : typed
  }
  const sendOff = async (value: string): Promise<void> => {
    if (tried.current.text !== value) tried.current = { text: value, turnId: crypto.randomUUID() }
    setPhase('sending')
    onPending(value)
    field.current?.focus()
    try {
      await send(value, tried.current.turnId)
      tried.current = { text: '', turnId: '' }
      tries.current = 0
      setPhase('idle')
    } finally {
      onPending(undefined)
    }
  }
  const submit = async (value: string): Promise<void> => {
    if (!value.trim() || phase === 'sending') return
    setText('')
    try {
      await sendOff(value)
      keep(typedSince(value))
    } catch (error) {
      change([value, typedSince(value)].filter(Boolean).join('\n'))
      tries.current += 1
      setPhase(isUnreached(error) ? 'offline' : 'failed')
    }
  }
  /** What is typed stays typed: the opening goes out by itself, and stays to be pressed again where it does not arrive. */
  const begin = async (opener: string): Promise<void> => {
    if (!text.trim()) return submit(opener)
    if (phase !== 'sending') await sendOff(opener).catch(() => setPhase('failed'))
  }
  useEffect(() => {
    if (phase !== 'offline') return undefined
    const again = (): void => void submit(text)
    const timer = navigator.onLine ? window.setTimeout(again, againAfter(tries.current)) : undefined
    window.addEventListener('online', again)
    return () => {
      window.clearTimeout(timer)
      window.removeEventListener('online', again)
    }
  }, [phase, text])
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void submit(text)
  }
  return (
    <>
      {openers.length > 0 && (
        <div className="ci-openers">
          {openers.map(opener => (
            <Button
              key={opener}
              size="small"
              disabled={phase === 'sending' || phase === 'offline'}
              onClick={() => void begin(opener)}
            >
              {opener}
            </Button>
          ))}
        </div>
      )}
      <div className="ci-composer-row">
        <TextArea
          ref={field}
          className="ci-wide"
          aria-label={label}
          placeholder={label}
          value={text}
          maxLength={4000}
          onChange={({ target }) => {
            change(target.value)
            // Whoever writes on sends it themselves: half a sentence goes nowhere.
            if (phase === 'offline') setPhase('idle')
          }}
          onKeyDown={onKey}
        />
        <Button appearance="primary" disabled={!text.trim() || phase === 'sending'} onClick={() => void submit(text)}>
          {phase === 'sending' ? words.sending : words.send}
        </Button>
      </div>
      {(phase === 'failed' || phase === 'offline') && (
        <Text size={200} className="ci-error" role="alert">
          {phase === 'offline' ? words.coachPage.waits : words.notSent}
        </Text>
      )}
      <Text size={100} className="ci-note">
        {note}
      </Text>
    </>
  )
}
