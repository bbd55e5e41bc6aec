/** Whoever asks too often, or guesses, has to wait; nobody else does. Each door answers in its own shape. */
import * as client from 'openid-client'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { exchangeTeamsToken, startTeamsLink } from '../contract/identity.ts'
import { clientSecret, TAB_CLIENT, TOKEN_EXCHANGE } from './clients.ts'
import { askFor, browserFor, ping, signInToWeb, webParty } from './test-party.ts'
import { startSignInWorld, TENANT, type SignInWorld } from './test-world.ts'

const oidOf = (serial: number): string => `cccccccc-0000-4000-8000-${String(serial).padStart(12, '0')}`

let address = 0
let serial = 0
const here = (more: Readonly<Record<string, string>> = {}) => ({ 'x-forwarded-for': `10.0.0.${address}`, ...more })
beforeEach(() => {
  address += 1
  serial += 1
})

describe('at few calls a minute', () => {
  let world: SignInWorld
  beforeAll(async () => {
    const perMinute = { address: 40, account: 2, client: 2, interaction: 3, hint: 2, link: 2, refusals: 6, secrets: 3 }
    world = await startSignInWorld({ perMinute })
  })
  afterAll(() => world[Symbol.asyncDispose]())

  const post = (path: string, form: Readonly<Record<string, string>>, from = here()) =>
    fetch(`${world.url}${path}`, { method: 'POST', headers: from, body: new URLSearchParams(form) })
  const guess = (clientId: string, secret: string, from = here()) =>
    post(
      '/oidc/token',
      { grant_type: TOKEN_EXCHANGE, client_id: clientId, client_secret: secret, subject_token: 'x' },
      from
    )
  const repeat = async <T>(times: number, ask: () => Promise<T>): Promise<readonly T[]> => {
    const answers: T[] = []
    for (let time = 0; time < times; time++) answers.push(await ask())
    return answers
  }
  const statuses = (answers: readonly Response[]) => answers.map(({ status }) => status)

  test.each([
    ['/oidc/token', 'POST'],
    ['/oidc/request', 'POST'],
    ['/oidc/jwks', 'GET'],
    ['/oidc/auth?client_id=ci-web', 'GET']
  ])('an address that asks %s too often waits, and another does not', async (path, method) => {
    const ask = (from: Readonly<Record<string, string>>) =>
      fetch(world.url + path, { method, headers: { accept: 'application/json', ...from }, redirect: 'manual' })
    const last = (await repeat(41, () => ask(here()))).at(-1)
    expect(last?.status).toBe(429)
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await last?.json()).toMatchObject({
      error: 'too_many_requests',
      error_description: expect.any(String) as string
    })
    expect((await ask({ 'x-forwarded-for': `10.0.1.${address}` })).status).not.toBe(429)
  })

  test.each(['/v1/company-receipts/org_a.b', '/v1/company-exports/org_a.b'])(
    'an address that tries links such as %s too often waits, and another does not',
    async path => {
      const ask = (from: Readonly<Record<string, string>>) => fetch(world.url + path, { headers: from })
      const answers = await repeat(41, () => ask(here()))
      expect(answers[39]?.status).not.toBe(429)
      expect(await answers[40]?.json()).toMatchObject({ code: 'too_many_requests' })
      expect((await ask({ 'x-forwarded-for': `10.0.1.${address}` })).status).not.toBe(429)
    }
  )

  test('a person who waits reads a page in their language, a program that calls the API a problem', async () => {
    await repeat(41, () => fetch(`${world.url}/oidc/jwks`, { headers: here() }))
    const page = await fetch(`${world.url}/oidc/auth`, {
      headers: here({ accept: 'text/html', 'accept-language': 'es' })
    })
    expect([page.status, (await page.text()).includes('Demasiados intentos')]).toEqual([429, true])
    const token = await world.entra.token({ tid: TENANT, oid: oidOf(serial) })
    const answer = await fetch(world.url + exchangeTeamsToken.path, {
      method: 'POST',
      headers: here({ 'content-type': 'application/json', 'accept-language': 'es' }),
      body: JSON.stringify({ token })
    })
    expect(answer.headers.get('retry-after')).toBeTruthy()
    expect(await answer.json()).toMatchObject({
      code: 'too_many_requests',
      message: expect.stringContaining('Espera') as string
    })
  })

  test('whoever guesses an app’s secret waits even with the right one; the app itself, elsewhere, does not', async () => {
    const secret = await clientSecret(world.deps, TAB_CLIENT)
    expect(statuses(await repeat(3, () => guess(TAB_CLIENT, 'wrong')))).toEqual([401, 401, 401])
    const refused = await guess(TAB_CLIENT, secret)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBeTruthy()
    expect(await refused.json()).toMatchObject({ error: 'too_many_requests' })
    expect((await guess(TAB_CLIENT, secret, { 'x-forwarded-for': '10.9.9.9' })).status).toBe(400)
    const { clientId } = await world.learningClient(world.organizationId)
    expect((await guess(clientId, 'wrong')).status).toBe(401)
  })

  test('refusals of any kind at one address add up', async () => {
    const asks = (code: number) =>
      post('/oidc/token', { grant_type: 'authorization_code', client_id: 'ci-web', code: `${code}` })
    const answers: Response[] = []
    for (let code = 0; code < 7; code++) answers.push(await asks(code))
    expect(
      statuses(answers)
        .slice(0, 6)
        .every(status => status === 400)
    ).toBe(true)
    await expect.poll(async () => (await asks(7)).status).toBe(429)
  })

  test('tokens for one person are limited at the API and at the token endpoint together, for a colleague they are not', async () => {
    await world.addPerson(`busy${serial}`, { objectId: oidOf(serial) })
    const token = await world.entra.token({ tid: TENANT, oid: oidOf(serial) })
    const mint = (body: string, type: string, path: string) =>
      fetch(world.url + path, { method: 'POST', headers: here({ 'content-type': type }), body })
    const atApi = () => mint(JSON.stringify({ token }), 'application/json', exchangeTeamsToken.path)
    const secret = await clientSecret(world.deps, TAB_CLIENT)
    const form = { grant_type: TOKEN_EXCHANGE, client_id: TAB_CLIENT, client_secret: secret, subject_token: token }
    const type = 'urn:ietf:params:oauth:token-type:jwt'
    const atEndpoint = () => post('/oidc/token', { ...form, subject_token_type: type })
    expect([(await atApi()).status, (await atEndpoint()).status]).toEqual([200, 200])
    const [problem, error] = [await atApi(), await atEndpoint()]
    expect([problem.status, error.status]).toEqual([429, 429])
    expect(await problem.json()).toMatchObject({ code: 'too_many_requests' })
    expect(await error.json()).toMatchObject({ error: 'too_many_requests' })
    expect(Number(error.headers.get('retry-after'))).toBeGreaterThan(0)
    await world.addPerson(`calm${serial}`, { objectId: oidOf(1000 + serial) })
    const colleague = await world.entra.token({ tid: TENANT, oid: oidOf(1000 + serial) })
    expect((await mint(JSON.stringify({ token: colleague }), 'application/json', exchangeTeamsToken.path)).status).toBe(
      200
    )
  })

  test('sign-ins for one work e-mail, and one sign-in that is opened again and again, wait on a page', async () => {
    const party = await webParty(world)
    const challenge = await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier())
    const url = (hint: string) =>
      askFor(party, { code_challenge: challenge, code_challenge_method: 'S256', login_hint: hint })
    world.workos.next = undefined
    const statusOf = async (hint: string) => (await browserFor(world).open(url(hint))).response?.status
    expect([await statusOf('a@ping.test'), await statusOf('a@ping.test')]).toEqual([403, 403])
    expect(await statusOf('a@ping.test')).toBe(429)
    expect(await statusOf('b@ping.test')).toBe(403)
    const browser = browserFor(world)
    const { url: page } = await browser.open(url('nobody@nowhere.test'))
    await browser.open(page)
    await browser.open(page)
    expect((await browser.open(page)).response?.status).toBe(429)
  })

  test('the page of a link waits when it is opened again and again', async () => {
    const token = await world.entra.token({ tid: TENANT, oid: oidOf(serial) })
    const { url } = await world.call()(startTeamsLink, { body: { token } })
    const answers = await repeat(3, () => fetch(url, { headers: here() }))
    expect(statuses(answers)).toEqual([200, 200, 429])
  })
})

