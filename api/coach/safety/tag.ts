/** Words by what they mean: a lexicon names concepts, `tag` finds them in a sentence. Pure. */
import { PADDING } from './normalize.ts'

/**
 * Concept → items, divided by commas. In an item `a/b` is one of, `stem*` a beginning, `_` any word, `word?` may be missing,
 * `@concept` any single word of it, and a last `!a/b` what may not follow.
 */
export type Lexicon = Readonly<Record<string, string>>

export type Span = { readonly concept: string; readonly from: number; readonly to: number }

/** Everything an item's place accepts. */
type Place = {
  readonly words: ReadonlySet<string>
  readonly stems: readonly string[]
  readonly any: boolean
  readonly optional: boolean
}
type Item = { readonly concept: string; readonly places: readonly Place[]; readonly not: Place | undefined }

export type Tagger = (words: readonly string[]) => readonly Span[]

function itemsOf(text: string): readonly string[] {
  // What people write loses these words first: an item with one of them would never be found.
  const [lost] = text.match(PADDING) ?? []
  if (lost) throw new Error(`"${lost.trim()}" is never left in a sentence`)
  return text
    .split(',')
    .map(item => item.trim().replaceAll(/\s+/gu, ' '))
    .filter(item => item !== '')
}

function placeOf(word: string, lexicon: Lexicon): Place {
  const optional = word.length > 1 && word.endsWith('?')
  const choices = (optional ? word.slice(0, -1) : word).split('/').flatMap(choice => {
    if (!choice.startsWith('@')) return [choice]
    const items = lexicon[choice.slice(1)]
    if (items === undefined) throw new Error(`no concept "${choice.slice(1)}"`)
    return itemsOf(items).flatMap(item => (item.includes(' ') ? [] : item.split('/')))
  })
  return {
    words: new Set(choices.filter(choice => choice !== '' && !choice.endsWith('*'))),
    stems: choices.filter(choice => choice.endsWith('*')).map(choice => choice.slice(0, -1)),
    any: choices.includes('_'),
    optional
  }
}

function itemOf(concept: string, item: string, lexicon: Lexicon): Item {
  const [places = '', not] = item.split(' !')
  return {
    concept,
    places: places.split(' ').map(word => placeOf(word, lexicon)),
    not: not === undefined ? undefined : placeOf(not, lexicon)
  }
}

const accepts = (place: Place, word: string): boolean =>
  (place.any && word !== ',') || place.words.has(word) || place.stems.some(stem => word.startsWith(stem))

/** Where an item that starts at `at` ends; undefined when it does not stand there. */
function endOf(item: Item, words: readonly string[], at: number, place = 0): number | undefined {
  const { places, not } = item
  const wanted = places[place]
  if (!wanted) return not && words[at] !== undefined && accepts(not, words[at]) ? undefined : at
  const word = words[at]
  if (word === ',' && place > 0) return endOf(item, words, at + 1, place)
  const taken = word !== undefined && accepts(wanted, word) ? endOf(item, words, at + 1, place + 1) : undefined
  return taken ?? (wanted.optional ? endOf(item, words, at, place + 1) : undefined)
}

const SHORTEST_STEM = 2

/** Items by the words or stems they start with; an item starts with a word that may not be missing. */
export function taggerOf(lexicon: Lexicon): Tagger {
  const [byWord, byStem] = [new Map<string, Item[]>(), new Map<string, Item[]>()]
  const add = (to: Map<string, Item[]>, start: string, item: Item): void =>
    void to.set(start, [...(to.get(start) ?? []), item])
  for (const [concept, text] of Object.entries(lexicon))
    for (const source of itemsOf(text)) {
      const item = itemOf(concept, source, lexicon)
      const [first] = item.places
      first?.words.forEach(word => add(byWord, word, item))
      first?.stems.forEach(stem => add(byStem, stem, item))
    }
  const longest = Math.max(0, ...[...byStem.keys()].map(stem => stem.length))
  return words => {
    const spans: Span[] = []
    const look = (items: readonly Item[] | undefined, from: number): void =>
      items?.forEach(item => {
        const to = endOf(item, words, from)
        if (to !== undefined) spans.push({ concept: item.concept, from, to })
      })
    words.forEach((word, from) => {
      look(byWord.get(word), from)
      for (let end = SHORTEST_STEM; end <= Math.min(longest, word.length); end++)
        look(byStem.get(word.slice(0, end)), from)
    })
    return spans
  }
}
