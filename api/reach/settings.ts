/** What an admin decides about being reachable. */
import { record } from '../audit/audit.ts'
import { keepReachSettings, reachSettingsOf, reachSettingsWithin } from '../channels/channels.ts'
import type { ReachSettings } from '../contract/reach.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { forgetChecks } from './store.ts'

type Change = { readonly organizationId: string; readonly personId: string; readonly settings: ReachSettings }

/** @throws ProblemError `conflict` for a level that our side is not set up for. */
export async function changeSettings(deps: Deps, { organizationId, personId, settings }: Change): Promise<void> {
  if (settings.level > 0 && !deps.config.TAB_CLIENT_SECRET)
    throw new ProblemError('conflict', 'This is not set up on our side yet. Ask us to do it', {
      reason: 'not_available'
    })
  await deps.db.for(organizationId)(async trx => {
    const before = await reachSettingsWithin(trx, organizationId)
    if (JSON.stringify(before) === JSON.stringify({ ...before, ...settings })) return
    await keepReachSettings(trx, { organizationId, settings, by: personId, at: deps.now() })
    await forgetChecks(trx, organizationId)
    const { catalogId: _id, ...detail } = settings
    await record(trx, deps, { organizationId, action: 'reach.changed', actor: personId, detail })
  })
}

/** Microsoft told it; nobody decided anything. */
export async function learnCatalogId(deps: Deps, organizationId: string, catalogId: string): Promise<void> {
  const settings = { ...(await reachSettingsOf(deps, organizationId)), catalogId }
  await deps.db.for(organizationId)(trx =>
    keepReachSettings(trx, { organizationId, settings, by: 'microsoft', at: deps.now() })
  )
}
