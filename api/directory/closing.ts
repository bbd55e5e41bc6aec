/** Everybody of a company that leaves loses access, a page at a time: revoked, recorded and published in one transaction. */
import { sql } from 'kysely'
import { recordAll } from '../audit/audit.ts'
import { revokePeople } from '../oauth/revocation.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { PORTION } from './portions.ts'
import { openBrake, releaseHeld, saveDecision } from './store-brakes.ts'

type Ending = {
  readonly organizationId: string
  /** Who goes on leading the leaving until they say that it is over. */
  readonly keep: readonly string[]
}

const REASON = 'company_left'

/** @returns how many there were. */
export const endAccessOfPage = (deps: Deps, { organizationId, keep }: Ending): Promise<number> =>
  deps.db.for(organizationId)(async trx => {
    await liftBrake(deps, trx, organizationId)
    const { rows } = await sql<{ id: string }>`update people
      set state = 'inactive', access = false, left_at = ${deps.now()}, inactive_since = ${deps.now()}, updated_at = ${deps.now()}
      where organization_id = ${organizationId} and id = any(array(
        select id from people where organization_id = ${organizationId} and state = 'active'
          and not id = any(${[...keep]}::text[]) order by id limit ${PORTION} for update))
      returning id`.execute(trx)
    const at = deps.realNow()
    const receivedAt = at.toISOString()
    const people = rows.map(({ id }) => id)
    const revocations = people.map(personId => ({ personId, reason: REASON, at }))
    await revokePeople(trx, deps, { organizationId, revocations })
    const event = {
      organizationId,
      action: 'person.left',
      actor: 'rule',
      detail: { reason: REASON, receivedAt }
    } as const
    await recordAll(
      trx,
      deps,
      people.map(personId => ({ ...event, personId }))
    )
    await deps.publish(
      trx,
      ...people.map(
        personId => ({ type: 'person.left', organizationId, personId, reason: REASON, receivedAt }) as const
      )
    )
    return people.length
  })

/** It asks whether so many leavers were meant: here an admin has said so. */
async function liftBrake(deps: Deps, trx: Trx, organizationId: string): Promise<void> {
  const brake = await openBrake(trx, organizationId)
  if (!brake) return
  await saveDecision(trx, brake, { decision: 'ended', at: deps.now(), by: 'rule', why: REASON })
  const released = await releaseHeld(trx, organizationId)
  await deps.publish(trx, ...released.map(personId => ({ type: 'person.released', organizationId, personId }) as const))
}
