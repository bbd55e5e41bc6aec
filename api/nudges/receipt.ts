/** Why this nudge: what decided it, as it was at that moment, for its own person. */
import type { NudgeReceipt } from '../contract/nudges.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { presentOne } from './answering.ts'
import type { Key } from './context.ts'
import { groundOf } from './decide.ts'
import { loadListeners } from './listeners.ts'
import { toReceipt } from './record.ts'
import * as store from './store.ts'

/** @throws ProblemError `not_found`. */
export async function receiptOf(deps: Deps, input: Key & { readonly nudgeId: string }): Promise<NudgeReceipt> {
  const organization = await getOrganization(deps, input.organizationId)
  const { row, listener } = await deps.db.for(input.organizationId)(async trx => ({
    row: await store.lockNudge(trx, input),
    listener: (await loadListeners(deps, trx, organization, { ids: [input.personId] }))[0]
  }))
  if (row?.person_id !== input.personId || !listener)
    throw new ProblemError('not_found', 'This nudge is not yours or no longer exists', { reason: 'nudge_gone' })
  const decision = row.decision ?? { ...groundOf(listener, deps.now()), considered: [] }
  return toReceipt(row, await presentOne(deps, input, row), decision)
}
