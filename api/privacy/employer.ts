/** What the employer sees, shown to the person it is about: the same report, past the same gate. */
import type { Breakdown, ReportView } from '../contract/reports.ts'
import { cohortsOf, getPerson } from '../directory/directory.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import type { PersonKey } from '../platform/personal-data.ts'
import { latestReport } from '../reports/reports.ts'

export async function reportFor(deps: Deps, { organizationId, personId }: PersonKey): Promise<ReportView | null> {
  const [cohorts, person, home] = await Promise.all([
    cohortsOf(deps, organizationId, personId),
    getPerson(deps, organizationId, personId),
    getOrganization(deps, organizationId)
  ])
  const report = await latestReport(deps, { organizationId, locale: person?.locale ?? home.locale })
  if (!report) return null
  const own: Readonly<Record<Breakdown['dimension'], readonly (string | null | undefined)[]>> = {
    cohort: cohorts.map(({ name }) => name),
    country: [person?.country],
    department: [person?.department]
  }
  const breakdowns = report.breakdowns.flatMap(breakdown => {
    const groups = breakdown.groups.filter(({ name }) => own[breakdown.dimension].includes(name))
    return groups.length > 0 ? [{ ...breakdown, groups }] : []
  })
  return { ...report, breakdowns }
}
