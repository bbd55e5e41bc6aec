/** The product's own import of one directory, in a process of its own: how long it took and how much memory it ever held. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { organizationSettingsSchema } from '../../api/contract/organizations.ts'
import { pullEvents } from '../../api/directory/directory.ts'
import { reconcileOrganization } from '../../api/directory/reconcile.ts'
import { configureOrganization } from '../../api/organizations/organizations.ts'
import { openDeps } from '../../api/start.ts'
import { createWorkos } from '../../api/vendors/workos.ts'
import { OWN_CONFIG } from '../own-config.ts'
import { importOptionsSchema } from './options.ts'
import { COMPANY } from './people.ts'

const { workosUrl, schema, path, size, databaseUrl } = importOptionsSchema.parse(JSON.parse(process.argv[2] ?? '{}'))
const opened = await openDeps({
  ...OWN_CONFIG,
  MASTER_KEY: randomBytes(32).toString('base64url'),
  WORKOS_URL: workosUrl,
  DATABASE_URL: databaseUrl,
  DATABASE_SCHEMA: schema
})
const { deps } = opened
const settings = organizationSettingsSchema.parse({
  name: 'Bench',
  workosOrganizationId: COMPANY,
  connectionId: 'conn_bench',
  accessGroup: 'CI-Access',
  cohorts: [{ group: 'New Leaders', name: 'Leaders' }],
  timezone: 'Europe/Madrid',
  country: 'ES',
  locale: 'es',
  sponsor: { name: 'Bench', title: 'CEO' },
  launchDate: '2026-11-23'
})
const { organizationId } = await configureOrganization(deps, { externalId: 'bench', settings })
const workos = createWorkos(deps)
const started = performance.now()
if (path === 'events') await pullEvents(deps, workos)
else await reconcileOrganization(deps, workos, organizationId)
const seconds = (performance.now() - started) / 1000
const peakMB = process.resourceUsage().maxRSS / 1024
await checkWhole()
await opened[Symbol.asyncDispose]()
process.stdout.write(`${JSON.stringify({ seconds, peakMB })}\n`)

/** A fast import of half a directory is none. */
async function checkWhole(): Promise<void> {
  const { rows } = await deps.db.for(organizationId)(trx =>
    sql`select (select count(*) from people where access and state = 'active')::int as people,
      (select count(*) from people where manager_id is not null)::int as managed,
      (select count(*) from group_members)::int as memberships,
      (select count(*) from cohort_members)::int as cohorts`.execute(trx)
  )
  const wanted = { people: size, managed: size - 1, memberships: 3 * size, cohorts: size / 10 }
  const found = z.record(z.string(), z.number()).parse(rows[0])
  if (JSON.stringify(found) !== JSON.stringify(wanted))
    throw new Error(`the import left ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`)
}
