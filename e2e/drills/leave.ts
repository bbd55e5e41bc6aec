/**
 * A company leaves in one run: its day comes, its file is made and fetched, everybody's access ends, and it is erased. What is then left of
 * it is looked for as text in every row of every table, in every job, at the learning site, and by trying every token that was ever given.
 * `leftBehind`: rows and jobs that name it, courses still open, ways in that work. `othersLost`: rows of the company beside it that
 * were there right before the erasure and are not after it.
 */
import { crc32 } from 'node:zlib'
import { unzipSync } from 'fflate'
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose'
import { sql } from 'kysely'
import { z } from 'zod'
import { createClient, type Client } from '../../api/contract/client.ts'
import { decideAgreementEndpoint, postTurn } from '../../api/contract/coach.ts'
import {
  confirmHandOver,
  getLeaving,
  linkCompanyExport,
  scheduleLeaving,
  undoLeaving
} from '../../api/contract/leaving.ts'
import { exchangeTeamsToken } from '../../api/contract/identity.ts'
import type { Figures, Say } from '../../bench/named.ts'
import { generateCompanies, generateCompany } from '../../sandbox/companies/generate.ts'
import type { DemoCompany } from '../../sandbox/companies/model.ts'
import * as control from '../../sandbox/control/contract.ts'
import { quiet } from '../../sandbox/quiet.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { addCompany, companiesOf } from '../../sandbox/seed.ts'
import { eventually, openTestSandbox, START } from '../harness.ts'
import { signInOnWeb } from '../web-person.ts'
import { mint, waysIn, type Leaver } from './leavers.ts'

const PEOPLE = 120
const BESIDE = 'contour'
const LET_IN = 12
const SAID = 'canary said to the coach in the drill'
const DAY_MS = 86_400_000
const PATIENCE_MS = 180_000

export const leaveHeld = (figures: Figures): boolean =>
  figures['leftBehind'] === 0 && figures['othersLost'] === 0 && figures['wordsInFile'] === 0

export async function drillLeave(say: Say): Promise<Figures> {
  say(`making a company of ${PEOPLE} people that leaves, and one that stays …`)
  await using box = await openTestSandbox({ limits: false, env: { THINKIFIC_CALLS_PER_MINUTE: '100000' } })
  box.clock.set(START)
  await seed(box, leavingCompany())
  const beside = generateCompanies().find(({ key }) => key === BESIDE)
  if (beside) await seed(box, { ...beside, people: beside.people.slice(0, 20) })
  await quiet(box, PATIENCE_MS)
  const organizationId = companiesOf(box.world).get('leaving')?.organizationId ?? ''
  const staying = companiesOf(box.world).get(BESIDE)?.organizationId ?? ''
  const leavers = await letIn(box)
  const admin = await asAdmin(box)
  await quiet(box, PATIENCE_MS)

  const { company } = await admin(getLeaving)
  const leavesAt = new Date(box.clock.now().getTime() + 2 * DAY_MS).toISOString()
  const body = { leavesAt, reason: 'The drill', confirm: company }
  await admin(scheduleLeaving, { body })
  await admin(undoLeaving)
  const { leaving } = await admin(scheduleLeaving, { body })
  say('scheduled, undone, scheduled again; its day comes …')
  const started = performance.now()
  box.clock.set(new Date(Date.parse(leavesAt) + 1000))
  const file = await eventually(
    async () => {
      // Their tokens live five minutes; the clock of tokens does not move.
      const { leaving: now, exports } = await (await asAdmin(box))(getLeaving)
      return now?.state === 'handing_over' ? exports.find(({ last }) => last) : undefined
    },
    'the last file',
    PATIENCE_MS
  )
  const exportMs = Math.round(performance.now() - started)
  const since = performance.now()
  await eventually(
    async () => ((await waysStillOpen(box, leavers)) === 0 ? true : undefined),
    'the end of people’s access',
    PATIENCE_MS
  )
  const peopleOutMs = Math.round(performance.now() - since)
  const fetched = await fetchFile(await asAdmin(box), file.exportId)
  say(
    `${file.rows} rows in ${file.bytes} bytes after ${exportMs} ms; nobody but the admin comes in ${peopleOutMs} ms later`
  )

  // A night of the hand-over: the directory still lists everybody, and is compared with what is stored.
  box.clock.set(new Date(box.clock.now().getTime() + 26 * 3_600_000))
  await quiet(box, PATIENCE_MS)
  const back = await waysStillOpen(box, leavers)
  await quiet(box, PATIENCE_MS)
  const before = await keysOf(box, staying)
  const confirmed = performance.now()
  await (
    await asAdmin(box)
  )(confirmHandOver, { body: { confirm: company } })
  const jws = await eventually(() => receiptAt(leaving?.receiptUrl ?? ''), 'the receipt', PATIENCE_MS)
  const eraseMs = Math.round(performance.now() - confirmed)
  await quiet(box, PATIENCE_MS)
  const receipt = await verified(box, jws)
  const rows = await rowsNaming(box, organizationId)
  for (const each of rows) say(`left behind: ${each}`)
  const courses = openCourses(box)
  const ways = await waysStillOpen(box, leavers)
  const after = new Set(await keysOf(box, staying))
  const lost = before.filter(key => !after.has(key))
  for (const key of lost.slice(0, 10)) say(`lost: ${key}`)
  return {
    people: PEOPLE,
    rowsInFile: file.rows,
    archiveBytes: file.bytes,
    ...fetched,
    exportMs,
    peopleOutMs,
    eraseMs,
    rowsErased: Object.values(receipt.erased).reduce((sum, count) => sum + count, 0),
    rowsLeft: rows.length,
    coursesOpen: courses,
    waysIn: ways + back,
    leftBehind: rows.length + courses + ways + back,
    othersRows: before.length,
    othersLost: lost.length
  }
}

