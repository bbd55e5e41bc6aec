/** A stored message, handled: a command, or a turn with the coach. Handling it again says nothing twice. */
import { closeInbound, deliver, loadInbound, type Inbound, type Intent } from '../api/channels/channels.ts'
import { hear, plansOf } from '../api/coach/coach.ts'
import { changeBudget, nudgesOf } from '../api/nudges/nudges.ts'
import { VendorError } from '../api/platform/errors.ts'
import { connectCard } from './cards/connect.ts'
import { readCommand, type Command } from './commands.ts'
import { cardMessage } from './messages.ts'
import { plainNotice } from './notice.ts'
import { readerFor, type World } from './reader.ts'

const LONGEST = 4000

type Key = { readonly organizationId: string; readonly conversationId: string; readonly activityId: string }
type Linked = Inbound & { readonly personId: string }

export async function listenTo(world: World, key: Key): Promise<void> {
  const inbound = await loadInbound(world.deps, key)
  if (!inbound) return
  if (inbound.kind === 'linked' && inbound.personId) await answer(world, { ...inbound, personId: inbound.personId })
  else await explain(world, inbound)
  await closeInbound(world.deps, key)
}

async function answer(world: World, inbound: Linked): Promise<void> {
  const { organizationId, personId, activityId, reference } = inbound
  const intent = await decide(world, inbound)
  const key = `in:${reference.conversationId}:${activityId}`
  await world.deps.db.for(organizationId)(trx => deliver(world.deps, trx, { organizationId, personId, intent, key }))
}

async function decide(world: World, inbound: Linked): Promise<Intent> {
  const text = inbound.text.trim()
  if (text === '') return { kind: 'notice', words: 'help' }
  if (text.length > LONGEST) return { kind: 'notice', words: 'tooLong' }
  const command = readCommand(text)
  if (command) return obey(world, inbound, command)
  await showTyping(world, inbound)
  return converse(world, inbound, text)
}

/** A courtesy: when it fails, the answer still comes. */
async function showTyping({ deps, teams }: World, { reference, activityId }: Linked): Promise<void> {
  const shown = await teams.send(reference, { type: 'typing' })
  if (shown.kind !== 'sent') deps.log.info({ activity: activityId, reason: shown.detail }, 'typing not shown')
}

async function obey({ deps }: World, key: Linked, command: Command): Promise<Intent> {
  switch (command) {
    case 'help':
    case 'privately':
      return { kind: 'notice', words: command }
    case 'stop':
      await changeBudget(deps, key, 'stop')
      return { kind: 'notice', words: 'stopped' }
    case 'pause': {
      const { pausedUntil } = await changeBudget(deps, key, 'pause')
      return { kind: 'notice', words: 'paused', until: pausedUntil?.toISOString() }
    }
    case 'why': {
      const { nudges } = await nudgesOf(deps, key)
      const last = nudges.find(({ sentAt }) => sentAt !== null)
      return last
        ? { kind: 'notice', words: 'why', nudgeId: last.nudgeId }
        : { kind: 'notice', words: 'nothingToExplain' }
    }
  }
}

async function converse({ deps }: World, inbound: Linked, text: string): Promise<Intent> {
  const { organizationId, personId, reference, activityId, receivedAt } = inbound
  const sourceId = `teams:${reference.conversationId}:${activityId}`
  const heard = await hear(deps, { organizationId, personId, text, surface: 'teams', sourceId })
  if (heard.kind === 'needsAgreement') return { kind: 'agreement', asked: true }
  if (heard.kind === 'crisis') return heard
  const plans = await plansOf(deps, { organizationId, personId })
  const made = plans.find(({ state, madeAt }) => state === 'open' && Date.parse(madeAt) >= receivedAt.getTime())
  return { ...heard, ...(made ? { planId: made.planId } : {}) }
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
