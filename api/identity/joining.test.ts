/** Who may come in where no directory says so, who may not where one does, and whose word counts about a person. */
import * as client from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditAction } from '../audit/actions.ts'
import { listEvents } from '../audit/audit.ts'
import { getMe } from '../contract/directory.ts'
import { cohortsOf, findPersonByIdp, getPerson } from '../directory/directory.ts'
import { askFor, browserFor, ping, signInToWeb, webParty } from '../oauth/test-party.ts'
import { startSignInWorld, type SignInWorld } from '../oauth/test-world.ts'
import type { TestProfile } from '../oauth/test-vendors.ts'
import { sleep } from '../platform/time.ts'
import { changeMapping, mappingOf } from './mappings.ts'

let world: SignInWorld
beforeAll(async () => {
  const other = {
    accessGroup: 'CI-Access',
    roleGroups: { hr: 'People Team' },
    cohorts: [{ group: 'New Leaders', name: 'Leaders 2026' }]
  }
  world = await startSignInWorld({ other })
})
afterAll(() => world[Symbol.asyncDispose]())

const okta = (idpId: string, more: Readonly<Record<string, unknown>> = {}): TestProfile => ({
  idp_id: idpId,
  connection_id: 'conn_okta',
  connection_type: 'OktaOIDC',
  raw_attributes: {
    sub: idpId,
    email: `${idpId}@okta.test`,
    given_name: 'Eva',
    family_name: 'Ruiz',
    groups: ['CI-Access'],
    ...more
  }
})

const AT_OKTA = { scope: 'openid api', login_hint: 'x@okta.test' }

/** In a browser of its own. */
async function signIn(profile: TestProfile, more: Readonly<Record<string, string>> = AT_OKTA) {
  world.workos.next = profile
  const [party, browser] = [await webParty(world), browserFor(world)]
  const tokens = await signInToWeb(browser, party, more)
  const call = world.call(tokens.access_token)
  return { party, browser, call, personId: (await call(getMe)).personId, refresh: tokens.refresh_token ?? '' }
}

/** @returns the text of the page that refuses. */
async function refusedAt(profile: TestProfile, loginHint = 'x@okta.test'): Promise<string> {
  world.workos.next = profile
  const challenge = await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier())
  const query = { code_challenge: challenge, code_challenge_method: 'S256', login_hint: loginHint }
  const { response } = await browserFor(world).open(askFor(await webParty(world), query))
  expect(response?.status).toBe(403)
  return (await response?.text()) ?? ''
}

const renews = ({ party, refresh }: Awaited<ReturnType<typeof signIn>>): Promise<boolean> =>
  client.refreshTokenGrant(party.config, refresh).then(
    () => true,
    () => false
  )

async function until(what: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 60_000
  while (!(await what())) {
    if (performance.now() > end) throw new Error('waited in vain')
    await sleep(50)
  }
}

const auditOf = (organizationId: string, action: AuditAction) =>
  listEvents(world.deps, { organizationId, action, limit: 50 })

