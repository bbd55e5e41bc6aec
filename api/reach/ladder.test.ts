import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decideAgreement, deliver } from '../channels/channels.ts'
import { answerNudgeEndpoint, getNudges, type NudgeView } from '../contract/nudges.ts'
import { getMyMail, putMyMail, putReachSettings, reportBounce, type ReachSettings } from '../contract/reach.ts'
import { createGraphApp } from '../vendors/graph-app.ts'
import { nextRung } from './ladder.ts'
import { oidOf, startReachWorld, TID, type ReachWorld } from './test-world.ts'
import { sql } from 'kysely'

const FEED = 'sendActivityNotification$'
let world: ReachWorld
let count = 0

beforeAll(async () => {
  world = await startReachWorld()
})
afterAll(() => world[Symbol.asyncDispose]())
beforeEach(async () => {
  world.teams.standin.faults.clear()
  world.mail.standin.faults.clear()
  await allow({})
})

const allow = (change: Partial<ReachSettings>) =>
  world.admin(putReachSettings, {
    body: { level: 1, mail: true, welcomeByMail: false, catalogId: world.catalogId, ...change }
  })

type Someone = { readonly personId: string; readonly oid: string; readonly email: string }

/** Somebody who agreed, in the tab, and has no chat. */
async function agreed(locale = 'en-US'): Promise<Someone> {
  count += 1
  const [oid, email] = [oidOf(count), `demo${count}@acme.example`]
  const personId = await world.hire(oid, { email, locale })
  await decideAgreement(world.deps, { ...of(personId), decision: 'given', surface: 'tab' })
  await world.quiet()
  return { personId, oid, email }
}

const of = (personId: string) => ({ organizationId: world.organizationId, personId })
const mailsTo = ({ email }: Someone) => world.mail.mails().filter(({ to }) => to.includes(email))
const feedOf = ({ oid }: Someone) => world.teams.feed({ tid: TID, oid })
const nudgesOf = async ({ personId }: Someone): Promise<readonly NudgeView[]> =>
  (await world.as(personId)(getNudges)).nudges
const rungsOf = ({ personId }: Someone) =>
  world.deps.db.owner(async trx => {
    const { rows } = await sql<{ rung: string; state: string; reason: string | null; unclear: number }>`
      select rung, state, reason, unclear from delivery_rungs where person_id = ${personId} order by updated_at, rung`.execute(
      trx
    )
    return rows.map(({ rung, state, reason }) => `${rung} ${state}${reason ? ` ${reason}` : ''}`)
  })

async function makeDue(someone: Someone): Promise<void> {
  await world.deps.db.owner(trx =>
    sql`update nudges set due_at = ${world.deps.now()} where person_id = ${someone.personId} and state = 'planned'`.execute(
      trx
    )
  )
  await world.tick()
}

/** Sends what is planned for the person. */
async function nudge(someone: Someone): Promise<void> {
  await makeDue(someone)
  await world.quiet()
}
const nudgeThatWent = async (someone: Someone) =>
  (await nudgesOf(someone)).find(({ kind, state }) => kind !== 'welcome' && state === 'sent')?.nudgeId ?? ''
const sentBy = async (someone: Someone) =>
  (await nudgesOf(someone)).filter(({ kind }) => kind !== 'welcome').map(({ state, rung }) => `${state} ${rung}`)

