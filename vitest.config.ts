import { connect } from 'node:net'
import { defineConfig } from 'vitest/config'

const POSTGRES = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test'
const shared = {
  pool: 'forks' as const,
  testTimeout: 60_000,
  hookTimeout: 180_000,
  // How long something may take to come true; a busy machine is no failure.
  expect: { poll: { timeout: 20_000 } }
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

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'pglite',
          globalSetup: 'e2e/build.ts',
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
                include: ['{api,bot}/**/*.test.ts', 'e2e/walk.test.ts', 'e2e/rule-change.test.ts'],
                env: { TEST_DATABASE_URL: POSTGRES }
              }
            }
          ]
        : [])
    ]
  }
})
