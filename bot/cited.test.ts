import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMaterial } from '../api/coach/material/material.ts'
import { cardIn, coachedIn, saidTo } from './test-people.ts'
import { startBotWorld, type BotWorld } from './test-world.ts'

let bot: BotWorld
beforeAll(async () => {
  bot = await startBotWorld()
})
afterAll(() => bot[Symbol.asyncDispose]())

test('an answer that quotes the company’s material brings a card with each quote and its title', async () => {
  const { organizationId } = bot
  const file = Buffer.from('Give [feedback](https://x.example) within a week.\n\nAsk for feedback _twice_ a year.')
  const about = {
    organizationId,
    actor: 'per_admin',
    title: 'Feedback guide',
    language: 'en',
    name: 'guide.txt'
  } as const
  await addMaterial(bot.world.deps, { ...about, file })
  const { key } = await coachedIn(bot)
  await bot.teams.say(key, 'What is our policy on feedback?').delivered
  await bot.quiet()
  const message = saidTo(bot, key).at(-1)
  expect(message?.text).toContain('“Feedback guide”')
  const card = JSON.stringify(cardIn(message))
  expect(card).toContain('From your company’s material')
  expect(card).toContain('"Give feedback within a week."')
  expect(card).toContain(String.raw`Ask for feedback \\_twice\\_ a year.`)
  expect(card).toContain('Feedback guide')
})