describe('down the ladder', () => {
  test('who has no chat gets the nudge by mail, in their language, and the record says so', async () => {
    const someone = await agreed('es-MX')
    await nudge(someone)
    const [mail, ...more] = mailsTo(someone)
    expect(more).toEqual([])
    expect(mail?.subject).toBe('Una idea de tu coach')
    expect(mail?.text).toContain('No más correos del coach')
    expect(mail?.html).toContain('lang="es"')
    expect(await sentBy(someone)).toContain('sent mail')
    expect(await rungsOf(someone)).toEqual(['feed failed feed_not_installed', 'mail sent'])
    expect(mail?.messageId).toMatch(/^<dlv_\w+\.org_\w+@/u)
    expect(mail?.text).toContain(`/tab/#nudge:${await nudgeThatWent(someone)}\n`)
  })

  test('where the app is and the bot is turned off, the activity feed takes it, and no mail follows', async () => {
    const someone = await agreed()
    await world.teams.install({ tid: TID, oid: someone.oid }).delivered
    await world.quiet()
    world.teams.disableApp(TID)
    await nudge(someone)
    world.teams.enableApp(TID)
    const link = encodeURIComponent(JSON.stringify({ subEntityId: `nudge:${await nudgeThatWent(someone)}` }))
    expect(feedOf(someone)).toMatchObject([
      {
        body: {
          activityType: 'systemDefault',
          previewText: { content: 'A thought from your coach' },
          topic: { webUrl: expect.stringContaining(link) }
        }
      }
    ])
    expect(mailsTo(someone)).toEqual([])
    expect(await sentBy(someone)).toContain('sent feed')
  })

  test('at level 0 nothing of Graph is asked, and mail is next', async () => {
    await allow({ level: 0 })
    const someone = await agreed()
    const before = world.teams.standin.received().filter(({ path }) => path.includes(FEED.slice(0, -1))).length
    await nudge(someone)
    expect(await rungsOf(someone)).toEqual(['feed skipped level', 'mail sent'])
    expect(world.teams.standin.received().filter(({ path }) => path.includes(FEED.slice(0, -1)))).toHaveLength(before)
    const graph = createGraphApp(world.deps, 0)
    await expect(graph?.notify({ tid: TID, oid: someone.oid }, {})).rejects.toThrow('needs level 1')
  })

  test.each(['subCode', 'noSubCode', 'code'] as const)(
    'a person who blocked the bot (%s) gets nothing another way',
    async shape => {
      const someone = await agreed()
      await world.teams.install({ tid: TID, oid: someone.oid }).delivered
      await world.quiet()
      world.teams.block({ tid: TID, oid: someone.oid }, shape)
      await nudge(someone)
      expect(feedOf(someone)).toEqual([])
      expect(mailsTo(someone)).toEqual([])
      expect(await rungsOf(someone)).toEqual([])
      expect(await sentBy(someone)).toContain('unreachable null')
    }
  )

  test('nor does one who removed it', async () => {
    const someone = await agreed()
    await world.teams.install({ tid: TID, oid: someone.oid }).delivered
    await world.teams.uninstall({ tid: TID, oid: someone.oid }).delivered
    await world.quiet()
    await nudge(someone)
    expect(mailsTo(someone)).toEqual([])
    expect(feedOf(someone)).toEqual([])
    expect(new Set(await sentBy(someone))).toEqual(new Set(['unreachable null']))
  })

  test('nobody is written to before they agreed, unless the company lets the first question come by mail', async () => {
    count += 1
    const someone = { oid: oidOf(count), email: `demo${count}@acme.example`, personId: '' }
    const personId = await world.hire(someone.oid, { email: someone.email })
    const asked = { ...someone, personId }
    const welcome = async (key: string): Promise<void> => {
      const nudgeId = `nud_${key}_${personId}`
      await world.deps.db.for(world.organizationId)(trx =>
        deliver(world.deps, trx, { ...of(personId), intent: { kind: 'agreement', nudgeId }, key })
      )
      await world.quiet()
    }
    await welcome('first')
    expect(mailsTo(asked)).toEqual([])
    expect(await rungsOf(asked)).toContain('mail skipped company_no_welcome')
    await allow({ welcomeByMail: true })
    await welcome('second')
    expect(mailsTo(asked).map(({ subject }) => subject)).toEqual(['Your coach would like to introduce itself'])
    expect(mailsTo(asked)[0]?.text).not.toContain('Done')
  })

  test('a no between two attempts ends it', async () => {
    const someone = await agreed()
    world.mail.standin.faults.add({ kind: 'status', method: 'RCPT', status: 451, path: someone.email, times: 1 })
    await makeDue(someone)
    await expect.poll(() => rungsOf(someone)).toContain('mail waiting mail_later 451')
    await decideAgreement(world.deps, { ...of(someone.personId), decision: 'declined', surface: 'tab' })
    await world.quiet()
    expect(mailsTo(someone)).toEqual([])
    expect(new Set(await sentBy(someone))).toEqual(new Set(['cancelled null']))
  })
})

