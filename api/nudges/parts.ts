/** The parts of a number of people as HR may see them. Pure: no part under the floor can be read or worked out. */
import { FLOOR, type PeopleCell } from '../contract/parts.ts'

const hiddenCell: PeopleCell = { kind: 'hidden' }
const fewer: PeopleCell = { kind: 'fewer', than: FLOOR }

export const gateCount = (people: number): PeopleCell => (people < FLOOR ? fewer : { kind: 'exact', people })

/**
 * Parts that add up to a number which is told too. Where those under the floor add up to less than the floor, the largest of
 * the others is told as a bound, for it would be the difference.
 */
export function gateParts<Name extends string>(
  parts: Readonly<Record<Name, number>>
): Readonly<Record<Name, PeopleCell>> {
  const all = Object.entries<number>(parts)
  const shown = all.filter(([, people]) => people >= FLOOR).toSorted(([, a], [, b]) => a - b)
  const small = all.filter(([, people]) => people < FLOOR)
  const hidden = sum(small)
  const most = small.length * (FLOOR - 1)
  // Nobody at all hidden tells as much as a few; and small parts that add up to nearly all they could be are told by that.
  const isTelling = small.length > 0 && (hidden < FLOOR || most - hidden < FLOOR)
  const exposed = isTelling ? shown.pop() : undefined
  const bound = exposed ? exposed[1] + hidden - (hidden < FLOOR ? FLOOR - 1 : most) : 0
  // A bound under the floor would say by its being there that the part is above it, and so what the others are.
  const blank = exposed ? bound < FLOOR : isTelling && hidden >= FLOOR
  const cellOf = ([name, people]: [string, number]): PeopleCell => {
    if (name === exposed?.[0]) return blank ? hiddenCell : { kind: 'at_least', people: bound }
    return blank && people < FLOOR ? hiddenCell : gateCount(people)
  }
  return Object.fromEntries(all.map(part => [part[0], cellOf(part)])) as Record<Name, PeopleCell>
}

const sum = (parts: readonly (readonly [string, number])[]): number =>
  parts.reduce((total, [, people]) => total + people, 0)

/** What is left of a number that is told, beside a part that is told like this. */
export function restOf(all: number, part: PeopleCell): PeopleCell {
  if (part.kind === 'exact') return gateCount(all - part.people)
  const least = part.kind === 'hidden' ? 0 : all - (part.kind === 'fewer' ? FLOOR - 1 : part.people + FLOOR - 1)
  return least < FLOOR ? { kind: 'hidden' } : { kind: 'at_least', people: least }
}
