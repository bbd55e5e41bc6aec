/** What the pages of a sign-in share: the interaction that the browser's cookie proves, and where it goes next. */
import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import { errors, type Interaction, type InteractionResults, type Provider } from 'oidc-provider'
import { languageOf, type AskCode, type Language } from '../identity/identity.ts'
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'
import type { Workos } from '../vendors/workos.ts'
import type { Accounts } from './accounts.ts'
import { organizationOf, type Clients } from './clients.ts'
import { answerTooMany, type Limits } from './limits.ts'
import { brokenPage, refusalPage } from './pages.ts'
import { interactionPath } from './sealed-interaction.ts'
import { currentUnit, inUnit } from './unit.ts'
import type { OpenVisit } from './visit.ts'
import { wordsIn } from './words.ts'

export type InteractionDeps = {
  readonly deps: Deps
  readonly workos: Workos
  readonly provider: Provider
  readonly clients: Clients
  readonly accounts: Accounts
  readonly limits: Limits
  readonly askCode: AskCode
  readonly visit: OpenVisit
}
export type Call = {
  readonly details: Interaction
  readonly req: Request
  readonly res: Response
  readonly language: Language
}
export type Handle = (parts: InteractionDeps, call: Call) => Promise<void>

export const pathOf = (deps: Deps, uid: string, rest = ''): string =>
  `${interactionPath(deps.config.PUBLIC_URL, uid)}${rest}`

/** The cookie that began the interaction must be in this browser, and name this very interaction. */
export function withInteraction(parts: InteractionDeps, handle: Handle): RequestHandler {
  return async (req, res) => {
    const language = languageOf(req.get('accept-language'))
    res.set('cache-control', 'no-store')
    const wait = await parts.limits.interaction.take(String(req.params['uid']))
    if (wait > 0) return answerTooMany(req, res, wait)
    try {
      const unit = await parts.visit(req, res)
      await inUnit(unit, async () => {
        const details = await parts.provider.interactionDetails(req, res)
        if (details.uid !== req.params['uid']) throw new errors.SessionNotFound('another interaction')
        allowLeaving(res, details)
        await handle(parts, { details, req, res, language })
      })
    } catch (error) {
      answerFailure(parts.deps, { error, res, language })
    }
  }
}

type Failure = { readonly error: unknown; readonly res: Response; readonly language: Language }

function answerFailure(deps: Deps, { error, res, language }: Failure): void {
  const words = wordsIn[language]
  if (error instanceof errors.SessionNotFound) {
    res.status(410).send(refusalPage(language, { title: words.expiredTitle, body: words.expiredBody }))
    return
  }
  const reference = randomUUID()
  deps.log.error({ err: error, reference }, 'sign-in failed')
  res
    .status(error instanceof VendorError ? 503 : 500)
    .send(brokenPage(language, { reference, support: deps.config.SUPPORT_CONTACT }))
}

/** Leaving redirects the form to the app that asked, which `form-action 'self'` would forbid. */
function allowLeaving(res: Response, details: Interaction): void {
  const target = String(details.params['redirect_uri'] ?? '')
  const origin = URL.canParse(target) ? new URL(target).origin : ''
  const policy = String(res.getHeader('content-security-policy') ?? '')
  res.set('content-security-policy', policy.replace("form-action 'self'", `form-action 'self' ${origin}`))
}

export const clientOf = (details: Interaction): string => String(details.params['client_id'] ?? '')

export function hintOf(details: Interaction): string | undefined {
  const hint = details.params['login_hint']
  return typeof hint === 'string' && hint.includes('@') ? hint : undefined
}

/** The one organization that the asking app is for. */
export const onlyFor = async ({ clients }: InteractionDeps, details: Interaction): Promise<string | undefined> =>
  organizationOf(await clients.find(clientOf(details)))

/** Keeps the result, then sends the browser on to where it is read. */
export async function finish(
  { provider }: InteractionDeps,
  { req, res }: Pick<Call, 'req' | 'res'>,
  result: InteractionResults
): Promise<void> {
  const returnTo = await provider.interactionResult(req, res, result)
  await currentUnit()?.keep()
  res.redirect(303, returnTo)
}
