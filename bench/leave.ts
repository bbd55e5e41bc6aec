/**
 * The file of a company of 100,000 people with 200,000 enrollments and 300,000 audit events, made by the job's own code, fetched, and the
 * company erased. `peakMb`: how much the process grew while the file was made; `fetchPeakMb`: while it was fetched. The baseline reads the
 * same rows through one connection, page by page by key, and writes nothing.
 */
import { sql } from 'kysely'
import { createTestWorld } from '../api/testing.ts'
import { openDownload, makeLink } from '../api/leaving/downloading.ts'
import { eraseCompany } from '../api/leaving/erasing.ts'
import { askExport, makeExport } from '../api/leaving/exporting.ts'
import { leavingDefinitions } from '../api/leaving/jobs.ts'
import { pageOfRows, type Place } from '../api/leaving/reading.ts'
import { findExport, insertLeaving } from '../api/leaving/store.ts'
import { SECTIONS } from '../api/leaving/tables.ts'
import { organizationSettingsSchema } from '../api/contract/organizations.ts'
import { configureOrganization } from '../api/organizations/organizations.ts'
import type { Deps } from '../api/platform/deps.ts'
import type { Figures, Say } from './named.ts'

const PEOPLE = 100_000
const MEGABYTE = 1_000_000

export async function benchLeave(say: Say): Promise<Figures> {
  await using world = await createTestWorld({ definitions: leavingDefinitions })
  const { deps } = world
  const organizationId = await makeCompany(deps)
  say(`${PEOPLE} people are there`)
  const read = await timed(() => readAll(deps, organizationId))
  say(`a bare read takes ${read.ms} ms`)
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
  say(`made in ${made.ms} ms`)
  const { url } = await makeLink(deps, { ...key, by: 'per_000001' })
  let bytes = 0
  const fetched = await timed(async () => {
    const { pieces } = await openDownload(deps, url.split('/').at(-1) ?? '')
    for await (const piece of pieces) bytes += piece.length
  })
  if (bytes !== Number(row?.bytes)) throw new Error('the archive is not as long as it said')
  await deps.db.for(organizationId)(async trx => {
    const at = deps.now()
    const wrapped = deps.vault.newKey()
    await insertLeaving(trx, {
      organization_id: organizationId,
      id: deps.newId('leaving'),
      state: 'erasing',
      asked_by: 'operator',
      reason: 'bench',
      asked_at: at,
      leaves_at: at,
      next_at: at,
      wrapped_key: wrapped,
      erasure_id: deps.newId('erasure')
    })
  })
  const erased = await timed(() => eraseCompany(deps, organizationId))
  return {
    people: PEOPLE,
    rows: Number(row?.rows),
    archiveMb: Math.round(bytes / MEGABYTE),
    readMs: read.ms,
    exportMs: made.ms,
    peakMb: made.peakMb,
    fetchMs: fetched.ms,
    fetchPeakMb: fetched.peakMb,
    eraseMs: erased.ms
  }
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

async function makeCompany(deps: Deps): Promise<string> {
  const settings = organizationSettingsSchema.parse({
    name: 'Leaving Ltd',
    demo: true,
    workosOrganizationId: 'org_bench',
    connectionId: 'conn_bench',
    timezone: 'Europe/Madrid',
    country: 'ES',
    locale: 'en',
    sponsor: { name: 'Demo Sponsor', title: 'CEO' },
    launchDate: '2026-11-23'
  })
  const { organizationId } = await configureOrganization(deps, { externalId: 'bench', settings })
  await deps.db.owner(async trx => {
    await sql`insert into people (organization_id, id, idp_id, email, first_name, last_name, title, department, country, raw, roles, state, access, source_updated_at, created_at, updated_at)
      select ${organizationId}, 'per_' || lpad(n::text, 6, '0'), 'idp-' || n, 'person' || n || '@leaving.example', 'First' || n % 1000, 'Last' || n,
        'Team Lead', 'Department ' || n % 40, 'ES', jsonb_build_object('costCenter', n % 300), case n when 1 then array['owner'] else '{}'::text[] end,
        'active', true, now(), now(), now() from generate_series(1, ${PEOPLE}) n`.execute(trx)
    await sql`insert into enrollments (organization_id, person_id, course_id, course_name, because, state, updated_at, activated_at)
      select ${organizationId}, 'per_' || lpad(n::text, 6, '0'), c::text, 'Course ' || c, 'Cohort', 'enrolled', now(), now()
      from generate_series(1, ${PEOPLE}) n, generate_series(1001, 1002) c`.execute(trx)
    await sql`insert into audit_events (organization_id, id, person_id, action, actor, detail, at)
      select ${organizationId}, 'evt_' || lpad(n::text, 9, '0'), 'per_' || lpad((n % ${PEOPLE})::text, 6, '0'), 'person.changed', 'directory',
        '{"fields": ["title"]}', now() from generate_series(1, ${PEOPLE * 3}) n`.execute(trx)
    await sql`analyze`.execute(trx)
  })
  return organizationId
}
