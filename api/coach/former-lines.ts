/** The file of a former chatbot, JSON lines in UTF-8: what each line says, and what is wrong with it. Pure; docs/chatbot.md has the format. */
import { z } from 'zod'

export type FileProblem = 'empty_file' | 'not_utf8' | 'one_document' | 'too_many_lines'

/** The file as a whole cannot be read. `line` from 1, where that is known. */
export class FormerFileError extends Error {
  override readonly name = 'FormerFileError'
  readonly code: FileProblem
  readonly line: number | undefined
  constructor(code: FileProblem, options: { readonly line?: number; readonly cause?: unknown } = {}) {
    super(code, { cause: options.cause })
    this.code = code
    this.line = options.line
  }
}

const MOST_LINES = 50_000
/** Of a text, in characters. */
export const MOST_TEXT = 8000
/** Of a line, in characters: a longest text with each character escaped, and what is around it. */
const MOST_LINE = 64 * 1024

/** @throws FormerFileError. */
export function linesOf(file: Uint8Array): readonly string[] {
  const text = decoded(file)
  // UTF-16 without a mark is UTF-8 as well, with nothing between its letters.
  if (text.includes('\0')) throw new FormerFileError('not_utf8')
  const lines = text.split('\n')
  const filled = lines.filter(line => line.trim() !== '').length
  if (filled === 0) throw new FormerFileError('empty_file')
  if (filled > MOST_LINES) throw new FormerFileError('too_many_lines')
  if (lines[0]?.trimStart().startsWith('[')) throw new FormerFileError('one_document', { line: 1 })
  return lines
}

function decoded(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch (cause) {
    throw new FormerFileError('not_utf8', { line: firstBrokenLine(file), cause })
  }
}

function firstBrokenLine(file: Uint8Array): number {
  // Each byte that cannot be read becomes one mark, and a mark that was there is read as one.
  const [before = ''] = new TextDecoder('utf-8').decode(file).split('\u{FFFD}')
  return before.split('\n').length
}

export type LineProblem =
  | 'line_too_long'
  | 'not_json'
  | 'unknown_type'
  | 'unknown_field'
  | 'missing'
  | 'bad_account'
  | 'bad_conversation'
  | 'bad_date'
  | 'future'
  | 'unknown_role'
  | 'empty_text'
  | 'text_too_long'
  | 'bad_text'
  | 'bad_field'
  /** A conversation is one person's. */
  | 'two_accounts'
  | 'repeated'
  | 'out_of_order'
  | 'unknown'
  | 'not_linked'
  | 'left'

export type Finding = {
  readonly line: number
  readonly problem: LineProblem
  /** A field that the format has. */
  readonly field?: string
  readonly account?: string
}

const NOTES: ReadonlySet<LineProblem> = new Set(['repeated', 'out_of_order', 'unknown', 'not_linked', 'left'])

export const isError = ({ problem }: Finding): boolean => !NOTES.has(problem)

/** Thinkific numbers its users. */
const userId = z
  .union([z.string(), z.int()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,20}$/u))
const moment = z.iso.datetime({ offset: true }).transform(text => new Date(text))
const wellFormed = z.string().refine(value => value.isWellFormed() && !value.includes('\0'))

const lineSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('account'),
    thinkificUserId: userId,
    /** Both for whoever reads the file: they join nobody and are not kept. */
    name: z.string().max(500).optional(),
    email: z.string().max(500).optional()
  }),
  z.strictObject({
    type: z.literal('message'),
    conversationId: z.string().trim().min(1).max(200),
    thinkificUserId: userId,
    role: z.enum(['person', 'coach']),
    at: moment,
    text: wellFormed.refine(value => value.trim() !== '').refine(value => value.length <= MOST_TEXT)
  })
])

type LineSaid = z.output<typeof lineSchema>
type At = { readonly line: number }
export type Account = Extract<LineSaid, { readonly type: 'account' }> & At
export type Message = Extract<LineSaid, { readonly type: 'message' }> & At

