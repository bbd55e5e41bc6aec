/** A report as sheets of a file: its own gated cells and words, nothing that is not in it. Pure. */
import type { Cell } from '../../../api/contract/cell.ts'
import type { ReportView } from '../../../api/contract/reports.ts'
import type { ReportPageWords } from './words.ts'

export type Value = string | number | null
export type Sheet = { readonly name: string; readonly rows: readonly (readonly Value[])[] }

/** A number stands only where the figure is one: a bound is told in words. */
const numbersOf = (cell: Cell): readonly Value[] =>
  cell.kind === 'shown' && cell.exact ? [cell.count, cell.of] : [null, null]

const inWords = (cell: Cell): string => (cell.kind === 'shown' ? cell.label : cell.reason)

type Written = { readonly said: ReportPageWords; readonly period: string }

export function sheetsOf(report: ReportView, { said, period }: Written): readonly Sheet[] {
  const nameOf = (key: string | null): string => report.figures.find(each => each.key === key)?.name ?? ''
  const about: Sheet = {
    name: said.which,
    rows: [
      [report.finding],
      ...report.findings.slice(1).map(finding => [finding]),
      [period],
      [said.behind(report.people)],
      [report.blanked.why],
      ...(report.waiting ? [[report.waiting]] : []),
      ...(report.unbroken ? [[report.unbroken]] : []),
      ...(report.lift.says ? [[`${said.lift} ${report.lift.says}`]] : [])
    ]
  }
  const figures: Sheet = {
    name: said.overview,
    rows: [
      [said.figure, said.people, said.groupPeople, said.overview, said.of('…'), said.definitions],
      ...report.figures.map(({ name, cell, partOf, definition }) => [
        name,
        ...numbersOf(cell),
        inWords(cell),
        nameOf(partOf),
        definition
      ])
    ]
  }
  const groups = report.breakdowns.map(breakdown => ({
    name: said.dimensions[breakdown.dimension],
    rows: [
      [said.group, said.figure, said.people, said.groupPeople, said.overview],
      ...breakdown.groups.flatMap(group =>
        group.cells.map((cell, column) => [
          group.name,
          nameOf(breakdown.figures[column] ?? null),
          ...numbersOf(cell),
          inWords(cell)
        ])
      )
    ]
  }))
  return [about, figures, ...groups]
}
