/** An account that no directory names connects itself from the bot's chat. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliver } from '../api/channels/channels.ts'
import { createPersonFromSignIn } from '../api/directory/directory.ts'
import { proveLink, resolveEntraPerson } from '../api/identity/identity.ts'
import { partAccounts } from '../api/identity/parting.ts'
import { linkWithin } from '../api/identity/people.ts'
import { complaintsAbout } from './cards/complaints.ts'
import { startBotWorld, TID, type BotWorld } from './test-world.ts'

let bot: BotWorld
beforeAll(async () => {
  bot = await startBotWorld()
})
afterAll(() => bot[Symbol.asyncDispose]())

let serial = 0
/** Somebody in Teams who wrote to the bot, and somebody in the company: the same, but nobody knows yet. */
async function stranger(locale = 'en-US') {
  serial += 1
  const key = { tid: TID, oid: `bbbbbbbb-0000-4000-8000-${String(serial).padStart(12, '0')}` }
  bot.teams.addPerson({ ...key, name: 'Ana Demo', locale })
  const person = await createPersonFromSignIn(bot.world.deps, bot.organizationId, { idpId: `ana${serial}` })
  await bot.teams.install(key).delivered
  await bot.teams.say(key, 'hello').delivered
  await bot.quiet()
  return { key, personId: person.personId }
}

const said = (key: { tid: string; oid: string }) =>
  bot.teams.conversation(key).messages.filter(({ from }) => from === 'bot')
const textOf = (value: unknown): string => JSON.stringify(value)

/** Presses Connect and gives the page's id, as the card's link has it. */
async function begin(key: { tid: string; oid: string }, title = 'Connect') {
  const card = said(key).at(-1)
  const pressed = await bot.teams.pressAction(key, card?.id ?? '', { title })
  expect(pressed.outcome).toBe('card')
  const shown = pressed.outcome === 'card' ? pressed.card : undefined
  expect(complaintsAbout(Object(shown))).toEqual([])
  const linkId = /\/link\/org_\w+\/(?<id>lnk_\w+)/u.exec(textOf(shown))?.groups?.['id'] ?? ''
  return { linkId, messageId: card?.id ?? '' }
}

/** The sign-in on the page; its own tests are with the page. */
async function signIn(linkId: string, personId: string): Promise<string> {
  const proven = await proveLink(bot.world.deps, { organizationId: bot.organizationId, linkId }, personId)
  return proven.kind === 'code' ? proven.code : proven.reason
}

const enter = (key: { tid: string; oid: string }, messageId: string, code: string, title = 'Enter the code') =>
  bot.teams.pressAction(key, messageId, { title, inputs: { code } })

test('Connect, sign in, enter the code: the account is this person’s, and the chat says so', async () => {
  const { key, personId } = await stranger()
  expect(complaintsAbout(Object(said(key).at(-1)?.attachments[0]?.content))).toEqual([])
  const { linkId, messageId } = await begin(key)
  expect(textOf(await enter(key, messageId, '000'))).toContain('not the code')
  const code = await signIn(linkId, personId)
  expect(textOf(await enter(key, messageId, code))).toContain('Connected')
  const found = await resolveEntraPerson(bot.world.deps, key)
  expect(found).toMatchObject({ kind: 'linked', personId })
  await bot.quiet()
  const texts = said(key).map(({ text }) => text)
  expect(texts).toContainEqual(expect.stringContaining('Was that not you?'))
  // What was written before is not kept; the next message is answered as the person's.
  await bot.teams.say(key, 'hello again').delivered
  await bot.quiet()
  expect(textOf(said(key).at(-1)?.attachments)).toContain('agreement')
})

test('in Spanish, and starting again makes the older code worthless', async () => {
  const { key, personId } = await stranger('es-MX')
  const older = await begin(key, 'Conectar')
  const olderCode = await signIn(older.linkId, personId)
  const newer = await begin(key, 'Empezar de nuevo')
  const answer = await bot.teams.pressAction(key, newer.messageId, {
    title: 'Enviar el código',
    data: { linkId: older.linkId, code: olderCode }
  })
  expect(textOf(answer)).toContain('ya no está abierto')
  expect((await resolveEntraPerson(bot.world.deps, key)).kind).toBe('unlinked')
})

test('a code that belongs to another’s chat joins nobody', async () => {
  const [mine, theirs] = [await stranger(), await stranger()]
  const { linkId } = await begin(mine.key)
  const code = await signIn(linkId, mine.personId)
  const { messageId } = await begin(theirs.key)
  const answer = await bot.teams.pressAction(theirs.key, messageId, { title: 'Enter the code', data: { linkId, code } })
  expect(textOf(answer)).toContain('no longer open')
  expect((await resolveEntraPerson(bot.world.deps, theirs.key)).kind).toBe('unlinked')
  const { rows } = await bot.world.deps.db.for(bot.organizationId)(trx =>
    sql`select 1 from audit_events where action = 'account.linked' and person_id = ${mine.personId}`.execute(trx)
  )
  expect(rows).toEqual([])
})

test('an admin parts the account: the chat says so, nothing of the person’s goes there, and they can connect again', async () => {
  const { key, personId } = await stranger()
  const about = { organizationId: bot.organizationId, personId }
  const connect = async () => {
    const { linkId, messageId } = await begin(key)
    await enter(key, messageId, await signIn(linkId, personId))
    await bot.quiet()
  }
  await connect()
  const { deps } = bot.world
  await partAccounts(deps, async () => undefined, { ...about, admin: 'per_admin', reason: 'Joined by mistake' })
  await bot.quiet()
  expect(said(key).at(-1)?.text).toContain('disconnected this Teams account')
  const before = said(key).length
  await deps.db.for(bot.organizationId)(trx =>
    deliver(deps, trx, { ...about, intent: { kind: 'notice', words: 'help' }, key: 'after-parting' })
  )
  await bot.quiet()
  expect(said(key)).toHaveLength(before)
  await bot.teams.say(key, 'what is this?').delivered
  await bot.quiet()
  await connect()
  expect(await resolveEntraPerson(deps, key)).toMatchObject({ kind: 'linked', personId })
})

test('who was joined by employee number is told so in the chat, not that they entered a code', async () => {
  const { key, personId } = await stranger()
  const { deps } = bot.world
  await deps.db.for(bot.organizationId)(trx =>
    linkWithin(deps, trx, { organizationId: bot.organizationId, personId, ...key, because: 'employee_number' })
  )
  await bot.quiet()
  expect(said(key).at(-1)?.text).toContain('the same employee number')
})
