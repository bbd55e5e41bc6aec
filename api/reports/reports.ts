/** Prepared aggregate snapshots for HR. Nothing leaves this slice that has not passed `gate.ts`. */
import type { ReportView } from '../contract/reports.ts'
import { peopleReached, peopleWhoAgreed, reportDue } from '../channels/channels.ts'
import { peopleWhoKeptAPlan, peopleWhoPlanned, peopleWhoTalked } from '../coach/coach.ts'
import { listMembers } from '../directory/directory.ts'
import { peopleEnrolled, peopleWhoCompleted } from '../enrollment/enrollment.ts'
import { peopleWhoAnswered } from '../nudges/nudges.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { after, DAY } from '../platform/time.ts'
import { SMALLEST_GROUP } from './gate.ts'
import { measure, type Evidence } from './measure.ts'
import { findLatestReport, findReport, findReportByPeriod, insertReport } from './store.ts'
import { reportWords } from './words.ts'

const PERIOD = 28 * DAY

/** Makes the report of this period once; a second call answers with the first one's. */
export async function makeReport(
  deps: Deps,
  { organizationId, periodKey }: { readonly organizationId: string; readonly periodKey: string }
): Promise<ReportView> {
  const known = await deps.db.for(organizationId)(trx => findReportByPeriod(trx, organizationId, periodKey))
  if (known) return known
  const organization = await getOrganization(deps, organizationId)
  const to = deps.now()
  const period = { from: after(to, -PERIOD), to }
  const report = measure(
    await gather(deps, organizationId, period),
    {
      reportId: deps.newId('report'),
      madeAt: to.toISOString(),
      period: { from: period.from.toISOString(), to: to.toISOString() },
      smallestGroup: SMALLEST_GROUP
    },
    reportWords(organization.locale)
  )
  return deps.db.for(organizationId)(async trx => {
    const isNew = await insertReport(trx, organizationId, periodKey, report)
    if (isNew) await deps.publish(trx, { type: 'report.made', organizationId, reportId: report.reportId })
    return isNew ? report : ((await findReportByPeriod(trx, organizationId, periodKey)) ?? report)
  })
}

/** Makes the report whose scheduled moment has passed, if it is not made yet. */
export async function makeDueReport(deps: Deps, organizationId: string): Promise<void> {
  const due = await reportDue(deps, organizationId)
  if (due) await makeReport(deps, { organizationId, periodKey: `${due.kind}:${due.at.toISOString()}` })
}

/** @throws ProblemError `not_found` for an id of another company or of none. */
export async function loadReport(deps: Deps, organizationId: string, reportId: string): Promise<ReportView> {
  const report = await deps.db.for(organizationId)(trx => findReport(trx, organizationId, reportId))
  if (!report) throw new ProblemError('not_found', 'This report does not exist. Open the newest one instead')
  return report
}

export const latestReport = (deps: Deps, organizationId: string): Promise<ReportView | undefined> =>
  deps.db.for(organizationId)(trx => findLatestReport(trx, organizationId))

type Period = { readonly from: Date; readonly to: Date }

async function gather(deps: Deps, organizationId: string, period: Period): Promise<Evidence> {
  const [members, reached, agreed, active, answered, planned, kept, enrolled, completed] = await Promise.all([
    listMembers(deps, organizationId),
    peopleReached(deps, organizationId),
    peopleWhoAgreed(deps, organizationId),
    peopleWhoTalked(deps, organizationId, period),
    peopleWhoAnswered(deps, organizationId, period),
    peopleWhoPlanned(deps, organizationId, period),
    peopleWhoKeptAPlan(deps, organizationId, period),
    peopleEnrolled(deps, organizationId),
    peopleWhoCompleted(deps, organizationId)
  ])
  return { members, did: { reached, agreed, active, answered, planned, kept, enrolled, completed } }
}
