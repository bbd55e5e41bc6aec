/** What imports of spreadsheets assigned to single people. */
import { sql } from 'kysely'
import type { Target } from '../contract/enrollment-rules.ts'
import type { Trx } from '../platform/database.ts'
import { insertRows } from '../platform/rows.ts'
import type { Assignment } from './desired.ts'

export type AssignmentRow = {
  organization_id: string
  import_id: string
  person_id: string
  kind: Target['kind']
  target_id: string
  name: string
  starts_at: Date | null
  ends_at: Date | null
  because: string
  sheet_row: number
}

const A_STATEMENT = 5000

export async function insertAssignments(trx: Trx, rows: readonly AssignmentRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += A_STATEMENT)
    await insertRows(trx, 'enrollment_assignments', rows.slice(at, at + A_STATEMENT))
}

type Between = { readonly organizationId: string; readonly first: string; readonly last: string }

/** Of people between two ids; of each person those of the newest import first. */
export async function assignmentsOf(
  trx: Trx,
  { organizationId, first, last }: Between
): Promise<ReadonlyMap<string, readonly Assignment[]>> {
  const { rows } = await sql<AssignmentRow>`
    select * from enrollment_assignments where organization_id = ${organizationId}
      and person_id >= ${first} and person_id <= ${last} order by person_id, import_id desc, sheet_row`.execute(trx)
  const byPerson = Map.groupBy(rows, row => row.person_id)
  return new Map([...byPerson].map(([personId, found]) => [personId, found.map(toAssignment)]))
}

const toAssignment = (row: AssignmentRow): Assignment => ({
  importId: row.import_id,
  target: { kind: row.kind, id: row.target_id, name: row.name },
  because: row.because,
  startsAt: row.starts_at,
  endsAt: row.ends_at
})

export async function withdrawAssignments(trx: Trx, organizationId: string, importId: string): Promise<void> {
  await sql`delete from enrollment_assignments
    where organization_id = ${organizationId} and import_id = ${importId}`.execute(trx)
}
