import type { Trx } from '../platform/database.ts'

type CursorTables = { directory_cursor: { reader: string; last_event_id: string | null; updated_at: Date } }

const tables = (trx: Trx) => trx.withTables<CursorTables>()

/** Locks the event stream for this transaction: a second reader waits here and then reads on. */
export async function lockCursor(trx: Trx, reader: string, at: Date): Promise<string | undefined> {
  await tables(trx)
    .insertInto('directory_cursor')
    .values({ reader, last_event_id: null, updated_at: at })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const row = await tables(trx)
    .selectFrom('directory_cursor')
    .select('last_event_id')
    .where('reader', '=', reader)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.last_event_id ?? undefined
}

export type Place = { readonly eventId: string; readonly movedAt: Date }

export async function readPlace(trx: Trx, reader: string): Promise<Place | undefined> {
  const row = await tables(trx)
    .selectFrom('directory_cursor')
    .select(['last_event_id', 'updated_at'])
    .where('reader', '=', reader)
    .executeTakeFirst()
  return row?.last_event_id ? { eventId: row.last_event_id, movedAt: row.updated_at } : undefined
}

export async function readCursor(trx: Trx, reader: string): Promise<string | undefined> {
  const row = await tables(trx)
    .selectFrom('directory_cursor')
    .select('last_event_id')
    .where('reader', '=', reader)
    .executeTakeFirst()
  return row?.last_event_id ?? undefined
}

export async function moveCursor(
  trx: Trx,
  reader: string,
  { eventId, at }: { readonly eventId: string | null; readonly at: Date }
): Promise<void> {
  const values = { last_event_id: eventId, updated_at: at }
  await tables(trx)
    .insertInto('directory_cursor')
    .values({ reader, ...values })
    .onConflict(conflict => conflict.column('reader').doUpdateSet(values))
    .execute()
}

const RECONCILED = 'reconciled:'

export const markReconciled = (trx: Trx, organizationId: string, at: Date): Promise<void> =>
  moveCursor(trx, RECONCILED + organizationId, { eventId: null, at })

/** Companies whose lists were ever read, or of which an event came. */
export async function listReconciled(trx: Trx): Promise<readonly string[]> {
  const rows = await tables(trx).selectFrom('directory_cursor').select('reader').execute()
  const readers = rows.map(({ reader }) => (reader.startsWith(RECONCILED) ? reader.slice(RECONCILED.length) : reader))
  return [...new Set(readers)].filter(reader => reader.startsWith('org_'))
}

/** Companies whose lists were last read before this moment. */
export async function listUnreconciled(trx: Trx, before: Date): Promise<readonly string[]> {
  const rows = await tables(trx)
    .selectFrom('directory_cursor')
    .select('reader')
    .where('reader', 'like', `${RECONCILED}%`)
    .where('updated_at', '<', before)
    .execute()
  return rows.map(({ reader }) => reader.slice(RECONCILED.length))
}

/** When this company's directory last said something, and when its lists were last compared. */
export async function readMoments(
  trx: Trx,
  organizationId: string
): Promise<{ readonly lastEventAt: Date | undefined; readonly lastComparedAt: Date | undefined }> {
  const compared = RECONCILED + organizationId
  const rows = await tables(trx)
    .selectFrom('directory_cursor')
    .select(['reader', 'updated_at'])
    .where('reader', 'in', [organizationId, compared])
    .execute()
  const of = (reader: string): Date | undefined => rows.find(row => row.reader === reader)?.updated_at
  return { lastEventAt: of(organizationId), lastComparedAt: of(compared) }
}
