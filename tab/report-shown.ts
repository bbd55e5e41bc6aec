/** How a report is told wherever it stands: to HR, and to whom it is about. Pure. */
import type { ReportView } from '../api/contract/reports.ts'
import { formatDay, type Shared } from './context.ts'

/** Half a day inside of both ends, so that days of the company's zone are the same days in any reader's. */
export const HALF_DAY = 12 * 60 * 60 * 1000

/** Its first and its last day. */
export const daysOf = (
  { from, to }: ReportView['period'],
  clock: Pick<Shared, 'locale' | 'timezone'>
): readonly [first: string, last: string] => [
  formatDay(new Date(Date.parse(from) + HALF_DAY).toISOString(), clock),
  formatDay(new Date(Date.parse(to) - HALF_DAY).toISOString(), clock)
]

/** The directory tells countries by two letters; people read their names. */
export function withCountryNames(report: ReportView, locale: string): ReportView {
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  const nameOf = (code: string): string => (/^[A-Z]{2}$/u.test(code) ? (names.of(code) ?? code) : code)
  const breakdowns = report.breakdowns.map(each =>
    each.dimension === 'country'
      ? { ...each, groups: each.groups.map(group => ({ ...group, name: nameOf(group.name) })) }
      : each
  )
  return { ...report, breakdowns }
}
