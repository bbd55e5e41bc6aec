/** Chats and channels, seen and used as a person would. */
import type { z } from 'zod'
import type { Api } from '../../api/platform/http.ts'
import { ProblemError } from '../../api/platform/errors.ts'
import type { Conversation, ViewedMessage } from '../teams/view.ts'
import { companiesOf, type KnownPerson } from '../seed.ts'
import type { World } from '../world.ts'
import * as contract from './contract.ts'
import { need } from './people.ts'

const CARD = 'application/vnd.microsoft.card.adaptive'
const OK = { ok: true } as const

export function messageRoutes(world: World, api: Api): void {
  const { teams } = world
  api.serve(contract.getChat, async ({ params }) => present(teams.conversation(need(world, params.personKey))))
  api.serve(contract.getChannel, async ({ params, query }) =>
    present(teams.channel(params.channelId, query.viewer ? need(world, query.viewer) : undefined))
  )
  api.serve(contract.installBot, async ({ params }) => {
    teams.install(need(world, params.personKey))
    return OK
  })
  api.serve(contract.uninstallBot, async ({ params }) => {
    teams.uninstall(need(world, params.personKey))
    return OK
  })
  api.serve(contract.setBlocked, async ({ params, body }) => {
    const person = need(world, params.personKey)
    if (body.blocked) teams.block(person, 'subCode')
    else teams.unblock(person)
    return OK
  })
  api.serve(contract.installToChannel, async ({ params, body }) => {
    const person = need(world, body.personKey)
    const known = companiesOf(world).get(params.companyKey)
    if (!known) throw new ProblemError('not_found', `No company "${params.companyKey}"`)
    teams.installToTeam(known.teamId, person, known.hrChannelId)
    return { channelId: known.hrChannelId }
  })
  api.serve(contract.say, async ({ params, body }) => {
    const at = body.channelId ? { conversationId: body.channelId } : {}
    const { id, delivered } = teams.say(need(world, params.personKey), body.text, at)
    await delivered
    return { messageId: id }
  })
  api.serve(contract.press, async ({ params, body }) => press(world, need(world, params.personKey), body))
  api.serve(contract.feedback, async ({ params, body }) => {
    await teams.feedback(need(world, params.personKey), body.messageId, { reaction: body.reaction, text: body.text })
    return OK
  })
}

type Press = z.output<typeof contract.press.body>

async function press(world: World, person: KnownPerson, { messageId, verb, title, inputs, channelId }: Press) {
  const action = { ...(verb ? { verb } : {}), ...(title ? { title } : {}), inputs }
  const pressed = await world.teams.pressAction(
    person,
    messageId,
    action,
    channelId ? { conversationId: channelId } : {}
  )
  switch (pressed.outcome) {
    case 'message':
      return { outcome: 'message', text: pressed.text }
    case 'error':
      return { outcome: 'error', text: pressed.reason }
    case 'card':
    case 'sent':
      return { outcome: pressed.outcome, text: '' }
  }
}

export const present = ({ messages, typing }: Conversation) => ({ messages: messages.map(toMessage), typing })

const toMessage = (message: ViewedMessage): contract.SandboxMessage => ({
  id: message.id,
  from: message.from,
  author: typeof message.author === 'string' ? message.author : message.author.name,
  text: message.text,
  cards: message.attachments.filter(each => each.contentType === CARD).map(each => asRecord(each.content)),
  aiGenerated: message.entities.some(entity => JSON.stringify(entity).includes('AIGeneratedContent')),
  feedback: 'feedbackLoop' in message.channelData,
  at: message.at,
  edited: message.updatedAt !== undefined,
  deleted: message.deleted,
  delivery: DELIVERY[message.delivery ?? 'none'] ?? 'none'
})

const DELIVERY: Readonly<Record<string, contract.SandboxMessage['delivery']>> = {
  delivered: 'sent',
  accepted: 'sent',
  sent: 'sent',
  waiting: 'waiting',
  pending: 'waiting',
  failed: 'failed',
  none: 'none'
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
