/** What a window shows of a conversation, as the stream tells it. Pure. */
import { FIRST_THREAD, type Turn } from '../../../api/contract/coach.ts'
import type { CoachEvent } from '../../../api/contract/coach-stream.ts'

export type Thread = {
  /** Null while there is none. */
  readonly conversationId: string | null
  readonly turns: readonly Turn[]
}

/** @returns undefined when the window must read everything anew. */
export function tell(thread: Thread, event: CoachEvent): Thread | undefined {
  switch (event.kind) {
    case 'reset':
      return undefined
    case 'turn':
      return withTurn(thread, event.turn)
    case 'part': {
      const known = thread.turns.find(({ messageId }) => messageId === event.messageId)
      // Of another topic, told before, or of an answer that is whole already.
      if (known?.state !== 'answering' || event.ordinal < known.parts) return thread
      if (event.ordinal > known.parts) return undefined
      return replace(thread, { ...known, text: known.text + event.text, parts: known.parts + 1 })
    }
  }
}

/** The newest turn of each id counts; the stream does not know what the person thought of it. */
export function withTurn(thread: Thread, turn: Turn): Thread {
  if (thread.conversationId !== null && turn.conversationId !== thread.conversationId) return thread
  const known = thread.turns.find(({ messageId }) => messageId === turn.messageId)
  // It changed further back than this window has read: it comes with its page.
  if (!known && turn.at < (thread.turns.at(-FIRST_THREAD.limit)?.at ?? '')) return thread
  if (!known) return { conversationId: turn.conversationId, turns: [...thread.turns, turn] }
  // A cut answer keeps what was heard of it.
  const text = turn.text === '' && turn.state === 'cut' ? known.text : turn.text
  return replace(thread, { ...turn, text, mark: turn.mark ?? known.mark })
}

/** Older turns of the same conversation, before what is shown; what is there already stays as it is. */
export function withEarlier(thread: Thread, { conversationId, turns }: Thread): Thread {
  if (thread.conversationId !== conversationId) return thread
  const shown = new Set(thread.turns.map(({ messageId }) => messageId))
  return { ...thread, turns: [...turns.filter(({ messageId }) => !shown.has(messageId)), ...thread.turns] }
}

const replace = (thread: Thread, turn: Turn): Thread => ({
  ...thread,
  turns: thread.turns.map(each => (each.messageId === turn.messageId ? turn : each))
})

/** Whole sentences alone: a screen reader that is told each piece says nothing that can be understood. */
export function sentencesIn(turn: Turn | undefined, locale: string): readonly string[] {
  if (!turn || turn.from === 'person') return []
  const sentences = [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(turn.text)]
  const whole = turn.state === 'answering' ? sentences.slice(0, -1) : sentences
  return whole.map(({ segment }) => segment)
}
