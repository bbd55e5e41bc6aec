/** Figures of experiments, made at few fixed dates over people who were drawn once: one group, or two beside their total. Pure. */
import type { Cell } from '../contract/cell.ts'
import { toCell } from './cells.ts'
import { codePart, type Range } from '../gate/gate.ts'
import type { ReportWords } from './words.ts'

/** People of a group, and how many of them did it. */
export type Group = { readonly of: number; readonly count: number }

export type Manner = { readonly smallest: number; readonly words: ReportWords }

const tell = ({ of, count }: Group, smallest: number): Range =>
  codePart({ people: of, left: 0, did: { it: count } }, [{ key: 'it', partOf: null }], smallest)['it'] ?? {
    low: 0,
    high: of
  }

export const gateGroup = (group: Group, { smallest, words }: Manner): Cell =>
  toCell({ told: [tell(group, smallest)], of: [{ low: group.of, high: group.of }], people: group.of, smallest }, words)

/** Neither is told where the other is too small to be: together they are known. */
export function gateArms(
  { nudged, held }: { readonly nudged: Group; readonly held: Group },
  manner: Manner
): { readonly nudged: Cell; readonly held: Cell } {
  const { smallest, words } = manner
  const blank: Cell = { kind: 'blank', reason: words.why('small', smallest) }
  if (Math.min(nudged.of, held.of) < smallest) return { nudged: blank, held: blank }
  return { nudged: gateGroup(nudged, manner), held: gateGroup(held, manner) }
}
