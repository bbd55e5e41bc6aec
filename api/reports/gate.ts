/**
 * The one gate before HR. Pure: counts of parts go in, what may be told of each comes out.
 * A part is a fixed set of people; whoever is counted is in one part, and every number that leaves this slice is a sum of what
 * `codeParts` tells of whole parts. docs/reports.md has the theorem.
 */

/** Smallest group that is ever told of, and fewest who acted before it is told how; a company may raise it. */
export const SMALLEST_GROUP = 8
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

/** What may be told of one part, by figure. */
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
