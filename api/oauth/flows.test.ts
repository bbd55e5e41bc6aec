/** Every flow that we offer, driven by a certified client library: what a relying party's developer would write. */
import { randomUUID } from 'node:crypto'
import { decodeJwt } from 'jose'
import * as client from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getMe } from '../contract/directory.ts'
import { subjectOf } from '../contract/subject.ts'
import { clientSecret, TAB_CLIENT, TOKEN_EXCHANGE } from './clients.ts'
import { EMBED_RENEWAL } from './embed-client.ts'
import { runClients } from './registry-command.ts'
import { startTestApp } from './test-app.ts'
import type { Browser } from './test-browser.ts'
import { secretIn } from './test-command.ts'
import { browserFor, ping, redeem, registeredParty, signInToWeb, webParty, type Party } from './test-party.ts'
import { startSignInWorld, TENANT, type SignInWorld } from './test-world.ts'

const OID = 'cccccccc-0000-4000-8000-000000000001'
const GOODBYE = 'http://127.0.0.1:9/goodbye'

let world: SignInWorld
let subject: string
let web: Party
let lms: Party
beforeAll(async () => {
  world = await startSignInWorld({ jobs: true })
  const { organizationId, personId } = await world.addPerson('ana', { objectId: OID })
  subject = subjectOf(organizationId, personId)
  web = await webParty(world)
  const redirectUri = 'http://127.0.0.1:9/callback'
  const addresses = ['--redirect', redirectUri, '--post-logout', GOODBYE]
  const added = await runClients(world.deps, ['add', '--name', 'Demo LMS', '--company', 'any', ...addresses])
  const clientId = 'demo-lms'
  lms = await registeredParty(world, { clientId, clientSecret: secretIn(added.join('\n')), redirectUri })
})
afterAll(() => world[Symbol.asyncDispose]())

const signIn = (browser: Browser, party: Party, more: Readonly<Record<string, string>> = {}) => {
  world.workos.next = ping('ana')
  return signInToWeb(browser, party, more)
}
const timesAtProvider = (): number => world.workos.asked.length

describe('signing in', () => {
  it('by code and PKCE with a nonce: ID token, user info and an API token speak of the same person', async () => {
    const nonce = client.randomNonce()
    const verifier = client.randomPKCECodeVerifier()
    const challenge = await client.calculatePKCECodeChallenge(verifier)
    world.workos.next = ping('ana')
    const asked = client.buildAuthorizationUrl(web.config, {
      redirect_uri: web.redirectUri,
      scope: 'openid profile email api',
      state: 'app-state',
      nonce,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      login_hint: 'ana@ping.test'
    })
    const { url } = await browserFor(world).open(asked.href)
    const tokens = await client.authorizationCodeGrant(web.config, new URL(url), {
      expectedState: 'app-state',
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true
    })
    expect(tokens.claims()).toMatchObject({ sub: subject, nonce, aud: 'ci-web' })
    expect(subject).toContain((await world.call(tokens.access_token)(getMe)).personId)
    // RFC 9207: the answer says whose it is.
    expect(new URL(url).searchParams.get('iss')).toBe(`${world.url}/oidc`)
  })

  it('with a pushed request: the browser carries a reference that works once', async () => {
    const verifier = client.randomPKCECodeVerifier()
    const challenge = await client.calculatePKCECodeChallenge(verifier)
    world.workos.next = ping('ana')
    const asked = await client.buildAuthorizationUrlWithPAR(lms.config, {
      redirect_uri: lms.redirectUri,
      scope: 'openid email',
      state: 'app-state',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      login_hint: 'ana@ping.test'
    })
    expect([...asked.searchParams.keys()].toSorted()).toEqual(['client_id', 'request_uri'])
    const { url } = await browserFor(world).open(asked.href)
    const tokens = await redeem(lms, url, verifier)
    expect(await client.fetchUserInfo(lms.config, tokens.access_token, subject)).toMatchObject({
      sub: subject,
      email: 'ana@ping.test'
    })
    const again = await fetch(asked, { redirect: 'manual' })
    expect(new URL(again.headers.get('location') ?? '').searchParams.get('error')).toBe('invalid_request_uri')
  })

  it('once for several apps, and silently with `prompt=none`', async () => {
    const browser = browserFor(world)
    await signIn(browser, web)
    const before = timesAtProvider()
    expect((await signIn(browser, lms)).claims()?.sub).toBe(subject)
    expect((await signIn(browser, lms, { prompt: 'none' })).claims()?.sub).toBe(subject)
    expect(timesAtProvider()).toBe(before)
    await expect(signIn(browserFor(world), lms, { prompt: 'none' })).rejects.toMatchObject({ error: 'login_required' })
  })

  it('again with `prompt=login`, although the session lives', async () => {
    const browser = browserFor(world)
    await signIn(browser, web)
    const before = timesAtProvider()
    await signIn(browser, web, { prompt: 'login' })
    expect(timesAtProvider()).toBe(before + 1)
  })

  it('again when the last time is longer ago than `max_age`, and the ID token says when', async () => {
    const browser = browserFor(world)
    const first = await signIn(browser, web, { max_age: '3600' })
    const signedInAt = first.claims()?.auth_time ?? 0
    expect(signedInAt).toBeGreaterThan(0)
    const before = timesAtProvider()
    await signIn(browser, web, { max_age: '3600' })
    expect(timesAtProvider()).toBe(before)
    await expect.poll(() => Math.floor(Date.now() / 1000) - signedInAt).toBeGreaterThan(1)
    const again = await signIn(browser, web, { max_age: '1' })
    expect(timesAtProvider()).toBe(before + 1)
    expect(again.claims()?.auth_time).toBeGreaterThan(signedInAt)
  })
})

