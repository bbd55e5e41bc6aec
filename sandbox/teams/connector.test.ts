import type { TurnContext } from 'botbuilder'
import { SignJWT, generateKeyPair } from 'jose'
import { expect, test } from 'vitest'
import { createChannelIdentity } from './tokens.ts'
import { APP_ID, TENANT } from './testBot.ts'
import { ANA, BEN, startTestTeams, type TestTeams } from './testTeams.ts'

const AI_LABEL = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  additionalType: ['AIGeneratedContent']
}

/** Posts an activity to the bot as the channel would, with a token of choice. */
async function knock({ teams, bot }: TestTeams, authorization: string | undefined): Promise<number> {
  const activity = {
    type: 'message',
    id: '1',
    text: 'hello',
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl(),
    from: { id: '29:x' },
    recipient: { id: `28:${APP_ID}` },
    conversation: { id: 'a:1' }
  }
  const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) }
  const response = await fetch(bot.messagingUrl, { method: 'POST', headers, body: JSON.stringify(activity) })
  return response.status
}

async function failure(work: Promise<unknown>): Promise<{ statusCode?: number; code?: string; message: string }> {
  return work.then(
    () => ({ message: 'it succeeded' }),
    (error: { statusCode?: number; code?: string; message: string }) => error
  )
}

test('the bot takes an activity that the channel signed for it, and no other', async () => {
  await using world = await startTestTeams()
  const { teams, bot } = world
  const { sign } = createChannelIdentity(teams.standin)
  const good = await sign(APP_ID, teams.serviceUrl())
  expect(await knock(world, `Bearer ${good}`)).toBe(200)
  expect(await knock(world, undefined)).toBe(401)
  expect(await knock(world, `Bearer ${await sign('another-app', teams.serviceUrl())}`)).toBe(401)
  expect(await knock(world, `Bearer ${await sign(APP_ID, 'https://elsewhere.example/')}`)).toBe(401)
  const forged = new SignJWT({ serviceurl: teams.serviceUrl() }).setProtectedHeader({ alg: 'RS256', kid: 'unknown' })
  const { privateKey } = await generateKeyPair('RS256')
  const token = await forged
    .setIssuer('https://api.botframework.com')
    .setAudience(APP_ID)
    .setExpirationTime('5m')
    .sign(privateKey)
  expect(await knock(world, `Bearer ${token}`)).toBe(401)
  expect(bot.heard).toHaveLength(1)
})

test('the channel keys name the channel they may speak for, and stay the same after a restart', async () => {
  await using world = await startTestTeams()
  const metadata = await (await fetch(world.teams.openIdMetadataUrl())).json()
  expect(metadata).toMatchObject({ issuer: 'https://api.botframework.com' })
  const keys = await (await fetch(`${world.teams.standin.url()}/v1/.well-known/keys`)).json()
  expect(keys).toMatchObject({ keys: [{ kty: 'RSA', endorsements: ['msteams'] }] })
  expect(await createChannelIdentity(world.teams.standin).jwks()).toEqual(keys)
})

test('the connector refuses tokens with a wrong audience, issuer, age or app', async () => {
  await using world = await startTestTeams()
  const { teams, issuer, call } = world
  await teams.install(ANA).delivered
  const path = `/teams/v3/conversations/${teams.conversation(ANA).id}/activities`
  const status = async (token: string): Promise<number> =>
    (await call('POST', path, { type: 'message', text: 'x' }, token)).status
  expect(await status(await issuer.token())).toBe(201)
  expect(await status(await issuer.token({ aud: 'https://graph.microsoft.com' }))).toBe(401)
  expect(await status(await issuer.token({ iss: 'https://sts.windows.net/another-tenant/' }))).toBe(401)
  expect(await status(await issuer.token({ iss: `https://evil.example/${TENANT}/` }))).toBe(401)
  expect(await status(await issuer.token({ minutes: -1 }))).toBe(401)
  expect(await status(await issuer.token({ appid: 'not-registered' }))).toBe(401)
  expect(await status('garbage')).toBe(401)
})

