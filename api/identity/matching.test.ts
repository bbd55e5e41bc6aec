/** msal and Graph for real, against the stand-ins: who is joined by an employee number, and who is not. */
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { getAccountMatching, putAccountMatching, checkAccountMatching } from '../contract/accounts.ts'
import { listAudit } from '../contract/audit.ts'
import { CallError, type Client } from '../contract/client.ts'
import { getMe } from '../contract/directory.ts'
import { countTeamsLinks, exchangeTeamsToken, startTeamsLink } from '../contract/identity.ts'
import { OTHER_TENANT, startSignInWorld, TENANT, type SignInWorld } from '../oauth/test-world.ts'
import { createEntraStandin, type EntraStandin } from '../../sandbox/entra/entra.ts'
import { createTeamsStandin, type TeamsStandin } from '../../sandbox/teams/teams.ts'

const TAB = '33333333-3333-4333-8333-333333333333'
const THIRD_TENANT = 'aaaaaaaa-0000-4000-8000-0000000000ff'
const SECRET = 'tab-secret-for-tests'
const READ = 'https://graph.microsoft.com/User.Read'

let world: SignInWorld
let entra: EntraStandin
let teams: TeamsStandin
let admin: Client
let asked = 0

beforeAll(async () => {
  const now = (): Date => new Date()
  entra = createEntraStandin({ now })
  const onReceived = ({ path }: { readonly path: string }): void => {
    if (path.startsWith('/v1.0/me')) asked += 1
  }
  teams = createTeamsStandin({ now, tokenJwksUrl: () => entra.jwksUrl(), onReceived })
  await Promise.all([entra.listen(), teams.listen()])
  for (const tid of [TENANT, OTHER_TENANT, THIRD_TENANT]) entra.addTenant({ tid, name: 'Demo company' })
  entra.addApp({ clientId: TAB, clientSecret: SECRET, appIdUri: `api://tab.example/${TAB}`, name: 'Coach' })
  const config = { ENTRA_URL: entra.standin.url(), GRAPH_URL: teams.standin.url(), TAB_CLIENT_SECRET: SECRET }
  world = await startSignInWorld({ config })
  admin = await world.asAdmin()
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  await Promise.all([entra[Symbol.asyncDispose](), teams[Symbol.asyncDispose]()])
})
afterEach(async () => {
  entra.standin.faults.clear()
  teams.standin.faults.clear()
  entra.grantConsent(TENANT, TAB, READ)
  await turn(true)
})

const turn = (employeeNumber: boolean) => admin(putAccountMatching, { body: { employeeNumber } })

let serial = 0
type Account = { readonly tid: string; readonly oid: string }

/** Somebody with a Microsoft account whose entry carries this employee number. */
function account(
  employeeId: string | undefined,
  more: { readonly tid?: string; readonly guestOf?: string } = {}
): Account {
  serial += 1
  const oid = `dddddddd-0000-4000-8000-${String(serial).padStart(12, '0')}`
  const tid = more.tid ?? TENANT
  const email = `account-${serial}@ping.test`
  entra.addAccount({ tid, oid, upn: email, email, name: 'Demo', ...(more.guestOf ? { guestOf: more.guestOf } : {}) })
  teams.addPerson({ tid, oid, name: 'Demo', email, ...(employeeId === undefined ? {} : { employeeId }) })
  return { tid, oid }
}
const number = (): string => `N${(serial += 1)}`
const hire = (employee_number: string | undefined, more: Readonly<Record<string, unknown>> = {}) =>
  world.addPerson(`person-${(serial += 1)}`, { ...(employee_number === undefined ? {} : { employee_number }), ...more })

const tokenOf = (who: Account) => entra.teamsSsoToken({ ...who, clientId: TAB })
const open = async (who: Account) => world.call()(exchangeTeamsToken, { body: { token: await tokenOf(who) } })

async function outcomeOf(who: Account): Promise<string> {
  try {
    const { accessToken } = await open(who)
    return (await world.call(accessToken)(getMe)).personId
  } catch (error) {
    return error instanceof CallError ? error.problem.code : String(error)
  }
}

const linksOf = async (personId: string) => {
  const { events } = await admin(listAudit, { query: { action: 'account.linked', limit: 500 } })
  return events.filter(event => event.personId === personId)
}

