/** The journal of erasures: a file outside of the database, one line each, ids and times only. */
import { open, readFile, type FileHandle } from 'node:fs/promises'
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

/** On the disk, whole, when it resolves. @throws JournalError, and as the file system does. */
export async function appendLine(path: string, line: JournalLine): Promise<void> {
  await using file = await open(path, 'a', 0o600)
  // What was cut before ends here: it spoils no line but itself.
  await appendWhole(file, Buffer.from(`\n${JSON.stringify(line)}\n`))
  await file.datasync()
}

/** Its end is never written alone: another process may have written in between. */
async function appendWhole(file: FileHandle, record: Buffer): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    const { bytesWritten } = await file.write(record)
    if (bytesWritten === record.length) return
  }
  throw new JournalError()
}

export class JournalError extends Error {
  override readonly name = 'JournalError'
  readonly code = 'journal_cut'
  constructor() {
    super('the journal of erasures takes no whole line, see whether its disk is full')
  }
}

export type Journal = {
  readonly lines: readonly JournalLine[]
  /** What a full disk or a crash left of lines that were never written whole: whom they name may be missing. */
  readonly cut: readonly string[]
}

/** Cut before its erasure's id was whole, it may be anybody's. */
const HAS_ID = /^\{"erasureId":"[^"]+"/u

/** A line holds one brace that opens: a new one begins there also where the one before was cut. */
export async function readJournal(path: string): Promise<Journal> {
  const records = (await readFile(path, 'utf8')).split(/\n|(?=\{)/u).filter(Boolean)
  const read = records.map(text => ({ text, ...lineSchema.safeParse(readJson(text)) }))
  const isReplaced = (cut: string, at: number): boolean =>
    HAS_ID.test(cut) && read.slice(at + 1).some(({ success, text }) => success && text.startsWith(cut))
  return {
    lines: read.flatMap(({ data }) => (data ? [data] : [])),
    cut: records.filter((text, at) => !read[at]?.success && !isReplaced(text, at))
  }
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
