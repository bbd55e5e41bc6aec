/** What the employer sees, shown to the person it is about: the same report, past the same gate. */
import type { ReportView } from '../contract/reports.ts'
import { cohortsOf } from '../directory/directory.ts'
import type { Deps } from '../platform/deps.ts'
import type { PersonKey } from '../platform/personal-data.ts'
import { latestReport } from '../reports/reports.ts'

export async function reportFor(deps: Deps, { organizationId, personId }: PersonKey): Promise<ReportView | null> {
  const report = await latestReport(deps, organizationId)
  if (!report) return null
  const own = new Set((await cohortsOf(deps, organizationId, personId)).map(({ name }) => name))
  const breakdowns = report.breakdowns.flatMap(breakdown => {
    const groups = breakdown.groups.filter(({ name }) => own.has(name))
    return groups.length > 0 ? [{ ...breakdown, groups }] : []
  })
  return { ...report, breakdowns }
}
