import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'

type ConnectionTables = {
  connection_events: {
    organization_id: string
    connection_id: string
    kind: 'sign_in' | 'directory'
    last_event: string
    last_event_at: Date
    certificate_expires_at: Date | null
  }
}

export type ConnectionNews = {
  readonly organizationId: string
  readonly connectionId: string
  readonly kind: 'sign_in' | 'directory'
  readonly event: string
  readonly at: Date
  /** Absent where the event does not tell: what was known before stays. */
  readonly certificateExpiresAt?: Date
}

export async function saveConnectionEvent(trx: Trx, news: ConnectionNews): Promise<void> {
  const row = {
    organization_id: news.organizationId,
    connection_id: news.connectionId,
    kind: news.kind,
    last_event: news.event,
    last_event_at: news.at,
    certificate_expires_at: news.certificateExpiresAt ?? null
  }
  await trx
    .withTables<ConnectionTables>()
    .insertInto('connection_events')
    .values(row)
    .onConflict(conflict =>
      conflict.columns(['organization_id', 'connection_id']).doUpdateSet({
        last_event: row.last_event,
        last_event_at: row.last_event_at,
        certificate_expires_at: sql`coalesce(excluded.certificate_expires_at, connection_events.certificate_expires_at)`
      })
    )
    .execute()
}

export async function listConnectionEvents(trx: Trx, organizationId: string): Promise<readonly ConnectionNews[]> {
  const rows = await trx
    .withTables<ConnectionTables>()
    .selectFrom('connection_events')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('connection_id')
    .execute()
  return rows.map(row => ({
    organizationId,
    connectionId: row.connection_id,
    kind: row.kind,
    event: row.last_event,
    at: row.last_event_at,
    ...(row.certificate_expires_at ? { certificateExpiresAt: row.certificate_expires_at } : {})
  }))
}
