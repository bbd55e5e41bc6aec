import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listDepartures, signDeparture } from '../contract/departures.ts'
import { endMySession, listMySessions, signOutEverywhere } from '../contract/sessions.ts'
import { subjectOf } from '../contract/subject.ts'
import { getMe } from '../contract/directory.ts'
import { exchangeTeamsToken } from '../contract/identity.ts'
import { sleep } from '../platform/time.ts'
import { askFor, browserFor, ping, registeredParty, signInToWeb, webParty } from './test-party.ts'
import { startTestApp, type TestApp } from './test-app.ts'
import { startSignInWorld, TENANT, type SignInWorld } from './test-world.ts'
import * as client from 'openid-client'

const BACKCHANNEL = 'http://schemas.openid.net/event/backchannel-logout'

let world: SignInWorld
let app: TestApp
let deaf: TestApp
beforeAll(async () => {
  world = await startSignInWorld({ jobs: true })
  app = await startTestApp(world, 'demo-lms')
  deaf = await startTestApp(world, 'demo-old-lms', { deaf: true })
})
afterAll(async () => {
  await app[Symbol.asyncDispose]()
  await deaf[Symbol.asyncDispose]()
  await world[Symbol.asyncDispose]()
})
beforeEach(() => {
  app.logouts.length = 0
  app.answer = 200
})

/** Signs in on the web and in these apps, in one browser. */
async function signIn(idpId: string, apps: readonly TestApp[] = []) {
  const person = await world.addPerson(idpId)
  world.workos.next = ping(idpId)
  const browser = browserFor(world)
  const web = await webParty(world)
  const tokens = await signInToWeb(browser, web, { scope: 'openid api' })
  for (const each of apps) await signInToWeb(browser, await registeredParty(world, each))
  return { person, browser, web, tokens, call: world.call(tokens.access_token) }
}

async function until(what: () => Promise<boolean> | boolean): Promise<void> {
  const end = performance.now() + 60_000
  while (!(await what())) {
    if (performance.now() > end) throw new Error('waited in vain')
    await sleep(50)
  }
}

const departureOf = async (personId: string) => {
  const { departures } = await (await world.asAdmin())(listDepartures)
  return departures.find(each => each.personId === personId)
}

describe('somebody leaves', () => {
  it('each app hears of its session, and the receipt times every door', async () => {
    const { person } = await signIn('leaver', [app, deaf])
    await world.setActive('leaver', 'inactive')
    await until(() => app.logouts.length === 1)
    const subject = subjectOf(world.organizationId, person.personId)
    const keys = createRemoteJWKSet(new URL(`${world.url}/oidc/jwks`))
    const { payload, protectedHeader } = await jwtVerify(app.logouts[0] ?? '', keys, {
      issuer: `${world.url}/oidc`,
      audience: 'demo-lms'
    })
    expect(protectedHeader.typ).toBe('logout+jwt')
    expect(payload).toMatchObject({ sub: subject, sid: expect.any(String), events: { [BACKCHANNEL]: {} } })
    expect(payload['nonce']).toBeUndefined()
    await until(
      async () => (await departureOf(person.personId))?.hops.every(({ state }) => state !== 'waiting') ?? false
    )
    const departure = await departureOf(person.personId)
    expect(departure).toMatchObject({ reason: 'deactivated', name: 'Lucía Martínez', returnedAt: null })
    expect(departure?.hops.map(({ hop, app: name, state }) => [hop, name, state])).toEqual([
      ['app', 'ConsciousInsights', 'done'],
      ['app', 'Demo App demo-lms', 'done'],
      ['app', 'Demo App demo-old-lms', 'open'],
      ['conversation', null, 'done'],
      ['courses', null, 'done'],
      ['nudges', null, 'done']
    ])
    const times = [departure?.changedAt, departure?.eventAt].map(each => new Date(each ?? '').getTime())
    expect(times.every(each => !Number.isNaN(each))).toBe(true)
  })

  it('an app that is down is told when it is back, and the receipt waits for it', async () => {
    const { person } = await signIn('patient', [app])
    app.answer = 503
    await world.setActive('patient', 'inactive')
    await until(async () => (await departureOf(person.personId)) !== undefined)
    const waiting = (await departureOf(person.personId))?.hops.find(({ app: name }) => name === 'Demo App demo-lms')
    expect(waiting).toMatchObject({ state: 'waiting', at: null })
    app.answer = 200
    await until(() => app.logouts.length > 0)
    expect(decodeJwt(app.logouts[0] ?? '').aud).toBe('demo-lms')
  })

  it('the receipt is signed for auditors, is no token, and is their own company’s', async () => {
    const { person } = await signIn('audited')
    await world.setActive('audited', 'inactive')
    const admin = await world.asAdmin()
    const { departureId } = (await departureOf(person.personId)) ?? { departureId: '' }
    const { jws, departure } = await admin(signDeparture, { params: { departureId } })
    const keys = createRemoteJWKSet(new URL(`${world.url}/.well-known/receipt-keys.json`))
    const { payload } = await jwtVerify(jws, keys, { typ: 'departure+jwt', issuer: `${world.url}/oidc` })
    const { name: _name, ...signed } = departure
    expect(payload).toMatchObject({ jti: departureId, departure: signed })
    expect(JSON.stringify(payload)).not.toContain('Martínez')
    await expect(world.call(jws)(getMe)).rejects.toMatchObject({ status: 401 })
    await expect(admin(signDeparture, { params: { departureId: 'dep_other' } })).rejects.toMatchObject({ status: 404 })
  })

  it('whoever comes back ends the departure; the next one counts anew', async () => {
    const { person } = await signIn('returner')
    await world.setActive('returner', 'inactive')
    await world.setActive('returner', 'active')
    expect((await departureOf(person.personId))?.returnedAt).not.toBeNull()
    await world.setActive('returner', 'inactive')
    const { departures } = await (await world.asAdmin())(listDepartures)
    const own = departures.filter(each => each.personId === person.personId)
    expect(own.map(({ returnedAt }) => returnedAt === null)).toEqual([true, false])
  })
})