describe('a feed on a bad day', () => {
  async function installed(): Promise<Someone> {
    const someone = await agreed()
    await world.teams.install({ tid: TID, oid: someone.oid }).delivered
    await world.quiet()
    world.teams.disableApp(TID)
    return someone
  }
  const bad = async (status: number, times: number): Promise<Someone> => {
    const someone = await installed()
    const headers = status === 429 ? { 'retry-after': '1' } : {}
    world.teams.standin.faults.add({
      kind: 'status',
      path: FEED,
      status,
      times,
      headers,
      body: { error: { code: 'x', message: 'x' } }
    })
    await nudge(someone)
    world.teams.enableApp(TID)
    return someone
  }

  test('a token that was lost is asked for anew; throttling and outages are waited out', async () => {
    for (const status of [401, 429, 503]) {
      const someone = await bad(status, 1)
      expect(feedOf(someone), String(status)).toHaveLength(1)
      expect(mailsTo(someone), String(status)).toEqual([])
    }
  })

  test('a permission that is missing falls to mail', async () => {
    const someone = await installed()
    const body = {
      error: { code: 'Forbidden', message: "Missing permissions. API requires one of 'TeamsActivity.Send'" }
    }
    world.teams.standin.faults.add({ kind: 'status', path: FEED, status: 403, body })
    await nudge(someone)
    world.teams.enableApp(TID)
    expect(await rungsOf(someone)).toEqual(['feed failed feed_permission', 'mail sent'])
  })

  test('an answer that nobody saw is repeated once in place of the first, and never falls to mail', async () => {
    const someone = await installed()
    world.teams.standin.faults.add({ kind: 'dropAnswer', path: FEED })
    await nudge(someone)
    world.teams.enableApp(TID)
    expect(feedOf(someone)).toHaveLength(1)
    expect(mailsTo(someone)).toEqual([])
    expect(await rungsOf(someone)).toEqual(['feed failed unclear'])
    expect(await sentBy(someone)).toContain('failed null')
  })
})

describe('a mail server on a bad day', () => {
  const bad = async (fault: Parameters<ReachWorld['mail']['standin']['faults']['add']>[0]): Promise<Someone> => {
    const someone = await agreed()
    world.mail.standin.faults.add(fault)
    await nudge(someone)
    return someone
  }

  test('a server that is down or busy is waited out', async () => {
    const someone = await bad({ kind: 'drop', method: 'CONNECT', times: 2 })
    expect(mailsTo(someone)).toHaveLength(1)
    const other = await bad({ kind: 'status', method: 'DATA', status: 452, body: '4.3.1 later', times: 1 })
    expect(mailsTo(other)).toHaveLength(1)
    expect(await sentBy(other)).toContain('sent mail')
  })

  test('a slow one is not taken for a dead one', async () => {
    const someone = await bad({ kind: 'delay', method: 'DATA', ms: 1500, times: 1 })
    expect(mailsTo(someone)).toHaveLength(1)
  })

  test('an address without a mailbox is named and not tried again, a full one is', async () => {
    const gone = await bad({ kind: 'status', method: 'RCPT', status: 550, body: '5.1.1 no such user', times: 1 })
    expect(await rungsOf(gone)).toContain('mail failed no_mailbox 5.1.1')
    expect(await sentBy(gone)).toContain('unreachable null')
    expect(await world.as(gone.personId)(getMyMail)).toMatchObject({ refused: true, wanted: true })
    const full = await bad({ kind: 'status', method: 'RCPT', status: 552, body: '5.2.2 mailbox full', times: 1 })
    expect(await rungsOf(full)).toContain('mail failed mailbox_full 5.2.2')
    expect((await world.as(full.personId)(getMyMail)).refused).toBe(false)
    const refused = await bad({ kind: 'status', method: 'DATA', status: 554, body: '5.7.1 policy', times: 1 })
    expect(await rungsOf(refused)).toContain('mail failed mail_policy 5.7.1')
  })

  test('taken without a word: repeated once under the same id, then recorded as unclear', async () => {
    const someone = await bad({ kind: 'dropAnswer', method: 'DATA' })
    const mails = mailsTo(someone)
    expect(mails).toHaveLength(2)
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1)
    expect(await rungsOf(someone)).toContain('mail failed unclear')
    expect(await sentBy(someone)).toContain('failed null')
  })

  test('a process that died in the middle is found out, and two at once send one mail', async () => {
    const someone = await agreed()
    const hold = { kind: 'delay', method: 'RCPT', ms: 600, times: 1 } as const
    world.mail.standin.faults.add(hold)
    await nudge(someone).catch(() => undefined)
    const [delivery] = await deliveriesOf(someone)
    const key = { organizationId: world.organizationId, deliveryId: delivery ?? '' }
    await Promise.all([nextRung(world.deps, key), nextRung(world.deps, key)])
    await world.quiet()
    expect(mailsTo(someone)).toHaveLength(1)
  })

  const deliveriesOf = (someone: Someone) =>
    world.deps.db.owner(async trx => {
      const { rows } = await sql<{
        id: string
      }>`select id from deliveries where person_id = ${someone.personId}`.execute(trx)
      return rows.map(({ id }) => id)
    })

  test('a mail that comes back later is recorded, and the nudge was not sent', async () => {
    const someone = await agreed()
    await nudge(someone)
    const messageId = mailsTo(someone)[0]?.messageId ?? ''
    const bounce = (status: string, id = messageId) => world.operator(reportBounce, { body: { messageId: id, status } })
    expect(await bounce('5.1.1', '<someone-elses@mail>')).toEqual({ known: false })
    expect(await bounce('4.4.1')).toEqual({ known: true })
    expect(await sentBy(someone)).toContain('sent mail')
    expect(await bounce('5.1.1')).toEqual({ known: true })
    expect(await sentBy(someone)).toContain('unreachable mail')
    expect(await rungsOf(someone)).toContain('mail failed bounced no_mailbox 5.1.1')
    expect((await world.as(someone.personId)(getMyMail)).refused).toBe(true)
    await expect(world.admin(reportBounce, { body: { messageId, status: '5.1.1' } })).rejects.toThrow()
  })
})

