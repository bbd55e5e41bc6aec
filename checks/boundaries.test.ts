/** Plants a violation of each kind in a tree of its own and runs the repository's lint there. */
import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

const config = fileURLToPath(new URL('../oxlint.config.ts', import.meta.url))
const modules = fileURLToPath(new URL('../node_modules', import.meta.url))

const imports = (from: string) => `import { it } from '${from}'\nexport const used = it\n`
const IMPORTS = 'eslint(no-restricted-imports)'
const CLOCK = 'eslint(no-restricted-properties)'

/** What a file may not hold: its path, the text, the rule that has to complain. */
const REFUSED: readonly (readonly [path: string, text: string, rule: string])[] = [
  ['api/contract/coach.ts', imports('../platform/time.ts'), IMPORTS],
  ['api/contract/nudges.ts', imports('express'), IMPORTS],
  ['api/platform/time.ts', imports('../directory/directory.ts'), IMPORTS],
  ['api/platform/queue.ts', imports('../vendors/workos.ts'), IMPORTS],
  ['api/vendors/mail.ts', imports('../directory/directory.ts'), IMPORTS],
  ['api/audit/audit.ts', imports('../organizations/organizations.ts'), IMPORTS],
  ['api/nudges/store-reader.ts', imports('../directory/store.ts'), IMPORTS],
  ['api/nudges/routes-caller.ts', imports('../coach/routes.ts'), IMPORTS],
  ['api/nudges/jobs-caller.ts', imports('../enrollment/jobs.ts'), IMPORTS],
  ['api/nudges/vendor-caller.ts', imports('../enrollment/thinkific.ts'), IMPORTS],
  ['api/nudges/roundabout.ts', imports('./../directory/store.ts'), IMPORTS],
  ['api/nudges/long-way.ts', imports('../../api/directory/store.ts'), IMPORTS],
  ['api/nudges/type-only.ts', "export type { Row } from '../directory/store.ts'\n", IMPORTS],
  ['api/nudges/lazy.ts', "export const lazy = () => import('../directory/store.ts')\n", IMPORTS],
  ['api/coach/wiring-caller.ts', imports('../wiring.ts'), IMPORTS],
  ['api/coach/bot-caller.ts', imports('../../bot/bot.ts'), IMPORTS],
  ['api/app.ts', imports('../tab/words.ts'), IMPORTS],
  ['api/start.ts', imports('../sandbox/clock.ts'), IMPORTS],
  ['api/wiring.ts', imports('./testing.ts'), IMPORTS],
  ['api/oauth/accounts.ts', imports('./test-world.ts'), IMPORTS],
  ['bot/bot.ts', imports('../api/enrollment/enrollment.ts'), IMPORTS],
  ['bot/reader.ts', imports('../api/directory/store.ts'), IMPORTS],
  ['bot/notice.ts', imports('../sandbox/clock.ts'), IMPORTS],
  ['bot/cards/card.ts', imports('../../api/identity/identity.ts'), IMPORTS],
  ['bot/receive.ts', imports('../api/start.ts'), IMPORTS],
  ['tab/app.tsx', imports('../api/platform/time.ts'), IMPORTS],
  ['tab/pages/coach.tsx', imports('../../api/coach/coach.ts'), IMPORTS],
  ['tab/pages/plans.tsx', imports('../../bot/words.ts'), IMPORTS],
  ['appPackage/build.ts', imports('../sandbox/env.ts'), IMPORTS],
  ['infra/check.ts', imports('../bench/run.ts'), IMPORTS],
  ['bot/deliver.ts', imports('botbuilder'), IMPORTS],
  ['bot/press.ts', imports('botframework-connector'), IMPORTS],
  ['bot/teams.ts', imports('@azure/msal-node'), IMPORTS],
  ['api/directory/pull.ts', imports('@workos-inc/node'), IMPORTS],
  ['api/identity/entra.ts', imports('@azure/msal-node'), IMPORTS],
  ['api/coach/asker.ts', imports('ai'), IMPORTS],
  ['api/coach/model/reader.ts', imports('../../directory/directory.ts'), IMPORTS],
  [
    'api/coach/mocked.test.ts',
    "import { vi } from 'vitest'\nvi.mock('./coach.ts')\n",
    'vitest(no-restricted-vi-methods)'
  ],
  ['api/coach/any.ts', 'export const it = (value: any) => value\n', 'typescript(no-explicit-any)'],
  ['api/coach/silenced.ts', '// @ts-ignore\nexport const it = 1\n', 'typescript(ban-ts-comment)'],
  ['api/coach/environment.ts', "export const it = process.env['HOME']\n", 'node(no-process-env)'],
  ['sandbox/teams/environment.ts', 'export const it = (process as any).title\n', 'typescript(no-explicit-any)'],
  ['api/coach/now.ts', 'export const it = Date.now()\n', CLOCK],
  ['api/coach/random.ts', 'export const it = Math.random()\n', CLOCK],
  ['bot/now.ts', 'export const it = Date.now()\n', CLOCK],
  ['api/reports/one.ts', "import { two } from './two.ts'\nexport const one = () => two\n", 'import(no-cycle)'],
  ['api/reports/two.ts', "import { one } from './one.ts'\nexport const two = () => one\n", 'import(no-cycle)'],
  ['api/coach/exit.ts', 'process.exit(1)\n', 'unicorn(no-process-exit)'],
  [
    'api/coach/floating.ts',
    'const late = async (): Promise<number> => 1\nexport const it = (): void => {\n  late()\n}\n',
    'typescript(no-floating-promises)'
  ]
]

