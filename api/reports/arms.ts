/** Figures of experiments, made at few fixed dates over people who were drawn once: one group, or two beside their total. Pure. */
import type { Cell } from '../contract/cell.ts'
import { toCell } from './cells.ts'
import { codePart, SMALLEST_GROUP, type Range } from './gate.ts'
import type { ReportWords } from './words.ts'

/** People of a group, and how many of them did it. */
export type Group = { readonly of: number; readonly count: number }

const tell = ({ of, count }: Group): Range =>
  codePart({ people: of, left: 0, did: { it: count } }, [{ key: 'it', partOf: null }], SMALLEST_GROUP)['it'] ?? {
    low: 0,
    high: of
  }

export const gateGroup = (group: Group, words: ReportWords): Cell =>
  toCell(
    { told: [tell(group)], of: [{ low: group.of, high: group.of }], people: group.of, smallest: SMALLEST_GROUP },
    words
  )

/** Neither is told where the other is too small to be: together they are known. */
export function gateArms(
  { nudged, held }: { readonly nudged: Group; readonly held: Group },
  words: ReportWords
): { readonly nudged: Cell; readonly held: Cell } {
  const blank: Cell = { kind: 'blank', reason: words.groupTooSmall(SMALLEST_GROUP) }
  if (Math.min(nudged.of, held.of) < SMALLEST_GROUP) return { nudged: blank, held: blank }
  return { nudged: gateGroup(nudged, words), held: gateGroup(held, words) }
}
