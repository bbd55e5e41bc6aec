/** The stand-in through the official SDK; every answer conforms to WorkOS' published description. */
import { createServer } from 'node:http'
import { WorkOS } from '@workos-inc/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { complaintsAbout } from './testSpec.ts'
import { CALLBACK, CLIENT, CONNECTION, DIRECTORY, KEY, ORG, SECRET, startWorkos } from './testWorkos.ts'

let world: Awaited<ReturnType<typeof startWorkos>>
beforeEach(async () => {
  world = await startWorkos({ limits: false })
})
afterEach(async () => {
  // The pages of providers and of the portal are the stand-in's own.
  const calls = world.workos.standin.received().filter(({ path }) => !/^\/(?:login|setup|exports)\//u.test(path))
  const complaints = complaintsAbout(calls)
  await world[Symbol.asyncDispose]()
  if (complaints.length > 0) throw new Error(`not as WorkOS describes it:\n${complaints.join('\n')}`)
})

const nameOf = (failed: Promise<unknown>): Promise<string> =>
  failed.then(
    () => 'answered',
    (error: unknown) => (error instanceof Error ? error.constructor.name : String(error))
  )

describe('what a company has', () => {
  test('organizations, connections and directories are found by id, by external id and by company', async () => {
    const { sdk } = world
    expect((await sdk.organizations.getOrganization(ORG)).name).toBe('Demo')
    expect((await sdk.organizations.getOrganizationByExternalId('demo')).id).toBe(ORG)
    expect((await sdk.organizations.listOrganizations()).data.map(({ id }) => id)).toEqual([ORG])
    expect((await sdk.sso.getConnection(CONNECTION)).state).toBe('active')
    expect((await sdk.sso.listConnections({ organizationId: ORG })).data).toHaveLength(1)
    expect((await sdk.sso.listConnections({ organizationId: 'org_other' })).data).toHaveLength(0)
    expect((await sdk.directorySync.listDirectories({ organizationId: ORG })).data[0]?.state).toBe('active')
  })

  test('a wrong key and an unknown id are refused as the SDK knows it', async () => {
    expect(await nameOf(world.sdkWith('sk_wrong').organizations.getOrganization(ORG))).toBe('UnauthorizedException')
    expect(await nameOf(world.sdk.organizations.getOrganization('org_none'))).toBe('NotFoundException')
    expect(await nameOf(world.sdk.directorySync.getUser('directory_user_none'))).toBe('NotFoundException')
  })

  test('people come in pages with their groups, oldest first when asked', async () => {
    const { workos, sdk } = world
    const group = workos.addGroup({ directoryId: DIRECTORY, name: 'Coaching' })
    const made = Array.from({ length: 120 }, (_, index) =>
      workos.upsertUser({ directoryId: DIRECTORY, idpId: `p${index}`, email: `p${index}@demo.example` })
    )
    workos.addToGroup(group.id, made[0]?.id ?? '')
    const first = await sdk.directorySync.listUsers({ directory: DIRECTORY, limit: 100, order: 'asc' })
    const after = first.listMetadata.after ?? ''
    const rest = await sdk.directorySync.listUsers({ directory: DIRECTORY, limit: 100, order: 'asc', after })
    expect([...first.data, ...rest.data].map(({ idpId }) => idpId)).toEqual(made.map(({ idp_id }) => idp_id))
    expect(first.data[0]?.groups.map(({ name }) => name)).toEqual(['Coaching'])
    expect(rest.listMetadata.after ?? null).toBeNull()
    const members = await sdk.directorySync.listUsers({ group: group.id })
    expect(members.data.map(({ idpId }) => idpId)).toEqual(['p0'])
  })
})

describe('signing in', () => {
  async function begin() {
    const pkce = await world.sdk.pkce.generate()
    const url = world.sdk.sso.getAuthorizationUrl({
      clientId: CLIENT,
      connection: CONNECTION,
      redirectUri: CALLBACK,
      state: 's1',
      codeChallenge: pkce.codeChallenge,
      codeChallengeMethod: 'S256'
    })
    const page = await fetch(url, { redirect: 'manual' })
    const login = new URL(page.headers.get('location') ?? '')
    login.searchParams.set('sign_in_as', 'ana@demo.example')
    const back = new URL((await fetch(login, { redirect: 'manual' })).headers.get('location') ?? '')
    expect(back.searchParams.get('state')).toBe('s1')
    return { code: back.searchParams.get('code') ?? '', codeVerifier: pkce.codeVerifier }
  }

  test('the provider sends `mail` and no `email`; the code works once and for its own verifier', async () => {
    const proof = await begin()
    const { profile } = await world.sdk.sso.getProfileAndToken({ clientId: CLIENT, ...proof })
    expect(profile).toMatchObject({ idpId: 'ana', email: '', connectionId: CONNECTION, organizationId: ORG })
    expect(profile.rawAttributes).toMatchObject({ mail: 'ana@demo.example' })
    expect(await nameOf(world.sdk.sso.getProfileAndToken({ clientId: CLIENT, ...proof }))).toBe('OauthException')
    const other = await begin()
    const swapped = { code: other.code, codeVerifier: 'x'.repeat(43) }
    expect(await nameOf(world.sdk.sso.getProfileAndToken({ clientId: CLIENT, ...swapped }))).toBe('OauthException')
  })

  test('another key redeems nothing, and an unknown client is sent nowhere', async () => {
    const proof = await begin()
    const stranger = world.sdkWith('sk_wrong')
    expect(await nameOf(stranger.sso.getProfileAndToken({ clientId: CLIENT, ...proof }))).not.toBe('answered')
    const url = world.sdk.sso.getAuthorizationUrl({
      clientId: 'client_x',
      connection: CONNECTION,
      redirectUri: CALLBACK
    })
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(400)
  })

  test('the page says what was wrong, and a canceled sign-in comes back as an error', async () => {
    const post = (form: Record<string, string>) =>
      fetch(`${world.workos.standin.url()}/login/${CONNECTION}`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ redirect_uri: CALLBACK, state: 's', username: 'ana@demo.example', ...form })
      })
    const wrong = await post({ decision: 'wrong' })
    expect([wrong.status, await wrong.text()]).toEqual([401, expect.stringContaining('do not fit')])
    const canceled = new URL((await post({ decision: 'cancel' })).headers.get('location') ?? '')
    expect(canceled.searchParams.get('error')).toBe('access_denied')
    world.workos.disableLogin(CONNECTION, 'ana')
    expect((await post({ decision: 'ok' })).status).toBe(401)
  })
})

