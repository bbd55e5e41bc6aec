/**
 * Who is counted together. Pure: from how many wait in each group it decides which parts begin. A part, once begun, neither
 * gains nor loses anybody, so no two reports can tell apart who came or left between them.
 */
import { SMALLEST_GROUP } from '../gate/gate.ts'

export const DIMENSIONS = ['cohort', 'country', 'department'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** People of one group of one dimension; a name of null: nobody knows their group. */
export type GroupSize = { readonly dimension: Dimension; readonly name: string | null; readonly people: number }
export type Begun = { readonly dimension: Dimension; readonly name: string }

/** Below this a company is told as a whole: broken down it would be told less. */
const SMALLEST_BROKEN_DOWN = 50
/** How many people a group has on average once its company is divided among the dimensions. */
const WORTH_TELLING = 10
/** A part smaller than this share of its group would blur the group more than it tells. */
const SMALLEST_SHARE = 0.05

/**
 * By what a company is broken down: as much as possible, as long as two groups of each dimension stay worth telling when
 * everybody is counted in one dimension only.
 */
export function chooseDimensions(sizes: readonly GroupSize[], people: number, smallest: number): readonly Dimension[] {
  if (people < Math.max(SMALLEST_BROKEN_DOWN, 3 * smallest)) return []
  const worth = Math.max(WORTH_TELLING, smallest)
  const isWorth = (dimension: Dimension, among: number): boolean =>
    sizes.filter(size => size.dimension === dimension && size.name !== null && size.people / among >= worth).length >= 2
  for (let among = DIMENSIONS.length; among > 0; among--) {
    const chosen = DIMENSIONS.filter(dimension => isWorth(dimension, among)).slice(0, among)
    if (chosen.length === among) return chosen
  }
  return []
}

/** Which groups begin a part with all of theirs who wait, and whether everybody else who waits begins one together. */
export function beginParts({
  waiting,
  counted,
  smallest
}: {
  readonly waiting: readonly GroupSize[]
  /** People of parts that there are. */
  readonly counted: readonly GroupSize[]
  readonly smallest: number
}): { readonly parts: readonly Begun[]; readonly rest: boolean } {
  const floor = Math.max(smallest, SMALLEST_GROUP)
  const already = new Map(counted.map(({ dimension, name, people }) => [`${dimension}/${name}`, people]))
  const enough = ({ dimension, name, people }: GroupSize): boolean =>
    people >= Math.max(floor, SMALLEST_SHARE * (already.get(`${dimension}/${name}`) ?? 0))
  const parts = waiting.flatMap(group =>
    group.name !== null && enough(group) ? [{ dimension: group.dimension, name: group.name }] : []
  )
  const begun = new Set(parts.map(({ dimension, name }) => `${dimension}/${name}`))
  const left = waiting.filter(({ dimension, name }) => name === null || !begun.has(`${dimension}/${name}`))
  return { parts, rest: left.reduce((sum, { people }) => sum + people, 0) >= floor }
}