describe('a company without a directory', () => {
  it('lets nobody in without the group, and keeps nothing of them', async () => {
    for (const groups of [undefined, [], ['Other'], 'ci-access', [{ name: 'CI-Access' }]])
      expect(await refusedAt(okta('stranger', { groups }))).toContain('You are not in the program')
    expect(await findPersonByIdp(world.deps, world.otherId, 'stranger')).toBeUndefined()
  })

  it('ends what somebody still holds when they come without the group, and lets them in again with it', async () => {
    const before = await signIn(okta('loser'))
    const second = await signIn(okta('loser'))
    expect(await renews(second)).toBe(true)
    expect(await refusedAt(okta('loser', { groups: ['Other'] }))).toContain('You are not in the program')
    expect(await renews(before)).toBe(false)
    await until(() =>
      before.call(getMe).then(
        () => false,
        () => true
      )
    )
    expect(await getPerson(world.deps, world.otherId, before.personId)).toMatchObject({ access: false, roles: [] })
    const left = await auditOf(world.otherId, 'person.left')
    expect(left[0]).toMatchObject({ actor: 'sign_in', detail: { reason: 'left_access_group' } })
    // For two seconds more nothing is kept for somebody who has just lost their access.
    let again: Awaited<ReturnType<typeof signIn>> | undefined
    await until(async () => {
      again = await signIn(okta('loser')).catch(() => undefined)
      return again !== undefined
    })
    expect(again?.personId).toBe(before.personId)
  })

  it('takes role and program from the groups, anew at each sign-in', async () => {
    const { personId } = await signIn(okta('roles', { groups: ['CI-Access', 'People Team', 'New Leaders'] }))
    const now = async () => [
      (await getPerson(world.deps, world.otherId, personId))?.roles,
      (await cohortsOf(world.deps, world.otherId, personId)).map(({ name }) => name)
    ]
    expect(await now()).toEqual([['hr'], ['Leaders 2026']])
    await signIn(okta('roles'))
    expect(await now()).toEqual([[], []])
  })

  it('neither lets in nor throws out when the provider has too many groups to send', async () => {
    const tooMany = { groups: undefined, _claim_names: { groups: 'src1' } }
    const inside = await signIn(okta('popular'))
    expect(await refusedAt(okta('popular', tooMany))).toContain('Your company sent no groups')
    expect(await renews(inside)).toBe(true)
    expect(await refusedAt(okta('newcomer', tooMany))).toContain('Your company sent no groups')
    expect(await findPersonByIdp(world.deps, world.otherId, 'newcomer')).toBeUndefined()
  })

  it('takes a changed name and e-mail from a later sign-in, once, and the audit says which', async () => {
    const { personId } = await signIn(okta('married'))
    await signIn(okta('married'))
    const changes = async () =>
      (await auditOf(world.otherId, 'person.changed')).filter(({ actor }) => actor === 'sign_in')
    const before = (await changes()).length
    await signIn(okta('married', { family_name: 'Vega', email: 'Eva.Vega@okta.test', department: 'Finance' }))
    expect(await getPerson(world.deps, world.otherId, personId)).toMatchObject({
      lastName: 'Vega',
      email: 'eva.vega@okta.test',
      department: 'Finance'
    })
    // What the provider leaves out stays.
    await signIn(okta('married', { family_name: 'Vega', email: 'Eva.Vega@okta.test' }))
    expect((await getPerson(world.deps, world.otherId, personId))?.department).toBe('Finance')
    const after = await changes()
    expect(after.length).toBe(before + 1)
    expect(after[0]?.detail).toEqual({ fields: ['email', 'last_name', 'department'] })
    expect(JSON.stringify(after)).not.toContain('Vega')
  })

  it('reads full group names by their first part once its mapping says so', async () => {
    const sent = { groups: ['CN=CI-Access,OU=Groups,DC=okta'] }
    expect(await refusedAt(okta('ldap', sent))).toContain('You are not in the program')
    const admin = { organizationId: world.otherId, personId: 'per_admin' }
    const { version, candidates } = await mappingOf(world.deps, world.otherId)
    const named = await changeMapping(world.deps, admin, {
      from: version,
      candidates: { ...candidates, groupsAs: 'common_name' }
    })
    expect(named.kind).toBe('saved')
    await signIn(okta('ldap', sent))
    await changeMapping(world.deps, admin, { from: version + 1, candidates: {} })
  })

  it('makes one person of two first sign-ins at once', async () => {
    world.workos.next = okta('twice')
    const party = await webParty(world)
    const both = await Promise.allSettled(
      [1, 2].map(() => signInToWeb(browserFor(world), party, { scope: 'openid', login_hint: 'x@okta.test' }))
    )
    const subjects = both.flatMap(each => (each.status === 'fulfilled' ? [each.value.claims()?.sub] : []))
    expect(subjects.length).toBeGreaterThan(0)
    expect(new Set(subjects).size).toBe(1)
  })
})

describe('a company with a directory', () => {
  const AT_PING = { scope: 'openid api', login_hint: 'x@ping.test' }

  it('is believed about names, e-mail and groups, whatever the provider says at a sign-in', async () => {
    const { personId } = await world.addPerson('nora')
    const said = { mail: 'evil@elsewhere.test', givenName: 'Somebody', sn: 'Else', department: 'CEO', groups: [] }
    await signIn({ ...ping('nora'), raw_attributes: { sub: 'nora', ...said } }, AT_PING)
    expect(await getPerson(world.deps, world.organizationId, personId)).toMatchObject({
      email: 'nora@ping.test',
      firstName: 'Lucía',
      lastName: 'Martínez',
      department: undefined
    })
    const changes = await auditOf(world.organizationId, 'person.changed')
    expect(changes.filter(({ actor }) => actor === 'sign_in')).toEqual([])
  })

  it('refuses whom the directory does not have or has deactivated, and makes nobody', async () => {
    expect(await refusedAt(ping('absent'), 'x@ping.test')).toContain('We do not know you yet')
    expect(await findPersonByIdp(world.deps, world.organizationId, 'absent')).toBeUndefined()
    await world.addPerson('inert')
    await world.setActive('inert', 'inactive')
    expect(await refusedAt(ping('inert'), 'x@ping.test')).toContain('You are not in the program')
  })
})

describe('the provider’s own session', () => {
  it.each([
    ['seconds', (at: number) => ({ session_expiry: at })],
    ['SAML’s date', (at: number) => ({ SessionNotOnOrAfter: new Date(at * 1000).toISOString() })]
  ])('ends ours when it ends, told in %s: no refresh and no silent sign-in outlive it', async (name, claim) => {
    const silently = async (inside: Awaited<ReturnType<typeof signIn>>) => {
      const challenge = await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier())
      const query = { code_challenge: challenge, code_challenge_method: 'S256', prompt: 'none' }
      const { url } = await inside.browser.open(askFor(inside.party, query))
      return new URL(url).searchParams.get('error')
    }
    /** What was answered after the end says nothing about before: a busy machine is given more time. */
    const before = async (seconds = 3): Promise<Awaited<ReturnType<typeof signIn>>> => {
      const ends = Math.ceil(Date.now() / 1000) + seconds
      const inside = await signIn(okta(`short-${name.length}-${seconds}`, claim(ends)))
      const [renewed, refusal] = [await renews(inside), await silently(inside)]
      if (Date.now() / 1000 >= ends) return before(2 * seconds)
      expect([renewed, refusal]).toEqual([true, null])
      await until(async () => Date.now() / 1000 > ends)
      return inside
    }
    const inside = await before()
    expect(await silently(inside)).toBe('login_required')
    expect(await renews(inside)).toBe(false)
  })
})
