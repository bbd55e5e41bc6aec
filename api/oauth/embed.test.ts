/** The coach in a learning system over HTTP: what a frame, its popup and those who would misuse them send. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listMySessions } from '../contract/sessions.ts'
import { getEmbed, putEmbed } from '../contract/embed.ts'
import { surfaceOf } from '../contract/surface.ts'
import { EMBED_RENEWAL, embedClientId } from './embed-client.ts'
import { saveOrigins } from './embed.ts'
import { createBrowser, type Browser } from './test-browser.ts'
import { CONNECTION, startSignInWorld, type SignInWorld } from './test-world.ts'

const LMS = 'https://learning.ping.test'
const VERIFIER = 'v'.repeat(64)
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url')

let world: SignInWorld
let client: string
beforeAll(async () => {
  world = await startSignInWorld()
  await world.addPerson('ana')
  await (
    await world.asAdmin()
  )(putEmbed, { body: { origins: [LMS] } })
  client = embedClientId(world.organizationId)
})
afterAll(() => world[Symbol.asyncDispose]())

type Form = Readonly<Record<string, string>>
const authorizeUrl = (changed: Form = {}): string =>
  `${world.url}/oidc/auth?${new URLSearchParams({
    client_id: client,
    response_type: 'code',
    redirect_uri: `${world.url}/embed/${world.organizationId}/signed-in`,
    scope: 'openid api',
    state: 'frame-state',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    ...changed
  }).toString()}`

/** The popup's way to the page that hands over the code. */
async function popup(browser: Browser, idpId = 'ana'): Promise<URL> {
  world.workos.next = {
    idp_id: idpId,
    connection_id: CONNECTION,
    connection_type: 'GenericOIDC',
    raw_attributes: { sub: idpId, uid: idpId, mail: `${idpId}@ping.test` }
  }
  const { url } = await browser.open(authorizeUrl())
  return new URL(url)
}

const newBrowser = (): Browser => createBrowser([world.url, world.workos.url])
const codeOf = (url: URL): string => url.searchParams.get('code') ?? ''

const post = (path: string, form: Form, headers: Form = {}): Promise<Response> =>
  fetch(world.url + path, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { origin: world.url, ...headers }
  })

const redeem = (code: string, changed: Form = {}): Promise<Response> =>
  post('/oidc/token', {
    grant_type: 'authorization_code',
    client_id: client,
    code,
    code_verifier: VERIFIER,
    redirect_uri: `${world.url}/embed/${world.organizationId}/signed-in`,
    ...changed
  })

type Tokens = { readonly access_token: string; readonly refresh_token: string; readonly sub: string }
const tokensIn = async (answer: Response): Promise<Tokens> => (await answer.json()) as Tokens
const signIn = async (idpId = 'ana'): Promise<Tokens> =>
  tokensIn(await redeem(codeOf(await popup(newBrowser(), idpId))))

const renew = (form: Form, headers: Form = {}): Promise<Response> =>
  post('/oidc/token', { grant_type: EMBED_RENEWAL, client_id: client, ...form }, headers)

const cookieIn = (answer: Response): string => answer.headers.getSetCookie().at(-1) ?? ''

/** As a browser keeps what a sign-in leaves, and sends it again. */
async function keep({ refresh_token }: Tokens): Promise<Form> {
  const kept = await renew({ refresh_token })
  expect(kept.status).toBe(200)
  return { cookie: cookieIn(kept).split(';')[0] ?? '' }
}

describe('where the coach may be framed', () => {
  test('only an admin says it, and each change is kept with the lines to paste', async () => {
    const admin = await world.asAdmin()
    const view = await admin(getEmbed)
    expect(view).toEqual({
      origins: [LMS],
      snippet: `<script async src="${world.url}/embed/${world.organizationId}.js"></script>`,
      frameUrl: `${world.url}/embed/${world.organizationId}/coach`
    })
    const member = world.call(await world.memberToken())
    await expect(member(putEmbed, { body: { origins: ['https://evil.example'] } })).rejects.toMatchObject({
      status: 403
    })
    await expect(world.call()(getEmbed)).rejects.toMatchObject({ status: 401 })
  })

  test('what is no origin is refused by name and changes nothing, as are more than twenty', async () => {
    const admin = await world.asAdmin()
    const body = { origins: ['https://a.ping.test', 'https://b.ping.test; script-src *'] }
    await expect(admin(putEmbed, { body })).rejects.toMatchObject({
      status: 400,
      problem: { code: 'bad_origin', message: expect.stringContaining('b.ping.test') }
    })
    const many = Array.from({ length: 21 }, (_, index) => `https://l${index}.ping.test`)
    await expect(admin(putEmbed, { body: { origins: many } })).rejects.toMatchObject({ status: 400 })
    expect((await admin(getEmbed)).origins).toEqual([LMS])
  })

  test('a company that opened it for nobody has no client, so that nothing can be asked for in its name', async () => {
    const other = embedClientId(world.otherId)
    const answer = await newBrowser().ask(authorizeUrl({ client_id: other }))
    expect(answer.status).toBe(400)
    expect(await (await renew({ client_id: other })).json()).toMatchObject({ error: 'invalid_client' })
    expect((await renew({ client_id: embedClientId('org_nobody') })).status).toBe(401)
  })
})

