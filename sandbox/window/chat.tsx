/** A chat or a channel as Teams shows it. */
import { Spinner, makeStyles, tokens } from '@fluentui/react-components'
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import * as control from '../control/contract.ts'
import { call } from './api.ts'
import type { Pressed } from './card.tsx'
import { Composer, Gone } from './composer.tsx'
import { Failed } from './failed.tsx'
import { useInOrder } from './in-order.ts'
import { Message } from './message.tsx'
import { sayProblem, useWork } from './use-work.ts'

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  messages: {
    flex: 1,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '16px',
    margin: 0,
    listStyleType: 'none'
  },
  typing: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase100 },
  empty: {
    margin: 'auto',
    maxWidth: '440px',
    padding: '24px',
    textAlign: 'center',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    alignItems: 'center'
  },
  notice: { ':not(:empty)': { padding: '4px 16px' } }
})

type Source =
  | { readonly kind: 'chat'; readonly person: control.SandboxPerson }
  | { readonly kind: 'channel'; readonly channelId: string; readonly person: control.SandboxPerson }

type Props = {
  readonly source: Source
  readonly version: number
  readonly empty: ReactNode
  readonly onOpen: (url: string) => void
}

export function Conversation({ source, version, empty, onOpen }: Props): ReactNode {
  const styles = useStyles()
  const [loaded, setLoaded] = useState<{
    readonly messages: readonly control.SandboxMessage[]
    readonly typing: boolean
  }>()
  const [unloaded, setUnloaded] = useState('')
  const [notice, setNotice] = useState('')
  const { busy, problem, run } = useWork()
  const end = useRef<HTMLLIElement>(null)
  const { person } = source
  const channelId = source.kind === 'channel' ? source.channelId : undefined
  const ask = useInOrder()
  const load = useCallback(async () => {
    const counts = ask()
    try {
      const answer = channelId
        ? await call(control.getChannel, { params: { channelId }, query: { viewer: person.key } })
        : await call(control.getChat, { params: { personKey: person.key } })
      if (!counts()) return
      setLoaded(answer)
      setUnloaded('')
    } catch (error) {
      if (counts()) setUnloaded(sayProblem(error))
    }
  }, [ask, channelId, person.key])
  useEffect(() => void load(), [load, version])
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' })
  }, [loaded?.messages.length])
  const inChannel = channelId ? { channelId } : {}
  const params = { personKey: person.key }
  const act = (work: () => Promise<string>): Promise<void> => run(async () => setNotice(await work())).then(load)
  const press = (messageId: string, pressed: Pressed) =>
    act(async () => {
      const { outcome, text } = await call(control.press, { params, body: { messageId, ...pressed, ...inChannel } })
      return outcome === 'error' ? `The button did not get through; press it again later. ${text}` : text
    })
  const rate = (messageId: string, reaction: 'like' | 'dislike') =>
    act(async () => {
      await call(control.feedback, { params, body: { messageId, reaction } })
      return 'Thank you: CI has your thumb'
    })
  const send = async (text: string): Promise<boolean> => {
    let sent = false
    await act(async () => {
      await call(control.say, { params, body: { text, ...inChannel } })
      sent = true
      return ''
    })
    return sent
  }
  if (!loaded && unloaded)
    return <Failed title="The conversation could not be loaded" problem={unloaded} onRetry={() => void load()} />
  if (!loaded) return <Spinner label="Loading …" style={{ margin: 'auto' }} />
  return (
    <div className={styles.frame}>
      {loaded.messages.length === 0 ? (
        <div className={styles.empty}>{empty}</div>
      ) : (
        <ol className={styles.messages} aria-live="polite" aria-busy={busy} aria-label="Messages" tabIndex={0}>
          {loaded.messages.map(message => (
            <Message
              key={message.id}
              {...{ message, person, onOpen }}
              onPress={pressed => void press(message.id, pressed)}
              onRate={reaction => void rate(message.id, reaction)}
            />
          ))}
          {loaded.typing && <li className={styles.typing}>ConsciousInsights is typing …</li>}
          <li ref={end} aria-hidden />
        </ol>
      )}
      <output className={styles.notice}>{problem || unloaded || notice}</output>
      {source.kind === 'chat' && person.left && <Gone name={person.name} />}
      {source.kind === 'chat' && !person.left && person.installed && <Composer busy={busy} onSend={send} />}
    </div>
  )
}
