/** What happens to an activity that a bot sends: checked as Teams checks it, then kept exactly as it came. */
import { z } from 'zod'
import { activityNotFound, badArgument, badRequest, messageTooBig, throttled, type Answer } from './answers.ts'
import type { Hub } from './hub.ts'
import type { Use } from './limits.ts'
import { activitySchema, nextMessageId, type Activity, type Bot, type Message } from './model.ts'
import { refusalAt, type Place } from './places.ts'

const LARGEST = 28 * 1024
const AI_MESSAGE = 'https://schema.org/Message'

export type Sending = { readonly bot: Bot; readonly place: Place; readonly raw: string }

const citationSchema = z.looseObject({
  position: z.int(),
  appearance: z.looseObject({
    name: z.string().max(80),
    abstract: z.string().max(160),
    keywords: z.array(z.string().max(28)).max(3).optional()
  })
})
const rootMessageSchema = z.looseObject({ citation: z.array(citationSchema).max(20).optional() })

export function sendActivity(hub: Hub, sending: Sending): Answer {
  const { bot, place, raw } = sending
  const refusal = refusalAt(hub.data, bot, place) ?? throttle(hub, sending, 'send')
  if (refusal) return refusal
  const parsed = parseActivity(raw)
  if (!parsed) return badArgument('The activity could not be read')
  const tooBig = Buffer.byteLength(raw) > LARGEST
  const stream = hub.streams.judge(parsed, { placeId: place.placeId, personal: place.kind === 'personal', tooBig })
  if (stream.step === 'refused') return stream.answer
  if (tooBig) return messageTooBig
  const invalid = activityProblem(parsed)
  if (invalid) return invalid
  switch (stream.step) {
    case 'none':
      return parsed.type === 'typing' ? typing(hub, place) : created(keepNew(hub, sending).id)
    case 'start': {
      const { id } = keepNew(hub, sending, { type: stream.type, stopped: false })
      hub.streams.open(id, place.placeId, parsed)
      return created(id)
    }
    case 'continue':
      return restream(hub, sending, stream.streamId, { type: stream.type, stopped: false })
    case 'final':
      return restream(hub, sending, stream.streamId)
  }
}

export function updateActivity(hub: Hub, sending: Sending, id: string): Answer {
  const { bot, place, raw } = sending
  const refusal = refusalAt(hub.data, bot, place) ?? throttle(hub, sending)
  if (refusal) return refusal
  const old = ownMessage(hub, sending, id)
  if (!old) return activityNotFound
  const parsed = parseActivity(raw)
  if (!parsed) return badArgument('The activity could not be read')
  const invalid = Buffer.byteLength(raw) > LARGEST ? messageTooBig : activityProblem(parsed)
  if (invalid) return invalid
  const { cards: _replaced, ...kept } = old
  hub.keep({ ...kept, raw, updatedAt: hub.now().toISOString() })
  return { status: 200, body: { id } }
}

export function deleteActivity(hub: Hub, sending: Omit<Sending, 'raw'>, id: string): Answer {
  const { bot, place } = sending
  const refusal = refusalAt(hub.data, bot, place) ?? throttle(hub, sending)
  if (refusal) return refusal
  const old = ownMessage(hub, sending, id)
  if (!old) return activityNotFound
  hub.keep({ ...old, deleted: true, updatedAt: hub.now().toISOString() })
  return { status: 200 }
}

/** Counts a call against the app in that tenant and, for sends and reads, against the thread. */
export function throttle(hub: Hub, { bot, place }: Omit<Sending, 'raw'>, meter?: 'send' | 'read'): Answer | undefined {
  const thread = place.kind === 'channel' ? `${place.placeId} ${place.threadId ?? ''}` : place.placeId
  const uses: readonly Use[] = [
    ['tenant', `${bot.appId} ${place.tid}`],
    ...(meter ? ([[meter, `${bot.appId} ${thread}`]] as const) : [])
  ]
  const seconds = hub.limits.admit(uses)
  return seconds > 0 ? throttled(seconds) : undefined
}

const created = (id: string): Answer => ({ status: 201, body: { id } })

function typing(hub: Hub, place: Place): Answer {
  hub.typing(place.placeId)
  return created(String(hub.now().getTime()))
}

function keepNew(hub: Hub, { bot, place, raw }: Sending, streaming?: Message['streaming']): Message {
  const threadId = place.kind === 'channel' ? place.threadId : undefined
  return hub.keep({
    id: nextMessageId(hub.data.messages(place.placeId), hub.now()),
    placeId: place.placeId,
    ...(threadId && { threadId }),
    appId: bot.appId,
    from: 'bot',
    author: { id: `28:${bot.appId}`, name: bot.name },
    raw,
    at: hub.now().toISOString(),
    deleted: false,
    ...(streaming && { streaming })
  })
}

function restream(hub: Hub, sending: Sending, id: string, streaming?: Message['streaming']): Answer {
  const old = ownMessage(hub, sending, id)
  if (!old) return activityNotFound
  const { streaming: _ended, ...kept } = old
  hub.keep({ ...kept, raw: sending.raw, ...(streaming && { streaming }) })
  return { status: 202, body: {} }
}

function ownMessage(hub: Hub, { bot, place }: Omit<Sending, 'raw'>, id: string): Message | undefined {
  const message = hub.data.messages(place.placeId).get(id)
  return message?.from === 'bot' && message.appId === bot.appId && !message.deleted ? message : undefined
}

function parseActivity(raw: string): Activity | undefined {
  try {
    return activitySchema.safeParse(JSON.parse(raw)).data
  } catch {
    return undefined
  }
}

function activityProblem(activity: Activity): Answer | undefined {
  if (activity.type !== 'message' && activity.type !== 'typing') {
    return badArgument(`Activities of type "${activity.type}" cannot be sent`)
  }
  const empty = !activity.text && !activity.attachments?.length
  if (activity.type === 'message' && empty) return badArgument('A message needs text or an attachment')
  return rootMessageProblem(activity)
}

/** AI label, citations and sensitivity all live in one root message entity. */
function rootMessageProblem({ entities }: Activity): Answer | undefined {
  const roots = entities?.filter(({ type }) => type === AI_MESSAGE) ?? []
  if (roots.length > 1) return badRequest('Only one root message entity is allowed')
  const wrong = roots.map(root => rootMessageSchema.safeParse(root).error).find(Boolean)
  return wrong && badRequest(`Invalid message entity: ${z.prettifyError(wrong)}`)
}
