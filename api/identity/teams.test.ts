import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CallError } from '../contract/client.ts'
import { getMe } from '../contract/directory.ts'
import { exchangeTeamsToken } from '../contract/identity.ts'
import { clientSecret, TAB_CLIENT, TOKEN_EXCHANGE } from '../oauth/clients.ts'
import { OTHER_TENANT, startSignInWorld, TENANT, type SignInWorld } from '../oauth/test-world.ts'

let world: SignInWorld
beforeAll(async () => {
  world = await startSignInWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const OID = 'cccccccc-0000-4000-8000-000000000001'
const nobody = (n: number): string => `dddddddd-0000-4000-8000-00000000000${n}`

const exchange = (token: string) => world.call()(exchangeTeamsToken, { body: { token } })

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt
    return 'accepted'
  } catch (error) {
    return error instanceof CallError ? error.problem.code : String(error)
  }
}

async function asPerson(idpId: string, oid: string): Promise<string> {
  await world.addPerson(idpId, { objectId: oid })
  const { accessToken } = await exchange(await world.entra.token({ tid: TENANT, oid }))
  return accessToken
}

describe('exchanging a Teams token', () => {
  it('gives the person whose directory entry carries the object id a token that the API takes', async () => {
    const person = await world.addPerson('ana', { objectId: OID })
    const { accessToken, expiresIn } = await exchange(await world.entra.token({ tid: TENANT, oid: OID }))
    expect(expiresIn).toBeLessThanOrEqual(300)
    expect((await world.call(accessToken)(getMe)).personId).toBe(person.personId)
  })

  it('brings along who is there and the conversation that the page shows first, and nothing of it where another page opens', async () => {
    const person = await world.addPerson('ahead', { objectId: nobody(9) })
    const token = await world.entra.token({ tid: TENANT, oid: nobody(9) })
    const opened = async (opens: 'coach' | 'other') => world.call()(exchangeTeamsToken, { body: { token, opens } })
    const { accessToken, opened: coach } = await opened('coach')
    const { personId, roles, locale, timezone } = await world.call(accessToken)(getMe)
    expect(coach).toEqual({
      personId,
      roles,
      locale,
      timezone,
      // Who has not agreed is told so, and offered nothing.
      thread: { agreement: 'none', conversation: null, position: 0, turns: [], more: false }
    })
    expect(personId).toBe(person.personId)
    expect((await opened('other')).opened?.thread).toBeNull()
    expect(await exchange(token)).not.toHaveProperty('opened')
  })

  it('refuses what is forged, expired, for another app, of another kind or from an unknown client', async () => {
    const bad = [
      world.entra.token({ tid: TENANT, oid: OID }, { forged: true }),
      world.entra.token({ tid: TENANT, oid: OID }, { lifetimeSeconds: -3600 }),
      world.entra.token({ tid: TENANT, oid: OID, aud: '00000000-0000-4000-8000-000000000000' }),
      world.entra.token({ tid: TENANT, oid: OID, iss: `https://login.microsoftonline.com/${OTHER_TENANT}/v2.0` }),
      world.entra.token({ tid: TENANT, oid: OID, azp: '00000000-0000-4000-8000-000000000000' }),
      world.entra.token({ tid: TENANT, oid: OID, scp: 'User.Read' }),
      world.entra.token({ tid: TENANT, oid: OID, idtyp: 'app' }),
      world.entra.token({ tid: TENANT, oid: OID, ver: '1.0' }),
      world.entra.token({ tid: TENANT, oid: OID, nbf: undefined })
    ]
    for (const token of bad) expect(await codeOf(exchange(await token))).toBe('invalid_token')
  })

  it('does not find a person through another company’s tenant', async () => {
    expect(await codeOf(exchange(await world.entra.token({ tid: OTHER_TENANT, oid: OID })))).toBe('unlinked')
  })

  it('says which way it failed: unknown tenant, guest, unlinked, no access', async () => {
    await world.addPerson('gone', { objectId: nobody(2) })
    await world.setActive('gone', 'inactive')
    await world.addPerson('left', { objectId: nobody(3) })
    await exchange(await world.entra.token({ tid: TENANT, oid: nobody(3) }))
    await world.setActive('left', 'inactive')
    const reasons = await Promise.all(
      [
        { tid: 'eeeeeeee-0000-4000-8000-00000000000e', oid: OID },
        { tid: TENANT, oid: OID, idp: 'https://sts.windows.net/ffffffff-0000-4000-8000-00000000000f/' },
        {
          tid: TENANT,
          oid: nobody(1),
          email: 'ana@ping.test',
          preferred_username: 'ana@ping.test',
          upn: 'ana@ping.test'
        },
        { tid: TENANT, oid: nobody(3) }
      ].map(async claims => codeOf(exchange(await world.entra.token(claims))))
    )
    expect(reasons).toEqual(['unknown_tenant', 'guest', 'unlinked', 'no_access'])
  })

  it('speaks Spanish to who reads Spanish', async () => {
    const response = await fetch(`${world.url}/v1/session/teams`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'es-MX' },
      body: JSON.stringify({ token: await world.entra.token({ tid: TENANT, oid: nobody(1) }) })
    })
    expect(await response.text()).toContain('Pulsa «Conectar»')
  })

  it('is a grant of the token endpoint for the tab’s client only', async () => {
    const token = await world.entra.token({ tid: TENANT, oid: OID })
    const ask = (form: Readonly<Record<string, string>>) =>
      fetch(`${world.url}/oidc/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: TOKEN_EXCHANGE,
          subject_token: token,
          subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
          ...form
        })
      })
    const secret = await clientSecret(world.deps, TAB_CLIENT)
    const good = await ask({ client_id: TAB_CLIENT, client_secret: secret })
    const { access_token: accessToken } = (await good.json()) as { access_token: string }
    expect((await world.call(accessToken)(getMe)).firstName).toBe('Lucía')
    expect((await ask({ client_id: TAB_CLIENT, client_secret: 'wrong' })).status).toBe(401)
    expect((await ask({ client_id: 'ci-web' })).status).toBe(400)
  })
})

describe('revocation', () => {
  it('kills a token minted before the event, and a returner’s new token lives', async () => {
    const token = await asPerson('fina', nobody(7))
    expect(await codeOf(world.call(token)(getMe))).toBe('accepted')
    await world.setActive('fina', 'inactive')
    await expect.poll(() => codeOf(world.call(token)(getMe))).toBe('unauthenticated')
    await world.setActive('fina', 'active')
    expect(await codeOf(world.call(token)(getMe))).toBe('unauthenticated')
    const freshly = { tid: TENANT, oid: nobody(7), iat: Math.floor(Date.now() / 1000) + 1 }
    const again = async () => codeOf(world.call((await exchange(await world.entra.token(freshly))).accessToken)(getMe))
    // What Teams had issued before is worth nothing, also to a returner.
    expect(await codeOf(exchange(await world.entra.token({ tid: TENANT, oid: nobody(7) })))).toBe('superseded')
    await expect.poll(again, { interval: 300 }).toBe('accepted')
  })

  it('refuses a token with a changed payload', async () => {
    const token = await asPerson('gabi', nobody(8))
    const [head, body = '', signature] = token.split('.')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object
    const forged = [
      head,
      Buffer.from(JSON.stringify({ ...claims, roles: ['hr'] })).toString('base64url'),
      signature
    ].join('.')
    expect(await codeOf(world.call(forged)(getMe))).toBe('unauthenticated')
  })
})
