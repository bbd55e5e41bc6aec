/** What a model reads of a talk. Whatever people or systems wrote stands between tags that it cannot close; instructions stand elsewhere. Pure. */
import type { ContextFact, EngineMessage } from '../port.ts'

export type Spoken = { readonly role: 'user' | 'assistant'; readonly content: string }

/** `said`: the person; `known`: facts and memories; `result`: what a tool found. */
type Tag = 'said' | 'known' | 'result'

export const fenced = (tag: Tag, text: string): string => `<${tag}>\n${escaped(text)}\n</${tag}>`

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** About 6,000 tokens: what is older costs more than it helps. */
const MOST_SIGNS = 24_000

/** Begins with the person's side and takes turns: templates of some models refuse anything else. */
export function conversationOf(messages: readonly EngineMessage[], facts: readonly ContextFact[]): readonly Spoken[] {
  const known = facts.map(({ key, text, source }) => `${oneLine(key)}: ${oneLine(text)} (${oneLine(source)})`)
  const first: Spoken = { role: 'user', content: fenced('known', known.join('\n') || '-') }
  return inTurns([first, ...newest(messages).map(toSpoken)])
}

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

const toSpoken = ({ from, text }: EngineMessage): Spoken =>
  from === 'person' ? { role: 'user', content: fenced('said', text) } : { role: 'assistant', content: text }

/** What was said last is always there. */
function newest(messages: readonly EngineMessage[]): readonly EngineMessage[] {
  const signs = messages.reduce((sum, { text }) => sum + text.length, 0)
  return signs <= MOST_SIGNS || messages.length <= 1 ? messages : newest(messages.slice(1))
}

const inTurns = (all: readonly Spoken[]): readonly Spoken[] =>
  all.reduce<readonly Spoken[]>((before, next) => {
    const last = before.at(-1)
    if (last?.role !== next.role) return [...before, next]
    return [...before.slice(0, -1), { role: next.role, content: `${last.content}\n\n${next.content}` }]
  }, [])
