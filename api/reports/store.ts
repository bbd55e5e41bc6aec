/** Snapshots of reports, each exactly as it passed the gate. */
import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { reportSchema, type ReportKind, type ReportView } from '../contract/reports.ts'
import type { Statement, Trx } from '../platform/database.ts'
import type { Period } from './periods.ts'
import type { ReportLanguage } from './words.ts'

type Read = { readonly organizationId: string; readonly language: ReportLanguage }
type Key = Read & { readonly reportId: string }
type ByPeriod = { readonly organizationId: string; readonly period: Period }
type Row = { readonly snapshot: unknown }

/** Of a row of `reports`: what its reader reads. */
const inWordsOf = (language: ReportLanguage): RawBuilder<unknown> => sql`coalesce(others->${language}::text, snapshot)`

/** The same report in each language that is not the company's. */
export type Others = Readonly<Partial<Record<ReportLanguage, ReportView>>>

/** Whoever holds the company's lock makes it; the unique period is the last word. */
export async function insertReport(
  trx: Trx,
  { organizationId, period }: ByPeriod,
  { report, others }: { readonly report: ReportView; readonly others: Others }
): Promise<void> {
  await sql`insert into reports (organization_id, id, kind, made_at, period_from, period_to, period_key, snapshot, others)
    values (${organizationId}, ${report.reportId}, ${report.kind}, ${new Date(report.madeAt)}, ${period.from}, ${period.to},
      ${period.key}, ${JSON.stringify(report)}::jsonb, ${JSON.stringify(others)}::jsonb)`.execute(trx)
}

const first = (rows: readonly Row[]): ReportView | undefined =>
  rows[0] === undefined ? undefined : reportSchema.parse(rows[0].snapshot)

export async function findReport(
  db: Statement,
  { organizationId, reportId, language }: Key
): Promise<ReportView | undefined> {
  const { rows } = await sql<Row>`select ${inWordsOf(language)} as snapshot from reports
    where organization_id = ${organizationId} and id = ${reportId}`.execute(db)
  return first(rows)
}

export async function findLatestReport(
  db: Statement,
  { organizationId, language }: Read
): Promise<ReportView | undefined> {
  const { rows } = await sql<Row>`select ${inWordsOf(language)} as snapshot from reports
    where organization_id = ${organizationId} order by period_to desc, made_at desc limit 1`.execute(db)
  return first(rows)
}

export async function findReportOf(
  db: Statement,
  { organizationId, period, language }: ByPeriod & Read
): Promise<ReportView | undefined> {
  const { rows } = await sql<Row>`select ${inWordsOf(language)} as snapshot from reports
    where organization_id = ${organizationId} and period_key = ${period.key}`.execute(db)
  return first(rows)
}

const MANY = 260

export type Listed = Pick<ReportView, 'reportId' | 'kind' | 'madeAt' | 'period' | 'finding'>

/** Newest first: five years of weeks at most. */
export async function listReports(db: Statement, { organizationId, language }: Read): Promise<readonly Listed[]> {
  const { rows } = await sql<{
    id: string
    kind: ReportKind
    made_at: Date
    period_from: Date
    period_to: Date
    finding: string
  }>`
    select id, kind, made_at, period_from, period_to, ${inWordsOf(language)}->>'finding' as finding from reports
    where organization_id = ${organizationId} order by period_to desc, made_at desc limit ${MANY}`.execute(db)
  return rows.map(row => ({
    reportId: row.id,
    kind: row.kind,
    madeAt: row.made_at.toISOString(),
    period: { from: row.period_from.toISOString(), to: row.period_to.toISOString() },
    finding: row.finding
  }))
}

const earlierSchema = reportSchema.pick({ period: true }).extend({
  figures: z.array(reportSchema.shape.figures.element.pick({ key: true, cell: true }))
})
export type Earlier = z.infer<typeof earlierSchema>
const TREND = 11

/** What the reports of the same kind said before, oldest first; not what they said of groups. */
export async function earlierReports(
  trx: Trx,
  { organizationId, period, language }: ByPeriod & Read
): Promise<readonly Earlier[]> {
  const { rows } = await sql<Row>`select jsonb_build_object('period', snapshot->'period', 'figures',
      (select jsonb_agg(figure - 'trend') from jsonb_array_elements(${inWordsOf(language)}->'figures') as figure)) as snapshot
    from reports where organization_id = ${organizationId} and kind = ${period.kind} and period_to < ${period.to}
    order by period_to desc limit ${TREND}`.execute(trx)
  return rows.map(({ snapshot }) => earlierSchema.parse(snapshot)).toReversed()
}
