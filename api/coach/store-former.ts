/** Imports of a former chatbot, and what they brought. */
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { insertRows } from '../platform/rows.ts'

type State = 'open' | 'importing' | 'imported' | 'cancelled' | 'undoing' | 'undone'

type FormerTables = {
  former_imports: {
    organization_id: string
    id: string
    file_name: string
    state: State
    author: string
    uploaded_at: Date
    wrapped_key: Buffer | null
    sealed: Buffer | null
    decided_at: Date | null
    lines: number
    lines_done: number
    people: number
    conversations: number
    messages: number
  }
  former_accounts: { organization_id: string; import_id: string; person_id: string; user_id: string }
  former_messages: {
    organization_id: string
    id: string
    import_id: string
    person_id: string
    user_id: string
    author: 'person' | 'coach'
    sealed: Buffer
    fingerprint: string
    at: Date
  }
  former_erasures: { organization_id: string; person_id: string; at: Date }
}

export type FormerImportRow = FormerTables['former_imports']
export type FormerSummary = Omit<FormerImportRow, 'wrapped_key' | 'sealed'>
export type FormerMessageRow = FormerTables['former_messages']

const tables = (trx: Trx) => trx.withTables<FormerTables>()

const SUMMARY = [
  'organization_id',
  'id',
  'file_name',
  'state',
  'author',
  'uploaded_at',
  'decided_at',
  'lines',
  'lines_done',
  'people',
  'conversations',
  'messages'
] as const

type ImportKey = { readonly organizationId: string; readonly importId: string }
type PersonKey = { readonly organizationId: string; readonly personId: string }

export async function insertImport(trx: Trx, row: FormerImportRow): Promise<void> {
  await tables(trx).insertInto('former_imports').values(row).execute()
}

