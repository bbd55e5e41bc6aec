import { sql } from 'kysely'
import * as client from 'openid-client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listDepartures } from '../contract/departures.ts'
import { invitePerson, listInvited, removePerson } from '../contract/people.ts'
import { putOrganization } from '../contract/organizations.ts'
import { createApi, createWeb, answerErrors } from '../platform/http.ts'
import { listen } from '../platform/serve.ts'
import { createClient } from '../contract/client.ts'
import { organizationRoutes } from '../organizations/routes.ts'
import { createTestWorld } from '../testing.ts'
import { codeGiven, signInByCode, startOwnWorld, until, visit, type OwnWorld } from './test-own.ts'
import { webParty } from './test-party.ts'
import { OPERATOR, settings } from './test-world.ts'

let world: OwnWorld
beforeAll(async () => {
  world = await startOwnWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const remove = (personId: string, organizationId = world.staffId) =>
  world.call(OPERATOR)(removePerson, { params: { organizationId, personId } })

it('an operator invites, changes and lists people, each address once', async () => {
  const organizationId = await world.configure('list', {
    name: 'Demo List',
    signIn: 'own',
    cohorts: [{ group: 'authors', name: 'Authors' }]
  })
  const ids = [
    await world.invite(organizationId, 'ana@list.test', {
      firstName: 'Ana',
      roles: ['admin'],
      cohorts: ['Authors', 'None']
    }),
    await world.invite(organizationId, 'berta@list.test')
  ].toSorted()
  expect(await world.invite(organizationId, 'ANA@list.test', { lastName: 'Torres', roles: ['hr'] })).toBe(ids[0])
  const list = (query: object) => world.call(OPERATOR)(listInvited, { params: { organizationId }, query })
  const first = await list({ limit: 1 })
  const second = await list({ limit: 1, after: first.next ?? '' })
  expect([...first.people, ...second.people]).toMatchObject([
    {
      personId: ids[0],
      email: 'ana@list.test',
      firstName: 'Ana',
      lastName: 'Torres',
      roles: ['hr'],
      because: 'invitation'
    },
    { personId: ids[1], email: 'berta@list.test', firstName: null, roles: [] }
  ])
  const { rows } = await world.deps.db.owner(trx =>
    sql<{
      action: string
      actor: string
    }>`select action, actor from audit_events where person_id = ${ids[0]} order by id`.execute(trx)
  )
  expect(rows.map(({ action, actor }) => `${action} ${actor}`)).toEqual([
    'person.created operator',
    'person.joined operator',
    'person.changed operator'
  ])
})

it('only operators do, and not where a provider says who is there', async () => {
  const params = { organizationId: world.staffId }
  const body = { email: 'x@staff.test' }
  await expect(world.call()(invitePerson, { params, body })).rejects.toMatchObject({ status: 401 })
  const admin = await world.asAdmin()
  await expect(admin(invitePerson, { params, body })).rejects.toMatchObject({ status: 403 })
  await expect(admin(listInvited, { params })).rejects.toMatchObject({ status: 403 })
  await expect(world.invite(world.organizationId, 'x@staff.test')).rejects.toMatchObject({ status: 409 })
  await expect(world.invite('org_none', 'x@staff.test')).rejects.toMatchObject({ status: 404 })
  await expect(world.invite(world.staffId, 'x@ping.test')).rejects.toMatchObject({ status: 409 })
  await expect(world.invite(world.staffId, 'no address')).rejects.toMatchObject({ status: 400 })
})

it('who is removed loses session, tokens and the code that is on its way, and the admin has a receipt', async () => {
  const personId = await world.invite(world.staffId, 'leaver@staff.test')
  await world.invite(world.staffId, 'boss@staff.test', { roles: ['admin'] })
  const { visit: visited, page } = await signInByCode(world, 'leaver@staff.test')
  const tokens = await visited.tokensAt(page)
  const waiting = await visit(world)
  await waiting.post('/email', { email: 'leaver@staff.test' })
  const code = await world.codeFor('leaver@staff.test', 2)
  await remove(personId)
  await expect(remove(personId)).rejects.toMatchObject({ status: 404 })
  const { config } = await webParty(world)
  await expect(client.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toThrow()
  expect(await waiting.post('/code', { code })).toMatchObject({
    status: 403,
    text: expect.stringContaining('no access for this address')
  })
  const asked = await visit(world)
  await asked.post('/email', { email: 'leaver@staff.test' })
  await until(async () => !('identity.mailCode' in (await world.deps.queue.pending())), 'the mails')
  expect(world.mailsTo('leaver@staff.test')).toHaveLength(2)
  const boss = await signInByCode(world, 'boss@staff.test')
  const { access_token: token } = await boss.visit.tokensAt(boss.page)
  const { departures } = await world.call(token)(listDepartures)
  expect(departures).toMatchObject([{ personId, reason: 'removed', returnedAt: null }])
})

it('who left between code and end is not let in', async () => {
  const personId = await world.invite(world.staffId, 'between@staff.test')
  await world.invite(world.academyId, 'between@staff.test')
  const { visit: visited } = await signInByCode(world, 'between@staff.test')
  await remove(personId)
  expect((await visited.post('/where', { organization: world.staffId })).status).toBe(403)
})

it('who is invited back within a month is the same person; later the address is somebody else’s', async () => {
  const personId = await world.invite(world.staffId, 'back@staff.test')
  await remove(personId)
  expect(await world.invite(world.staffId, 'back@staff.test')).toBe(personId)
  await remove(personId)
  await world.deps.db.owner(trx =>
    sql`update people set left_at = left_at - interval '31 days' where id = ${personId}`.execute(trx)
  )
  const newId = await world.invite(world.staffId, 'back@staff.test')
  expect(newId).not.toBe(personId)
  const { visit: visited, page } = await signInByCode(world, 'back@staff.test')
  expect((await visited.tokensAt(page)).claims()?.sub).toBe(`${world.staffId}.${newId}`)
})

it('an invitation and many first sign-ins at once make one person', async () => {
  const openId = await world.configure('open', { name: 'Demo Open', signIn: 'own', enrollment: 'open' })
  const visits = await Promise.all(Array.from({ length: 4 }, () => visit(world)))
  for (const visited of visits) {
    await visited.post('/email', { email: 'crowd@home.test' })
    await world.codeFor('crowd@home.test', visits.indexOf(visited) + 1)
  }
  const codes = world.mailsTo('crowd@home.test').map(({ text }) => /\d{4} \d{4}/u.exec(text)?.[0] ?? '')
  const pages = await Promise.all([
    ...visits.map((visited, n) => visited.post('/code', { code: codes[n] ?? '' })),
    world.invite(openId, 'crowd@home.test').then(() => undefined)
  ])
  expect(pages.filter(page => page && codeGiven(page))).toHaveLength(4)
  const { people } = await world.call(OPERATOR)(listInvited, { params: { organizationId: openId } })
  expect(people).toHaveLength(1)
})

it('without a mail server no organization can be set to sign in with CI, and none of its settings hold a provider', async () => {
  await using bare = await createTestWorld()
  const api = createApi(async () => ({ kind: 'operator' }))
  organizationRoutes(bare.deps, api)
  await using web = await listen(createWeb().use(api.router, answerErrors(bare.deps.log)), {
    port: 0,
    host: '127.0.0.1'
  })
  const call = createClient({ baseUrl: `http://127.0.0.1:${web.port}`, fetch, token: async () => 'any' })
  const put = (more: object) =>
    call(putOrganization, { params: { externalId: 'x' }, body: settings({ name: 'Demo', signIn: 'own', ...more }) })
  await expect(put({})).rejects.toMatchObject({ status: 409, message: expect.stringContaining('MAIL_URL') })
  await expect(
    call(putOrganization, {
      params: { externalId: 'x' },
      body: { ...settings({ name: 'Demo', signIn: 'own' }), entraTenantIds: ['aaaaaaaa-0000-4000-8000-00000000000a'] }
    })
  ).rejects.toMatchObject({ status: 400 })
})
