/** What the connector's refusals mean, from Microsoft's status table; shapes seen in the wild included. Pure. */
import { z } from 'zod'

export type Failure =
  /** The person blocked or removed the bot, or is not where we thought: only their own next step changes that. */
  | { readonly kind: 'blocked'; readonly detail: string }
  /** The company's admin turned the bot off. */
  | { readonly kind: 'disabled'; readonly detail: string }
  /** Worth another attempt; nothing arrived. */
  | { readonly kind: 'retry'; readonly waitMs: number | undefined; readonly detail: string }
  /** No answer was seen: it may have arrived. */
  | { readonly kind: 'unclear'; readonly detail: string }
  /** Another attempt would be refused the same way. */
  | { readonly kind: 'refused'; readonly detail: string }

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

const BLOCKED =
  /ConversationBlockedByUser|MessageWritesBlocked|blocked from message writes|ForbiddenOperationException|BotNotInConversationRoster|ConversationNotFound|"errorCode":\s*209/u
const RETRY = new Set([412, 429, 502, 503, 504])

/** Anything without a status never got an answer, except a token we could not get, which sent nothing. */
export function failureOf(error: unknown): Failure {
  const parsed = errorSchema.safeParse(error)
  const { statusCode, code, message, response } = parsed.success ? parsed.data : { message: String(error) }
  if (code === 'vendor_failed') return { kind: 'retry', waitMs: undefined, detail: 'no_token' }
  if (statusCode === undefined) return { kind: 'unclear', detail: code ?? 'no_answer' }
  const detail = `${statusCode}${code ? ` ${code}` : ''}`
  if (RETRY.has(statusCode)) return { kind: 'retry', waitMs: waitOf(response?.headers), detail }
  if (statusCode === 403 || statusCode === 404) {
    const said = `${code ?? ''} ${message} ${response?.bodyAsText ?? ''}`
    if (BLOCKED.test(said)) return { kind: 'blocked', detail }
    if (said.includes('BotDisabledByAdmin')) return { kind: 'disabled', detail }
  }
  return { kind: 'refused', detail }
}

/** `Retry-After` in seconds, as Teams sends it. */
function waitOf(headers: Headers | undefined): number | undefined {
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined
}
