/** A brake on mass deprovisioning: access ends at once as always; what is hard to undo waits until an admin decides. */
import { record } from '../audit/audit.ts'
import type { Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { after, MINUTE } from '../platform/time.ts'
import { isTooMany } from './brake-rule.ts'
import * as brakes from './store-brakes.ts'
import { countWithAccess } from './store.ts'

type Key = { readonly organizationId: string; readonly personId: string }
type Watch = {
  readonly deps: Deps
  readonly trx: Trx
  readonly organization: Organization
  readonly actor: string
}
export type Leaver = { readonly personId: string; readonly reason: string }

/** Called in the transaction in which they lose their access, after that is stored; best once for all of them. */
export async function watchLeavers(watch: Watch, leavers: readonly Leaver[]): Promise<void> {
  const { deps, trx, organization } = watch
  const { organizationId } = organization
  if (leavers.length === 0) return
  await brakes.lockLeavers(trx, organizationId)
  const braked = (await brakes.openBrake(trx, organizationId)) !== undefined
  await brakes.saveLeavers(
    trx,
    leavers.map(({ personId, reason }) => ({
      organization_id: organizationId,
      person_id: personId,
      reason,
      left_at: deps.now(),
      state: braked ? 'held' : 'free'
    }))
  )
  if (!braked) await brakeIfTooMany(watch)
}

async function brakeIfTooMany({ deps, trx, organization, actor }: Watch): Promise<void> {
  const { organizationId, brake: rule } = organization
  const at = deps.now()
  const since = after(at, -rule.minutes * MINUTE)
  const left = await brakes.countLeft(trx, organizationId, since)
  if (left < rule.atLeast) return
  const before = left + (await countWithAccess(trx, organizationId))
  if (!isTooMany(rule, { left, before })) return
  const id = deps.newId('brake')
  await brakes.insertBrake(trx, {
    organization_id: organizationId,
    id,
    set_at: at,
    people_left: left,
    people_before: before
  })
  await brakes.holdLeft(trx, organizationId, since)
  const detail = { brakeId: id, left, before, ...rule }
  await record(trx, deps, { organizationId, action: 'brake.set', actor, detail })
  deps.log.warn({ organization: organizationId, left, before }, 'mass deprovisioning braked')
  await deps.publish(trx, { type: 'brake.set', organizationId, brakeId: id })
}

/**
 * Asked right before anything that is hard to undo, such as ending a course or erasing somebody.
 * @returns true while it has to wait; it is then done when `person.released` is published for that person.
 */
export const mustWait = (deps: Deps, key: Key): Promise<boolean> =>
  deps.db.for(key.organizationId)(async trx => {
    if (await brakes.isHeld(trx, key)) return true
    if (!(await brakes.openBrake(trx, key.organizationId))) return false
    // Again under the lock: a decision that came between would never release somebody held after it.
    await brakes.lockLeavers(trx, key.organizationId)
    if (!(await brakes.openBrake(trx, key.organizationId))) return false
    await brakes.holdOne(trx, key, deps.now())
    return true
  })

/** They are there and have all they had: nothing waits for them any more. */
export const stopWaiting = (deps: Deps, key: Key): Promise<void> =>
  deps.db.for(key.organizationId)(trx => brakes.settleReturned(trx, key))
