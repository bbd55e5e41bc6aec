import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { unzipSync } from 'fflate'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { channelDefinitions } from '../channels/jobs.ts'
import { hear } from '../coach/coach.ts'
import { decideAgreementEndpoint } from '../contract/coach.ts'
import {
  askCompanyExport,
  companyReceiptSchema,
  confirmHandOver,
  getLeaving,
  linkCompanyExport,
  scheduleLeaving,
  undoLeaving
} from '../contract/leaving.ts'
import { enrollmentDefinitions } from '../enrollment/jobs.ts'
import { receiptKeys } from '../oauth/keys.ts'
import { oauthDefinitions } from '../oauth/jobs.ts'
import { findOrganizationByWorkos } from '../organizations/organizations.ts'
import { after, DAY } from '../platform/time.ts'
import { readJournal, isOfCompany } from '../privacy/journal.ts'
import { startPrivacyWorld, type PrivacyWorld } from '../privacy/test-world.ts'
import { replayCompany } from './erasing.ts'
import { askExport, makeExport } from './exporting.ts'
import { dueLeavingJobs, leavingDefinitions, leavingJobs } from './jobs.ts'
import { leavingRoutes } from './routes.ts'
import { KEPT_BACK, SECTIONS } from './tables.ts'
import { archive, emptyEntry, lengthOf } from './zip.ts'

const MANY = 4100
const SAID = 'canary-said-to-the-coach'

let world: PrivacyWorld
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ci-leaving-'))
  world = await startPrivacyWorld({
    config: { ERASURE_JOURNAL: join(folder, 'erasures.jsonl') },
    definitions: [...leavingDefinitions, ...oauthDefinitions, ...enrollmentDefinitions, ...channelDefinitions],
    routes: leavingRoutes
  })
  await world.world.work(leavingJobs(world.deps))
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

/** A company with a thousand and some people, an owner, and somebody who talked to the coach. */
async function company(externalId: string, people = 20) {
  const organizationId = await world.addOrganization(externalId)
  const owner = `owner-${externalId}`
  await world.addPerson(owner, { organizationId })
  const talker = `talker-${externalId}`
  await world.addPerson(talker, { organizationId })
  await world.deps.db.for(organizationId)(async trx => {
    await sql`update people set roles = array['owner'] where id = ${`per_${owner}`}`.execute(trx)
    await sql`insert into people (organization_id, id, idp_id, email, first_name, last_name, state, access, source_updated_at, created_at, updated_at)
      select ${organizationId}, 'per_' || lpad(n::text, 6, '0'), 'idp' || n, 'p' || n || '@demo.test', '=cmd' || n, 'Demo', 'active', true, now(), now(), now()
      from generate_series(1, ${people}) n`.execute(trx)
  })
  const key = { organizationId, personId: `per_${talker}` }
  await world.as(talker, { organizationId })(decideAgreementEndpoint, { body: { decision: 'given' } })
  await hear(world.deps, { ...key, text: SAID, surface: 'tab', sourceId: `tab:${externalId}` })
  const call = world.as(owner, { organizationId, roles: ['owner'] })
  return { organizationId, name: `Company ${externalId}`, call, talker }
}

async function tick(): Promise<void> {
  const jobs = await dueLeavingJobs(world.deps)
  if (jobs.length > 0) await world.deps.db.router(trx => world.deps.queue.enqueue(trx, ...jobs))
}

type Company = Awaited<ReturnType<typeof company>>

const stateOf = async ({ call }: Company) => (await call(getLeaving)).leaving?.state

async function until(look: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(async () => {
      await tick()
      return look()
    })
    .toBe(true)
}

async function readyExport({ call }: Company): Promise<string> {
  await call(askCompanyExport)
  await until(async () => (await call(getLeaving)).exports[0]?.state === 'ready')
  return (await call(getLeaving)).exports[0]?.exportId ?? ''
}

