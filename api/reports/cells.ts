/** Ranges that passed the gate, as HR reads them. Pure. */
import type { Cell } from '../contract/cell.ts'
import { sumOf, type Range } from '../gate/gate.ts'
import type { ReportWords } from './words.ts'

/** A range wider than this share of its people says nothing. */
const WIDEST = 0.5

export type Asked = {
  /** Of each part that belongs to it. */
  readonly told: readonly Range[]
  /** Of the same parts: everybody, or who did what this is a part of. */
  readonly of: readonly Range[]
  readonly people: number
  readonly smallest: number
}

/** Follows from what passed the gate alone: blank or not tells nothing more. */
export function toCell({ told, of, people, smallest }: Asked, words: ReportWords): Cell {
  if (people < smallest) return { kind: 'blank', reason: words.why('small', smallest) }
  const { low, high } = sumOf(told)
  const base = sumOf(of)
  if (base.high < smallest || (base.low < smallest && base.low < base.high && low === 0 && high === base.high))
    return { kind: 'blank', reason: words.why('few_did', smallest) }
  if (high - low > WIDEST * base.high) return { kind: 'blank', reason: words.why('close', smallest) }
  const all = base.low === base.high ? String(base.low) : words.between(base.low, base.high)
  const ends = { low, high, of: base.high }
  if (low === high) return { kind: 'shown', count: low, ...ends, label: words.countOf(String(low), all), exact: true }
  if (low === 0) return { kind: 'shown', count: high, ...ends, label: words.fewerThan(high + 1, all), exact: false }
  if (high === base.high)
    return { kind: 'shown', count: low, ...ends, label: words.moreThan(low - 1, all), exact: false }
  return { kind: 'shown', count: low, ...ends, label: words.countOf(words.between(low, high), all), exact: false }
}
