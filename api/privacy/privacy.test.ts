import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listReceipts } from '../audit/audit.ts'
import { adoptPlan, hear, plansOf } from '../coach/coach.ts'
import { decideAgreementEndpoint, getThread, postTurn } from '../contract/coach.ts'
import {
  askForExport,
  downloadExport,
  dropExport,
  eraseMyData,
  exportFileSchema,
  listMyExports,
  previewErasure
} from '../contract/privacy.ts'
import { getRetention, putRetention, tryRetention } from '../contract/retention.ts'
import { personKey } from '../directory/directory.ts'
import { personalParts } from '../personal-data.ts'
import { DAY } from '../platform/time.ts'
import { replayErasure } from './erasing.ts'
import { duePrivacyJobs } from './jobs.ts'
import { isOfCompany, readJournal } from './journal.ts'
import { personIdOf, startPrivacyWorld, type PrivacyWorld } from './test-world.ts'

/** Tables with something about a person that no part holds, each with its reason. */
const NOT_HELD: Readonly<Record<string, string>> = {
  person_keys: 'the key itself: destroyed first',
  oidc_payloads: 'sessions and tokens: opaque, seen and ended on the page of sign-ins, over within weeks',
  own_sign_ins: 'a sign-in on its way: over within minutes, read by the router alone',
  coach_feeds:
    'a counter of what came in the person’s windows; begun anew it would hide what comes next from those that are open',
  company_export_links: 'which admin fetched the company’s file, under a digest: the audit log has it too',
  revocations: 'ids and times that end access: adding only, no reading by company'
}

/** Without a `person_id`, and yet about people; `null` where a part holds it. */
const WITHOUT_ID: Readonly<Record<string, string | null>> = {
  people: null,
  group_members: null,
  directory_sightings: null,
  site_learners: null,
  departure_hops: 'which apps were told that somebody left: by the departure, which is held',
  audit_backlog: 'ids of events that wait to be forwarded; the events are held',
  claim_cases: 'cases that an admin pasted to try the mapping with, without tokens; theirs to remove',
  enrollment_imports: 'a sheet that an admin uploaded, sealed; gone once it is decided about',
  former_imports: 'a file that an admin uploaded, sealed; gone once it is carried out',
  rate_limits: 'failed tries, under digests; gone within a day'
}

let world: PrivacyWorld
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ci-journal-'))
  world = await startPrivacyWorld({ config: { ERASURE_JOURNAL: join(folder, 'erasures.jsonl') } })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

const SECRET = 'the reorganization frightens me'
const PHRASE = { body: { confirm: 'delete my data' } }

async function coached(name: string, more: { readonly locale?: string } = {}): Promise<void> {
  await world.addPerson(name, more)
  const call = world.as(name)
  await call(decideAgreementEndpoint, { body: { decision: 'given' } })
  await call(postTurn, { body: { turnId: `turn-of-${name}`, text: `${SECRET}, says ${name}` } })
}

const keyOf = (name: string) => ({ organizationId: world.organizationId, personId: personIdOf(name) })

/** The key, and a value sealed with it, as somebody would have it who copied the database before. */
const keptOf = (name: string) =>
  world.deps.db.for(world.organizationId)(async trx => {
    const { rows } = await sql<{ wrapped_key: Buffer }>`select wrapped_key from person_keys
      where person_id = ${personIdOf(name)}`.execute(trx)
    return rows[0] && Buffer.from(rows[0].wrapped_key)
  })

async function fileOf(name: string, exportId: string) {
  const { content } = await world.saving(name)(downloadExport, { params: { exportId } })
  return exportFileSchema.parse(JSON.parse(await content.text()))
}

async function exported(name: string) {
  const { exportId } = await world.as(name)(askForExport)
  await world.world.drain()
  return { exportId, file: await fileOf(name, exportId) }
}

