import type { Cell } from '../../api/contract/cell.ts'
import type { Breakdown, ReportView } from '../../api/contract/reports.ts'
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
      ...report.breakdowns.slice(0, 1).map(breakdown => groupChart(reader, breakdown)),
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

const groupChart = ({ words }: Reader, { name, figures, groups }: Breakdown): Element => {
  const active = figures.indexOf('active')
  const cellOf = (cells: readonly Cell[]): string =>
    cells[active] ? said(words.report.blank, cells[active]) : words.report.blank
  return {
    type: 'Chart.VerticalBar',
    title: words.report.active,
    xAxisTitle: name,
    yAxisTitle: words.report.count,
    showBarValues: true,
    data: groups.flatMap(group => {
      const cell = group.cells[active]
      return cell && isShown(cell) ? [bar(group.name, cell)] : []
    }),
    fallback: table(
      [name, words.report.active],
      groups.map(group => [group.name, cellOf(group.cells)])
    )
  }
}

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
