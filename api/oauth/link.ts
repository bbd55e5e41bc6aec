/** The pages on which a person proves who they are, to join their Teams account: it is named, they sign in, a code is shown. */
import { randomUUID } from 'node:crypto'
import { parseCookie } from 'cookie'
import { Router, type Request, type RequestHandler, type Response } from 'express'
import { isId } from '../contract/ids.ts'
import {
  claimBrowser,
  completeSignIn,
  isBrowserOf,
  languageOf,
  proveLink,
  readLink,
  readState,
  signInRefusals,
  startSignIn,
  type Language,
  type LinkKey
} from '../identity/identity.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'
import type { Workos } from '../vendors/workos.ts'
import { answerTooMany, type Limits } from './limits.ts'
import { codePage, linkPage, notJoinedPage } from './link-pages.ts'
import { brokenPage, continuePage, refusalPage } from './pages.ts'

type Parts = { readonly deps: Deps; readonly workos: Workos; readonly limits: Limits }
type Call = { readonly key: LinkKey; readonly req: Request; readonly res: Response; readonly language: Language }

const COOKIE = 'ci_link'
/** The audit's name for this way in: no client of the provider asks here. */
const CLIENT = 'teams-link'

/** Where the broker's answer goes when a link began it; its id is the interaction of that sign-in. */
export const isLinkId = (uid: string): boolean => uid.startsWith('lnk_')
export const linkPath = ({ config }: Deps, { organizationId, linkId }: LinkKey, rest = ''): string =>
  `${new URL(config.PUBLIC_URL).pathname.replace(/\/$/u, '')}/link/${encodeURIComponent(organizationId)}/${encodeURIComponent(linkId)}${rest}`

export function linkRoutes(parts: Parts): Router {
  const router = Router()
  const on =
    (handle: (parts: Parts, call: Call) => Promise<void>): RequestHandler =>
    (req, res) =>
      answer(parts, handle, { req, res })
  router.get('/link/:organizationId/:linkId', on(show))
  router.post('/link/:organizationId/:linkId', on(goOn))
  router.get('/link/:organizationId/:linkId/complete', on(complete))
  return router
}

async function answer(
  parts: Parts,
  handle: (parts: Parts, call: Call) => Promise<void>,
  { req, res }: Pick<Call, 'req' | 'res'>
): Promise<void> {
  const language = languageOf(req.get('accept-language'))
  const key = { organizationId: String(req.params['organizationId']), linkId: String(req.params['linkId']) }
  res.set('cache-control', 'no-store')
  const wait = await parts.limits.link.take(key.linkId)
  if (wait > 0) return answerTooMany(req, res, wait)
  if (!isId('organization', key.organizationId) || !isId('link', key.linkId)) return over({ res, language })
  try {
    await handle(parts, { key, req, res, language })
  } catch (error) {
    const reference = randomUUID()
    parts.deps.log.error({ err: error, reference }, 'joining a Teams account failed')
    res
      .status(error instanceof VendorError ? 503 : 500)
      .send(brokenPage(language, { reference, support: parts.deps.config.SUPPORT_CONTACT }))
  }
}

const over = ({ res, language }: Pick<Call, 'res' | 'language'>): void =>
  void res.status(410).send(notJoinedPage(language, 'expired'))

async function show({ deps }: Parts, call: Call): Promise<void> {
  const open = await readLink(deps, call.key)
  if (!open) return over(call)
  call.res.send(linkPage(call.language, { action: linkPath(deps, call.key), ...open }))
}

/** From here on the request belongs to this browser. */
async function goOn({ deps, workos }: Parts, call: Call): Promise<void> {
  const { key, req, res, language } = call
  const secret = await claimBrowser(deps, key, cookieOf(req))
  if (!secret) return over(call)
  const secure = deps.config.PUBLIC_URL.startsWith('https:')
  res.cookie(COOKIE, secret, { httpOnly: true, sameSite: 'lax', secure, path: linkPath(deps, key), maxAge: 600_000 })
  const organization = await getOrganization(deps, key.organizationId)
  if (organization.signIn === 'own') return over(call)
  const url = startSignIn(deps, workos, { uid: key.linkId, clientId: CLIENT, organization })
  res.send(continuePage(language, url))
}

async function complete({ deps, workos }: Parts, call: Call): Promise<void> {
  const { key, req, res, language } = call
  const state = readState(String(req.query['state'] ?? ''), deps.config.COOKIE_KEYS, deps.realNow())
  const held = cookieOf(req)
  const ours = state?.uid === key.linkId && state.organizationId === key.organizationId
  if (!state || !ours || !held || !(await isBrowserOf(deps, key, held))) return over(call)
  const { code } = req.query
  const organization = await getOrganization(deps, key.organizationId)
  if (organization.signIn === 'own') return over(call)
  const back = { state, organization, code: typeof code === 'string' && code ? code : undefined }
  const outcome = await completeSignIn(deps, workos, back)
  if (outcome.kind === 'refused') {
    const [reference, retryAt] = [randomUUID(), linkPath(deps, key)]
    deps.log.info({ reason: outcome.reason, reference }, 'sign-in refused')
    const said = signInRefusals[language][outcome.reason]
    return void res.status(403).send(refusalPage(language, { ...said, reference, retryAt }))
  }
  const { person } = outcome
  const proven = await proveLink(deps, key, person.personId)
  if (proven.kind === 'refused') return void res.status(409).send(notJoinedPage(language, proven.reason))
  const personName = [person.firstName, person.lastName].filter(Boolean).join(' ') || (person.email ?? '')
  res.send(codePage(language, { ...proven, personName }))
}

const cookieOf = (req: Request): string | undefined => parseCookie(req.get('cookie') ?? '')[COOKIE]
