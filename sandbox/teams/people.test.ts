import type { TurnContext } from 'botbuilder'
import { expect, test } from 'vitest'
import { APP_ID, TENANT } from './testBot.ts'
import { ANA, BEN, startTestTeams } from './testTeams.ts'

const CARD = 'application/vnd.microsoft.card.adaptive'
const card = (text: string, actions: readonly unknown[] = []) => ({
  contentType: CARD,
  content: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }], actions }
})
const later = { type: 'Action.Execute', title: 'Later today', verb: 'later', data: { nudge: 'n1' } }

test('an installation tells the bot who, where, in which language and zone', async () => {
  await using world = await startTestTeams()
  const { teams, bot } = world
  expect(await teams.install(ANA).delivered).toMatchObject({ outcome: 'delivered', status: 200 })
  expect(bot.heard.map(({ type }) => type)).toEqual(['installationUpdate', 'conversationUpdate'])
  for (const activity of bot.heard) {
    expect(activity).toMatchObject({
      channelId: 'msteams',
      serviceUrl: teams.serviceUrl(),
      from: { aadObjectId: ANA.oid, id: expect.stringMatching(/^29:/u) },
      conversation: { conversationType: 'personal', tenantId: TENANT, id: expect.stringMatching(/^a:/u) },
      channelData: { tenant: { id: TENANT } },
      locale: 'es-MX',
      entities: [
        { type: 'clientInfo', timezone: 'America/Mexico_City', country: 'MX', platform: 'Windows', locale: 'es-MX' }
      ]
    })
  }
  expect(bot.heard[1]).toMatchObject({ membersAdded: [{ id: `28:${APP_ID}` }] })
})

test('a person writes, the bot answers, and the conversation shows both in order with product time', async () => {
  await using world = await startTestTeams({ onTurn: echo })
  const { teams, bot } = world
  await teams.install(ANA).delivered
  const { id, delivered } = teams.say(ANA, 'hola')
  await delivered
  expect(bot.heard.at(-1)).toMatchObject({
    id,
    text: 'hola',
    textFormat: 'plain',
    localTimezone: 'America/Mexico_City'
  })
  expect(teams.conversation(ANA).messages).toMatchObject([
    { id, from: 'person', text: 'hola', at: '2026-03-02T14:40:00.000Z', delivery: 'delivered' },
    { from: 'bot', text: 'you said hola' }
  ])
})

test('pressing Action.Execute returns the new card and shows it to that person', async () => {
  await using world = await startTestTeams({
    onTurn: async context => {
      if (context.activity.type === 'message')
        await context.sendActivity({ type: 'message', attachments: [card('Try this', [later])] })
      if (context.activity.name === 'adaptiveCard/action') await answer(context, card('Moved to 16:00').content)
    }
  })
  const { teams, bot } = world
  await teams.install(ANA).delivered
  await teams.say(ANA, 'nudge me').delivered
  const nudge = teams.conversation(ANA).messages.at(-1)
  const pressed = await teams.pressAction(ANA, nudge?.id ?? '', { verb: 'later', inputs: { when: '16:00' } })
  expect(pressed).toMatchObject({ outcome: 'card', card: { body: [{ text: 'Moved to 16:00' }] } })
  expect(bot.heard.at(-1)).toMatchObject({
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: nudge?.id,
    from: { aadObjectId: ANA.oid },
    value: {
      action: { type: 'Action.Execute', verb: 'later', data: { nudge: 'n1', when: '16:00' } },
      trigger: 'manual'
    }
  })
  expect(teams.conversation(ANA).messages.at(-1)?.attachments).toMatchObject([
    { content: { body: [{ text: 'Moved to 16:00' }] } }
  ])
  await expect(teams.pressAction(ANA, nudge?.id ?? '', { verb: 'later' })).rejects.toThrow('no such button')
})

test('pressing Action.Submit sends a message that carries the values and no text', async () => {
  const submit = { type: 'Action.Submit', title: 'Save', data: { plan: 'p1' } }
  await using world = await startTestTeams({
    onTurn: async context => {
      if (context.activity.text) await context.sendActivity({ type: 'message', attachments: [card('Plan', [submit])] })
    }
  })
  const { teams, bot } = world
  await teams.install(ANA).delivered
  await teams.say(ANA, 'plan').delivered
  const id = teams.conversation(ANA).messages.at(-1)?.id ?? ''
  const pressed = await teams.pressAction(ANA, id, { title: 'Save', inputs: { if: 'a meeting ends' } })
  if (pressed.outcome === 'sent') await pressed.delivered
  expect(bot.heard.at(-1)).toMatchObject({
    type: 'message',
    value: { plan: 'p1', if: 'a meeting ends' },
    replyToId: id
  })
  expect(bot.heard.at(-1)?.text).toBeUndefined()
})

