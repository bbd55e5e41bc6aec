import { sleep } from '../platform/time.ts'
import { ACCOUNT_MS } from './unit.ts'
import * as client from 'openid-client'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { subjectOf } from '../contract/subject.ts'
import { createPersonFromSignIn } from '../directory/directory.ts'
import { createBrowser, type Browser } from './test-browser.ts'
import { askFor, browserFor, learningParty, ping, redeem, signInToWeb, webParty } from './test-party.ts'
import { CONNECTION, SITE, startSignInWorld, type SignInWorld } from './test-world.ts'

let world: SignInWorld
beforeAll(async () => {
  world = await startSignInWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const learningSite = (organizationId?: string) => learningParty(world, organizationId)
const webApp = () => webParty(world)
const newBrowser = (): Browser => browserFor(world)

describe('signing in to a learning site', () => {
  it('goes through the company’s provider with odd claims and ends with the person’s claims in ID token and userinfo', async () => {
    const person = await world.addPerson('lucia')
    world.workos.next = ping('lucia')
    const site = await learningSite()
    const { url } = await newBrowser().open(askFor(site))
    expect(url.startsWith(SITE)).toBe(true)
    const tokens = await redeem(site, url)
    const subject = subjectOf(world.organizationId, person.personId)
    const wanted = {
      sub: subject,
      email: 'lucia@ping.test',
      given_name: 'Lucía',
      family_name: 'Martínez',
      name: 'Lucía Martínez'
    }
    expect(tokens.claims()).toMatchObject(wanted)
    expect(await client.fetchUserInfo(site.config, tokens.access_token, subject)).toMatchObject(wanted)
    expect(world.workos.asked.at(-1)?.get('connection')).toBe(CONNECTION)
  })

  it('finds the person of an Entra sign-in by the object id that a foreign directory carries', async () => {
    const { personId } = await world.addPerson('workday-17', { objectId: 'object-17' })
    world.workos.next = {
      ...ping('pairwise-sub'),
      connection_type: 'EntraIdOIDC',
      raw_attributes: { sub: 'pairwise-sub', oid: 'object-17' }
    }
    const site = await learningSite()
    const { url } = await newBrowser().open(askFor(site))
    expect((await redeem(site, url)).claims()?.sub).toBe(subjectOf(world.organizationId, personId))
  })

  it('refuses someone whom the directory does not have, on a page that says what to do', async () => {
    world.workos.next = ping('stranger')
    const { response } = await newBrowser().open(askFor(await learningSite()))
    expect(response?.status).toBe(403)
    expect(await response?.text()).toContain('We do not know you yet')
  })

  it('refuses who came by sign-in before there was a directory, and is not in it', async () => {
    await createPersonFromSignIn(world.deps, world.organizationId, { idpId: 'earlier', email: 'earlier@ping.test' })
    world.workos.next = ping('earlier')
    const { response } = await newBrowser().open(askFor(await learningSite()))
    expect(response?.status).toBe(403)
    await world.addPerson('earlier')
    const { url } = await newBrowser().open(askFor(await learningSite()))
    expect(url.startsWith(SITE)).toBe(true)
  })

  it('lets the person go back to the app, which hears access_denied', async () => {
    world.workos.next = ping('stranger')
    const browser = newBrowser()
    const { response } = await browser.open(askFor(await learningSite()))
    const action = /action="([^"]+leave)"/u.exec((await response?.text()) ?? '')?.[1] ?? ''
    const { url } = await browser.post(new URL(action, world.url).href, {})
    expect(new URL(url).searchParams.get('error')).toBe('access_denied')
  })

  it('refuses an answer over another company’s connection', async () => {
    await world.addPerson('mallory')
    world.workos.next = { ...ping('mallory'), connection_id: 'conn_okta' }
    const { response } = await newBrowser().open(askFor(await learningSite()))
    expect(await response?.text()).toContain('That account is of another company')
  })

  it('shows a page, not an error, when the answer comes back in another browser', async () => {
    world.workos.next = ping('lucia')
    const browser = createBrowser([world.url])
    const { url } = await browser.open(askFor(await learningSite()))
    const { response } = await newBrowser().open(url)
    expect(response?.status).toBe(410)
  })

  it('takes nothing from a sign-in that began at the company’s portal: it begins anew at the app', async () => {
    const asked = await fetch(`${world.url}/signin/callback?code=unasked&state=`, { redirect: 'manual' })
    expect(asked.status).toBe(303)
    expect(asked.headers.get('location')).toBe(`${world.url}/tab/`)
    expect(asked.headers.getSetCookie()).toEqual([])
  })

  it('asks a person of one company to sign in again at another company’s site', async () => {
    await world.addPerson('pablo')
    world.workos.next = ping('pablo')
    const browser = newBrowser()
    await browser.open(askFor(await learningSite()))
    const { url } = await browser.open(askFor(await learningSite(world.otherId), { prompt: 'none' }))
    expect(new URL(url).searchParams.get('error')).toBe('login_required')
  })
})

