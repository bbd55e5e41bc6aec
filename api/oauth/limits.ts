/** Limits calls per address, in memory: it slows guessing down, it is no quota. A company may sit behind one address. */
import type { RequestHandler } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { languageOf } from '../identity/identity.ts'
import { renderPage } from '../platform/page.ts'
import { wordsIn } from './words.ts'

export const PER_MINUTE = 1200

export function limitPerAddress(perMinute: number): RequestHandler {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  return async (req, res, next) => {
    const over = await limiter.consume(req.ip ?? 'unknown').then(() => undefined, asOver)
    if (!over) return next()
    const language = languageOf(req.get('accept-language'))
    res.status(429).set('retry-after', String(Math.ceil(over.msBeforeNext / 1000)))
    if (req.accepts(['json', 'html']) === 'html')
      res.send(renderPage({ language, title: wordsIn[language].tooManyTitle, body: wordsIn[language].tooManyBody }))
    else res.json({ error: 'too_many_requests' })
  }
}

function asOver(reason: unknown): RateLimiterRes {
  if (reason instanceof RateLimiterRes) return reason
  throw reason
}
