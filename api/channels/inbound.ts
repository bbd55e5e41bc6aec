/** What people write, stored before it is acknowledged; a channel's retry finds it stored and changes nothing. */
import { personKey } from '../directory/directory.ts'
import type { Deps } from '../platform/deps.ts'
import { inboundJob } from './delivery-jobs.ts'
import { referenceSchema, type Reference } from './intents.ts'
import { keepReference, resolveSender, type Sender } from './references.ts'
import * as store from './store-messages.ts'

export type InboundActivity = {
  readonly activityId: string
  readonly place: 'personal' | 'group'
  readonly reference: Reference
  readonly text: string
}

export type Inbound = {
  readonly organizationId: string
  readonly activityId: string
  readonly kind: Sender['kind'] | 'group'
  readonly personId: string | undefined
  readonly reference: Reference
  readonly text: string
  readonly receivedAt: Date
}

/** A company that CI does not know has no id; its tenant's stands in, so that its retries are known too. */
const organizationIdOf = (sender: Sender, reference: Reference): string =>
  sender.kind === 'unknownTenant' ? `tenant:${reference.tenantId}` : sender.organizationId

/** Only a linked person's words are kept, sealed with their key, until they are handled. */
export async function takeInbound(deps: Deps, activity: InboundActivity): Promise<void> {
  const { reference, activityId, place } = activity
  const sender = place === 'personal' ? await keepReference(deps, reference) : await resolveSender(deps, reference)
  const organizationId = organizationIdOf(sender, reference)
  const personId = 'personId' in sender ? sender.personId : null
  const { conversationId } = reference
  await deps.db.for(organizationId)(async trx => {
    const sealed =
      sender.kind === 'linked' && place === 'personal'
        ? deps.vault.seal(await personKey(trx, deps, sender), contextOf(sender), activity.text)
        : null
    const isNew = await store.insertInbound(trx, {
      organization_id: organizationId,
      activity_id: activityId,
      conversation_id: conversationId,
      person_id: personId,
      kind: place === 'personal' ? sender.kind : 'group',
      reference: JSON.stringify(reference),
      sealed,
      received_at: deps.now(),
      handled_at: null
    })
    if (isNew) await deps.queue.enqueue(trx, inboundJob.job({ organizationId, conversationId, activityId }))
  })
}

type InboundKey = { readonly organizationId: string; readonly conversationId: string; readonly activityId: string }

/** Undefined when it is handled already. */
export const loadInbound = (deps: Deps, key: InboundKey): Promise<Inbound | undefined> =>
  deps.db.for(key.organizationId)(async trx => {
    const row = await store.findInbound(trx, key)
    if (!row || row.handled_at) return undefined
    const about = { organizationId: key.organizationId, personId: row.person_id ?? '' }
    const text = row.sealed ? deps.vault.open(await personKey(trx, deps, about), contextOf(about), row.sealed) : ''
    return {
      organizationId: key.organizationId,
      activityId: key.activityId,
      kind: row.kind as Inbound['kind'],
      personId: row.person_id ?? undefined,
      reference: referenceSchema.parse(row.reference),
      text,
      receivedAt: row.received_at
    }
  })

export const closeInbound = (deps: Deps, key: InboundKey): Promise<void> =>
  deps.db.for(key.organizationId)(trx => store.closeInbound(trx, { ...key, at: deps.now() }))

const contextOf = (about: { readonly organizationId: string; readonly personId: string }): string =>
  `${about.organizationId}/${about.personId}`
