/** Opens the shipped history with its public key and seals it again with keys made on this machine. */
import type { PGlite } from '@electric-sql/pglite'
import type { Vault } from '../api/platform/crypto.ts'

type KeyRow = { readonly organization_id: string; readonly person_id: string; readonly wrapped_key: Uint8Array }
type SealedRow = { readonly id: string; readonly sealed: Uint8Array }

/** A shipped image may be of an earlier version, without some of them. */
const TABLES = ['messages', 'plans', 'conversations', 'coach_sessions']

export async function rekey(pglite: PGlite, from: Vault, to: Vault): Promise<void> {
  await pglite.transaction(async tx => {
    const { rows } = await tx.query<KeyRow>('select organization_id, person_id, wrapped_key from person_keys')
    const there = await tx.query<{ readonly name: string }>(
      'select name from unnest($1::text[]) as name where to_regclass(name) is not null',
      [TABLES]
    )
    for (const { organization_id, person_id, wrapped_key } of rows) {
      const fresh = to.newKey()
      const context = `${organization_id}/${person_id}`
      for (const { name } of there.rows) {
        const sealed = await tx.query<SealedRow>(
          `select ctid::text as id, sealed from ${name} where organization_id = $1 and person_id = $2 and sealed is not null`,
          [organization_id, person_id]
        )
        for (const row of sealed.rows)
          await tx.query(`update ${name} set sealed = $1 where ctid = $2::tid`, [
            to.seal(fresh, context, from.open(wrapped_key, context, row.sealed)),
            row.id
          ])
      }
      await tx.query('update person_keys set wrapped_key = $1 where organization_id = $2 and person_id = $3', [
        fresh,
        organization_id,
        person_id
      ])
    }
  })
}
