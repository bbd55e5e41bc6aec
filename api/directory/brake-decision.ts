/** What an admin is asked when many left at once, and what becomes of the answer. */
import { record } from '../audit/audit.ts'
import type { BrakeView } from '../contract/brake.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import * as brakes from './store-brakes.ts'
import { findPerson } from './store.ts'

const SAMPLE = 10
export const OPERATOR = 'operator'

export const viewBrake = (deps: Pick<Deps, 'db'>, organizationId: string): Promise<BrakeView | null> =>
  deps.db.for(organizationId)(async trx => {
    const brake = await brakes.latestBrake(trx, organizationId)
    if (!brake) return null
    const counts = await brakes.countHeld(trx, organizationId)
    const held = sum(counts)
    if (brake.decided_at && held === 0) return null
    const first = counts.map(count => count.first.getTime())
    return {
      brakeId: brake.id,
      setAt: brake.set_at.toISOString(),
      peopleLeft: brake.people_left,
      peopleBefore: brake.people_before,
      state: brake.decided_at ? 'kept' : 'set',
      decided: await decided(trx, brake),
      held,
      gone: sum(counts.filter(({ gone }) => gone)),
      since: first.length > 0 ? new Date(Math.min(...first)).toISOString() : null,
      reasons: [...Map.groupBy(counts, ({ reason }) => reason)].map(([reason, of]) => ({ reason, people: sum(of) })),
      sample: (await brakes.listHeld(trx, organizationId, SAMPLE)).map(({ personId, name, reason, gone }) => ({
        personId,
        name: name || null,
        reason,
        gone
      }))
    }
  })

const sum = (counts: readonly { readonly people: number }[]): number =>
  counts.reduce((total, { people }) => total + people, 0)

async function decided(trx: Trx, brake: brakes.BrakeRow): Promise<BrakeView['decided']> {
  if (!brake.decided_at) return null
  const by = await findPerson(trx, brake.organization_id, brake.decided_by ?? '')
  const name = [by?.first_name, by?.last_name].filter(Boolean).join(' ')
  return { at: brake.decided_at.toISOString(), by: name || null, why: brake.why ?? '' }
}

type Decision = {
  readonly organizationId: string
  readonly brakeId: string
  readonly decision: brakes.Decision
  readonly people: number
  readonly why: string
  /** The admin's id, or `operator`. */
  readonly by: string
}

/** One at a time: whoever comes second finds it decided. @throws ProblemError `conflict`. */
export const decide = (deps: Deps, { organizationId, ...asked }: Decision): Promise<{ readonly people: number }> =>
  deps.db.for(organizationId)(async trx => {
    const { decision, people, why, by } = asked
    await brakes.lockLeavers(trx, organizationId)
    const brake = await brakes.latestBrake(trx, organizationId)
    const held = sum(await brakes.countHeld(trx, organizationId))
    refuseWhatChanged(brake, held, asked)
    await brakes.saveDecision(trx, brake, { decision, at: deps.now(), by, why })
    const detail = { brakeId: brake.id, decision, people, why }
    await record(trx, deps, { organizationId, action: 'brake.decided', actor: by, detail })
    if (decision === 'ended') await release(deps, trx, organizationId)
    return { people }
  })

function refuseWhatChanged(
  brake: brakes.BrakeRow | undefined,
  held: number,
  { brakeId, decision, people }: Pick<Decision, 'brakeId' | 'decision' | 'people'>
): asserts brake is brakes.BrakeRow {
  if (!brake) throw new ProblemError('not_found', 'Nothing waits for a decision')
  if (brake.id !== brakeId)
    throw new ProblemError('conflict', 'More people have left since you looked. Look again', { reason: 'changed' })
  if (brake.decided_at && (decision === 'kept' || held === 0))
    throw new ProblemError('conflict', 'This has been decided already. Look again', { reason: 'decided' })
  if (held !== people)
    throw new ProblemError('conflict', `It is ${held} people now, not ${people}. Look again`, { reason: 'changed' })
}

/** A job each, in this transaction: none is lost, each is tried until it is done, whoever is gone first. */
async function release(deps: Deps, trx: Trx, organizationId: string): Promise<void> {
  const released = await brakes.releaseHeld(trx, organizationId)
  await deps.publish(trx, ...released.map(personId => ({ type: 'person.released', organizationId, personId }) as const))
}
