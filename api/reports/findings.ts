/** What a report says in sentences: figures that may be told, in order of use. Pure: from cells that passed the gate alone. */
import type { Cell } from '../contract/cell.ts'
import type { Figure } from '../contract/reports.ts'
import type { FigureKey } from './figures.ts'
import type { ReportWords } from './words.ts'

const ORDER: readonly FigureKey[] = [
  'active',
  'plan_kept',
  'nudge_acted',
  'plan_made',
  'completed',
  'agreed',
  'nudge_answered',
  'enrolled',
  'installed',
  'started',
  'nudge_sent'
]
const MOST = 5

type About = { readonly people: number; readonly smallest: number }

/** At least three where there are people enough for any: what is blank is said to be, too. */
export function findingsOf(
  figures: readonly Figure[],
  { people, smallest }: About,
  words: ReportWords
): readonly string[] {
  if (people < smallest) return []
  const known = ORDER.flatMap(key => figures.find(figure => figure.key === key) ?? [])
  const told = known.flatMap(figure => {
    if (figure.cell.kind === 'blank') return []
    const said = words.said(figure.name, figure.cell.label)
    const before = figure.trend.at(-1)?.cell
    return [before && isComparable(before, figure.cell) ? words.andBefore(said, before.label) : said]
  })
  const focus = figures.filter(({ area, cell }) => area === 'focus' && cell.kind === 'shown' && cell.exact)
  const [most] = focus.toSorted((a, b) => countOf(b.cell) - countOf(a.cell))
  const chosen = most?.cell.kind === 'shown' ? [words.mostChosen(most.name, most.cell.label)] : []
  const [first, ...others] = told
  const hint = first === undefined ? [] : [people < 50 ? words.asHint(first) : first]
  return [
    ...hint,
    ...others.slice(0, MOST - 1 - chosen.length),
    ...chosen,
    ...(told.length < 2 ? [words.counted(people)] : [])
  ]
}

const countOf = (cell: Cell): number => (cell.kind === 'shown' ? cell.count : 0)

const isComparable = (before: Cell, now: Cell): before is Extract<Cell, { kind: 'shown' }> =>
  before.kind === 'shown' && now.kind === 'shown' && before.label !== now.label
