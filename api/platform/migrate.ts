/** Forward-only SQL files, each applied once in one transaction under a lock, so that two processes may start together. */
import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Database } from './database.ts'

const FOLDER = new URL('../migrations/', import.meta.url)
const LOCK = 7_205_759

/** @returns the names applied now. */
export async function migrate(db: Database): Promise<readonly string[]> {
  const names = (await readdir(FOLDER)).filter(name => name.endsWith('.sql')).toSorted()
  const files = await Promise.all(
    names.map(async name => ({ name, text: await readFile(new URL(name, FOLDER), 'utf8') }))
  )
  return db.owner(async trx => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx)
    await sql`create schema if not exists ${sql.id(db.schema)}`.execute(trx)
    await sql`create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())`.execute(
      trx
    )
    const done = await sql<{ name: string }>`select name from migrations`.execute(trx)
    const known = new Set(done.rows.map(row => row.name))
    const pending = files.filter(file => !known.has(file.name))
    for (const file of pending) {
      for (const statement of statements(file.text)) await sql.raw(statement).execute(trx)
      await sql`insert into migrations (name) values (${file.name})`.execute(trx)
    }
    return pending.map(file => file.name)
  })
}

/** Statements end with `;` at a line's end; a body between `$$` stays whole. PGlite's protocol takes one at a time. */
function statements(text: string): string[] {
  const found: string[] = []
  let current = ''
  let inBody = false
  for (const line of text.split('\n')) {
    if (line.startsWith('--')) continue
    current += `${line}\n`
    if ((line.match(/\$\$/gu)?.length ?? 0) % 2 === 1) inBody = !inBody
    if (!inBody && line.trimEnd().endsWith(';')) {
      found.push(current)
      current = ''
    }
  }
  return current.trim() ? [...found, current] : found
}
