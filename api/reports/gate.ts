/**
 * The one gate before HR. Pure: counts of parts go in, what may be told of each comes out.
 * A part is a fixed set of people; whoever is counted is in one part, and every number that leaves this slice is a sum of what
 * `codeParts` tells of whole parts. docs/reports.md has the theorem.
 */

/** Smallest group that is ever told of, and fewest who acted before it is told how; a company may raise it. */
export const SMALLEST_GROUP = 8
/** Two may tell each other what they did, and one more must stay unknown: fewer than this are never told apart. */
export const SMALLEST_PART = 4
const NEAR = SMALLEST_PART - 1

/** A count that may be known: exactly where both ends are the same. */
export type Range = { readonly low: number; readonly high: number }

export type PartCount = {
  /** Everybody of the part, also who left since: nobody is ever taken out. */
  readonly people: number
  /** Of those, who left; what they did is counted as it was told last. */
  readonly left: number
  /** Who did it, by figure, and of those who left. */
  readonly did: Readonly<Record<string, number>>
  readonly didOfLeft: Readonly<Record<string, number>>
}

/** Figures in an order in which each follows the one it is a part of. */
export type GatedFigure = { readonly key: string; readonly partOf: string | null }

/** What is told, and how many of those who are still there did it at least, as far as what is told shows. */
type Coded = Range & { readonly surely: number }

/** What may be told of one part, by figure. */
export function codePart(
  part: PartCount,
  figures: readonly GatedFigure[],
  smallest: number
): Readonly<Record<string, Range>> {
  const everybody: Coded = { low: part.people, high: part.people, surely: part.people - part.left }
  const coded = new Map<string, Coded>()
  for (const { key, partOf } of figures) {
    const base = (partOf === null ? everybody : coded.get(partOf)) ?? everybody
    coded.set(key, code(part, key, { base, smallest }))
  }
  return Object.fromEntries([...coded].map(([key, { low, high }]) => [key, { low, high }]))
}

/** Exact only where at least four of those who are still there did it, and four of those who surely could did not. */
function code(
  { left, did, didOfLeft }: PartCount,
  key: string,
  { base, smallest }: { readonly base: Coded; readonly smallest: number }
): Coded {
  const count = did[key] ?? 0
  const present = count - (didOfLeft[key] ?? 0)
  if (base.surely < Math.max(smallest, SMALLEST_GROUP)) return { low: 0, high: base.high, surely: 0 }
  if (present <= NEAR) return { low: 0, high: Math.min(NEAR + left, base.high), surely: 0 }
  const most = base.surely - NEAR
  if (present >= most) return { low: Math.max(0, base.low - left - NEAR), high: base.high, surely: most }
  return { low: count, high: count, surely: present }
}

export const sumOf = (ranges: readonly Range[]): Range => ({
  low: ranges.reduce((sum, { low }) => sum + low, 0),
  high: ranges.reduce((sum, { high }) => sum + high, 0)
})
