/** Where an account can be reached, and which person it belongs to. */
import { markHop } from '../audit/audit.ts'
import { resolveEntraPerson, type EntraResolution } from '../identity/identity.ts'
import type { Statement, Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import type { Among } from '../platform/rows.ts'
import { deliver } from './deliveries.ts'
import type { Reference } from './intents.ts'
import { standingOf, type ChatStanding } from './standing.ts'
import { forgetConversationTurns } from './store-conversation-paces.ts'
import { cancelDeliveries } from './store-deliveries.ts'
import * as store from './store.ts'

type Key = { readonly organizationId: string; readonly personId: string }
export type Sender = EntraResolution

/** Who sent a signed activity, by tenant and object id; never by a name or an e-mail. */
export const resolveSender = (
  deps: Deps,
  account: { readonly tenantId: string; readonly entraObjectId: string }
): Promise<Sender> => resolveEntraPerson(deps, { tid: account.tenantId, oid: account.entraObjectId })

/** Keeps where an account can be reached; publishes conversation.opened when that is news for a person with access. */
export async function keepReference(deps: Deps, reference: Reference): Promise<Sender> {
  const sender = await resolveSender(deps, reference)
  if (sender.kind === 'unknownTenant') return sender
  const { organizationId } = sender
  const personId = sender.kind === 'unlinked' ? undefined : sender.personId
  await deps.db.for(organizationId)(async trx => {
    const known = await store.findReferenceByAccount(trx, { organizationId, ...reference })
    await store.saveReference(trx, rowOf(deps, organizationId, reference, personId))
    const news = known?.state !== 'active' || known.person_id !== personId
    if (sender.kind === 'linked' && news)
      await deps.publish(trx, { type: 'conversation.opened', organizationId, personId: sender.personId })
  })
  return sender
}

const rowOf = (
  deps: Deps,
  organizationId: string,
  reference: Reference,
  personId: string | undefined
): store.ReferenceRow => ({
  organization_id: organizationId,
  tenant_id: reference.tenantId,
  entra_object_id: reference.entraObjectId,
  person_id: personId ?? null,
  teams_user_id: reference.teamsUserId,
  conversation_id: reference.conversationId,
  service_url: reference.serviceUrl,
  bot_id: reference.botId,
  state: 'active',
  updated_at: deps.now()
})

/** The bot was removed from a private chat. Silent: nothing can be sent there, and nothing should be. */
export async function dropReference(deps: Deps, reference: Reference): Promise<void> {
  const sender = await resolveSender(deps, reference)
  if (sender.kind === 'unknownTenant') return
  const { organizationId } = sender
  await deps.db.for(organizationId)(async trx => {
    const known = await store.findReferenceByAccount(trx, { organizationId, ...reference })
    if (known) await store.saveReference(trx, { ...known, state: 'uninstalled', updated_at: deps.now() })
  })
}

/** Accounts that installed the bot before the directory knew their person, or whose person came back. */
export async function claimReferences(
  deps: Deps,
  { organizationId }: { readonly organizationId: string }
): Promise<void> {
  const waiting = await deps.db.for(organizationId)(trx => store.listWaitingReferences(trx, organizationId))
  for (const row of waiting) {
    const sender = await resolveSender(deps, { tenantId: row.tenant_id, entraObjectId: row.entra_object_id })
    if (sender.kind === 'linked') await keepReference(deps, store.toReference(row))
  }
}

/** Says in the chat which person the account now is, so that nobody is joined unawares. */
export async function greetLinked(
  deps: Deps,
  { because, ...key }: Key & { readonly because: 'sign_in' | 'employee_number' }
): Promise<void> {
  await claimReferences(deps, key)
  await deps.db.for(key.organizationId)(async trx => {
    const reference = await store.findReference(trx, key)
    if (!reference) return
    const intent = { kind: 'notice', words: because === 'sign_in' ? 'linked' : 'linkedByNumber' } as const
    await deliver(deps, trx, { ...key, intent, key: `linked:${key.personId}:${reference.entra_object_id}` })
  })
}

/** The account is the person's no longer: what was queued for them does not go there. The last word says so. */
export async function endLink(deps: Deps, key: Key): Promise<void> {
  const reference = await referenceOf(deps, key.organizationId, key.personId)
  const sender = reference && (await resolveSender(deps, reference))
  // Connected again by now: what they can be reached by is theirs.
  if (sender?.kind === 'linked' && sender.personId === key.personId) return
  await deps.db.for(key.organizationId)(async trx => {
    const at = deps.now()
    await cancelDeliveries(trx, { ...key, at })
    await store.setReferenceState(trx, { ...key, state: 'left', at })
    if (!reference) return
    const intent = { kind: 'notice', words: 'parted' } as const
    await deliver(deps, trx, { ...key, intent, key: `parted:${key.personId}:${at.toISOString()}` })
  })
}

/** Where the person could be reached last, for the one word after which nothing more goes there. */
export const lastReferenceOf = (
  deps: Pick<Deps, 'db'>,
  organizationId: string,
  personId: string
): Promise<Reference | undefined> =>
  deps.db.for(organizationId)(async trx => {
    const row = await store.findLeftReference(trx, { organizationId, personId })
    return row && store.toReference(row)
  })

/** The person left: nothing queued goes out, and the conversation is no longer used. */
export const endReferences = (deps: Deps, { organizationId, personId }: Key): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    const at = deps.now()
    await cancelDeliveries(trx, { organizationId, personId, at })
    await forgetConversationTurns(trx, { organizationId, personId })
    await store.setReferenceState(trx, { organizationId, personId, state: 'left', at })
    await markHop(trx, deps, { organizationId, personId, hop: 'conversation', state: 'done' })
  })

