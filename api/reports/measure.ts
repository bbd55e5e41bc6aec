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
  const active = byCohort('active')
  const completed = byCohort('completed')
  const blank = { kind: 'blank', reason: words.wouldRevealOther } as const
  const cohorts = names.map((name, i) => ({ name, active: active[i] ?? blank, completed: completed[i] ?? blank }))
  const blanks = [...figures.map(({ cell }) => cell), ...active, ...completed].filter(
    ({ kind }) => kind === 'blank'
  ).length
  const activeCell = figures.find(({ key }) => key === 'active')?.cell
  return {
    ...frame,
    finding: activeCell?.kind === 'shown' ? words.finding(activeCell.label, everybody.length) : words.notEnough,
    people: everybody.length,
    figures,
    cohorts,
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
