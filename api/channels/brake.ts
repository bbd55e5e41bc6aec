/** Many left at once: each admin whom the bot can reach is asked to decide. No name is said, the set-up page has them. */
import { adminsOf } from '../directory/directory.ts'
import type { Deps } from '../platform/deps.ts'
import { deliver } from './deliveries.ts'
import { findReference } from './store.ts'

export async function announceBrake(
  deps: Deps,
  { organizationId, brakeId }: { readonly organizationId: string; readonly brakeId: string }
): Promise<void> {
  const admins = await adminsOf(deps, organizationId)
  await deps.db.for(organizationId)(async trx => {
    for (const personId of admins) {
      if (!(await findReference(trx, { organizationId, personId }))) continue
      const intent = { kind: 'notice', words: 'braked' } as const
      await deliver(deps, trx, { organizationId, personId, intent, key: `brake:${brakeId}:${personId}` })
    }
  })
}
