/** Sign-in with CI itself: by passkey, or by a code that is mailed; then, perhaps, which organization, and a passkey for next time. */
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import express, { Router } from 'express'
import { errors } from 'oidc-provider'
import { z } from 'zod'
import { subjectOf } from '../contract/subject.ts'
import {
  addPasskey,
  canUsePasskeys,
  checkCode,
  choicesOf,
  codeState,
  enter,
  enteredPerson,
  finishOwnSignIn,
  offerPasskey,
  openOwnSignIn,
  signInByPasskey,
  signInOptions
} from '../identity/identity.ts'
import type { Deps } from '../platform/deps.ts'
import { deviceOf } from './device.ts'
import {
  clientOf,
  finish,
  onlyFor,
  pathOf,
  withInteraction,
  type Call,
  type Handle,
  type InteractionDeps
} from './interaction-call.ts'
import { codePage, offerPage, signInPage, wherePage, type At, type CodeWrong, type SignInWrong } from './own-pages.ts'
import { ownWordsIn } from './own-words.ts'
import { refusalPage } from './pages.ts'
import { OWN_ACR } from './policy.ts'

const SCRIPT = '/signin/own.js'
const SCRIPT_FILE = fileURLToPath(new URL('own-script.js', import.meta.url))

export function ownRoutes(parts: InteractionDeps): Router {
  const router = Router()
  const small = express.urlencoded({ extended: false, limit: '4kb' })
  const large = express.urlencoded({ extended: false, limit: '32kb' })
  const get = (path: string, handle: Handle) =>
    router.get(`/oidc/interaction/:uid${path}`, withInteraction(parts, handle))
  const post = (path: string, handle: Handle, form = small) =>
    router.post(`/oidc/interaction/:uid${path}`, form, withInteraction(parts, handle))
  router.get(SCRIPT, (_req, res) => res.set('cache-control', 'no-cache').sendFile(SCRIPT_FILE))
  post('/passkey', takePasskey, large)
  get('/code', showCode)
  get('/mail', tellMail)
  post('/code', takeCode)
  post('/again', sendAgain)
  get('/where', showChoices)
  post('/where', takeChoice)
  get('/new-passkey', showOffer)
  post('/new-passkey', takeNewPasskey, large)
  post('/done', finishByCode)
  return router
}

const atOf = (deps: Deps, { details }: Call): At => ({
  base: pathOf(deps, details.uid),
  script: `${new URL(deps.config.PUBLIC_URL).pathname.replace(/\/$/u, '')}${SCRIPT}`
})

const goTo = ({ deps }: InteractionDeps, { details, res }: Call, path: string): void =>
  res.redirect(303, pathOf(deps, details.uid, path))

type Shown = { readonly email?: string | undefined; readonly wrong?: SignInWrong }

export async function showSignIn(parts: InteractionDeps, call: Call, { email = '', wrong }: Shown): Promise<void> {
  const { deps } = parts
  const { details, res, language } = call
  const options = canUsePasskeys(deps.config.PUBLIC_URL) ? await signInOptions(deps.config.PUBLIC_URL) : undefined
  const onlyOrganizationId = await onlyFor(parts, details)
  await openOwnSignIn(deps, { uid: details.uid, language, onlyOrganizationId, challenge: options?.challenge })
  res.status(wrong ? 422 : 200).send(signInPage(language, { at: atOf(deps, call), email, wrong, options }))
}

const addressSchema = z.email().max(254).toLowerCase()

/** What follows is the same whether or not somebody has this address. */
export async function askForCode(parts: InteractionDeps, call: Call, given: string): Promise<void> {
  const address = addressSchema.safeParse(given)
  if (!address.success) return showSignIn(parts, call, { email: given.slice(0, 254), wrong: 'notAnAddress' })
  const { deps } = parts
  const { details, req, res, language } = call
  const { uid } = details
  const asked = await parts.askCode({ uid, email: address.data, networkAddress: req.ip ?? '' })
  switch (asked.kind) {
    case 'over':
      throw new errors.SessionNotFound('the sign-in is over')
    case 'asked':
    case 'too_soon':
      return goTo(parts, call, '/code')
    case 'too_many': {
      const words = ownWordsIn[language]
      const body = words.tooManyBody(Math.ceil(asked.seconds / 60))
      res.status(429).set('retry-after', String(asked.seconds))
      res.send(refusalPage(language, { title: words.tooManyTitle, body, retryAt: pathOf(deps, uid) }))
    }
  }
}

async function showCode(parts: InteractionDeps, call: Call): Promise<void> {
  await sendCodePage(parts, call, undefined)
}

async function sendCodePage(parts: InteractionDeps, call: Call, wrong: CodeWrong | undefined): Promise<void> {
  const { deps } = parts
  const { details, res, language } = call
  const state = await codeState(deps, details.uid)
  if (!state) return goTo(parts, call, '')
  res.status(wrong ? 422 : 200).send(codePage(language, { at: atOf(deps, call), wrong, ...state }))
}

