/** The Bot Connector's REST surface, as Teams offers it under a bot's service URL. */
import { Router, type Request } from 'express'
import { z } from 'zod'
import { rawBody, readJson } from '../harness/standin.ts'
import {
  badArgument,
  botDisabledByAdmin,
  botNotRegistered,
  conversationNotFound,
  forbiddenOperation,
  memberNotFound,
  notInRoster,
  send,
  throttled,
  unauthorized,
  writesBlocked,
  type Answer
} from './answers.ts'
import type { Hub } from './hub.ts'
import { chatId, type Bot, type Person } from './model.ts'
import { findPlace, peopleAt, personById, refusalAt, type Place } from './places.ts'
import { deleteActivity, sendActivity, throttle, updateActivity } from './send.ts'
import { CONNECTOR_AUDIENCES, type TokenCheck } from './tokens.ts'

type Call = { readonly bot: Bot; readonly req: Request }
type PlacedCall = Call & { readonly place: Place }

export function connectorRoutes(hub: Hub, check: TokenCheck): Router {
  const router = Router()
  const route = (method: 'get' | 'post' | 'put' | 'delete', path: string, work: (call: Call) => Answer): void => {
    router[method](path, async (req, res) => {
      const caller = await check(req.get('authorization'), CONNECTOR_AUDIENCES)
      const bot = caller && hub.data.bots.get(caller.appId)
      if (!caller) send(res, unauthorized)
      else send(res, bot ? work({ bot, req }) : botNotRegistered)
    })
  }
  const at =
    (work: (call: PlacedCall) => Answer) =>
    ({ bot, req }: Call): Answer => {
      const place = findPlace(hub.data, param(req, 'conversationId'))
      return place ? work({ bot, req, place }) : conversationNotFound
    }
  const post = at(({ bot, req, place }) =>
    sendActivity(hub, { bot, place: inThread(hub, place, req), raw: rawText(req) })
  )
  const reading = (work: (call: PlacedCall) => Answer): ((call: Call) => Answer) =>
    at(call => readRefusal(hub, call) ?? work(call))
  const chat = '/v3/conversations/:conversationId'
  route('post', '/v3/conversations', call => createConversation(hub, call))
  route('post', `${chat}/activities`, post)
  route('post', `${chat}/activities/:activityId`, post)
  route(
    'put',
    `${chat}/activities/:activityId`,
    at(({ bot, req, place }) => updateActivity(hub, { bot, place, raw: rawText(req) }, param(req, 'activityId')))
  )
  route(
    'delete',
    `${chat}/activities/:activityId`,
    at(({ bot, req, place }) => deleteActivity(hub, { bot, place }, param(req, 'activityId')))
  )
  route(
    'get',
    `${chat}/members`,
    reading(({ place }) => ok(peopleAt(hub.data, place).map(member)))
  )
  route(
    'get',
    `${chat}/pagedmembers`,
    reading(call => pagedMembers(hub, call))
  )
  route(
    'get',
    `${chat}/members/:memberId`,
    reading(call => oneMember(hub, call))
  )
  route('get', '/v3/teams/:teamId', call => aboutTeam(hub, call, teamDetails))
  route('get', '/v3/teams/:teamId/conversations', call => aboutTeam(hub, call, teamChannels))
  return router
}

const ok = (body: unknown): Answer => ({ status: 200, body })
const rawText = (req: Request): string => rawBody(req).toString('utf8')
const param = (req: Request, name: string): string => String(req.params[name] ?? '')

/** A reply addressed to the channel itself goes to the thread of the message it answers. */
function inThread(hub: Hub, place: Place, req: Request): Place {
  if (place.kind === 'personal' || place.threadId) return place
  const answered = hub.data.messages(place.placeId).get(param(req, 'activityId'))
  return answered ? { ...place, threadId: answered.threadId ?? answered.id } : place
}

const createSchema = z.looseObject({
  isGroup: z.boolean().nullish(),
  members: z.array(z.looseObject({ id: z.string() })).nullish(),
  tenantId: z.string().nullish(),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string() }).nullish(),
      channel: z.looseObject({ id: z.string() }).nullish()
    })
    .nullish(),
  activity: z.unknown().optional()
})
type CreateConversation = z.infer<typeof createSchema>

function createConversation(hub: Hub, { bot, req }: Call): Answer {
  const asked = createSchema.safeParse(readJson(req)).data
  if (!asked) return badArgument('The conversation parameters could not be read')
  const channelId = asked.channelData?.channel?.id
  return channelId ? startThread(hub, bot, asked, channelId) : openChat(hub, bot, asked)
}

