/** What people write, stored before it is acknowledged; a channel's retry finds it stored and changes nothing. */
import { personKey } from '../directory/directory.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { inboundJob } from './delivery-jobs.ts'
import { referenceSchema, type Reference } from './intents.ts'
import { keepReference, resolveSender, type Sender } from './references.ts'
import * as store from './store-inbound.ts'

export type InboundActivity = {
  readonly activityId: string
  readonly place: 'personal' | 'group'
  readonly reference: Reference
  readonly text: string
  /** Files, pictures and the like, which are not read. */
  readonly hasAttachments: boolean
}

export type Inbound = {
  readonly organizationId: string
  readonly activityId: string
  readonly kind: Sender['kind'] | 'group'
  readonly personId: string | undefined
  readonly reference: Reference
  readonly text: string
  readonly hasAttachments: boolean
  readonly receivedAt: Date
  /** Taken back by its author. */
  readonly deleted: boolean
  readonly attempt: number
  readonly version: number
  readonly life: number
  /** The activity under which an attempt began to show its answer. */
  readonly begunAs: string | undefined
}

export type InboundKey = store.InboundKey

/** A company that CI does not know has no id; its tenant's stands in, so that its retries are known too. */
const organizationIdOf = (sender: Sender, reference: Reference): string =>
  sender.kind === 'unknownTenant' ? `tenant:${reference.tenantId}` : sender.organizationId

/** Only a linked person's words are kept, sealed with their key, until they are handled. */
export async function takeInbound(deps: Deps, activity: InboundActivity): Promise<void> {
  const { reference, activityId, place } = activity
  const sender = place === 'personal' ? await keepReference(deps, reference) : await resolveSender(deps, reference)
  const organizationId = organizationIdOf(sender, reference)
  const { conversationId } = reference
  await deps.db.for(organizationId)(async trx => {
    const isNew = await store.insertInbound(trx, {
      organization_id: organizationId,
      activity_id: activityId,
      conversation_id: conversationId,
      person_id: 'personId' in sender ? sender.personId : null,
      kind: place === 'personal' ? sender.kind : 'group',
      reference: JSON.stringify(reference),
      sealed: sender.kind === 'linked' && place === 'personal' ? await sealed(deps, trx, sender, activity.text) : null,
      received_at: deps.now(),
      handled_at: null,
      has_attachments: activity.hasAttachments,
      attempts: 0,
      cut_at: null,
      deleted_at: null,
      version: 0,
      life: 0,
      begun_as: null
    })
    if (isNew) await deps.queue.enqueue(trx, inboundJob.job({ organizationId, conversationId, activityId }))
  })
}

/** Begins one attempt to answer it. Undefined when it is handled already or waits for its author to try again. */
export const beginInbound = (deps: Deps, key: InboundKey): Promise<Inbound | undefined> =>
  deps.db.for(key.organizationId)(async trx => {
    const row = await store.lockInbound(trx, key)
    if (!row || row.handled_at || row.cut_at) return undefined
    const attempt = row.attempts + 1
    await store.changeInbound(trx, key, { attempts: attempt })
    const about = { organizationId: key.organizationId, personId: row.person_id ?? '' }
    const text = row.sealed ? deps.vault.open(await personKey(trx, deps, about), contextOf(about), row.sealed) : ''
    return {
      organizationId: key.organizationId,
      activityId: key.activityId,
      kind: row.kind as Inbound['kind'],
      personId: row.person_id ?? undefined,
      reference: referenceSchema.parse(row.reference),
      text,
      hasAttachments: row.has_attachments,
      receivedAt: row.received_at,
      deleted: row.deleted_at !== null,
      attempt,
      version: row.version,
      life: row.life,
      begunAs: row.begun_as ?? undefined
    }
  })

/** Its answer is being shown while it is made: an attempt that dies now is followed by one that finishes that message. */
export const noteShown = (deps: Deps, key: InboundKey, activityId: string): Promise<void> =>
  deps.db.for(key.organizationId)(trx => store.changeInbound(trx, key, { begun_as: activityId }))

/** The text has done its work: the coach's thread keeps what the person agreed to keep. @returns false when it changed meanwhile. */
export const closeInbound = (deps: Deps, key: InboundKey, version: number): Promise<boolean> =>
  deps.db.for(key.organizationId)(async trx => {
    const row = await store.lockInbound(trx, key)
    if (row && row.version !== version) return false
    await store.changeInbound(trx, key, { handled_at: deps.now(), sealed: null, cut_at: null })
    return true
  })

type Author = { readonly organizationId: string; readonly personId: string }

export const sealed = async (deps: Deps, trx: Trx, author: Author, text: string): Promise<Buffer> =>
  deps.vault.seal(await personKey(trx, deps, author), contextOf(author), text)

const contextOf = (about: Author): string => `${about.organizationId}/${about.personId}`
