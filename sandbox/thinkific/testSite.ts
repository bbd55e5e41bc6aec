/** A demo learning site, an inbox for its webhooks and a browser's cookie jar, for the tests. */
import { createServer } from 'node:http'
import Provider from 'oidc-provider'
import { closeServer, createStandin, listenOnLoopback, rawBody } from '../harness/standin.ts'
import { createThinkificStandin } from './thinkific.ts'

export const KEY = 'demo-site-key-0123456789abcdef01'
export const COURSE = 501

export async function startSite() {
  const now = () => new Date('2026-11-23T12:00:00Z')
  const thinkific = createThinkificStandin({ now })
  await thinkific.listen()
  thinkific.addSite({ subdomain: 'demo', apiKey: KEY, name: 'Demo Academy' })
  thinkific.addCourse('demo', { id: COURSE, name: 'Feedback', slug: 'feedback', lessons: 4 })
  thinkific.addCourse('demo', { id: COURSE + 1, name: 'Focus', slug: 'focus', lessons: 2 })
  const call = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
    fetch(`${thinkific.standin.url()}/api/public/v1${path}`, {
      method,
      headers: { 'x-auth-api-key': KEY, 'x-auth-subdomain': 'demo', 'content-type': 'application/json', ...headers },
      ...(body ? { body: JSON.stringify(body) } : {})
    })
  const addLearner = async (subject: string): Promise<number> => {
    const email = `${subject}@demo.example`
    const person = { email, first_name: 'Ana', last_name: 'Demo', external_id: subject, provider: 'OPENID_CONNECT' }
    const made: { id: number } = await (await call('POST', '/users', person)).json()
    return made.id
  }
  return { thinkific, call, addLearner, [Symbol.asyncDispose]: () => thinkific[Symbol.asyncDispose]() }
}

export type Delivery = { readonly topic: string; readonly signature: string; readonly body: Buffer }

/** @param failures how many deliveries are answered 503 before they are taken */
export async function openInbox(failures = 0) {
  const inbox = createStandin({ name: 'inbox', now: () => new Date(0) })
  const deliveries: Delivery[] = []
  let left = failures
  inbox.app.post('/hook', (req, res) => {
    if (left-- > 0) return void res.status(503).end()
    const signature = req.get('x-thinkific-hmac-sha256') ?? ''
    deliveries.push({ topic: req.get('x-thinkific-topic') ?? '', signature, body: rawBody(req) })
    res.status(200).end()
  })
  await inbox.listen()
  return { url: `${inbox.url()}/hook`, deliveries, [Symbol.asyncDispose]: () => inbox[Symbol.asyncDispose]() }
}

/** Follows redirects by hand and keeps cookies per host and name, as a browser would on one machine. */
export function openBrowser() {
  const jar = new Map<string, string>()
  const visit = async (
    url: string,
    form?: Record<string, string>
  ): Promise<{ url: string; status: number; html: string }> => {
    const cookie = [...jar].map(pair => pair.join('=')).join('; ')
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie },
      ...(form ? { body: new URLSearchParams(form) } : {})
    })
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=', 2)
      if (value) jar.set(name, value)
      else jar.delete(name)
    }
    const next = response.headers.get('location')
    if (next) return visit(new URL(next, url).href)
    return { url, status: response.status, html: await response.text() }
  }
  return { visit }
}

/** A real OpenID provider (oidc-provider) with one client and one person, who is always already signed in there. */
export async function startProvider(
  callback: string,
  claims: { readonly sub: string; readonly email: string },
  publicName?: string
) {
  const server = createServer()
  await listenOnLoopback(server, 0)
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('the provider is not listening')
  const url = `http://127.0.0.1:${address.port}`
  const issuer = publicName ?? url
  const all = { ...claims, given_name: 'Ana', family_name: 'Demo' }
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'site',
        client_secret: 'site-secret',
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [callback],
        post_logout_redirect_uris: [callback.replace(/\/callback$/u, '')]
      }
    ],
    claims: { openid: ['sub'], email: ['email'], profile: ['given_name', 'family_name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => false },
    cookies: { keys: ['demo'] },
    findAccount: (_, accountId) => ({ accountId, claims: () => all }),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    features: { devInteractions: { enabled: false } }
  })
  const app = provider.callback()
  server.on('request', (req, res) => {
    if (!req.url?.startsWith('/interaction/')) return void app(req, res)
    void approve(provider, req, res, claims.sub)
  })
  return { issuer, url, [Symbol.asyncDispose]: () => closeServer(server) }
}

type Interaction = Parameters<Provider['interactionDetails']>

async function approve(provider: Provider, req: Interaction[0], res: Interaction[1], accountId: string): Promise<void> {
  const { params } = await provider.interactionDetails(req, res)
  const grant = new provider.Grant({ accountId, clientId: String(params['client_id']) })
  grant.addOIDCScope('openid profile email')
  await provider.interactionFinished(req, res, { login: { accountId }, consent: { grantId: await grant.save() } })
}
