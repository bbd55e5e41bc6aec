/** Codes, refresh tokens, requests, states and redirect targets that are forged, replayed or swapped: refused, and nothing changed. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { signState } from '../identity/state.ts'
import { clientSecret, TAB_CLIENT, TOKEN_EXCHANGE } from './clients.ts'
import { createBrowser, type Browser } from './test-browser.ts'
import { countRows, refusalOf } from './test-refusals.ts'
import { CONNECTION, startSignInWorld, TENANT, type SignInWorld } from './test-world.ts'

const VERIFIER = 'v'.repeat(64)
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url')

let world: SignInWorld
let rows: string
let learning: Awaited<ReturnType<SignInWorld['learningClient']>>
beforeAll(async () => {
  world = await startSignInWorld()
  await world.addPerson('ana')
  learning = await world.learningClient(world.organizationId)
  await signIn()
})
afterAll(() => world[Symbol.asyncDispose]())

const webRedirect = (): string => `${world.url}/tab/signed-in`
const newBrowser = (): Browser => createBrowser([world.url, world.workos.url])

function authorizeUrl(changed: Readonly<Record<string, string | undefined>> = {}): string {
  const wanted = {
    client_id: 'ci-web',
    response_type: 'code',
    redirect_uri: webRedirect(),
    scope: 'openid offline_access',
    state: 'app-state',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    login_hint: 'ana@ping.test',
    ...changed
  }
  const given = Object.entries(wanted).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return `${world.url}/oidc/auth?${new URLSearchParams(given).toString()}`
}

/** A whole sign-in to the web app; gives its code. */
async function signIn(): Promise<string> {
  world.workos.next = {
    idp_id: 'ana',
    connection_id: CONNECTION,
    connection_type: 'GenericOIDC',
    raw_attributes: { sub: 'ana', uid: 'ana', mail: 'ana@ping.test' }
  }
  const { url } = await newBrowser().open(authorizeUrl())
  return new URL(url).searchParams.get('code') ?? ''
}