async function fetchArchive({ call }: Company, exportId: string): Promise<Readonly<Record<string, Uint8Array>>> {
  const { url } = await call(linkCompanyExport, { params: { exportId } })
  const answer = await fetch(url.replace('http://127.0.0.1:3978', world.url))
  expect(answer.status).toBe(200)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect(answer.headers.get('content-length')).toBe(String(bytes.length))
  expect((await fetch(url.replace('http://127.0.0.1:3978', world.url))).status).toBe(404)
  return unzipSync(bytes)
}

const textOf = (files: Readonly<Record<string, Uint8Array>>, name: string): string =>
  Buffer.from(files[name] ?? new Uint8Array()).toString('utf8')

const manifestSchema = z.object({
  format: z.literal('consciousinsights.company/1'),
  files: z.array(z.object({ name: z.string(), rows: z.number(), bytes: z.number(), crc32: z.string() }))
})

const leavesAt = (days: number): string => after(world.deps.now(), days * DAY).toISOString()

describe('the company’s file', () => {
  test('every table of a company is in it, or it is said why not; nothing sealed is', async () => {
    const { rows } = await world.deps.db.owner(trx =>
      sql<{ table: string; columns: string[]; sealed: string[] }>`select table_name as table,
        array_agg(column_name::text) as columns, coalesce(array_agg(column_name::text) filter (where data_type = 'bytea'), '{}') as sealed
        from information_schema.columns where table_schema = current_schema() group by 1
        having bool_or(column_name = 'organization_id')`.execute(trx)
    )
    const named = [...Object.keys(SECTIONS), ...Object.keys(KEPT_BACK)]
    expect(rows.map(({ table }) => table).filter(table => !named.includes(table))).toEqual([])
    expect(named.filter(name => named.indexOf(name) !== named.lastIndexOf(name))).toEqual([])
    expect(named.filter(name => !rows.some(({ table }) => table === name))).toEqual([])
    for (const { table, columns, sealed } of rows) {
      const told = SECTIONS[table]?.columns ?? []
      expect(told.filter(name => !columns.includes(name) || sealed.includes(name))).toEqual([])
    }
  })

  test('holds every row once, page after page, and no word of a person’s own', async () => {
    const leaver = await company('filed', MANY)
    const files = await fetchArchive(leaver, await readyExport(leaver))
    const manifest = manifestSchema.parse(JSON.parse(textOf(files, 'manifest.json')))
    for (const { name, bytes, crc32: told } of manifest.files) {
      expect(files[name]?.length).toBe(bytes)
      expect(
        crc32(files[name] ?? new Uint8Array())
          .toString(16)
          .padStart(8, '0')
      ).toBe(told)
    }
    const ids = textOf(files, 'json/people.jsonl')
      .trim()
      .split('\n')
      .map(line => z.object({ id: z.string() }).parse(JSON.parse(line)).id)
    expect(ids.length).toBe(MANY + 2)
    expect(new Set(ids).size).toBe(MANY + 2)
    expect(textOf(files, 'csv/people.csv')).toContain(`"'=cmd${MANY}"`)
    expect(textOf(files, 'json/audit.jsonl')).toContain('company_export.asked')
    expect(textOf(files, 'settings.json')).toContain('"Company filed"')
    expect(textOf(files, 'README.txt')).toContain('Conversations with the coach')
    const all = Object.keys(files).map(name => textOf(files, name))
    expect(all.filter(text => text.includes(SAID) || text.includes('agreement.given'))).toEqual([])
    expect(await world.everything()).not.toContain(Buffer.from('per_004100').toString('base64'))
  })

  test('goes on where a process died, and is the same', async () => {
    const leaver = await company('crashed', MANY)
    const { organizationId } = leaver
    const key = {
      organizationId,
      exportId: await world.deps.db.for(organizationId)(trx =>
        askExport({ ...world.deps, queue: { ...world.deps.queue, enqueue: async () => {} } }, trx, {
          organizationId,
          by: 'per_x',
          last: false
        })
      )
    }
    let left = 3
    const dying = {
      ...world.deps,
      db: {
        ...world.deps.db,
        for: (id: string) => (left-- > 0 ? world.deps.db.for(id) : () => Promise.reject(new Error('killed')))
      }
    }
    await expect(makeExport(dying, key)).rejects.toThrow('killed')
    expect((await leaver.call(getLeaving)).exports[0]?.rows).toBeGreaterThan(0)
    await Promise.all([makeExport(world.deps, key), makeExport(world.deps, key)])
    const files = await fetchArchive(leaver, key.exportId)
    expect(textOf(files, 'json/people.jsonl').trim().split('\n').length).toBe(MANY + 2)
  })

  test('a link opens nothing for another company, after its time, or once its admin is no admin', async () => {
    const leaver = await company('linked')
    const other = await company('neighbor')
    const exportId = await readyExport(leaver)
    await expect(other.call(linkCompanyExport, { params: { exportId } })).rejects.toMatchObject({ status: 404 })
    const { organizationId } = leaver
    const person = world.as(leaver.talker, { organizationId })
    await expect(person(linkCompanyExport, { params: { exportId } })).rejects.toMatchObject({ status: 403 })
    const { url } = await leaver.call(linkCompanyExport, { params: { exportId } })
    await world.deps.db.for(organizationId)(trx => sql`update people set roles = '{}'`.execute(trx))
    expect((await fetch(url.replace('http://127.0.0.1:3978', world.url))).status).toBe(404)
  })

  test('an archive beyond four gigabytes is told apart by its lengths', async () => {
    const large = { ...emptyEntry('a'), size: 5_000_000_000, packed: 4_400_000_000 }
    const small = emptyEntry('b')
    const heads: Uint8Array[] = []
    for await (const piece of archive([large, small], async function* () {})) heads.push(piece)
    // The pieces of the large one were not handed over: its own length is missing, and the last block stands for it.
    const written = heads.reduce((sum, piece) => sum + piece.length, 0)
    expect(lengthOf([large, small])).toBe(written + large.packed - 2)
    expect(Buffer.concat(heads).includes(Buffer.from([0x50, 0x4b, 0x06, 0x06]))).toBe(true)
  })
})

