/** The one gate before HR: a cell passes as it is, coded at the ends, or blank with its reason. Pure. */
import type { Cell } from '../contract/cell.ts'
import type { ReportWords } from './words.ts'

/** Smallest group that is ever shown; a company may raise it, nobody can lower it. */
export const SMALLEST_GROUP = 8
/** Fewer who did, or did not, than this are never told apart. */
export const SMALLEST_PART = 3

export type Slice = {
  readonly name: string
  /** People in the group. */
  readonly of: number
  /** People in the group who did it. */
  readonly count: number
}

type Verdict = { readonly slice: Slice; readonly cell: Cell }

/** One figure over everybody: shown when the company itself is large enough. */
export function gateTotal(total: Slice, smallest: number, words: ReportWords): Cell {
  return total.of < smallest ? blank(words.groupTooSmall(smallest)) : code(total, words)
}

/**
 * One figure by group beside its published total. A blank group must not be computable as total minus the rest,
 * so the smallest shown group goes blank with it until at least `smallest` people stand behind what is hidden.
 */
export function gateGroups(
  input: { readonly total: Slice; readonly groups: readonly Slice[]; readonly smallest: number },
  words: ReportWords
): readonly Cell[] {
  const first: Verdict[] = input.groups.map(slice => ({ slice, cell: gateTotal(slice, input.smallest, words) }))
  return complement(first, input, words).map(({ cell }) => cell)
}

function complement(
  verdicts: readonly Verdict[],
  input: { readonly total: Slice; readonly smallest: number },
  words: ReportWords
): readonly Verdict[] {
  const shown = verdicts.filter(({ cell }) => cell.kind === 'shown')
  const hiddenPeople = input.total.of - sum(shown.map(({ slice }) => slice.of))
  const exposed = hiddenPeople > 0 && hiddenPeople < input.smallest
  const alone = verdicts.length - shown.length === 1 && hiddenPeople > 0
  const smallestShown = shown.toSorted((a, b) => a.slice.of - b.slice.of)[0]
  if ((!exposed && !alone) || !smallestShown) return verdicts
  const next = verdicts.map(verdict =>
    verdict === smallestShown ? { slice: verdict.slice, cell: blank(words.wouldRevealOther) } : verdict
  )
  return complement(next, input, words)
}

function code(slice: Slice, words: ReportWords): Cell {
  const low = Math.min(SMALLEST_PART, slice.of)
  const { of } = slice
  if (slice.count < low)
    return { kind: 'shown', count: low, low: 0, high: low - 1, of, label: words.fewerThan(low, of), exact: false }
  const high = of - low
  if (slice.count > high)
    return { kind: 'shown', count: high, low: high + 1, high: of, of, label: words.moreThan(high, of), exact: false }
  return {
    kind: 'shown',
    count: slice.count,
    low: slice.count,
    high: slice.count,
    of,
    label: words.countOf(slice.count, of),
    exact: true
  }
}

const blank = (reason: string): Cell => ({ kind: 'blank', reason })

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)