test('an AI label and a citation sent through botbuilder reach the connector untouched', async () => {
  await using world = await startTestTeams()
  const { teams, bot, reference } = world
  await teams.install(ANA).delivered
  const appearance = { '@type': 'DigitalDocument', name: 'Feedback in one minute', abstract: 'A short method' }
  const entity = { ...AI_LABEL, citation: [{ '@type': 'Claim', position: 1, appearance }] }
  await bot.proactive(reference(), async context => {
    await context.sendActivity({ type: 'message', text: 'Try it once [1]', entities: [entity] })
  })
  const [message] = teams.conversation(ANA).messages
  expect(message?.entities).toEqual([entity])
  expect(JSON.parse(message?.raw ?? '')).toMatchObject({ text: 'Try it once [1]', entities: [entity] })
})

test('two root message entities are one too many', async () => {
  await using world = await startTestTeams()
  const { teams, bot, reference } = world
  await teams.install(ANA).delivered
  const turn = async (context: TurnContext): Promise<void> => {
    await context.sendActivity({ type: 'message', text: 'x', entities: [AI_LABEL, AI_LABEL] })
  }
  expect(await failure(bot.proactive(reference(), turn))).toMatchObject({ statusCode: 400 })
  expect(teams.conversation(ANA).messages).toEqual([])
})

test('the bot updates and deletes its own message', async () => {
  await using world = await startTestTeams()
  const { teams, bot, reference } = world
  await teams.install(ANA).delivered
  await bot.proactive(reference(), async context => {
    const sent = await context.sendActivity('first')
    await context.updateActivity({ type: 'message', id: sent?.id ?? '', text: 'second' })
    expect(teams.conversation(ANA).messages).toMatchObject([{ text: 'second', deleted: false }])
    await context.deleteActivity(sent?.id ?? '')
  })
  expect(teams.conversation(ANA).messages).toMatchObject([{ text: '', deleted: true }])
  const gone = bot.proactive(reference(), async context => {
    await context.deleteActivity('12345')
  })
  expect(await failure(gone)).toMatchObject({ statusCode: 404, code: 'ActivityNotFoundInConversation' })
})

test('the eighth send in a second is refused and says when to come back; without limits it passes', async () => {
  await using world = await startTestTeams({ clock: () => 0 })
  const { teams, bot, reference, call } = world
  await teams.install(ANA).delivered
  const eight = (): Promise<void> =>
    bot.proactive(reference(), async context => {
      for (let i = 0; i < 8; i++) await context.sendActivity(`message ${i}`)
    })
  expect(await failure(eight())).toMatchObject({ statusCode: 429 })
  expect(teams.conversation(ANA).messages).toHaveLength(7)
  const path = `/teams/v3/conversations/${teams.conversation(ANA).id}/activities`
  expect((await call('POST', path, { type: 'message', text: 'x' })).headers.get('retry-after')).toBe('1')
  teams.setLimits(false)
  await eight()
  expect(teams.conversation(ANA).messages).toHaveLength(15)
})

test('one app gets fifty calls a second in one tenant, over all its chats', async () => {
  await using world = await startTestTeams({ clock: () => 0 })
  const { teams, call } = world
  const statuses: number[] = []
  for (let i = 0; i < 51; i++) {
    const key = { tid: TENANT, oid: `person-${i}` }
    teams.addPerson({ ...key, name: `Demo ${i}` })
    void teams.install(key)
    const path = `/teams/v3/conversations/${teams.conversation(key).id}/activities`
    statuses.push((await call('POST', path, { type: 'message', text: 'x' })).status)
  }
  await teams.settled()
  expect(statuses.filter(status => status === 201)).toHaveLength(50)
  expect(statuses.at(-1)).toBe(429)
})