describe('events', () => {
  const names = ['dsync.user.created', 'dsync.user.updated', 'dsync.user.deleted'] as const
  const list = (more: object = {}) => world.sdk.events.listEvents({ events: [...names], order: 'asc', ...more })

  test('are read forward by a cursor, also from one whose event is gone', async () => {
    for (const idpId of ['a', 'b', 'c']) world.workos.upsertUser({ directoryId: DIRECTORY, idpId })
    const first = await list({ limit: 2 })
    expect(first.data).toHaveLength(2)
    const rest = await list({ after: first.data[1]?.id })
    expect(rest.data.map(({ data }) => ('idpId' in data ? data.idpId : ''))).toEqual(['c'])
    expect((await list({ after: rest.data[0]?.id })).data).toEqual([])
    world.setNow('2026-12-25T12:00:00Z')
    world.workos.upsertUser({ directoryId: DIRECTORY, idpId: 'd' })
    const late = await list({ after: first.data[0]?.id })
    // Thirty days are kept: what happened in between is in no list any more.
    expect(late.data.map(({ data }) => ('idpId' in data ? data.idpId : ''))).toEqual(['d'])
  })

  test('are listed for one company, between two moments, and never without naming what is wanted', async () => {
    world.workos.upsertUser({ directoryId: DIRECTORY, idpId: 'a' })
    expect((await list({ organizationId: ORG })).data).toHaveLength(1)
    expect((await list({ organizationId: 'org_other' })).data).toHaveLength(0)
    expect((await list({ rangeStart: '2026-11-21T00:00:00Z' })).data).toHaveLength(0)
    expect(await nameOf(world.sdk.events.listEvents({ events: [] }))).not.toBe('answered')
  })
})

