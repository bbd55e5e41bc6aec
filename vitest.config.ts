import { connect } from 'node:net'
import { defineConfig } from 'vitest/config'

const POSTGRES = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test'
const shared = {
  pool: 'forks' as const,
  globalSetup: 'e2e/build.ts',
  testTimeout: 240_000,
  hookTimeout: 240_000,
  // A world holds up to twenty connections, and a server takes a hundred by default.
  maxConcurrency: 2,
  // How long something may take to come true; a busy machine is no failure.
  expect: { poll: { timeout: 60_000 } }
}

/** Whether a PostgreSQL answers there; without one the tests run on PGlite only. */
const answers = (url: string): Promise<boolean> =>
  new Promise(resolve => {
    const { hostname, port } = new URL(url)
    const socket = connect({ host: hostname, port: Number(port || 5432), timeout: 1000 })
    const end = (found: boolean) => () => {
      socket.destroy()
      resolve(found)
    }
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false))
  })

const hasPostgres = await answers(POSTGRES)
/** They are about what a browser shows; on which engine is told apart elsewhere, so they run once, on the faster one. */
const PAGES = ['e2e/*-page.test.ts', 'e2e/oversight.test.ts', 'e2e/tab.test.ts', 'e2e/own-sign-in.test.ts']
/** What takes longest runs once too, where a server answers; without one everything runs on the embedded engine. */
const LONG = [
  'api/enrollment/{enrollment,moving,sign-ups,courses,imports,renamed,learning-system,cutover}.test.ts',
  'api/nudges/{campaigns,engine,experiments}.test.ts',
  'api/coach/{former,conversation,material/material,model/model}.test.ts',
  'api/reach/{ladder,installs}.test.ts',
  'api/console/lists.test.ts',
  'api/{leaving,papers,privacy}/{leaving,papers,privacy}.test.ts',
  'api/audit/log.test.ts',
  'api/directory/reconcile.test.ts',
  'api/identity/{connections,forwarding,joining}.test.ts',
  'api/oauth/{registry,first-sign-in,leaving,learning-door,limits,own-code,own-passkey,own-people,revoked-streams}.test.ts',
  'bot/{bot,hearing,deliver,neutral,limiter,nudge-cards,corrections,safety,start,hr-channels,pulse}.test.ts',
  'e2e/rule-change.test.ts'
]

export default defineConfig({
  test: {
    // Tests wait for timers, browsers and each other a third of their time: three fill two cores.
    maxWorkers: 3,
    projects: [
      {
        test: {
          ...shared,
          name: 'pglite',
          exclude: hasPostgres ? [...PAGES, ...LONG] : [],
          include: ['{api,bot,sandbox,tab,e2e,checks,bench,appPackage,infra}/**/*.test.{ts,tsx}'],
          env: { TEST_DATABASE_URL: '' }
        }
      },
      ...(hasPostgres
        ? [
            {
              test: {
                ...shared,
                name: 'postgres',
                globalSetup: [shared.globalSetup, 'e2e/databases.ts'],
                include: ['{api,bot}/**/*.test.ts', 'e2e/walk.test.ts', 'e2e/rule-change.test.ts', ...PAGES],
                env: { TEST_DATABASE_URL: POSTGRES }
              }
            }
          ]
        : [])
    ]
  }
})
