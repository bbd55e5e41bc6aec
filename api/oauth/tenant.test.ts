/** Proving a Microsoft 365 tenant: the whole way through the public door, and each way in which it must not become somebody's. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { exchangeTeamsToken } from '../contract/identity.ts'
import { getTenants, proveTenant } from '../contract/tenants.ts'
import { loseTenantJob } from '../identity/tenant-jobs.ts'
import { startProof } from '../identity/tenant-proof.ts'
import { configureOrganization, findOrganizationByTenant, getOrganization } from '../organizations/organizations.ts'
import { createMailStandin, type MailStandin } from '../../sandbox/mail/mail.ts'
import { createBrowser, type Browser } from './test-browser.ts'
import { TAB_SECRET } from './test-vendors.ts'
import { OTHER_TENANT, settings, startSignInWorld, TENANT, type SignInWorld } from './test-world.ts'

const GLOBAL = '62e90394-69f5-4237-9190-012177145e10'
const TEAMS_ADMIN = '69091246-20e8-4a56-aa4d-066075b2a7a8'
/** What every member has, and what somebody has who reads reports. */
const MEMBER = 'b79fbf4d-3ef9-4689-8143-76b194e85509'
const REPORTS_READER = '4a5d8f65-41da-4de4-8968-e035b65339cf'
const CONSUMERS = '9188040d-6c67-4c5b-b112-36a304b66dad'
const OID = 'eeeeeeee-0000-4000-8000-000000000001'

const MAIL = { user: 'ci', password: 'mail-password-for-tests' }

let mail: MailStandin
let world: SignInWorld
beforeAll(async () => {
  mail = createMailStandin(MAIL)
  await mail.standin.listen()
  const MAIL_URL = mail.standin.url().replace('smtp://', `smtp://${MAIL.user}:${MAIL.password}@`)
  world = await startSignInWorld({
    jobs: true,
    config: { TAB_CLIENT_SECRET: TAB_SECRET, MAIL_URL, MAIL_FROM: 'CI demo <sign-in@ci.test>' }
  })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  await mail[Symbol.asyncDispose]()
})

let serial = 0
let tenant: string
beforeEach(() => {
  serial += 1
  tenant = `dddddddd-0000-4000-8000-${String(serial).padStart(12, '0')}`
})

const newBrowser = (): Browser => createBrowser([world.url, world.entra.url])
const admin = (more: Readonly<Record<string, unknown>> = {}) => ({
  tid: tenant,
  oid: OID,
  wids: [MEMBER, GLOBAL],
  preferred_username: 'it@ping.test',
  ...more
})
const signsIn = (claims: Readonly<Record<string, unknown>> = admin()): void => {
  world.entra.signsIn = { claims }
}

