/** What each admin whom the bot can reach is told: many left at once, or a system of theirs no longer hears. No name is said, the set-up page has them. */
import { adminsOf } from '../directory/directory.ts'
import type { Deps } from '../platform/deps.ts'
import { deliver } from './deliveries.ts'
import { findReference } from './store.ts'

export async function announceBrake(
  deps: Deps,
  { organizationId, brakeId }: { readonly organizationId: string; readonly brakeId: string }
): Promise<void> {
  await noticeAdmins(deps, organizationId, { words: 'braked', key: `brake:${brakeId}` })
}

/** An endpoint of the company's own was given up: what happens is no longer told there. */
export async function announceWebhook(
  deps: Deps,
  { organizationId, endpointId }: { readonly organizationId: string; readonly endpointId: string }
): Promise<void> {
  const day = deps.realNow().toISOString().slice(0, 10)
  await noticeAdmins(deps, organizationId, { words: 'webhookOff', key: `webhook:${endpointId}:${day}` })
}

type Told = { readonly words: 'braked' | 'webhookOff'; readonly key: string }

async function noticeAdmins(deps: Deps, organizationId: string, { words, key }: Told): Promise<void> {
  const admins = await adminsOf(deps, organizationId)
  await deps.db.for(organizationId)(async trx => {
    for (const personId of admins) {
      if (!(await findReference(trx, { organizationId, personId }))) continue
      const intent = { kind: 'notice', words } as const
      await deliver(deps, trx, { organizationId, personId, intent, key: `${key}:${personId}` })
    }
  })
}
