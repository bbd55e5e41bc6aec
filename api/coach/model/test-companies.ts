/** Two companies with people, each with a model of its own to choose, and all that is logged. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { createModelStandin, type ModelStandin } from '../../../sandbox/model/model.ts'
import { createClient, type Client } from '../../contract/client.ts'
import { checkCoachEngine, putCoachEngine, type ModelProvider } from '../../contract/coach-engine.ts'
import {
  decideAgreementEndpoint,
  getAgreement,
  getThread,
  newConversation,
  postTurn,
  type Turn
} from '../../contract/coach.ts'
import { organizationSettingsSchema } from '../../contract/organizations.ts'
import { configureOrganization } from '../../organizations/organizations.ts'
import type { Deps } from '../../platform/deps.ts'
import { answerErrors, createApi, createWeb } from '../../platform/http.ts'
import { createLog } from '../../platform/log.ts'
import { listen } from '../../platform/serve.ts'
import { createTestWorld } from '../../testing.ts'
import { engines } from '../choose.ts'
import { coachRoutes } from '../routes.ts'

/** Long enough for a busy machine to answer, short enough to be waited for. */
const PATIENCE = { firstMs: 1000, nextMs: 500 }

export const KEYS = { acme: 'acme-key-0123456789', bolt: 'bolt-key-9876543210' } as const
export type Company = keyof typeof KEYS

export type Companies = AsyncDisposable & {
  readonly deps: Deps
  readonly url: string
  readonly ids: Readonly<Record<Company, string>>
  readonly models: Readonly<Record<Company, ModelStandin>>
  /** Every line so far. */
  readonly logged: () => string
  as(company: Company, name: string): Client
  admin(company: Company): Client
  join(company: Company, name: string, title?: string): Promise<Client>
  /** Chosen and checked well, so that it answers; whoever joined says yes to the text that names it. */
  use(company: Company, provider: ModelProvider): Promise<void>
}

export const tokenOf = (organizationId: string, name: string): string => `${organizationId}|${name}`

export async function startCompanies(): Promise<Companies> {
  await using stack = new AsyncDisposableStack()
  const world = stack.use(await createTestWorld())
  const lines: string[] = []
  const deps = { ...world.deps, log: createLog('debug', { write: line => void lines.push(line) }) }
  const [acme, bolt] = await Promise.all((['acme', 'bolt'] as const).map(name => found(deps, name)))
  const ids = { acme: acme ?? '', bolt: bolt ?? '' }
  const models = { acme: stack.use(modelOf('acme')), bolt: stack.use(modelOf('bolt')) }
  await Promise.all(Object.values(models).map(({ standin }) => standin.listen()))
  const api = createApi(
    async token => {
      const [organizationId = '', personId = ''] = token.split('|')
      return {
        kind: 'person',
        organizationId,
        personId,
        roles: personId === 'admin' ? ['admin'] : [],
        clientId: 'test'
      }
    },
    async () => ({ [Symbol.dispose]: () => undefined })
  )
  coachRoutes(deps, api, { ...engines, patience: PATIENCE })
  const { port } = stack.use(
    await listen(createWeb().use(api.router, answerErrors(deps.log)), { port: 0, host: '127.0.0.1' })
  )
  const url = `http://127.0.0.1:${port}`
  const as = (company: Company, name: string): Client =>
    createClient({ baseUrl: url, fetch, token: async () => tokenOf(ids[company], name) })
  const joined: Readonly<Record<Company, Client[]>> = { acme: [], bolt: [] }
  const owned = stack.move()
  return {
    deps,
    url,
    ids,
    models,
    logged: () => lines.join(''),
    as,
    admin: company => as(company, 'admin'),
    join: async (company, name, title) => {
      await addPerson(deps, ids[company], { name, title })
      const person = as(company, name)
      joined[company].push(person)
      await agree(person)
      return person
    },
    use: async (company, provider) => {
      const model = models[company]
      const endpoint = provider === 'azure' ? model.azureUrl() : model.compatibleUrl()
      const admin = as(company, 'admin')
      await admin(putCoachEngine, { body: { provider, endpoint, model: `${company}-chat`, key: KEYS[company] } })
      expect(await admin(checkCoachEngine)).toMatchObject({ active: true, check: { result: 'well' } })
      for (const person of joined[company]) await agree(person)
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync()
  }
}

/** To the text as it stands. */
export async function agree(person: Client): Promise<void> {
  const { modelService } = (await person(getAgreement)).current
  await person(decideAgreementEndpoint, { body: { decision: 'given', modelService } })
}

function modelOf(company: Company): ModelStandin {
  const model = createModelStandin({ now: () => new Date() })
  model.addDeployment({ model: `${company}-chat`, key: KEYS[company] })
  return model
}

async function found(deps: Deps, name: string): Promise<string> {
  const settings = organizationSettingsSchema.parse({
    name: `${name} (demo)`,
    demo: true,
    workosOrganizationId: `org_${name}`,
    connectionId: `conn_${name}`,
    joining: 'sign_in',
    timezone: 'America/New_York',
    country: 'US',
    locale: 'en',
    sponsor: { name: 'Sam Demo', title: 'Chief People Officer' },
    launchDate: '2026-01-11'
  })
  return (await configureOrganization(deps, { externalId: name, settings })).organizationId
}

type Newcomer = { readonly name: string; readonly title: string | undefined }

async function addPerson(deps: Deps, organizationId: string, { name, title = 'Analyst' }: Newcomer): Promise<void> {
  await deps.db.owner(trx =>
    sql`insert into people (organization_id, id, idp_id, first_name, title, country, locale, state, access, source_updated_at, created_at, updated_at)
      values (${organizationId}, ${name}, ${name}, ${name}, ${title}, 'US', 'en', 'active', true, ${deps.now()}, ${deps.now()}, ${deps.now()})`.execute(
      trx
    )
  )
}

/** In a conversation of its own, waited for until it is whole. */
export async function tell(person: Client, text: string): Promise<Turn> {
  const { conversationId } = await person(newConversation)
  return goOn(person, text, conversationId)
}

export async function goOn(person: Client, text: string, conversationId: string): Promise<Turn> {
  await person(postTurn, { body: { turnId: randomUUID(), text, conversationId } })
  const last = async (): Promise<Turn | undefined> =>
    (await person(getThread, { query: { conversationId } })).turns.at(-1)
  await expect.poll(async () => (await last())?.state).not.toBe('answering')
  const turn = await last()
  if (!turn) throw new Error('nothing was said')
  return turn
}