test('is off until an admin switches it on, which is recorded; before that nobody’s entry is read', async () => {
  await turn(false)
  const mine = number()
  await hire(mine)
  const before = asked
  expect(await outcomeOf(account(mine))).toBe('unlinked')
  expect(asked).toBe(before)
  await turn(true)
  await turn(true)
  const { events } = await admin(listAudit, { query: { action: 'account_matching.on' } })
  expect(events[0]?.text).toBe('Matching of accounts by employee number was switched on')
  const times = events.length
  await turn(true)
  expect((await admin(listAudit, { query: { action: 'account_matching.on' } })).events).toHaveLength(times)
})

test('joins the one person whose number Microsoft gives, tells why in the log, and counts the rung', async () => {
  const mine = number()
  const person = await hire(mine)
  const before = (await admin(countTeamsLinks)).by.employee_number
  const who = account(` ${mine} `)
  expect(await outcomeOf(who)).toBe(person.personId)
  expect(await linksOf(person.personId)).toMatchObject([
    { actor: 'rule', detail: { because: 'employee_number' }, about: 'Lucía Martínez' }
  ])
  expect((await admin(countTeamsLinks)).by.employee_number).toBe(before + 1)
  const reads = asked
  expect(await outcomeOf(who)).toBe(person.personId)
  expect(asked).toBe(reads)
  expect(await admin(getAccountMatching)).toMatchObject({ answer: 'granted', available: true })
})

test('asks Microsoft nothing about an account that the directory names', async () => {
  const who = account(number())
  const person = await hire(undefined, { objectId: who.oid })
  const before = asked
  expect(await outcomeOf(who)).toBe(person.personId)
  expect(asked).toBe(before)
  expect(await linksOf(person.personId)).toMatchObject([{ detail: { because: 'directory_attribute' } }])
})

describe('leaves to "Connect"', () => {
  test.each<readonly [string, () => Promise<Account>]>([
    [
      'a number that two people have',
      async () => {
        const shared = number()
        await hire(shared)
        await hire(shared)
        return account(shared)
      }
    ],
    [
      'a number with other leading zeros',
      async () => {
        await hire(`7${serial}`)
        return account(`007${serial - 1}`)
      }
    ],
    [
      'a number in other letters',
      async () => {
        const mine = number()
        await hire(mine)
        return account(mine.toLowerCase())
      }
    ],
    ['no number at Microsoft', async () => account(undefined)],
    [
      'a blank number on both sides',
      async () => {
        await hire('  ')
        return account('  ')
      }
    ],
    [
      'a number of somebody who left',
      async () => {
        const mine = number()
        const { idpId } = await hire(mine)
        await world.setActive(idpId, 'inactive')
        return account(mine)
      }
    ],
    [
      'a number of somebody who has an account already',
      async () => {
        const mine = number()
        const person = await hire(mine)
        expect(await outcomeOf(account(mine))).toBe(person.personId)
        return account(mine)
      }
    ],
    [
      'a number of somebody who has an account in another tenant of the company',
      async () => {
        const mine = number()
        await hire(mine)
        await world.deps.db.owner(trx =>
          sql`insert into entra_tenants values (${THIRD_TENANT}, ${world.organizationId}, now(), 'operator')`.execute(
            trx
          )
        )
        expect(await outcomeOf(account(mine, { tid: THIRD_TENANT }))).toMatch(/^per_/u)
        return account(mine)
      }
    ],
    [
      'a number of another company’s person',
      async () => {
        const mine = number()
        await hire(mine)
        return account(mine, { tid: OTHER_TENANT })
      }
    ],
    [
      'an entry of another account than the token’s',
      async () => {
        const mine = number()
        await hire(mine)
        const body = { id: 'dddddddd-0000-4000-8000-ffffffffffff', employeeId: mine }
        teams.standin.faults.add({ kind: 'status', status: 200, path: '/v1.0/me', body })
        return account(mine)
      }
    ],
    [
      'an account that must prove itself to Entra once more',
      async () => {
        const mine = number()
        await hire(mine)
        const who = account(mine)
        entra.setMfaRequired(TENANT, who.oid, true)
        return who
      }
    ]
  ])('%s', async (_what, make) => {
    const who = await make()
    expect(await outcomeOf(who)).toBe('unlinked')
    const { linkId } = await world.call()(startTeamsLink, { body: { token: await tokenOf(who) } })
    expect(linkId).toMatch(/^lnk_/u)
  })

  test('guests are told why, in their language, and their entry is not read', async () => {
    const mine = number()
    await hire(mine)
    const who = account(mine, { guestOf: OTHER_TENANT })
    const before = asked
    const ask = async (language: string) => {
      const response = await fetch(`${world.url}/v1/session/teams`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': language },
        body: JSON.stringify({ token: await tokenOf(who) })
      })
      return (await response.json()) as { readonly code: string; readonly message: string }
    }
    expect(await ask('en')).toMatchObject({ code: 'guest', message: expect.stringContaining('You are a guest') })
    expect(await ask('es-MX')).toMatchObject({ code: 'guest', message: expect.stringContaining('persona invitada') })
    expect(asked).toBe(before)
  })
})

