import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreementOf, deliverJob } from '../api/channels/channels.ts'
import { threadOf } from '../api/coach/coach.ts'
import { preferencesOf } from '../api/nudges/nudges.ts'
import { listReceipts } from '../api/audit/audit.ts'
import { complaintsAbout } from './cards/complaints.ts'
import { cardIn, coachedIn, saidTo, type Account } from './test-people.ts'
import { startBotWorld, type BotWorld } from './test-world.ts'

let bot: BotWorld
beforeAll(async () => {
  bot = await startBotWorld()
})
afterAll(() => bot[Symbol.asyncDispose]())

async function tell(key: Account, text: string, wrapped: Parameters<typeof bot.teams.say>[2] = {}): Promise<string> {
  const { id, delivered } = bot.teams.say(key, text, wrapped)
  await delivered
  await bot.quiet()
  return id
}

const texts = (key: Account): readonly string[] => saidTo(bot, key).map(({ text }) => text)
const thread = (about: { organizationId: string; personId: string }) => threadOf(bot.world.deps, about)
const spoken = async (about: { organizationId: string; personId: string }): Promise<readonly string[]> =>
  (await thread(about)).filter(({ from }) => from === 'person').map(({ text }) => text)

/** The coach cannot keep a turn while its table is away, as when a database is mended. */
async function withoutThread(work: () => Promise<void>): Promise<void> {
  const rename = (from: string, to: string) =>
    bot.world.deps.db.owner(trx => sql`alter table ${sql.id(from)} rename to ${sql.id(to)}`.execute(trx))
  await rename('messages', 'messages_away')
  try {
    await work()
  } finally {
    await rename('messages_away', 'messages')
  }
}

test('a message is acknowledged before it is answered', async () => {
  const { key } = await coachedIn(bot)
  bot.teams.standin.faults.add({ kind: 'delay', ms: 400, method: 'POST', path: '/activities', times: 1 })
  expect(await bot.teams.say(key, 'I want to delegate more').delivered).toMatchObject({ outcome: 'delivered' })
  expect(saidTo(bot, key)).toEqual([])
  await bot.quiet()
  expect(saidTo(bot, key)).toHaveLength(1)
})

test('what is kept follows an edit, and an answered message is not answered again', async () => {
  const { key, about } = await coachedIn(bot)
  const id = await tell(key, 'I want to listne more')
  await bot.teams.editMessage(key, id, 'I want to listen more').delivered
  await bot.quiet()
  expect(await spoken(about)).toEqual(['I want to listen more'])
  expect(saidTo(bot, key)).toHaveLength(1)
  // An edit can still be a wish to stop, or a cry for help.
  await bot.teams.editMessage(key, id, 'stop').delivered
  await bot.quiet()
  expect(texts(key).at(-1)).toContain('Stopped')
  await bot.teams.editMessage(key, id, 'I want to die').delivered
  await bot.quiet()
  expect(JSON.stringify(cardIn(saidTo(bot, key).at(-1)))).toContain('findahelpline')
})

test('a deleted message goes from our thread with its answer, and comes back answered anew', async () => {
  const { key, about } = await coachedIn(bot)
  await tell(key, 'hello')
  const id = await tell(key, 'My manager Jane ignores me')
  expect(texts(key).at(-1)).toContain('Jane')
  await bot.teams.deleteMessage(key, id).delivered
  await bot.quiet()
  expect(JSON.stringify(await thread(about))).not.toContain('Jane')
  expect(await spoken(about)).toEqual(['hello'])
  expect(saidTo(bot, key).at(-1)).toMatchObject({ deleted: true })
  await bot.teams.restoreMessage(key, id).delivered
  await bot.quiet()
  expect(await spoken(about)).toEqual(['hello', 'My manager Jane ignores me'])
  expect(saidTo(bot, key).at(-1)).toMatchObject({ deleted: false, text: expect.stringContaining('Jane') })
})

test('a turn that breaks off is kept, says so without a word of internals, and is answered when tried again', async () => {
  const { key, about } = await coachedIn(bot)
  await withoutThread(async () => {
    await tell(key, 'I want to plan my week')
  })
  const cut = saidTo(bot, key).at(-1)
  const shown = JSON.stringify(cardIn(cut))
  expect(complaintsAbout(cardIn(cut))).toEqual([])
  expect(shown).toContain('Your message is safe')
  expect(shown).not.toMatch(/relation|messages_away|error/iu)
  expect(JSON.parse(cut?.raw ?? '{}').summary).toBe('A thought from your coach')
  const pressed = await bot.teams.pressAction(key, cut?.id ?? '', { title: 'Try again' })
  expect(JSON.stringify(pressed)).toContain('Trying again')
  await bot.quiet()
  expect(await spoken(about)).toEqual(['I want to plan my week'])
  expect(texts(key).at(-1)).toContain('ou want to plan your week')
  // Answered by now: pressing once more, or typing it, finds nothing that waits.
  expect(JSON.stringify(await bot.teams.pressAction(key, cut?.id ?? '', { title: 'Try again' }).catch(String))).toMatch(
    /no longer there|no such button/u
  )
  await tell(key, 'again')
  expect(texts(key).at(-1)).toContain('Nothing waits')
})