describe('at the limits of production', () => {
  let world: SignInWorld
  beforeAll(async () => {
    world = await startSignInWorld()
  })
  afterAll(() => world[Symbol.asyncDispose]())

  it('refused Teams tokens of one account wait at their own address, not the account elsewhere', async () => {
    await world.addPerson('victim', { objectId: oidOf(77) })
    const [forged, real] = [
      await world.entra.token({ tid: TENANT, oid: oidOf(77) }, { forged: true }),
      await world.entra.token({ tid: TENANT, oid: oidOf(77) })
    ]
    const exchange = (token: string, from = here()) =>
      fetch(world.url + exchangeTeamsToken.path, {
        method: 'POST',
        headers: { ...from, 'content-type': 'application/json' },
        body: JSON.stringify({ token })
      })
    for (let tries = 0; tries < 120; tries++) expect((await exchange(forged)).status).toBe(401)
    const waiting = await exchange(real)
    expect([waiting.status, waiting.headers.has('retry-after')]).toEqual([429, true])
    expect((await exchange(real, { 'x-forwarded-for': '10.8.8.8' })).status).toBe(200)
  })

  it('fifty sign-ins in a row behind one address go through', async () => {
    await world.addPerson('crowd')
    world.workos.next = ping('crowd')
    const party = await webParty(world)
    for (let person = 0; person < 50; person++) {
      const tokens = await signInToWeb(browserFor(world), party, { login_hint: `p${person}@ping.test` })
      expect(tokens.access_token).toBeTruthy()
    }
  })
})
