/** What of the library a person hears next, in order. Pure: the same facts, history and clock give the same answer. */
import type { FocusArea } from '../contract/nudges.ts'
import { DAY } from '../platform/time.ts'
import { becauseOf, endOfNew, type Data, type PersonFacts } from './audience.ts'
import type { Candidate } from './candidate.ts'
import { tellPiece, type Library, type Piece } from './content.ts'
import { LIBRARY } from './library.ts'
import type { NudgeRow } from './store.ts'

/** What came before. What is only planned has not been heard, so that it is proposed again and keeps its place. */
export type Heard = Pick<NudgeRow, 'content_id' | 'state' | 'answer' | 'due_at' | 'sent_at'>

type Choose = (facts: PersonFacts, history: readonly Heard[], now: Date) => readonly Candidate[]
type Shelf = { readonly area: FocusArea; readonly hash: number; readonly pieces: readonly Piece[] }
type Fitting = { readonly piece: Piece; readonly data: Data; readonly past: Past | undefined }
/** Found one by one: planning asks for many people and needs few of each. */
type Queue = { readonly shelf: Shelf; readonly first: Fitting; readonly rest: Iterator<Fitting, void> }

/** Enough for a week of anybody, and to tell what else was considered. */
const MOST = 6
const HASHES = 1_000_003

/**
 * Chosen areas first, in their order, each in its turn; then the others, the one that was silent longest first. The reason of
 * each is so when those before it have come.
 */
export function chooserOf(library: Library): Choose {
  const shelves = shelvesOf(library)
  const areas = new Map(library.pieces.map(({ id, area }) => [id, area]))
  return (facts, history, now) => {
    const pasts = pastsOf(history)
    const silentSince = silenceOf(pasts, areas)
    const all = shelves.get(facts.language) ?? []
    const fittingIn = (some: readonly Shelf[]): readonly Fitting[] =>
      inTurn(
        some
          .flatMap(shelf => queueOf(shelf, { facts, pasts, now }) ?? [])
          .map(queue => ({ queue, silent: silentSince.get(queue.shelf.area) ?? 0, rank: rankOf(queue, facts) }))
          .toSorted((a, b) => a.silent - b.silent || a.rank - b.rank)
          .map(({ queue }) => queue)
      )
    const isChosen = ({ area }: Shelf): boolean => facts.focus.includes(area)
    const chosen = fittingIn(all.filter(isChosen))
    const others = chosen.length < MOST ? fittingIn(all.filter(shelf => !isChosen(shelf))) : []
    return [...chosen, ...others].slice(0, MOST).map(each => candidateOf(each, facts, now))
  }
}

/** By language: the newest of each piece that has all its words there. Read once. */
function shelvesOf(library: Library): ReadonlyMap<string, readonly Shelf[]> {
  const newest = library.pieces.filter(
    ({ id, version }) => !library.pieces.some(other => other.id === id && other.version > version)
  )
  const languages = new Set(newest.flatMap(({ words }) => Object.keys(words)))
  const shelvesIn = (language: string): readonly Shelf[] => {
    const told = newest.filter(piece => tellPiece(piece, language, library))
    return [...Map.groupBy(told, ({ area }) => area)].map(([area, pieces]) => ({
      area,
      hash: hashOf(area),
      // What fits the first months only comes before the author's order.
      pieces: pieces.toSorted((a, b) => Number(isPassing(b)) - Number(isPassing(a)))
    }))
  }
  return new Map([...languages].map(language => [language, shelvesIn(language)]))
}

const isPassing = ({ audience }: Piece): boolean => audience === 'new' || audience === 'settling'

type Past = {
  /** How often it was planned and came to an end, heard or not. */
  readonly ended: number
  readonly heard: number
  readonly last: number
  readonly refused: boolean
}

const NEVER: Past = { ended: 0, heard: 0, last: 0, refused: false }
/** It went away before anybody saw it. */
const UNHEARD: ReadonlySet<Heard['state']> = new Set(['cancelled', 'expired', 'failed', 'unreachable'])

