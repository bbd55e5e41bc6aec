/** The interactive half: sign-in, consent, and the code sent back to the app. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Request, Response, Router } from 'express'
import { z } from 'zod'
import { readForm } from '../harness/standin.ts'
import { clientInfo, type Office } from './grants.ts'
import { findAccount, findByName, type KnownAccount, type Registration } from './directory.ts'
import { sendConsent, sendErrorPage, sendFormPost, sendNeedAdmin, sendSignIn } from './pages.ts'
import { EntraRefusalError, refuse } from './refusals.ts'
import { consentedScopes, keepConsent, readScope, type Requested } from './scopes.ts'
import { readTenant, requireApp } from './tenants.ts'

const CODE_MS = 10 * 60_000
const SHOWN_ACCOUNTS = 8

const querySchema = z.object({
  client_id: z.string().default(''),
  redirect_uri: z.string().default(''),
  response_type: z.string().default(''),
  response_mode: z.enum(['query', 'fragment', 'form_post']).default('query'),
  scope: z.string().default(''),
  state: z.string().optional(),
  nonce: z.string().optional(),
  prompt: z.string().optional(),
  login_hint: z.string().default(''),
  client_info: z.string().optional(),
  code_challenge: z.string().optional(),
  code_challenge_method: z.string().optional()
})

/** An authorization request whose client and redirect URI are known to be right: refusals may be sent there. */
type Asked = {
  readonly query: z.output<typeof querySchema>
  readonly raw: string
  readonly segment: string
  readonly tid: string | undefined
  readonly app: Registration
}

export function authorizeRoutes(router: Router, office: Office): void {
  const visit =
    (work: (asked: Asked, req: Request, res: Response) => void, source: (req: Request) => string) =>
    (req: Request, res: Response): void => {
      const asked = readRequest(office, String(req.params['tenant']), source(req))
      if (asked instanceof EntraRefusalError) return sendErrorPage(res, asked.message)
      return redirectingRefusals(asked, res, () => work(asked, req, res))
    }
  const posted = (req: Request): string => readForm(req).get('request') ?? ''
  router.get(
    '/:tenant/oauth2/v2.0/authorize',
    visit((asked, _req, res) => begin(office, asked, res), queryOf)
  )
  router.post(
    '/:tenant/login',
    visit((asked, req, res) => signIn(office, { asked, res }, readForm(req)), posted)
  )
  router.post(
    '/:tenant/consent',
    visit((asked, req, res) => decide(office, { asked, res }, readForm(req)), posted)
  )
  router.get('/:tenant/oauth2/v2.0/logout', (_req, res) => {
    res.type('text').send('You signed out of your account')
  })
}

const queryOf = (req: Request): string => req.originalUrl.split('?').slice(1).join('?')

function readRequest({ directory }: Office, segment: string, raw: string): Asked | EntraRefusalError {
  const query = querySchema.parse(Object.fromEntries(new URLSearchParams(raw)))
  try {
    if (!query.client_id) throw refuse.missing('client_id')
    const path = readTenant(directory, segment)
    const tid = path.kind === 'one' ? path.tenant.tid : undefined
    const app = requireApp(directory, query.client_id, tid)
    const known = [...app.redirectUris, ...app.spaRedirectUris].includes(query.redirect_uri)
    if (!known) throw refuse.redirectUri(query.redirect_uri, app.clientId)
    return { query, raw, segment, tid, app }
  } catch (error) {
    if (error instanceof EntraRefusalError) return error
    throw error
  }
}

function redirectingRefusals(asked: Asked, res: Response, work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof EntraRefusalError)) throw error
    const { error: name, suberror } = error.refusal
    back(asked, res, { error: name, error_description: error.message, ...(suberror && { error_subcode: suberror }) })
  }
}

function begin(office: Office, asked: Asked, res: Response): void {
  const { query } = asked
  if (query.response_type !== 'code') throw refuse.responseType(query.response_type)
  readScope(office.directory, query.scope, asked.segment)
  // The stand-in keeps no browser session; only a named account can go on without the page.
  if (query.prompt === 'none') throw refuse.notSignedIn()
  const hinted = query.login_hint ? findByName(office.directory, query.login_hint, asked.tid) : undefined
  const mustAsk = query.prompt === 'select_account' || query.prompt === 'login'
  if (hinted?.enabled && !mustAsk) proceed(office, { asked, res }, hinted)
  else offerSignIn(office, { asked, res })
}