type Page = { readonly status: number; readonly text: string; readonly url: string }
const pageOf = async ({ url, response }: Awaited<ReturnType<Browser['open']>>): Promise<Page> => ({
  url,
  status: response?.status ?? 0,
  text: (await response?.text()) ?? ''
})
const nextOf = ({ text }: Page): string =>
  (/url=(?<to>[^"]+)"/u.exec(text)?.groups?.['to'] ?? '').replaceAll('&amp;', '&')

const begin = async (tenantId?: string): Promise<string> => {
  const client = await world.asAdmin()
  return (await client(proveTenant, { body: tenantId ? { tenantId } : {} })).url
}
const toMicrosoft = async (browser: Browser, url: string): Promise<string> =>
  nextOf(await pageOf(await browser.post(url, {})))
const prove = async (browser: Browser, url: string): Promise<Page> =>
  pageOf(await browser.open(await toMicrosoft(browser, url)))
const confirm = async (browser: Browser, url: string, decision = 'yes'): Promise<Page> =>
  pageOf(await browser.post(`${url}/decision`, { decision }))

const holder = async (tenantId = tenant) => (await findOrganizationByTenant(world.deps, tenantId))?.organizationId
const view = async () => (await world.asAdmin())(getTenants)
const auditOf = (organizationId: string, action: string) =>
  world.deps.db.for(organizationId)(async trx => {
    const { rows } = await sql<{
      detail: Record<string, unknown>
      actor: string
    }>`select detail, actor from audit_events
      where organization_id = ${organizationId} and action = ${action} order by id`.execute(trx)
    return rows
  })

describe('the whole way', () => {
  it('names who asks, signs an administrator in at Microsoft, and the tenant is the company’s', async () => {
    const url = await begin()
    const browser = newBrowser()
    const first = await pageOf(await browser.open(url))
    expect(first.text).toContain('Demo Ping Company')
    expect(first.text).toContain('ping.test')
    signsIn()
    const page = await prove(browser, url)
    expect(page.text).toContain('The tenant is connected')
    expect(await holder()).toBe(world.organizationId)
    expect((await getOrganization(world.deps, world.organizationId)).entraTenantIds).toEqual([TENANT, tenant])
    const { tenants, proof } = await view()
    expect(tenants.find(({ tenantId }) => tenantId === tenant)).toMatchObject({ ground: 'microsoft' })
    expect(tenants.find(({ tenantId }) => tenantId === TENANT)).toMatchObject({ ground: 'operator', provedAt: null })
    expect(proof).toEqual({ open: false, outcome: 'proved' })
    const [event] = (await auditOf(world.organizationId, 'tenant.proved')).slice(-1)
    expect(event?.detail).toEqual({ tenant, roles: ['global_administrator'], account: OID })
    const token = await world.entra.token({ tid: tenant, oid: OID })
    await expect(world.call()(exchangeTeamsToken, { body: { token } })).rejects.toMatchObject({
      problem: { code: 'unlinked' }
    })
  })

  it('asks Microsoft for openid and profile alone, with PKCE, a nonce and the tenant that it has to be', async () => {
    signsIn(admin({ tid: TENANT, wids: [TEAMS_ADMIN] }))
    const page = await prove(newBrowser(), await begin(TENANT))
    expect(page.text).toContain('The tenant is connected')
    const { tenant: path, query } = world.entra.asked.at(-1) ?? {}
    expect(path).toBe(TENANT)
    expect(query?.get('scope')).toBe('openid profile')
    expect(query?.get('code_challenge_method')).toBe('S256')
    expect(query?.get('nonce')).toMatch(/^[\w-]{43}$/u)
    expect((await view()).tenants.find(({ tenantId }) => tenantId === TENANT)).toMatchObject({ ground: 'microsoft' })
  })

  it('asks once more where the account’s domain is not one that the company has proven', async () => {
    signsIn(admin({ preferred_username: 'ada@fabrikam.onmicrosoft.com' }))
    const [url, browser] = [await begin(), newBrowser()]
    const page = await prove(browser, url)
    expect(page.text).toContain('ada@fabrikam.onmicrosoft.com')
    expect(page.text).toContain('Demo Ping Company')
    expect(await holder()).toBeUndefined()
    // Another browser has not signed in.
    expect((await confirm(newBrowser(), url)).status).toBe(410)
    const other = newBrowser()
    await toMicrosoft(other, (await startProof(world.deps, { organizationId: world.otherId, by: 'per_admin' })).url)
    expect((await confirm(other, url)).status).toBe(410)
    expect(await holder()).toBeUndefined()
    expect((await confirm(browser, url)).text).toContain('The tenant is connected')
    expect(await holder()).toBe(world.organizationId)
    expect((await confirm(browser, url)).status).toBe(410)
  })

  it('connects nothing where whoever signed in says no', async () => {
    signsIn(admin({ preferred_username: 'ada@fabrikam.onmicrosoft.com' }))
    const [url, browser] = [await begin(), newBrowser()]
    await prove(browser, url)
    expect((await confirm(browser, url, 'no')).text).toContain('Nothing was connected')
    expect((await confirm(browser, url)).status).toBe(410)
    expect(await holder()).toBeUndefined()
    expect((await view()).proof).toEqual({ open: false, outcome: 'declined' })
  })
})

type Wrong = readonly [what: string, claims: Readonly<Record<string, unknown>>, said: string, outcome: string]
const REFUSED: readonly Wrong[] = [
  ['a guest, whom another tenant vouches for', { idp: `https://sts.windows.net/${TENANT}/` }, 'guest', 'guest'],
  ['a guest, by the kind of account', { acct: 1 }, 'guest', 'guest'],
  ['a member without a role', { wids: [MEMBER] }, 'does not administer', 'not_admin'],
  ['a role that speaks for nobody', { wids: [REPORTS_READER] }, 'does not administer', 'not_admin'],
  ['no roles told at all', { wids: undefined }, 'does not administer', 'not_admin'],
  ['a personal account', { tid: CONSUMERS }, 'personal account', 'personal_account'],
  [
    'an administrator of another company here',
    { preferred_username: 'it@okta.test' },
    'another company',
    'other_company'
  ],
  ['an answer to another sign-in', { nonce: 'x'.repeat(43) }, 'could not be used', 'invalid'],
  ['an answer without a nonce', { nonce: undefined }, 'could not be used', 'invalid'],
  ['a token for another app', { aud: '11111111-2222-4333-8444-555555555555' }, 'could not be used', 'invalid'],
  [
    'the issuer of another tenant',
    { iss: `https://login.microsoftonline.com/${TENANT}/v2.0` },
    'could not be used',
    'invalid'
  ],
  ['an issuer that is not Microsoft', { iss: 'https://evil.example/v2.0' }, 'could not be used', 'invalid'],
  ['version 1', { ver: '1.0' }, 'could not be used', 'invalid'],
  ['a tenant that is none', { tid: '../common' }, 'could not be used', 'invalid']
]

describe('what proves nothing', () => {
  it.each(REFUSED)('%s', async (_what, claims, said, outcome) => {
    signsIn(admin(claims))
    const page = await prove(newBrowser(), await begin())
    expect(page.status).toBe(403)
    expect(page.text).toContain(said)
    expect(await holder()).toBeUndefined()
    expect((await view()).proof).toEqual({ open: true, outcome })
    expect((await auditOf(world.organizationId, 'tenant.proof_refused')).at(-1)?.detail).toEqual({ reason: outcome })
  })

  it('an answer that somebody else signed, and one whose time is over', async () => {
    for (const how of [{ forged: true }, { lifetimeSeconds: -120 }]) {
      world.entra.signsIn = { claims: admin(), ...how }
      const page = await prove(newBrowser(), await begin())
      expect(page.text).toContain('could not be used')
      expect(await holder()).toBeUndefined()
    }
  })

  it('an administrator of another tenant than the one that was asked about', async () => {
    signsIn()
    const page = await prove(newBrowser(), await begin(TENANT))
    expect(page.text).toContain('That is another tenant')
    expect(await holder()).toBeUndefined()
  })

  it('a sign-in that Microsoft refused; the same link may be tried again', async () => {
    world.entra.signsIn = undefined
    const [url, browser] = [await begin(), newBrowser()]
    expect((await prove(browser, url)).text).toContain('Microsoft let nobody in')
    signsIn()
    expect((await prove(browser, url)).text).toContain('The tenant is connected')
  })

  it('what the way back says unsigned: a tenant, an admin’s consent, a code of nobody', async () => {
    const [url, browser] = [await begin(), newBrowser()]
    const asked = new URL(await toMicrosoft(browser, url))
    const state = encodeURIComponent(asked.searchParams.get('state') ?? '')
    const said = `admin_consent=True&tenant=${tenant}&state=${state}`
    expect((await pageOf(await browser.open(`${world.url}/tenant/proved?${said}`))).status).toBe(403)
    expect((await pageOf(await browser.open(`${world.url}/tenant/proved?${said}&code=made-up`))).status).toBe(403)
    expect(await holder()).toBeUndefined()
  })

  it('the same way back again, in another browser, or with the state of another proof', async () => {
    signsIn()
    const [url, browser] = [await begin(), newBrowser()]
    const back = (await browser.ask(await toMicrosoft(browser, url))).headers.get('location') ?? ''
    // A browser that holds a proof of its own.
    const other = newBrowser()
    await toMicrosoft(other, await begin())
    expect((await pageOf(await other.open(back))).status).toBe(410)
    expect((await pageOf(await newBrowser().open(back))).status).toBe(410)
    expect((await pageOf(await newBrowser().open(`${world.url}/tenant/org_%00/tnp_x`))).status).toBe(410)
    expect(await holder()).toBeUndefined()
    const again = new URL(back)
    const code = again.searchParams.get('code') ?? ''
    const foreign = new URL(await toMicrosoft(other, await begin()))
    const state = encodeURIComponent(foreign.searchParams.get('state') ?? '')
    const injected = `${world.url}/tenant/proved?code=${code}&state=${state}`
    // The code of one sign-in does not fit the verifier of another.
    expect((await pageOf(await other.open(injected))).text).toContain('could not be used')
    expect(await holder()).toBeUndefined()
  })

  it('a second answer to a proof that was used', async () => {
    signsIn()
    const [url, browser] = [await begin(), newBrowser()]
    const back = (await browser.ask(await toMicrosoft(browser, url))).headers.get('location') ?? ''
    expect((await pageOf(await browser.open(back))).text).toContain('The tenant is connected')
    expect((await pageOf(await browser.open(back))).status).toBe(410)
    expect((await pageOf(await browser.open(url))).status).toBe(410)
  })

  it('a proof whose hour is over, or that a newer one replaced', async () => {
    signsIn()
    const [url, browser] = [await begin(), newBrowser()]
    const microsoft = await toMicrosoft(browser, url)
    await world.deps.db.owner(trx =>
      sql`update tenant_proofs set expires_at = now() - interval '1 second' where ${url} like '%' || id`.execute(trx)
    )
    expect((await pageOf(await browser.open(microsoft))).status).toBe(410)
    const [older, newer] = [await begin(), await begin()]
    expect((await pageOf(await newBrowser().open(older))).status).toBe(410)
    expect((await pageOf(await newBrowser().open(newer))).status).toBe(200)
    expect(await holder()).toBeUndefined()
  })

  it('a form of another site', async () => {
    const url = await begin()
    const crossing = createBrowser([world.url], { 'sec-fetch-site': 'cross-site' })
    expect((await pageOf(await crossing.post(url, {}))).status).toBe(403)
    expect(crossing.values('ci_tenant')).toEqual([])
  })

  it('somebody who is no admin of the company begins none, nor one of a tenant that is not the company’s', async () => {
    const member = world.call(await world.memberToken())
    await expect(member(proveTenant, { body: {} })).rejects.toMatchObject({ status: 403 })
    await expect(begin(OTHER_TENANT)).rejects.toMatchObject({ status: 404 })
  })
})

describe('who has it', () => {
  const beginOther = async () => (await startProof(world.deps, { organizationId: world.otherId, by: 'per_admin' })).url

  it('a company that has proved it keeps it; whoever comes later is told what to do', async () => {
    signsIn()
    await prove(newBrowser(), await begin())
    signsIn(admin({ preferred_username: 'root@shared.onmicrosoft.com' }))
    const [url, browser] = [await beginOther(), newBrowser()]
    await prove(browser, url)
    const page = await confirm(browser, url)
    expect(page.text).toContain('Another company has proved this tenant')
    expect(await holder()).toBe(world.organizationId)
    const okta = settings({
      name: 'Demo Okta Company',
      workosOrganizationId: 'org_okta',
      domains: ['okta.test'],
      entraTenantIds: [OTHER_TENANT, tenant]
    })
    await expect(configureOrganization(world.deps, { externalId: 'okta', settings: okta })).rejects.toMatchObject({
      reason: 'taken'
    })
  })

  it('of two who prove the same one at once, one has it and the other is told', async () => {
    const ways = [
      { url: await begin(), browser: newBrowser() },
      { url: await beginOther(), browser: newBrowser() }
    ]
    for (const { url, browser } of ways) {
      signsIn(admin({ preferred_username: 'root@shared.onmicrosoft.com' }))
      await prove(browser, url)
    }
    const pages = await Promise.all(ways.map(({ url, browser }) => confirm(browser, url)))
    const titles = pages.map(({ text }) => /<h1>(?<title>[^<]+)/u.exec(text)?.groups?.['title'])
    expect(titles.toSorted()).toEqual(['Another company has proved this tenant', 'The tenant is connected'])
    const winner = await holder()
    expect([world.organizationId, world.otherId]).toContain(winner)
    const { rows } = await world.deps.db.owner(trx =>
      sql<{ id: string }>`select id from organizations where settings->'entraTenantIds' ? ${tenant}`.execute(trx)
    )
    expect(rows).toEqual([{ id: winner }])
  })

  it('one answer in two windows at once counts once', async () => {
    signsIn(admin({ preferred_username: 'root@shared.onmicrosoft.com' }))
    const [url, browser] = [await begin(), newBrowser()]
    await prove(browser, url)
    const pages = await Promise.all([confirm(browser, url), confirm(browser, url)])
    expect(pages.map(({ status }) => status).toSorted()).toEqual([200, 410])
    expect(
      (await auditOf(world.organizationId, 'tenant.proved')).filter(({ detail }) => detail['tenant'] === tenant)
    ).toHaveLength(1)
  })

  it('a proof takes it from a company that only said so; its people’s ways there end, and none of them crosses', async () => {
    const otherId = world.otherId
    await world.deps.db.owner(async trx => {
      await sql`insert into people (id, organization_id, idp_id, state, access, source_updated_at, created_at, updated_at, first_name, last_name, roles)
        select 'per_okta', ${otherId}, 'okta-1', 'active', true, now(), now(), now(), 'Otto', 'Okta', '{}'`.execute(trx)
      await sql`insert into person_identities (organization_id, kind, issuer, subject, person_id, because, linked_at)
        values (${otherId}, 'entra', ${OTHER_TENANT}, ${OID}, 'per_okta', 'sign_in', now())`.execute(trx)
      await sql`insert into conversation_references (organization_id, tenant_id, entra_object_id, person_id, teams_user_id, conversation_id, service_url, bot_id, state, updated_at)
        values (${otherId}, ${OTHER_TENANT}, ${OID}, 'per_okta', '29:1', 'a:1', 'https://smba.example/', '28:bot', 'active', now())`.execute(
        trx
      )
      await sql`insert into hr_channels (organization_id, id, tenant_id, team_id, conversation_id, service_url, bot_id, state, updated_at)
        values (${otherId}, 'chn_okta', ${OTHER_TENANT}, 'team', '19:hr', 'https://smba.example/', '28:bot', 'confirmed', now())`.execute(
        trx
      )
    })
    await world.deps.db.owner(trx =>
      sql`insert into people (id, organization_id, idp_id, state, access, source_updated_at, created_at, updated_at, first_name, last_name, roles, email, locale)
        values ('per_lead', ${otherId}, 'okta-2', 'active', true, now(), now(), now(), 'Lea', 'Lead', '{admin}', 'lead@okta.test', 'en-US'),
          ('per_owner', ${otherId}, 'okta-3', 'active', true, now(), now(), now(), 'Olga', 'Owner', '{owner}', 'owner@okta.test', 'es-MX')`.execute(
        trx
      )
    )
    // One takes the mail and dies before it says so; the other is full for a moment.
    mail.standin.faults.add({ kind: 'dropAnswer', method: 'DATA', path: 'lead@okta', times: 1 })
    mail.standin.faults.add({ kind: 'status', status: 452, method: 'RCPT', path: 'owner@okta', times: 1 })
    const token = await world.entra.token({ tid: OTHER_TENANT, oid: OID })
    const open = () => world.call()(exchangeTeamsToken, { body: { token } })
    await expect(open()).resolves.toMatchObject({ accessToken: expect.any(String) })
    signsIn(admin({ tid: OTHER_TENANT }))
    const page = await prove(newBrowser(), await begin())
    expect(page.text).toContain('Another company had it without a proof')
    expect(await holder(OTHER_TENANT)).toBe(world.organizationId)
    expect((await getOrganization(world.deps, otherId)).entraTenantIds).not.toContain(OTHER_TENANT)
    // The same account is nobody here: what it was there stays there.
    await expect(open()).rejects.toMatchObject({ problem: { code: 'unlinked' } })
    await expect
      .poll(async () => (await auditOf(otherId, 'tenant.lost')).map(({ detail }) => detail), { timeout: 10_000 })
      .toEqual([{ tenant: OTHER_TENANT }])
    const left = () =>
      world.deps.db.owner(async trx => {
        const { rows } = await sql<{ accounts: number; chats: string; channels: string; lost: number }>`select
          (select count(*)::int from person_identities where issuer = ${OTHER_TENANT}) as accounts,
          (select string_agg(organization_id || ' ' || state, ',') from conversation_references where tenant_id = ${OTHER_TENANT}) as chats,
          (select string_agg(organization_id || ' ' || state, ',') from hr_channels where tenant_id = ${OTHER_TENANT}) as channels,
          (select count(*)::int from tenant_losses where organization_id = ${otherId}) as lost`.execute(trx)
        return rows[0]
      })
    await expect.poll(left, { timeout: 10_000 }).toEqual({
      accounts: 0,
      chats: `${otherId} left`,
      channels: `${otherId} removed`,
      lost: 1
    })
    // Its admins are mailed, in their own language: a repeat is the same mail, and nobody else hears of it.
    await expect
      .poll(
        () =>
          mail
            .mails()
            .map(({ to }) => to.join())
            .toSorted(),
        { timeout: 20_000 }
      )
      .toEqual(['lead@okta.test', 'lead@okta.test', 'owner@okta.test'])
    expect(new Set(mail.mails().map(({ messageId }) => messageId)).size).toBe(2)
    const [first, ...others] = mail.mails().toSorted((one, other) => one.to.join().localeCompare(other.to.join()))
    expect(first?.subject).toBe('A Microsoft 365 tenant is no longer connected to Demo Okta Company')
    for (const body of [first?.text, first?.html]) expect(body).toContain(OTHER_TENANT)
    expect(first?.text).toContain(`${world.url}/tab/#console:microsoft`)
    expect(others.at(-1)?.html).toContain('<html lang="es">')
    // Whoever died right after it was noted does it over: nothing is told twice.
    const lostAt = await world.deps.db.owner(async trx => {
      const { rows } = await sql<{ lost_at: Date }>`select lost_at from tenant_losses`.execute(trx)
      return rows[0]?.lost_at.toISOString() ?? ''
    })
    await world.deps.db.router(trx =>
      world.deps.queue.enqueue(trx, loseTenantJob.job({ organizationId: otherId, tenantId: OTHER_TENANT, lostAt }))
    )
    const waiting = async (): Promise<readonly string[]> =>
      Object.keys(await world.deps.queue.pending()).filter(name => name.startsWith('identity.'))
    await expect.poll(waiting, { timeout: 20_000 }).toEqual([])
    expect(mail.mails()).toHaveLength(3)
    expect(await auditOf(otherId, 'tenant.lost')).toHaveLength(1)
    // Its own admins see it; they may prove it back only as administrators of it, and it is proved by now.
    await expect(
      configureOrganization(world.deps, {
        externalId: 'okta',
        settings: settings({
          name: 'Demo Okta Company',
          workosOrganizationId: 'org_okta',
          entraTenantIds: [OTHER_TENANT]
        })
      })
    ).rejects.toMatchObject({ reason: 'taken' })
  })
})

describe('where it cannot be', () => {
  it('without the secret of our registration nothing begins, and the console knows', async () => {
    await using bare = await startSignInWorld()
    const client = await bare.asAdmin()
    expect((await client(getTenants)).mayProve).toBe(false)
    await expect(client(proveTenant, { body: {} })).rejects.toMatchObject({
      status: 409,
      problem: { code: 'not_available' }
    })
  })
})
