import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTeamsStandin, type TeamsStandin } from './teams.ts'
import { APP_ID, startIssuer, startTestBot } from './testBot.ts'
import { ANA, startTestTeams } from './testTeams.ts'

test('a message is retried under the same id until the bot is back', async () => {
  let down = true
  await using world = await startTestTeams({
    retry: { backoffMs: [20] },
    onTurn: async context => {
      if (!down || context.activity.type !== 'message') return
      down = false
      throw new Error('down')
    }
  })
  const { teams, bot } = world
  await teams.install(ANA).delivered
  const { id, delivered } = teams.say(ANA, 'are you there?')
  expect(await delivered).toMatchObject({ outcome: 'delivered', attempts: 2 })
  expect(bot.heard.filter(({ type }) => type === 'message').map(activity => activity.id)).toEqual([id, id])
})

test('what was under way when everything died is delivered after the restart', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'teams-')), 'teams.jsonl')
  await using issuer = await startIssuer()
  const open = async (): Promise<TeamsStandin> => {
    const teams = createTeamsStandin({
      now: () => new Date('2026-03-02T14:40:00Z'),
      tokenJwksUrl: issuer.jwksUrl,
      file,
      retry: { backoffMs: [60_000] }
    })
    await teams.listen()
    return teams
  }
  const before = await open()
  before.registerBot({ appId: APP_ID, name: 'Coach', messagingUrl: 'http://127.0.0.1:9/api/messages', manifestId: 'm' })
  before.addPerson({ ...ANA, name: 'Ana Demo' })
  before.install(ANA)
  const { id } = before.say(ANA, 'do not lose me')
  await before[Symbol.asyncDispose]()
  await using after = await open()
  await using bot = await startTestBot({ openIdMetadataUrl: after.openIdMetadataUrl(), token: () => issuer.token() })
  after.registerBot({ appId: APP_ID, name: 'Coach', messagingUrl: bot.messagingUrl, manifestId: 'm' })
  expect(after.resumeDeliveries()).toBe(3)
  await after.settled()
  expect(bot.heard.map(({ type }) => type).toSorted()).toEqual(['conversationUpdate', 'installationUpdate', 'message'])
  expect(after.conversation(ANA).messages).toMatchObject([{ id, text: 'do not lose me', delivery: 'delivered' }])
})

test('a bot that stays away is given up after the retries', async () => {
  await using world = await startTestTeams({ retry: { retries: 2, backoffMs: [5] } })
  const { teams, bot } = world
  await teams.install(ANA).delivered
  await bot[Symbol.asyncDispose]()
  expect(await teams.say(ANA, 'anyone?').delivered).toMatchObject({ outcome: 'failed', attempts: 3 })
  expect(teams.conversation(ANA).messages).toMatchObject([{ delivery: 'failed' }])
  expect(teams.resumeDeliveries()).toBe(0)
})

test('deliveries can be doubled, lost on the way, or lose their answer', async () => {
  await using world = await startTestTeams({ retry: { backoffMs: [5] } })
  const { teams, bot } = world
  await teams.install(ANA).delivered
  const heardOf = async (kind: 'duplicate' | 'drop' | 'dropAnswer'): Promise<number> => {
    teams.standin.faults.add({ kind, method: 'DELIVER', path: '/deliver/message', times: 1 })
    const { id, delivered } = teams.say(ANA, kind)
    expect(await delivered).toMatchObject({ outcome: 'delivered' })
    return bot.heard.filter(activity => activity.id === id).length
  }
  expect(await heardOf('duplicate')).toBe(2)
  expect(await heardOf('drop')).toBe(1)
  expect(await heardOf('dropAnswer')).toBe(2)
})
