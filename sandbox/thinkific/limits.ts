/** 120 calls a minute and ten at once per site; above that 429 with the moment it ends. Real time. */
import type { NextFunction, Request, Response } from 'express'

const PER_MINUTE = 120
const AT_ONCE = 10
const MINUTE_MS = 60_000

export type Limits = {
  middleware(req: Request, res: Response, next: NextFunction): void
  set(on: boolean, perMinute?: number): void
}

/** @param unit how `RateLimit-Reset` is written: documents say epoch seconds, an SDK saw milliseconds. */
export function createLimits(on: boolean, unit: 'seconds' | 'milliseconds' = 'seconds'): Limits {
  let active = on
  let perMinute = PER_MINUTE
  const calls = new Map<string, readonly number[]>()
  const open = new Map<string, number>()
  return {
    set: (next, rate = PER_MINUTE) => {
      active = next
      perMinute = rate
      calls.clear()
    },
    middleware: (req, res, next) => {
      const site = req.get('x-auth-subdomain') ?? ''
      const now = Date.now()
      const recent = (calls.get(site) ?? []).filter(at => now - at < MINUTE_MS)
      const busy = open.get(site) ?? 0
      if (active && (recent.length >= perMinute || busy >= AT_ONCE)) {
        const reset = (recent[0] ?? now) + MINUTE_MS
        res
          .status(429)
          .set('ratelimit-reset', String(unit === 'seconds' ? Math.ceil(reset / 1000) : reset))
          .json({ error: 'Rate limit exceeded' })
        return
      }
      calls.set(site, [...recent, now])
      open.set(site, busy + 1)
      res.once('close', () => open.set(site, (open.get(site) ?? 1) - 1))
      next()
    }
  }
}