type Visit = { readonly asked: Asked; readonly res: Response }

function offerSignIn({ directory }: Office, { asked, res }: Visit, error?: string): void {
  const accounts = directory.accounts
    .values()
    .filter(({ tid, enabled }) => enabled && (!asked.tid || tid === asked.tid))
  sendSignIn(res, {
    action: `/${asked.segment}/login`,
    request: asked.raw,
    hint: asked.query.login_hint,
    accounts: accounts.slice(0, SHOWN_ACCOUNTS),
    ...(error && { error })
  })
}

function signIn(office: Office, { asked, res }: Visit, form: URLSearchParams): void {
  const username = form.get('pick') ?? form.get('username') ?? ''
  const account = findByName(office.directory, username, asked.tid)
  if (!account)
    return offerSignIn(
      office,
      { asked, res },
      `AADSTS50034: This username may be incorrect. "${username}" is not an account here`
    )
  if (!account.enabled) return offerSignIn(office, { asked, res }, 'AADSTS50057: The user account is disabled')
  return proceed(office, { asked, res }, account)
}

function proceed(office: Office, { asked, res }: Visit, account: KnownAccount): void {
  const { directory } = office
  const { app, query } = asked
  const requested = readScope(directory, query.scope, account.tid)
  const granted = consentedScopes(directory, { ...account, clientId: app.clientId }, requested)
  if (granted && query.prompt !== 'consent') return sendCode(office, { asked, res }, account)
  const page = { action: `/${asked.segment}/consent`, request: asked.raw, account, app }
  if (!directory.tenants.get(account.tid)?.userConsent) return sendNeedAdmin(res, page)
  return sendConsent(res, { ...page, scopes: shown(requested) })
}

const shown = ({ resource, names, oidc }: Requested): readonly string[] => [
  ...names.map(name => `${resource.uri}/${name}`),
  ...oidc
]

function decide(office: Office, { asked, res }: Visit, form: URLSearchParams): void {
  const { directory } = office
  const { app, query } = asked
  const account = findAccount(directory, form.get('tid') ?? '', form.get('oid') ?? '')
  if (!account?.enabled) return offerSignIn(office, { asked, res })
  const allowed = directory.tenants.get(account.tid)?.userConsent
  if (form.get('decision') === 'adminOnly' || !allowed) throw refuse.adminOnly(app.name)
  if (form.get('decision') !== 'accept') throw refuse.declined()
  keepConsent(directory, { tid: account.tid, oid: account.oid, clientId: app.clientId }, query.scope)
  return sendCode(office, { asked, res }, account)
}

function sendCode({ directory }: Office, { asked, res }: Visit, account: KnownAccount): void {
  const { query, app } = asked
  const code = `1.A${randomBytes(48).toString('base64url')}`
  directory.codes.set(code, {
    clientId: app.clientId,
    tid: account.tid,
    oid: account.oid,
    scope: query.scope,
    redirectUri: query.redirect_uri,
    until: Date.now() + CODE_MS,
    redeemed: false,
    ...(query.nonce && { nonce: query.nonce }),
    ...(query.code_challenge && {
      challenge: query.code_challenge,
      challengeMethod: query.code_challenge_method ?? 'plain'
    })
  })
  back(asked, res, {
    code,
    ...(query.client_info === '1' && { client_info: clientInfo(account) }),
    session_state: randomUUID()
  })
}

function back({ query }: Asked, res: Response, fields: Readonly<Record<string, string>>): void {
  const params = new URLSearchParams({ ...fields, ...(query.state !== undefined && { state: query.state }) })
  const separator = query.redirect_uri.includes('?') ? '&' : '?'
  switch (query.response_mode) {
    case 'query':
      return res.redirect(302, `${query.redirect_uri}${separator}${params}`)
    case 'fragment':
      return res.redirect(302, `${query.redirect_uri}#${params}`)
    case 'form_post':
      return sendFormPost(res, query.redirect_uri, params)
  }
}
