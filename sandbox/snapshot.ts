/** The demo's history as it ships: a database image and the stand-ins' journals, without any key or secret. */
import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import { createVault } from '../api/platform/crypto.ts'
import { openClock } from './clock.ts'
import { generateCompanies } from './companies/generate.ts'
import { openSecrets } from './env.ts'
import { ROOT } from './hash.ts'
import { SEED } from './history.ts'
import { proveTenants } from './prove.ts'
import { rekey } from './rekey.ts'
import type { Sandbox } from './sandbox.ts'
import { companiesOf, configureCompany, seedSite } from './seed.ts'

const HOME = fileURLToPath(new URL('snapshot/', import.meta.url))

/** Seals the shipped history only. Public on purpose: what it seals is invented, and every start replaces it. */
export const SHIPPED_KEY = Buffer.alloc(32, 'ConsciousInsights demo history ').toString('base64url')

/** What a snapshot was made of. One of fewer migrations is brought forward at its first start, as any database. */
export type Origin = {
  /** Hash of the invented people. */
  readonly people: string
  /** Hash of each migration by its name. */
  readonly migrations: Readonly<Record<string, string>>
}

export const currentOrigin = (): Origin => ({
  people: hashOfText(JSON.stringify(generateCompanies(SEED))),
  migrations: Object.fromEntries(
    readdirSync(MIGRATIONS)
      .filter(name => name.endsWith('.sql'))
      .toSorted()
      .map(name => [name, hashOfText(readFileSync(join(MIGRATIONS, name), 'utf8'))])
  )
})

const MIGRATIONS = join(ROOT, 'api/migrations')
const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** Of the snapshot that ships. */
export const shippedOrigin = (): Origin | undefined =>
  existsSync(join(HOME, 'origin.json'))
    ? (JSON.parse(readFileSync(join(HOME, 'origin.json'), 'utf8')) as Origin)
    : undefined

/** The same people, and no migration that is other than it was. */
export const fits = (shipped: Origin | undefined, current: Origin): boolean =>
  shipped !== undefined &&
  shipped.people === current.people &&
  Object.entries(shipped.migrations).every(([name, hash]) => current.migrations[name] === hash)

/** Collections of a stand-in that hold keys, secrets or sessions: made anew at each first start. */
const LEFT_OUT = /key|secret|code|session|token|^apps$|^bots$|outbox|pending|nonce/iu

/** Marks a data folder whose companies still need this machine's keys. */
const RESTORED = 'restored'

/** Gives the restored companies their keys, and what CI keeps of Teams the address at which it answers here. */
export async function finishRestore(box: Sandbox, folder: string): Promise<void> {
  if (!existsSync(join(folder, RESTORED))) return
  await moveTeams(box)
  for (const { company, launchDate } of companiesOf(box.world).values()) {
    seedSite(box.world, company)
    await configureCompany(box.world, company.key, launchDate)
  }
  await proveTenants(box)
  rmSync(join(folder, RESTORED))
}

const moveTeams = ({ product, world }: Sandbox): Promise<void> =>
  product.deps.db.owner(async trx => {
    for (const table of ['conversation_references', 'hr_channels'])
      await sql`update ${sql.table(table)} set service_url = regexp_replace(service_url, '^https?://[^/]+', ${new URL(world.addresses.teams).origin})`.execute(
        trx
      )
  })

type Change = readonly [collection: string, key: string, value?: unknown]

/** @returns false when no snapshot fits this version. */
export async function restoreSnapshot(folder: string): Promise<boolean> {
  if (!fits(shippedOrigin(), currentOrigin())) return false
  const image = new Blob([new Uint8Array(readFileSync(join(HOME, 'database.tar.gz')))])
  const pglite = await PGlite.create({ dataDir: join(folder, 'database'), loadDataDir: image })
  await rekey(pglite, createVault(SHIPPED_KEY), createVault(openSecrets(folder).masterKey))
  await pglite.close()
  const journals = JSON.parse(gunzipSync(readFileSync(join(HOME, 'standins.json.gz'))).toString('utf8')) as Record<
    string,
    readonly Change[]
  >
  mkdirSync(join(folder, 'standins'), { recursive: true })
  for (const [name, changes] of Object.entries(journals))
    writeFileSync(join(folder, 'standins', name), changes.map(change => `${JSON.stringify(change)}\n`).join(''))
  const { today } = JSON.parse(readFileSync(join(HOME, 'today.json'), 'utf8')) as { readonly today: string }
  openClock(join(folder, 'clock.json')).set(new Date(today))
  writeFileSync(join(folder, RESTORED), '')
  return true
}

/** @param folder data folder of a stopped sandbox whose master key was `SHIPPED_KEY`. */
export async function writeSnapshot(folder: string, today: Date): Promise<void> {
  mkdirSync(HOME, { recursive: true })
  const pglite = await PGlite.create({ dataDir: join(folder, 'database') })
  for (const table of [
    'oidc_payloads',
    'oidc_keys',
    'oidc_clients',
    'organization_secrets',
    'inbound',
    'sign_in_attempts',
    'paces'
  ])
    await pglite.exec(
      `do $$ begin if to_regclass('${table}') is not null then execute 'truncate ${table}'; end if; end $$`
    )
  await pglite.exec("delete from public_jobs.job where state in ('completed', 'cancelled', 'failed')")
  await pglite.exec('vacuum full')
  await dropPastLog(pglite)
  const image = await pglite.dumpDataDir('gzip')
  writeFileSync(join(HOME, 'database.tar.gz'), new Uint8Array(await image.arrayBuffer()))
  await pglite.close()
  const journals = Object.fromEntries(
    readdirSync(join(folder, 'standins')).map(name => [
      name,
      compact(readFileSync(join(folder, 'standins', name), 'utf8'))
    ])
  )
  writeFileSync(join(HOME, 'standins.json.gz'), gzipSync(JSON.stringify(journals), { level: 9 }))
  writeFileSync(join(HOME, 'today.json'), `${JSON.stringify({ today: today.toISOString() })}\n`)
  writeFileSync(join(HOME, 'origin.json'), `${JSON.stringify(currentOrigin(), undefined, 2)}\n`)
}

/** Written segments of the log are large, and hold rows that were deleted since, spent keys among them. */
async function dropPastLog(pglite: PGlite): Promise<void> {
  await pglite.exec('set wal_recycle = off')
  // As many as may have been recycled before: each switch leaves one more behind for the checkpoint to remove.
  for (let segment = 0; segment < RECYCLED_SEGMENTS; segment++) {
    await pglite.query('select pg_switch_wal()')
    await pglite.exec('checkpoint')
  }
}

const RECYCLED_SEGMENTS = 8

/** Only the last change of each key, without secrets. */
function compact(journal: string): readonly Change[] {
  const last = new Map<string, Change>()
  for (const line of journal.split('\n').filter(Boolean)) {
    const change = JSON.parse(line) as Change
    const [collection, key, value] = change
    if (!LEFT_OUT.test(collection)) last.set(`${collection}\n${key}`, [collection, key, withoutSecrets(value)])
  }
  // A change without a value is a deletion.
  return [...last.values()].filter(([, , value]) => value !== undefined)
}

const withoutSecrets = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([name]) => !/^(?:apiKey|clientSecret|secret|oidc)$/u.test(name)))
    : value