function pastsOf(history: readonly Heard[]): ReadonlyMap<string, Past> {
  const pasts = new Map<string, Past>()
  for (const { content_id, state, answer, due_at, sent_at } of history) {
    if (content_id === null || (state === 'planned' && sent_at === null)) continue
    const { ended, heard, last, refused } = pasts.get(content_id) ?? NEVER
    pasts.set(
      content_id,
      UNHEARD.has(state)
        ? { ended: ended + 1, heard, last, refused }
        : {
            ended: ended + 1,
            heard: heard + 1,
            last: Math.max(last, (sent_at ?? due_at).getTime()),
            refused: refused || answer === 'not_relevant'
          }
    )
  }
  return pasts
}

function silenceOf(
  pasts: ReadonlyMap<string, Past>,
  areas: ReadonlyMap<string, FocusArea>
): ReadonlyMap<FocusArea, number> {
  const silent = new Map<FocusArea, number>()
  for (const [id, { last }] of pasts) {
    const area = areas.get(id)
    if (area) silent.set(area, Math.max(silent.get(area) ?? 0, last))
  }
  return silent
}

type Asking = { readonly facts: PersonFacts; readonly pasts: ReadonlyMap<string, Past>; readonly now: Date }

function queueOf(shelf: Shelf, asking: Asking): Queue | undefined {
  const rest = fittingOf(shelf, asking)
  const first = rest.next().value
  return first ? { shelf, first, rest } : undefined
}

/** Never heard before heard, and of those the least often heard. */
function* fittingOf({ pieces }: Shelf, { facts, pasts, now }: Asking): Generator<Fitting, void> {
  const known: { readonly piece: Piece; readonly past: Past }[] = []
  for (const piece of pieces) {
    const past = pasts.get(piece.id)
    const data = past?.heard ? undefined : becauseOf(piece.audience, facts, now)
    if (past?.heard) known.push({ piece, past })
    else if (data) yield { piece, data, past }
  }
  for (const { piece, past } of known.toSorted((a, b) => a.past.heard - b.past.heard)) {
    const data = isRested(piece, past, now) ? becauseOf(piece.audience, facts, now) : undefined
    if (data) yield { piece, data, past }
  }
}

/** What somebody called not relevant does not come again. */
const isRested = ({ restWeeks }: Piece, { refused, last }: Past, now: Date): boolean =>
  !refused && last + restWeeks * 7 * DAY <= now.getTime()

/** The person's own order. Of what nobody chose: what does not fit for long, then another beginning for each person, not the same for all. */
function rankOf({ shelf, first }: Queue, { focus, personId }: PersonFacts): number {
  const chosen = focus.indexOf(shelf.area)
  if (chosen !== -1) return chosen
  return (isPassing(first.piece) ? 0 : HASHES) + ((hashOf(personId) + shelf.hash) % HASHES)
}

/** The first of each, the second of each, and so on. */
function inTurn(queues: readonly Queue[]): readonly Fitting[] {
  const turns = queues.map(({ first }) => first)
  let open = queues
  while (turns.length < MOST && open.length > 0) {
    const next = open.flatMap(queue => {
      const { value } = queue.rest.next()
      return value ? [{ queue, value }] : []
    })
    turns.push(...next.map(({ value }) => value))
    open = next.map(({ queue }) => queue)
  }
  return turns
}

const candidateOf = ({ piece, data, past }: Fitting, facts: PersonFacts, now: Date): Candidate => ({
  kind: 'tip',
  // With the year: whoever calls may remember no more than one.
  onceKey: `tip:${piece.id}:${now.getUTCFullYear()}.${past?.ended ?? 0}`,
  contentId: piece.id,
  contentVersion: piece.version,
  from: now,
  until: isPassing(piece) && facts.startedOn ? endOfNew(facts.startedOn) : undefined,
  priority: 5,
  reason: facts.focus.includes(piece.area)
    ? { rule: 'library.focus', data: [{ name: 'focus', value: piece.area }, ...data] }
    : { rule: 'library.turn', data: data.length > 0 ? data : [turnOf(piece, facts)] }
})

const turnOf = ({ area }: Piece, { focus }: PersonFacts): Data[number] => ({
  name: focus.length === 0 ? 'focus_none' : 'focus_heard',
  value: area
})

function hashOf(text: string): number {
  let hash = 7
  for (let index = 0; index < text.length; index++) hash = (hash * 31 + text.charCodeAt(index)) % HASHES
  return hash
}

// Last: it reads what stands above.
export const chooseFromLibrary = chooserOf(LIBRARY)