test('webhooks carry the same event, signed; a changed body or another secret does not verify', async () => {
  const bodies: { readonly body: string; readonly signature: string }[] = []
  const inbox = createServer((req, res) => {
    let body = ''
    req.on('data', chunk => (body += String(chunk)))
    req.on('end', () => {
      bodies.push({ body, signature: String(req.headers['workos-signature']) })
      res.end()
    })
  })
  await new Promise<void>(resolve => void inbox.listen(0, '127.0.0.1', resolve))
  const address = inbox.address()
  const port = typeof address === 'object' ? address?.port : 0
  await using hooked = await startWorkos({ webhookUrl: `http://127.0.0.1:${port}/` })
  hooked.workos.upsertUser({ directoryId: DIRECTORY, idpId: 'a' })
  await hooked.workos.settled()
  inbox.close()
  const sent = bodies.find(({ body }) => body.includes('dsync.user.created'))
  if (!sent) throw new Error('no webhook came')
  const verify = (payload: unknown, secret = SECRET) =>
    new WorkOS(KEY).webhooks.constructEvent({
      payload: payload as Record<string, unknown>,
      sigHeader: sent.signature,
      secret
    })
  expect((await verify(JSON.parse(sent.body))).event).toBe('dsync.user.created')
  expect(await nameOf(verify({ ...JSON.parse(sent.body), id: 'event_x' }))).not.toBe('answered')
  expect(await nameOf(verify(JSON.parse(sent.body), 'another'))).not.toBe('answered')
})

describe('audit logs', () => {
  const event = {
    action: 'person.linked',
    occurredAt: new Date('2026-11-20T12:00:00Z'),
    actor: { id: 'per_1', type: 'user' },
    targets: [{ id: 'per_1', type: 'user' }],
    context: { location: '127.0.0.1' }
  }
  const log = (changed: object = {}, idempotencyKey?: string) =>
    world.sdk.auditLogs.createEvent(ORG, { ...event, ...changed }, idempotencyKey ? { idempotencyKey } : {})

  test('events fit the schema of their action, count once per key, and are exported as CSV', async () => {
    expect(await nameOf(log())).toBe('UnprocessableEntityException')
    const schema = await world.sdk.auditLogs.createSchema({ action: 'person.linked', targets: [{ type: 'user' }] })
    expect(schema.version).toBe(1)
    await log({}, 'once')
    await log({}, 'once')
    expect(await nameOf(log({ targets: [{ id: 'x', type: 'invoice' }] }))).toBe('UnprocessableEntityException')
    expect(world.workos.auditLogs()).toHaveLength(1)
    const wanted = await world.sdk.auditLogs.createExport({
      organizationId: ORG,
      rangeStart: new Date('2026-11-20T00:00:00Z'),
      rangeEnd: new Date('2026-11-21T00:00:00Z')
    })
    expect(wanted.state).toBe('pending')
    const ready = await world.sdk.auditLogs.getExport(wanted.id)
    expect(ready.state).toBe('ready')
    const csv = await (await fetch(ready.url ?? '')).text()
    expect(csv.split('\r\n').filter(Boolean)).toHaveLength(2)
    expect(csv).toContain('"person.linked","per_1"')
    expect(await nameOf(world.sdk.auditLogs.getExport('audit_log_export_none'))).toBe('NotFoundException')
  })
})

describe('the set-up portal', () => {
  const linkFor = (intent: 'sso' | 'dsync' | 'domain_verification') =>
    world.sdk.adminPortal.generateLink({ organization: ORG, intent, returnUrl: `${CALLBACK}?back` })
  const press = (link: string, decision: string) =>
    fetch(link, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ decision }) })

  test.each([
    ['sso', 'connection.activated'],
    ['dsync', 'dsync.activated'],
    ['domain_verification', 'organization_domain.verified']
  ] as const)('%s: the admin finishes the step, an event says so, and the way leads back', async (intent, name) => {
    const { link } = await linkFor(intent)
    expect((await fetch(link)).status).toBe(200)
    const before = (await world.sdk.events.listEvents({ events: [name] })).data.length
    expect((await press(link, 'later')).headers.get('location')).toContain('?back')
    expect((await world.sdk.events.listEvents({ events: [name] })).data).toHaveLength(before)
    await press(link, 'done')
    expect((await world.sdk.events.listEvents({ events: [name] })).data).toHaveLength(before + 1)
  })

  test('only known companies get a link, and only a link opens a page', async () => {
    expect(await nameOf(world.sdk.adminPortal.generateLink({ organization: 'org_x', intent: 'sso' }))).toBe(
      'NotFoundException'
    )
    expect((await fetch(`${world.workos.standin.url()}/setup/portal_x`)).status).toBe(410)
  })
})
