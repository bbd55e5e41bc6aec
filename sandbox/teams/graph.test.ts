import { expect, test } from 'vitest'
import { TENANT } from './testBot.ts'
import { ANA, BEN, startTestTeams, type TestTeams, type TestTeamsOptions } from './testTeams.ts'

const ROLES = [
  'TeamsAppInstallation.ReadWriteSelfForUser.All',
  'User.Read.All',
  'AppCatalog.Read.All',
  'TeamsActivity.Send'
]
const APPS = `/v1.0/users/${ANA.oid}/teamwork/installedApps`

type Ask = (method: string, path: string, body?: unknown) => Promise<{ status: number; body: unknown }>

async function startGraph(options: TestTeamsOptions = {}): Promise<TestTeams & { ask: Ask; bind: () => unknown }> {
  const world = await startTestTeams(options)
  const token = await world.issuer.token({ aud: 'https://graph.microsoft.com', roles: ROLES })
  const ask: Ask = async (method, path, body) => {
    const response = await world.call(method, path, body, token)
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : undefined }
  }
  const bind = () => ({
    'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${world.teams.bots()[0]?.catalogId}`
  })
  return { ...world, ask, bind }
}

test('installing through Graph reaches the bot; a second time it conflicts and the chat can be found', async () => {
  await using world = await startGraph()
  const { teams, bot, ask, bind } = world
  expect(await ask('GET', "/v1.0/appCatalogs/teamsApps?$filter=externalId eq 'manifest-1'")).toMatchObject({
    body: { value: [{ id: teams.bots()[0]?.catalogId, externalId: 'manifest-1' }] }
  })
  expect((await ask('POST', APPS, bind())).status).toBe(201)
  await teams.settled()
  expect(bot.heard[0]).toMatchObject({ type: 'installationUpdate', from: { aadObjectId: ANA.oid } })
  expect(await ask('POST', APPS, bind())).toMatchObject({ status: 409, body: { error: { code: 'Conflict' } } })
  const listed = await ask('GET', `${APPS}?$expand=teamsApp&$filter=teamsApp/externalId eq 'manifest-1'`)
  expect(listed).toMatchObject({ status: 200, body: { value: [{ teamsApp: { externalId: 'manifest-1' } }] } })
  const id: string = Object(listed.body).value[0].id
  expect(await ask('GET', `${APPS}/${encodeURIComponent(id)}/chat`)).toMatchObject({
    body: { id: teams.conversation(ANA).id }
  })
})

test('Graph refuses apps that are not in the catalog, forbidden by policy, or for people of another tenant', async () => {
  await using world = await startGraph()
  const { teams, ask, bind } = world
  expect(
    (await ask('POST', APPS, { 'teamsApp@odata.bind': 'https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/none' }))
      .status
  ).toBe(404)
  teams.disableApp(TENANT)
  expect(await ask('POST', APPS, bind())).toMatchObject({
    status: 403,
    body: { error: { message: expect.stringContaining('permission policy') } }
  })
  teams.addPerson({ tid: 'other', oid: 'x', name: 'Other Demo' })
  expect((await ask('GET', '/v1.0/users/x')).status).toBe(404)
})

test('Graph wants its own audience and the permission for each call', async () => {
  await using world = await startGraph()
  const { issuer, call, bind } = world
  expect((await call('POST', APPS, bind(), await issuer.token({ roles: ROLES }))).status).toBe(401)
  const poor = await issuer.token({ aud: 'https://graph.microsoft.com', roles: ['User.Read.All'] })
  expect((await call('POST', APPS, bind(), poor)).status).toBe(403)
  expect(await (await call('GET', `/v1.0/users/${ANA.oid}`, undefined, poor)).json()).toMatchObject({
    id: ANA.oid,
    mail: 'ana@demo.example'
  })
})

test('the thirty-first Graph call in a second is throttled', async () => {
  await using world = await startGraph({ clock: () => 0 })
  const statuses = await Promise.all(Array.from({ length: 31 }, () => world.ask('GET', `/v1.0/users/${ANA.oid}`)))
  expect(
    statuses
      .map(({ status }) => status)
      .toSorted()
      .slice(-2)
  ).toEqual([200, 429])
})

test('an activity feed notification reaches people who have the app, and only them', async () => {
  await using world = await startGraph()
  const { teams, ask, call, issuer } = world
  const path = (oid: string): string => `/v1.0/users/${oid}/teamwork/sendActivityNotification`
  const body = {
    topic: { source: 'text', value: 'Your coach', webUrl: 'https://teams.microsoft.com/l/x' },
    activityType: 'nudge',
    previewText: { content: 'A thought from your coach' }
  }
  await teams.install(ANA).delivered
  expect((await ask('POST', path(ANA.oid), body)).status).toBe(204)
  expect((await ask('POST', path(BEN.oid), body)).status).toBe(403)
  expect(teams.feed(ANA)).toMatchObject([{ body: { activityType: 'nudge' } }])
  const bare = await issuer.token({ aud: 'https://graph.microsoft.com' })
  expect((await call('POST', path(ANA.oid), body, bare)).status).toBe(403)
  const [bot] = teams.bots()
  if (bot) teams.registerBot({ ...bot, consents: ['TeamsActivity.Send.User'] })
  expect((await call('POST', path(ANA.oid), body, bare)).status).toBe(204)
})
