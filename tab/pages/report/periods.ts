/** Which days a report is about. Pure. */
import type { ReportView } from '../../../api/contract/reports.ts'
import type { Shared } from '../../context.ts'
import { daysOf, HALF_DAY } from '../../report-shown.ts'
import type { ReportPageWords } from './words.ts'

type Clock = Pick<Shared, 'locale' | 'timezone'>
type Period = ReportView['period']

type Named = Pick<ReportView, 'kind' | 'period'>

export const nameOf = ({ kind, period }: Named, said: ReportPageWords, clock: Clock): string =>
  said.period(said.kinds[kind], ...daysOf(period, clock))

/** Such as `2026-11-16`, of the company's first day in it. */
export const fileDay = ({ from }: Period): string =>
  new Date(Date.parse(from) + HALF_DAY).toISOString().slice(0, 'YYYY-MM-DD'.length)