/** Where the person can be reached now, or undefined. */
export const referenceOf = (
  deps: Pick<Deps, 'db'>,
  organizationId: string,
  personId: string
): Promise<Reference | undefined> =>
  deps.db.for(organizationId)(async trx => {
    const row = await store.findReference(trx, { organizationId, personId })
    return row && store.toReference(row)
  })

/** Where each of these people can be reached now; whoever cannot is missing. */
export const referencesWithin = async (
  db: Statement,
  organizationId: string,
  personIds: readonly string[]
): Promise<ReadonlyMap<string, Reference>> => {
  const rows = await store.findReferences(db, { organizationId, personIds })
  return new Map(rows.map(row => [row.person_id ?? '', store.toReference(row)]))
}

/** Who blocked the bot, or removed it, since then. */
export const peopleWhoEndedChatSince = (
  deps: Deps,
  organizationId: string,
  asked: { readonly state: 'blocked' | 'uninstalled'; readonly since: Date }
): Promise<ReadonlySet<string>> =>
  deps.db.for(organizationId)(trx => store.peopleEndingReference(trx, { organizationId, ...asked }))

/** Everybody who ever had a conversation, or those of these ids; who is missing has none. */
export const chatStandings = (
  deps: Pick<Deps, 'db'>,
  organizationId: string,
  personIds?: readonly string[]
): Promise<ReadonlyMap<string, ChatStanding>> =>
  deps.db.for(organizationId)(trx => chatStandingsWithin(trx, organizationId, personIds && { personIds }))

export async function chatStandingsWithin(
  trx: Trx,
  organizationId: string,
  among?: Omit<Among, 'organizationId'>
): Promise<ReadonlyMap<string, ChatStanding>> {
  const standings = new Map<string, ChatStanding>()
  for (const { personId, state } of await store.referenceStates(trx, organizationId, among)) {
    const standing = standingOf(state)
    if (standing === 'open' || standings.get(personId) !== 'open')
      standings.set(personId, standings.get(personId) === 'no' && standing === 'none' ? 'no' : standing)
  }
  return standings
}

type Adopted = Key & {
  readonly tenantId: string
  readonly entraObjectId: string
  readonly conversationId: string
}

/** The app was there already and Graph named its chat: nobody else will tell us of it. @returns false where the person said no. */
export const adoptChat = (
  deps: Deps,
  { organizationId, personId, tenantId, entraObjectId, conversationId }: Adopted
): Promise<boolean> =>
  deps.db.for(organizationId)(async trx => {
    const known = await store.findReferenceByAccount(trx, { organizationId, tenantId, entraObjectId })
    if (known && standingOf(known.state) === 'no') return false
    const serviceUrl = await store.findServiceUrl(trx, organizationId, tenantId)
    const botId = `28:${deps.config.BOT_APP_ID}`
    // Teams takes the object id wherever it takes its own id of the person.
    const reference = {
      tenantId,
      entraObjectId,
      teamsUserId: known?.teams_user_id ?? entraObjectId,
      conversationId,
      serviceUrl: serviceUrl ?? deps.config.BOT_SERVICE_URL,
      botId
    }
    await store.saveReference(trx, rowOf(deps, organizationId, reference, personId))
    if (known?.state !== 'active') await deps.publish(trx, { type: 'conversation.opened', organizationId, personId })
    return true
  })

/** Whether the app has come to the company at all: open chats, known or not whose, and when one was last heard of. */
export const chatsOfCompany = (deps: Pick<Deps, 'db'>, organizationId: string) =>
  deps.db.for(organizationId)(trx => store.summarizeReferences(trx, organizationId))