test('“otra vez” tries a turn again that broke off, in whatever language', async () => {
  const { key, about } = await coachedIn(bot)
  await withoutThread(async () => {
    await tell(key, 'I want to thank my team')
  })
  await tell(key, 'Otra vez')
  expect(await spoken(about)).toEqual(['I want to thank my team'])
})

test('odd input is answered kindly: pictures, files, markup, mentions, code, right to left, 28 KB, nothing at all', async () => {
  const { key, about } = await coachedIn(bot)
  const answered = async (text: string, wrapped: Parameters<typeof bot.teams.say>[2] = {}): Promise<string> => {
    await tell(key, text, wrapped)
    return texts(key).at(-1) ?? ''
  }
  const picture = { contentType: 'image/png', contentUrl: 'https://files.example/1' }
  const sticker = { contentType: 'text/html', content: '<p><img src="https://files.example/2"></p>' }
  const file = { contentType: 'application/vnd.microsoft.teams.file.download.info' }
  expect(await answered('')).toContain('Write me anything')
  expect(await answered('', { attachments: [picture] })).toContain('cannot open files')
  expect(await answered('', { attachments: [sticker] })).toContain('cannot open files')
  expect(await answered('x'.repeat(28 * 1024))).toContain('more than I can take')
  expect(await answered('🙂🙂')).toContain('few words')
  expect(await spoken(about)).toEqual(['🙂🙂'])
  await answered('<at>Coach</at> <p>I&nbsp;want &lt;b&gt; to <b>listen</b></p>', { textFormat: 'xml' })
  expect((await spoken(about)).at(-1)).toBe('I want <b> to listen')
  await answered('`if (a < b) return "<div>"`')
  expect((await spoken(about)).at(-1)).toBe('`if (a < b) return "<div>"`')
  expect(await answered('أريد أن أستمع أكثر')).toContain('\u2068أريد أن أستمع أكثر\u2069')
  await answered('This is my plan', { attachments: [file] })
  expect(texts(key).slice(-2).join(' ')).toContain('attachment I cannot open')
  expect((await spoken(about)).at(-1)).toBe('This is my plan')
})

test('typed in another language than theirs, commands change what they say and a cry for help gets both languages', async () => {
  const { key, about } = await coachedIn(bot, { locale: 'es-MX' })
  const preferences = () => preferencesOf(bot.world.deps, about)
  await tell(key, 'pause until Monday')
  expect(texts(key).at(-1)).toContain('lunes, 30 de noviembre')
  expect((await preferences()).pausedUntil).toContain('2026-11-30T')
  await tell(key, 'resume')
  expect(await preferences()).toMatchObject({ pausedUntil: null, stopped: false })
  await tell(key, 'pause until 2028-01-01')
  expect(texts(key).at(-1)).toContain('un año como mucho')
  await tell(key, 'fewer')
  expect(await preferences()).toMatchObject({ perWeek: 1 })
  await tell(key, 'I want to kill myself')
  const card = JSON.stringify(cardIn(saidTo(bot, key).at(-1)))
  expect(card.indexOf('What you write sounds serious')).toBeGreaterThan(0)
  expect(card.indexOf('Lo que escribes suena serio')).toBeGreaterThan(card.indexOf('What you write sounds serious'))
})

test('a cry for help beside a thumb is heard too', async () => {
  const { key } = await coachedIn(bot)
  await tell(key, 'I want to listen more')
  await bot.teams.feedback(key, saidTo(bot, key)[0]?.id ?? '', { reaction: 'dislike', text: 'I want to die' })
  await bot.quiet()
  expect(JSON.stringify(cardIn(saidTo(bot, key).at(-1)))).toContain('findahelpline')
})

test('a process that dies while it streams leaves one message: the next attempt ends that one', async () => {
  const { key, about } = await coachedIn(bot)
  await tell(key, 'I want to listen more')
  const [streamed] = saidTo(bot, key)
  const { deps } = bot.world
  const { rows } = await deps.db.owner(trx =>
    sql<{
      id: string
    }>`update deliveries set state = 'sending', claimed_at = clock_timestamp() - interval '1 minute' where person_id = ${about.personId} returning id`.execute(
      trx
    )
  )
  const [job] = rows.map(({ id }) => deliverJob.job({ organizationId: about.organizationId, deliveryId: id }))
  if (job) await deps.db.for(about.organizationId)(trx => deps.queue.enqueue(trx, job))
  await bot.quiet()
  expect(saidTo(bot, key)).toMatchObject([{ id: streamed?.id, text: streamed?.text }])
  const after = await deps.db.owner(trx =>
    sql<{ state: string }>`select state from deliveries where person_id = ${about.personId}`.execute(trx)
  )
  expect(after.rows).toEqual([{ state: 'sent' }])
})

