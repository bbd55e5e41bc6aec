/** Opens the shipped history with its public key and seals it again with keys made on this machine. */
import type { PGlite } from '@electric-sql/pglite'
import type { Vault } from '../api/platform/crypto.ts'

type KeyRow = { readonly organization_id: string; readonly person_id: string; readonly wrapped_key: Uint8Array }
type SealedRow = { readonly id: string; readonly sealed: Uint8Array }

const TABLES = [
  { table: 'messages', id: 'id' },
  { table: 'plans', id: 'id' },
  { table: 'coach_sessions', id: 'person_id' }
] as const

export async function rekey(pglite: PGlite, from: Vault, to: Vault): Promise<void> {
  await pglite.transaction(async tx => {
    const { rows } = await tx.query<KeyRow>('select organization_id, person_id, wrapped_key from person_keys')
    for (const { organization_id, person_id, wrapped_key } of rows) {
      const fresh = to.newKey()
      const context = `${organization_id}/${person_id}`
      for (const { table, id } of TABLES) {
        const sealed = await tx.query<SealedRow>(
          `select ${id} as id, sealed from ${table} where organization_id = $1 and person_id = $2`,
          [organization_id, person_id]
        )
        for (const row of sealed.rows)
          await tx.query(`update ${table} set sealed = $1 where organization_id = $2 and ${id} = $3`, [
            to.seal(fresh, context, from.open(wrapped_key, context, row.sealed)),
            organization_id,
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
