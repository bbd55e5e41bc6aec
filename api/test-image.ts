/** A migrated embedded database, made once for all tests: a fresh one takes seconds, a copy a part of one. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, openAsBlob, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from './platform/database.ts'
import { createLog } from './platform/log.ts'
import { migrate } from './platform/migrate.ts'
import { openQueue } from './platform/queue.ts'

const ROOT = join(import.meta.dirname, '..')

/** Of what it is made from, so that a change of a migration or of the engine never meets an older copy. */
export function hashOfImage(): string {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')))
  const folder = join(ROOT, 'api/migrations')
  for (const name of readdirSync(folder).toSorted()) hash.update(name).update(readFileSync(join(folder, name)))
  return hash.digest('hex').slice(0, 16)
}

const pathOfImage = (): string => join(ROOT, 'build', `test-image-${hashOfImage()}.tar`)

/** The file of the image, when it has been made. */
export function findTestImage(): string | undefined {
  const path = pathOfImage()
  return existsSync(path) ? path : undefined
}

export async function openTestImage(): Promise<Blob | undefined> {
  const path = findTestImage()
  return path === undefined ? undefined : openAsBlob(path)
}

export async function makeTestImage(): Promise<void> {
  if (findTestImage()) return
  await using db = await openDatabase({ schema: 'public' })
  if (db.engine.kind !== 'pglite') return
  await migrate(db)
  const queue = await openQueue({ db, log: createLog('silent'), definitions: [] })
  await queue[Symbol.asyncDispose]()
  const image = await db.engine.pglite.dumpDataDir('none')
  const path = pathOfImage()
  mkdirSync(join(ROOT, 'build'), { recursive: true })
  // Written beside and moved, so that nobody reads a half.
  writeFileSync(`${path}.${process.pid}`, new Uint8Array(await image.arrayBuffer()))
  renameSync(`${path}.${process.pid}`, path)
}
