/** From CI's pages, or from the learning site's own sign-in address, to the site: signed in here, then handed over with a token. */
import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type Provider from 'oidc-provider'
import { parseSubject } from '../contract/subject.ts'
import type { Person } from '../directory/directory.ts'
import { handOver, noteSiteRefused, type Handover, type Wanted } from '../enrollment/enrollment.ts'
import { findActivePerson, languageOf, type Language } from '../identity/identity.ts'
import { recentOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { escapeHtml, renderPage } from '../platform/page.ts'
import { learningBackUrl, learningClientId } from './clients.ts'
import { doorOf, type Accounts } from './accounts.ts'
import { answerTooMany, type Limits } from './limits.ts'
import { learningWordsIn } from './learning-words.ts'
import { issuerOf } from './provider.ts'
import { inUnit } from './unit.ts'
import { unknownCompany } from './unknown-company.ts'
import type { OpenVisit } from './visit.ts'

type Parts = {
  readonly deps: Deps
  readonly provider: Provider
  readonly accounts: Accounts
  readonly limits: Limits
  readonly visit: OpenVisit
}
type Call = {
  readonly organizationId: string
  readonly req: Request
  readonly res: Response
  readonly language: Language
}

export function learningRoutes(parts: Parts): Router {
  const router = Router()
  const on = (path: string, handle: (parts: Parts, call: Call) => Promise<void>): void => {
    router.get(`/learning/:organizationId/${path}`, (req, res) => answer(parts, handle, { req, res }))
  }
  on('open', open)
  on('back', back)
  on('refused', sentBack)
  return router
}

async function answer(
  parts: Parts,
  handle: (parts: Parts, call: Call) => Promise<void>,
  { req, res }: Pick<Call, 'req' | 'res'>
): Promise<void> {
  const language = languageOf(req.get('accept-language'))
  const organizationId = String(req.params['organizationId'])
  // What follows may hold a token: nothing keeps it, and no page is told where the browser came from.
  res.set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
  try {
    const organization = await recentOrganization(parts.deps, organizationId).catch(unknownCompany)
    if (organization?.learningSite?.signIn !== 'jwt')
      return show({ organizationId, req, res, language }, 'no_site', { status: 404 })
    await handle(parts, { organizationId, req, res, language })
  } catch (error) {
    const reference = randomUUID()
    parts.deps.log.error({ err: error, reference }, 'opening a learning site failed')
    show({ organizationId, req, res, language }, 'busy', { status: 500, reference })
  }
}

/** Whoever asks signs in here first, or has; where they wanted to go comes back with the answer and is checked then. */
async function open({ deps }: Parts, { organizationId, req, res }: Call): Promise<void> {
  const url = new URL(`${issuerOf(deps.config.PUBLIC_URL)}/auth`)
  url.search = new URLSearchParams({
    client_id: learningClientId(organizationId),
    redirect_uri: learningBackUrl(deps.config.PUBLIC_URL, organizationId),
    response_type: 'code',
    scope: 'openid',
    state: JSON.stringify(wantedIn(req.query))
  }).toString()
  res.redirect(303, url.href)
}

/** The code is left to expire: who is here, the session says, and whether they may go on, the directory as it is now. */
async function back(parts: Parts, call: Call): Promise<void> {
  if (call.req.query['error']) return show(call, 'no_access', { status: 403 })
  const person = await personHere(parts, call)
  if (!person) return show(call, 'no_access', { status: 403 })
  const wait = await parts.limits.handover.take(person.personId)
  if (wait > 0) return answerTooMany(call.req, call.res, wait)
  const wanted = wantedIn(parse(String(call.req.query['state'] ?? '')))
  const { PUBLIC_URL } = parts.deps.config
  const errorUrl = `${PUBLIC_URL}/learning/${encodeURIComponent(call.organizationId)}/refused`
  const handover = await handOver(parts.deps, { person, wanted, errorUrl })
  await goOn(call, handover, wanted)
}

async function goOn(call: Call, handover: Handover, wanted: Wanted): Promise<void> {
  switch (handover.kind) {
    case 'go':
      return void call.res.status(303).set('location', handover.url).end()
    case 'coming':
    case 'busy':
      return show(call, handover.kind, { status: 503, retryAt: againAt(call, wanted) })
    case 'no_site':
      return show(call, 'no_site', { status: 404 })
    case 'refused':
      return show(call, handover.because, { status: 403 })
  }
}

/** The site's own answer is not shown: anybody could write it. */
async function sentBack(parts: Parts, call: Call): Promise<void> {
  const person = await personHere(parts, call)
  if (person) await noteSiteRefused(parts.deps, person)
  show(call, 'site_refused', { status: 403 })
}

/** Whoever has a session of this company here and may use CI now. */
async function personHere(
  { deps, provider, accounts, visit }: Parts,
  { organizationId, req, res }: Call
): Promise<Person | undefined> {
  return inUnit(await visit(req, res), async () => {
    const session = await provider.Session.get(provider.createContext(req, res))
    const subject = session.accountId
    const key = parseSubject(subject ?? '')
    if (!subject || !key || key.organizationId !== organizationId) return undefined
    if (!(await accounts.find(subject, doorOf(session)))) return undefined
    return findActivePerson(deps, key)
  })
}

const LONGEST = 2000
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST ? value : undefined

const wantedIn = (asked: unknown): Wanted => {
  const said = typeof asked === 'object' && asked !== null ? new Map<string, unknown>(Object.entries(asked)) : new Map()
  return { course: text(said.get('course')), returnTo: text(said.get('return_to') ?? said.get('returnTo')) }
}

function parse(state: string): unknown {
  try {
    return JSON.parse(state)
  } catch {
    return undefined
  }
}

function againAt({ organizationId }: Call, { course, returnTo }: Wanted): string {
  const query = new URLSearchParams({ ...(course ? { course } : {}), ...(returnTo ? { return_to: returnTo } : {}) })
  return `/learning/${encodeURIComponent(organizationId)}/open?${query.toString()}`
}

type Shown =
  | Exclude<Handover['kind'], 'go' | 'refused'>
  | 'no_access'
  | Extract<Handover, { kind: 'refused' }>['because']

const AGAIN_SECONDS = 5

type Look = { readonly status: number; readonly reference?: string; readonly retryAt?: string }

function show(call: Call, what: Shown, { status, reference, retryAt }: Look): void {
  const words = learningWordsIn[call.language]
  const [title, body] = words[what]
  const again = retryAt
    ? `<div class="actions"><a class="button first" href="${escapeHtml(retryAt)}">${escapeHtml(words.again)}</a></div>`
    : ''
  const code = reference ? `<p><code>${escapeHtml(reference)}</code></p>` : ''
  const head = retryAt ? `<meta http-equiv="refresh" content="${AGAIN_SECONDS};url=${escapeHtml(retryAt)}">` : ''
  call.res
    .status(status)
    .type('html')
    .send(renderPage({ language: call.language, title, body, rest: code + again, head }))
}
