/** A chat or a channel as Teams shows it. */
import { Badge, Button, Spinner, Text, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import * as control from '../control/contract.ts'
import { call } from './api.ts'
import { Card, type Pressed } from './card.tsx'
import { localDate } from './format.ts'

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
  message: {
    maxWidth: 'min(640px, 92%)',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusLarge,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap'
  },
  bot: {
    alignSelf: 'flex-start',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`
  },
  person: {
    alignSelf: 'flex-end',
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorTransparentStroke}`
  },
  meta: {
    display: 'flex',
    gap: '6px',
    alignItems: 'center',
    flexWrap: 'wrap',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase100
  },
  composer: { display: 'flex', gap: '8px', alignItems: 'flex-end', padding: '8px 16px 16px' },
  wide: { flex: 1 },
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
  notice: { padding: '4px 16px', color: tokens.colorPaletteRedForeground1 }
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
  const [problem, setProblem] = useState('')
  const end = useRef<HTMLLIElement>(null)
  const { person } = source
  const channelId = source.kind === 'channel' ? source.channelId : undefined
  const load = useCallback(async () => {
    const answer = channelId
      ? await call(control.getChannel, { params: { channelId }, query: { viewer: person.key } })
      : await call(control.getChat, { params: { personKey: person.key } })
    setLoaded(answer)
  }, [channelId, person.key])
  useEffect(() => {
    load().catch(() => setProblem('The conversation could not be loaded. The sandbox may be stopping.'))
  }, [load, version])
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' })
  }, [loaded?.messages.length])
  const guarded = async (work: () => Promise<string>): Promise<void> => {
    try {
      setProblem(await work())
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'That did not work')
    }
    await load().catch(() => undefined)
  }
  const press = (messageId: string) => (pressed: Pressed) =>
    guarded(async () => {
      const body = { messageId, ...pressed, ...(channelId ? { channelId } : {}) }
      const answer = await call(control.press, { params: { personKey: person.key }, body })
      return answer.outcome === 'error' ? `The button did not get through: ${answer.text}` : answer.text
    })
  const send = (text: string) =>
    guarded(async () => {
      await call(control.say, {
        params: { personKey: person.key },
        body: { text, ...(channelId ? { channelId } : {}) }
      })
      return ''
    })
  const rate = (messageId: string, reaction: 'like' | 'dislike') =>
    guarded(async () => {
      await call(control.feedback, { params: { personKey: person.key }, body: { messageId, reaction } })
      return ''
    })
  if (!loaded) return <Spinner label="Loading …" style={{ margin: 'auto' }} />
  return (
    <div className={styles.frame}>
      {loaded.messages.length === 0 ? (
        <div className={styles.empty}>{empty}</div>
      ) : (
        <ol className={styles.messages} aria-live="polite" aria-label="Messages" tabIndex={0}>
          {loaded.messages.map(message => (
            <li
              key={message.id}
              className={mergeClasses(styles.message, message.from === 'bot' ? styles.bot : styles.person)}
            >
              <div className={styles.meta}>
                <Text size={100} weight="semibold">
                  {message.from === 'bot' ? 'ConsciousInsights' : person.name}
                </Text>
                <span>{localDate(message.at, person.timezone)}</span>
                {message.edited && <span>Edited</span>}
                {message.aiGenerated && (
                  <Badge size="small" appearance="outline" color="informative">
                    AI-generated
                  </Badge>
                )}
                {message.delivery === 'waiting' && <span>Sending … the bot does not answer yet</span>}
                {message.delivery === 'failed' && <span>Not delivered</span>}
              </div>
              {message.deleted ? (
                <Text italic>This message was deleted</Text>
              ) : (
                message.text && <Text>{message.text}</Text>
              )}
              {message.cards.map((card, index) => (
                <Card key={index} card={card} onPress={pressed => void press(message.id)(pressed)} onOpen={onOpen} />
              ))}
              {message.feedback && (
                <div>
                  <Button
                    size="small"
                    appearance="subtle"
                    aria-label="Good answer"
                    onClick={() => void rate(message.id, 'like')}
                  >
                    <Thumb />
                  </Button>
                  <Button
                    size="small"
                    appearance="subtle"
                    aria-label="Bad answer"
                    onClick={() => void rate(message.id, 'dislike')}
                  >
                    <Thumb down />
                  </Button>
                </div>
              )}
            </li>
          ))}
          {loaded.typing && <li className={styles.meta}>ConsciousInsights is typing …</li>}
          <li ref={end} aria-hidden />
        </ol>
      )}
      {problem && (
        <div role="alert" className={styles.notice}>
          {problem}
        </div>
      )}
      {source.kind === 'chat' && person.installed && <Composer key={person.key} onSend={send} />}
    </div>
  )
}

function Thumb({ down = false }: { readonly down?: boolean }): ReactNode {
  return (
    <svg width="16" height="16" viewBox="0 0 24 24" fill="currentColor" aria-hidden focusable="false">
      <path
        d="M3 11h4v10H3zm6 10V10l4.5-8 2 1.3L14 9h5a2 2 0 0 1 2 2.4l-1.5 8A2 2 0 0 1 17.5 21z"
        transform={down ? 'rotate(180 12 12)' : undefined}
      />
    </svg>
  )
}

function Composer({ onSend }: { readonly onSend: (text: string) => Promise<void> }): ReactNode {
  const styles = useStyles()
  const [text, setText] = useState('')
  const send = (): void => {
    if (!text.trim()) return
    setText('')
    void onSend(text)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    send()
  }
  return (
    <div className={styles.composer}>
      <Textarea
        className={styles.wide}
        aria-label="Type a message"
        placeholder="Type a message"
        value={text}
        onChange={(_event, { value }) => setText(value)}
        onKeyDown={onKey}
      />
      <Button appearance="primary" onClick={send} disabled={!text.trim()}>
        Send
      </Button>
    </div>
  )
}
