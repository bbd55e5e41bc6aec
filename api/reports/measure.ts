/** Counts sets of people into a report that has passed the gate. Pure: who did what goes in, only gated figures come out. */
import type { ReportView } from '../contract/reports.ts'
import { gateGroups, gateTotal, type Slice } from './gate.ts'
import type { FigureKey, ReportWords } from './words.ts'

export type Evidence = {
  readonly members: readonly { readonly personId: string; readonly cohorts: readonly string[] }[]
  readonly did: Readonly<Record<FigureKey, ReadonlySet<string>>>
}

export type Frame = Pick<ReportView, 'reportId' | 'madeAt' | 'period' | 'smallestGroup'>

const KEYS: readonly FigureKey[] = [
  'reached',
  'agreed',
  'active',
  'answered',
  'planned',
  'kept',
  'enrolled',
  'completed'
]

export function measure(evidence: Evidence, frame: Frame, words: ReportWords): ReportView {
  const everybody = evidence.members.map(({ personId }) => personId)
  const smallest = frame.smallestGroup
  const figures = KEYS.map(key => ({
    key,
    area: 'activity' as const,
    partOf: null,
    trend: [],
    ...words.figures[key],
    cell: gateTotal(count('all', everybody, evidence.did[key]), smallest, words)
  }))
  const names = [...new Set(evidence.members.flatMap(({ cohorts }) => cohorts))].toSorted()
  const byCohort = (key: FigureKey) =>
    gateGroups(
      {
        total: count('all', everybody, evidence.did[key]),
        groups: names.map(name => count(name, membersOf(evidence, name), evidence.did[key])),
        smallest
      },
      words
    )
  const shown = ['active', 'completed'] as const
  const columns = shown.map(byCohort)
  const blank = { kind: 'blank', reason: words.wouldRevealOther } as const
  const groups = names.map((name, i) => ({ name, people: null, cells: columns.map(column => column[i] ?? blank) }))
  const blanks = [...figures.map(({ cell }) => cell), ...columns.flat()].filter(({ kind }) => kind === 'blank').length
  const activeCell = figures.find(({ key }) => key === 'active')?.cell
  const finding = activeCell?.kind === 'shown' ? words.finding(activeCell.label, everybody.length) : words.notEnough
  return {
    ...frame,
    kind: 'weekly',
    finding,
    findings: [finding],
    people: everybody.length,
    waiting: '',
    figures,
    breakdowns: [{ dimension: 'cohort', name: 'Cohort', why: '', figures: [...shown], groups }],
    unbroken: '',
    lift: { experiment: null, offers: [], says: '' },
    blanked: { count: blanks, why: words.blankedWhy(blanks, smallest) }
  }
}

const membersOf = (evidence: Evidence, cohort: string): readonly string[] =>
  evidence.members.filter(({ cohorts }) => cohorts.includes(cohort)).map(({ personId }) => personId)

const count = (name: string, people: readonly string[], did: ReadonlySet<string>): Slice => ({
  name,
  of: people.length,
  count: people.filter(personId => did.has(personId)).length
})
