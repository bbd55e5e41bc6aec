/** A company whose people talk to the coach, with engines that do what a test says, and as many processes as it wants. */
import { sql } from 'kysely'
import { createClient, type Client } from '../contract/client.ts'
import type { CoachEvent, PrivateEvent } from '../contract/coach-stream.ts'
import { organizationSettingsSchema } from '../contract/organizations.ts'
import { configureOrganization } from '../organizations/organizations.ts'
import { openDatabase } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { answerErrors, createApi, createWeb, type Role } from '../platform/http.ts'
import { listen } from '../platform/serve.ts'
import { createTestWorld, type TestWorld } from '../testing.ts'
import type { Engines } from './choose.ts'
import { scriptedEngine } from './scripted/scripted.ts'
import type { Engine, EngineInput, EnginePart } from './port.ts'
import { coachRoutes } from './routes.ts'

export type CoachProcess = AsyncDisposable & {
  readonly deps: Deps
  readonly url: string
  as(name: string): Client
  /** Follows a person's stream until it is disposed of. */
  follow(name: string, after?: number, headers?: Readonly<Record<string, string>>): Promise<Followed>
}
export type Followed = Disposable & {
  readonly events: CoachEvent[]
  /** Of the last whole step. */
  readonly id: () => string
  readonly over: Promise<void>
}
export type CoachWorld = TestWorld & { readonly organizationId: string } & CoachProcess

/** What the engine says, by what the person said; everything else goes to the scripted coach. */
export type Says = (input: EngineInput) => AsyncIterable<EnginePart>

export const engineOf = (says: Says): Engine => ({ id: 'test@1', answer: says })

export const enginesOf = (says: Says): Engines => ({
  choose: () => engineOf(says),
  fallback: scriptedEngine,
  patience: { firstMs: 300, nextMs: 20_000 }
})

export async function startCoachWorld(engines?: Engines, people = ['ana', 'bea']): Promise<CoachWorld> {
  const world = await createTestWorld()
  const settings = organizationSettingsSchema.parse({
    name: 'Coached (demo)',
    demo: true,
    workosOrganizationId: 'org_coached',
    connectionId: 'conn_coached',
    joining: 'sign_in',
    timezone: 'America/New_York',
    country: 'US',
    locale: 'en',
    sponsor: { name: 'Sam Demo', title: 'Chief People Officer' },
    launchDate: '2026-01-11',
    crisisLines: [{ country: 'US', name: 'Demo line', contact: '555-0100' }]
  })
  const { organizationId } = await configureOrganization(world.deps, { externalId: 'coached', settings })
  await addPeople(world.deps, organizationId, people)
  const first = await startCoachProcess(world.deps, organizationId, engines)
  return {
    ...world,
    ...first,
    organizationId,
    [Symbol.asyncDispose]: async () => {
      await first[Symbol.asyncDispose]()
      await world[Symbol.asyncDispose]()
    }
  }
}

/** Whoever is called so is the company's admin. */
export const ADMIN = 'admin'
const rolesOf = (name: string): readonly Role[] => (name === ADMIN ? ['admin'] : [])

export const personIdOf = (name: string): string => `per_${name}`

async function addPeople(deps: Deps, organizationId: string, names: readonly string[]): Promise<void> {
  for (const name of names)
    await deps.db.owner(trx =>
      sql`insert into people (organization_id, id, idp_id, email, first_name, country, locale, state, access, source_updated_at, created_at, updated_at)
        values (${organizationId}, ${personIdOf(name)}, ${name}, ${`${name}@demo.test`}, ${name}, 'US', 'en', 'active', true, ${deps.now()}, ${deps.now()}, ${deps.now()})`.execute(
        trx
      )
    )
}

/** Another process: on a server with a pool of its own, embedded with the only one there is. */
export async function startCoachProcess(
  deps: Deps,
  organizationId: string,
  engines?: Engines,
  { apart = false } = {}
): Promise<CoachProcess> {
  await using stack = new AsyncDisposableStack()
  const { engine } = deps.db
  const db =
    apart && engine.kind === 'postgres'
      ? stack.use(await openDatabase({ url: engine.url, schema: deps.db.schema }))
      : deps.db
  const own = { ...deps, db }
  const api = createApi(
    async token => ({
      kind: 'person',
      organizationId,
      personId: personIdOf(token),
      roles: rolesOf(token),
      clientId: 'test'
    }),
    async () => ({ [Symbol.dispose]: () => undefined })
  )
  coachRoutes(own, api, engines)
  const web = createWeb().use(api.router, answerErrors(deps.log))
  const { port } = stack.use(await listen(web, { port: 0, host: '127.0.0.1' }))
  const url = `http://127.0.0.1:${port}`
  const owned = stack.move()
  return {
    deps: own,
    url,
    as: name => createClient({ baseUrl: url, fetch, token: async () => name }),
    follow: (name, after, headers = {}) => followed(url, { name, after, headers }),
    [Symbol.asyncDispose]: () => owned.disposeAsync()
  }
}

type Asked = {
  readonly name: string
  readonly after: number | undefined
  readonly headers: Readonly<Record<string, string>>
}

async function followed(url: string, { name, after, headers }: Asked): Promise<Followed> {
  const stop = new AbortController()
  const response = await fetch(`${url}/v1/me/stream${after === undefined ? '' : `?after=${after}`}`, {
    headers: { authorization: `Bearer ${name}`, ...headers },
    signal: stop.signal
  })
  if (!response.ok || !response.body) throw new Error(`the stream answered ${response.status}`)
  const events: CoachEvent[] = []
  let id = ''
  const opened = Promise.withResolvers<void>()
  const read = async (body: ReadableStream<Uint8Array>): Promise<void> => {
    for await (const { data, id: place } of framesOf(body)) {
      opened.resolve()
      if (data) events.push(JSON.parse(data) as CoachEvent)
      if (place) id = place
    }
  }
  const over = read(response.body).catch(() => undefined)
  await opened.promise
  return { events, id: () => id, over, [Symbol.dispose]: () => stop.abort() }
}

async function* framesOf(body: ReadableStream<Uint8Array>) {
  const decoder = new TextDecoder()
  let text = ''
  for await (const bytes of body) {
    text += decoder.decode(bytes, { stream: true })
    const frames = text.split('\n\n')
    text = frames.pop() ?? ''
    for (const frame of frames)
      yield {
        data: /^data: (?<data>.*)$/mu.exec(frame)?.groups?.['data'],
        id: /^id: (?<id>.*)$/mu.exec(frame)?.groups?.['id']
      }
  }
}

/** A turn that leaves no trace, whole. */
export async function privately(url: string, name: string, body: object): Promise<readonly PrivateEvent[]> {
  const response = await fetch(`${url}/v1/me/private-turns`, {
    method: 'POST',
    headers: { authorization: `Bearer ${name}`, 'content-type': 'application/json' },
    body: JSON.stringify(body)
  })
  if (!response.body) throw new Error('no answer')
  const events: PrivateEvent[] = []
  for await (const { data } of framesOf(response.body)) if (data) events.push(JSON.parse(data) as PrivateEvent)
  return events
}
