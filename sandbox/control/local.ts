/** Who may speak to the sandbox: programs on this machine that know the token of this start. */
import { timingSafeEqual } from 'node:crypto'
import type { RequestHandler } from 'express'
import { ProblemError } from '../../api/platform/errors.ts'

const LOCAL = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/u

/** A page on the web may make a browser call loopback, under a name of its own (DNS rebinding) or from its own origin. */
export const localOnly: RequestHandler = (req, _res, next) => {
  const origin = req.get('origin')
  const local =
    LOCAL.test(req.get('host') ?? '') && (origin === undefined || LOCAL.test(origin.replace(/^https?:\/\//u, '')))
  if (!local) throw new ProblemError('forbidden', 'The sandbox answers to this machine only')
  next()
}

export const same = (given: string, wanted: string): boolean =>
  given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted))
