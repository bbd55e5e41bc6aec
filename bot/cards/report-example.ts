/** For tests: a report with everything in it that a report can have. The people are none. */
import type { Cell } from '../../api/contract/cell.ts'
import { figureAreaSchema, reportSchema, type FigureArea, type ReportView } from '../../api/contract/reports.ts'

export const exact = (count: number, of: number): Cell => ({
  kind: 'shown',
  count,
  low: count,
  high: count,
  of,
  label: `${count} of ${of}`,
  exact: true
})
const bound = (of: number): Cell => ({
  kind: 'shown',
  count: 3,
  low: 0,
  high: 3,
  of,
  label: `fewer than 4 of ${of}`,
  exact: false
})
const blank: Cell = {
  kind: 'blank',
  reason: 'Fewer than 8 people: blank, so that nobody can be told apart'
}

type Asked = readonly [key: string, area: FigureArea, name: string, cell: Cell, partOf?: string]

const FIGURES: readonly Asked[] = [
  ['installed', 'activation', 'Has the app', exact(212, 240)],
  ['agreed', 'activation', 'Said yes to the coach', exact(168, 240)],
  ['started', 'activation', 'Wrote a first time', exact(120, 168), 'agreed'],
  ['active', 'activity', 'Talked with the coach', exact(84, 240)],
  ['nudge_sent', 'nudges', 'Got a nudge', exact(160, 240)],
  ['nudge_answered', 'nudges', 'Answered a nudge', exact(96, 160), 'nudge_sent'],
  ['plan_made', 'plans', 'Made a plan', exact(60, 240)],
  ['plan_kept', 'plans', 'Kept a plan', exact(38, 60), 'plan_made'],
  ['enrolled', 'courses', 'Enrolled', exact(200, 240)],
  ['completed', 'courses', 'Completed a course', exact(52, 200), 'enrolled'],
  ['chat_ended', 'reach', 'Ended the chat', bound(240)],
  ['unreached', 'reach', 'Could not be reached', blank],
  ['pulse_answered', 'pulse', 'Answered the pulse', exact(48, 240)],
  ['pulse_helped', 'pulse', 'Said it helped', exact(36, 48), 'pulse_answered'],
  ['focus_feedback', 'focus', 'Wants to grow in feedback', exact(44, 240)]
]

const week = (monday: number): ReportView['period'] => ({
  from: new Date(Date.UTC(2026, 8, monday)).toISOString(),
  to: new Date(Date.UTC(2026, 8, monday + 7)).toISOString()
})

const WEEKS = [0, 7, 14, 21, 28, 35].map(days => week(21 + days))

const trendOf = (cell: Cell): ReportView['figures'][number]['trend'] =>
  WEEKS.map((period, i) => ({
    period,
    cell:
      cell.kind === 'shown' && cell.exact && i !== 2 ? exact(Math.round(cell.count * (0.5 + i / 12)), cell.of) : cell
  }))

const COLUMNS = ['active', 'plan_made', 'completed']

export const exampleReport: ReportView = reportSchema.parse({
  reportId: 'rep_example',
  kind: 'weekly',
  madeAt: '2026-11-23T08:00:00.000Z',
  period: { from: '2026-11-16T00:00:00.000Z', to: '2026-11-23T00:00:00.000Z' },
  finding: '84 of 240 people talked with the coach last week, 12 more than the week before.',
  findings: [
    '84 of 240 people talked with the coach last week, 12 more than the week before.',
    '38 of the 60 people who made a plan kept it.',
    '36 of the 48 people who answered say that coaching helped at work.'
  ],
  people: 240,
  waiting: '5 newcomers wait to be counted until enough have come.',
  figures: FIGURES.map(([key, area, name, cell, partOf = null]) => ({
    key,
    area: figureAreaSchema.parse(area),
    name,
    definition: `${name}: people of whom this was true at least once in the period`,
    partOf,
    cell,
    trend: trendOf(cell)
  })),
  breakdowns: [
    {
      dimension: 'cohort',
      name: 'Cohort',
      why: 'Everybody in a cohort is counted, once, in the first they joined.',
      figures: COLUMNS,
      groups: [
        { name: 'Leaders 2026', people: 64, cells: [exact(30, 64), exact(22, 64), exact(18, 64)] },
        { name: 'New managers in the northern region', people: 41, cells: [exact(12, 41), bound(41), exact(9, 41)] },
        { name: 'Graduates', people: 24, cells: [exact(14, 24), exact(10, 24), blank] },
        { name: 'Board', people: null, cells: [blank, blank, blank] }
      ]
    },
    {
      dimension: 'country',
      name: 'Country',
      why: 'Whoever is counted by cohort is not counted here.',
      figures: COLUMNS,
      groups: [
        { name: 'Mexico', people: 60, cells: [exact(20, 60), exact(11, 60), exact(12, 60)] },
        { name: 'Germany', people: 51, cells: [exact(8, 51), bound(51), exact(13, 51)] }
      ]
    }
  ],
  unbroken: '',
  lift: {
    experiment: null,
    offers: (['plan', 'course', 'session'] as const).map((primary, i) => ({
      primary,
      holdoutPercent: 20,
      weeks: 52,
      points: i === 1 ? null : 7.2 + i,
      foundAt: i === 0 ? '2027-06-14T00:00:00.000Z' : null
    })),
    says: 'Not enough evidence yet: no comparison is on.'
  },
  blanked: {
    count: 9,
    why: '9 figures are blank or only a bound: groups under 8 people, or figures that would tell about few.'
  },
  smallestGroup: 8
})
