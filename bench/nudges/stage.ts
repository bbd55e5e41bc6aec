/** A company with many people who can be reached, on PostgreSQL, a connector beside it, and processes of the product that work for it. */
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { z } from 'zod'
import { AGREEMENT_VERSION } from '../../api/channels/channels.ts'
import { organizationSettingsSchema } from '../../api/contract/organizations.ts'
import { LIBRARY } from '../../api/nudges/library.ts'
import { configureOrganization } from '../../api/organizations/organizations.ts'
import type { Deps } from '../../api/platform/deps.ts'
import { openDeps } from '../../api/start.ts'
import { createEntraStandin } from '../../sandbox/entra/entra.ts'
import { startProcess, type Started } from '../oauth/sides.ts'
import { analyzeTables } from '../tables.ts'

/** `fail` and `drop` before the message is taken, `takeAnd…` after; `hang` takes it and never answers. */
const FAULTS = ['throttle', 'fail', 'takeAndFail', 'drop', 'takeAndDrop', 'hang', 'slow'] as const
export type Fault = (typeof FAULTS)[number]
export const controlSchema = z.object({
  limited: z.boolean().default(false),
  faults: z.array(z.object({ kind: z.enum(FAULTS), chance: z.number() })).default([]),
  /** What arrived so far is forgotten. */
  forget: z.boolean().default(false)
})
const statsSchema = z.object({
  accepted: z.number(),
  /** Unlike ones. */
  nudges: z.number(),
  /** Accepted in the minute from the first one on. */
  withinMinute: z.number(),
  lastMs: z.number(),
  refused: z.record(z.string(), z.number())
})
export type ConnectorStats = z.output<typeof statsSchema>

/** Working time of the company. */
const NOW = '2026-11-24T16:00:00.000Z'
const TENANT = '22222222-aaaa-4bbb-8ccc-000000000009'
const BOT = '11111111-1111-4111-8111-111111111111'
const BOT_TENANT = '22222222-2222-4222-8222-222222222222'

export const workerSchema = z.object({
  env: z.record(z.string(), z.string()),
  now: z.string(),
  /** Sends a second; absent: as fast as they go. */
  perSecond: z.number().optional(),
  /** Whether it looks for due nudges by itself. */
  ticks: z.boolean().default(false)
})
export type WorkerOptions = Pick<z.input<typeof workerSchema>, 'perSecond' | 'ticks'>

export type NudgeStage = AsyncDisposable & {
  readonly deps: Deps
  readonly organizationId: string
  readonly connector: {
    readonly url: string
    control(change: z.input<typeof controlSchema>): Promise<void>
    stats(): Promise<ConnectorStats>
    /** How often each nudge arrived. */
    arrived(): Promise<ReadonlyMap<string, number>>
  }
  startWorker(options: WorkerOptions): Promise<Started>
  /** One nudge, due now, for each of the first people, who heard nothing before. */
  addDueNudges(name: string, people: number): Promise<void>
  /** How many of these nudges are in each state. */
  states(name: string): Promise<Readonly<Record<string, number>>>
}

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

export async function openNudgeStage(databaseUrl: string, people: number): Promise<NudgeStage> {
  await using stack = new AsyncDisposableStack()
  const connector = stack.use(await startProcess(file('connector.ts'), ''))
  const { url } = z.object({ url: z.url() }).parse(connector.said)
  const entra = stack.use(createEntraStandin({ now: () => new Date() }))
  await entra.listen()
  const secret = randomBytes(16).toString('hex')
  entra.addTenant({ tid: BOT_TENANT, name: 'Bot (demo)' })
  entra.addApp({ clientId: BOT, clientSecret: secret, appIdUri: `api://${BOT}`, name: 'bot' })
  const schema = `nudges_${randomBytes(4).toString('hex')}`
  const env = environment({ databaseUrl, schema, secret, entraUrl: entra.standin.url() })
  const { deps } = stack.use(await openDeps(env, { clock: { now: () => new Date(NOW), realNow: () => new Date() } }))
  stack.defer(() => dropSchemas(deps, schema))
  const organizationId = await addCompany(deps, { people, serviceUrl: `${url}/teams/` })
  const call = async (path: string, body?: object): Promise<unknown> => {
    const asked = body ? { method: 'POST', body: JSON.stringify(body) } : {}
    return (await fetch(`${url}${path}`, asked)).json()
  }
  const owned = stack.move()
  return {
    deps,
    organizationId,
    connector: {
      url,
      control: async change => void (await call('/control', change)),
      stats: async () => statsSchema.parse(await call('/stats')),
      arrived: async () => new Map(z.array(z.tuple([z.string(), z.number()])).parse(await call('/arrived')))
    },
    startWorker: options => startProcess(file('worker.ts'), JSON.stringify({ env, now: NOW, ...options })),
    addDueNudges: (name, count) => addNudges(deps, { organizationId, name, count }),
    states: name => countStates(deps, name),
    [Symbol.asyncDispose]: () => owned.disposeAsync()
  }
}

