/** Signed webhooks: hex HMAC-SHA256 of the raw body, no timestamp, retried, with knobs for duplicates and disorder. */
import { createHmac } from 'node:crypto'
import type { Faults } from '../harness/faults.ts'
import type { Data } from './data.ts'
import type { Enrollment, Site } from './model.ts'

const RETRY_MS = [500, 2000, 8000]

/** How deliveries go wrong; each is off at first. Chances are shares from 0 to 1. */
export type WebhookKnobs = {
  readonly duplicate: number
  readonly reorder: number
  readonly drop: number
  readonly delayMs: number
}

export const SOUND: WebhookKnobs = { duplicate: 0, reorder: 0, drop: 0, delayMs: 0 }

/** What became of the deliveries so far. */
export type WebhookCounts = {
  readonly sent: number
  readonly dropped: number
  readonly late: number
  readonly twice: number
}

export type Sender = {
  send(site: Site, event: { readonly resource: string; readonly action: string; readonly payload: unknown }): void
  settled(): Promise<void>
  setKnobs(changed: Partial<WebhookKnobs>): void
  counts(): WebhookCounts
  stop(): void
}

/** @param random from 0 to 1, as `Math.random` */
export function createSender(data: Data, faults: Faults, random: () => number): Sender {
  let knobs = SOUND
  const counts = { sent: 0, dropped: 0, late: 0, twice: 0 }
  const open = new Set<Promise<void>>()
  let stopped = false
  const wait = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms).unref())
  const post = async (url: string, headers: Record<string, string>, body: string): Promise<boolean> => {
    try {
      const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(5000) })
      await response.arrayBuffer()
      return response.ok
    } catch {
      return false
    }
  }
  return {
    send: (site, event) => {
      const topic = `${event.resource}.${event.action}`
      const created = data.now().toISOString()
      const id = `${created.replaceAll(/\D/gu, '').slice(0, 14)}${String(data.nextId('webhook', 0)).padStart(9, '0')}`
      const body = JSON.stringify({ id, ...event, tenant_id: String(site.tenantId), created_at: created })
      const headers = {
        'content-type': 'application/json',
        'x-thinkific-topic': topic,
        'x-thinkific-subdomain': site.subdomain,
        'x-thinkific-hmac-sha256': createHmac('sha256', site.apiKey).update(body).digest('hex')
      }
      const deliver = async (url: string): Promise<void> => {
        const fault = faults.strike('WEBHOOK', `/webhook/${topic}`)
        counts.sent += 1
        if (fault?.kind === 'drop' || random() < knobs.drop) {
          counts.dropped += 1
          return
        }
        const late = fault?.kind === 'delay' || fault?.kind === 'reorder' || random() < knobs.reorder
        if (late) counts.late += 1
        if (knobs.delayMs > 0) await wait(knobs.delayMs)
        if (late) await wait(fault?.ms ?? 200 + random() * 400)
        const twice = fault?.kind === 'duplicate' || random() < knobs.duplicate
        if (twice) counts.twice += 1
        for (let i = 0; i < (twice ? 2 : 1); i++)
          for (const pause of [...RETRY_MS, 0]) {
            if (stopped || (await post(url, headers, body))) break
            await wait(pause)
          }
      }
      for (const hook of data.webhooks
        .values()
        .filter(each => each.subdomain === site.subdomain && each.topic === topic)) {
        const sending = deliver(hook.target_url).finally(() => open.delete(sending))
        open.add(sending)
      }
    },
    setKnobs: changed => {
      knobs = { ...knobs, ...changed }
    },
    counts: () => ({ ...counts }),
    settled: async () => void (await Promise.all(open)),
    stop: () => {
      stopped = true
    }
  }
}

/** In webhooks percent is a string of 0 to 100; the REST interface has a share of 0 to 1. */
export function enrollmentPayload(data: Data, enrollment: Enrollment): unknown {
  const user = data.users.get(String(enrollment.user_id))
  const course = data.course(enrollment.subdomain, enrollment.course_id)
  return {
    activated_at: enrollment.activated_at,
    completed_at: enrollment.completed_at,
    course: { id: enrollment.course_id, name: course?.name },
    course_id: enrollment.course_id,
    created_at: enrollment.created_at,
    expiry_date: enrollment.expiry_date,
    free_trial: enrollment.activated_at === null,
    id: enrollment.id,
    percentage_completed: (100 * share(enrollment, course?.lessons)).toFixed(1),
    started_at: enrollment.started_at,
    updated_at: enrollment.updated_at,
    user: user && { id: user.id, email: user.email, first_name: user.first_name, last_name: user.last_name }
  }
}

/** Names no enrollment: who wants to join the two must go by learner, course and time. */
export function lessonPayload(data: Data, enrollment: Enrollment, lesson: number): unknown {
  const user = data.users.get(String(enrollment.user_id))
  const course = data.course(enrollment.subdomain, enrollment.course_id)
  return {
    course: { id: enrollment.course_id, name: course?.name },
    chapter: { id: enrollment.course_id * 1000, name: 'Chapter 1' },
    lesson: { id: enrollment.course_id * 1000 + lesson, name: `Lesson ${lesson}` },
    user: user && { id: user.id, email: user.email, first_name: user.first_name, last_name: user.last_name }
  }
}

export const share = (enrollment: Enrollment, lessons = 0): number => (lessons === 0 ? 0 : enrollment.done / lessons)