describe('leaving', () => {
  test('is set by typing the name, can be undone until the day, and not after', async () => {
    const leaver = await company('undone')
    const body = { leavesAt: leavesAt(3), reason: 'We go elsewhere', confirm: leaver.name }
    await expect(leaver.call(scheduleLeaving, { body: { ...body, confirm: 'Other' } })).rejects.toMatchObject({
      status: 400
    })
    await expect(leaver.call(scheduleLeaving, { body: { ...body, leavesAt: leavesAt(0) } })).rejects.toMatchObject({
      status: 400
    })
    const { organizationId } = leaver
    const hr = world.as(leaver.talker, { organizationId, roles: ['hr', 'it'] })
    await expect(hr(scheduleLeaving, { body })).rejects.toMatchObject({ status: 403 })
    expect((await leaver.call(scheduleLeaving, { body })).leaving).toMatchObject({
      state: 'scheduled',
      by: 'owner-undone Demo'
    })
    await expect(leaver.call(scheduleLeaving, { body })).rejects.toMatchObject({ status: 409 })
    expect((await leaver.call(undoLeaving)).leaving).toBeNull()
    await leaver.call(scheduleLeaving, { body })
    world.world.advance(4 * DAY)
    await expect(leaver.call(undoLeaving)).rejects.toMatchObject({ status: 409 })
    await until(async () => (await stateOf(leaver)) === 'handing_over')
  })

  test('the file comes first, then people lose access, and after a word nothing names the company but a signed receipt', async () => {
    const before = await world.addOrganization('stays')
    await world.addPerson('stayer', { organizationId: before })
    const leaver = await company('gone')
    const { organizationId } = leaver
    const rowsOfOthers = async () =>
      (await world.everything())
        .split('\n')
        .filter(row => row.includes(before) && !row.startsWith('organizations'))
        .toSorted()
    const others = await rowsOfOthers()
    const { leaving } = await leaver.call(scheduleLeaving, {
      body: { leavesAt: leavesAt(2), reason: 'The contract ends', confirm: leaver.name }
    })
    const receiptUrl = leaving?.receiptUrl.replace('http://127.0.0.1:3978', world.url) ?? ''
    expect(await (await fetch(receiptUrl)).json()).toEqual({ state: 'scheduled', rowsErased: 0 })
    world.world.advance(2 * DAY)
    await until(async () => (await stateOf(leaver)) === 'handing_over')
    const active = await world.deps.db.for(organizationId)(trx =>
      sql<{ id: string }>`select id from people where state = 'active' and access`.execute(trx)
    )
    expect(active.rows).toEqual([{ id: 'per_owner-gone' }])
    expect(await findOrganizationByWorkos(world.deps, 'org_gone')).toBeUndefined()
    const { exports } = await leaver.call(getLeaving)
    const last = exports.find(each => each.last)
    expect(last).toMatchObject({ state: 'ready', expiresAt: null })
    const files = await fetchArchive(leaver, last?.exportId ?? '')
    expect(textOf(files, 'json/people.jsonl').trim().split('\n').length).toBe(22)

    await leaver.call(confirmHandOver, { body: { confirm: leaver.name } })
    // Others are still to be told that people left: their queues have nobody to work on them here.
    await world.deps.db.for(organizationId)(trx => world.deps.queue.forget(trx, organizationId))
    await until(async () => {
      await world.deps.db.for(organizationId)(trx =>
        sql`update enrollment_work set state = 'done' where organization_id = ${organizationId}`.execute(trx)
      )
      return ((await (await fetch(receiptUrl)).json()) as { state: string }).state === 'erased'
    })
    const kept = z.object({ jws: z.string() }).parse(await (await fetch(receiptUrl)).json())
    const { payload } = await jwtVerify(kept.jws, createLocalJWKSet({ keys: [...(await receiptKeys(world.deps))] }), {
      typ: 'company-erasure+jwt'
    })
    const receipt = companyReceiptSchema.parse(payload['receipt'])
    expect(receipt).toMatchObject({ organizationId, company: leaver.name, exportId: last?.exportId })
    expect(receipt.erased).toMatchObject({ people: 22, messages: expect.any(Number), person_keys: 1 })
    await world.world.drain()
    const all = (await world.everything()).split('\n').filter(row => row.includes(organizationId))
    expect(all).toEqual([])
    const jobs = await world.deps.db.owner(trx =>
      sql<{
        name: string
      }>`select name from ${sql.id(`${world.deps.db.schema}_jobs`, 'job')} where data::text like ${`%${organizationId}%`}`.execute(
        trx
      )
    )
    expect(jobs.rows).toEqual([])
    expect(await rowsOfOthers()).toEqual(others)
    const journal = (await readJournal(join(folder, 'erasures.jsonl'))).lines.filter(isOfCompany)
    expect(journal).toMatchObject([{ organizationId, erasureId: receipt.erasureId }])
  })

  test.each(['company-receipts', 'company-exports'])(
    'what is no link of ours leads nowhere, however odd: %s',
    async path => {
      const odd = ['x', 'org_x', 'org_%00.x', '%00.x', `org_${'0'.repeat(26)}%00.x`, `org_${'0'.repeat(26)}.x.y`]
      const answers = await Promise.all(odd.map(token => fetch(`${world.url}/v1/${path}/${token}`)))
      expect(answers.map(({ status }) => status)).toEqual(odd.map(() => 404))
    }
  )

  test('a restored backup brings nothing back', async () => {
    const back = await company('restored')
    const { organizationId } = back
    const line = { organizationId, erasureId: 'era_1', company: true, at: world.deps.now().toISOString() } as const
    expect(await replayCompany(world.deps, line)).toBe(true)
    expect(await replayCompany(world.deps, line)).toBe(false)
    expect((await world.everything()).includes(organizationId)).toBe(false)
  })

  test('nobody of the running product can erase a company that does not leave', async () => {
    const { organizationId } = await company('safe')
    const erase = (of: string) =>
      world.deps.db.for(organizationId)(trx =>
        sql`select erase_company_rows('people', ${of}, '{}'::text[], 10)`.execute(trx)
      )
    await expect(erase(organizationId)).rejects.toThrow('not being erased')
    await expect(erase('org_other')).rejects.toThrow('not being erased')
  })
})