describe('the links of a mail', () => {
  const links = (someone: Someone) =>
    [
      ...(mailsTo(someone)
        .at(-1)
        ?.text.matchAll(/https?:\S+\/mail\/\S+/gu) ?? [])
    ].map(([url]) => world.pageOf(url))
  const open = (url: string, init: RequestInit = {}) => fetch(url, { headers: { 'accept-language': 'en' }, ...init })

  test('opening one changes nothing, pressing answers once, a changed one opens nothing', async () => {
    const someone = await agreed()
    await nudge(someone)
    const [done = ''] = links(someone)
    const page = await open(done)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self'")
    expect(await page.text()).toContain('Nothing has been noted yet')
    expect(await sentBy(someone)).toContain('sent mail')
    expect((await open(done, { method: 'HEAD' })).status).toBe(200)
    expect(await sentBy(someone)).toContain('sent mail')
    for (const _again of [1, 2]) expect(await (await open(done, { method: 'POST' })).text()).toContain('Noted')
    expect(await sentBy(someone)).toContain('answered mail')
    const forged = `${done.slice(0, -4)}AAAA`
    expect((await open(forged)).status).toBe(410)
    expect((await open(forged, { method: 'POST' })).status).toBe(410)
  })

  test('one press in the mail program ends mail, for good, until the person wants it again', async () => {
    const someone = await agreed()
    await nudge(someone)
    const header = mailsTo(someone)[0]?.headers['list-unsubscribe'] ?? ''
    expect(mailsTo(someone)[0]?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
    const url = world.pageOf(header.replaceAll(/[<>]/gu, ''))
    expect((await open(url)).status).toBe(200)
    expect((await world.as(someone.personId)(getMyMail)).wanted).toBe(true)
    const oneClick = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }
    expect((await open(url, oneClick)).status).toBe(200)
    expect((await world.as(someone.personId)(getMyMail)).wanted).toBe(false)
    const [first] = await nudgesOf(someone)
    await world.as(someone.personId)(answerNudgeEndpoint, {
      params: { nudgeId: first?.nudgeId ?? '' },
      body: { answer: 'next_week' }
    })
    await nudge(someone)
    expect(mailsTo(someone)).toHaveLength(1)
    await world.as(someone.personId)(putMyMail, { body: { wanted: true } })
    expect((await world.as(someone.personId)(getMyMail)).wanted).toBe(true)
  })
})
