/** What the connector and Graph answer, in the shapes and words their documentation gives. */
import type { Response } from 'express'

export type Answer = {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** How a refused write to a blocked or removed chat looks; all three are seen in the wild. */
export type BlockedShape = 'subCode' | 'noSubCode' | 'code'

const refusal = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } }
})

export const unauthorized: Answer = {
  status: 401,
  body: { message: 'Authorization has been denied for this request.' }
}
export const botNotRegistered = refusal(401, 'BotNotRegistered', 'No registration found for this bot.')
export const botDisabledByAdmin = refusal(403, 'BotDisabledByAdmin', 'The tenant admin disabled this bot')
export const notInRoster = refusal(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.')
export const forbiddenOperation = refusal(
  403,
  'ForbiddenOperationException',
  'Bot is not installed in user\u2019s personal scope'
)
export const conversationNotFound = refusal(404, 'ConversationNotFound', 'Conversation not found.')
export const activityNotFound = refusal(404, 'ActivityNotFoundInConversation', 'Activity not found in conversation.')
export const memberNotFound = refusal(404, 'MemberNotFoundInConversation', 'Member not found in conversation.')
export const messageTooBig = refusal(413, 'MessageSizeTooBig', 'Message size too large.')
export const badArgument = (message: string): Answer => refusal(400, 'Bad Argument', message)
export const badRequest = (message: string): Answer => refusal(400, 'BadRequest', message)
export const streamRefused = (message: string): Answer => refusal(403, 'ContentStreamNotAllowed', message)
export const streamNotHere: Answer = {
  status: 405,
  body: { error: { code: 'ContentStreamNotAllowed', message: 'Content stream is not allowed' } }
}
export const streamOutOfOrder = refusal(
  202,
  'ContentStreamSequenceOrderPreConditionFailed',
  'PreCondition failed exception when processing streaming activity.'
)
export const streamTooFast: Answer = {
  status: 429,
  body: { error: { message: 'API calls quota exceeded! maximum admitted 1 per Second.' } }
}

export function throttled(seconds: number): Answer {
  return { ...refusal(429, 'Throttled', 'Too many requests.'), headers: { 'retry-after': String(seconds) } }
}

const BLOCKED = 'Thread is blocked from message writes.'

export function writesBlocked(shape: BlockedShape): Answer {
  if (shape === 'code') return refusal(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.')
  const subCode = shape === 'subCode' ? { subCode: 'MessageWritesBlocked' } : {}
  const inner = { ...subCode, details: BLOCKED, errorCode: null, errorSubCode: null }
  const message = JSON.stringify(inner, null, 2).replaceAll('\n', '\r\n')
  return { status: 403, body: { errorCode: 209, message } }
}

export function graphRefusal(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } }
}

export function send(res: Response, { status, body, headers }: Answer): void {
  res.status(status).set(headers ?? {})
  if (body === undefined) res.end()
  else res.json(body)
}
