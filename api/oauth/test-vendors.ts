/** The least of WorkOS and Entra that a sign-in needs, over real HTTP: what they answer is set by the test. */
import { createHash, randomUUID } from 'node:crypto'
import express from 'express'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose'
import { listen, type Listening } from '../platform/serve.ts'

export type TestProfile = {
  readonly idp_id: string
  readonly connection_id: string
  readonly connection_type: string
  readonly raw_attributes: Readonly<Record<string, unknown>>
  readonly email?: string
  readonly groups?: readonly string[]
}

export type TestWorkos = Listening & {
  readonly url: string
  /** Who signs in next, or how to tell from what is asked; undefined: the provider refuses. */
  next: TestProfile | ((asked: URLSearchParams) => TestProfile) | undefined
  readonly asked: URLSearchParams[]
}

export async function startTestWorkos(): Promise<TestWorkos> {
  const codes = new Map<string, { readonly challenge: string; readonly profile: TestProfile }>()
  const app = express()
  const asked: URLSearchParams[] = []
  const state: Pick<TestWorkos, 'next'> = { next: undefined }
  app.get('/sso/authorize', (req, res) => {
    const query = new URL(req.originalUrl, 'http://workos.test').searchParams
    asked.push(query)
    const code = randomUUID()
    const back = new URL(query.get('redirect_uri') ?? '')
    back.searchParams.set('state', query.get('state') ?? '')
    const profile = typeof state.next === 'function' ? state.next(query) : state.next
    if (profile) codes.set(code, { challenge: query.get('code_challenge') ?? '', profile })
    back.searchParams.set(...((profile ? ['code', code] : ['error', 'access_denied']) as [string, string]))
    res.redirect(back.href)
  })
  app.post('/sso/token', express.urlencoded(), (req, res) => {
    const { code, code_verifier: verifier } = req.body as Record<string, string>
    const known = codes.get(code ?? '')
    codes.delete(code ?? '')
    const challenge = createHash('sha256')
      .update(verifier ?? '')
      .digest('base64url')
    if (known?.challenge !== challenge) return void res.status(400).json({ error: 'invalid_grant' })
    const profile = {
      object: 'profile',
      id: 'prof_1',
      first_name: null,
      last_name: null,
      email: null,
      ...known.profile
    }
    res.json({ access_token: 'unused', token_type: 'Bearer', expires_in: 600, profile })
  })
  const listening = await listen(app, { port: 0, host: '127.0.0.1' })
  return Object.assign(state, listening, { url: `http://127.0.0.1:${listening.port}`, asked })
}

export type TestAdmin = {
  readonly claims: Readonly<Record<string, unknown>>
  readonly forged?: boolean
  readonly lifetimeSeconds?: number
}

export type TestEntra = Listening & {
  readonly url: string
  /** Who signs in next on Microsoft's page; undefined: nobody is let in. */
  signsIn: TestAdmin | undefined
  /** What was asked for on that page. */
  readonly asked: { readonly tenant: string; readonly query: URLSearchParams }[]
  /** A token as Teams single sign-on issues it, with these claims changed; undefined removes one. */
  token(
    claims: Readonly<Record<string, unknown>>,
    options?: { readonly forged?: boolean; readonly lifetimeSeconds?: number }
  ): Promise<string>
}

/** Of the tab's registration. */
export const TAB_SECRET = 'secret-of-the-tab-registration'
const TEAMS_WEB = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'

export async function startTestEntra(audience: string): Promise<TestEntra> {
  const [real, foreign] = await Promise.all([generateKeyPair('RS256', { extractable: true }), generateKeyPair('RS256')])
  const issuer = 'https://login.microsoftonline.com/{tenantid}/v2.0'
  const app = express()
  app.get('/common/v2.0/.well-known/openid-configuration', (_req, res) => void res.json({ issuer }))
  const jwk = { ...(await exportJWK(real.publicKey)), kid: 'entra-1', use: 'sig', issuer }
  app.get('/common/discovery/v2.0/keys', (_req, res) => void res.json({ keys: [jwk] }))
  const asked: { readonly tenant: string; readonly query: URLSearchParams }[] = []
  const state: Pick<TestEntra, 'signsIn'> = { signsIn: undefined }
  const codes = new Map<string, { readonly query: URLSearchParams; readonly admin: TestAdmin }>()
  app.get('/:tenant/oauth2/v2.0/authorize', (req, res) => {
    const { searchParams: query } = new URL(req.originalUrl, 'http://entra.test')
    asked.push({ tenant: req.params.tenant, query })
    const back = new URL(query.get('redirect_uri') ?? '')
    back.searchParams.set('state', query.get('state') ?? '')
    const code = randomUUID()
    if (state.signsIn) codes.set(code, { query, admin: state.signsIn })
    back.searchParams.set(...((state.signsIn ? ['code', code] : ['error', 'access_denied']) as [string, string]))
    res.redirect(back.href)
  })
  app.post('/:tenant/oauth2/v2.0/token', express.urlencoded(), async (req, res) => {
    const form = req.body as Record<string, string>
    const known = codes.get(form['code'] ?? '')
    const challenge = createHash('sha256')
      .update(form['code_verifier'] ?? '')
      .digest('base64url')
    if (form['client_secret'] !== TAB_SECRET) return void res.status(401).json({ error: 'invalid_client' })
    if (known?.query.get('code_challenge') !== challenge || known.query.get('redirect_uri') !== form['redirect_uri'])
      return void res.status(400).json({ error: 'invalid_grant', error_description: 'AADSTS54005: redeemed' })
    codes.delete(form['code'] ?? '')
    const { claims, forged, lifetimeSeconds = 3600 } = known.admin
    const said = { aud: audience, ver: '2.0', nonce: known.query.get('nonce'), ...claims }
    res.json({ id_token: await sign(said, forged ? foreign.privateKey : real.privateKey, lifetimeSeconds) })
  })
  const listening = await listen(app, { port: 0, host: '127.0.0.1' })
  return Object.assign(state, listening, {
    asked,
    url: `http://127.0.0.1:${listening.port}`,
    token: (
      claims: Readonly<Record<string, unknown>>,
      options: { readonly forged?: boolean; readonly lifetimeSeconds?: number } = {}
    ) =>
      sign(
        { aud: audience, ver: '2.0', scp: 'access_as_user', azp: TEAMS_WEB, ...claims },
        options.forged ? foreign.privateKey : real.privateKey,
        options.lifetimeSeconds ?? 3600
      )
  })
}

function sign(claims: Readonly<Record<string, unknown>>, key: CryptoKey, lifetimeSeconds: number): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  const iss = `https://login.microsoftonline.com/${String(claims['tid'])}/v2.0`
  return new SignJWT({ iss, iat: now - 10, nbf: now - 10, exp: now + lifetimeSeconds, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'entra-1', typ: 'JWT' })
    .sign(key)
}
