/** For tests: a company whose authors and HR call over HTTP, and a channel that takes what it is handed, on a real database. */
import type { RequestListener } from 'node:http'
import { sql } from 'kysely'
import { channelDefinitions } from '../channels/jobs.ts'
import {
  AGREEMENT_VERSION,
  claimDeliveries,
  deliverManyJob,
  loadDeliveries,
  recordOutcomes,
  type Settled
} from '../channels/channels.ts'
import { createClient, type Client } from '../contract/client.ts'
import { organizationSettingsSchema } from '../contract/organizations.ts'
import { configureOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { answerErrors, createApi, createWeb, type Role } from '../platform/http.ts'
import { handles } from '../platform/queue.ts'
import { listen } from '../platform/serve.ts'
import { authenticateByName } from '../test-caller.ts'
import { createTestWorld, type TestWorld } from '../testing.ts'
import { nudgeDefinitions, nudgeJobs, planJob } from './jobs.ts'
import { sendDue, settleNudges } from './nudges.ts'
import { nudgeRoutes } from './routes.ts'

export type Hired = {
  readonly ids: string
  readonly locale?: string
  readonly country?: string
  readonly department?: string
  readonly cohort?: string
  /** Reached by the coach and agreed; they are unless told. */
  readonly coached?: boolean
}

export type AuthoredWorld = AsyncDisposable & {
  readonly deps: Deps
  readonly organizationId: string
  readonly world: TestWorld
  /** Somebody with these roles. */
  as(personId: string, ...roles: readonly Role[]): Client
  readonly operator: Client
  /** So many people at once, `per_<ids>_1` and on. */
  hire(count: number, hired: Hired): Promise<void>
  /** What is due goes out and everything it causes is done. */
  send(): Promise<void>
  settle(): Promise<void>
  nudges(
    like: string
  ): Promise<readonly { readonly person: string; readonly state: string; readonly version: number }[]>
  audit(): Promise<readonly string[]>
}

export async function startAuthoredWorld(now = new Date('2026-11-23T09:00:00Z')): Promise<AuthoredWorld> {
  await using stack = new AsyncDisposableStack()
  const world = stack.use(
    await createTestWorld({
      now,
      definitions: [...nudgeDefinitions, ...channelDefinitions],
      publish:
        deps =>
        async (trx, ...facts) => {
          for (const fact of facts)
            if (fact.type === 'nudge.sent') await deps.queue.enqueue(trx, planJob.job(keyOf(fact)))
        }
    })
  )
  const { deps } = world
  const { organizationId } = await configureOrganization(deps, { externalId: 'demo', settings: SETTINGS })
  const api = createApi(authenticateByName)
  nudgeRoutes(deps, api)
  const web: RequestListener = createWeb().use(api.router, answerErrors(deps.log))
  const listening = stack.use(await listen(web, { port: 0, host: '127.0.0.1' }))
  await world.work([...nudgeJobs(deps), takeEverything(deps)])
  const baseUrl = `http://127.0.0.1:${listening.port}`
  const owned = stack.move()
  return {
    deps,
    organizationId,
    world,
    as: (personId, ...roles) =>
      createClient({ baseUrl, fetch, token: async () => [organizationId, personId, roles.join(',')].join('/') }),
    operator: createClient({ baseUrl, fetch, token: async () => 'operator' }),
    hire: (count, hired) => hire(deps, organizationId, { count, ...hired }),
    send: async () => {
      await sendDue(deps, organizationId)
      await world.drain()
    },
    settle: () => world.drain(),
    nudges: async like => {
      const { rows } = await deps.db.for(organizationId)(trx =>
        sql<{ person: string; state: string; version: number }>`
          select person_id as person, state, content_version as version from nudges
          where content_id like ${like} order by person_id`.execute(trx)
      )
      return rows
    },
    audit: async () => {
      const { rows } = await deps.db.for(organizationId)(trx =>
        sql<{ action: string }>`select action from audit_events order by id`.execute(trx)
      )
      return rows.map(({ action }) => action)
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync()
  }
}

const keyOf = ({ organizationId, personId }: { organizationId: string; personId: string }) => ({
  organizationId,
  personId
})

/** A channel that every nudge gets through. */
const takeEverything = (deps: Deps) =>
  handles(deliverManyJob, async ({ organizationId, deliveryIds }) => {
    const waiting = await loadDeliveries(deps, { organizationId, ids: deliveryIds })
    const wishes = waiting.map(({ deliveryId }) => ({ deliveryId, conversationId: deliveryId }))
    const claims = await claimDeliveries(deps, organizationId, wishes)
    const taken = waiting.flatMap((delivery): readonly Settled[] => {
      const claim = claims.get(delivery.deliveryId)
      if (claim?.kind !== 'send') return []
      const { deliveryId } = delivery
      return [{ ...claim, kind: 'sent', deliveryId, activityId: deliveryId, delivery }]
    })
    await deps.db.for(organizationId)(async trx => {
      const news = await recordOutcomes(trx, deps, organizationId, taken)
      const sent = news.flatMap(({ delivery: { nudgeId } }) => (nudgeId ? [{ nudgeId, outcome: 'sent' as const }] : []))
      await settleNudges(trx, deps, organizationId, sent)
    })
  })

async function hire(
  deps: Deps,
  organizationId: string,
  { count, ids, locale = 'en', country = 'US', department = 'Sales', cohort, coached = true }: Hired & { count: number }
): Promise<void> {
  const at = deps.now()
  await deps.db.owner(async trx => {
    const person = sql`'per_' || ${ids}::text || '_' || n`
    const all = sql`generate_series(1, ${count}::int) n`
    await sql`insert into people (organization_id, id, idp_id, first_name, locale, country, department, state, access, source_updated_at, created_at, updated_at)
      select ${organizationId}, ${person}, ${ids}::text || n, 'Demo ' || n, ${locale}, ${country}, ${department}, 'active', true, ${at}, ${at}, ${at} from ${all}`.execute(
      trx
    )
    if (cohort)
      await sql`insert into cohort_members (organization_id, cohort, person_id, joined_at)
        select ${organizationId}, ${cohort}, ${person}, ${at} from ${all}`.execute(trx)
    if (!coached) return
    await sql`insert into agreements (organization_id, person_id, version, decision, surface, decided_at)
      select ${organizationId}, ${person}, ${AGREEMENT_VERSION}::int, 'given', 'teams', ${at} from ${all}`.execute(trx)
    await sql`insert into conversation_references (organization_id, tenant_id, entra_object_id, person_id, teams_user_id, conversation_id, service_url, bot_id, state, updated_at)
      select ${organizationId}, 'tenant', ${ids}::text || n, ${person}, 'user', ${ids}::text || n, 'http://127.0.0.1/', 'bot', 'active', ${at} from ${all}`.execute(
      trx
    )
  })
}

const SETTINGS = organizationSettingsSchema.parse({
  name: 'Demo',
  demo: true,
  workosOrganizationId: 'org_demo',
  connectionId: 'conn_demo',
  timezone: 'Europe/Madrid',
  country: 'ES',
  locale: 'en',
  cohorts: [
    { name: 'Leaders', group: 'leaders' },
    { name: 'Sales', attribute: 'department', equals: 'Sales' }
  ],
  sponsor: { name: 'Demo Sponsor', title: 'CEO' },
  launchDate: '2026-11-23'
})
