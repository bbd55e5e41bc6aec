/** Ends what a person holds of us, inside the transaction that takes in the event: sessions, codes and refresh tokens go, access tokens are logged as dead, apps are told. */
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { logoutJob } from './logout-job.ts'
import { SIGNED_OUT } from './signed-out.ts'
import type { SessionClient } from './store-payloads.ts'

export type Revocation = {
  readonly organizationId: string
  readonly personId: string
  /** For the log, such as `deactivated`, `left_access_group`, `erased`. */
  readonly reason: string
  /** When the event was taken in. */
  readonly at: Date
}

type RevocationTables = {
  oidc_payloads: {
    organization_id: string | null
    person_id: string | null
    model: string
    uid: string | null
    grant_id: string | null
    clients: readonly SessionClient[] | null
  }
  revocations: { organization_id: string; person_id: string; reason: string; revoked_at: Date }
}
type Person = Pick<Revocation, 'organizationId' | 'personId'>

/**
 * @param trx of `db.for(organizationId)`. Every process refuses the person's older access tokens within a second of the commit.
 * @returns the apps' sessions, about to be told.
 */
export async function revokePerson(
  trx: Trx,
  { queue }: Pick<Deps, 'queue'>,
  revocation: Revocation
): Promise<readonly SessionClient[]> {
  const gone = await trx
    .withTables<RevocationTables>()
    .deleteFrom('oidc_payloads')
    .where('organization_id', '=', revocation.organizationId)
    .where('person_id', '=', revocation.personId)
    .returning('clients')
    .execute()
  const clients = gone.flatMap(session => session.clients ?? [])
  await log(trx, revocation)
  await tellApps(trx, queue, { ...revocation, clients })
  return clients
}

/** Ends one session of the person's own, with all that came of it. @returns whether there was such a session. */
export async function endSession(
  trx: Trx,
  { queue }: Pick<Deps, 'queue'>,
  { sessionId, ...revocation }: Revocation & { readonly sessionId: string }
): Promise<boolean> {
  const tables = trx.withTables<RevocationTables>()
  const ended = await tables
    .deleteFrom('oidc_payloads')
    .where('organization_id', '=', revocation.organizationId)
    .where('person_id', '=', revocation.personId)
    .where('model', '=', 'Session')
    .where('uid', '=', sessionId)
    .returning('clients')
    .executeTakeFirst()
  if (!ended) return false
  const clients = ended.clients ?? []
  const grants = clients.flatMap(({ grantId }) => (grantId ? [grantId] : []))
  if (grants.length > 0)
    await tables
      .deleteFrom('oidc_payloads')
      .where('organization_id', '=', revocation.organizationId)
      .where('person_id', '=', revocation.personId)
      .where('grant_id', 'in', grants)
      .execute()
  await log(trx, revocation)
  await tellApps(trx, queue, { ...revocation, clients })
  return true
}

async function log(trx: Trx, { organizationId, personId, reason, at }: Revocation): Promise<void> {
  await trx
    .withTables<RevocationTables>()
    .insertInto('revocations')
    .values({ organization_id: organizationId, person_id: personId, reason, revoked_at: at })
    .execute()
}

async function tellApps(
  trx: Trx,
  queue: Deps['queue'],
  { organizationId, personId, clients }: Person & { readonly clients: readonly SessionClient[] }
): Promise<void> {
  const jobs = clients.map(({ clientId, sid }) => logoutJob.job({ organizationId, personId, clientId, sid }))
  if (jobs.length > 0) await queue.enqueue(trx, ...jobs)
}

/** When the person's access was last revoked, if ever: nothing that was issued before it counts. @param trx of the person's company. */
export async function lastRevokedAt(trx: Trx, { organizationId, personId }: Person): Promise<Date | undefined> {
  const row = await trx
    .withTables<RevocationTables>()
    .selectFrom('revocations')
    .select('revoked_at')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('reason', '!=', SIGNED_OUT)
    .orderBy('revoked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.revoked_at
}