describe('tokens', () => {
  it('are refreshed with a token that changes each time', async () => {
    const first = await signIn(browserFor(world), web, { scope: 'openid api' })
    const second = await client.refreshTokenGrant(web.config, first.refresh_token ?? '')
    const third = await client.refreshTokenGrant(web.config, second.refresh_token ?? '')
    expect(new Set([first, second, third].map(each => each.refresh_token)).size).toBe(3)
    expect(second.claims()?.sub).toBe(subject)
    expect((await world.call(third.access_token)(getMe)).firstName).toBe('Lucía')
    await expect(client.refreshTokenGrant(web.config, first.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant'
    })
  })

  it('are exchanged for a Teams token by the tab’s client, for our API alone', async () => {
    const tab = await client.discovery(
      new URL(`${world.url}/oidc`),
      TAB_CLIENT,
      {},
      client.ClientSecretPost(await clientSecret(world.deps, TAB_CLIENT)),
      { execute: [client.allowInsecureRequests] }
    )
    const exchanged = await client.genericGrantRequest(tab, TOKEN_EXCHANGE, {
      subject_token: await world.entra.token({ tid: TENANT, oid: OID }),
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      resource: `${world.url}/v1`
    })
    expect(exchanged).toMatchObject({ token_type: 'bearer', scope: 'api', expires_in: 300 })
    expect(exchanged.refresh_token).toBeUndefined()
    expect(decodeJwt(exchanged.access_token)).toMatchObject({ sub: subject, aud: `${world.url}/v1` })
    expect((await world.call(exchanged.access_token)(getMe)).firstName).toBe('Lucía')
  })

  it('are handed back by their own client only', async () => {
    const mine = await signIn(browserFor(world), web)
    await client.tokenRevocation(lms.config, mine.refresh_token ?? '', { token_type_hint: 'refresh_token' })
    const renewed = await client.refreshTokenGrant(web.config, mine.refresh_token ?? '')
    await client.tokenRevocation(web.config, renewed.refresh_token ?? '')
    await expect(client.refreshTokenGrant(web.config, renewed.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant'
    })
  })
})

describe('signing out', () => {
  it('asks, ends the session, tells the other apps and goes back where the app said, with its state', async () => {
    await using other = await startTestApp(world, `other-${randomUUID().slice(0, 8)}`)
    const browser = browserFor(world)
    const tokens = await signIn(browser, lms)
    await signIn(browser, await registeredParty(world, other))
    const asked = client.buildEndSessionUrl(lms.config, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: GOODBYE,
      state: 'bye'
    })
    const page = await browser.open(asked.href)
    const xsrf = /name="xsrf" value="([^"]+)"/u.exec((await page.response?.text()) ?? '')?.[1] ?? ''
    const { url } = await browser.post(`${world.url}/oidc/session/end/confirm`, { xsrf, logout: 'yes' })
    expect(url).toBe(`${GOODBYE}?state=bye`)
    await expect.poll(() => other.logouts.length).toBe(1)
    expect(decodeJwt(other.logouts[0] ?? '')).toMatchObject({ sub: subject, aud: other.clientId })
    await expect(signIn(browser, lms, { prompt: 'none' })).rejects.toMatchObject({ error: 'login_required' })
  })

  it('is left alone by whoever chooses to stay', async () => {
    const browser = browserFor(world)
    const tokens = await signIn(browser, lms)
    const asked = client.buildEndSessionUrl(lms.config, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: GOODBYE
    })
    const page = await browser.open(asked.href)
    const xsrf = /name="xsrf" value="([^"]+)"/u.exec((await page.response?.text()) ?? '')?.[1] ?? ''
    await browser.post(`${world.url}/oidc/session/end/confirm`, { xsrf })
    expect((await signIn(browser, lms, { prompt: 'none' })).claims()?.sub).toBe(subject)
  })
})

describe('discovery', () => {
  it('names what a relying party needs and offers nothing that we do not do', () => {
    const serverMetadata = web.config.serverMetadata()
    expect(serverMetadata).toMatchObject({
      issuer: `${world.url}/oidc`,
      code_challenge_methods_supported: ['S256'],
      response_types_supported: ['code'],
      backchannel_logout_supported: true,
      backchannel_logout_session_supported: true,
      authorization_response_iss_parameter_supported: true
    })
    expect(serverMetadata.registration_endpoint).toBeUndefined()
    expect(serverMetadata.grant_types_supported?.toSorted()).toEqual(
      ['authorization_code', 'refresh_token', TOKEN_EXCHANGE, EMBED_RENEWAL].toSorted()
    )
  })
})