function startThread(hub: Hub, bot: Bot, asked: CreateConversation, channelId: string): Answer {
  const place = findPlace(hub.data, channelId)
  if (!place) return conversationNotFound
  if (!asked.activity) return badArgument('A new channel thread needs an activity')
  const answer = sendActivity(hub, { bot, place, raw: JSON.stringify(asked.activity) })
  const id = sentId(answer)
  return id ? { status: 201, body: { id: `${channelId};messageid=${id}`, activityId: id } } : answer
}

function openChat(hub: Hub, bot: Bot, asked: CreateConversation): Answer {
  const tid = asked.tenantId ?? asked.channelData?.tenant?.id
  const [member, ...others] = asked.members ?? []
  if (!tid || !member || others.length > 0 || asked.isGroup) return badArgument('Need a tenant id and one member')
  const person = personById(hub.data, tid, member.id)
  if (!person) return badArgument(`Failed to decrypt pairwise id or find member "${member.id}"`)
  const seconds = hub.limits.admit([
    ['tenant', `${bot.appId} ${tid}`],
    ['create', `${bot.appId} ${person.teamsUserId}`]
  ])
  if (seconds > 0) return throttled(seconds)
  const id = chatId(bot.appId, person)
  const place = findPlace(hub.data, id)
  if (hub.data.disabled.get(`${tid} ${bot.appId}`)) return botDisabledByAdmin
  if (place?.kind !== 'personal' || place.installation.state !== 'installed') return forbiddenOperation
  if (place.installation.blocked) return writesBlocked('code')
  if (!asked.activity) return { status: 201, body: { id } }
  const answer = sendActivity(hub, { bot, place, raw: JSON.stringify(asked.activity) })
  const activityId = sentId(answer)
  return activityId ? { status: 201, body: { id, activityId } } : answer
}

function sentId({ status, body }: Answer): string | undefined {
  return status === 201 ? z.object({ id: z.string() }).safeParse(body).data?.id : undefined
}

function readRefusal(hub: Hub, call: PlacedCall): Answer | undefined {
  return refusalAt(hub.data, call.bot, call.place) ?? throttle(hub, call, 'read')
}

function member(person: Person): Record<string, unknown> {
  const [givenName = '', ...rest] = person.name.split(' ')
  return {
    id: person.teamsUserId,
    name: person.name,
    objectId: person.oid,
    aadObjectId: person.oid,
    givenName,
    surname: rest.join(' '),
    email: person.email,
    userPrincipalName: person.email,
    tenantId: person.tid,
    userRole: 'user'
  }
}

function pagedMembers(hub: Hub, { req, place }: PlacedCall): Answer {
  const size = Math.min(Number(req.query['pageSize']) || 200, 500)
  const from = Number(req.query['continuationToken']) || 0
  const people = peopleAt(hub.data, place)
  const next = from + size
  const more = next < people.length ? { continuationToken: String(next) } : {}
  return ok({ ...more, members: people.slice(from, next).map(member) })
}

function oneMember(hub: Hub, { req, place }: PlacedCall): Answer {
  const found = personById(hub.data, place.tid, param(req, 'memberId'))
  const here = found && peopleAt(hub.data, place).some(person => person.oid === found.oid)
  return here ? ok(member(found)) : memberNotFound
}

type TeamPlace = Extract<Place, { kind: 'channel' }>

function aboutTeam(hub: Hub, { bot, req }: Call, tell: (hub: Hub, place: TeamPlace) => Answer): Answer {
  const place = findPlace(hub.data, param(req, 'teamId'))
  if (place?.kind !== 'channel' || place.placeId !== place.team.id) return conversationNotFound
  if (!place.team.bots.includes(bot.appId)) return notInRoster
  return throttle(hub, { bot, place }, 'read') ?? tell(hub, place)
}

function channelsOf(hub: Hub, teamId: string): readonly { id: string; name?: string; type: string }[] {
  const channels = hub.data.channels.values().filter(channel => channel.teamId === teamId)
  return channels.map(({ id, name, kind: type = 'standard' }) => (id === teamId ? { id, type } : { id, name, type }))
}

function teamDetails(hub: Hub, { team }: TeamPlace): Answer {
  const { id, name, aadGroupId, tid, members } = team
  const channelCount = channelsOf(hub, id).length
  return ok({ id, name, aadGroupId, tenantId: tid, channelCount, memberCount: members.length })
}

function teamChannels(hub: Hub, { team }: TeamPlace): Answer {
  return ok({ conversations: channelsOf(hub, team.id) })
}
