import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listReceipts } from '../audit/audit.ts'
import { auditRoutes } from '../audit/routes.ts'
import { listAudit } from '../contract/audit.ts'
import { createClient, createFileClient } from '../contract/client.ts'
import { decideAgreementEndpoint, getThread, postTurn } from '../contract/coach.ts'
import * as former from '../contract/former-coach.ts'
import { personIdOf, SITE, startEnrollmentWorld, type EnrollmentWorld } from '../enrollment/test-world.ts'
import { DAY } from '../platform/time.ts'
import { peopleWhoTalked } from './coach.ts'
import { workOnFormer } from './former-work.ts'
import { coachDefinitions, coachJobs, dueCoachJobs } from './jobs.ts'
import { coachRoutes } from './routes.ts'

const SECRET = 'I am afraid of my manager'
const NAMES = ['ana', 'bea', 'carl', 'dora', 'emil', 'fay', 'gus', 'hal', 'ida', 'jo', 'kim', 'lea', 'max']

/** One company for all: each test has people of its own. */
let world: EnrollmentWorld
beforeAll(async () => {
  world = await startEnrollmentWorld(
    {},
    {
      beside: {
        definitions: coachDefinitions,
        jobs: coachJobs,
        routes: (deps, api) => {
          coachRoutes(deps, api)
          auditRoutes(deps, api, {
            namesOf: async () => new Map(),
            idsOf: async () => [],
            mayForward: async () => false
          })
        }
      }
    }
  )
  await world.addPeople(NAMES)
  await world.settle()
})
afterAll(() => world[Symbol.asyncDispose]())

/** Of the learning site, where the product made the account. */
function userIdOf(name: string): string {
  const found = world.site.users(SITE).find(({ email }) => email === `${name}@demo.test`)
  if (!found) throw new Error(`${name} has no account`)
  return String(found.id)
}

const said = (name: string, text: string, more: object = {}) => ({
  type: 'message',
  conversationId: `of ${name}`,
  thinkificUserId: userIdOf(name),
  role: 'person',
  at: '2026-03-02T10:00:00Z',
  text,
  ...more
})
const account = (thinkificUserId: unknown, more: object = {}) => ({ type: 'account', thinkificUserId, ...more })

const fileOf = (...lines: readonly (object | string)[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\r\n')))

const upload = (file: Uint8Array, name = 'former.jsonl') =>
  world.admin(former.uploadFormerImport, { query: { name }, body: Uint8Array.from(file) })

async function taken(...lines: readonly (object | string)[]) {
  const answer = await upload(fileOf(...lines))
  if (answer.kind !== 'taken') throw new Error(`refused: ${answer.problem}`)
  return { importId: answer.importId }
}

const check = (params: { readonly importId: string }) => world.admin(former.checkFormerImport, { params })

async function imported(...lines: readonly (object | string)[]) {
  const params = await taken(...lines)
  const { seen } = await check(params)
  await world.admin(former.carryOutFormerImport, { params, body: { seen } })
  await world.settle()
  return params
}

async function undone(params: { readonly importId: string }): Promise<void> {
  await world.admin(former.undoFormerImport, { params })
  await world.settle()
}

const agree = (name: string) => world.as(name)(decideAgreementEndpoint, { body: { decision: 'given' } })
const threadOf = (name: string, before?: string) =>
  world.as(name)(former.getFormerThread, { query: before ? { before } : {} })
const textsOf = async (name: string) => (await threadOf(name)).turns.map(({ text }) => text)

async function stateOf({ importId }: { readonly importId: string }) {
  const { imports } = await world.admin(former.listFormerImports)
  return imports.find(one => one.importId === importId)
}

/** As a crash leaves it: no job is there any more. */
const setState = ({ importId }: { readonly importId: string }, state: string) =>
  world.deps.db.owner(trx => sql`update former_imports set state = ${state} where id = ${importId}`.execute(trx))

/** Everything in a table as text, bytes in hexadecimal. */
const allOf = (table: string): Promise<string> =>
  world.deps.db.owner(async trx => {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(trx)
    return rows.map(({ row }) => row).join('\n')
  })

/** Rows of a table, as the database has them. */
const rowsOf = (table: string): Promise<readonly object[]> =>
  world.deps.db.owner(async trx => (await sql<object>`select * from ${sql.table(table)}`.execute(trx)).rows)

describe('a file', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'empty_file', null],
    ['blank lines', Buffer.from('\r\n \n'), 'empty_file', null],
    ['Windows-1252', Buffer.concat([fileOf(account('1')), Buffer.from('\n{"name":"Añ"}', 'latin1')]), 'not_utf8', 2],
    ['UTF-16', Buffer.from('\uFEFF{"type":"account"}', 'utf16le'), 'not_utf8', 1],
    ['UTF-16 without a mark', Buffer.from('{"type":"account"}', 'utf16le'), 'not_utf8', null],
    ['one JSON list', Buffer.from('[{"type":"account"}]'), 'one_document', 1],
    ['too many lines', Buffer.from('{}\n'.repeat(50_001)), 'too_many_lines', null]
  ])('of %s is refused with what to do, and nothing is kept', async (name, file, problem, row) => {
    const answer = await upload(file, name)
    expect(answer).toMatchObject({ kind: 'refused', problem, row })
    expect(answer.kind === 'refused' && answer.remedy.length).toBeGreaterThan(10)
    expect((await world.admin(former.listFormerImports)).imports.filter(each => each.fileName === name)).toEqual([])
  })

  test('too large is refused, and nobody but an admin may send one or see what came of it', async () => {
    await expect(upload(new Uint8Array(former.MOST_FORMER_BYTES + 1))).rejects.toMatchObject({ status: 413 })
    const sent = { query: { name: 'x.jsonl' }, body: fileOf(account('1')) }
    await expect(world.as('ana')(former.uploadFormerImport, sent)).rejects.toMatchObject({ status: 403 })
    const params = await taken(account('1'))
    await expect(world.as('ana')(former.checkFormerImport, { params })).rejects.toMatchObject({ status: 403 })
    const elsewhere = createClient({ baseUrl: world.url, fetch, token: async () => 'org_other/per_admin/admin' })
    await expect(elsewhere(former.cancelFormerImport, { params })).rejects.toMatchObject({ status: 404 })
    expect((await stateOf(params))?.state).toBe('open')
  })
})

