/**
 * The file of a company of 100,000 people with 200,000 enrollments and 300,000 audit events, made by the job's own code, fetched, and the
 * company erased by a process that is killed in the middle and followed by another. `peakMb`: how much this process grew while the file was
 * made, beside `smallPeakMb` of a company of 10,000; `fetchPeakMb`: while it was fetched. The baseline reads the same rows through one
 * connection, page by page by key, and writes nothing. `longestMs`: the longest that any transaction stood open while the company was erased.
 */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { createTestWorld } from '../api/testing.ts'
import { openDownload, makeLink } from '../api/leaving/downloading.ts'
import { eraseCompany } from '../api/leaving/erasing.ts'
import { askExport, makeExport } from '../api/leaving/exporting.ts'
import { leavingDefinitions } from '../api/leaving/jobs.ts'
import { pageOfRows, type Place } from '../api/leaving/reading.ts'
import { findExport, findLeaving, insertLeaving } from '../api/leaving/store.ts'
import { SECTIONS } from '../api/leaving/tables.ts'
import { organizationSettingsSchema } from '../api/contract/organizations.ts'
import { configureOrganization } from '../api/organizations/organizations.ts'
import type { Deps } from '../api/platform/deps.ts'
import { sleep } from '../api/platform/time.ts'
import type { Erasing } from './leave/options.ts'
import type { Figures, Say } from './named.ts'
import { BENCH_DATABASE, startProcess } from './oauth/sides.ts'

const PEOPLE = 100_000
const FEWER = 10_000
const MEGABYTE = 1_000_000
/** The first process is killed once it has counted so many rows. */
const KILLED_AFTER = 150_000

export async function benchLeave(say: Say): Promise<Figures> {
  process.env['TEST_DATABASE_URL'] ||= BENCH_DATABASE
  const masterKey = randomBytes(32).toString('base64url')
  await using world = await createTestWorld({ definitions: leavingDefinitions, config: { MASTER_KEY: masterKey } })
  const { deps } = world
  const small = await makeCompany(deps, 'fewer', FEWER)
  const organizationId = await makeCompany(deps, 'bench', PEOPLE)
  say(`${PEOPLE} people are there`)
  // The first one warms up.
  await takeAlong(deps, small)
  const fewer = await takeAlong(deps, small)
  const read = await timed(() => readAll(deps, organizationId))
  say(`a bare read takes ${read.ms} ms`)
  const taken = await takeAlong(deps, organizationId)
  say(`made in ${taken.made.ms} ms`)
  await beginErasing(deps, organizationId)
  const before = await countRows(deps, organizationId)
  const erased = await eraseTwice(deps, { organizationId, masterKey })
  const left = await countRows(deps, organizationId)
  const receipt = await receiptOf(deps)
  const untrue = [...before]
    .filter(([table, count]) => !LAST.has(table) && receipt[table] !== count)
    .map(([table]) => table)
  const rowsLeft = [...left.values()].reduce((sum, count) => sum + count, 0)
  for (const table of untrue) say(`the receipt says ${receipt[table] ?? 0} of ${before.get(table)} rows of ${table}`)
  return {
    people: PEOPLE,
    rows: taken.rows,
    archiveMb: Math.round(taken.bytes / MEGABYTE),
    readMs: read.ms,
    exportMs: taken.made.ms,
    peakMb: taken.made.peakMb,
    smallPeakMb: fewer.made.peakMb,
    fetchMs: taken.fetched.ms,
    fetchPeakMb: taken.fetched.peakMb,
    ...erased,
    rowsLeft,
    receiptUntrue: untrue.length,
    ...(rowsLeft > 0 || untrue.length > 0 ? { failed: 'the company is not gone as its receipt says' } : {})
  }
}

/** The company's file made, and fetched to its end. */
async function takeAlong(deps: Deps, organizationId: string) {
  const key = {
    organizationId,
    exportId: await deps.db.for(organizationId)(trx =>
      askExport(deps, trx, { organizationId, by: 'per_000001', last: false })
    )
  }
  const made = await timed(async () => {
    while ((await deps.db.for(organizationId)(trx => findExport(trx, key)))?.state === 'waiting')
      await makeExport(deps, key)
  })
  const row = await deps.db.for(organizationId)(trx => findExport(trx, key))
  const { url } = await makeLink(deps, { ...key, by: 'per_000001' })
  let bytes = 0
  const fetched = await timed(async () => {
    const { pieces } = await openDownload(deps, url.split('/').at(-1) ?? '')
    for await (const piece of pieces) bytes += piece.length
  })
  if (bytes !== Number(row?.bytes)) throw new Error('the archive is not as long as it said')
  return { made, fetched, bytes, rows: Number(row?.rows) }
}

const beginErasing = (deps: Deps, organizationId: string): Promise<unknown> =>
  deps.db.for(organizationId)(async trx => {
    const at = deps.now()
    await insertLeaving(trx, {
      organization_id: organizationId,
      id: deps.newId('leaving'),
      state: 'erasing',
      asked_by: 'operator',
      reason: 'bench',
      asked_at: at,
      leaves_at: at,
      next_at: at,
      wrapped_key: deps.vault.newKey(),
      erasure_id: deps.newId('erasure')
    })
  })