describe('a person’s own sessions', () => {
  it('are listed with browser and apps, and known by a name that opens nothing', async () => {
    const { call, browser } = await signIn('own', [app])
    const { sessions } = await call(listMySessions)
    expect(sessions).toHaveLength(1)
    expect(sessions[0]?.apps.toSorted()).toEqual(['ConsciousInsights', 'Demo App demo-lms'])
    browser.forget()
    const forged = await fetch(askFor(await webParty(world), { prompt: 'none' }), {
      headers: { cookie: `_session=${sessions[0]?.sessionId ?? ''}` },
      redirect: 'manual'
    })
    expect(forged.headers.get('location')).not.toContain('code=')
  })

  it('one is ended: its tokens die, its app hears of it, the other lives on', async () => {
    const first = await signIn('two', [app])
    const second = await signIn('two')
    const before = await second.call(listMySessions)
    const target = before.sessions.find(({ apps }) => apps.length === 2)
    await second.call(endMySession, { params: { sessionId: target?.sessionId ?? '' } })
    await until(() => app.logouts.length === 1)
    await expect(client.refreshTokenGrant(first.web.config, first.tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant'
    })
    const renewed = await client.refreshTokenGrant(second.web.config, second.tokens.refresh_token ?? '')
    await until(() =>
      world
        .call(renewed.access_token)(listMySessions)
        .then(({ sessions }) => sessions.length === 1)
    )
  })

  it('nobody ends another person’s', async () => {
    const own = await signIn('victim')
    const other = await signIn('attacker')
    const { sessions } = await own.call(listMySessions)
    await expect(
      other.call(endMySession, { params: { sessionId: sessions[0]?.sessionId ?? '' } })
    ).rejects.toMatchObject({ status: 404 })
    expect((await own.call(listMySessions)).sessions).toHaveLength(1)
  })

  it('signing out everywhere ends all, and Teams lets the person in again at once', async () => {
    const { call, tokens, web } = await signIn('everywhere', [app])
    expect((await call(signOutEverywhere)).ended).toBe(2)
    await until(() => app.logouts.length === 1)
    await until(() =>
      call(getMe).then(
        () => false,
        () => true
      )
    )
    await expect(client.refreshTokenGrant(web.config, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant'
    })
    const again = await signInToWeb(browserFor(world), web, { scope: 'openid api' })
    expect((await world.call(again.access_token)(listMySessions)).sessions).toHaveLength(1)
  })

  it('of two tokens minted in one second, the one before signing out dies and the one after lives', async () => {
    const objectId = 'eeeeeeee-0000-4000-8000-00000000000e'
    await world.addPerson('within', { objectId })
    const token = await world.entra.token({ tid: TENANT, oid: objectId })
    const mint = async () => (await world.call()(exchangeTeamsToken, { body: { token } })).accessToken
    const round = async () => {
      const before = await mint()
      await world.call(before)(signOutEverywhere)
      // The database's clock is known to a few milliseconds only, and in doubt a token is refused.
      await sleep(100)
      return { before, after: await mint() }
    }
    const issued = (of: string) => decodeJwt(of).iat
    const opens = (of: string) =>
      world
        .call(of)(listMySessions)
        .then(
          () => true,
          () => false
        )
    // Where the database answered late, its clock is known less well, and the round says nothing.
    const inOneSecond = async (): Promise<string> => {
      const { before, after } = await round()
      if (issued(before) !== issued(after)) return 'not in one second'
      await until(async () => !(await opens(before)))
      return (await opens(after)) ? 'lives' : 'is refused'
    }
    await expect.poll(inOneSecond).toBe('lives')
  })
})