describe('a line', () => {
  const message = (more: object) => said('ana', SECRET, more)
  test.each([
    ['not_json', () => '{"type":"message",'],
    ['not_json', () => `"${SECRET}"`],
    ['unknown_type', () => ({ ...message({}), type: 'note' })],
    ['unknown_field', () => message({ [SECRET]: SECRET })],
    ['missing', () => message({ role: undefined })],
    ['bad_account', () => message({ thinkificUserId: 'ana@demo.test' })],
    ['bad_conversation', () => message({ conversationId: ' ' })],
    ['bad_date', () => message({ at: '02/03/2026' })],
    ['bad_date', () => message({ at: '2026-03-02T10:00:00' })],
    ['future', () => message({ at: '2027-01-01T00:00:00Z' })],
    ['unknown_role', () => message({ role: 'assistant' })],
    ['empty_text', () => message({ text: ' \n' })],
    ['text_too_long', () => message({ text: SECRET.repeat(400) })],
    ['bad_text', () => message({ text: 12 })],
    ['bad_text', () => JSON.stringify(message({})).replace(SECRET, String.raw`\ud83d`)],
    ['bad_field', () => account('7', { name: 7 })],
    ['line_too_long', () => message({ text: 'x'.repeat(70_000) })],
    ['two_accounts', () => message({ thinkificUserId: userIdOf('bea') })]
  ])('that is wrong (%s) is told without its text, and keeps all others out', async (problem, line) => {
    const params = await taken(said('ana', 'Hello'), line())
    const report = await check(params)
    expect(report).toMatchObject({ errors: 1, findings: [{ line: 2, problem, severity: 'error' }] })
    expect(report.findings[0]?.remedy.length).toBeGreaterThan(10)
    expect(JSON.stringify(report)).not.toContain(SECRET)
    await expect(
      world.admin(former.carryOutFormerImport, { params, body: { seen: report.seen } })
    ).rejects.toMatchObject({ status: 409 })
    await world.settle()
    expect((await stateOf(params))?.state).toBe('open')
    expect(await threadOf('ana')).toMatchObject({ messages: 0 })
  })

  test('that is repeated counts once, and one out of the order of time is put right', async () => {
    const [second, first] = [said('carl', 'second', { at: '2026-03-03T10:00:00Z' }), said('carl', 'first')]
    const params = await imported(second, second, first)
    await agree('carl')
    expect(await textsOf('carl')).toEqual(['first', 'second'])
    expect(await stateOf(params)).toMatchObject({ state: 'imported', messages: 2, lines: 3, linesDone: 3 })
  })
})

