/** The journal of erasures: a file outside of the database, one line each, ids and times only. */
import { open, readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Deps } from '../platform/deps.ts'
import { findErasure } from './store.ts'

const erased = { erasureId: z.string(), organizationId: z.string(), at: z.iso.datetime() }
const personSchema = z.object({ ...erased, personId: z.string() })
/** A whole company that left. */
const companySchema = z.object({ ...erased, company: z.literal(true) })
const lineSchema = z.union([personSchema, companySchema])
export type CompanyLine = z.output<typeof companySchema>
type JournalLine = z.output<typeof lineSchema>

export const isOfCompany = (line: JournalLine): line is CompanyLine => 'company' in line

/** Writing it again adds the same line again, which replays to nothing. */
export async function writeDown(
  deps: Deps,
  { organizationId, erasureId }: { readonly organizationId: string; readonly erasureId: string }
): Promise<void> {
  const { ERASURE_JOURNAL: path } = deps.config
  const row = await deps.db.for(organizationId)(trx => findErasure(trx, organizationId, erasureId))
  if (!path || !row) return
  await appendLine(path, { erasureId, organizationId, personId: row.person_id, at: row.at.toISOString() })
}

/** On the disk when it resolves. */
export async function appendLine(path: string, line: JournalLine): Promise<void> {
  await using file = await open(path, 'a', 0o600)
  await file.write(`${JSON.stringify(line)}\n`)
  await file.datasync()
}

/** A line that a crash cut short is left out: its job writes it again. */
export async function readJournal(path: string): Promise<readonly JournalLine[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter(Boolean)
  return lines.flatMap(line => {
    const parsed = lineSchema.safeParse(readJson(line))
    return parsed.success ? [parsed.data] : []
  })
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
