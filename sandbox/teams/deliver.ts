/** Posts activities to bots: signed, retried under the same id, and kept in an outbox so that a restart goes on. */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Fault, Faults } from '../harness/faults.ts'
import type { Bot, Outgoing, TeamsStore } from './model.ts'
import type { ChannelIdentity } from './tokens.ts'

export type RetryOptions = {
  /** Retries after the first attempt; invokes have none. */
  readonly retries: number
  /** Wait before each retry in milliseconds; the last one repeats. */
  readonly backoffMs: readonly number[]
  /** How long a bot may take to answer, in milliseconds. */
  readonly timeoutMs: number
}
export const TEAMS_RETRIES: RetryOptions = { retries: 3, backoffMs: [2000, 4000, 8000], timeoutMs: 15_000 }

export type Delivery =
  | { readonly outcome: 'delivered'; readonly status: number; readonly body: unknown; readonly attempts: number }
  | {
      readonly outcome: 'failed'
      readonly status?: number
      readonly body?: unknown
      readonly reason: string
      readonly attempts: number
    }

export type Unsent = Omit<Outgoing, 'key' | 'attempts' | 'appId'>

export type Deliveries = {
  /**
   * Sends in the background and retries; the promise tells how it ended and never rejects.
   * It is in the outbox at once, but leaves only when `after` has ended.
   */
  readonly post: (bot: Bot, outgoing: Unsent, after?: Promise<unknown>) => Promise<Delivery>
  /** One attempt, whose answer the client is waiting for. */
  readonly invoke: (bot: Bot, activity: Outgoing['activity'], tid: string) => Promise<Delivery>
  /** Goes on with what a restart left in the outbox; the number of activities taken up again. */
  readonly resume: () => number
  readonly settled: () => Promise<void>
  readonly stop: () => void
}

export type DeliveryDeps = {
  readonly data: TeamsStore
  readonly faults: Faults
  readonly identity: ChannelIdentity
  readonly serviceUrl: () => string
  readonly fetch: typeof fetch
  readonly retry: RetryOptions
  readonly onEnd: (outgoing: Outgoing, delivery: Delivery) => void
}

export function createDeliveries(deps: DeliveryDeps): Deliveries {
  const stopped = new AbortController()
  const running = new Map<string, Promise<Delivery>>()
  const start = (bot: Bot, outgoing: Outgoing, after?: Promise<unknown>): Promise<Delivery> => {
    const run = Promise.resolve(after)
      .then(() => untilDelivered(deps, bot, outgoing, stopped.signal))
      .finally(() => running.delete(outgoing.key))
    running.set(outgoing.key, run)
    return run
  }
  return {
    post: (bot, outgoing, after) => {
      const entry = { ...outgoing, key: randomUUID(), appId: bot.appId, attempts: 0 }
      return start(bot, deps.data.outbox.set(entry.key, entry), after)
    },
    invoke: (bot, activity, tid) => attempt(deps, bot, { activity, tid }, stopped.signal),
    resume: () => {
      const waiting = deps.data.outbox.values().filter(({ key }) => !running.has(key))
      for (const entry of waiting) {
        const bot = deps.data.bots.get(entry.appId)
        if (bot) void start(bot, { ...entry, attempts: 0 })
      }
      return waiting.length
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running.values())
    },
    stop: () => stopped.abort()
  }
}

async function untilDelivered(deps: DeliveryDeps, bot: Bot, first: Outgoing, stopped: AbortSignal): Promise<Delivery> {
  let entry = first
  for (;;) {
    const result = await attempt(deps, deps.data.bots.get(bot.appId) ?? bot, entry, stopped)
    if (stopped.aborted) return result
    const attempts = entry.attempts + 1
    if (result.outcome === 'delivered' || !worthRetrying(result.status) || attempts > deps.retry.retries) {
      const delivery = { ...result, attempts }
      deps.data.outbox.delete(entry.key)
      deps.onEnd(entry, delivery)
      return delivery
    }
    entry = deps.data.outbox.set(entry.key, { ...entry, attempts })
    await pause(deps.retry.backoffMs[attempts - 1] ?? deps.retry.backoffMs.at(-1) ?? 0, stopped)
    if (stopped.aborted) return result
  }
}

function worthRetrying(status: number | undefined): boolean {
  return status === undefined || status >= 500 || status === 408 || status === 412 || status === 429
}

type Call = Pick<Outgoing, 'activity' | 'tid'>

async function attempt(deps: DeliveryDeps, bot: Bot, call: Call, stopped: AbortSignal): Promise<Delivery> {
  const fault = deps.faults.strike('DELIVER', `/deliver/${String(call.activity['type'])}`)
  await sufferBefore(fault, stopped)
  if (fault?.kind === 'drop') return { outcome: 'failed', reason: 'fault: dropped on the way to the bot', attempts: 1 }
  const result = await post(deps, bot, call, stopped)
  if (fault?.kind === 'duplicate') await post(deps, bot, call, stopped)
  if (fault?.kind !== 'dropAnswer') return result
  return { outcome: 'failed', reason: 'fault: the answer was lost', attempts: 1 }
}

/** `reorder` holds an activity back long enough for a later one to overtake it. */
async function sufferBefore(fault: Fault | undefined, stopped: AbortSignal): Promise<void> {
  if (fault?.kind === 'delay' || fault?.kind === 'reorder') await pause(fault.ms ?? 1000, stopped)
}

async function post(deps: DeliveryDeps, bot: Bot, { activity, tid }: Call, stopped: AbortSignal): Promise<Delivery> {
  try {
    const serviceUrl = deps.serviceUrl()
    const token = await deps.identity.sign(bot.appId, serviceUrl)
    const response = await deps.fetch(bot.messagingUrl, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json; charset=utf-8',
        'x-ms-conversation-id': conversationIdOf(activity),
        'x-ms-tenant-id': tid
      },
      // A restart may have moved the port since the activity was written.
      body: JSON.stringify({ ...activity, serviceUrl }),
      signal: AbortSignal.any([stopped, AbortSignal.timeout(deps.retry.timeoutMs)])
    })
    const body = parseBody(await response.text())
    const { status } = response
    if (response.ok) return { outcome: 'delivered', status, body, attempts: 1 }
    return { outcome: 'failed', status, body, reason: `the bot answered ${status}`, attempts: 1 }
  } catch (error) {
    return { outcome: 'failed', reason: error instanceof Error ? error.message : 'no answer', attempts: 1 }
  }
}

function conversationIdOf(activity: Outgoing['activity']): string {
  const { conversation } = activity
  return typeof conversation === 'object' && conversation && 'id' in conversation ? String(conversation.id) : ''
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text === '' ? undefined : text
  }
}

async function pause(ms: number, stopped: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal: stopped }).catch(() => undefined)
}
