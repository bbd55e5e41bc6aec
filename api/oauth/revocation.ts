/** Ends what a person holds of us, inside the transaction that takes in the event: sessions, codes and refresh tokens go, access tokens are logged as dead, apps are told. */
import { sql } from 'kysely'
import type { Statement, Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { insertRows } from '../platform/rows.ts'
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

/** The same for one person. */
export const revokePerson = async (
  trx: Trx,
  deps: Pick<Deps, 'queue'>,
  { organizationId, ...revocation }: Revocation
): Promise<readonly SessionClient[]> =>
  (await revokePeople(trx, deps, { organizationId, revocations: [revocation] })).get(revocation.personId) ?? []

export type Revocations = {
  readonly organizationId: string
  readonly revocations: readonly Omit<Revocation, 'organizationId'>[]
}

/**
 * @param trx of `db.for(organizationId)`. Every process refuses these people's older access tokens within a second of the commit.
 * @returns the apps' sessions by person, about to be told.
 */
export async function revokePeople(
  trx: Trx,
  { queue }: Pick<Deps, 'queue'>,
  { organizationId, revocations }: Revocations
): Promise<ReadonlyMap<string, readonly SessionClient[]>> {
  if (revocations.length === 0) return new Map()
  const gone = await trx
    .withTables<RevocationTables>()
    .deleteFrom('oidc_payloads')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', sql<string>`any(${revocations.map(({ personId }) => personId)})`)
    .returning(['person_id', 'clients'])
    .execute()
  await log(
    trx,
    revocations.map(revocation => ({ ...revocation, organizationId }))
  )
  const ended = Map.groupBy(
    gone.flatMap(({ person_id, clients }) => (clients ?? []).map(client => ({ personId: person_id ?? '', client }))),
    ({ personId }) => personId
  )
  const byPerson = new Map([...ended].map(([personId, each]) => [personId, each.map(({ client }) => client)]))
  await tellApps(trx, queue, { organizationId, byPerson })
  return byPerson
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
  await log(trx, [revocation])
  await tellApps(trx, queue, { ...revocation, byPerson: new Map([[revocation.personId, clients]]) })
  return true
}

/** Every process refuses the person's older access tokens within a second; sessions go on, and the next token says what they may do now. */
export const refuseOlderTokens = (trx: Trx, of: Omit<Revocation, 'reason'>): Promise<void> =>
  log(trx, [{ ...of, reason: ROLE_TAKEN }])

const ROLE_TAKEN = 'role_taken'

async function log(trx: Trx, revocations: readonly Revocation[]): Promise<void> {
  const rows = revocations.map(({ organizationId, personId, reason, at }) => ({
    organization_id: organizationId,
    person_id: personId,
    reason,
    revoked_at: at
  }))
  await insertRows(trx, 'revocations', rows)
}

type Ended = {
  readonly organizationId: string
  readonly byPerson: ReadonlyMap<string, readonly SessionClient[]>
}

async function tellApps(trx: Trx, queue: Deps['queue'], { organizationId, byPerson }: Ended): Promise<void> {
  const jobs = [...byPerson].flatMap(([personId, clients]) =>
    clients.map(({ clientId, sid }) => logoutJob.job({ organizationId, personId, clientId, sid }))
  )
  if (jobs.length > 0) await queue.enqueue(trx, ...jobs)
}

/** When each person's access was last revoked, if ever: nothing that was issued before it counts. @param db of their company. */
export async function lastRevocations(
  db: Statement,
  organizationId: string,
  personIds: readonly string[]
): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ person_id: string; at: Date }>`
    select person_id, max(revoked_at) as at from revocations
    where organization_id = ${organizationId} and person_id = any(${[...personIds]}::text[]) and not reason = any(array[${SIGNED_OUT}, ${ROLE_TAKEN}])
    group by person_id`.execute(db)
  return new Map(rows.map(({ person_id: personId, at }) => [personId, at]))
}
