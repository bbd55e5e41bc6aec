/** From a client's request to the company's provider and back: which company, its sign-in page, the person, the answer. */
import { randomUUID } from 'node:crypto'
import express, { Router, type Request, type Response } from 'express'
import { errors, type Interaction } from 'oidc-provider'
import { subjectOf } from '../contract/subject.ts'
import {
  completeSignIn,
  endSetUpAfter,
  languageOf,
  readState,
  signInRefusals,
  startSignIn
} from '../identity/identity.ts'
import {
  isSettingUp,
  recentCodeOrganizations,
  recentOrganization,
  recentOrganizationByDomain,
  type Organization,
  type ProviderOrganization
} from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import {
  clientOf,
  finish,
  hintOf,
  onlyFor,
  pathOf,
  withInteraction,
  type Call,
  type InteractionDeps
} from './interaction-call.ts'
import { answerTooMany } from './limits.ts'
import { isLinkId, linkPath } from './link.ts'
import { askForCode, ownRoutes, showSignIn } from './own-interaction.ts'
import { continuePage, emailPage, refusalPage, twoWaysPage } from './pages.ts'
import { wordsIn } from './words.ts'

export function interactionRoutes(parts: InteractionDeps): Router {
  const router = Router()
  const form = express.urlencoded({ extended: false, limit: '4kb' })
  router.get('/signin/callback', (req, res) => comeBack(parts.deps, req, res))
  router.get('/oidc/interaction/:uid', withInteraction(parts, begin))
  router.post('/oidc/interaction/:uid/email', form, withInteraction(parts, takeEmail))
  router.get('/oidc/interaction/:uid/complete', withInteraction(parts, complete))
  router.post('/oidc/interaction/:uid/leave', withInteraction(parts, leave))
  router.use(ownRoutes(parts))
  return router
}

async function begin(parts: InteractionDeps, call: Call): Promise<void> {
  const { details, req, res, language } = call
  const loginHint = hintOf(details)
  const wait = await parts.limits.hint.take(`${loginHint ?? ''} ${req.ip}`)
  if (loginHint && wait > 0) return answerTooMany(req, res, wait)
  // Consent is given with the client; only `prompt=consent` leads here without a sign-in.
  if (details.prompt.name === 'consent') return finish(parts, call, { consent: {} })
  const organization = await chooseOrganization(parts, details)
  if (organization?.signIn === 'provider') return res.redirect(303, start(parts, { details, organization, loginHint }))
  if (await ciSignsIn(parts.deps)) return showSignIn(parts, call, { email: loginHint })
  res.send(emailPage(language, pathOf(parts.deps, details.uid, '/email')))
}

/** Whether anybody at all is signed in by CI itself. */
const ciSignsIn = async (deps: Deps): Promise<boolean> => (await recentCodeOrganizations(deps)).length > 0

async function chooseOrganization(parts: InteractionDeps, details: Interaction): Promise<Organization | undefined> {
  const ofClient = await onlyFor(parts, details)
  return ofClient ? recentOrganization(parts.deps, ofClient) : findByEmail(parts.deps, hintOf(details) ?? '')
}

async function findByEmail(deps: Deps, email: string): Promise<Organization | undefined> {
  const domain = email.split('@').at(-1)?.trim().toLowerCase()
  return domain ? recentOrganizationByDomain(deps, domain) : undefined
}

type Start = {
  readonly details: Interaction
  readonly organization: ProviderOrganization
  readonly loginHint: string | undefined
}

const start = ({ deps, workos }: InteractionDeps, { details, organization, loginHint }: Start): string =>
  startSignIn(deps, workos, { uid: details.uid, clientId: clientOf(details), organization, loginHint })

/** A domain that leads to a company with a provider goes there, whoever else knows the address. */
async function takeEmail(parts: InteractionDeps, call: Call): Promise<void> {
  const { details, req, res, language } = call
  const email = readEmail(req.body)
  const organization = await findByEmail(parts.deps, email)
  if (organization?.signIn === 'provider') {
    const only = await onlyFor(parts, details)
    if (only && only !== organization.organizationId) return showSignIn(parts, call, { email, wrong: 'otherCompany' })
    // Whoever has the address sees the same page: it says nothing about who was invited.
    if (isSettingUp(organization)) {
      if (wantsCode(req.body)) return askForCode(parts, call, email)
      const at = { action: pathOf(parts.deps, details.uid, '/email'), email }
      return void res.send(
        twoWaysPage(language, { ...at, url: start(parts, { details, organization, loginHint: email }) })
      )
    }
    return void res.send(continuePage(language, start(parts, { details, organization, loginHint: email })))
  }
  if (await ciSignsIn(parts.deps)) return askForCode(parts, call, email)
  res.status(422).send(emailPage(language, pathOf(parts.deps, details.uid, '/email'), { email }))
}

const wantsCode = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'way' in body && body.way === 'code'

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
  // It has taken to signing in with CI since.
  if (organization.signIn === 'own') throw new errors.SessionNotFound('another way in')
  const outcome = await completeSignIn(deps, workos, {
    state,
    organization,
    code: typeof code === 'string' && code ? code : undefined
  })
  if (outcome.kind === 'signedIn') {
    const { person, until } = outcome
    parts.accounts.remember(person)
    await endSetUpAfter(deps, person)
    const accountId = subjectOf(person.organizationId, person.personId)
    return finish(parts, call, { login: { accountId, ...(until ? { until } : {}) } })
  }
  const reference = randomUUID()
  deps.log.info({ attempt: state.attemptId, reason: outcome.reason, reference }, 'sign-in refused')
  res.status(403).send(
    refusalPage(language, {
      ...signInRefusals[language][outcome.reason],
      reference,
      retryAt: pathOf(deps, details.uid),
      leaveAt: pathOf(deps, details.uid, '/leave')
    })
  )
}

const leave = (parts: InteractionDeps, call: Call): Promise<void> =>
  finish(parts, call, { error: 'access_denied', error_description: 'the person left the sign-in' })
