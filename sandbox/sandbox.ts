/** The sandbox: the outside world, the product and the window on one port, in one process. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { type RequestHandler } from 'express'
import { createClient, type Client } from '../api/contract/client.ts'
import { createLog } from '../api/platform/log.ts'
import { listen } from '../api/platform/serve.ts'
import { openClock, type SandboxClock } from './clock.ts'
import { localOnly } from './control/local.ts'
import { controlRoutes } from './control/routes.ts'
import { openSecrets, productEnv } from './env.ts'
import { lockFolder } from './lock.ts'
import { openProduct, type Product } from './product.ts'
import { openWorld, type Ports, type World } from './world.ts'

const WINDOW = fileURLToPath(new URL('../dist/window', import.meta.url))

export type SandboxOptions = {
  /** Everything the sandbox keeps; made when it is not there. */
  readonly folder: string
  /** The window and the product; the stand-ins take the six ports after it. */
  readonly port: number
  readonly limits?: boolean
  /** Pause between pieces of a streamed answer, where Teams' limits are off; Teams' own second otherwise. */
  readonly streamGapMs?: number
  readonly env?: Readonly<Record<string, string>>
}

export type Sandbox = {
  readonly url: string
  readonly token: string
  readonly world: World
  readonly product: Product
  readonly clock: SandboxClock
  /** Calls the control API. */
  readonly call: Client
  [Symbol.asyncDispose](): Promise<void>
}

export const portsFrom = (port: number): Ports => ({
  product: port,
  entra: port + 1,
  teams: port + 2,
  workos: port + 3,
  thinkific: port + 4,
  mail: port + 5,
  lms: port + 6
})

export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  await using stack = new AsyncDisposableStack()
  stack.use(lockFolder(options.folder))
  const clock = openClock(join(options.folder, 'clock.json'))
  const secrets = openSecrets(options.folder)
  const ports = portsFrom(options.port)
  const world = stack.use(
    await openWorld({ folder: options.folder, ports, clock, secrets, limits: options.limits ?? true })
  )
  const database = { DATA_FOLDER: join(options.folder, 'database') }
  const env = productEnv(world.addresses, secrets, {
    ...(options.env?.['DATABASE_URL'] ? {} : database),
    ...options.env
  })
  const product = stack.use(await openProduct(env, clock, options))
  const token = randomBytes(24).toString('base64url')
  const app = express().disable('x-powered-by')
  app.use(controlRoutes(world, { token, log: createLog(env['LOG_LEVEL'] ?? 'warn') }), windowPage(token), product.app)
  stack.use(await listen(app, { port: options.port, host: '127.0.0.1' }))
  // What the bot's stop left undelivered is sent now that it answers.
  world.teams.resumeDeliveries()
  const url = world.addresses.product
  const owned = stack.move()
  return {
    url,
    token,
    world,
    product,
    clock,
    call: createClient({ baseUrl: url, fetch, token: async () => token }),
    [Symbol.asyncDispose]: () => owned.disposeAsync()
  }
}

/** The window's page carries the token; only this machine's own pages can read it. */
function windowPage(token: string): RequestHandler {
  const router = express.Router()
  router.get('/', localOnly, (_req, res) => {
    const page = join(WINDOW, 'index.html')
    if (!existsSync(page)) {
      res.status(503).type('text').send('The window is not built yet: run `npm run build`')
      return
    }
    res
      .set('cache-control', 'no-store')
      .type('html')
      .send(readFileSync(page, 'utf8').replace('__SANDBOX_TOKEN__', token))
  })
  router.use('/', express.static(WINDOW, { index: false }))
  return router
}