test('the dry run says who and how much, and names who is left out; an e-mail joins nobody', async () => {
  const params = await taken(
    account(Number(userIdOf('dora')), { name: 'Dora', email: 'dora@demo.test' }),
    said('dora', 'Hi'),
    said('dora', 'Hello', { role: 'coach', at: '2026-03-05T10:00:00+02:00' }),
    said('dora', 'Again', { conversationId: 'another' }),
    account('900001', { email: 'dora@demo.test' }),
    account('900002'),
    account(userIdOf('emil'))
  )
  await world.deps.db.for(world.organizationId)(trx =>
    sql`insert into site_learners (organization_id, user_id, site, email, first_name, last_name, roles, seen_in, state)
      values (${world.organizationId}, '900002', ${SITE}, 'x@demo.test', 'X', 'Demo', '{}', 'run', 'unread')`.execute(
      trx
    )
  )
  await world.leave('emil')
  const report = await check(params)
  expect(report).toMatchObject({
    lines: 7,
    people: 1,
    conversations: 2,
    messages: 3,
    from: '2026-03-02T10:00:00.000Z',
    to: '2026-03-05T08:00:00.000Z',
    leftOut: { unknown: 1, not_linked: 1, left: 1 },
    errors: 0,
    notes: 3
  })
  expect(report.findings.map(({ line, account: id, problem }) => [line, id, problem])).toEqual([
    [5, '900001', 'unknown'],
    [6, '900002', 'not_linked'],
    [7, userIdOf('emil'), 'left']
  ])
  expect(await threadOf('dora')).toMatchObject({ messages: 0 })
})

test('texts are their person’s alone and only after the agreement; neither the coach nor a report uses them', async () => {
  const before = (await rowsOf('messages')).length
  const params = await imported(
    said('fay', SECRET),
    said('fay', 'What would help?', { role: 'coach', at: '2026-03-02T10:01:00Z' }),
    said('gus', 'Only mine')
  )
  expect(await threadOf('fay')).toEqual({ messages: 2, turns: [], more: false })
  await world.as('fay')(decideAgreementEndpoint, { body: { decision: 'declined' } })
  expect(await threadOf('fay')).toEqual({ messages: 2, turns: [], more: false })
  await agree('fay')
  expect(await threadOf('fay')).toMatchObject({
    messages: 2,
    turns: [
      { from: 'person', text: SECRET, origin: 'imported', at: '2026-03-02T10:00:00.000Z' },
      { from: 'coach', text: 'What would help?', origin: 'imported' }
    ]
  })
  await agree('gus')
  expect(await textsOf('gus')).toEqual(['Only mine'])
  expect((await rowsOf('messages')).length).toBe(before)
  expect((await world.as('fay')(getThread)).turns).toEqual([])
  const year = { from: new Date('2026-01-01T00:00:00Z'), to: world.deps.now() }
  expect(await peopleWhoTalked(world.deps, world.organizationId, year)).toEqual(new Set())
  const first = await world.as('fay')(postTurn, { body: { turnId: 'turn-0001', text: 'Hello' } })
  expect(JSON.stringify(first)).not.toContain(SECRET)
  expect(await listReceipts(world.deps, world.organizationId, personIdOf('fay'))).toContainEqual(
    expect.objectContaining({ kind: 'former_coach.imported' })
  )
  // Sealed in every table, and the file is gone.
  for (const table of ['former_messages', 'former_imports', 'former_accounts', 'audit_events'])
    for (const plain of [SECRET, Buffer.from(SECRET).toString('hex')]) expect(await allOf(table)).not.toContain(plain)
  expect(await rowsOf('former_imports')).toContainEqual(
    expect.objectContaining({ id: params.importId, sealed: null, wrapped_key: null })
  )
})

test('the same file again adds nothing; undone, an import takes with it exactly what it brought', async () => {
  await agree('hal')
  const first = await imported(said('hal', 'one'), said('hal', 'two'))
  const second = await imported(said('hal', 'one'), said('hal', 'two'), said('hal', 'three'))
  expect(await textsOf('hal')).toEqual(['one', 'two', 'three'])
  await undone(second)
  expect(await textsOf('hal')).toEqual(['one', 'two'])
  await undone(first)
  expect(await threadOf('hal')).toEqual({ messages: 0, turns: [], more: false })
  await expect(world.admin(former.undoFormerImport, { params: first })).rejects.toMatchObject({ status: 409 })
  await imported(said('hal', 'one'))
  expect(await textsOf('hal')).toEqual(['one'])
  const { events } = await world.admin(listAudit, { query: { action: 'former_import.undone' } })
  expect(events.map(({ detail }) => detail['importId'])).toEqual([first.importId, second.importId])
  expect(events[0]?.text).toContain('former.jsonl')
  const receipts = await listReceipts(world.deps, world.organizationId, personIdOf('hal'))
  const kinds = receipts.map(({ kind }) => kind).filter(kind => kind.startsWith('former_coach'))
  expect(kinds.filter(kind => kind === 'former_coach.imported').length).toBe(3)
  expect(kinds.filter(kind => kind === 'former_coach.undone').length).toBe(2)
})