test('blocked, removed, disabled and unknown chats each refuse in their own shape', async () => {
  await using world = await startTestTeams({ limits: false })
  const { teams, bot, reference, call } = world
  await teams.install(ANA).delivered
  const path = `/teams/v3/conversations/${teams.conversation(ANA).id}/activities`
  const refused = async (): Promise<unknown> => {
    const response = await call('POST', path, { type: 'message', text: 'x' })
    return { status: response.status, body: await response.json() }
  }
  teams.block(ANA)
  const send = bot.proactive(reference(), async context => void (await context.sendActivity('x')))
  expect(await failure(send)).toMatchObject({
    statusCode: 403,
    message: expect.stringContaining('MessageWritesBlocked')
  })
  expect(await refused()).toMatchObject({
    status: 403,
    body: { errorCode: 209, message: expect.stringContaining('"subCode"') }
  })
  teams.block(ANA, 'noSubCode')
  expect(await refused()).toMatchObject({ body: { errorCode: 209, message: expect.not.stringContaining('subCode') } })
  teams.block(ANA, 'code')
  expect(await refused()).toMatchObject({ body: { error: { code: 'ConversationBlockedByUser' } } })
  teams.unblock(ANA)
  expect(await refused()).toMatchObject({ status: 201 })
  teams.disableApp(TENANT)
  expect(await refused()).toMatchObject({ status: 403, body: { error: { code: 'BotDisabledByAdmin' } } })
  teams.enableApp(TENANT)
  await teams.uninstall(ANA).delivered
  expect(await refused()).toMatchObject({ status: 403, body: { errorCode: 209 } })
  teams.removePerson(ANA)
  expect(await refused()).toMatchObject({ status: 404, body: { error: { code: 'ConversationNotFound' } } })
})

test('a message over 28 KB is too big', async () => {
  await using world = await startTestTeams()
  const { teams, call } = world
  await teams.install(ANA).delivered
  const path = `/teams/v3/conversations/${teams.conversation(ANA).id}/activities`
  expect((await call('POST', path, { type: 'message', text: 'x'.repeat(27_000) })).status).toBe(201)
  expect((await call('POST', path, { type: 'message', text: 'x'.repeat(29_000) })).status).toBe(413)
})

test('a chat can be opened by Teams id or object id where the app is installed, and nowhere else', async () => {
  await using world = await startTestTeams()
  const { teams, bot, call } = world
  const person = teams.people().find(({ oid }) => oid === ANA.oid)
  const open = async (id: string): Promise<Response> =>
    call('POST', '/teams/v3/conversations', {
      bot: { id: `28:${APP_ID}` },
      members: [{ id }],
      channelData: { tenant: { id: TENANT } }
    })
  expect(await (await open(ANA.oid)).json()).toMatchObject({ error: { code: 'ForbiddenOperationException' } })
  await teams.install(ANA).delivered
  const chatId = teams.conversation(ANA).id
  expect(await (await open(ANA.oid)).json()).toEqual({ id: chatId })
  expect(await (await open(person?.teamsUserId ?? '')).json()).toEqual({ id: chatId })
  const parameters = {
    isGroup: false,
    bot: { id: `28:${APP_ID}`, name: '' },
    members: [{ id: ANA.oid, name: '' }],
    tenantId: TENANT,
    channelData: {},
    activity: { type: 'message', text: 'hello' }
  }
  let created: string | undefined
  await bot.adapter.createConversationAsync(
    APP_ID,
    'msteams',
    teams.serviceUrl(),
    'https://api.botframework.com',
    Object(parameters),
    async context => {
      created = context.activity.conversation.id
    }
  )
  expect(created).toBe(chatId)
  expect(teams.conversation(ANA).messages).toMatchObject([{ text: 'hello' }])
})

test('members of a chat and of a team are told in pages', async () => {
  await using world = await startTestTeams()
  const { teams, call } = world
  const team = teams.addTeam({ tid: TENANT, name: 'People team' })
  teams.addMember(team.id, ANA)
  teams.addMember(team.id, BEN)
  const path = `/teams/v3/conversations/${encodeURIComponent(team.id)}`
  expect(await (await call('GET', `${path}/pagedmembers`)).json()).toMatchObject({
    error: { code: 'BotNotInConversationRoster' }
  })
  await teams.installToTeam(team.id, BEN).delivered
  const first = await (await call('GET', `${path}/pagedmembers?pageSize=1`)).json()
  expect(first).toMatchObject({ continuationToken: '1', members: [{ aadObjectId: ANA.oid, name: 'Ana Demo' }] })
  expect(await (await call('GET', `${path}/pagedmembers?pageSize=1&continuationToken=1`)).json()).toMatchObject({
    members: [{ aadObjectId: BEN.oid }]
  })
  expect(await (await call('GET', `${path}/members/${ANA.oid}`)).json()).toMatchObject({ email: 'ana@demo.example' })
  const about = await (await call('GET', `/teams/v3/teams/${encodeURIComponent(team.id)}`)).json()
  expect(about).toMatchObject({ name: 'People team', memberCount: 2, channelCount: 1 })
})