test('without consent people connect as before; the admin reads that it is missing, where to give it, and checks at once', async () => {
  const mine = number()
  await hire(mine)
  entra.requireConsent(TENANT, TAB)
  expect(await outcomeOf(account(mine))).toBe('unlinked')
  const { answer, consent } = await admin(getAccountMatching)
  expect(answer).toBe('consent_missing')
  const url = new URL(consent[0]?.url ?? '')
  expect(url.pathname).toBe(`/${TENANT}/v2.0/adminconsent`)
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: TAB,
    scope: READ,
    redirect_uri: `${world.url}/consented`
  })
  const own = async () => ({ body: { token: await tokenOf(account(undefined)) } })
  expect((await admin(checkAccountMatching, await own())).answer).toBe('consent_missing')
  entra.grantConsent(TENANT, TAB, READ)
  expect((await admin(checkAccountMatching, await own())).answer).toBe('granted')
})

test.each([
  ['Graph is down', () => teams.standin.faults.add({ kind: 'status', status: 503, path: '/v1.0/me' })],
  [
    'Graph answers nonsense',
    () => teams.standin.faults.add({ kind: 'status', status: 200, path: '/v1.0/me', body: [] })
  ],
  ['Entra drops the exchange', () => entra.standin.faults.add({ kind: 'drop', path: '/oauth2/v2.0/token' })]
])('%s: people connect as before, and the admin reads it', async (_what, fail) => {
  const mine = number()
  await hire(mine)
  const who = account(mine)
  // Keys and metadata are known by now; only what the match needs fails.
  await open(account(undefined)).catch(() => undefined)
  fail()
  expect(await outcomeOf(who)).toBe('unlinked')
  expect((await admin(getAccountMatching)).answer).toBe('unreachable')
})

test('two tabs at once join once', async () => {
  const mine = number()
  const person = await hire(mine)
  const who = account(mine)
  const outcomes = await Promise.all([1, 2, 3].map(() => outcomeOf(who)))
  expect(new Set(outcomes)).toEqual(new Set([person.personId]))
  expect(await linksOf(person.personId)).toHaveLength(1)
})

test('two accounts with one number at once: one is joined, the other connects by proof', async () => {
  const mine = number()
  const person = await hire(mine)
  const outcomes = await Promise.all([account(mine), account(mine)].map(outcomeOf))
  expect(outcomes.toSorted()).toEqual([person.personId, 'unlinked'].toSorted())
})

test('the try-out counts people, numbers and those that are one person’s alone', async () => {
  const { numbers: before } = await admin(getAccountMatching)
  const shared = number()
  await hire(shared)
  await hire(shared)
  await hire(number())
  await hire(undefined)
  const { numbers } = await admin(getAccountMatching)
  expect(numbers).toEqual({
    people: before.people + 4,
    withNumber: before.withNumber + 3,
    unique: before.unique + 1
  })
})

test('nobody but an admin sees or switches it', async () => {
  const mine = number()
  await hire(mine)
  const { accessToken } = await open(account(mine))
  const call = world.call(accessToken)
  await expect(call(getAccountMatching)).rejects.toMatchObject({ status: 403 })
  await expect(call(putAccountMatching, { body: { employeeNumber: true } })).rejects.toMatchObject({ status: 403 })
})

test('the page that Microsoft sends the admin back to says what to do next', async () => {
  const page = async (query: string, language = 'en') =>
    (await fetch(`${world.url}/consented${query}`, { headers: { 'accept-language': language } })).text()
  expect(await page('?admin_consent=True&tenant=x')).toContain('Consent is given')
  expect(await page('?error=access_denied&admin_consent=True')).toContain('Consent was not given')
  expect(await page('', 'es')).toContain('No se dio el consentimiento')
})
