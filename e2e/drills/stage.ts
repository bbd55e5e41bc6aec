/** The world stays up in this process while product processes beside it are killed; the driver behaves as people and vendors do. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { createClient, type Client } from '../../api/contract/client.ts'
import { exchangeTeamsToken } from '../../api/contract/identity.ts'
import { createLog } from '../../api/platform/log.ts'
import { listen } from '../../api/platform/serve.ts'
import { openClock } from '../../sandbox/clock.ts'
import * as control from '../../sandbox/control/contract.ts'
import { controlRoutes } from '../../sandbox/control/routes.ts'
import { openSecrets, productEnv } from '../../sandbox/env.ts'
import { portsFrom, type Sandbox, type SandboxOptions } from '../../sandbox/sandbox.ts'
import { openWorld } from '../../sandbox/world.ts'
import { freePorts, openWalk } from '../harness.ts'
import { startProduct, type ProductProcess } from './product.ts'

/** A sandbox whose product is another process, or several. */
export type Stage = Pick<Sandbox, 'url' | 'world' | 'clock' | 'call'> & {
  /** The process that vendors reach. */
  readonly product: ProductProcess
  /** All of them, the one that vendors reach first. */
  readonly products: readonly ProductProcess[]
  /** Where each process answers, the one that vendors reach first. */
  readonly urls: readonly string[]
  [Symbol.asyncDispose](): Promise<void>
}

export type StageOptions = {
  readonly say: (line: string) => void
  /** Makes what the drill starts from, in one process that is then closed. */
  readonly prepare?: (options: Partial<SandboxOptions>) => Promise<AsyncDisposable>
  /** Several need a PostgreSQL. */
  readonly processes?: number
  readonly databaseUrl?: string | undefined
  /** Whether the vendors count calls as the real ones do; they do unless told. */
  readonly limits?: boolean
}

const TOKEN = 'drill'

export async function openStage(options: StageOptions): Promise<Stage> {
  const { say, prepare = openWalk, processes = 1, databaseUrl, limits = true } = options
  const folder = mkdtempSync(join(tmpdir(), 'ci-drill-'))
  const port = await freePorts()
  const database = databaseUrl
    ? { DATABASE_URL: databaseUrl, DATABASE_SCHEMA: `drill_${port}` }
    : { DATA_FOLDER: join(folder, 'database') }
  const env = { ...database, LOG_LEVEL: 'silent', TICK_MS: '200', THINKIFIC_CALLS_PER_MINUTE: '100000' }
  await using stack = new AsyncDisposableStack()
  stack.defer(() => rmSync(folder, { recursive: true, force: true }))
  await (await prepare({ folder, port, env }))[Symbol.asyncDispose]()
  const clock = openClock(join(folder, 'clock.json'))
  const secrets = openSecrets(folder)
  const world = stack.use(await openWorld({ folder, ports: portsFrom(port), clock, secrets, limits }))
  const ports = [port, ...(await otherPorts(processes - 1))]
  const started = { folder, onError: say, env: productEnv(world.addresses, secrets, env) }
  // One after the other: the first makes what all share.
  const products: ProductProcess[] = []
  for (const each of ports) products.push(stack.use(await startProduct({ ...started, port: each })))
  const [product] = products
  if (!product) throw new Error('a drill needs a product process')
  const app = express().use(controlRoutes(world, { token: TOKEN, log: createLog('silent') }))
  const server = stack.use(await listen(app, { port: 0, host: '127.0.0.1' }))
  world.teams.resumeDeliveries()
  const owned = stack.move()
  return {
    url: world.addresses.product,
    urls: ports.map(each => `http://127.0.0.1:${each}`),
    world,
    clock,
    product,
    products,
    call: createClient({ baseUrl: `http://127.0.0.1:${server.port}`, fetch, token: async () => TOKEN }),
    [Symbol.asyncDispose]: () => owned.disposeAsync()
  }
}

/** Calls the product as this person, with a token of five minutes at most. */
export async function asPerson({ call, url }: Pick<Stage, 'call' | 'url'>, personKey: string): Promise<Client> {
  const { token } = await call(control.getTeamsToken, { params: { personKey } })
  const { accessToken } = await createClient({ baseUrl: url, fetch })(exchangeTeamsToken, { body: { token } })
  return createClient({ baseUrl: url, fetch, token: async () => accessToken })
}

async function otherPorts(count: number): Promise<readonly number[]> {
  if (count === 0) return []
  const first = await freePorts()
  return Array.from({ length: count }, (_, index) => first + index)
}
