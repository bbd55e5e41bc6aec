/** A company whose people agreed to be coached, on PostgreSQL, with real tokens, and processes of the product that serve them. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { AGREEMENT_VERSION } from '../../api/channels/channels.ts'
import { organizationSettingsSchema } from '../../api/contract/organizations.ts'
import { getPerson } from '../../api/directory/directory.ts'
import { createOpenIdProvider } from '../../api/oauth/oauth.ts'
import { configureOrganization } from '../../api/organizations/organizations.ts'
import type { Deps } from '../../api/platform/deps.ts'
import { openDeps } from '../../api/start.ts'
import { startProcess } from '../oauth/sides.ts'
import { analyzeTables } from '../tables.ts'

export type Listener = { readonly personId: string; readonly token: string }
export type CoachStage = AsyncDisposable & {
  readonly people: readonly Listener[]
  /** Answers of which an engine made something, as the tables have them, by state. */
  answers(): Promise<Readonly<Record<string, number>>>
  startServer(): Promise<{ readonly url: string } & AsyncDisposable>
}

export async function openCoachStage(databaseUrl: string, people: number): Promise<CoachStage> {
  await using stack = new AsyncDisposableStack()
  const schema = `coach_${randomBytes(4).toString('hex')}`
  const env = environment(databaseUrl, schema)
  const { deps } = stack.use(await openDeps(env))
  stack.defer(() => dropSchemas(deps, schema))
  const organizationId = await addCompany(deps, people)
  const listeners = await mintTokens(deps, organizationId, people)
  const owned = stack.move()
  return {
    people: listeners,
    answers: async () => {
      const { rows } = await deps.db.owner(trx =>
        sql<{
          state: string
          count: string
        }>`select state, count(*) as count from messages where author = 'coach' group by state`.execute(trx)
      )
      return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
    },
    startServer: async () => {
      const started = await startProcess(`${import.meta.dirname}/server.ts`, JSON.stringify(env))
      const { url } = z.object({ url: z.url() }).parse(started.said)
      return { url, [Symbol.asyncDispose]: () => started[Symbol.asyncDispose]() }
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync()
  }
}

function environment(databaseUrl: string, schema: string): Readonly<Record<string, string>> {
  const secret = randomBytes(16).toString('hex')
  return {
    PUBLIC_URL: 'http://127.0.0.1:3978',
    DATABASE_URL: databaseUrl,
    DATABASE_SCHEMA: schema,
    MASTER_KEY: randomBytes(32).toString('base64url'),
    COOKIE_KEYS: secret,
    OPERATOR_TOKEN: secret,
    BOT_APP_ID: '11111111-1111-4111-8111-111111111111',
    BOT_APP_SECRET: secret,
    BOT_TENANT_ID: '22222222-2222-4222-8222-222222222222',
    TAB_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
    WORKOS_API_KEY: secret,
    WORKOS_CLIENT_ID: 'client_bench',
    WORKOS_WEBHOOK_SECRET: secret,
    LOG_LEVEL: 'silent'
  }
}

async function dropSchemas({ db }: Deps, schema: string): Promise<void> {
  for (const each of [schema, `${schema}_jobs`])
    await db.owner(trx => sql`drop schema if exists ${sql.id(each)} cascade`.execute(trx))
}

async function addCompany(deps: Deps, people: number): Promise<string> {
  const settings = organizationSettingsSchema.parse({
    name: 'Bench (demo)',
    demo: true,
    workosOrganizationId: 'org_bench',
    connectionId: 'conn_bench',
    joining: 'sign_in',
    timezone: 'America/New_York',
    country: 'US',
    locale: 'en',
    sponsor: { name: 'Sam Demo', title: 'Chief People Officer' },
    launchDate: '2026-01-11',
    crisisLines: [{ country: 'US', name: 'Demo line', contact: '555-0100' }]
  })
  const { organizationId } = await configureOrganization(deps, { externalId: 'bench', settings })
  const at = deps.now()
  const everybody = sql`generate_series(1, ${people}::int) as n`
  const id = sql`'per_' || lpad(n::text, 26, '0')`
  await deps.db.owner(async trx => {
    await sql`insert into people (organization_id, id, idp_id, email, first_name, locale, state, access, source_updated_at, created_at, updated_at)
      select ${organizationId}, ${id}, 'idp' || n, 'p' || n || '@demo.test', 'Person', 'en', 'active', true, ${at}, ${at}, ${at}
      from ${everybody}`.execute(trx)
    await sql`insert into agreements (organization_id, person_id, version, decision, surface, decided_at)
      select ${organizationId}, ${id}, ${AGREEMENT_VERSION}, 'given', 'teams', ${at} from ${everybody}`.execute(trx)
  })
  await analyzeTables(deps)
  return organizationId
}

async function mintTokens(deps: Deps, organizationId: string, people: number): Promise<readonly Listener[]> {
  const provider = await createOpenIdProvider(deps)
  const listeners: Listener[] = []
  for (let n = 1; n <= people; n++) {
    const personId = `per_${String(n).padStart(26, '0')}`
    const minted = await provider.mintForTab(async () => {
      const person = await getPerson(deps, organizationId, personId)
      if (!person) throw new Error(`nobody is ${personId}`)
      return person
    })
    listeners.push({ personId, token: minted.accessToken })
  }
  return listeners
}