test('every table about a person is held by a part, or listed here with its reason', async () => {
  const { rows } = await world.deps.db.owner(trx =>
    sql<{ name: string; columns: string[] }>`select c.relname as name, array_agg(a.attname::text) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace group by 1 order by 1`.execute(trx)
  )
  const held = personalParts.flatMap(({ tables }) => tables.map(({ table }) => table))
  const PERSONAL = ['person_id', 'email', 'first_name', 'directory_user_id', 'employee_number', 'former_person_id']
  const about = rows.filter(({ columns }) => columns.some(column => PERSONAL.includes(column))).map(({ name }) => name)
  const missed = about.filter(name => !held.includes(name) && !(name in NOT_HELD) && !(name in WITHOUT_ID))
  expect(missed.filter(name => name !== 'account_matching')).toEqual([])
  for (const [name, reason] of Object.entries(WITHOUT_ID)) if (reason === null) expect(held).toContain(name)
  const known = new Set(rows.map(({ name }) => name))
  expect([...held, ...Object.keys(NOT_HELD), ...Object.keys(WITHOUT_ID)].filter(name => !known.has(name))).toEqual([])
  expect(held.length).toBe(new Set(held).size)
})

test('every column that a part tells is there, and everything can be counted and told of somebody without anything', async () => {
  await world.addPerson('nobody')
  const open = (): string => ''
  for (const part of personalParts)
    await world.deps.db.for(world.organizationId)(async trx => {
      await part.count(trx, keyOf('nobody'))
      await part.export(trx, { ...keyOf('nobody'), open })
    })
  expect(await world.as('nobody')(previewErasure)).toMatchObject({ goes: [] })
})