/** Newest first, without what is in the files. */
export const listImports = (trx: Trx, organizationId: string, limit: number): Promise<readonly FormerSummary[]> =>
  tables(trx)
    .selectFrom('former_imports')
    .select([...SUMMARY])
    .where('organization_id', '=', organizationId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

export const findImport = (trx: Trx, { organizationId, importId }: ImportKey): Promise<FormerImportRow | undefined> =>
  tables(trx)
    .selectFrom('former_imports')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', importId)
    .executeTakeFirst()

/** The oldest that is under way. */
export const nextImport = (trx: Trx, organizationId: string): Promise<FormerImportRow | undefined> =>
  tables(trx)
    .selectFrom('former_imports')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('state', 'in', ['importing', 'undoing'])
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()

/** Holds off every other process. @returns what state it is in, and how many lines are done. */
export const lockImport = (
  trx: Trx,
  { organizationId, importId }: ImportKey
): Promise<Pick<FormerImportRow, 'state' | 'lines_done'> | undefined> =>
  tables(trx)
    .selectFrom('former_imports')
    .select(['state', 'lines_done'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', importId)
    .forUpdate()
    .executeTakeFirst()

type Turn = ImportKey & {
  readonly from: State
  readonly set: Partial<Omit<FormerImportRow, 'organization_id' | 'id'>>
}

/** @returns false when it was not in that state. */
export async function turnImport(trx: Trx, { organizationId, importId, from, set }: Turn): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('former_imports')
    .set(set)
    .where('organization_id', '=', organizationId)
    .where('id', '=', importId)
    .where('state', '=', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The file is not kept longer than needed. */
export async function cancelImportsBefore(trx: Trx, organizationId: string, before: Date, at: Date): Promise<void> {
  await tables(trx)
    .updateTable('former_imports')
    .set({ state: 'cancelled', decided_at: at, wrapped_key: null, sealed: null })
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'open')
    .where('uploaded_at', '<', before)
    .execute()
}

/** @param trx of the router. */
export async function organizationsWithFormerWork(trx: Trx, before: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ organization_id: string }>`select distinct organization_id from former_imports
    where state in ('importing', 'undoing') or (state = 'open' and uploaded_at < ${before}::timestamptz)`.execute(trx)
  return rows.map(row => row.organization_id)
}

/** @returns the people of whom this import had brought nothing yet. */
export async function insertAccounts(
  trx: Trx,
  rows: readonly FormerTables['former_accounts'][]
): Promise<readonly string[]> {
  const { rows: added } = await sql<{ person_id: string }>`
    insert into former_accounts (organization_id, import_id, person_id, user_id)
    select organization_id, import_id, person_id, user_id
    from jsonb_populate_recordset(null::former_accounts, ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing returning person_id`.execute(trx)
  return added.map(row => row.person_id)
}

/** Those that were brought before are left as they are. */
export async function insertMessages(trx: Trx, rows: readonly FormerMessageRow[]): Promise<void> {
  const sent = rows.map(row => ({ ...row, sealed: `\\x${row.sealed.toString('hex')}` }))
  await insertRows(trx, 'former_messages', sent, sql`on conflict (organization_id, person_id, fingerprint) do nothing`)
}

/** At most `limit` of them. @returns how many are gone. */
export async function deleteBrought(trx: Trx, { organizationId, importId }: ImportKey, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from former_messages where organization_id = ${organizationId}
    and id in (select id from former_messages where organization_id = ${organizationId} and import_id = ${importId}
      limit ${limit})`.execute(trx)
  return Number(numAffectedRows ?? 0)
}

/** At most `limit` of them. @returns whose they were. */
export async function deleteAccounts(
  trx: Trx,
  { organizationId, importId }: ImportKey,
  limit: number
): Promise<readonly string[]> {
  const { rows } = await sql<{ person_id: string }>`delete from former_accounts
    where organization_id = ${organizationId} and import_id = ${importId} and person_id in (
      select person_id from former_accounts where organization_id = ${organizationId} and import_id = ${importId}
      order by person_id limit ${limit})
    returning person_id`.execute(trx)
  return rows.map(row => row.person_id)
}

/** Of these people, those who erased what was brought. */
export async function peopleWhoErased(
  trx: Trx,
  organizationId: string,
  personIds: readonly string[]
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person_id: string }>`select person_id from former_erasures
    where organization_id = ${organizationId} and person_id = any(${[...personIds]}::text[])`.execute(trx)
  return new Set(rows.map(row => row.person_id))
}

/** @returns false when it was erased before. */
export async function erase(trx: Trx, key: PersonKey, at: Date): Promise<boolean> {
  const { organizationId: organization_id, personId: person_id } = key
  // A page on its way in is waited for; the next one sees the erasure.
  await sql`select id from former_imports where organization_id = ${organization_id}
    and state in ('open', 'importing') order by id for share`.execute(trx)
  const { numInsertedOrUpdatedRows } = await tables(trx)
    .insertInto('former_erasures')
    .values({ organization_id, person_id, at })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  for (const table of ['former_messages', 'former_accounts'] as const)
    await tables(trx)
      .deleteFrom(table)
      .where('organization_id', '=', organization_id)
      .where('person_id', '=', person_id)
      .execute()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

type Own = PersonKey & { readonly userId: string }

export async function countMessages(trx: Trx, { organizationId, personId, userId }: Own): Promise<number> {
  const { rows } = await sql<{ messages: number }>`
    select count(*)::int as messages from former_messages m
    join former_imports i on i.organization_id = m.organization_id and i.id = m.import_id and i.state = 'imported'
    where m.organization_id = ${organizationId} and m.person_id = ${personId} and m.user_id = ${userId}`.execute(trx)
  return rows[0]?.messages ?? 0
}

type Asked = Own & { readonly before: string | undefined; readonly limit: number }

/** Newest first; only of imports that are whole. */
export async function pageOfMessages(
  trx: Trx,
  { organizationId, personId, userId, before, limit }: Asked
): Promise<readonly FormerMessageRow[]> {
  const { rows } = await sql<FormerMessageRow>`
    select m.* from former_messages m
    join former_imports i on i.organization_id = m.organization_id and i.id = m.import_id and i.state = 'imported'
    where m.organization_id = ${organizationId} and m.person_id = ${personId} and m.user_id = ${userId}
      and (${before ?? null}::text is null or (m.at, m.id) < (select at, id from former_messages
        where organization_id = ${organizationId} and person_id = ${personId} and id = ${before ?? null}::text))
    order by m.at desc, m.id desc limit ${limit}`.execute(trx)
  return rows
}
