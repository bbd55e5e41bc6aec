/** One conversation in this window: loaded, followed, and what the person does in it. */
import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import {
  FIRST_THREAD,
  getThread,
  markTurn,
  retryTurn,
  stopTurn,
  type Mark,
  type MarkHeard,
  type Turn
} from '../../../api/contract/coach.ts'
import { useApp } from '../../context.ts'
import { failureOf, type SessionError } from '../../session.ts'
import { follow } from './follow.ts'
import { tell, withEarlier, withTurn, type Thread } from './thread-state.ts'

export type Shown = Thread & {
  readonly agreement: 'none' | 'given' | 'declined'
  readonly title: string | null
  /** Whether older turns are there than what is shown. */
  readonly more: boolean
}

export type Conversation = {
  readonly shown: Shown | undefined
  readonly failure: SessionError | undefined
  /** Whether what others do arrives at once. */
  readonly behind: boolean
  /** Reads everything anew. @param conversationId another one; the same without it. */
  readonly load: (conversationId?: string) => void
  /** @returns the newest of the older turns that came; nothing when there were none, or another conversation is shown by now. */
  readonly earlier: () => Promise<string | undefined>
  readonly take: (turns: readonly Turn[]) => void
  readonly stop: (messageId: string) => Promise<void>
  readonly retry: (messageId: string) => Promise<void>
  readonly mark: (messageId: string, mark: Mark, text?: string) => Promise<MarkHeard>
}

type Answer = z.output<typeof getThread.answer>
type Asked = { readonly conversationId: string | undefined }

/** As the page opens: opening.ts has asked already. */
const NEWEST: Asked = { conversationId: undefined }

const threadOf = ({ conversation, turns }: Answer): Thread => ({
  conversationId: conversation?.conversationId ?? null,
  turns
})
const shownOf = (answer: Answer): Shown => ({
  agreement: answer.agreement,
  title: answer.conversation?.title ?? null,
  more: answer.more,
  ...threadOf(answer)
})

export function useConversation(): Conversation {
  const { session } = useApp()
  const [first] = useState(() => session.take(getThread, { query: FIRST_THREAD }))
  const [shown, setShown] = useState(first && shownOf(first))
  const [failure, setFailure] = useState<SessionError>()
  const [behind, setBehind] = useState(false)
  const [asked, setAsked] = useState(NEWEST)
  /** The newest of it, for whoever is told something between two renderings. */
  const live = useRef<Thread>(first ? threadOf(first) : { conversationId: null, turns: [] })
  const put = (thread: Thread): void => {
    live.current = thread
    setShown(before => before && { ...before, ...thread })
  }

  useEffect(() => {
    const left = new AbortController()
    const { signal } = left
    const followFrom = (answer: Answer): void => {
      if (answer.agreement !== 'given') return
      void follow(session, {
        from: answer.position,
        signal,
        onState: state => setBehind(state === 'lost'),
        onEvent: event => {
          const after = tell(live.current, event)
          if (after) put(after)
          else setAsked({ conversationId: threadOf(answer).conversationId ?? undefined })
        }
      })
    }
    const read = (): void => {
      const { conversationId } = asked
      const query = { ...FIRST_THREAD, ...(conversationId ? { conversationId } : {}) }
      session.call(getThread, { query, signal }).then(
        answer => {
          if (signal.aborted) return
          live.current = threadOf(answer)
          setShown(shownOf(answer))
          setFailure(undefined)
          followFrom(answer)
        },
        (error: unknown) => {
          if (signal.aborted) return
          // It was deleted on another device: the newest one is shown.
          if (conversationId && failureOf(error).kind === 'failed' && navigator.onLine) setAsked({ ...NEWEST })
          else setFailure(failureOf(error))
        }
      )
    }
    if (first && asked === NEWEST) followFrom(first)
    else read()
    return () => left.abort()
  }, [asked])

  const earlier = async (): Promise<string | undefined> => {
    const { conversationId, turns } = live.current
    const [oldest] = turns
    if (!conversationId || !oldest) return undefined
    const query = { ...FIRST_THREAD, conversationId, before: oldest.messageId }
    const answer = await session.call(getThread, { query })
    const after = withEarlier(live.current, threadOf(answer))
    if (after === live.current) return undefined
    live.current = after
    setShown(before => before && { ...before, ...after, more: answer.more })
    return answer.turns.at(-1)?.messageId
  }
  const take = (turns: readonly Turn[]): void => put(turns.reduce<Thread>(withTurn, live.current))
  return {
    shown,
    failure,
    behind,
    load: conversationId => setAsked({ conversationId: conversationId ?? live.current.conversationId ?? undefined }),
    earlier,
    take,
    stop: async messageId => take([(await session.call(stopTurn, { params: { messageId } })).turn]),
    retry: async messageId => take([(await session.call(retryTurn, { params: { messageId } })).turn]),
    mark: async (messageId, mark, text) => {
      const { said } = await session.call(markTurn, {
        params: { messageId },
        body: { mark, ...(text ? { text } : {}) }
      })
      const { turns } = live.current
      put({ ...live.current, turns: turns.map(each => (each.messageId === messageId ? { ...each, mark } : each)) })
      return said
    }
  }
}