const ask = (form: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(`${world.url}/oidc/token`, { method: 'POST', body: new URLSearchParams(form) })

const asWeb = (code: string, changed: Readonly<Record<string, string>> = {}) => ({
  grant_type: 'authorization_code',
  client_id: 'ci-web',
  code,
  code_verifier: VERIFIER,
  redirect_uri: webRedirect(),
  ...changed
})

async function tokensOf(code: string): Promise<Record<string, string>> {
  return (await (await ask(asWeb(code))).json()) as Record<string, string>
}

describe('a code', () => {
  let code: string
  beforeEach(async () => {
    code = await signIn()
    rows = await countRows(world)
  })

  test.each([
    ['with another verifier', { code_verifier: 'w'.repeat(64) }, 'invalid_grant'],
    ['with no verifier', { code_verifier: '' }, 'invalid_grant'],
    ['to another address', { redirect_uri: 'https://evil.example/' }, 'invalid_grant'],
    ['that was made up', { code: 'x'.repeat(43) }, 'invalid_grant'],
    ['by an unknown client', { client_id: 'ci-none' }, 'invalid_client'],
    ['with a secret that a public client has not', { client_secret: 'guess' }, 'invalid_client'],
    [
      'under a grant nobody offers',
      { grant_type: 'password', username: 'ana', password: 'x' },
      'unsupported_grant_type'
    ]
  ])('%s', async (_what, changed, error) => {
    const refusal = await refusalOf(world, await ask(asWeb(code, changed)), code)
    expect(refusal).toEqual({ status: error === 'invalid_client' ? 401 : 400, code: error, leaked: [], rows })
  })

  test('of another client', async () => {
    const { clientId, clientSecret: secret, redirectUri } = learning
    const stolen = asWeb(code, { client_id: clientId, client_secret: secret, redirect_uri: redirectUri })
    expect(await refusalOf(world, await ask(stolen), code)).toMatchObject({ status: 400, code: 'invalid_grant', rows })
  })

  test('used twice is refused, and what the first use gave is dead', async () => {
    const { refresh_token: refresh = '' } = await tokensOf(code)
    expect(await refusalOf(world, await ask(asWeb(code)), code)).toMatchObject({ status: 400, code: 'invalid_grant' })
    const form = { grant_type: 'refresh_token', client_id: 'ci-web', refresh_token: refresh }
    expect(await refusalOf(world, await ask(form), refresh)).toMatchObject({ status: 400, code: 'invalid_grant' })
  })
})

test('a code that another process took first is refused, and what it gave ends', async () => {
  const code = await signIn()
  const ofGrant = await world.deps.db.router(trx =>
    sql<{
      grant_id: string
    }>`update oidc_payloads set consumed_at = now() where id = ${code} returning grant_id`.execute(trx)
  )
  expect(await refusalOf(world, await ask(asWeb(code)), code)).toMatchObject({ status: 400, code: 'invalid_grant' })
  const left = await world.deps.db.router(trx =>
    sql`select 1 from oidc_payloads where grant_id = ${ofGrant.rows[0]?.grant_id}`.execute(trx)
  )
  expect([ofGrant.rows.length, left.rows.length]).toEqual([1, 0])
})

describe('a refresh token', () => {
  test.each([
    ['of another client', () => ({ client_id: learning.clientId, client_secret: learning.clientSecret })],
    [
      'with one character changed',
      (token: string) => ({ refresh_token: `${token.slice(0, -1)}${token.endsWith('x') ? 'y' : 'x'}` })
    ],
    ['that is an access token', (_token: string, access: string) => ({ refresh_token: access })]
  ])('%s', async (_what, change) => {
    const tokens = await tokensOf(await signIn())
    rows = await countRows(world)
    const { refresh_token: refresh = '', access_token: access = '' } = tokens
    const form = {
      grant_type: 'refresh_token',
      client_id: 'ci-web',
      refresh_token: refresh,
      ...change(refresh, access)
    }
    const refusal = await refusalOf(world, await ask(form), refresh)
    expect([400, 401]).toContain(refusal.status)
    expect(refusal).toMatchObject({
      code: expect.stringMatching(/^(?:invalid_grant|invalid_request)$/u),
      leaked: [],
      rows
    })
  })

  const refresh = (token: string) => ask({ grant_type: 'refresh_token', client_id: 'ci-web', refresh_token: token })

  test('used again at once is refused, and what the first use got lives on', async () => {
    const { refresh_token: first = '' } = await tokensOf(await signIn())
    const { refresh_token: second = '' } = (await (await refresh(first)).json()) as Record<string, string>
    expect((await refusalOf(world, await refresh(first), first)).code).toBe('invalid_grant')
    expect((await refresh(second)).status).toBe(200)
  })

  test('used again later ends the whole family', async () => {
    const { refresh_token: first = '' } = await tokensOf(await signIn())
    const { refresh_token: second = '' } = (await (await refresh(first)).json()) as Record<string, string>
    await world.deps.db.router(trx =>
      sql`update oidc_payloads set consumed_at = consumed_at - interval '1 minute' where consumed_at is not null`.execute(
        trx
      )
    )
    expect((await refusalOf(world, await refresh(first), first)).code).toBe('invalid_grant')
    expect((await refusalOf(world, await refresh(second), second)).code).toBe('invalid_grant')
  })
})

describe('a request', () => {
  beforeEach(async () => {
    rows = await countRows(world)
  })

  // An address that is not registered is never sent to: the refusal stays here.
  test.each([
    ['another host', 'https://evil.example/tab/signed-in'],
    ['a host that begins like ours', () => `${world.url}.evil.example/tab/signed-in`],
    ['our host as a user name', () => `${world.url}@evil.example/tab/signed-in`],
    ['a longer path', () => `${webRedirect()}/../../evil`],
    ['an added query', () => `${webRedirect()}?next=https://evil.example`],
    ['a fragment', () => `${webRedirect()}#x`],
    ['a script', 'javascript:alert(1)'],
    ['no scheme', '//evil.example/tab/signed-in'],
    ['other capitals', () => webRedirect().toUpperCase()]
  ])('that leads to %s', async (_what, target) => {
    const redirect_uri = typeof target === 'function' ? target() : target
    const answer = await fetch(authorizeUrl({ redirect_uri }), { redirect: 'manual' })
    expect(answer.headers.get('location')).toBeNull()
    expect(await refusalOf(world, answer)).toMatchObject({ status: 400, leaked: [], rows })
  })

  test.each([
    ['without PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['with plain PKCE', { code_challenge_method: 'plain', code_challenge: VERIFIER }, 'invalid_request'],
    ['for tokens in the address', { response_type: 'token' }, 'unsupported_response_type'],
    ['for an ID token in the address', { response_type: 'id_token', nonce: 'n' }, 'unsupported_response_type'],
    ['as a request object of its own', { request: 'eyJhbGciOiJub25lIn0.e30.' }, 'request_not_supported'],
    ['from an address of its own', { request_uri: 'https://evil.example/request' }, 'request_uri_not_supported'],
    ['for another resource', { resource: 'https://evil.example/' }, 'invalid_target'],
    ['with `prompt=none` and nobody signed in', { prompt: 'none' }, 'login_required']
  ])('%s', async (_what, changed, error) => {
    const answer = await fetch(authorizeUrl(changed), { redirect: 'manual' })
    expect(await refusalOf(world, answer)).toMatchObject({ status: 303, code: error, leaked: [], rows })
  })

  test.each([
    ['of an unknown client', { client_id: 'ci-none' }],
    ['of the tab, which signs in by exchange only', { client_id: 'ci-tab' }],
    ['of a company’s site that is not there', { client_id: 'thinkific-org_x' }],
    ['of a client whose name is a path', { client_id: '../../etc/passwd' }]
  ])('%s', async (_what, changed) => {
    const answer = await fetch(authorizeUrl(changed), { redirect: 'manual' })
    expect(answer.headers.get('location')).toBeNull()
    expect(await refusalOf(world, answer)).toMatchObject({ status: 400, leaked: [], rows })
  })
})

describe('an answer of the company’s provider', () => {
  const keys = (): readonly string[] => world.deps.config.COOKIE_KEYS
  const state = (changed: object = {}, signedWith = keys(), at = new Date()): string =>
    signState(
      { uid: 'x', organizationId: world.organizationId, attemptId: 'att_x', clientId: 'ci-web', ...changed },
      signedWith,
      at
    ).text
  beforeEach(async () => {
    rows = await countRows(world)
  })

  test.each([
    ['with a state that is text', () => 'app-state'],
    ['with a state of another key', () => state({}, ['k'.repeat(43)])],
    ['with a state of two hours ago', () => state({}, keys(), new Date(Date.now() - 7_200_000))],
    [
      'with a changed state',
      () =>
        `${Buffer.from('{"uid":"x","organizationId":"org_x","attemptId":"a","expiresAt":4e12}').toString('base64url')}.${state().split('.')[1]}`
    ]
  ])('%s', async (_what, make) => {
    const answer = await fetch(`${world.url}/signin/callback?code=c&state=${encodeURIComponent(make())}`, {
      redirect: 'manual'
    })
    expect(await refusalOf(world, answer)).toMatchObject({ status: 400, leaked: [], rows })
  })

  test('without a state: it is thrown away, and the sign-in begins anew at the app', async () => {
    const answer = await fetch(`${world.url}/signin/callback?code=c`, { redirect: 'manual' })
    expect(answer.headers.get('location')).toBe(`${world.url}/tab/`)
    expect(await refusalOf(world, answer)).toMatchObject({ status: 303, leaked: [], rows })
  })

  test('with a good state, in a browser that began nothing', async () => {
    const answer = await fetch(`${world.url}/signin/callback?code=c&state=${encodeURIComponent(state())}`)
    expect(await refusalOf(world, answer)).toMatchObject({ status: 410, leaked: [], rows })
  })

  test('twice: the second finds the sign-in over', async () => {
    const browser = newBrowser()
    const here = createBrowser([world.url])
    const { url } = await here.open(authorizeUrl())
    const callback = new URL((await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '')
    await here.open(callback.href)
    const { response } = await browser.open(callback.href)
    expect(response?.status).toBe(410)
  })
})

describe('the exchange at the token endpoint', () => {
  beforeEach(async () => {
    rows = await countRows(world)
  })

  test.each([
    ['with a wrong secret', { client_secret: 'guess' }, 401, 'invalid_client'],
    ['without a secret', { client_secret: '' }, 401, 'invalid_client'],
    ['by the web app', { client_id: 'ci-web', client_secret: '' }, 400, 'invalid_request'],
    [
      'of a token of another kind',
      { subject_token_type: 'urn:ietf:params:oauth:token-type:saml2' },
      400,
      'invalid_request'
    ],
    ['for another audience', { resource: 'https://evil.example/v1' }, 400, 'invalid_target'],
    ['of nothing', { subject_token: '' }, 400, 'invalid_request']
  ])('%s', async (_what, changed, status, code) => {
    const form = {
      grant_type: TOKEN_EXCHANGE,
      client_id: TAB_CLIENT,
      client_secret: await clientSecret(world.deps, TAB_CLIENT),
      subject_token: await world.entra.token({ tid: TENANT, oid: 'cccccccc-0000-4000-8000-000000000001' }),
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      ...changed
    }
    expect(await refusalOf(world, await ask(form))).toMatchObject({ status, code, leaked: [], rows })
  })
})

describe('signing out', () => {
  test.each([
    ['to another host', 'https://evil.example/'],
    ['to a script', 'javascript:alert(1)']
  ])('%s stays here', async (_what, target) => {
    const { id_token: hint = '' } = await tokensOf(await signIn())
    const query = new URLSearchParams({ id_token_hint: hint, post_logout_redirect_uri: target })
    const answer = await fetch(`${world.url}/oidc/session/end?${query.toString()}`, { redirect: 'manual' })
    expect(answer.status).toBe(400)
    expect(answer.headers.get('location')).toBeNull()
  })
})