/** Whether mail is delayed, for the page that waits for it. */
async function tellMail({ deps }: InteractionDeps, { details, res }: Call): Promise<void> {
  const state = await codeState(deps, details.uid)
  res.json({ waiting: state?.waiting ?? false })
}

async function sendAgain(parts: InteractionDeps, call: Call): Promise<void> {
  const state = await codeState(parts.deps, call.details.uid)
  if (!state) return goTo(parts, call, '')
  if (state.seconds > 0) return sendCodePage(parts, call, { kind: 'waits' })
  return askForCode(parts, call, state.email)
}

async function takeCode(parts: InteractionDeps, call: Call): Promise<void> {
  const checked = await checkCode(parts.deps, call.details.uid, textIn(call, 'code'))
  if (checked.kind !== 'proven') return sendCodePage(parts, call, checked)
  const choices = (await choicesOf(parts.deps, call.details.uid)) ?? []
  const [first] = choices
  if (choices.length > 1) return goTo(parts, call, '/where')
  return first ? enterAt(parts, call, first.organizationId) : sayNobody(parts, call)
}

function textIn({ req }: Call, name: string): string {
  const value: unknown = typeof req.body === 'object' && req.body !== null ? Reflect.get(req.body, name) : undefined
  return typeof value === 'string' ? value : ''
}

async function showChoices(parts: InteractionDeps, call: Call): Promise<void> {
  const choices = await choicesOf(parts.deps, call.details.uid)
  if (!choices) return goTo(parts, call, '')
  call.res.send(wherePage(call.language, atOf(parts.deps, call), choices))
}

const takeChoice: Handle = (parts, call) => enterAt(parts, call, textIn(call, 'organization'))

async function enterAt(parts: InteractionDeps, call: Call, organizationId: string): Promise<void> {
  const person = await enter(parts.deps, call.details.uid, organizationId)
  if (!person) return sayNobody(parts, call)
  return canUsePasskeys(parts.deps.config.PUBLIC_URL) ? goTo(parts, call, '/new-passkey') : finishByCode(parts, call)
}

function sayNobody({ deps }: InteractionDeps, { details, res, language }: Call): void {
  const { nobodyTitle: title, nobodyBody: body } = ownWordsIn[language]
  const [retryAt, leaveAt] = [pathOf(deps, details.uid), pathOf(deps, details.uid, '/leave')]
  const reference = randomUUID()
  deps.log.info({ reference }, 'sign-in refused')
  res.status(403).send(refusalPage(language, { title, body, retryAt, leaveAt, reference }))
}

const showOffer: Handle = (parts, call) => sendOffer(parts, call, false)

async function sendOffer(parts: InteractionDeps, call: Call, failed: boolean): Promise<void> {
  const { deps } = parts
  const { details, res, language } = call
  const person = await enteredPerson(deps, details.uid)
  if (!person) return goTo(parts, call, '')
  const options = await offerPasskey(deps, details.uid, person)
  if (!options) return finishByCode(parts, call)
  res.status(failed ? 422 : 200).send(offerPage(language, { at: atOf(deps, call), options, failed }))
}

async function takeNewPasskey(parts: InteractionDeps, call: Call): Promise<void> {
  const { details, req } = call
  const person = await enteredPerson(parts.deps, details.uid)
  if (!person) return goTo(parts, call, '')
  const device = deviceOf(req.get('user-agent') ?? '')
  const added = await addPasskey(parts.deps, { uid: details.uid, person, answer: textIn(call, 'answer'), device })
  return added ? finishByCode(parts, call) : sendOffer(parts, call, true)
}

async function finishByCode(parts: InteractionDeps, call: Call): Promise<void> {
  const finished = await finishOwnSignIn(parts.deps, call.details.uid, clientOf(call.details))
  if (finished.kind === 'over') throw new errors.SessionNotFound('the sign-in is over')
  if (finished.kind === 'refused') return sayNobody(parts, call)
  const { person } = finished
  parts.accounts.remember(person)
  const accountId = subjectOf(person.organizationId, person.personId)
  return finish(parts, call, { login: { accountId, acr: OWN_ACR, amr: ['otp'] } })
}

async function takePasskey(parts: InteractionDeps, call: Call): Promise<void> {
  const { details } = call
  const clientId = clientOf(details)
  const outcome = await signInByPasskey(parts.deps, { uid: details.uid, clientId, answer: textIn(call, 'answer') })
  if (outcome.kind === 'refused') return showSignIn(parts, call, { wrong: 'passkeyRefused' })
  const { person, synced } = outcome
  parts.accounts.remember(person)
  const accountId = subjectOf(person.organizationId, person.personId)
  // RFC 8176: the key is held by software where an account carries it along; the device asked for a second factor.
  return finish(parts, call, { login: { accountId, acr: OWN_ACR, amr: [synced ? 'swk' : 'hwk', 'mfa'] } })
}
