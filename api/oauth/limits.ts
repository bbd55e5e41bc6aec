/** How often the provider may be asked: much by an address, behind which a company may sit, little by whoever guesses. */
import type { Request, RequestHandler, Response } from 'express'
import { errors, type KoaContextWithOIDC } from 'oidc-provider'
import { languageOf } from '../identity/identity.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { createCallLimit, createFailureLimit } from '../platform/limits.ts'
import { renderPage } from '../platform/page.ts'
import { wordsIn } from './words.ts'

/** Calls a minute; failures, of all processes together. */
export const PER_MINUTE = {
  address: 1200,
  /** Tokens for an app that was registered, wherever it asks from. */
  client: 3000,
  /** Tokens for one person; the tab needs one in five minutes. */
  account: 120,
  interaction: 60,
  /** Sign-ins begun for one work e-mail at one address. */
  hint: 60,
  link: 60,
  /** Ways to the learning site for one person; each may ask the site. */
  handover: 20,
  /** Refusals of whatever kind at one address. */
  refusals: 600,
  /** Wrong secrets of one app from one address. */
  secrets: 20
}
export type PerMinute = Readonly<typeof PER_MINUTE>

export type Limits = ReturnType<typeof createLimits>

export function createLimits(deps: Pick<Deps, 'db'>, perMinute: PerMinute) {
  const { address, client, account, interaction, hint, link, handover, refusals, secrets } = perMinute
  return {
    address: createCallLimit(address),
    client: createCallLimit(client),
    account: createCallLimit(account),
    interaction: createCallLimit(interaction),
    hint: createCallLimit(hint),
    link: createCallLimit(link),
    handover: createCallLimit(handover),
    refusals: createFailureLimit(deps, { name: 'refusals', perMinute: refusals }),
    secrets: createFailureLimit(deps, { name: 'secrets', perMinute: secrets })
  }
}

const REFUSED = new Set([400, 401, 403, 410, 422])

/** Of each address, before anything is looked up. */
export function limitAddress({ log }: Pick<Deps, 'log'>, { address, refusals }: Limits): RequestHandler {
  return async (req, res, next) => {
    const from = req.ip ?? 'unknown'
    const wait = (await address.take(from)) || refusals.wait(from)
    if (wait > 0) return answerTooMany(req, res, wait)
    res.once('finish', () => {
      if (REFUSED.has(res.statusCode))
        refusals.count(from).catch((err: unknown) => log.warn({ err }, 'a refusal was not counted'))
    })
    next()
  }
}

/** A page for people, OAuth's shape for its endpoints, a problem for our API. */
export function answerTooMany(req: Request, res: Response, wait: number): void {
  const language = languageOf(req.get('accept-language'))
  const words = wordsIn[language]
  if (req.originalUrl.startsWith('/v1/')) throw tooManyProblem(wait, language)
  res.status(429).set({ 'retry-after': String(wait), 'cache-control': 'no-store' })
  if (req.accepts(['json', 'html']) === 'html')
    res.send(renderPage({ language, title: words.tooManyTitle, body: words.tooManyBody }))
  else res.json({ error: TOO_MANY, error_description: DESCRIPTION })
}

const TOO_MANY = 'too_many_requests'
const DESCRIPTION = 'too many requests, see the header Retry-After'

const tooManyProblem = (retryAfter: number, language: 'en' | 'es' = 'en'): ProblemError =>
  new ProblemError('too_many_requests', wordsIn[language].tooManyProblem, { retryAfter })

/** @param ctx of the provider, or none outside of it. @throws when `wait` is more than no seconds. */
export function refuseTooMany(ctx: KoaContextWithOIDC | undefined, wait: number): void {
  if (wait === 0) return
  if (!ctx) throw tooManyProblem(wait)
  ctx.set('retry-after', String(wait))
  throw new TooManyRequests()
}

class TooManyRequests extends errors.OIDCProviderError {
  constructor() {
    super(429, TOO_MANY)
    this.error_description = DESCRIPTION
  }
}

/** The caller's address as Express found it behind our proxy; Koa would believe the caller's own header. */
export const addressOf = ({ req }: Pick<KoaContextWithOIDC, 'req'>): string =>
  'ip' in req && typeof req.ip === 'string' ? req.ip : 'unknown'
