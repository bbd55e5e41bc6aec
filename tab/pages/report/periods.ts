/** Which days a report is about. Pure. */
import type { ReportView } from '../../../api/contract/reports.ts'
import { formatDay, type Shared } from '../../context.ts'
import type { ReportPageWords } from './words.ts'

type Clock = Pick<Shared, 'locale' | 'timezone'>
type Period = ReportView['period']

/** Half a day inside of both ends, so that days of the company's zone are the same days in any reader's. */
const HALF_DAY = 12 * 60 * 60 * 1000

export const daysOf = ({ from, to }: Period, clock: Clock): readonly [from: string, to: string] => [
  formatDay(new Date(Date.parse(from) + HALF_DAY).toISOString(), clock),
  formatDay(new Date(Date.parse(to) - HALF_DAY).toISOString(), clock)
]

type Named = Pick<ReportView, 'kind' | 'period'>

export const nameOf = ({ kind, period }: Named, said: ReportPageWords, clock: Clock): string =>
  said.period(said.kinds[kind], ...daysOf(period, clock))

/** Such as `2026-11-16`, of the company's first day in it. */
export const fileDay = ({ from }: Period): string =>
  new Date(Date.parse(from) + HALF_DAY).toISOString().slice(0, 'YYYY-MM-DD'.length)
