/** What a table of refusals shares: nothing is leaked, nothing is changed. */
import { sql } from 'kysely'
import type { SignInWorld } from './test-world.ts'

/** Stacks, statements, paths, keys and what we call things inside. */
const INSIDE =
  /\bat \w+ \(|node_modules|\/api\/\w+\/|select .+ from|insert into|relation "|kysely|postgres|-----BEGIN|PRIVATE KEY|stack"/iu

const TABLES = ['people', 'person_identities', 'audit_events', 'revocations', 'receipts'] as const

/** How many rows each table has that a refusal must not touch, over all companies. */
export async function countRows({ deps }: SignInWorld): Promise<string> {
  const counts = await deps.db.owner(async trx => {
    const found: string[] = []
    for (const table of TABLES) {
      const { rows } = await sql<{ count: string }>`select count(*) as count from ${sql.table(table)}`.execute(trx)
      found.push(`${table} ${rows[0]?.count}`)
    }
    return found
  })
  return counts.join(', ')
}

export type Refusal = {
  readonly status: number
  /** The problem's code, or the error of OAuth, in the body or on the way back. */
  readonly code: string
  readonly leaked: readonly string[]
  readonly rows: string
}

/** @param secret what was sent and must not come back. */
export async function refusalOf(world: SignInWorld, answer: Response, secret = ''): Promise<Refusal> {
  const text = await answer.text()
  const at = answer.headers.get('location') ?? ''
  // An answer for the address' fragment comes back there.
  const back = at ? new URL(at.replace('#', '?'), world.url).searchParams.get('error') : null
  const seen = `${at} ${text}`
  const echoed = secret.length > 20 && seen.includes(secret.slice(0, 200)) ? ['what was sent'] : []
  const leaked = [...(INSIDE.exec(seen) ?? []), ...echoed]
  return { status: answer.status, code: back ?? codeIn(text), leaked, rows: await countRows(world) }
}

function codeIn(text: string): string {
  try {
    const { code, error } = JSON.parse(text) as { readonly code?: unknown; readonly error?: unknown }
    return String(code ?? error ?? '')
  } catch {
    return ''
  }
}