const leavingCompany = (): DemoCompany => {
  const made = {
    key: 'leaving',
    name: 'Leaving Ltd (demo)',
    size: PEOPLE,
    provider: 'EntraIdOIDC',
    directory: true
  } as const
  const company = generateCompany(made)
  const { accessGroup, adminGroup } = company
  const people = company.people.map((person, index) => ({
    ...person,
    directoryHasOid: true,
    groups: [...new Set([accessGroup, ...person.groups, ...(index === 0 ? [adminGroup] : [])])]
  }))
  return { ...company, people }
}

async function seed(box: Sandbox, company: DemoCompany): Promise<void> {
  await addCompany(box.world, company, '2026-11-23')
  await quiet(box, PATIENCE_MS)
}

const keysIn = (box: Sandbox): readonly string[] =>
  box.world.store
    .collection<{ readonly key: string; readonly companyKey: string }>('people')
    .values()
    .filter(({ companyKey }) => companyKey === 'leaving')
    .map(({ key }) => key)

/** Some of them are there by every door: Teams, the web, the coach's thread, the bot. The first one is the admin. */
async function letIn(box: Sandbox): Promise<readonly Leaver[]> {
  const leavers: Leaver[] = []
  for (const [index, personKey] of keysIn(box)
    .slice(1, LET_IN + 1)
    .entries()) {
    const { token } = await box.call(control.getTeamsToken, { params: { personKey } })
    const headers = { 'x-forwarded-for': `10.2.0.${index}` }
    const web = index % 4 === 0 ? await signInOnWeb(box, personKey, headers) : undefined
    const leaver = { personKey, headers, teamsToken: token, accessTokens: web ? [web.tokens.accessToken] : [], web }
    if (!(await mint(box.url, leaver))) throw new Error(`"${personKey}" was not let in`)
    const call = as(box, leaver.accessTokens.at(-1) ?? '')
    await call(decideAgreementEndpoint, { body: { decision: 'given' } })
    await call(postTurn, { body: { turnId: `drill-turn-${index}`, text: SAID } })
    if (index % 4 === 1) await box.call(control.installBot, { params: { personKey } })
    leavers.push(leaver)
  }
  return leavers
}

const as = ({ url }: Sandbox, accessToken: string): Client =>
  createClient({ baseUrl: url, fetch, token: async () => accessToken })

async function asAdmin(box: Sandbox): Promise<Client> {
  const [personKey = ''] = keysIn(box)
  const { token } = await box.call(control.getTeamsToken, { params: { personKey } })
  const { accessToken } = await createClient({ baseUrl: box.url, fetch })(exchangeTeamsToken, { body: { token } })
  return as(box, accessToken)
}