describe('an erasure', () => {
  test('says first what goes and what stays and why, and then does that', async () => {
    await coached('ana')
    const call = world.as('ana')
    const { goes, stays } = await call(previewErasure)
    expect(goes).toContainEqual({ section: 'conversation', count: 4 })
    expect(stays).toContainEqual({ section: 'profile', count: 1, because: 'employer' })
    const { gone, erasureId } = await call(eraseMyData, PHRASE)
    expect(gone).toEqual(expect.arrayContaining(goes))
    expect(await call(previewErasure)).toMatchObject({ goes: [{ section: 'agreement', count: 1 }] })
    expect(await call(getThread)).toMatchObject({ agreement: 'declined', conversation: null, turns: [] })
    const [receipt] = await listReceipts(world.deps, world.organizationId, personIdOf('ana'))
    expect(receipt).toMatchObject({ kind: 'person.erased', detail: { erasureId, gone: { conversation: 4 } } })
    expect(world.world.facts).toContainEqual({ type: 'agreement.declined', ...keyOf('ana') })
  })

  test('destroys the key, so that a copy of the database opens to nobody, and begins anew with another', async () => {
    await coached('bea')
    const before = await keptOf('bea')
    await world.as('bea')(eraseMyData, PHRASE)
    expect(await keptOf('bea')).toBeUndefined()
    await world.as('bea')(decideAgreementEndpoint, { body: { decision: 'given' } })
    await world.as('bea')(postTurn, { body: { turnId: 'a-new-start', text: 'Hello again' } })
    expect((await world.as('bea')(getThread)).turns).toHaveLength(2)
    expect((await keptOf('bea'))?.equals(before ?? Buffer.alloc(0))).toBe(false)
  })

  test('is not done without the words that confirm it', async () => {
    await coached('carl')
    for (const confirm of ['', 'yes', 'delete my dat', 'erase'])
      await expect(world.as('carl')(eraseMyData, { body: { confirm } })).rejects.toMatchObject({
        status: 400,
        problem: { code: 'not_confirmed' }
      })
    expect((await world.as('carl')(getThread)).turns).toHaveLength(2)
    await world.as('carl')(eraseMyData, { body: { confirm: '  Borra  mis datos ' } })
    expect((await world.as('carl')(getThread)).turns).toEqual([])
  })

  test('leaves everybody else’s, in the same company and in another, as it was', async () => {
    const other = await world.addOrganization('other')
    await coached('dora')
    await coached('emil')
    await world.addPerson('dora', { organizationId: other })
    const namesake = world.as('dora', { organizationId: other })
    await namesake(decideAgreementEndpoint, { body: { decision: 'given' } })
    await namesake(postTurn, { body: { turnId: 'of-the-namesake', text: 'Somebody else' } })
    await world.as('dora')(eraseMyData, PHRASE)
    expect((await namesake(getThread)).turns).toHaveLength(2)
    expect((await world.as('emil')(getThread)).turns).toHaveLength(2)
  })

  test('twice at once, or again later, ends as one does', async () => {
    await coached('fay')
    const answers = await Promise.all([1, 2].map(() => world.as('fay')(eraseMyData, PHRASE)))
    const counts = answers.map(({ gone }) => gone.find(({ section }) => section === 'conversation')?.count ?? 0)
    expect(counts.toSorted()).toEqual([0, 4])
    await world.as('fay')(eraseMyData, PHRASE)
    expect((await world.as('fay')(getThread)).turns).toEqual([])
  })

  test('while the person writes leaves nothing that cannot be read', async () => {
    await coached('gus')
    const say = (number: number) =>
      hear(world.deps, { ...keyOf('gus'), text: `Word ${number}`, surface: 'tab', sourceId: `tab:at-once-${number}` })
    const asked = [say(1), say(2), world.as('gus')(eraseMyData, PHRASE), say(3), say(4)]
    // An answer whose question was erased under it is told so.
    for (const each of await Promise.allSettled(asked))
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'not_found' })
    // Whatever came first, what came after the erasure came after its no.
    expect((await world.as('gus')(previewErasure)).goes).toEqual([{ section: 'agreement', count: 1 }])
    await world.as('gus')(decideAgreementEndpoint, { body: { decision: 'given' } })
    const { turns } = await world.as('gus')(getThread)
    expect(turns.every(({ text }) => text.length > 0)).toBe(true)
  })

  test('or a no, between hearing what somebody writes and keeping it, is obeyed: nothing is kept, under no new key', async () => {
    /** The classifier is asked between the two; what happens meanwhile, happens there. */
    const between = async (name: string, meanwhile: () => Promise<unknown>) => {
      await coached(name)
      const assess = () => meanwhile().then(() => ({ kind: 'none' }) as const)
      const said = {
        ...keyOf(name),
        text: 'And one thing more',
        surface: 'tab',
        sourceId: `tab:${name}-between`
      } as const
      return hear({ ...world.deps, classifier: { assess } }, said)
    }
    expect(await between('ivo', () => world.as('ivo')(eraseMyData, PHRASE))).toEqual({ kind: 'needsAgreement' })
    expect((await world.as('ivo')(previewErasure)).goes).toEqual([{ section: 'agreement', count: 1 }])
    expect(await keptOf('ivo')).toBeUndefined()
    const decline = () => world.as('jan')(decideAgreementEndpoint, { body: { decision: 'declined' } })
    expect(await between('jan', decline)).toEqual({ kind: 'needsAgreement' })
    expect((await world.as('jan')(getThread)).turns).toHaveLength(2)
  })

  test('is written down outside of the database, and replayed after a restore, once', async () => {
    await coached('hal')
    const { erasureId } = await world.as('hal')(eraseMyData, PHRASE)
    await world.world.drain()
    const journal = await readJournal(join(folder, 'erasures.jsonl'))
    const line = journal.lines.find(each => each.erasureId === erasureId)
    expect(line).toMatchObject(keyOf('hal'))
    expect(readFileSync(join(folder, 'erasures.jsonl'), 'utf8')).not.toContain('hal@')
    // As a backup from before brings it back: the words, their key, and no erasure.
    await world.deps.db.owner(trx => sql`delete from erasures where id = ${erasureId}`.execute(trx))
    await world.as('hal')(decideAgreementEndpoint, { body: { decision: 'given' } })
    await world.as('hal')(postTurn, { body: { turnId: 'from-the-backup', text: 'Back from the dead' } })
    if (!line || isOfCompany(line)) throw new Error('the erasure is not in the journal')
    expect(await replayErasure(world.deps, personalParts, line)).toBe(true)
    expect(await replayErasure(world.deps, personalParts, line)).toBe(false)
    expect((await world.as('hal')(getThread)).turns).toEqual([])
  })
})

