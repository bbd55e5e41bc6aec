import type { Cell } from '../../api/contract/cell.ts'
import type { Breakdown, Figure, ReportView } from '../../api/contract/reports.ts'
import { bullets, card, heading, small, text, type Card, type Element, type Reader } from './card.ts'

/** Most telling first; the page has the others. */
const HEADLINES = [
  'agreed',
  'active',
  'nudge_answered',
  'plan_made',
  'plan_kept',
  'completed',
  'pulse_helped',
  'chat_ended'
]
/** More are a table on a page, not a picture in a channel. */
const MOST_GROUPS = 10
/** Teams takes 28 KB with everything around a card. */
const LARGEST = 24_000

type ShownCell = Extract<Cell, { kind: 'shown' }>

/** A bar claims a number: where there is only a bound there is none. */
const isNumber = (cell: Cell | undefined): cell is ShownCell => cell?.kind === 'shown' && cell.exact

/** The finding in words, a chart with a table for clients without charts, how many people, what is blank and why, whether nudges help. */
export function reportCard(reader: Reader, report: ReportView): Card {
  const whole = withGroups(reader, report, report.breakdowns.slice(0, 1))
  return Buffer.byteLength(JSON.stringify(whole)) > LARGEST ? withGroups(reader, report, []) : whole
}

function withGroups(reader: Reader, report: ReportView, breakdowns: readonly Breakdown[]): Card {
  const { words } = reader
  const figures = HEADLINES.flatMap(key => report.figures.find(each => each.key === key) ?? [])
  return card(reader, {
    fallbackText: report.finding,
    body: [
      heading(report.finding),
      ...(report.findings.length > 1 ? [bullets(report.findings.slice(1, 4))] : []),
      ...(figures.length > 0 ? [figureChart(reader, figures)] : []),
      ...breakdowns.flatMap(breakdown => groupChart(reader, breakdown)),
      ...liftOf(reader, report),
      small(`${words.report.people(report.people)} ${words.report.tooFew(report.smallestGroup)}`),
      small(report.blanked.why)
    ],
    actions: [{ type: 'Action.OpenUrl', title: words.report.open, url: reader.tabLink('report') }]
  })
}

/** Bars begin at zero; every bar carries its own label. */
function figureChart({ words }: Reader, figures: readonly Figure[]): Element {
  const list = table(
    [words.report.figure, words.report.value],
    figures.map(({ name, cell }) => [name, said(words.report.blank, cell)])
  )
  const data = figures.flatMap(({ name, cell }) => (isNumber(cell) ? [{ x: name, y: cell.count }] : []))
  if (data.length === 0) return list
  return {
    type: 'Chart.HorizontalBar',
    xAxisTitle: words.report.count,
    yAxisTitle: words.report.figure,
    displayMode: 'AbsoluteWithAxis',
    data,
    fallback: list
  }
}

function groupChart({ words }: Reader, { name, figures, groups }: Breakdown): readonly Element[] {
  const active = figures.indexOf('active')
  const shown = groups.slice(0, MOST_GROUPS)
  const data = shown.flatMap(group => {
    const cell = group.cells[active]
    return isNumber(cell) ? [{ x: group.name, y: cell.count }] : []
  })
  if (data.length === 0) return []
  return [
    {
      type: 'Chart.VerticalBar',
      title: words.report.active,
      xAxisTitle: name,
      yAxisTitle: words.report.count,
      showBarValues: true,
      data,
      fallback: table(
        [name, words.report.active],
        shown.map(group => [group.name, said(words.report.blank, group.cells[active])])
      )
    },
    ...(groups.length > shown.length ? [small(words.report.moreGroups(groups.length - shown.length))] : [])
  ]
}

/** With interval and cost where a look has both; "not enough evidence yet" is a finding too. */
function liftOf({ words, locale }: Reader, { lift }: ReportView): readonly Element[] {
  if (!lift.says) return []
  const look = lift.experiment?.look
  const points = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  const between = (found: { readonly points: number; readonly low: number; readonly high: number }): string =>
    words.report.lift.between(points.format(found.points), points.format(found.low), points.format(found.high))
  const primary = look?.outcomes.find(({ isPrimary }) => isPrimary)?.lift
  const costs = (look?.costs ?? []).flatMap(({ cost, lift: found }) =>
    found ? [`${words.report.lift.costs[cost]}: ${between(found)}`] : []
  )
  return [
    {
      type: 'Container',
      separator: true,
      spacing: 'Medium',
      items: [
        text(words.report.lift.title, { weight: 'Bolder' }),
        text(lift.says),
        ...(primary ? [text(between(primary))] : []),
        ...(costs.length > 0 ? [small(words.report.lift.cost), bullets(costs)] : [])
      ]
    }
  ]
}

const said = (blank: string, cell: Cell | undefined): string => (cell?.kind === 'shown' ? cell.label : blank)

const table = (titles: readonly string[], rows: readonly (readonly string[])[]): Element => ({
  type: 'Table',
  firstRowAsHeader: true,
  showGridLines: true,
  // On a phone no heading of one word is broken.
  columns: titles.map((_, index) => ({ width: index === 0 ? 3 : 2 })),
  rows: [titles, ...rows].map(cells => ({
    type: 'TableRow',
    cells: cells.map(cell => ({ type: 'TableCell', items: [text(cell)] }))
  }))
})