test('a bot that fails an invoke is asked once, and the person sees an error', async () => {
  let invokes = 0
  await using world = await startTestTeams({
    onTurn: async context => {
      if (context.activity.type === 'message')
        await context.sendActivity({ type: 'message', attachments: [card('x', [later])] })
      if (context.activity.type !== 'invoke') return
      invokes += 1
      throw new Error('broken')
    }
  })
  const { teams } = world
  await teams.install(ANA).delivered
  await teams.say(ANA, 'x').delivered
  const id = teams.conversation(ANA).messages.at(-1)?.id ?? ''
  expect(await teams.pressAction(ANA, id, { verb: 'later' })).toMatchObject({ outcome: 'error', status: 500 })
  expect(invokes).toBe(1)
})

test('a thumb goes to the bot where the bot asked for feedback, and only there', async () => {
  await using world = await startTestTeams({
    onTurn: async context => {
      if (context.activity.name === 'message/submitAction') return reply(context, {})
      const channelData = context.activity.text === 'ask' ? { feedbackLoop: { type: 'default' } } : {}
      if (context.activity.type === 'message') await context.sendActivity({ type: 'message', text: 'ok', channelData })
    }
  })
  const { teams, bot } = world
  await teams.install(ANA).delivered
  await teams.say(ANA, 'plain').delivered
  await teams.say(ANA, 'ask').delivered
  const [, plain, , asked] = teams.conversation(ANA).messages
  await expect(teams.feedback(ANA, plain?.id ?? '', { reaction: 'like', text: '' })).rejects.toThrow('no feedback')
  const given = await teams.feedback(ANA, asked?.id ?? '', { reaction: 'dislike', text: 'too long' })
  expect(given).toMatchObject({ outcome: 'delivered', status: 200, body: {} })
  expect(bot.heard.at(-1)?.value).toEqual({
    actionName: 'feedback',
    actionValue: { reaction: 'dislike', feedback: '{"feedbackText":"too long"}' }
  })
})

test('edits and deletions of a person reach the bot under the id of the message', async () => {
  await using world = await startTestTeams()
  const { teams, bot } = world
  await teams.install(ANA).delivered
  const { id } = teams.say(ANA, 'helo')
  await teams.editMessage(ANA, id, 'hello').delivered
  expect(bot.heard.at(-1)).toMatchObject({
    type: 'messageUpdate',
    id,
    text: 'hello',
    channelData: { eventType: 'editMessage' }
  })
  expect(teams.conversation(ANA).messages).toMatchObject([{ id, text: 'hello' }])
  await teams.deleteMessage(ANA, id).delivered
  expect(bot.heard.at(-1)).toMatchObject({ type: 'messageDelete', id, channelData: { eventType: 'softDeleteMessage' } })
  expect(teams.conversation(ANA).messages).toMatchObject([{ id, deleted: true }])
})

test('in a team the bot hears mentions, answers in the thread, and can start one in a channel', async () => {
  await using world = await startTestTeams({ onTurn: echo })
  const { teams, bot, call } = world
  const team = teams.addTeam({ tid: TENANT, name: 'People team' })
  const channel = teams.addChannel(team.id, 'Reports')
  teams.addMember(team.id, BEN)
  await teams.installToTeam(team.id, BEN, channel.id).delivered
  expect(bot.heard[0]).toMatchObject({
    type: 'installationUpdate',
    action: 'add',
    conversation: { conversationType: 'channel', isGroup: true },
    channelData: {
      team: { id: team.id, name: 'People team', aadGroupId: team.aadGroupId },
      settings: { selectedChannel: { id: channel.id } }
    }
  })
  const { id, delivered } = teams.say(BEN, 'report', { conversationId: channel.id })
  await delivered
  expect(bot.heard.at(-1)).toMatchObject({
    text: '<at>Coach</at> report',
    conversation: { id: `${channel.id};messageid=${id}` }
  })
  expect(teams.channel(channel.id).messages).toMatchObject([{ id }, { from: 'bot', threadId: id }])
  const activity = { type: 'message', text: 'Monday report' }
  const started = await call('POST', '/teams/v3/conversations', {
    isGroup: true,
    channelData: { channel: { id: channel.id } },
    activity
  })
  expect(started.status).toBe(201)
  const { activityId } = Object(await started.json())
  expect(teams.channel(channel.id).messages.at(-1)).toMatchObject({ id: activityId, text: 'Monday report' })
})

test('listeners hear of each change of a conversation', async () => {
  await using world = await startTestTeams({
    onTurn: async context => {
      if (context.activity.type !== 'message') return
      await context.sendActivity({ type: 'typing' })
      await context.sendActivity('done')
    }
  })
  const { teams } = world
  await teams.install(ANA).delivered
  const kinds: string[] = []
  const stop = teams.onChange(change => kinds.push(change.kind))
  await teams.say(ANA, 'x').delivered
  stop()
  teams.say(ANA, 'y')
  expect(kinds).toEqual(['message', 'typing', 'message', 'message'])
})

async function echo(context: TurnContext): Promise<void> {
  if (context.activity.type === 'message') await context.sendActivity(`you said ${context.activity.text}`)
}

async function answer(context: TurnContext, value: unknown): Promise<void> {
  await reply(context, { statusCode: 200, type: CARD, value })
}

async function reply(context: TurnContext, body: unknown): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } })
}