export type ReadLines = {
  readonly lines: number
  readonly said: readonly (Account | Message)[]
  readonly findings: readonly Finding[]
}

/** Repeated lines count once. */
export function readLines(lines: readonly string[], now: Date): ReadLines {
  const read = lines.flatMap((each, index) => (each.trim() === '' ? [] : [readLine(each, index + 1)]))
  const good = read.flatMap(one => ('said' in one ? [one.said] : []))
  const { once, repeated } = apart(good)
  const wrong = read.flatMap(one => ('finding' in one ? [one.finding] : []))
  const messages = once.filter(one => one.type === 'message')
  const findings = [...wrong, ...repeated, ...inFuture(messages, now), ...inConversations(messages)]
  return { lines: read.length, said: once, findings: findings.toSorted((a, b) => a.line - b.line) }
}

function readLine(source: string, line: number): { readonly said: Account | Message } | { readonly finding: Finding } {
  if (source.length > MOST_LINE) return { finding: { line, problem: 'line_too_long' } }
  const value = parsed(source)
  if (value === undefined) return { finding: { line, problem: 'not_json' } }
  const answer = lineSchema.safeParse(value)
  if (answer.success) return { said: { ...answer.data, line } }
  return { finding: { line, ...problemOf(answer.error.issues[0], value) } }
}

function parsed(source: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(source)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}

const OF_FIELD: Readonly<Record<string, LineProblem>> = {
  thinkificUserId: 'bad_account',
  conversationId: 'bad_conversation',
  at: 'bad_date',
  role: 'unknown_role'
}

/** Only the format's own names are said: whatever else stands in a line may be somebody's words. */
function problemOf(
  issue: z.core.$ZodIssue | undefined,
  value: Readonly<Record<string, unknown>>
): Pick<Finding, 'problem' | 'field'> {
  const field = String(issue?.path[0] ?? '')
  if (issue?.code === 'unrecognized_keys') return { problem: 'unknown_field' }
  if (field === '' || field === 'type') return { problem: 'unknown_type', field: 'type' }
  if (value[field] === undefined) return { problem: 'missing', field }
  if (field === 'text') return { problem: problemOfText(value[field]), field }
  return { problem: OF_FIELD[field] ?? 'bad_field', field }
}

function problemOfText(value: unknown): LineProblem {
  if (typeof value !== 'string') return 'bad_text'
  if (value.trim() === '') return 'empty_text'
  return value.length > MOST_TEXT ? 'text_too_long' : 'bad_text'
}

function apart(said: readonly (Account | Message)[]) {
  const known = new Set<string>()
  const once: (Account | Message)[] = []
  const repeated: Finding[] = []
  for (const one of said) {
    const key = one.type === 'account' ? one.thinkificUserId : sameText(one)
    if (known.has(key)) repeated.push({ line: one.line, problem: 'repeated' })
    else once.push(one)
    known.add(key)
  }
  return { once, repeated }
}

/** What makes two messages one. */
export const sameText = ({ conversationId, role, at, text: said }: Message): string =>
  JSON.stringify([conversationId, role, at.toISOString(), said])

const inFuture = (messages: readonly Message[], now: Date): readonly Finding[] =>
  messages.filter(({ at }) => at > now).map(({ line }) => ({ line, problem: 'future', field: 'at' }))

function inConversations(messages: readonly Message[]): readonly Finding[] {
  return [...Map.groupBy(messages, ({ conversationId }) => conversationId).values()].flatMap(conversation => {
    const [first] = conversation
    const other = conversation.find(({ thinkificUserId }) => thinkificUserId !== first?.thinkificUserId)
    const early = conversation.find(({ at }, place) => at < (conversation[place - 1]?.at ?? at))
    return [
      ...(other ? [{ line: other.line, problem: 'two_accounts' as const, field: 'thinkificUserId' }] : []),
      ...(early ? [{ line: early.line, problem: 'out_of_order' as const, field: 'at' }] : [])
    ]
  })
}