async function waysStillOpen({ url }: Sandbox, leavers: readonly Leaver[]): Promise<number> {
  let open = 0
  for (const leaver of leavers) open += await waysIn([url], leaver, 'all')
  return open
}

const manifestSchema = z.object({
  files: z.array(z.object({ name: z.string(), bytes: z.number(), crc32: z.string() }))
})

async function fetchFile(admin: Client, exportId: string) {
  const { url } = await admin(linkCompanyExport, { params: { exportId } })
  const files = unzipSync(new Uint8Array(await (await fetch(url)).arrayBuffer()))
  const again = (await fetch(url)).status
  if (again !== 404) throw new Error(`the link opened twice (${again})`)
  const { files: told } = manifestSchema.parse(JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString()))
  const wrong = told.filter(
    ({ name, bytes, crc32: sum }) =>
      files[name]?.length !== bytes || crc32(files[name]).toString(16).padStart(8, '0') !== sum
  )
  if (wrong.length > 0) throw new Error(`damaged in the archive: ${wrong.map(({ name }) => name).join(', ')}`)
  const words = Object.values(files).filter(each => Buffer.from(each).includes(SAID)).length
  return { files: Object.keys(files).length, wordsInFile: words }
}

const receiptAnswer = z.object({ state: z.string(), jws: z.string().optional() })

const receiptAt = async (url: string): Promise<string | undefined> =>
  receiptAnswer.parse(await (await fetch(url)).json()).jws

async function verified({ url }: Sandbox, jws: string) {
  const keys = (await (await fetch(`${url}/.well-known/receipt-keys.json`)).json()) as JSONWebKeySet
  const { payload } = await jwtVerify(jws, createLocalJWKSet(keys), { typ: 'company-erasure+jwt' })
  return z.object({ erased: z.record(z.string(), z.number()) }).parse(payload['receipt'])
}

const tablesIn = (box: Sandbox, schema: string): Promise<readonly string[]> =>
  box.product.deps.db.owner(async trx => {
    const { rows } = await sql<{ name: string }>`select c.relname as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = ${schema} order by 1`.execute(trx)
    return rows.map(({ name }) => name)
  })

/** Whatever tables there are: a row is read as text, so that no column, no JSON and no key can hide the company. */
async function rowsNaming(box: Sandbox, organizationId: string): Promise<readonly string[]> {
  const { db } = box.product.deps
  const found: string[] = []
  for (const schema of [db.schema, `${db.schema}_jobs`])
    for (const table of await tablesIn(box, schema)) {
      const { rows } = await db.owner(trx =>
        sql<{ row: string }>`select t::text as row from ${sql.id(schema, table)} t
          where t::text like ${`%${organizationId}%`}`.execute(trx)
      )
      found.push(...rows.map(({ row }) => `${table} ${row.slice(0, 160)}`))
    }
  return found
}

/** What names one row of a company, in every table that has it by its id. Passing marks of work under way are none of its data. */
const PASSING = new Set(['audit_backlog', 'answer_parts', 'oidc_payloads', 'conversation_paces', 'coach_feeds'])

async function keysOf(box: Sandbox, organizationId: string): Promise<readonly string[]> {
  const { db } = box.product.deps
  return db.owner(async trx => {
    const { rows: keys } = await sql<{ table: string; columns: string[] }>`
      select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
      join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
      where c.relnamespace = ${db.schema}::regnamespace and exists (
        select from pg_attribute o where o.attrelid = c.oid and o.attname = 'organization_id')
      group by 1 order by 1`.execute(trx)
    const found: string[] = []
    for (const { table, columns } of keys.filter(each => !PASSING.has(each.table))) {
      const key = sql.join(columns.map(column => sql`${sql.ref(column)}::text`))
      const { rows } = await sql<{ key: string }>`select concat_ws('/', ${key}) as key
        from ${sql.table(table)} where organization_id = ${organizationId}`.execute(trx)
      found.push(...rows.map(row => `${table} ${row.key}`))
    }
    return found
  })
}

const openCourses = ({ world, clock }: Sandbox): number =>
  world.thinkific
    .enrollments('leaving-academy')
    .filter(({ expiry_date: end }) => !(end && new Date(end).getTime() <= clock.now().getTime())).length
