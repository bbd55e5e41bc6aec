/** Past conversations: found by what was said in them, opened, renamed, deleted by name. */
import { Button, Input, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
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
  list: { display: 'flex', flexDirection: 'column', gap: '16px', maxHeight: '50vh', overflowY: 'auto' },
  hits: { display: 'flex', flexDirection: 'column', gap: '16px', listStyleType: 'none', margin: 0, padding: 0 },
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

type Listed = { readonly hits: readonly Hit[]; readonly next: string | null }

/** Pages of what was found, newest first; each conversation stands where it was met first. */
function useHits(find: string) {
  const { session } = useApp()
  const { busy, run, problem } = usePress()
  const [listed, setListed] = useState<Listed>()
  const asking = useRef(new AbortController())
  const words = find.trim()
  const ask = (known: Listed, then: (after: Listed) => void = () => undefined): void =>
    run(async () => {
      const { signal } = asking.current
      const query = { ...(words ? { find: words } : {}), ...(known.next ? { before: known.next } : {}) }
      const page = await session.call(getConversations, { query, signal }).catch((error: unknown) => {
        if (!signal.aborted) throw error
      })
      if (!page || signal.aborted) return
      const old = new Set(known.hits.map(({ conversationId }) => conversationId))
      const fresh = page.conversations.filter(({ conversationId }) => !old.has(conversationId))
      const after = { hits: [...known.hits, ...fresh], next: page.next }
      // Drawn before anybody is led to it.
      flushSync(() => setListed(after))
      then(after)
    })
  useEffect(() => {
    asking.current = new AbortController()
    const timer = setTimeout(() => ask({ hits: [], next: null }), find ? PAUSE_MS : 0)
    return () => {
      clearTimeout(timer)
      asking.current.abort()
    }
  }, [words])
  return { listed, setListed, ask, busy, problem }
}

function Found({ onOpen, onGone }: Props): ReactNode {
  const styles = useStyles()
  const { words } = useApp()
  const [find, setFind] = useState('')
  const { listed, setListed, ask, busy, problem } = useHits(find)
  const [told, setTold] = useState('')
  const place = useRef<HTMLDivElement>(null)
  const toField = (): void => place.current?.querySelector('input')?.focus()
  const page = words.coachPage.topics
  const { hits, next } = listed ?? { hits: [], next: null }
  const put = (changed: readonly Hit[]): void => setListed({ hits: changed, next })
  const goOn = (): void =>
    ask({ hits, next }, after => {
      setTold(page.listed(after.hits.length))
      focusOn(after)
    })
  /** The first of what came; where nothing did and nothing is left, the button is gone too. */
  const focusOn = (after: Listed): void => {
    const first = place.current?.querySelectorAll('li')[hits.length]?.querySelector('button')
    if (first) first.focus()
    else if (after.next === null) toField()
  }
  return (
    <div ref={place} className={styles.content}>
      <Input
        type="search"
        aria-label={page.find}
        placeholder={page.find}
        value={find}
        maxLength={200}
        onChange={(_event, { value }) => {
          setFind(value)
          setTold('')
        }}
      />
      {listed && hits.length === 0 && <Text>{find ? (next ? page.noneYet : page.none) : page.empty}</Text>}
      <div className={styles.list}>
        <ul className={styles.hits}>
          {hits.map(hit => (
            <Topic
              key={hit.conversationId}
              hit={hit}
              onOpen={onOpen}
              onRenamed={title => put(hits.map(each => (each === hit ? { ...hit, title } : each)))}
              onGone={() => {
                put(hits.filter(each => each !== hit))
                toField()
                onGone()
              }}
            />
          ))}
        </ul>
        {next && (
          <div className={styles.row}>
            <Button size="small" disabled={busy} onClick={goOn}>
              {find ? page.furtherBack : page.earlier}
            </Button>
            {find && (
              <Text size={200} className={styles.quiet}>
                {page.bounded}
              </Text>
            )}
          </div>
        )}
      </div>
      <output className="ci-spoken">{told}</output>
      {problem}
    </div>
  )
}

type TopicProps = Props & { readonly hit: Hit; readonly onRenamed: (title: string) => void }

function Topic({ hit, onOpen, onRenamed, onGone }: TopicProps): ReactNode {
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
      const renamed = await session.call(renameConversation, { params, body: { title: name ?? '' } })
      setName(undefined)
      onRenamed(renamed.title ?? '')
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
