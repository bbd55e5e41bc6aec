/** Ends what a person holds of us, inside the transaction that takes in the event: sessions, codes and refresh tokens go, access tokens are logged as dead. */
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'

export type Revocation = {
  readonly organizationId: string
  readonly personId: string
  /** For the log, such as `deactivated`, `left_access_group`, `erased`. */
  readonly reason: string
  /** When the event was taken in. */
  readonly at: Date
}

type RevocationTables = {
  oidc_payloads: { organization_id: string | null; person_id: string | null }
  revocations: { organization_id: string; person_id: string; reason: string; revoked_at: Date }
}

/** @param trx of `db.for(organizationId)`. Every process refuses the person's older access tokens within a second of the commit. */
export async function revokePerson(trx: Trx, revocation: Revocation): Promise<void> {
  const tables = trx.withTables<RevocationTables>()
  await tables
    .deleteFrom('oidc_payloads')
    .where('organization_id', '=', revocation.organizationId)
    .where('person_id', '=', revocation.personId)
    .execute()
  await tables
    .insertInto('revocations')
    .values({
      organization_id: revocation.organizationId,
      person_id: revocation.personId,
      reason: revocation.reason,
      revoked_at: revocation.at
    })
    .execute()
}

/** When the person's access was last revoked, if ever: nothing that was issued before it counts. */
export async function lastRevokedAt(
  { db }: Pick<Deps, 'db'>,
  { organizationId, personId }: Pick<Revocation, 'organizationId' | 'personId'>
): Promise<Date | undefined> {
  const row = await db.router(trx =>
    trx
      .withTables<RevocationTables>()
      .selectFrom('revocations')
      .select('revoked_at')
      .where('organization_id', '=', organizationId)
      .where('person_id', '=', personId)
      .orderBy('revoked_at', 'desc')
      .limit(1)
      .executeTakeFirst()
  )
  return row?.revoked_at
}