/** A process is killed in the middle; this one goes on. */
async function eraseTwice(deps: Deps, { organizationId, masterKey }: Omit<Erasing, 'databaseUrl'>) {
  const { engine } = deps.db
  if (engine.kind !== 'postgres') throw new Error('a process that can be killed needs a server for its database')
  const argument: Erasing = { databaseUrl: engine.url, masterKey, organizationId }
  const longest = watchTransactions(deps)
  const began = performance.now()
  const first = await startProcess(`${import.meta.dirname}/leave/erase.ts`, JSON.stringify(argument))
  let counted = 0
  while (counted < KILLED_AFTER && first.process.exitCode === null) {
    await sleep(10)
    counted = await countedOf(deps, organizationId)
  }
  first.process.kill('SIGKILL')
  await first[Symbol.asyncDispose]()
  const rowsBeforeKill = await countedOf(deps, organizationId)
  await eraseCompany(deps, organizationId)
  return {
    eraseMs: Math.round(performance.now() - began),
    rowsBeforeKill,
    longestMs: Math.round(await longest.end())
  }
}

async function countedOf(deps: Deps, organizationId: string): Promise<number> {
  const row = await deps.db.for(organizationId)(trx => findLeaving(trx, organizationId))
  const counts = z.record(z.string(), z.number()).parse(row?.erased ?? {})
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

/** Of this database, by looking again and again. */
function watchTransactions({ db }: Deps) {
  let over = false
  const watching = (async () => {
    let most = 0
    while (!over) {
      const { rows } = await db.owner(trx =>
        sql<{ ms: number | null }>`select (extract(epoch from max(clock_timestamp() - xact_start)) * 1000)::float8 as ms
          from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(trx)
      )
      most = Math.max(most, rows[0]?.ms ?? 0)
      await sleep(20)
    }
    return most
  })()
  return {
    end: () => {
      over = true
      return watching
    }
  }
}

/** What goes with the company itself, after the receipt is written. */
const LAST: ReadonlySet<string> = new Set(['leavings', 'revocations', 'organization_domains', 'entra_tenants'])

async function countRows({ db }: Deps, organizationId: string): Promise<ReadonlyMap<string, number>> {
  return db.owner(async trx => {
    const { rows: tables } = await sql<{ name: string }>`select c.relname as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace`.execute(trx)
    const counts = new Map<string, number>()
    for (const { name } of tables) {
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(name)}
        where organization_id = ${organizationId}`.execute(trx)
      if (rows[0]?.count) counts.set(name, rows[0].count)
    }
    return counts
  })
}

async function receiptOf({ db }: Deps): Promise<Readonly<Record<string, number>>> {
  const { rows } = await db.owner(trx => sql<{ jws: string }>`select jws from company_receipts`.execute(trx))
  const [, payload = ''] = rows[0]?.jws.split('.') ?? []
  const said: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
  return z.object({ receipt: z.object({ erased: z.record(z.string(), z.number()) }) }).parse(said).receipt.erased
}

async function timed(work: () => Promise<unknown>): Promise<{ readonly ms: number; readonly peakMb: number }> {
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let peak = before
  const look = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50)
  const started = performance.now()
  await work()
  clearInterval(look)
  return { ms: Math.round(performance.now() - started), peakMb: Math.round((peak - before) / MEGABYTE) }
}

async function readAll({ db }: Deps, organizationId: string): Promise<void> {
  for (const [table, section] of Object.entries(SECTIONS)) {
    let after: Place | undefined
    do {
      const page = await db.for(organizationId)(trx =>
        pageOfRows(trx, { organizationId, table, section, after, limit: 2000 })
      )
      after = page.next
    } while (after)
  }
}

async function makeCompany(deps: Deps, externalId: string, people: number): Promise<string> {
  const settings = organizationSettingsSchema.parse({
    name: 'Leaving Ltd',
    demo: true,
    workosOrganizationId: `org_${externalId}`,
    connectionId: `conn_${externalId}`,
    timezone: 'Europe/Madrid',
    country: 'ES',
    locale: 'en',
    sponsor: { name: 'Demo Sponsor', title: 'CEO' },
    launchDate: '2026-11-23'
  })
  const { organizationId } = await configureOrganization(deps, { externalId, settings })
  await deps.db.owner(async trx => {
    await sql`insert into people (organization_id, id, idp_id, email, first_name, last_name, title, department, country, raw, roles, state, access, source_updated_at, created_at, updated_at)
      select ${organizationId}, 'per_' || lpad(n::text, 6, '0'), 'idp-' || n, 'person' || n || '@leaving.example', 'First' || n % 1000, 'Last' || n,
        'Team Lead', 'Department ' || n % 40, 'ES', jsonb_build_object('costCenter', n % 300), case n when 1 then array['owner'] else '{}'::text[] end,
        'active', true, now(), now(), now() from generate_series(1, ${people}::int) n`.execute(trx)
    await sql`insert into enrollments (organization_id, person_id, course_id, course_name, because, state, updated_at, activated_at)
      select ${organizationId}, 'per_' || lpad(n::text, 6, '0'), c::text, 'Course ' || c, 'Cohort', 'enrolled', now(), now()
      from generate_series(1, ${people}::int) n, generate_series(1001, 1002) c`.execute(trx)
    await sql`insert into audit_events (organization_id, id, person_id, action, actor, detail, at)
      select ${organizationId}, 'evt_' || lpad(n::text, 9, '0'), 'per_' || lpad((n % ${people}::int)::text, 6, '0'), 'person.changed', 'directory',
        '{"fields": ["title"]}', now() from generate_series(1, ${people * 3}::int) n`.execute(trx)
    await sql`analyze`.execute(trx)
  })
  return organizationId
}
