/** 120 calls a minute and ten at once per site; above that 429 with the moment it ends. Real time. */
import type { NextFunction, Request, Response } from 'express'
import type { Site } from './model.ts'

const PER_MINUTE = 120
const AT_ONCE = 10
const MINUTE_MS = 60_000

export type Limits = {
  middleware(req: Request, res: Response, next: NextFunction): void
  /**
   * @param rate calls a minute for every site; without it each site's own, or the published 120
   * @param windowMs how long that minute lasts: a benchmark may shorten it
   */
  set(on: boolean, rate?: number, windowMs?: number): void
  /** How long each call is held before it is answered: what makes calls overlap. */
  setLatency(ms: number): void
}

type Options = {
  readonly on: boolean
  /** How `RateLimit-Reset` is written: documents say epoch seconds, an SDK saw milliseconds. */
  readonly unit: 'seconds' | 'milliseconds'
  readonly siteOf: (req: Request) => Site | undefined
}

export function createLimits({ on, unit, siteOf }: Options): Limits {
  let active = on
  let forAll: number | undefined
  let latency = 0
  let window = MINUTE_MS
  const calls = new Map<string, readonly number[]>()
  const open = new Map<string, number>()
  return {
    set: (next, rate, windowMs = MINUTE_MS) => {
      active = next
      forAll = rate
      window = windowMs
      calls.clear()
    },
    setLatency: ms => {
      latency = ms
    },
    middleware: (req, res, next) => {
      const site = siteOf(req)
      const key = site?.subdomain ?? ''
      const now = Date.now()
      const recent = (calls.get(key) ?? []).filter(at => now - at < window)
      const busy = open.get(key) ?? 0
      if (active && (recent.length >= (forAll ?? site?.limitPerMinute ?? PER_MINUTE) || busy >= AT_ONCE)) {
        const reset = (recent[0] ?? now) + window
        res
          .status(429)
          .set('ratelimit-reset', String(unit === 'seconds' ? Math.ceil(reset / 1000) : reset))
          .json({ error: 'Rate limit exceeded' })
        return
      }
      calls.set(key, [...recent, now])
      open.set(key, busy + 1)
      res.once('close', () => open.set(key, (open.get(key) ?? 1) - 1))
      if (latency > 0) setTimeout(next, latency)
      else next()
    }
  }
}
