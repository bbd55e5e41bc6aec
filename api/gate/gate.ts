/**
 * The one gate before everybody of a company who is told a number of people. `codePart` is for reports, which count fixed sets of people;
 * `tell` for numbers that somebody may ask for again and again, of people whom they may choose. docs/gate.md has who passes what.
 */
import { FLOOR, type PeopleCell } from '../contract/parts.ts'
import type { Trx } from '../platform/database.ts'
import { ProblemError } from '../platform/errors.ts'
import { cellsOf, roundAnew, type Counts, type Figures } from './rounding.ts'
import * as store from './store.ts'

/** Smallest group that is ever told of, and fewest who acted before it is told how; a company may raise it. */
export const SMALLEST_GROUP = FLOOR
/** Two may tell each other what they did, and one more must stay unknown: fewer than this are never told apart. */
export const SMALLEST_PART = 4

/** A count that may be known: exactly where both ends are the same. */
export type Range = { readonly low: number; readonly high: number }

export type PartCount = {
  /** Everybody of the part, also who left since: nobody is ever taken out. */
  readonly people: number
  /** Of those, who left; what they did is counted as it was told last. */
  readonly left: number
  /** Who did it, by figure. */
  readonly did: Readonly<Record<string, number>>
}

/** Figures in an order in which each follows the one it is a part of. */
export type GatedFigure = { readonly key: string; readonly partOf: string | null }

/**
 * What may be told of one part, by figure. Pure. A part is a fixed set of people; whoever is counted is in one part, and every number of
 * a report is a sum of what this tells of whole parts. docs/reports.md has the theorem.
 */
export function codePart(
  { people, left, did }: PartCount,
  figures: readonly GatedFigure[],
  smallest: number
): Readonly<Record<string, Range>> {
  const everybody: Range = { low: people, high: people }
  const floor = Math.max(smallest, SMALLEST_GROUP)
  const coded = new Map<string, Range>()
  for (const { key, partOf } of figures) {
    const base = (partOf === null ? everybody : coded.get(partOf)) ?? everybody
    coded.set(key, code(did[key] ?? 0, { base, left, floor }))
  }
  return Object.fromEntries(coded)
}

type Among = { readonly base: Range; readonly left: number; readonly floor: number }

/**
 * Exact only where four more did it than have left, and four more of those who surely could did not. Who left counts against
 * both, whatever they did: else whether a number turns into a bound when somebody leaves would tell which they were.
 */
function code(count: number, { base, left, floor }: Among): Range {
  const near = SMALLEST_PART - 1 + left
  if (base.low < floor + 2 * left) return { low: 0, high: base.high }
  if (count <= near) return { low: 0, high: Math.min(near, base.high) }
  if (count >= base.low - near) return { low: base.low - near, high: base.high }
  return { low: count, high: count }
}

export const sumOf = (ranges: readonly Range[]): Range => ({
  low: ranges.reduce((sum, { low }) => sum + low, 0),
  high: ranges.reduce((sum, { high }) => sum + high, 0)
})

/** People by figure, parts of one whole that may be known from elsewhere. A whole of one figure is told without that. */
type Wholes = Readonly<Record<string, Counts>>
export type ToldWholes<W extends Wholes> = { readonly [Whole in keyof W]: Readonly<Record<keyof W[Whole], PeopleCell>> }

type About = {
  readonly organizationId: string
  /** What is counted: the same people at the same door are the same words. */
  readonly about: string
}
type Telling<W extends Wholes> = About & { readonly wholes: W; readonly at: Date }

/**
 * As it may be told, and remembered: a figure stays as it was told until at least the smallest group of people moved in or out of it, then
 * it is rounded anew, up or down by chance.
 */
export async function tell<W extends Wholes>(
  trx: Trx,
  { organizationId, about, wholes, at }: Telling<W>
): Promise<ToldWholes<W>> {
  const { secret, smallest } = await store.findGate(trx, organizationId)
  const before = await store.lockTold(trx, { organizationId, about })
  const seed = `${secret}/${about}/${at.toISOString()}`
  const told = rounded(wholes, { seed, smallest, before: before?.smallest === smallest ? before.figures : {} })
  await store.keepTold(trx, { organizationId, about }, { smallest, figures: told, at })
  return shown(wholes, { told, smallest })
}

/** What was told of it last, if it was told since then: nothing is counted for that. */
export async function toldSince<W extends Wholes>(
  trx: Trx,
  { organizationId, about, wholes, since }: About & { readonly wholes: W; readonly since: (at: Date) => boolean }
): Promise<ToldWholes<W> | undefined> {
  const smallest = await store.findSmallest(trx, organizationId)
  const told = await store.findTold(trx, { organizationId, about })
  if (!told || told.smallest !== smallest || !since(told.at)) return undefined
  return shown(wholes, { told: told.figures, smallest })
}

/** Of people who follow from the directory alone, and nothing that they do: rounded by chance, the same each time. */
export async function tellOfDirectory<W extends Wholes>(
  trx: Trx,
  { organizationId, about, wholes }: Omit<Telling<W>, 'at'>
): Promise<ToldWholes<W>> {
  const { secret, smallest } = await store.findGate(trx, organizationId)
  const told = rounded(wholes, { seed: `${secret}/${about}`, smallest, before: {} })
  return shown(wholes, { told, smallest })
}

type Rounding = { readonly seed: string; readonly smallest: number; readonly before: Figures }

const keyOf = (whole: string, name: string): string => `${whole}.${name}`

function rounded(wholes: Wholes, { seed, smallest, before }: Rounding): Figures {
  const all = Object.entries(wholes).map(([whole, counts]) =>
    roundAnew(Object.fromEntries(Object.entries(counts).map(([name, people]) => [keyOf(whole, name), people])), {
      seed,
      smallest,
      before
    })
  )
  return Object.assign({}, ...all) as Figures
}

function shown<W extends Wholes>(
  wholes: W,
  { told, smallest }: { readonly told: Figures; readonly smallest: number }
): ToldWholes<W> {
  const cells = Object.entries(wholes).map(([whole, counts]) => {
    const names = Object.keys(counts)
    const figures = cellsOf(
      names.map(name => told[keyOf(whole, name)] ?? { people: 0, told: 0 }),
      smallest
    )
    return [whole, Object.fromEntries(names.map((name, index) => [name, figures[index]]))]
  })
  return Object.fromEntries(cells) as ToldWholes<W>
}

/** A number in steps of the smallest group, of people whom nobody can choose one by one. Pure. */
export const inSteps = (people: number, smallest: number): PeopleCell =>
  people < smallest ? { kind: 'fewer', than: smallest } : { kind: 'at_least', people: people - (people % smallest) }

export const smallestGroupWithin = (trx: Trx, organizationId: string): Promise<number> =>
  store.findSmallest(trx, organizationId)

/** @throws ProblemError `conflict` below what it is: who was protected by the larger number must stay so. */
export async function raiseSmallestGroup(trx: Trx, organizationId: string, smallest: number): Promise<void> {
  if (await store.raiseSmallest(trx, organizationId, smallest)) return
  const now = await store.findSmallest(trx, organizationId)
  throw new ProblemError('conflict', `The smallest group is ${now} already. It can only be raised`)
}
