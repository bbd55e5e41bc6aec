/** What ours is compared with: an adapter as the provider's documentation sketches one, a statement a call, and one in memory. */
import { sql } from 'kysely'
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'
import type { FindClient } from '../../api/oauth/adapter.ts'
import type { Database } from '../../api/platform/database.ts'

const never = async (): Promise<undefined> => undefined

const clientsBy = (find: FindClient): Adapter => ({
  find,
  upsert: never,
  findByUid: never,
  findByUserCode: never,
  consume: never,
  destroy: never,
  revokeByGrantId: never
})

type Row = { readonly payload: AdapterPayload; readonly consumed_at: Date | null }

const restore = (row: Row | undefined): AdapterPayload | undefined =>
  row && { ...row.payload, ...(row.consumed_at ? { consumed: true } : {}) }

/** On the same pool and the same table as ours. */
export const plainAdapter =
  (db: Database, findClient: FindClient): AdapterFactory =>
  model => {
    if (model === 'Client') return clientsBy(findClient)
    const find = async (column: 'id' | 'uid' | 'user_code', value: string) =>
      db.statement(async on => {
        const { rows } =
          await sql<Row>`select payload, consumed_at from oidc_payloads where model = ${model} and ${sql.ref(column)} = ${value} and (expires_at is null or expires_at > now())`.execute(
            on
          )
        return restore(rows[0])
      })
    return {
      upsert: async (id, payload, expiresIn) => {
        const { grantId = null, userCode = null, uid = null } = payload
        const text = JSON.stringify(payload)
        const expires = expiresIn ? new Date(Date.now() + expiresIn * 1000) : null
        await db.statement(on =>
          sql`insert into oidc_payloads (model, id, payload, grant_id, user_code, uid, expires_at)
            values (${model}, ${id}, ${text}, ${grantId}, ${userCode}, ${uid}, ${expires})
            on conflict (model, id) do update set payload = excluded.payload, grant_id = excluded.grant_id,
              user_code = excluded.user_code, uid = excluded.uid, expires_at = excluded.expires_at`.execute(on)
        )
      },
      find: id => find('id', id),
      findByUid: uid => find('uid', uid),
      findByUserCode: code => find('user_code', code),
      consume: async id => {
        await db.statement(on =>
          sql`update oidc_payloads set consumed_at = now() where model = ${model} and id = ${id}`.execute(on)
        )
      },
      destroy: async id => {
        await db.statement(on => sql`delete from oidc_payloads where model = ${model} and id = ${id}`.execute(on))
      },
      revokeByGrantId: async grantId => {
        await db.statement(on => sql`delete from oidc_payloads where grant_id = ${grantId}`.execute(on))
      }
    }
  }

export const memoryAdapter = (findClient: FindClient): AdapterFactory => {
  const rows = new Map<string, AdapterPayload>()
  const byUid = new Map<string, string>()
  return model => {
    if (model === 'Client') return clientsBy(findClient)
    const nameOf = (id: string): string => `${model} ${id}`
    return {
      upsert: async (id, payload) => {
        rows.set(nameOf(id), payload)
        if (payload.uid) byUid.set(payload.uid, nameOf(id))
      },
      find: async id => rows.get(nameOf(id)),
      findByUid: async uid => rows.get(byUid.get(uid) ?? ''),
      findByUserCode: never,
      consume: async id => {
        const row = rows.get(nameOf(id))
        if (row) rows.set(nameOf(id), { ...row, consumed: true })
      },
      destroy: async id => void rows.delete(nameOf(id)),
      revokeByGrantId: never
    }
  }
}
