/** What the coach remembers of a person: nothing until they say so, and then only what they said should be. */
import { MEMORY_LENGTH, MOST_MEMORIES, type Memory, type MemoryItem } from '../contract/memory.ts'
import { personKey } from '../directory/directory.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { openPlan, sealFor, type Seal } from './seal.ts'
import { lockPlan } from './store.ts'
import { findMessage } from './store-messages.ts'
import * as store from './store-memory.ts'
import { memoryOfPlan } from './memory-words.ts'

type Key = { readonly organizationId: string; readonly personId: string }

const toItem = (seal: Seal, row: store.ItemRow): MemoryItem => ({
  itemId: row.id,
  text: seal.open(row.sealed),
  source: row.source,
  at: row.source_at.toISOString(),
  editedAt: row.edited_at?.toISOString() ?? null
})

/** The key is taken first, as an erasure takes it. */
const withSeal = <T>(deps: Deps, key: Key, work: (trx: Trx, seal: Seal) => Promise<T>): Promise<T> =>
  deps.db.for(key.organizationId)(async trx => work(trx, sealFor(deps, await personKey(trx, deps, key), key)))

export const memoryOf = (deps: Deps, { organizationId, personId }: Key): Promise<Memory> =>
  withSeal(deps, { organizationId, personId }, (trx, seal) => read(trx, seal, { organizationId, personId }))

async function read(trx: Trx, seal: Seal, key: Key): Promise<Memory> {
  const choices = await store.choicesOf(trx, key)
  return { ...choices, items: (await store.listItems(trx, key)).map(row => toItem(seal, row)) }
}

export const switchMemory = (
  deps: Deps,
  { organizationId, personId, ...choices }: Key & store.Choices
): Promise<Memory> =>
  withSeal(deps, { organizationId, personId }, async (trx, seal) => {
    const key = { organizationId, personId }
    await store.saveChoices(trx, { ...key, ...choices, at: deps.now() })
    return read(trx, seal, key)
  })

export type Remembering = { readonly messageId: string } | { readonly text: string }

/** @throws ProblemError `conflict` while memory is off or full; `not_found` for what they did not say themselves. */
export const remember = (deps: Deps, { organizationId, personId }: Key, what: Remembering): Promise<MemoryItem> =>
  withSeal(deps, { organizationId, personId }, async (trx, seal) => {
    const key = { organizationId, personId }
    await refuseUnless(trx, key)
    const item =
      'text' in what ? { text: what.text, source: 'written' as const } : await saidIn(trx, seal, { ...key, ...what })
    const row = {
      organization_id: organizationId,
      id: deps.newId('memory'),
      person_id: personId,
      sealed: seal.text(item.text),
      source: item.source,
      source_id: 'messageId' in what ? what.messageId : null,
      source_at: 'at' in item ? item.at : deps.now(),
      edited_at: null
    }
    await store.insertItem(trx, row)
    const rows = await store.listItems(trx, key)
    const kept = rows.find(({ id, source_id: from }) => id === row.id || (from !== null && from === row.source_id))
    return toItem(seal, kept ?? row)
  })

async function refuseUnless(trx: Trx, key: Key): Promise<void> {
  const { active } = await store.choicesOf(trx, key)
  if (!active)
    throw new ProblemError('conflict', 'Memory is off. Switch it on under “What is known about me”', {
      reason: 'memory_off'
    })
  if ((await store.listItems(trx, key)).length >= MOST_MEMORIES)
    throw new ProblemError('conflict', `The coach remembers ${MOST_MEMORIES} things at most. Erase one first`, {
      reason: 'memory_full'
    })
}

async function saidIn(trx: Trx, seal: Seal, key: Key & { readonly messageId: string }) {
  const row = await findMessage(trx, key)
  if (row?.author !== 'person') throw new ProblemError('not_found', 'This message is not yours or no longer exists')
  return { text: seal.open(row.sealed).slice(0, MEMORY_LENGTH), source: 'said' as const, at: row.at }
}

/** @throws ProblemError `not_found`. */
export const rewriteMemory = (
  deps: Deps,
  { organizationId, personId, itemId, text }: Key & { readonly itemId: string; readonly text: string }
): Promise<MemoryItem> =>
  withSeal(deps, { organizationId, personId }, async (trx, seal) => {
    const key = { organizationId, personId }
    await store.rewriteItem(trx, { ...key, itemId, sealed: seal.text(text), at: deps.now() })
    const row = (await store.listItems(trx, key)).find(({ id }) => id === itemId)
    if (!row) throw new ProblemError('not_found', 'This is remembered no longer')
    return toItem(seal, row)
  })

/** @param item.itemId everything without it. @returns how many are gone. */
export const forget = (deps: Deps, item: Key & { readonly itemId?: string }): Promise<number> =>
  deps.db.for(item.organizationId)(trx => store.deleteItems(trx, item))

/** A plan that was settled, where the person wants that. Remembering it again changes nothing. */
export const rememberPlan = (deps: Deps, { organizationId, personId, planId }: Key & { readonly planId: string }) =>
  withSeal(deps, { organizationId, personId }, async (trx, seal) => {
    const key = { organizationId, personId }
    const { active, fromPlans } = await store.choicesOf(trx, key)
    const plan = active && fromPlans ? await lockPlan(trx, { ...key, planId }) : undefined
    if (!plan || (await store.listItems(trx, key)).length >= MOST_MEMORIES) return
    const { cue, action } = openPlan(seal, plan)
    await store.insertItem(trx, {
      organization_id: organizationId,
      id: deps.newId('memory'),
      person_id: personId,
      sealed: seal.text(memoryOfPlan(cue, action)),
      source: 'plan',
      source_id: planId,
      source_at: plan.made_at,
      edited_at: null
    })
  })

/** For an engine: nothing while it is off. */
export async function memoriesFor(deps: Deps, key: Key): Promise<readonly MemoryItem[]> {
  const { active, items } = await memoryOf(deps, key)
  return active ? items : []
}