describe('a company without a directory', () => {
  it('gets its person at the first sign-in, and the same person at the next', async () => {
    const site = await learningSite(world.otherId)
    const subjects = []
    for (let round = 0; round < 2; round++) {
      world.workos.next = {
        idp_id: '00u1',
        connection_id: 'conn_okta',
        connection_type: 'OktaOIDC',
        raw_attributes: { email: 'eva@okta.test', given_name: 'Eva' }
      }
      const { url } = await newBrowser().open(askFor(site))
      subjects.push((await redeem(site, url)).claims()?.sub)
    }
    expect(subjects[0]).toContain(`${world.otherId}.per_`)
    expect(subjects[1]).toBe(subjects[0])
  })
})

describe('the web app', () => {
  it('finds the company by work e-mail, and says so when it knows none', async () => {
    await world.addPerson('rosa')
    world.workos.next = ping('rosa')
    const browser = newBrowser()
    const party = await webApp()
    const challenge = await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier())
    const page = await browser.open(askFor(party, { code_challenge: challenge, code_challenge_method: 'S256' }))
    const wrong = await browser.post(`${page.url}/email`, { email: 'rosa@nowhere.test' })
    expect(wrong.response?.status).toBe(422)
    const right = await browser.post(`${page.url}/email`, { email: 'rosa@ping.test' })
    const next = /href="([^"]+sso\/authorize[^"]+)"/u.exec((await right.response?.text()) ?? '')?.[1] ?? ''
    const { url } = await browser.open(next.replaceAll('&amp;', '&'))
    expect(new URL(url).searchParams.get('code')).toBeTruthy()
  })

  it('refuses a request without PKCE', async () => {
    const { url } = await newBrowser().open(askFor(await webApp()))
    expect(new URL(url).searchParams.get('error')).toBe('invalid_request')
  })

  it('lets exactly one of many parallel refreshes win', async () => {
    await world.addPerson('berta')
    world.workos.next = ping('berta')
    const party = await webApp()
    const tokens = await signInToWeb(newBrowser(), party)
    const eight = <T>(start: () => Promise<T>): Promise<T>[] => Array.from({ length: 8 }, start)
    // Open connections first, or the first refresh is over before the others arrive.
    await Promise.all(eight(async () => (await fetch(`${world.url}/oidc/jwks`)).text()))
    const settled = await Promise.allSettled(
      eight(() => client.refreshTokenGrant(party.config, tokens.refresh_token ?? ''))
    )
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('loses refresh and session with the person, and `prompt=none` answers the app instead of failing', async () => {
    await world.addPerson('carla')
    world.workos.next = ping('carla')
    const party = await webApp()
    const browser = newBrowser()
    const tokens = await signInToWeb(browser, party)
    await world.setActive('carla', 'inactive')
    await expect(client.refreshTokenGrant(party.config, tokens.refresh_token ?? '')).rejects.toThrow()
    const challenge = await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier())
    const { url } = await browser.open(
      askFor(party, { code_challenge: challenge, code_challenge_method: 'S256', prompt: 'none' })
    )
    expect(new URL(url).searchParams.get('error')).toBe('login_required')
  })

  it('answers `prompt=none` also while the session of someone without access still lives', async () => {
    const { personId } = await world.addPerson('diana')
    world.workos.next = ping('diana')
    const party = await webApp()
    const browser = newBrowser()
    await signInToWeb(browser, party)
    // Access that ended without a revocation, as between two statements of another process.
    await world.deps.db.for(world.organizationId)(trx =>
      sql`update people set access = false where id = ${personId}`.execute(trx)
    )
    await sleep(ACCOUNT_MS)
    const challenge = await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier())
    const { url } = await browser.open(
      askFor(party, { code_challenge: challenge, code_challenge_method: 'S256', prompt: 'none' })
    )
    expect(new URL(url).searchParams.get('error')).toBe('login_required')
  })

  it('signs out on a page that asks, and the session is gone', async () => {
    await world.addPerson('elena')
    world.workos.next = ping('elena')
    const party = await webApp()
    const browser = newBrowser()
    const tokens = await signInToWeb(browser, party)
    const page = await browser.open(`${world.url}/oidc/session/end?id_token_hint=${tokens.id_token}`)
    const text = (await page.response?.text()) ?? ''
    expect(text).toContain('Sign out of ConsciousInsights?')
    const xsrf = /name="xsrf" value="([^"]+)"/u.exec(text)?.[1] ?? ''
    const done = await browser.post(`${world.url}/oidc/session/end/confirm`, { xsrf, logout: 'yes' })
    expect(await done.response?.text()).toContain('You are signed out')
    await expect(client.refreshTokenGrant(party.config, tokens.refresh_token ?? '')).rejects.toThrow()
  })
})
