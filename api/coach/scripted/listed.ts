/** Things of the person named in one sentence that still fits a turn: the first three at most, and how many more. Pure. */
import { apart, clipped } from './mirror.ts'
import { fill, MOST_WORDS, type Variants } from './say.ts'
import { askOnward, onward, type Reply, type Talk } from './turn.ts'

/** `text` is put in quotation marks that it cannot close; what stands around it is ours. */
export type Item = { readonly before?: string; readonly text: string; readonly after?: string }

const MOST = 3
const [WIDEST, NARROWEST] = [10, 3]

/** It stands in quotation marks. */
export const unquoted = (text: string): string =>
  text
    .replaceAll(/[“”"«»]/gu, '’')
    .replaceAll(/\s+/gu, ' ')
    .trim()

export const inMarks = (text: string, most: number): string => apart(unquoted(clipped(unquoted(text), most)))

const countOf = (text: string): number => text.split(/\s+/u).length
const most = (of: readonly string[]): number => Math.max(...of.map(countOf))

/** The widest wording with which `open` and `ask` stay within a turn. */
export function listed(
  { words }: Talk,
  items: readonly Item[],
  { open, ask }: { open: Variants; ask: Variants }
): string {
  const room = MOST_WORDS - most(open.of) - most(ask.of)
  const shown = (count: number, width: number): string => {
    const named = items
      .slice(0, count)
      .map(({ before, text, after }) =>
        [before, fill(words.own.quoted, { item: inMarks(text, width) }), after].filter(Boolean).join(' ')
      )
    const left = items.length - named.length
    return [...named, ...(left > 0 ? [fill(words.own.more, { n: String(left) })] : [])].join('; ')
  }
  for (let count = Math.min(MOST, items.length); count > 0; count--)
    for (let width = WIDEST; width >= NARROWEST; width--) {
      const list = shown(count, width)
      if (countOf(list) <= room) return list
    }
  return shown(1, NARROWEST)
}

/** What was asked for, then the question that was open. */
export function listedOnward(talk: Talk, open: Variants, items: readonly Item[]): Reply {
  return onward(talk, open, { list: listed(talk, items, { open, ask: askOnward(talk) }) })
}
