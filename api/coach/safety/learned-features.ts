/** What a text is made of, for the classifier: words, pairs of words, pieces of words, and what they mean. Pure. */
import type { Plain } from './normalize.ts'
import { marksIn } from './scope.ts'
import { conceptsIn, type Signal } from './signals.ts'
import { isDeniedAt } from './small.ts'

/** Features share places; with this many few that matter meet. */
export const PLACES = 1 << 20

/** Places and how much each counts: a long text weighs no more than a short one, and no kind of feature drowns another. */
export type Features = { readonly places: Int32Array; readonly weights: Float64Array }

const KINDS = ['word', 'piece', 'concept', 'sign'] as const
type Kind = (typeof KINDS)[number]
const SHARE: Readonly<Record<Kind, number>> = { word: 1, piece: 1, concept: 0.8, sign: 0.7 }
/** Of few features none counts for everything. */
const FEWEST = 4
const PIECE = { from: 4, to: 6 }
/** Words that far apart are told together. */
const SKIP = 3
const CONCEPTS_APART = 4

type Found = Readonly<Record<Kind, Set<number>>>

/** `passages` are sentences that follow each other. */
type Heard = { readonly sentences: readonly Features[]; readonly passages: readonly Features[] }

/** @param together how many sentences make a passage; a text of fewer is one. */
export function featuresIn(plain: Plain, signals: readonly Signal[], together: number): Heard {
  const each = foundIn(plain, signals)
  const pieces = Math.max(1, each.length - together + 1)
  const passages = Array.from({ length: pieces }, (_, from) => weighed(each.slice(from, from + together)))
  return { sentences: each.length === 1 ? passages : each.map(found => weighed([found])), passages }
}

export const featuresOf = (plain: Plain, signals: readonly Signal[]): Features => weighed(foundIn(plain, signals))

function foundIn(plain: Plain, signals: readonly Signal[]): readonly Found[] {
  return plain.sentences.map((sentence, index) => {
    const found: Found = { word: new Set(), piece: new Set(), concept: new Set(), sign: new Set() }
    const words = sentence.split(' ')
    addWords(found.word, ['<', ...words.filter(word => word !== ','), '>'])
    addPieces(found.piece, ` ${sentence.replaceAll(' ,', '')} `)
    addConcepts(found.concept, words)
    const signs = signals.filter(({ place: [at] }) => at === index)
    addSigns(
      found.sign,
      marksIn(sentence),
      signs.map(({ family, points, who }) => `${family} ${points} ${who}`)
    )
    return found
  })
}

/** What the rules make of it, beside what stands around it: long over, a topic, somebody else's words. */
function addSigns(found: Set<number>, marks: readonly string[], signs: readonly string[]): void {
  for (const name of [...marks, ...signs]) found.add(placeOf(hash(name, SEED.sign)))
  for (const sign of signs) for (const mark of marks) found.add(placeOf(hash(`${sign} ${mark}`, SEED.sign)))
}

const allOf = (each: readonly Found[], kind: Kind): ReadonlySet<number> => {
  const [first, ...others] = each.map(found => found[kind])
  return first && others.length === 0 ? first : new Set(each.flatMap(found => [...found[kind]]))
}

function weighed(each: readonly Found[]): Features {
  const found = {
    word: allOf(each, 'word'),
    piece: allOf(each, 'piece'),
    concept: allOf(each, 'concept'),
    sign: allOf(each, 'sign')
  }
  const size = KINDS.reduce((sum, kind) => sum + found[kind].size, 0)
  const places = new Int32Array(size)
  const weights = new Float64Array(size)
  let at = 0
  for (const kind of KINDS) {
    const weight = SHARE[kind] / Math.sqrt(Math.max(FEWEST, found[kind].size))
    for (const place of found[kind]) {
      places[at] = place
      weights[at++] = weight
    }
  }
  return { places, weights }
}

function addWords(found: Set<number>, words: readonly string[]): void {
  const hashes = words.map(word => hash(word, SEED.word))
  hashes.forEach((first, at) => {
    found.add(placeOf(first))
    for (let apart = 1; apart <= SKIP; apart++) {
      const second = words[at + apart]
      if (second !== undefined) found.add(placeOf(hash(second, first ^ (apart === 1 ? SEED.next : SEED.near))))
    }
  })
}

function addPieces(found: Set<number>, text: string): void {
  for (let from = 0; from < text.length; from++) {
    let piece: number = SEED.piece
    for (let to = from; to < from + PIECE.to && to < text.length; to++) {
      piece = Math.imul(piece ^ text.charCodeAt(to), PRIME)
      if (to - from + 1 >= PIECE.from) found.add(placeOf(piece))
    }
  }
}

/** A denied concept is another one than the same affirmed. */
function addConcepts(found: Set<number>, words: readonly string[]): void {
  const spans = conceptsIn(words).map(({ concept, from, to }) => ({
    from,
    to,
    hash: hash(concept, isDeniedAt(words, from) ? SEED.denied : SEED.concept)
  }))
  for (const one of spans) {
    found.add(placeOf(one.hash))
    for (const other of spans)
      if (other.from >= one.to && other.from - one.to <= CONCEPTS_APART)
        found.add(placeOf(Math.imul(one.hash, PRIME) ^ other.hash))
  }
}

const PRIME = 0x01000193
const SEED = {
  word: 0x811c9dc5,
  next: 0x2f0b4c47,
  near: 0x6d1ab3c9,
  piece: 0x1b873593,
  concept: 0x5bd1e995,
  denied: 0x3c6ef372,
  sign: 0x7a8d12e9
}

/** FNV-1a. */
function hash(text: string, seed: number): number {
  let sum = seed
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), PRIME)
  return sum
}

function placeOf(sum: number): number {
  const mixed = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d)
  return ((mixed ^ (mixed >>> 13)) >>> 0) % PLACES
}
