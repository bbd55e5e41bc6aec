/** A person's own sessions at this provider. They are known by a name that opens nothing: the cookie's value never leaves the provider. */
import { sql } from 'kysely'
import { record } from '../audit/audit.ts'
import type { SessionView } from '../contract/sessions.ts'
import type { Statement } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import type { Clients } from './clients.ts'
import { endSession, revokePerson } from './revocation.ts'
import { SIGNED_OUT } from './signed-out.ts'
import type { SessionClient } from './store-payloads.ts'

type Person = { readonly organizationId: string; readonly personId: string }

/** Latest first. */
export async function sessionsOf(deps: Deps, clients: Clients, person: Person): Promise<readonly SessionView[]> {
  const rows = await deps.db.router(trx => listSessions(trx, person, deps.realNow()))
  return Promise.all(
    rows.map(async row => ({
      sessionId: row.uid,
      device: row.device,
      signedInAt: new Date(row.login * 1000).toISOString(),
      usedAt: row.saved_at.toISOString(),
      endsAt: row.expires_at.toISOString(),
      apps: await Promise.all((row.clients ?? []).map(({ clientId }) => nameOf(clients, clientId)))
    }))
  )
}

/** An app that was removed since keeps its id for a name. */
export const nameOf = async (clients: Clients, clientId: string): Promise<string> =>
  (await clients.find(clientId))?.client_name ?? clientId

type Row = {
  readonly uid: string
  readonly device: string | null
  readonly login: number
  readonly saved_at: Date
  readonly expires_at: Date
  readonly clients: readonly SessionClient[] | null
}

async function listSessions(db: Statement, person: Person, at: Date): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`select uid, device, (payload->>'loginTs')::int as login, saved_at, expires_at, clients
    from oidc_payloads where organization_id = ${person.organizationId} and person_id = ${person.personId}
      and model = 'Session' and expires_at > ${at} order by login desc, uid`.execute(db)
  return rows
}

/** @returns whether there was such a session. */
export const endOwnSession = (deps: Deps, person: Person, sessionId: string): Promise<boolean> =>
  deps.db.for(person.organizationId)(async trx => {
    const ended = await endSession(trx, deps, { ...person, reason: SIGNED_OUT, at: deps.realNow(), sessionId })
    const detail = { sessionId }
    if (ended) await record(trx, deps, { ...person, action: 'session.ended', actor: person.personId, detail })
    return ended
  })

/** @returns how many sessions in apps have ended. */
export const endAllSessions = (deps: Deps, person: Person): Promise<number> =>
  deps.db.for(person.organizationId)(async trx => {
    const apps = await revokePerson(trx, deps, { ...person, reason: SIGNED_OUT, at: deps.realNow() })
    const detail = { apps: apps.map(({ clientId }) => clientId) }
    await record(trx, deps, { ...person, action: 'sessions.ended', actor: person.personId, detail })
    return apps.length
  })
