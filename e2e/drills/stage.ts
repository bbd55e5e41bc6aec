/** The world stays up in this process while the product beside it is killed; the driver behaves as people and vendors do. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { createClient } from '../../api/contract/client.ts'
import { createLog } from '../../api/platform/log.ts'
import { listen } from '../../api/platform/serve.ts'
import { openClock } from '../../sandbox/clock.ts'
import { controlRoutes } from '../../sandbox/control/routes.ts'
import { openSecrets, productEnv } from '../../sandbox/env.ts'
import { portsFrom, type Sandbox } from '../../sandbox/sandbox.ts'
import { openWorld } from '../../sandbox/world.ts'
import { freePorts, openWalk } from '../harness.ts'
import { startProduct, type ProductProcess } from './product.ts'

/** A sandbox whose product is another process. */
export type Stage = Pick<Sandbox, 'url' | 'world' | 'clock' | 'call'> & {
  readonly product: ProductProcess
  [Symbol.asyncDispose](): Promise<void>
}

const TOKEN = 'drill'

/** The walk's small company, settled and closed in one process, then opened again with the product apart. */
export async function openStage(say: (line: string) => void): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'ci-drill-'))
  const port = await freePorts()
  const databaseUrl = process.env['TEST_DATABASE_URL']
  const database = databaseUrl
    ? { DATABASE_URL: databaseUrl, DATABASE_SCHEMA: `drill_${port}` }
    : { DATA_FOLDER: join(folder, 'database') }
  const env = { ...database, LOG_LEVEL: 'silent', TICK_MS: '200', THINKIFIC_CALLS_PER_MINUTE: '6000' }
  await using stack = new AsyncDisposableStack()
  stack.defer(() => rmSync(folder, { recursive: true, force: true }))
  await (await openWalk({ folder, port, env }))[Symbol.asyncDispose]()
  const clock = openClock(join(folder, 'clock.json'))
  const secrets = openSecrets(folder)
  const world = stack.use(await openWorld({ folder, ports: portsFrom(port), clock, secrets, limits: true }))
  const product = stack.use(
    await startProduct({ folder, port, onError: say, env: productEnv(world.addresses, secrets, env) })
  )
  const app = express().use(controlRoutes(world, { token: TOKEN, log: createLog('error') }))
  const server = stack.use(await listen(app, { port: 0, host: '127.0.0.1' }))
  const owned = stack.move()
  return {
    url: world.addresses.product,
    world,
    clock,
    product,
    call: createClient({ baseUrl: `http://127.0.0.1:${server.port}`, fetch, token: async () => TOKEN }),
    [Symbol.asyncDispose]: () => owned.disposeAsync()
  }
}