describe('an export', () => {
  test('holds what the person said and what is held about them, and fits its published schema', async () => {
    await coached('ida', { locale: 'es' })
    const { file, exportId } = await exported('ida')
    const sections = file.parts.flatMap(each => each.sections)
    const named = (name: string) => sections.filter(({ section }) => section === name).flatMap(({ entries }) => entries)
    expect(named('conversation')).toContainEqual(
      expect.objectContaining({ author: 'person', text: `${SECRET}, says ida` })
    )
    expect(named('profile')).toContainEqual(expect.objectContaining({ email: 'ida@demo.test', title: 'Sales Lead' }))
    expect(named('agreement')).toContainEqual(expect.objectContaining({ decision: 'given' }))
    expect(sections.find(({ section }) => section === 'plans' || section === 'conversation')?.title).toMatch(/^Tu/u)
    const [mine] = (await world.as('ida')(listMyExports)).exports
    expect(mine).toMatchObject({ exportId, state: 'ready', downloads: 1, parts: personalParts.length })
    const [receipt] = await listReceipts(world.deps, world.organizationId, personIdOf('ida'))
    expect(receipt).toMatchObject({ kind: 'person.exported', detail: { exportId } })
  })

  test('lies sealed, and nobody else can have it, whatever their role', async () => {
    await coached('jo')
    await world.addPerson('kim')
    const { exportId } = await exported('jo')
    expect(await world.everything()).not.toContain(SECRET)
    const other = await world.addOrganization('third')
    for (const [name, home] of [
      ['kim', world.organizationId],
      ['jo', other]
    ] as const)
      await expect(world.saving(name, home)(downloadExport, { params: { exportId } })).rejects.toMatchObject({
        status: 404
      })
    await world.as('kim')(dropExport, { params: { exportId } })
    expect((await fileOf('jo', exportId)).exportId).toBe(exportId)
  })

  test('asked for twice at once is made once', async () => {
    await world.addPerson('lea')
    await Promise.all([1, 2, 3].map(() => world.as('lea')(askForExport)))
    await world.world.drain()
    const { exports } = await world.as('lea')(listMyExports)
    expect(exports.filter(({ state }) => state === 'ready').length).toBe(exports.length)
    expect(exports.length).toBeLessThan(3)
  })

  test('is gone after a week, when the person drops it, and when they erase everything', async () => {
    await coached('max')
    const first = await exported('max')
    const second = await exported('max')
    await world.as('max')(dropExport, { params: { exportId: second.exportId } })
    await expect(fileOf('max', second.exportId)).rejects.toMatchObject({ status: 404 })
    const third = await exported('max')
    await world.as('max')(eraseMyData, PHRASE)
    await expect(fileOf('max', third.exportId)).rejects.toMatchObject({ status: 404 })
    await coached('nia')
    const old = await exported('nia')
    world.world.advance(8 * DAY)
    await expect(fileOf('nia', old.exportId)).rejects.toMatchObject({ status: 404 })
    const jobs = await duePrivacyJobs(world.deps, [])
    await world.deps.db.router(trx => world.deps.queue.enqueue(trx, ...jobs))
    await world.world.drain()
    expect((await world.as('nia')(listMyExports)).exports).toMatchObject([{ exportId: old.exportId, state: 'expired' }])
    const { rows } = await world.deps.db.owner(trx =>
      sql`select 1 from person_export_parts where export_id in (${first.exportId}, ${old.exportId})`.execute(trx)
    )
    expect(rows).toEqual([])
  })

  test('tells what cannot be read any more, and all the rest', async () => {
    await coached('oli')
    await world.deps.db.owner(trx =>
      sql`update messages set sealed = '\\x00' where person_id = ${personIdOf('oli')} and author = 'person'`.execute(
        trx
      )
    )
    const { file } = await exported('oli')
    const entries = file.parts.flatMap(each => each.sections).flatMap(each => each.entries)
    expect(entries).toContainEqual(expect.objectContaining({ author: 'person', unreadable: true }))
    expect(entries).toContainEqual(expect.objectContaining({ email: 'oli@demo.test' }))
    await world.deps.db.for(world.organizationId)(trx => personKey(trx, world.deps, keyOf('oli')))
  })
})