test('answers that fit are offered to tap, and a plan card carries none', async () => {
  const { key } = await coachedIn(bot)
  const offered = () => JSON.parse(saidTo(bot, key).at(-1)?.raw ?? '{}').suggestedActions?.actions
  await tell(key, 'If stand-up ends, then I will thank one person')
  expect(offered()).toMatchObject([{ type: 'imBack', value: 'Yes, that’s it' }, { value: 'No' }])
  await tell(key, 'Yes, that’s it')
  expect(offered()).toMatchObject([{ value: 'Tomorrow' }, { value: 'In three days' }, { value: 'Don’t ask' }])
  await tell(key, 'Tomorrow')
  expect(offered()).toBeUndefined()
})

const EVERYTHING = [
  {
    locale: 'en-US',
    words: ['If stand-up ends, then I will thank Bo', 'yes', 'tomorrow'],
    typed: 'Delete my data',
    keep: 'Keep everything',
    erase: 'Erase for good',
    goes: 'Your conversation with the coach: ',
    stays: 'Your employer’s record of who works there',
    kept: 'Nothing was erased',
    done: 'Erased for good on',
    before: 'erased already'
  },
  {
    locale: 'es-MX',
    words: ['Si termina la reunión, entonces agradezco a Bo', 'sí', 'mañana'],
    typed: 'borra mis datos',
    keep: 'Conservarlo todo',
    erase: 'Borrar para siempre',
    goes: 'Tu conversación con el coach: ',
    stays: 'El registro de tu empresa',
    kept: 'No se borró nada',
    done: 'Borrado para siempre el',
    before: 'ya estaba borrado'
  }
]

/** What is left of the person, by table. */
const left = ({ personId }: { readonly personId: string }) =>
  bot.world.deps.db.owner(async trx => {
    const count = async (table: string): Promise<number> =>
      (
        await sql<{
          n: number
        }>`select count(*)::int as n from ${sql.table(table)} where person_id = ${personId}`.execute(trx)
      ).rows[0]?.n ?? 0
    const tables = ['person_keys', 'messages', 'plans', 'inbound', 'conversation_references', 'erasures'] as const
    const counts = await Promise.all(tables.map(async table => [table, await count(table)] as const))
    return Object.fromEntries(counts)
  })

test.each(EVERYTHING)(
  '“$typed” says what goes and stays, asks once, and does what the tab’s erasure does, key and receipt, once',
  async ({ locale, words, typed, ...said }) => {
    const { key, about } = await coachedIn(bot, { locale })
    const other = await coachedIn(bot)
    for (const text of [...words, typed]) await tell(key, text)
    const asked = saidTo(bot, key).at(-1)
    expect(complaintsAbout(cardIn(asked))).toEqual([])
    expect(JSON.stringify(cardIn(asked))).toContain(said.goes)
    expect(JSON.stringify(cardIn(asked))).toContain(said.stays)
    const kept = await bot.teams.pressAction(key, asked?.id ?? '', { title: said.keep })
    expect(JSON.stringify(kept)).toContain(said.kept)
    expect(await spoken(about)).toHaveLength(3)

    await tell(key, typed)
    const again = saidTo(bot, key).at(-1)?.id ?? ''
    // Somebody else who has the card's data, and sends it as a press of a card of their own.
    await tell(other.key, typed)
    const data = { to: about.personId, choice: 'erase' }
    const foreign = await bot.teams.pressAction(other.key, saidTo(bot, other.key).at(-1)?.id ?? '', {
      title: 'Erase for good',
      data
    })
    expect(JSON.stringify(foreign)).toContain('belongs to somebody else')
    expect(await left(about)).toMatchObject({ person_keys: 1, erasures: 0 })
    const pressed = await Promise.all([1, 2].map(() => bot.teams.pressAction(key, again, { title: said.erase })))
    const outcomes = pressed.map(each => JSON.stringify(each))
    expect(outcomes.filter(each => each.includes(said.done) && /era\W+\w{20}/u.test(each))).toHaveLength(1)
    expect(outcomes.filter(each => each.includes(said.before))).toHaveLength(1)
    await bot.quiet()
    expect(await left(about)).toEqual({
      person_keys: 0,
      messages: 0,
      plans: 0,
      inbound: 0,
      conversation_references: 0,
      erasures: 1
    })
    const receipts = await listReceipts(bot.world.deps, about.organizationId, about.personId)
    expect(receipts.filter(({ kind }) => kind === 'person.erased')).toMatchObject([{ detail: { gone: { plans: 1 } } }])
    expect(bot.world.facts).toContainEqual(
      expect.objectContaining({ type: 'plan.closed', personId: about.personId, outcome: 'dropped' })
    )
    expect(await agreementOf(bot.world.deps, about.organizationId, about.personId)).toBe('declined')
    // The chat goes on where the person wants it to: asked again, for nothing is agreed any more.
    await tell(key, 'hello')
    expect(JSON.stringify(cardIn(saidTo(bot, key).at(-1)))).toContain('"verb":"agreement"')
    expect(await spoken(about)).toEqual([])
    expect(await spoken(other.about)).toEqual([])
  },
  60_000
)