type Place = Readonly<Record<'databaseUrl' | 'schema' | 'secret' | 'entraUrl', string>>

const environment = ({ databaseUrl, schema, secret, entraUrl }: Place): Readonly<Record<string, string>> => ({
  PUBLIC_URL: 'http://127.0.0.1:3978',
  DATABASE_URL: databaseUrl,
  DATABASE_SCHEMA: schema,
  MASTER_KEY: randomBytes(32).toString('base64url'),
  COOKIE_KEYS: secret,
  OPERATOR_TOKEN: secret,
  BOT_APP_ID: BOT,
  BOT_APP_SECRET: secret,
  BOT_TENANT_ID: BOT_TENANT,
  TAB_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
  WORKOS_API_KEY: secret,
  WORKOS_CLIENT_ID: 'client_bench',
  WORKOS_WEBHOOK_SECRET: secret,
  ENTRA_URL: entraUrl,
  LOG_LEVEL: 'silent'
})

async function dropSchemas({ db }: Deps, schema: string): Promise<void> {
  for (const each of [schema, `${schema}_jobs`])
    await db.owner(trx => sql`drop schema if exists ${sql.id(each)} cascade`.execute(trx))
}

type Company = { readonly people: number; readonly serviceUrl: string }

async function addCompany(deps: Deps, { people, serviceUrl }: Company): Promise<string> {
  const settings = organizationSettingsSchema.parse({
    name: 'Bench (demo)',
    demo: true,
    workosOrganizationId: 'org_bench',
    connectionId: 'conn_bench',
    joining: 'sign_in',
    entraTenantIds: [TENANT],
    timezone: 'America/New_York',
    country: 'US',
    locale: 'en',
    sponsor: { name: 'Sam Demo', title: 'Chief People Officer' },
    launchDate: '2026-01-11',
    crisisLines: [{ country: 'US', name: 'Demo line', contact: '555-0100' }]
  })
  const { organizationId } = await configureOrganization(deps, { externalId: 'bench', settings })
  const at = new Date(NOW)
  const everybody = sql`generate_series(1, ${people}::int) as n`
  const id = sql`'per_' || lpad(n::text, 7, '0')`
  await deps.db.owner(async trx => {
    await sql`insert into people (organization_id, id, idp_id, email, first_name, locale, state, access, source_updated_at, created_at, updated_at)
      select ${organizationId}, ${id}, 'idp' || n, 'p' || n || '@demo.test', 'Person', case n % 2 when 0 then 'en' else 'es-MX' end,
        'active', true, ${at}, ${at}, ${at} from ${everybody}`.execute(trx)
    await sql`insert into conversation_references (organization_id, tenant_id, entra_object_id, person_id, teams_user_id, conversation_id, service_url, bot_id, state, updated_at)
      select ${organizationId}, ${TENANT}, 'oid' || n, ${id}, '29:' || n, 'a:conversation-' || n, ${serviceUrl}, ${`28:${BOT}`}, 'active', ${at} from ${everybody}`.execute(
      trx
    )
    await sql`insert into agreements (organization_id, person_id, version, decision, surface, decided_at)
      select ${organizationId}, ${id}, ${AGREEMENT_VERSION}, 'given', 'teams', ${at} from ${everybody}`.execute(trx)
  })
  await analyzeTables(deps)
  return organizationId
}

type Due = { readonly organizationId: string; readonly name: string; readonly count: number }

async function addNudges(deps: Deps, { organizationId, name, count }: Due): Promise<void> {
  await deps.db.owner(async trx => {
    await sql`delete from nudges where organization_id = ${organizationId}`.execute(trx)
    await sql`insert into nudges (organization_id, id, person_id, kind, once_key, content_id, content_version, state, due_at, updated_at, reason)
      select ${organizationId}, 'nud_' || ${name}::text || '_' || lpad(n::text, 7, '0'), 'per_' || lpad(n::text, 7, '0'), 'tip', ${name}, ${LIBRARY.pieces[0]?.id}, 1,
        'planned', ${new Date(NOW)}::timestamptz - n * interval '1 millisecond', ${new Date(NOW)}, '{"rule":"library","data":[]}'
      from generate_series(1, ${count}::int) as n`.execute(trx)
    // As autovacuum does within a minute of such growth.
    await sql`analyze nudges, deliveries`.execute(trx)
  })
}

async function countStates(deps: Deps, name: string): Promise<Readonly<Record<string, number>>> {
  const { rows } = await deps.db.owner(trx =>
    sql<{ state: string; count: number }>`
      select state, count(*)::int as count from nudges where once_key = ${name} group by state`.execute(trx)
  )
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}
