import { reportSchema, type ReportView } from '../contract/reports.ts'
import type { Trx } from '../platform/database.ts'

type ReportTables = {
  reports: {
    organization_id: string
    id: string
    made_at: Date
    period_from: Date
    period_to: Date
    period_key: string
    snapshot: string
  }
}

const table = (trx: Trx) => trx.withTables<ReportTables>()

/** @returns false when this period already has its report. */
export async function insertReport(
  trx: Trx,
  organizationId: string,
  periodKey: string,
  report: ReportView
): Promise<boolean> {
  const inserted = await table(trx)
    .insertInto('reports')
    .values({
      organization_id: organizationId,
      id: report.reportId,
      made_at: new Date(report.madeAt),
      period_from: new Date(report.period.from),
      period_to: new Date(report.period.to),
      period_key: periodKey,
      snapshot: JSON.stringify(report)
    })
    .onConflict(conflict => conflict.columns(['organization_id', 'period_key']).doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function findReport(trx: Trx, organizationId: string, reportId: string): Promise<ReportView | undefined> {
  const row = await table(trx)
    .selectFrom('reports')
    .select('snapshot')
    .where('organization_id', '=', organizationId)
    .where('id', '=', reportId)
    .executeTakeFirst()
  return row && reportSchema.parse(row.snapshot)
}

export async function findLatestReport(trx: Trx, organizationId: string): Promise<ReportView | undefined> {
  const row = await table(trx)
    .selectFrom('reports')
    .select('snapshot')
    .where('organization_id', '=', organizationId)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && reportSchema.parse(row.snapshot)
}

export async function findReportByPeriod(
  trx: Trx,
  organizationId: string,
  periodKey: string
): Promise<ReportView | undefined> {
  const row = await table(trx)
    .selectFrom('reports')
    .select('snapshot')
    .where('organization_id', '=', organizationId)
    .where('period_key', '=', periodKey)
    .executeTakeFirst()
  return row && reportSchema.parse(row.snapshot)
}
