/** When reports come: as HR chose, else as the company was set up. */
import { record } from '../audit/audit.ts'
import type { ReportSchedule, ScheduleView } from '../contract/report-schedule.ts'
import { getOrganization, type Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { lastDue, nextDue } from './report-due.ts'
import * as store from './store-report-schedule.ts'

const USUAL_HOUR = '09:00'

const setUp = ({ reportSchedule, timezone }: Organization): ReportSchedule =>
  reportSchedule ? { every: 'week', ...reportSchedule } : { every: 'never', weekday: 1, time: USUAL_HOUR, timezone }

export const scheduleWithin = async (trx: Trx, organization: Organization): Promise<ReportSchedule> =>
  (await store.findSchedule(trx, organization.organizationId))?.schedule ?? setUp(organization)

export async function reportScheduleOf(deps: Deps, organizationId: string): Promise<ScheduleView> {
  const organization = await getOrganization(deps, organizationId)
  const schedule = await deps.db.for(organizationId)(trx => scheduleWithin(trx, organization))
  return { schedule, nextAt: nextDue(schedule, deps.now())?.toISOString() ?? null }
}

type Change = { readonly organizationId: string; readonly personId: string; readonly schedule: ReportSchedule }

export async function changeReportSchedule(deps: Deps, { organizationId, personId, schedule }: Change) {
  await deps.db.for(organizationId)(async trx => {
    await store.saveSchedule(trx, organizationId, { schedule, changedAt: deps.now() })
    const detail = {
      every: schedule.every,
      weekday: schedule.weekday,
      time: schedule.time,
      timezone: schedule.timezone
    }
    await record(trx, deps, { organizationId, action: 'report_schedule.changed', actor: personId, detail })
  })
  return reportScheduleOf(deps, organizationId)
}

type Due = { readonly kind: 'weekly' | 'monthly'; readonly at: Date }

/** What fell due last; nothing from before the company's first day, or from before HR chose this. */
export async function reportDue(deps: Deps, organizationId: string): Promise<Due | undefined> {
  const organization = await getOrganization(deps, organizationId)
  const saved = await deps.db.for(organizationId)(trx => store.findSchedule(trx, organizationId))
  const schedule = saved?.schedule ?? setUp(organization)
  const at = lastDue(schedule, deps.now())
  if (!at || at.toISOString().slice(0, 10) < organization.launchDate) return undefined
  if (saved && at < saved.changedAt) return undefined
  return { kind: schedule.every === 'month' ? 'monthly' : 'weekly', at }
}
