import type { Cell, ReportView } from '../../api/contract/reports.ts'
import { card, heading, small, text, type Card, type Element, type Reader } from './card.ts'

type Figure = ReportView['figures'][number]
type ShownCell = Extract<Cell, { kind: 'shown' }>
type Shown = Figure & { readonly cell: ShownCell }

const isShown = (cell: Cell): cell is ShownCell => cell.kind === 'shown'

/** A bar claims a number: where it is only a bound, its name says so. */
const bar = (name: string, cell: ShownCell) => ({ x: cell.exact ? name : `${name} (${cell.label})`, y: cell.count })

/** The finding in words, one chart with a table for clients without charts, how many people, what is blank and why. */
export function reportCard(reader: Reader, report: ReportView): Card {
  const { words } = reader
  const shown = report.figures.filter((figure): figure is Shown => isShown(figure.cell))
  return card(reader, {
    fallbackText: report.finding,
    body: [
      heading(report.finding),
      ...(shown.length > 0 ? [figureChart(reader, report, shown)] : []),
      ...(report.cohorts.some(({ active }) => isShown(active)) ? [cohortChart(reader, report)] : []),
      small(`${words.report.people(report.people)} ${words.report.tooFew(report.smallestGroup)}`),
      small(report.blanked.why)
    ],
    actions: [{ type: 'Action.OpenUrl', title: words.report.open, url: reader.tabLink('report') }]
  })
}

/** Bars begin at zero; every bar carries its own label. */
const figureChart = ({ words }: Reader, report: ReportView, shown: readonly Shown[]): Element => ({
  type: 'Chart.HorizontalBar',
  xAxisTitle: words.report.count,
  yAxisTitle: words.report.figure,
  displayMode: 'AbsoluteWithAxis',
  data: shown.map(({ name, cell }) => bar(name, cell)),
  fallback: table(
    [words.report.figure, words.report.value],
    report.figures.map(({ name, cell }) => [name, said(words.report.blank, cell)])
  )
})

const cohortChart = ({ words }: Reader, report: ReportView): Element => ({
  type: 'Chart.VerticalBar',
  title: words.report.active,
  xAxisTitle: words.report.group,
  yAxisTitle: words.report.count,
  showBarValues: true,
  data: report.cohorts.flatMap(({ name, active }) => (isShown(active) ? [bar(name, active)] : [])),
  fallback: table(
    [words.report.group, words.report.active, words.report.completed],
    report.cohorts.map(({ name, active, completed }) => [
      name,
      said(words.report.blank, active),
      said(words.report.blank, completed)
    ])
  )
})

const said = (blank: string, cell: Cell): string => (cell.kind === 'shown' ? cell.label : blank)

const table = (titles: readonly string[], rows: readonly (readonly string[])[]): Element => ({
  type: 'Table',
  firstRowAsHeader: true,
  showGridLines: true,
  columns: titles.map((_, index) => ({ width: index === 0 ? 2 : 1 })),
  rows: [titles, ...rows].map(cells => ({
    type: 'TableRow',
    cells: cells.map(cell => ({ type: 'TableCell', items: [text(cell)] }))
  }))
})
