/** A company's own lines and routes. Whatever they are, nobody is notified of what somebody wrote. */
import { record } from '../../audit/audit.ts'
import type { SafetyPolicy } from '../../contract/safety.ts'
import type { Trx } from '../../platform/database.ts'
import type { Deps } from '../../platform/deps.ts'
import * as store from './store.ts'

export async function policyWithin(trx: Trx, organizationId: string): Promise<SafetyPolicy> {
  const stored = await store.findPolicy(trx, organizationId)
  return { notify: 'nobody', lines: [...(stored?.lines ?? [])], routes: [...(stored?.routes ?? [])] }
}

export const policyOf = (deps: Deps, organizationId: string): Promise<SafetyPolicy> =>
  deps.db.for(organizationId)(trx => policyWithin(trx, organizationId))

type Change = { readonly organizationId: string; readonly personId: string; readonly policy: SafetyPolicy }

export const changePolicy = (deps: Deps, { organizationId, personId, policy }: Change): Promise<SafetyPolicy> =>
  deps.db.for(organizationId)(async trx => {
    const before = await policyWithin(trx, organizationId)
    if (JSON.stringify(before) === JSON.stringify(policy)) return before
    const { lines, routes } = policy
    await store.savePolicy(trx, { organizationId, lines, routes, by: personId, at: deps.now() })
    const detail = { lines: lines.length, routes: routes.length }
    await record(trx, deps, { organizationId, action: 'safety.changed', actor: personId, detail })
    return policyWithin(trx, organizationId)
  })
