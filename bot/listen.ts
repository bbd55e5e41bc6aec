/** A stored message, handled: a command, or a turn with the coach. Handling it again says nothing twice. */
import {
  beginInbound,
  closeInbound,
  cutInbound,
  deliver,
  findAnswers,
  type Inbound,
  type InboundKey,
  type Intent
} from '../api/channels/channels.ts'
import { forgetTurn, hear } from '../api/coach/coach.ts'
import { noteClientZone } from '../api/nudges/nudges.ts'
import { VendorError } from '../api/platform/errors.ts'
import { connectCard } from './cards/connect.ts'
import { readCommand } from './commands.ts'
import { showLive } from './live.ts'
import { cardMessage } from './messages.ts'
import { plainNotice } from './notice.ts'
import { obey } from './obey.ts'
import { addresseeOf, readerFor, type World } from './reader.ts'

const LONGEST = 4000
/** After so many the person is told and decides: silence would look as if nobody had heard. */
const ATTEMPTS = 3

type Linked = Inbound & { readonly personId: string }

export async function listenTo(world: World, key: InboundKey): Promise<void> {
  for (;;) {
    const inbound = await beginInbound(world.deps, key)
    if (!inbound) return
    const { personId } = inbound
    if (inbound.kind !== 'linked' || !personId) await explain(world, inbound)
    else if (!(await handled(world, key, { ...inbound, personId }))) return
    // What its author changed meanwhile is handled as it is now.
    if (await closeInbound(world.deps, key, inbound.version)) return
  }
}

/** @returns false when the turn broke off: it stays open, and its author is told. */
async function handled(world: World, key: InboundKey, inbound: Linked): Promise<boolean> {
  try {
    await (inbound.deleted ? forget(world, inbound) : answer(world, key, inbound))
    return true
  } catch (error) {
    if (inbound.attempt < ATTEMPTS || inbound.deleted) throw error
    world.deps.log.error({ err: error, activity: inbound.activityId }, 'turn cut')
    const cut = await cutInbound(world.deps, key)
    const { conversationId, activityId } = key
    const name = `cut:${conversationId}:${activityId}:${cut?.at.toISOString()}`
    // In the place of what is shown of the answer.
    const intent = { kind: 'cut', conversationId, activityId } as const
    if (cut) await say(world, inbound, { intent, begunAs: cut.begunAs, key: name })
    return false
  }
}

/** One answer a message, however often it is edited; what a command did is said each time. */
async function answer(world: World, key: InboundKey, inbound: Linked): Promise<void> {
  const { organizationId, personId, reference } = inbound
  if (reference.timezone) await noteClientZone(world.deps, { organizationId, personId, timezone: reference.timezone })
  const { intent, begunAs } = await decide(world, key, inbound)
  if (intent) await say(world, inbound, { intent, begunAs, key: `${keyOf(inbound)}${suffixOf(intent)}` })
  if (intent?.kind === 'turn' && inbound.hasAttachments)
    await say(world, inbound, {
      intent: { kind: 'notice', words: 'attachmentSkipped' },
      key: `${keyOf(inbound)}:attachment`
    })
}

type Answer = { readonly intent: Intent; readonly key: string; readonly begunAs?: string | undefined }

const say = ({ deps }: World, { organizationId, personId }: Linked, { intent, key, begunAs }: Answer): Promise<void> =>
  deps.db.for(organizationId)(trx => deliver(deps, trx, { organizationId, personId, intent, key, begunAs }))

const keyOf = ({ reference, activityId, life }: Linked): string =>
  `in:${reference.conversationId}:${activityId}${life > 0 ? `:${life}` : ''}`

const suffixOf = (intent: Intent): string =>
  intent.kind === 'turn' ? '' : intent.kind === 'notice' ? `:${intent.words}` : `:${intent.kind}`

const sourceOf = ({ reference, activityId }: Linked): string => `teams:${reference.conversationId}:${activityId}`

type Decided = { readonly intent: Intent | undefined; readonly begunAs?: string | undefined }

async function decide(world: World, key: InboundKey, inbound: Linked): Promise<Decided> {
  const text = inbound.text.trim()
  if (text === '') return { intent: { kind: 'notice', words: inbound.hasAttachments ? 'attachmentOnly' : 'help' } }
  if (text.length > LONGEST) return { intent: { kind: 'notice', words: 'tooLong' } }
  const command = readCommand(text)
  if (command) return { intent: await obey(world, inbound, command) }
  await showTyping(world, inbound)
  return converse(world, { key, inbound, text })
}

/** A courtesy: when it fails, the answer still comes. */
async function showTyping({ deps, teams }: World, { reference, activityId }: Linked): Promise<void> {
  const shown = await teams.send(reference, { type: 'typing' })
  if (shown.kind !== 'sent') deps.log.info({ activity: activityId, reason: shown.detail }, 'typing not shown')
}

type Conversing = { readonly key: InboundKey; readonly inbound: Linked; readonly text: string }

async function converse(world: World, { key, inbound, text }: Conversing): Promise<Decided> {
  const { deps, engines } = world
  const { organizationId, personId } = inbound
  const reader = (await addresseeOf(world, organizationId, personId))?.reader
  const sourceId = sourceOf(inbound)
  const said = { organizationId, personId, text, surface: 'teams', sourceId } as const
  const live = showLive(world, { key, inbound, personId, sourceId, name: keyOf(inbound) })
  const heard = await hear(deps, reader ? { ...said, locale: reader.locale } : said, engines).catch(async error => {
    await live.over()
    throw error
  })
  if (heard.kind === 'needsAgreement') return { intent: { kind: 'agreement', asked: true } }
  if (heard.kind !== 'turn') return { intent: heard }
  const { planId, ...turn } = heard
  return { intent: { ...turn, ...(planId ? { planId } : {}) }, begunAs: await live.over(heard.messageId) }
}

/** The message is gone, so its answer goes too, here and in the chat: it may quote what was taken back. */
async function forget({ deps, teams }: World, inbound: Linked): Promise<void> {
  const { organizationId, personId, reference } = inbound
  await forgetTurn(deps, { organizationId, personId, sourceId: sourceOf(inbound) })
  const said = await findAnswers(deps, { organizationId, personId, key: keyOf(inbound) })
  for (const activityId of new Set([...said, ...(inbound.begunAs ? [inbound.begunAs] : [])])) {
    const gone = await teams.delete(reference, activityId)
    if (gone.kind === 'retry' || gone.kind === 'unclear')
      throw new VendorError('teams', gone.detail, { retryable: true })
  }
}

/** Somebody we cannot coach, or a place where we do not: one short explanation with the next step. */
async function explain(world: World, { kind, reference }: Inbound): Promise<void> {
  if (kind === 'linked') return
  const reader = readerFor(world, { locale: reference.locale ?? 'en', timezone: 'UTC' })
  const said =
    kind === 'unlinked'
      ? cardMessage(connectCard(reader), reader.words.connect.title)
      : plainNotice(reader, kind === 'group' ? 'groupOnly' : kind)
  const sent = await world.teams.send(reference, said)
  if (sent.kind === 'retry' || sent.kind === 'unclear') throw new VendorError('teams', sent.detail, { retryable: true })
}