describe('retention', () => {
  const KEPT = { conversationDays: 90, nudgeDays: 90, inboundDays: 90, traceDays: 90 }
  const admin = () => world.as('pia', { roles: ['admin'] })

  test('is 24 months unless an admin says otherwise, and nobody else can', async () => {
    await world.addPerson('pia')
    expect(await admin()(getRetention)).toMatchObject({ conversationDays: 730, changedAt: null })
    for (const call of [world.as('pia'), world.as('pia', { roles: ['hr', 'author', 'manager'] })])
      await expect(call(putRetention, { body: KEPT })).rejects.toMatchObject({ status: 403 })
    for (const conversationDays of [0, 29, 4000, 90.5])
      await expect(admin()(putRetention, { body: { ...KEPT, conversationDays } })).rejects.toMatchObject({
        status: 400
      })
    expect(await admin()(putRetention, { body: KEPT })).toMatchObject({ ...KEPT, changedAt: expect.any(String) })
  })

  test('a try tells people in steps of the smallest group, and erases nothing', async () => {
    const policy = { body: { ...KEPT, conversationDays: 30 } }
    for (let number = 1; number <= 8; number++) await coached(`talked_${number}`)
    world.world.advance(40 * DAY)
    expect(await admin()(tryRetention, policy)).toMatchObject({
      conversations: { kind: 'at_least', people: 8 },
      inbound: { kind: 'fewer', than: 8 }
    })
    expect((await world.as('talked_1')(getThread)).turns).toHaveLength(2)
  })

  test('each night what is older goes, of this company alone; a plan that is open stays', async () => {
    const other = await world.addOrganization('keeps')
    await world.addPerson('quin', { organizationId: other })
    await world.as('quin', { organizationId: other })(decideAgreementEndpoint, { body: { decision: 'given' } })
    await world.as('quin', { organizationId: other })(postTurn, { body: { turnId: 'kept-there', text: 'Old' } })
    await adoptPlan(world.deps, {
      ...keyOf('talked_1'),
      cue: 'it rains',
      action: 'walk',
      when: 'never',
      planId: 'pln_open'
    })
    // As a process leaves them that died while it answered.
    const partsOf = (name: string) =>
      world.deps.db.for(world.organizationId)(async trx => {
        const { rows } = await sql`select 1 from answer_parts where person_id = ${personIdOf(name)}`.execute(trx)
        return rows.length
      })
    const leaveParts = (name: string) =>
      world.deps.db.for(world.organizationId)(trx =>
        sql`insert into answer_parts (organization_id, message_id, ordinal, person_id, sealed, feed)
          select organization_id, id, ordinal, person_id, sealed, feed from messages cross join generate_series(1, 600) ordinal
          where person_id = ${personIdOf(name)} and author = 'coach'`.execute(trx)
      )
    await leaveParts('talked_1')
    await leaveParts('talked_2')
    world.world.advance(100 * DAY)
    await coached('rosa')
    await leaveParts('rosa')
    const due = async () => duePrivacyJobs(world.deps, [world.organizationId, other])
    const jobs = await due()
    await world.deps.db.router(trx => world.deps.queue.enqueue(trx, ...jobs))
    await world.world.drain()
    expect((await world.as('talked_1')(getThread)).turns).toEqual([])
    expect((await world.as('rosa')(getThread)).turns).toHaveLength(2)
    expect([await partsOf('talked_1'), await partsOf('talked_2'), await partsOf('rosa')]).toEqual([0, 0, 600])
    expect((await world.as('quin', { organizationId: other })(getThread)).turns).toHaveLength(2)
    expect(await plansOf(world.deps, keyOf('talked_1'))).toHaveLength(1)
    expect(await due()).toEqual([])
    world.world.advance(DAY + 1)
    expect(await due()).toHaveLength(2)
  })
})
