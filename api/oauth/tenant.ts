/** The pages on which an administrator of Microsoft 365 proves whose a tenant is: who asks is named, they sign in at Microsoft, it is done. */
import { randomUUID } from 'node:crypto'
import { parseCookie } from 'cookie'
import { Router, urlencoded, type Request, type RequestHandler, type Response } from 'express'
import { isId } from '../contract/ids.ts'
import {
  createComeBack,
  declineProof,
  finishProof,
  goToMicrosoft,
  keyOfState,
  languageOf,
  readProof,
  type ComeBack,
  type Language,
  type ProofKey,
  type ProofResult
} from '../identity/identity.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError, VendorError } from '../platform/errors.ts'
import { answerTooMany, type Limits } from './limits.ts'
import { brokenPage, continuePage } from './pages.ts'
import { askPage, declinedPage, proofOverPage, proofRefusedPage, provedPage, tenantPage } from './tenant-pages.ts'

type Parts = { readonly deps: Deps; readonly limits: Limits; readonly comeBack: ComeBack }
type Call = { readonly req: Request; readonly res: Response; readonly language: Language }
type Keyed = Call & { readonly key: ProofKey }

const COOKIE = 'ci_tenant'
const COOKIE_MS = 3_600_000

const base = ({ config }: Deps): string => `${new URL(config.PUBLIC_URL).pathname.replace(/\/$/u, '')}/tenant`
const pathOf = (deps: Deps, { organizationId, proofId }: ProofKey, rest = ''): string =>
  `${base(deps)}/${encodeURIComponent(organizationId)}/${encodeURIComponent(proofId)}${rest}`

export function tenantPages(shared: Omit<Parts, 'comeBack'>): Router {
  const parts = { ...shared, comeBack: createComeBack(shared.deps) }
  const router = Router()
  const on =
    (handle: (parts: Parts, call: Keyed) => Promise<void>): RequestHandler =>
    (req, res) =>
      answer(parts, { req, res }, call => {
        const key = { organizationId: String(req.params['organizationId']), proofId: String(req.params['proofId']) }
        return take(parts, { ...call, key }, handle)
      })
  router.get('/tenant/proved', (req, res) => answer(parts, { req, res }, call => proved(parts, call)))
  router.get('/tenant/:organizationId/:proofId', on(show))
  router.post('/tenant/:organizationId/:proofId', fromOurPage, on(goOn))
  router.post('/tenant/:organizationId/:proofId/decision', fromOurPage, urlencoded({ extended: false }), on(decide))
  return router
}

/** Another site's form must not send a browser on its way. */
const fromOurPage: RequestHandler = (req, res, next) => {
  const site = req.get('sec-fetch-site')
  if (site === undefined || site === 'same-origin') next()
  else res.status(403).send(proofOverPage(languageOf(req.get('accept-language'))))
}

async function answer(
  { deps }: Parts,
  { req, res }: Pick<Call, 'req' | 'res'>,
  handle: (call: Call) => Promise<void>
): Promise<void> {
  const language = languageOf(req.get('accept-language'))
  res.set('cache-control', 'no-store')
  try {
    await handle({ req, res, language })
  } catch (error) {
    const reference = randomUUID()
    deps.log.error({ err: error, reference }, 'proving a tenant failed')
    const isLater = error instanceof VendorError || error instanceof ProblemError
    res.status(isLater ? 503 : 500).send(brokenPage(language, { reference, support: deps.config.SUPPORT_CONTACT }))
  }
}

async function take(parts: Parts, call: Keyed, handle: (parts: Parts, call: Keyed) => Promise<void>): Promise<void> {
  const wait = await parts.limits.link.take(call.key.proofId)
  if (wait > 0) return answerTooMany(call.req, call.res, wait)
  if (!isId('organization', call.key.organizationId) || !isId('proof', call.key.proofId)) return over(call)
  return handle(parts, call)
}

const over = ({ res, language }: Call): void => void res.status(410).send(proofOverPage(language))

async function show({ deps }: Parts, call: Keyed): Promise<void> {
  const company = await readProof(deps, call.key)
  if (!company) return over(call)
  call.res.send(tenantPage(call.language, { action: pathOf(deps, call.key), company }))
}

/** From here on the proof belongs to this browser. */
async function goOn({ deps }: Parts, call: Keyed): Promise<void> {
  const going = await goToMicrosoft(deps, call.key)
  if (!going) return over(call)
  const secure = deps.config.PUBLIC_URL.startsWith('https:')
  const kept = { httpOnly: true, sameSite: 'lax', secure, path: base(deps), maxAge: COOKIE_MS } as const
  call.res.cookie(COOKIE, going.secret, kept).send(continuePage(call.language, going.url, 'microsoft'))
}

/** Microsoft sends the browser here. What it says beside the code is not signed: only the code is used. */
async function proved(parts: Parts, call: Call): Promise<void> {
  const { code, state } = call.req.query
  const secret = cookieOf(call.req)
  const key = secret && typeof state === 'string' ? keyOfState(state, secret) : undefined
  if (!secret || !key) return over(call)
  await take(parts, { ...call, key }, async ({ comeBack }) => {
    const back = { key, secret, code: typeof code === 'string' && code ? code : undefined }
    tell(parts, { ...call, key }, await comeBack(back))
  })
}

async function decide(parts: Parts, call: Keyed): Promise<void> {
  const { req, key } = call
  const secret = cookieOf(req)
  if (!secret) return over(call)
  const { decision } = req.body as { readonly decision?: unknown }
  if (decision === 'yes') return tell(parts, call, await finishProof(parts.deps, { key, secret }))
  if (!(await declineProof(parts.deps, { key, secret }))) return over(call)
  call.res.send(declinedPage(call.language))
}

function tell({ deps }: Parts, call: Keyed, result: ProofResult): void {
  const { res, language, key } = call
  switch (result.kind) {
    case 'proved':
      return void res.send(provedPage(language, result))
    case 'ask':
      return void res.send(askPage(language, pathOf(deps, key, '/decision'), result))
    case 'refused':
      return void res.status(403).send(proofRefusedPage(language, result.reason, pathOf(deps, key)))
    case 'over':
      return over(call)
  }
}

const cookieOf = (req: Request): string | undefined => parseCookie(req.get('cookie') ?? '')[COOKIE]
