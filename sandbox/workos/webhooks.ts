/** Signed webhooks as WorkOS sends them: at least once, in no promised order, retried, with knobs to make that visible. */
import { createHmac } from 'node:crypto'
import type { Faults } from '../harness/faults.ts'
import type { WorkosEvent } from './model.ts'

const RETRY_MS = [500, 2000, 8000]
const TIMEOUT_MS = 5000
const REORDER_MS = 400

export type Webhooks = { send(event: WorkosEvent): void; settled(): Promise<void>; stop(): void }

export const signWebhook = (secret: string, body: string, at: number): string =>
  `t=${at}, v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`

export function createWebhooks(options: {
  readonly url: string | undefined
  readonly secret: string
  readonly faults: Faults
}): Webhooks {
  const open = new Set<Promise<void>>()
  let stopped = false
  const wait = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms).unref())
  const post = async (url: string, body: string): Promise<boolean> => {
    try {
      const headers = {
        'content-type': 'application/json',
        'workos-signature': signWebhook(options.secret, body, Date.now())
      }
      const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) })
      await response.arrayBuffer()
      return response.ok
    } catch {
      return false
    }
  }
  const deliver = async (url: string, event: WorkosEvent): Promise<void> => {
    // The knobs: method WEBHOOK, path /webhook/<event name>.
    const fault = options.faults.strike('WEBHOOK', `/webhook/${event.event}`)
    if (fault?.kind === 'drop') return
    if (fault?.kind === 'delay' || fault?.kind === 'reorder') await wait(fault.ms ?? REORDER_MS * (0.5 + Math.random()))
    const body = JSON.stringify(event)
    const times = fault?.kind === 'duplicate' ? 2 : 1
    for (let i = 0; i < times; i++)
      for (const pause of [...RETRY_MS, 0]) {
        if (stopped || (await post(url, body))) break
        await wait(pause)
      }
  }
  return {
    send: event => {
      if (!options.url || stopped) return
      const sending = deliver(options.url, event).finally(() => open.delete(sending))
      open.add(sending)
    },
    settled: async () => {
      await Promise.all(open)
    },
    stop: () => {
      stopped = true
    }
  }
}
