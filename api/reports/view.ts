/** From counted parts to a report. Pure: parts go through the gate, and only what it told goes on. */
import type { Cell } from '../contract/cell.ts'
import type { Breakdown, Figure, ReportView } from '../contract/reports.ts'
import { toCell } from './cells.ts'
import { COUNTED, FIGURES, GROUP_FIGURES, IN_EXPERIMENT, type FigureKind } from './figures.ts'
import { findingsOf } from './findings.ts'
import { codePart, type Range } from '../gate/gate.ts'
import type { Dimension } from './parts.ts'
import type { CountedPart } from './store-counting.ts'
import type { Earlier } from './store.ts'
import type { ReportWords } from './words.ts'

export type Frame = Pick<ReportView, 'reportId' | 'kind' | 'madeAt' | 'period' | 'smallestGroup' | 'lift'>

export type Counted = {
  readonly parts: readonly CountedPart[]
  /** Names of all groups of the dimensions that the company is broken down by, so that one that is too small stands there too. */
  readonly groups: readonly { readonly dimension: Dimension; readonly name: string }[]
  readonly dimensions: readonly Dimension[]
  /** People with access who are in no part yet. */
  readonly waiting: number
  /** Of the reports before, oldest first. */
  readonly earlier: readonly Earlier[]
}

type Told = {
  readonly dimension: Dimension | null
  readonly name: string | null
  readonly people: number
  readonly by: Readonly<Record<string, Range>>
}

export function viewOf(counted: Counted, frame: Frame, words: ReportWords): ReportView {
  const { smallestGroup: smallest } = frame
  const told: readonly Told[] = counted.parts.map(part => ({
    dimension: part.dimension,
    name: part.name,
    people: part.people,
    by: codePart(part, COUNTED, smallest)
  }))
  const people = peopleOf(told)
  const figures: readonly Figure[] = FIGURES.map(kind => ({
    key: kind.key,
    area: kind.area,
    ...words.figure(kind.key),
    partOf: kind.partOf,
    cell: cellOf(told, kind, { smallest, words }),
    trend: counted.earlier.flatMap(({ period, figures: before }) => {
      const cell = before.find(({ key }) => key === kind.key)?.cell
      return cell ? [{ period, cell }] : []
    })
  }))
  const breakdowns = counted.dimensions.map(dimension => breakdownOf(dimension, { told, counted, smallest, words }))
  const cells = [
    ...figures.map(({ cell }) => cell),
    ...breakdowns.flatMap(({ groups }) => groups.flatMap(each => each.cells))
  ]
  const blank = cells.filter(({ kind }) => kind === 'blank').length
  const findings = findingsOf(figures, { people, smallest }, words)
  return {
    ...frame,
    lift: liftWith(frame.lift, cellOf(told, IN_EXPERIMENT, { smallest, words })),
    finding: findings[0] ?? words.notEnough,
    findings: findings.length > 0 ? [...findings] : [words.notEnough],
    people: people < smallest ? 0 : people,
    waiting: counted.waiting === 0 ? '' : words.waiting,
    figures: [...figures],
    breakdowns,
    unbroken: breakdowns.length > 0 ? '' : words.unbroken,
    blanked: { count: blank, why: words.blankedWhy(blank, smallest) }
  }
}

const peopleOf = (told: readonly Told[]): number => told.reduce((sum, part) => sum + part.people, 0)

/** How many take part in it: of those who are counted, as everything here. */
function liftWith(lift: Frame['lift'], people: Cell): Frame['lift'] {
  const { experiment } = lift
  return experiment ? { ...lift, experiment: { ...experiment, people } } : lift
}

type Manner = { readonly smallest: number; readonly words: ReportWords }

function cellOf(
  told: readonly Told[],
  { key, partOf }: Pick<FigureKind, 'partOf'> & { readonly key: string },
  { smallest, words }: Manner
): Cell {
  const everybody = ({ people }: Told): Range => ({ low: people, high: people })
  return toCell(
    {
      told: told.map(part => part.by[key] ?? { low: 0, high: part.people }),
      of: told.map(part => (partOf === null ? undefined : part.by[partOf]) ?? everybody(part)),
      people: peopleOf(told),
      smallest
    },
    words
  )
}

function breakdownOf(
  dimension: Dimension,
  { told, counted, smallest, words }: Manner & { readonly told: readonly Told[]; readonly counted: Counted }
): Breakdown {
  const own = Map.groupBy(
    told.filter(part => part.dimension === dimension),
    ({ name }) => name ?? ''
  )
  const named = counted.groups.filter(group => group.dimension === dimension).map(({ name }) => name)
  const names = [...new Set([...named, ...own.keys()])].toSorted((a, b) => a.localeCompare(b))
  return {
    dimension,
    name: words.dimensions[dimension],
    why: words.whyNotAll(counted.dimensions.length),
    figures: GROUP_FIGURES.map(({ key }) => key),
    groups: names.map(name => {
      const parts = own.get(name) ?? []
      const people = peopleOf(parts)
      return {
        name,
        people: people < smallest ? null : people,
        cells: GROUP_FIGURES.map(kind => cellOf(parts, kind, { smallest, words }))
      }
    })
  }
}
