/** Deps for tests: a real database (PGlite, or one of its own on PostgreSQL), a real queue, a clock that moves by hand. */
import { randomBytes } from 'node:crypto'
import type { Fact } from './contract/facts.ts'
import { readConfig, type Config } from './platform/config.ts'
import { createVault } from './platform/crypto.ts'
import { openDatabase } from './platform/database.ts'
import type { Deps, Publish } from './platform/deps.ts'
import { createLog } from './platform/log.ts'
import { migrate } from './platform/migrate.ts'
import { createNewId } from './platform/new-id.ts'
import { openQueue, type JobDefinition, type JobHandler } from './platform/queue.ts'
import { MINUTE, sleep } from './platform/time.ts'
import { openTestDatabase } from './test-database.ts'
import { openTestImage } from './test-image.ts'

export type TestWorld = {
  readonly deps: Deps
  /** Facts in the order they were published. */
  readonly facts: readonly Fact[]
  /** Moves product time forward, in milliseconds. */
  advance(ms: number): void
  setNow(at: Date): void
  work(handlers: readonly JobHandler[]): Promise<void>
  /** Waits until no job is open, at most a minute of real time. */
  drain(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

export const testConfig = (overrides: Readonly<Record<string, string>> = {}): Config =>
  readConfig({
    PUBLIC_URL: 'http://127.0.0.1:3978',
    MASTER_KEY: randomBytes(32).toString('base64url'),
    COOKIE_KEYS: 'cookie-key-for-tests-1',
    OPERATOR_TOKEN: 'operator-token-for-tests',
    BOT_APP_ID: '11111111-1111-4111-8111-111111111111',
    BOT_APP_SECRET: 'bot-secret-for-tests',
    BOT_TENANT_ID: '22222222-2222-4222-8222-222222222222',
    TAB_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
    WORKOS_API_KEY: 'workos-key-for-tests',
    WORKOS_CLIENT_ID: 'client_test',
    WORKOS_WEBHOOK_SECRET: 'workos-webhook-secret',
    LOG_LEVEL: 'silent',
    // A server takes a hundred connections by default, and several tests run beside each other. What measures sets its own.
    DATABASE_POOL: process.env['DATABASE_POOL'] ?? '5',
    ...overrides
  })

export async function createTestWorld(
  options: {
    readonly definitions?: readonly JobDefinition[]
    readonly config?: Readonly<Record<string, string>>
    /** Product time at the start. */
    readonly now?: Date
    /** Called for each fact inside its transaction, beside the record kept in `facts`. */
    readonly publish?: (deps: Deps) => Publish
  } = {}
): Promise<TestWorld> {
  const given = process.env['TEST_DATABASE_URL']
  const own = given ? await openTestDatabase(given) : undefined
  const url = own?.url
  const config = testConfig({ ...options.config, ...(url ? { DATABASE_URL: url } : {}) })
  const db = await openDatabase({
    url,
    schema: 'public',
    poolSize: config.DATABASE_POOL,
    image: url ? undefined : await openTestImage()
  })
  await migrate(db)
  const log = createLog(config.LOG_LEVEL)
  const queue = await openQueue({ db, log, definitions: options.definitions ?? [] })
  const facts: Fact[] = []
  let now = options.now ?? new Date('2026-11-23T15:00:00Z')
  const realNow = () => new Date()
  const deps: Deps = {
    config,
    db,
    queue,
    log,
    now: () => now,
    realNow,
    newId: createNewId(realNow),
    fetch,
    vault: createVault(config.MASTER_KEY),
    publish: async (trx, ...published) => {
      facts.push(...published)
      await options.publish?.(deps)(trx, ...published)
    }
  }
  return {
    deps,
    facts,
    advance: ms => {
      now = new Date(now.getTime() + ms)
    },
    setNow: at => {
      now = at
    },
    work: handlers => queue.work(handlers),
    drain: () => waitForQuiet(async () => Object.keys(await queue.pending()).length === 0),
    [Symbol.asyncDispose]: async () => {
      await queue[Symbol.asyncDispose]()
      await db[Symbol.asyncDispose]()
      await own?.[Symbol.asyncDispose]()
    }
  }
}

const QUIET_MS = MINUTE

async function waitForQuiet(quiet: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + QUIET_MS
  while (!(await quiet())) {
    if (performance.now() > until) throw new Error('jobs were still open after a minute')
    await sleep(20)
  }
}
