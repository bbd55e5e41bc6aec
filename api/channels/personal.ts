/** What this slice holds about one person: where they are reached, what they agreed to, what came and went. */
import { sql } from 'kysely'
import { definePart, type Leaving } from '../platform/personal-data.ts'
import type { Deps } from '../platform/deps.ts'
import type { Trx } from '../platform/database.ts'
import { AGREEMENT_VERSION } from './agreement-texts.ts'
import { dropHeard } from './inbound-changes.ts'
import { saveDecision } from './store.ts'

export const channelPart = definePart({
  name: 'channels',
  tables: [
    {
      table: 'agreements',
      section: 'agreement',
      shown: ['decided_at', 'version', 'model_service', 'decision', 'surface'],
      fate: 'erased'
    },
    {
      table: 'conversation_references',
      section: 'links',
      shown: ['updated_at', 'tenant_id', 'entra_object_id', 'conversation_id', 'state'],
      fate: 'erased'
    },
    {
      table: 'deliveries',
      section: 'messages',
      shown: ['created_at', 'intent', 'state', 'reason', 'updated_at'],
      fate: 'erased',
      retained: { as: 'nudges', since: 'created_at', only: sql<boolean>`state not in ('queued', 'sending')` }
    },
    {
      table: 'inbound',
      section: 'messages',
      shown: ['received_at', 'handled_at', 'kind'],
      sealed: { column: 'sealed', opens: text => ({ text }) },
      fate: 'erased',
      retained: { as: 'inbound', since: 'received_at', only: sql<boolean>`handled_at is not null` }
    },
    {
      table: 'turn_feedback',
      section: 'conversation',
      shown: ['at', 'reaction'],
      sealed: { column: 'sealed', opens: text => ({ text }) },
      fate: 'erased',
      retained: { as: 'conversations', since: 'at' }
    }
  ],
  beforeErasing: (deps, trx, key) => dropHeard(deps, trx, key),
  afterErasing: withdraw
})

/** Whoever erases everything has taken back their yes: nothing comes unasked, and a new yes begins anew. */
async function withdraw(deps: Deps, trx: Trx, { organizationId, personId, surface }: Leaving): Promise<void> {
  await saveDecision(trx, {
    organization_id: organizationId,
    person_id: personId,
    version: AGREEMENT_VERSION,
    model_service: null,
    decision: 'declined',
    surface,
    decided_at: deps.now()
  })
  await deps.publish(trx, { type: 'agreement.declined', organizationId, personId })
}