test('what a person erased stays erased, also when it is imported again, and no admin is told', async () => {
  const lines = [said('ida', 'Please forget')] as const
  const params = await imported(...lines)
  expect(await threadOf('ida')).toMatchObject({ messages: 1 })
  await world.as('ida')(former.eraseFormerThread)
  await world.as('ida')(former.eraseFormerThread)
  await agree('ida')
  const again = await imported(...lines, said('ida', 'And this'))
  expect(await threadOf('ida')).toEqual({ messages: 0, turns: [], more: false })
  expect(await stateOf(again)).toMatchObject({ state: 'imported', people: 1, messages: 2 })
  await undone(params)
  const { events } = await world.admin(listAudit, { query: {} })
  expect(events.map(({ action }) => action)).not.toContain('former_texts.erased')
  const kept = (await rowsOf('audit_events')).filter(row => 'action' in row && row.action === 'former_texts.erased')
  expect(kept.length).toBe(1)
})

test('what a crash left half done goes on from its page, two processes at once bring nothing twice, and half is never shown', async () => {
  await agree('jo')
  const at = (second: number) => new Date(Date.UTC(2026, 2, 2, 10, 0, second)).toISOString()
  const lines = Array.from({ length: 1201 }, (_, place) => said('jo', `text ${place}`, { at: at(place) }))
  const params = await imported(...lines)
  await undone(params)
  const again = await taken(...lines)
  await world.deps.db.owner(trx =>
    sql`update former_imports set lines_done = 500 where id = ${again.importId}`.execute(trx)
  )
  await setState(again, 'importing')
  expect((await dueCoachJobs(world.deps)).length).toBe(1)
  await Promise.all([1, 2].map(() => workOnFormer(world.deps, world.organizationId)))
  expect(await stateOf(again)).toMatchObject({ state: 'imported', linesDone: 1201 })
  expect(await dueCoachJobs(world.deps)).toEqual([])
  const newest = await threadOf('jo')
  expect(newest).toMatchObject({ messages: 701, more: true })
  expect(newest.turns.at(-1)?.text).toBe('text 1200')
  const older = await threadOf('jo', newest.turns[0]?.messageId)
  expect(older.turns.at(-1)?.text).toBe(`text ${1200 - newest.turns.length}`)
  for (const half of ['importing', 'undoing']) {
    await setState(again, half)
    expect(await threadOf('jo')).toEqual({ messages: 0, turns: [], more: false })
  }
  await workOnFormer(world.deps, world.organizationId)
  expect((await stateOf(again))?.state).toBe('undone')
  expect(await allOf('former_messages')).not.toContain(again.importId)
})

test('what was seen is what is imported: when somebody leaves meanwhile, it is looked at again', async () => {
  const params = await taken(said('kim', 'Hi'), said('lea', 'Hi'))
  const { seen } = await check(params)
  await world.leave('kim')
  await expect(world.admin(former.carryOutFormerImport, { params, body: { seen } })).rejects.toMatchObject({
    status: 409,
    problem: { code: 'changed' }
  })
  expect(await check(params)).toMatchObject({ people: 1, leftOut: { left: 1 } })
})

test('an account that is found not to be the person’s takes its texts out of sight at once', async () => {
  await agree('max')
  await imported(said('max', 'Somebody else’s'))
  expect(await textsOf('max')).toEqual(['Somebody else’s'])
  await world.deps.db.for(world.organizationId)(trx =>
    sql`delete from learners where organization_id = ${world.organizationId} and person_id = ${personIdOf('max')}`.execute(
      trx
    )
  )
  expect(await threadOf('max')).toEqual({ messages: 0, turns: [], more: false })
})

test('the report is saved as CSV without a text; a cancelled file is gone, as is one that nobody decides about within a month', async () => {
  const params = await taken(said('lea', SECRET), said('lea', SECRET), account('900003'))
  const save = createFileClient({ baseUrl: world.url, fetch, token: async () => world.adminToken })
  const { name, content } = await save(former.saveFormerReport, { params })
  const text = await content.text()
  expect(name).toBe('former-report.csv')
  expect(text.split('\r\n').length).toBe(4)
  expect(text).toContain('900003')
  expect(text).not.toContain(SECRET)
  await world.admin(former.cancelFormerImport, { params })
  await expect(check(params)).rejects.toMatchObject({ status: 409 })
  await expect(world.admin(former.cancelFormerImport, { params })).rejects.toMatchObject({ status: 409 })
  const forgotten = await taken(said('lea', SECRET))
  expect(await dueCoachJobs(world.deps)).toEqual([])
  world.advance(31 * DAY)
  const due = await dueCoachJobs(world.deps)
  await world.deps.db.router(trx => world.deps.queue.enqueue(trx, ...due))
  await world.settle()
  expect((await stateOf(forgotten))?.state).toBe('cancelled')
  for (const { importId } of [params, forgotten])
    expect(await rowsOf('former_imports')).toContainEqual(expect.objectContaining({ id: importId, sealed: null }))
})
