/** From a client's request to the company's provider and back: which company, its sign-in page, the person, the answer. */
import { randomUUID } from 'node:crypto'
import express, { Router, type Request, type RequestHandler, type Response } from 'express'
import { errors, type Interaction, type InteractionResults, type Provider } from 'oidc-provider'
import { subjectOf } from '../contract/subject.ts'
import {
  completeSignIn,
  type Language,
  languageOf,
  readState,
  signInRefusals,
  startSignIn
} from '../identity/identity.ts'
import { recentOrganizationByDomain, recentOrganization, type Organization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'
import type { Workos } from '../vendors/workos.ts'
import type { Accounts } from './accounts.ts'
import { organizationOf, type Clients } from './clients.ts'
import { deviceOf } from './device.ts'
import { answerTooMany, type Limits } from './limits.ts'
import { isLinkId, linkPath } from './link.ts'
import { continuePage, emailPage, refusalPage } from './pages.ts'
import { openUnit, currentUnit, inUnit } from './unit.ts'
import { wordsIn } from './words.ts'

export type InteractionDeps = {
  readonly deps: Deps
  readonly workos: Workos
  readonly provider: Provider
  readonly clients: Clients
  readonly accounts: Accounts
  readonly limits: Limits
}
type Call = {
  readonly details: Interaction
  readonly req: Request
  readonly res: Response
  readonly language: Language
}

export function interactionRoutes(parts: InteractionDeps): Router {
  const router = Router()
  const on = (handle: (parts: InteractionDeps, call: Call) => Promise<void>): RequestHandler =>
    withInteraction(parts, handle)
  router.get('/signin/callback', (req, res) => comeBack(parts.deps, req, res))
  router.get('/oidc/interaction/:uid', on(begin))
  router.post('/oidc/interaction/:uid/email', express.urlencoded({ extended: false, limit: '4kb' }), on(takeEmail))
  router.get('/oidc/interaction/:uid/complete', on(complete))
  router.post('/oidc/interaction/:uid/leave', on(leave))
  return router
}

const pathOf = (deps: Deps, uid: string, rest = ''): string =>
  `${new URL(deps.config.PUBLIC_URL).pathname.replace(/\/$/u, '')}/oidc/interaction/${encodeURIComponent(uid)}${rest}`

/** The cookie that began the interaction must be in this browser, and name this very interaction. */
function withInteraction(
  parts: InteractionDeps,
  handle: (parts: InteractionDeps, call: Call) => Promise<void>
): RequestHandler {
  return async (req, res) => {
    const language = languageOf(req.get('accept-language'))
    res.set('cache-control', 'no-store')
    const wait = await parts.limits.interaction.take(String(req.params['uid']))
    if (wait > 0) return answerTooMany(req, res, wait)
    try {
      const unit = await openUnit(parts.deps, deviceOf(req.get('user-agent') ?? ''))
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
    .send(refusalPage(language, { title: words.brokenTitle, body: words.brokenBody, reference }))
}

/** Leaving redirects the form to the app that asked, which `form-action 'self'` would forbid. */
function allowLeaving(res: Response, details: Interaction): void {
  const target = String(details.params['redirect_uri'] ?? '')
  const origin = URL.canParse(target) ? new URL(target).origin : ''
  const policy = String(res.getHeader('content-security-policy') ?? '')
  res.set('content-security-policy', policy.replace("form-action 'self'", `form-action 'self' ${origin}`))
}

async function begin(parts: InteractionDeps, call: Call): Promise<void> {
  const { details, req, res, language } = call
  const wait = await parts.limits.hint.take(`${hintOf(details) ?? ''} ${req.ip}`)
  if (hintOf(details) && wait > 0) return answerTooMany(req, res, wait)
  // Consent is given with the client; only `prompt=consent` leads here without a sign-in.
  if (details.prompt.name === 'consent') return finish(parts, call, { consent: {} })
  const organization = await chooseOrganization(parts, details)
  if (!organization) return void res.send(emailPage(language, pathOf(parts.deps, details.uid, '/email')))
  res.redirect(303, start(parts, { details, organization, loginHint: hintOf(details) }))
}

const clientOf = (details: Interaction): string => String(details.params['client_id'] ?? '')

function hintOf(details: Interaction): string | undefined {
  const hint = details.params['login_hint']
  return typeof hint === 'string' && hint.includes('@') ? hint : undefined
}

async function chooseOrganization(
  { deps, clients }: InteractionDeps,
  details: Interaction
): Promise<Organization | undefined> {
  const ofClient = organizationOf(await clients.find(clientOf(details)))
  return ofClient ? recentOrganization(deps, ofClient) : findByEmail(deps, hintOf(details) ?? '')
}

/** Keeps the result, then sends the browser on to where it is read. */
async function finish(
  { provider }: InteractionDeps,
  { req, res }: Pick<Call, 'req' | 'res'>,
  result: InteractionResults
): Promise<void> {
  const returnTo = await provider.interactionResult(req, res, result)
  await currentUnit()?.keep()
  res.redirect(303, returnTo)
}

async function findByEmail(deps: Deps, email: string): Promise<Organization | undefined> {
  const domain = email.split('@')[1]?.trim().toLowerCase()
  return domain ? recentOrganizationByDomain(deps, domain) : undefined
}

type Start = {
  readonly details: Interaction
  readonly organization: Organization
  readonly loginHint: string | undefined
}

const start = ({ deps, workos }: InteractionDeps, { details, organization, loginHint }: Start): string =>
  startSignIn(deps, workos, { uid: details.uid, clientId: clientOf(details), organization, loginHint })

async function takeEmail(parts: InteractionDeps, { details, req, res, language }: Call): Promise<void> {
  const email = readEmail(req.body)
  const organization = await findByEmail(parts.deps, email)
  if (!organization)
    return void res.status(422).send(emailPage(language, pathOf(parts.deps, details.uid, '/email'), { email }))
  res.send(continuePage(language, start(parts, { details, organization, loginHint: email })))
}

const readEmail = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'email' in body && typeof body.email === 'string'
    ? body.email.trim()
    : ''

/** The broker knows one address to come back to; the interaction's cookie is sent to the interaction's own path only. */
async function comeBack(deps: Deps, req: Request, res: Response): Promise<void> {
  const language = languageOf(req.get('accept-language'))
  const {
    state = '',
    code = '',
    error = ''
  } = Object.fromEntries(new URL(req.originalUrl, deps.config.PUBLIC_URL).searchParams)
  const known = readState(state, deps.config.COOKIE_KEYS, deps.realNow())
  if (state === '') {
    // Begun at the company's portal: accepting it unasked would let others sign a person in, so that it begins anew at the app.
    res.redirect(303, `${deps.config.PUBLIC_URL}/tab/`)
    return
  }
  if (!known) {
    const { expiredTitle: title, expiredBody: body } = wordsIn[language]
    return void res.status(400).send(refusalPage(language, { title, body }))
  }
  const answer = new URLSearchParams({ state, ...(code ? { code } : {}), ...(error ? { error } : {}) })
  const rest = `/complete?${answer.toString()}`
  const link = { organizationId: known.organizationId, linkId: known.uid }
  res.redirect(303, isLinkId(known.uid) ? linkPath(deps, link, rest) : pathOf(deps, known.uid, rest))
}

async function complete(parts: InteractionDeps, call: Call): Promise<void> {
  const { deps, workos } = parts
  const { details, req, res, language } = call
  const { state: text, code } = req.query
  const state = readState(String(text ?? ''), deps.config.COOKIE_KEYS, deps.realNow())
  if (state?.uid !== details.uid) throw new errors.SessionNotFound('another interaction')
  const organization = await recentOrganization(deps, state.organizationId)
  const outcome = await completeSignIn(deps, workos, {
    state,
    organization,
    code: typeof code === 'string' && code ? code : undefined
  })
  if (outcome.kind === 'signedIn') {
    const { person, until } = outcome
    parts.accounts.remember(person)
    const accountId = subjectOf(person.organizationId, person.personId)
    return finish(parts, call, { login: { accountId, ...(until ? { until } : {}) } })
  }
  deps.log.info({ attempt: state.attemptId, reason: outcome.reason }, 'sign-in refused')
  res.status(403).send(
    refusalPage(language, {
      ...signInRefusals[language][outcome.reason],
      retryAt: pathOf(deps, details.uid),
      leaveAt: pathOf(deps, details.uid, '/leave')
    })
  )
}

const leave = (parts: InteractionDeps, call: Call): Promise<void> =>
  finish(parts, call, { error: 'access_denied', error_description: 'the person left the sign-in' })
