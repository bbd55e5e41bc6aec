/** Past conversations: found by what was said in them, opened, renamed, deleted by name. */
import { Button, Input, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import {
  deleteConversation,
  getConversations,
  renameConversation,
  type ConversationView
} from '../../../api/contract/coach.ts'
import { ConfirmButton } from '../../confirm.tsx'
import { formatDay, useApp } from '../../context.ts'
import { usePress } from '../../press.tsx'
import { Sheet } from './sheet.tsx'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '12px' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    maxHeight: '50vh',
    overflowY: 'auto'
  },
  item: { display: 'flex', flexDirection: 'column', gap: '4px', overflowWrap: 'anywhere' },
  open: { justifyContent: 'flex-start', textAlign: 'left', paddingLeft: 0 },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Props = { readonly onOpen: (conversationId: string) => void; readonly onGone: () => void }

export function Topics({ onOpen, onGone }: Props): ReactNode {
  const { words } = useApp()
  const { past, topics } = words.coachPage
  return (
    <Sheet label={past} title={past} close={topics.close}>
      {shut => (
        <Found
          onGone={onGone}
          onOpen={conversationId => {
            shut()
            onOpen(conversationId)
          }}
        />
      )}
    </Sheet>
  )
}

type Hit = ConversationView & { readonly excerpt: string | null }

/** While somebody types, the server is asked once they pause. */
const PAUSE_MS = 250

function Found({ onOpen, onGone }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { run, problem } = usePress()
  const [find, setFind] = useState('')
  const [hits, setHits] = useState<readonly Hit[]>()
  const [bounded, setBounded] = useState(false)
  const [round, setRound] = useState(0)
  const page = words.coachPage.topics
  useEffect(() => {
    const left = new AbortController()
    const ask = (): void =>
      run(async () => {
        const query = find.trim() ? { find: find.trim() } : {}
        const found = await session.call(getConversations, { query, signal: left.signal }).catch((error: unknown) => {
          if (!left.signal.aborted) throw error
        })
        if (!found || left.signal.aborted) return
        setHits(found.conversations)
        setBounded(found.bounded)
      })
    const timer = setTimeout(ask, find ? PAUSE_MS : 0)
    return () => {
      clearTimeout(timer)
      left.abort()
    }
  }, [find, round])
  const changed = (): void => setRound(before => before + 1)
  return (
    <div className={styles.content}>
      <Input
        type="search"
        aria-label={page.find}
        placeholder={page.find}
        value={find}
        maxLength={200}
        onChange={(_event, { value }) => setFind(value)}
      />
      {hits?.length === 0 && <Text>{find ? page.none : page.empty}</Text>}
      <ul className={styles.list}>
        {(hits ?? []).map(hit => (
          <Topic
            key={hit.conversationId}
            hit={hit}
            onOpen={onOpen}
            onChanged={changed}
            onGone={() => {
              changed()
              onGone()
            }}
          />
        ))}
      </ul>
      {bounded && (
        <Text size={200} className={styles.quiet}>
          {page.bounded}
        </Text>
      )}
      {problem}
    </div>
  )
}

type TopicProps = Props & { readonly hit: Hit; readonly onChanged: () => void }

function Topic({ hit, onOpen, onChanged, onGone }: TopicProps): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { session, words } = app
  const { busy, run, problem } = usePress()
  const [name, setName] = useState<string>()
  const page = words.coachPage.topics
  const title = hit.title ?? page.untitled
  const params = { conversationId: hit.conversationId }
  const rename = (): void =>
    run(async () => {
      await session.call(renameConversation, { params, body: { title: name ?? '' } })
      setName(undefined)
      onChanged()
    })
  return (
    <li className={styles.item}>
      <Button
        appearance="transparent"
        className={styles.open}
        aria-label={page.open(title)}
        onClick={() => onOpen(hit.conversationId)}
      >
        {title}
      </Button>
      {hit.excerpt && <Text size={200}>{hit.excerpt}</Text>}
      <Text size={200} className={styles.quiet}>
        {formatDay(hit.lastAt, app)}
      </Text>
      {name === undefined ? (
        <div className={styles.row}>
          <Button size="small" aria-label={page.rename(title)} onClick={() => setName(hit.title ?? '')}>
            {page.renameShort}
          </Button>
          <ConfirmButton
            size="small"
            label={page.removeShort}
            ariaLabel={page.remove(title)}
            title={page.remove(title)}
            body={page.removeBody}
            keep={page.keep}
            disabled={busy}
            onConfirm={() =>
              run(async () => {
                await session.call(deleteConversation, { params })
                onGone()
              })
            }
          />
        </div>
      ) : (
        <div className={styles.row}>
          <Input
            aria-label={page.name}
            value={name}
            maxLength={120}
            onChange={(_event, { value }) => setName(value)}
            onKeyDown={event => (event.key === 'Enter' && name.trim() ? rename() : undefined)}
          />
          <Button size="small" appearance="primary" disabled={busy || !name.trim()} onClick={rename}>
            {page.save}
          </Button>
        </div>
      )}
      {problem}
    </li>
  )
}
