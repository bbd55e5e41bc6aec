import type { Trx } from '../platform/database.ts'

type CursorTables = { directory_cursor: { environment: string; last_event_id: string | null; updated_at: Date } }

const tables = (trx: Trx) => trx.withTables<CursorTables>()

/** Locks the event stream for this transaction: a second reader waits here and then reads on. */
export async function lockCursor(trx: Trx, environment: string, at: Date): Promise<string | undefined> {
  await tables(trx)
    .insertInto('directory_cursor')
    .values({ environment, last_event_id: null, updated_at: at })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const row = await tables(trx)
    .selectFrom('directory_cursor')
    .select('last_event_id')
    .where('environment', '=', environment)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.last_event_id ?? undefined
}

export async function readCursor(trx: Trx, environment: string): Promise<string | undefined> {
  const row = await tables(trx)
    .selectFrom('directory_cursor')
    .select('last_event_id')
    .where('environment', '=', environment)
    .executeTakeFirst()
  return row?.last_event_id ?? undefined
}

export async function moveCursor(
  trx: Trx,
  environment: string,
  { eventId, at }: { readonly eventId: string | null; readonly at: Date }
): Promise<void> {
  await tables(trx)
    .updateTable('directory_cursor')
    .set({ last_event_id: eventId, updated_at: at })
    .where('environment', '=', environment)
    .execute()
}
