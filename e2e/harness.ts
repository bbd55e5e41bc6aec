/** A small sandbox for tests: one demo company with a dozen people and its newcomer, on free ports, gone afterwards. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTestDatabase } from '../api/test-database.ts'
import { findTestImage } from '../api/test-image.ts'
import { generateCompanies } from '../sandbox/companies/generate.ts'
import { quiet } from '../sandbox/quiet.ts'
import { openSandbox, type Sandbox, type SandboxOptions } from '../sandbox/sandbox.ts'
import { addCompany } from '../sandbox/seed.ts'

/** A Friday, so that the launch on Monday lies ahead. */
export const START = new Date('2026-11-20T15:00:00Z')
export const LAUNCH = '2026-11-23'
const BEFORE_LAUNCH = 12

/** Opens an empty sandbox; `extra` overrides its configuration. */
export async function openTestSandbox(extra: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const folder = extra.folder ?? mkdtempSync(join(tmpdir(), 'ci-e2e-'))
  const url = process.env['TEST_DATABASE_URL']
  if (!url && !extra.folder) copyTestImage(folder)
  // What is given a folder is opened again on what it left there.
  const own = url && !extra.folder ? await openTestDatabase(url) : undefined
  const there = own ? { DATABASE_URL: own.url } : url ? { DATABASE_URL: url, DATABASE_SCHEMA: schemaOf(folder) } : {}
  const env = { LOG_LEVEL: 'error', TICK_MS: '200', DATABASE_POOL: '5', ...there, ...extra.env }
  const box = await openSandbox({ folder, port: extra.port ?? (await freePorts()), ...extra, env })
  return {
    ...box,
    [Symbol.asyncDispose]: async () => {
      await box[Symbol.asyncDispose]()
      if (extra.folder) return
      rmSync(folder, { recursive: true, force: true })
      await own?.[Symbol.asyncDispose]()
    }
  }
}

/** The product finds its tables made. */
function copyTestImage(folder: string): void {
  const image = findTestImage()
  if (!image) return
  const database = join(folder, 'database')
  mkdirSync(database)
  execFileSync('tar', ['-xf', image, '-C', database], { stdio: 'ignore' })
}

/** The first demo company, small, launched next Monday, everything settled. @param admins keys of people who are admins besides. */
export async function openWalk(extra: Partial<SandboxOptions> = {}, admins: readonly string[] = []): Promise<Sandbox> {
  const box = await openTestSandbox({
    limits: false,
    ...extra,
    env: { THINKIFIC_CALLS_PER_MINUTE: '6000', ...extra.env }
  })
  box.clock.set(START)
  const [company] = generateCompanies()
  if (!company) throw new Error('there is no demo company')
  const people = company.people
    .slice(0, BEFORE_LAUNCH)
    .map(person =>
      admins.includes(person.key) ? { ...person, groups: [...person.groups, company.adminGroup] } : person
    )
  await addCompany(box.world, { ...company, people }, LAUNCH)
  await quiet(box)
  box.world.teams.setLimits(true)
  return box
}

const schemaOf = (folder: string): string =>
  `e2e_${folder
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/gu, '')
    .slice(-20)}`

/** Seven neighboring ports that are free now, below those that the system gives to connections of its own. */
export async function freePorts(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const base = 11_000 + 7 * Math.floor(Math.random() * 3000)
    const free = await Promise.all([0, 1, 2, 3, 4, 5, 6].map(offset => isFree(base + offset)))
    if (free.every(Boolean)) return base
  }
  throw new Error('no seven neighboring ports are free')
}

const isFree = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })

export async function eventually<T>(look: () => Promise<T | undefined>, what: string, timeoutMs = 60_000): Promise<T> {
  const until = performance.now() + timeoutMs
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (performance.now() > until) throw new Error(`waited in vain for ${what}`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}
