/** What this slice holds about one person: everything they said and planned, sealed with their own key. */
import { z } from 'zod'
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { definePart, type PersonKey } from '../platform/personal-data.ts'
import { openCitations } from './seal.ts'
import { takePlace } from './store-feed.ts'
import * as store from './store.ts'
import { erase as eraseFormer } from './store-former.ts'

const words = (text: string) => ({ text })
const json = (text: string) => z.record(z.string(), z.unknown()).parse(JSON.parse(text))

/** Of the message that a part is of: as old as that, and older than anything once it is gone. */
const answeredAt = sql<Date>`coalesce((select message.at from messages message
  where message.organization_id = answer_parts.organization_id and message.id = answer_parts.message_id), '-infinity')`

export const coachPart = definePart({
  name: 'coach',
  tables: [
    {
      table: 'messages',
      section: 'conversation',
      shown: ['at', 'author', 'surface'],
      sealed: { column: 'sealed', opens: words },
      besides: { column: 'cited', opens: text => ({ citations: openCitations(text) }) },
      fate: 'erased',
      retained: { as: 'conversations', since: 'at' }
    },
    {
      table: 'conversations',
      section: 'conversation',
      shown: ['created_at', 'last_at'],
      sealed: { column: 'sealed', opens: text => ({ title: text }) },
      fate: 'erased',
      retained: { as: 'conversations', since: 'last_at' }
    },
    {
      table: 'answer_parts',
      section: 'conversation',
      shown: ['ordinal'],
      sealed: { column: 'sealed', opens: words },
      fate: 'erased',
      retained: { as: 'conversations', since: answeredAt }
    },
    {
      table: 'coach_sessions',
      section: 'conversation',
      shown: ['updated_at'],
      sealed: { column: 'sealed', opens: text => ({ dialogue: json(text) }) },
      fate: 'erased',
      retained: { as: 'conversations', since: 'updated_at' }
    },
    { table: 'safety_pauses', section: 'conversation', shown: ['since', 'state'], fate: 'erased' },
    {
      table: 'plans',
      section: 'plans',
      shown: ['made_at', 'state', 'follow_up_at', 'closed_at'],
      sealed: { column: 'sealed', opens: json },
      fate: 'erased',
      retained: { as: 'conversations', since: 'made_at', only: sql<boolean>`state <> 'open'` }
    },
    {
      table: 'former_messages',
      section: 'former',
      shown: ['at', 'author'],
      sealed: { column: 'sealed', opens: words },
      fate: 'erased',
      retained: { as: 'conversations', since: 'at' }
    },
    { table: 'former_accounts', section: 'former', shown: ['import_id', 'user_id'], fate: 'erased' },
    { table: 'former_erasures', section: 'requests', shown: ['at'], fate: 'wish' },
    { table: 'memory_choices', section: 'memory', shown: ['changed_at', 'active', 'from_plans'], fate: 'erased' },
    {
      table: 'memory_items',
      section: 'memory',
      shown: ['source_at', 'source', 'edited_at'],
      sealed: { column: 'sealed', opens: words },
      fate: 'erased'
    }
  ],
  takeTurn: async (trx, key) => void (await takePlace(trx, key, { reset: true })),
  beforeErasing: callOff,
  // An import on its way is waited for, and brings nothing back.
  afterErasing: async (deps, trx, key) => void (await eraseFormer(trx, key, deps.now()))
})

/** No follow-up comes about a plan that is gone. */
async function callOff(deps: Deps, trx: Trx, { organizationId, personId }: PersonKey): Promise<void> {
  const key = { organizationId, personId }
  for (const { id, state } of await store.listPlans(trx, key))
    if (state === 'open') await deps.publish(trx, { type: 'plan.closed', ...key, planId: id, outcome: 'dropped' })
}
