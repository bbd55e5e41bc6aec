/** What the connector's refusals mean, from Microsoft's status table; shapes seen in the wild included. Pure. */
import { z } from 'zod'
import type { DeliveryReason, LostChat } from '../api/channels/channels.ts'

export type Failure =
  /** Teams says what stands in the way; another attempt would be refused the same way. */
  | {
      readonly kind: 'refused'
      readonly reason: DeliveryReason
      readonly state: 'failed' | 'unreachable'
      readonly lostChat?: LostChat
      readonly detail: string
    }
  /** Worth another attempt. `mayHaveArrived`: a gateway answered, and nobody knows what happened behind it. */
  | {
      readonly kind: 'retry'
      readonly reason: 'throttled' | 'unavailable'
      readonly waitMs: number | undefined
      readonly mayHaveArrived: boolean
      readonly detail: string
    }
  /** No answer was seen: it may have arrived. */
  | { readonly kind: 'unclear'; readonly detail: string }

const errorSchema = z.looseObject({
  statusCode: z.number().optional(),
  code: z.string().optional(),
  message: z.string().default(''),
  response: z
    .looseObject({ headers: z.custom<Headers>(isHeaders).optional(), bodyAsText: z.string().nullish() })
    .optional()
})
type Headers = { readonly get: (name: string) => string | undefined }

function isHeaders(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'get' in value && typeof value.get === 'function'
}

/** Nothing had left yet: there was no token, or nobody to connect to. */
const NOTHING_LEFT = new Set(['vendor_failed', 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/** Anything without a status never got an answer. */
export function failureOf(error: unknown): Failure {
  const parsed = errorSchema.safeParse(error)
  const { statusCode, code, message, response } = parsed.success ? parsed.data : { message: String(error) }
  if (code && NOTHING_LEFT.has(code)) {
    const detail = code === 'vendor_failed' ? 'no token' : code
    return { kind: 'retry', reason: 'unavailable', waitMs: undefined, mayHaveArrived: false, detail }
  }
  if (statusCode === undefined) return { kind: 'unclear', detail: code ?? 'no answer' }
  const said = `${code ?? ''} ${message} ${response?.bodyAsText ?? ''}`
  const detail = `${statusCode}${code ? ` ${code}` : ''}`
  if (code === 'ContentStreamNotAllowed') return { ...refused('stream_over'), detail: streamDetail(message) }
  return retryOf(statusCode, waitOf(response?.headers), detail) ?? { ...refusalOf(statusCode, said), detail }
}

/** Whether the person pressed Stop, or the stream is over for another reason. */
const streamDetail = (message: string): string =>
  /cancel+ed by user/iu.test(message) ? 'stream_stopped' : 'stream_over'

function retryOf(status: number, waitMs: number | undefined, detail: string): Failure | undefined {
  switch (status) {
    case 429:
      return { kind: 'retry', reason: 'throttled', waitMs, mayHaveArrived: false, detail }
    case 412:
    case 503:
      return { kind: 'retry', reason: 'unavailable', waitMs, mayHaveArrived: false, detail }
    case 502:
    case 504:
      return { kind: 'retry', reason: 'unavailable', waitMs, mayHaveArrived: true, detail }
    default:
      return undefined
  }
}

type Refusal = Omit<Extract<Failure, { kind: 'refused' }>, 'detail'>

const refused = (reason: DeliveryReason): Refusal => ({ kind: 'refused', reason, state: 'failed' })
const unreachable = (reason: DeliveryReason, lostChat?: LostChat): Refusal => ({
  kind: 'refused',
  reason,
  state: 'unreachable',
  ...(lostChat ? { lostChat } : {})
})

/** By what the body names; where it only says that writes are blocked, Teams does not say by what. */
const REFUSALS: readonly (readonly [RegExp, Refusal])[] = [
  [/ConversationBlockedByUser/u, unreachable('blocked', 'blocked')],
  [/MessageWritesBlocked|blocked from message writes|"errorCode":\s*209/u, unreachable('writes_blocked', 'blocked')],
  [/BotDisabledByAdmin/u, unreachable('disabled_by_admin')],
  [/BotNotInConversationRoster/u, unreachable('not_in_roster', 'lost')],
  [/ForbiddenOperationException/u, unreachable('uninstalled', 'lost')],
  [/ConversationNotFound/u, unreachable('conversation_gone', 'lost')],
  [/InvalidBotApiHost/u, unreachable('wrong_host')],
  [/NotEnoughPermissions/u, unreachable('not_enough_permissions')]
]

const BY_STATUS: Readonly<Record<number, DeliveryReason>> = {
  400: 'bad_message',
  401: 'bot_not_registered',
  413: 'too_big',
  500: 'service_error'
}

function refusalOf(status: number, said: string): Refusal {
  const named = status === 403 || status === 404 ? REFUSALS.find(([pattern]) => pattern.test(said)) : undefined
  return named?.[1] ?? refused(BY_STATUS[status] ?? 'refused')
}

/** `Retry-After` in seconds, as Teams sends it. */
function waitOf(headers: Headers | undefined): number | undefined {
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined
}
