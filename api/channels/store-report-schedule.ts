import type { ReportSchedule } from '../contract/report-schedule.ts'
import type { Trx } from '../platform/database.ts'

type ScheduleTables = {
  report_schedules: {
    organization_id: string
    every: ReportSchedule['every']
    weekday: number
    at_time: string
    timezone: string
    changed_at: Date
  }
}

const tables = (trx: Trx) => trx.withTables<ScheduleTables>()

type Saved = { readonly schedule: ReportSchedule; readonly changedAt: Date }

export async function findSchedule(trx: Trx, organizationId: string): Promise<Saved | undefined> {
  const row = await tables(trx)
    .selectFrom('report_schedules')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .executeTakeFirst()
  if (!row) return undefined
  const { every, weekday, at_time: time, timezone, changed_at: changedAt } = row
  return { schedule: { every, weekday, time, timezone }, changedAt }
}

export async function saveSchedule(
  trx: Trx,
  organizationId: string,
  { schedule: { every, weekday, time, timezone }, changedAt }: Saved
): Promise<void> {
  const values = { every, weekday, at_time: time, timezone, changed_at: changedAt }
  await tables(trx)
    .insertInto('report_schedules')
    .values({ organization_id: organizationId, ...values })
    .onConflict(conflict => conflict.column('organization_id').doUpdateSet(values))
    .execute()
}