const ALLOWED: readonly (readonly [path: string, text: string])[] = [
  ['api/contract/reports.ts', imports('zod')],
  ['api/contract/directory.ts', imports('./ids.ts')],
  ['api/platform/http.ts', imports('../contract/endpoint.ts')],
  ['api/vendors/workos.ts', imports('@workos-inc/node')],
  ['api/coach/model/opening.ts', imports('@ai-sdk/azure')],
  ['api/audit/record.ts', imports('../platform/database.ts')],
  ['api/directory/directory.ts', imports('../organizations/organizations.ts')],
  ['api/directory/jobs.ts', imports('../audit/audit.ts')],
  ['api/main.ts', "export const it = [process.env['PORT'], Date.now()]\n"],
  ['api/platform/clock.ts', 'export const it = Date.now()\n'],
  ['api/coach/coach.test.ts', imports('../../sandbox/teams/teams.ts')],
  ['bot/compose.ts', imports('../api/reports/reports.ts')],
  ['bot/words.ts', imports('../api/contract/nudges.ts')],
  ['bot/connector-token.ts', imports('@azure/msal-node')],
  ['bot/cards/nudge.ts', imports('../words.ts')],
  ['tab/session.ts', imports('../api/contract/identity.ts')],
  ['tab/pages/report.tsx', imports('../../api/contract/reports.ts')],
  ['sandbox/clock.ts', imports('../bot/bot.ts')],
  ['e2e/walk.test.ts', imports('../api/directory/store.ts')]
]

const report = z.object({ diagnostics: z.array(z.object({ filename: z.string(), code: z.string() })) })

let tree = ''
let found: readonly string[] = []

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'boundaries-'))
  for (const [path, text] of [...REFUSED, ...ALLOWED]) {
    await mkdir(dirname(join(tree, path)), { recursive: true })
    await writeFile(join(tree, path), text)
  }
  await copyFile(config, join(tree, 'oxlint.config.ts'))
  await writeFile(join(tree, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "noEmit": true } }')
  found = (await lint()).map(({ filename, code }) => `${filename} ${code}`)
})
afterAll(() => rm(tree, { recursive: true }))

// The type-aware part of the lint is looked for in PATH.
const env = { ...process.env, PATH: `${join(modules, '.bin')}:${process.env['PATH'] ?? ''}` }

/** It ends with 1 when it complains, and reports all the same. */
const lint = () =>
  new Promise<z.output<typeof report>['diagnostics']>((resolve, reject) => {
    execFile(
      process.execPath,
      [join(modules, 'oxlint/bin/oxlint'), '--type-aware', '-f', 'json', '.'],
      { cwd: tree, env, timeout: 60_000 },
      (_failure, stdout, stderr) => {
        const read = report.safeParse(stdout.startsWith('{') ? JSON.parse(stdout) : undefined)
        if (read.success) resolve(read.data.diagnostics)
        else reject(new Error(`No report: ${stdout}${stderr}`))
      }
    )
  })

describe('lint refuses', () => {
  test.each(REFUSED.map(([path, text, rule]) => ({ path, rule, line: text.split('\n')[0] })))(
    '$path: $line',
    ({ path, rule }) => {
      expect(found).toContain(`${path} ${rule}`)
    }
  )
})

describe('lint accepts', () => {
  test.each(ALLOWED.map(([path, text]) => ({ path, line: text.split('\n')[0] })))('$path: $line', ({ path }) => {
    expect(
      found.filter(each => each.startsWith(`${path} `) && (each.includes('restricted') || each.includes('env')))
    ).toEqual([])
  })
})
