/** What people do to what they wrote: edit it, take it back, bring it back, or ask for its answer again. */
import type { Deps } from '../platform/deps.ts'
import type { Trx } from '../platform/database.ts'
import { inboundJob } from './delivery-jobs.ts'
import { sealed, takeInbound, type InboundActivity, type InboundKey } from './inbound.ts'
import type { Reference } from './intents.ts'
import { resolveSender } from './references.ts'
import * as store from './store-inbound.ts'
import { deleteFeedback } from './store-messages.ts'

type PersonKey = { readonly organizationId: string; readonly personId: string }

/** An edit of what was never heard is heard as written now. */
export const editInbound = (deps: Deps, activity: InboundActivity): Promise<void> =>
  rewrite(deps, activity, row => ({ life: row.life }))

/** A deleted message that comes back is answered anew, for its answer went with it. */
export const restoreInbound = (deps: Deps, activity: InboundActivity): Promise<void> =>
  rewrite(deps, activity, row => (row.deleted_at ? { life: row.life + 1, begun_as: null } : {}))

async function rewrite(
  deps: Deps,
  activity: InboundActivity,
  extra: (row: store.InboundRow) => store.InboundChange
): Promise<void> {
  const author = await authorOf(deps, activity.reference)
  if (!author || activity.place !== 'personal') return
  const key = keyOf(author, activity)
  const known = await deps.db.for(key.organizationId)(async trx => {
    const row = await store.lockInbound(trx, key)
    if (row?.person_id !== author.personId) return row !== undefined
    await reopen(deps, trx, key, {
      ...extra(row),
      sealed: await sealed(deps, trx, author, activity.text),
      has_attachments: activity.hasAttachments,
      deleted_at: null,
      version: row.version + 1
    })
    return true
  })
  if (!known) await takeInbound(deps, activity)
}

/** Its text is gone at once; what was made of it follows as a job. */
export async function deleteInbound(
  deps: Deps,
  gone: { readonly reference: Reference; readonly activityId: string }
): Promise<void> {
  const author = await authorOf(deps, gone.reference)
  if (!author) return
  const key = keyOf(author, gone)
  await deps.db.for(key.organizationId)(async trx => {
    const row = await store.lockInbound(trx, key)
    if (row?.person_id !== author.personId || row.deleted_at) return
    await reopen(deps, trx, key, { sealed: null, deleted_at: deps.now(), version: row.version + 1 })
  })
}

type Cut = { readonly at: Date; readonly begunAs: string | undefined }

/**
 * Marks the turn: it broke off, and its text is kept; another try is shown anew. @returns the moment, which names this break for good,
 * and the message that shows its beginning.
 */
export const cutInbound = (deps: Deps, key: InboundKey): Promise<Cut | undefined> =>
  deps.db.for(key.organizationId)(async trx => {
    const row = await store.lockInbound(trx, key)
    if (!row || row.handled_at || row.deleted_at) return undefined
    const at = deps.now()
    await store.changeInbound(trx, key, { cut_at: at, begun_as: null })
    return { at, begunAs: row.begun_as ?? undefined }
  })

/** @param turn the one meant; without it the newest that broke off. @returns false when there is none. */
export const retryInbound = (
  deps: Deps,
  person: PersonKey,
  turn?: Omit<InboundKey, 'organizationId'>
): Promise<boolean> =>
  deps.db.for(person.organizationId)(async trx => {
    const row = turn
      ? await store.lockInbound(trx, { ...turn, organizationId: person.organizationId })
      : await store.findCut(trx, person)
    if (!row?.cut_at || row.person_id !== person.personId) return false
    const key = { ...person, conversationId: row.conversation_id, activityId: row.activity_id }
    await reopen(deps, trx, key, {})
    return true
  })

/** What waits for an answer goes with its text, and so does what the person thought of earlier answers. */
export async function dropHeard(deps: Deps, trx: Trx, person: PersonKey): Promise<void> {
  await store.dropInbound(trx, { ...person, at: deps.now() })
  await deleteFeedback(trx, person)
}

async function reopen(deps: Deps, trx: Trx, key: InboundKey, change: store.InboundChange): Promise<void> {
  await store.changeInbound(trx, key, { ...change, handled_at: null, cut_at: null, attempts: 0 })
  const { organizationId, conversationId, activityId } = key
  await deps.queue.enqueue(trx, inboundJob.job({ organizationId, conversationId, activityId }))
}

async function authorOf(deps: Deps, reference: Reference): Promise<PersonKey | undefined> {
  const sender = await resolveSender(deps, reference)
  return sender.kind === 'linked' ? { organizationId: sender.organizationId, personId: sender.personId } : undefined
}

const keyOf = (
  { organizationId }: PersonKey,
  { activityId, reference }: { readonly activityId: string; readonly reference: Reference }
): InboundKey => ({ organizationId, conversationId: reference.conversationId, activityId })
