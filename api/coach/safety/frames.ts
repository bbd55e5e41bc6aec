/** Frames: concepts that stand together. `want die` one after the other with nothing but small words between. Pure. */
import type { Span } from './tag.ts'

/** One concept of a frame and what may stand before it. */
type Slot = { readonly concepts: readonly string[]; readonly gap: 'small' | 'any' }
type Chain = readonly Slot[]

/**
 * `a b`: b after a, between them a few small words. `a .. b`: any few words. `a|b`: one of. `x & y`: both in one sentence.
 * `!x`: unless it stands there.
 */
export type Frame = {
  readonly source: string
  readonly chains: readonly Chain[]
  readonly unless: readonly string[]
}

const SMALL_GAP = 4
const ANY_GAP = 6

function chainOf(text: string): Chain {
  const slots: Slot[] = []
  let gap: Slot['gap'] = 'small'
  for (const word of text.trim().split(/\s+/u)) {
    if (word === '..') gap = 'any'
    else {
      slots.push({ concepts: word.split('|'), gap })
      gap = 'small'
    }
  }
  return slots
}

export function frameOf(source: string): Frame {
  const unless = [...source.matchAll(/!(?<name>[\w|]+)/gu)].flatMap(({ groups }) => groups?.['name']?.split('|') ?? [])
  return {
    source,
    chains: source
      .replaceAll(/![\w|]+/gu, '')
      .split('&')
      .map(chainOf),
    unless
  }
}

export type Tagged = { readonly words: readonly string[]; readonly spans: ReadonlyMap<string, readonly Span[]> }
export type Found = { readonly from: number; readonly to: number }

const isSmall = (words: readonly string[], from: number, to: number, small: ReadonlySet<string>): boolean =>
  words.slice(from, to).every(word => small.has(word))

/** Most frames are ruled out by what is not in the sentence at all. */
const mayStand = ({ chains, unless }: Frame, { spans }: Tagged): boolean =>
  chains.every(chain => chain.every(({ concepts }) => concepts.some(concept => spans.has(concept)))) &&
  !unless.some(concept => spans.has(concept))

/** Every place where a chain stands. */
function standing(chain: Chain, { words, spans }: Tagged, small: ReadonlySet<string>): readonly Found[] {
  const spansOf = ({ concepts }: Slot): readonly Span[] => concepts.flatMap(concept => spans.get(concept) ?? [])
  const [first, ...rest] = chain
  if (!first) return []
  return rest.reduce<readonly Found[]>(
    (found, slot) =>
      found.length === 0
        ? found
        : found.flatMap(before =>
            spansOf(slot)
              .filter(({ from }) => from >= before.to && from - before.to <= (slot.gap === 'any' ? ANY_GAP : SMALL_GAP))
              .filter(({ from }) => slot.gap === 'any' || isSmall(words, before.to, from, small))
              .map(({ to }) => ({ from: before.from, to }))
          ),
    spansOf(first)
  )
}

/** Where the first chain of a frame stands in a sentence that holds all of them. */
export function findIn(
  frame: Frame,
  { tagged, small }: { readonly tagged: Tagged; readonly small: ReadonlySet<string> }
): readonly Found[] {
  if (!mayStand(frame, tagged)) return []
  const [first, ...others] = frame.chains
  if (!first || others.some(chain => standing(chain, tagged, small).length === 0)) return []
  return standing(first, tagged, small)
}