describe('a sign-in in the popup', () => {
  test('hands the frame a code for a token that opens the coach, as written in a learning system, and no role', async () => {
    const { personId } = await world.addPerson('boss')
    await world.deps.db.owner(trx => sql`update people set roles = array['admin'] where id = ${personId}`.execute(trx))
    const { access_token } = await signIn('boss')
    const claims = JSON.parse(Buffer.from(access_token.split('.')[1] ?? '', 'base64url').toString()) as {
      client_id: string
      roles: string[]
    }
    expect(surfaceOf(claims.client_id)).toBe('lms')
    expect(claims.roles).toEqual([])
    await world.call(access_token)(listMySessions)
    await expect(world.call(access_token)(getEmbed)).rejects.toMatchObject({ status: 403 })
  })

  test('the code works once, within a minute, and not without what the frame alone knows', async () => {
    const once = codeOf(await popup(newBrowser()))
    expect((await redeem(once, { code_verifier: 'w'.repeat(64) })).status).toBe(400)
    const code = codeOf(await popup(newBrowser()))
    const first = await tokensIn(await redeem(code))
    expect((await redeem(code)).status).toBe(400)
    // A second use of a code ends what the first one gave.
    expect((await renew({ refresh_token: first.refresh_token })).status).toBe(400)
  })

  test.each([
    ['without a challenge', { code_challenge: '', code_challenge_method: '' }],
    ['with a plain challenge', { code_challenge_method: 'plain' }],
    ['back to another company’s page', { redirect_uri: '/embed/org_other/signed-in' }],
    ['back to another site', { redirect_uri: 'https://evil.example/embed' }]
  ])('%s gives no code', async (_name, changed) => {
    const given = Object.entries(changed).map(([key, value]) => [
      key,
      value.startsWith('/') ? world.url + value : value
    ])
    const { url, response } = await newBrowser().open(authorizeUrl(Object.fromEntries(given) as Form))
    expect(new URL(url).searchParams.get('code')).toBeNull()
    expect(response?.status ?? 400).toBeGreaterThanOrEqual(400)
  })

  test('another company’s code opens nothing here, nor this one’s there', async () => {
    const code = codeOf(await popup(newBrowser()))
    const elsewhere = { client_id: 'ci-web', redirect_uri: `${world.url}/tab/signed-in` }
    expect((await redeem(code, elsewhere)).status).toBe(400)
    const origins = ['https://learning.okta.test']
    await saveOrigins(world.deps, { organizationId: world.otherId, by: 'operator', origins })
    const mine = codeOf(await popup(newBrowser()))
    expect((await redeem(mine, { client_id: embedClientId(world.otherId) })).status).toBe(400)
  })
})

describe('a frame that was reloaded', () => {
  test('is signed in by a cookie that no script, no other site and no plain connection gets', async () => {
    const { refresh_token, sub: _none } = await signIn()
    const kept = await renew({ refresh_token })
    const cookie = cookieIn(kept)
    expect(cookie).toMatch(new RegExp(`^__Host-ci-embed-${world.organizationId}=`, 'u'))
    for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=None', 'Partitioned', 'Max-Age=43200'])
      expect(cookie).toContain(part)
    expect(cookie).not.toContain('Domain')
    expect(await kept.json()).not.toHaveProperty('refresh_token')
    const again = await renew({}, { cookie: cookie.split(';')[0] ?? '' })
    const { access_token } = await tokensIn(again)
    await world.call(access_token)(listMySessions)
  })

  test('is refused without the cookie, from another page of the same site, or for somebody else', async () => {
    const kept = await keep(await signIn())
    expect(await (await renew({})).json()).toMatchObject({ error: 'invalid_grant' })
    for (const origin of [LMS, 'null', '']) expect((await renew({}, { ...kept, origin })).status).toBe(400)
    const other = await renew({ sub: `${world.organizationId}.per_other` }, kept)
    expect(await other.json()).toMatchObject({ error: 'invalid_grant' })
    expect((await renew({ client_id: 'ci-web' }, kept)).status).toBe(400)
    expect((await renew({ refresh_token: 'made-up' })).status).toBe(400)
  })

  test('and one whose browser keeps no cookie goes on with what the page remembers', async () => {
    const { refresh_token } = await signIn()
    const form = { grant_type: 'refresh_token', client_id: client, refresh_token }
    const next = await tokensIn(await post('/oidc/token', form))
    expect(next.refresh_token).not.toBe(refresh_token)
    await world.call(next.access_token)(listMySessions)
  })

  test('signing out ends the session, the cookie and the token of both frames', async () => {
    const browser = newBrowser()
    const first = await tokensIn(await redeem(codeOf(await popup(browser))))
    const kept = await keep(first)
    const foreign = await post(`/oidc/embed/${world.organizationId}/sign-out`, {}, { ...kept, origin: LMS })
    expect(foreign.status).toBe(403)
    expect((await renew({}, kept)).status).toBe(200)
    const out = await post(`/oidc/embed/${world.organizationId}/sign-out`, {}, kept)
    expect(cookieIn(out)).toContain('Max-Age=0')
    expect((await renew({}, kept)).status).toBe(400)
    await expect
      .poll(() =>
        world
          .call(first.access_token)(listMySessions)
          .catch(error => error.status)
      )
      .toBe(401)
    // The popup would have to sign in anew.
    const asked = await browser.ask(authorizeUrl({ prompt: 'none' }))
    expect(asked.headers.get('location')).toContain('error=login_required')
  })

  test('whoever lost access is signed in no longer, within seconds', async () => {
    await world.addPerson('leo')
    const tokens = await signIn('leo')
    const kept = await keep(tokens)
    await world.setActive('leo', 'inactive')
    await expect.poll(async () => (await renew({}, kept)).status).toBe(400)
    await expect
      .poll(() =>
        world
          .call(tokens.access_token)(listMySessions)
          .catch(error => error.status)
      )
      .toBe(401)
  })
})
