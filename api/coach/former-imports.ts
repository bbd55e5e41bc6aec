/** Moving in from the company's former chatbot: the upload, what it would do, and the admin's decision; `former-work.ts` carries it out. */
import { createHash } from 'node:crypto'
import { record } from '../audit/audit.ts'
import { getPeopleWithin } from '../directory/directory.ts'
import { whoseAccounts } from '../enrollment/enrollment.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { DAY } from '../platform/time.ts'
import { isError, linesOf, readLines, type Account, type Finding, type Message } from './former-lines.ts'
import { formerJob } from './job-definitions.ts'
import * as store from './store-former.ts'

export const UNDECIDED_MS = 30 * DAY

export type Key = { readonly organizationId: string; readonly importId: string }
type Acting = Key & { readonly actor: string }
type Upload = {
  readonly organizationId: string
  readonly actor: string
  readonly name: string
  readonly file: Uint8Array
}

/** What nobody decided within a month is cancelled, and its lines are gone. */
export const cancelOldImports = (deps: Deps, organizationId: string): Promise<void> =>
  deps.db.for(organizationId)(trx =>
    store.cancelImportsBefore(trx, organizationId, new Date(deps.now().getTime() - UNDECIDED_MS), deps.now())
  )

/** Keeps the lines, sealed. @returns the import's id. @throws FormerFileError. */
export async function uploadFormer(deps: Deps, { organizationId, actor, name, file }: Upload): Promise<string> {
  const lines = linesOf(file)
  const importId = deps.newId('import')
  const wrapped_key = deps.vault.newKey()
  await deps.db.for(organizationId)(async trx => {
    await store.insertImport(trx, {
      organization_id: organizationId,
      id: importId,
      file_name: name,
      state: 'open',
      author: actor,
      uploaded_at: deps.now(),
      wrapped_key,
      sealed: deps.vault.seal(wrapped_key, contextOf({ organizationId, importId }), lines.join('\n')),
      decided_at: null,
      lines: lines.filter(line => line.trim() !== '').length,
      lines_done: 0,
      people: 0,
      conversations: 0,
      messages: 0
    })
    await record(trx, deps, {
      organizationId,
      action: 'former_import.uploaded',
      actor,
      detail: { importId, file: name }
    })
  })
  return importId
}

const contextOf = ({ organizationId, importId }: Key): string => `${organizationId}/${importId}`

/** @returns undefined once the file is gone. */
export function linesKept(deps: Pick<Deps, 'vault'>, row: store.FormerImportRow): readonly string[] | undefined {
  if (!row.wrapped_key || !row.sealed) return undefined
  const context = contextOf({ organizationId: row.organization_id, importId: row.id })
  return deps.vault.open(row.wrapped_key, context, row.sealed).split('\n')
}

export type Whose =
  | { readonly kind: 'person'; readonly personId: string; readonly locale: string | undefined }
  | { readonly kind: 'unknown' | 'not_linked' | 'left' }

/** Whose each account is now. Only an account that CI linked is a person's, and only while they are active. */
export async function peopleBehind(
  deps: Deps,
  organizationId: string,
  userIds: readonly string[]
): Promise<ReadonlyMap<string, Whose>> {
  const accounts = await whoseAccounts(deps, organizationId, userIds)
  const personIds = [...accounts.values()].flatMap(whose => (whose.kind === 'person' ? [whose.personId] : []))
  const people = await deps.db.for(organizationId)(trx => getPeopleWithin(trx, organizationId, personIds))
  const byId = new Map(people.map(person => [person.personId, person]))
  return new Map([...accounts].map(([userId, whose]) => [userId, told(whose, byId)]))
}

type People = ReadonlyMap<string, { readonly state: 'active' | 'inactive'; readonly locale: string | undefined }>

function told(whose: { readonly kind: 'unknown' | 'not_linked' } | Found, people: People): Whose {
  if (whose.kind !== 'person') return whose
  const person = people.get(whose.personId)
  return person?.state === 'active'
    ? { kind: 'person', personId: whose.personId, locale: person.locale }
    : { kind: 'left' }
}
type Found = { readonly kind: 'person'; readonly personId: string }

export type Checked = {
  readonly row: store.FormerImportRow
  readonly lines: number
  readonly people: number
  readonly conversations: number
  readonly messages: number
  readonly from: Date | undefined
  readonly to: Date | undefined
  readonly leftOut: Readonly<Record<'unknown' | 'not_linked' | 'left', number>>
  readonly findings: readonly Finding[]
  readonly seen: string
}

export const decided = (): ProblemError =>
  new ProblemError('conflict', 'This import has been decided already. Load the page again')

/** @throws ProblemError `not_found`. */
async function getImport(deps: Deps, key: Key): Promise<store.FormerImportRow> {
  const row = await deps.db.for(key.organizationId)(trx => store.findImport(trx, key))
  if (!row) throw new ProblemError('not_found', 'This import does not exist. Load the page again')
  return row
}

/** Every line against the people who are there now. Changes nothing. @throws ProblemError. */
export async function checkFormer(deps: Deps, key: Key): Promise<Checked> {
  const row = await getImport(deps, key)
  const kept = linesKept(deps, row)
  if (!kept || row.state !== 'open') throw decided()
  const { lines, said, findings } = readLines(kept, deps.now())
  const whose = await peopleBehind(deps, key.organizationId, userIdsOf(said))
  const outcome = outcomeOf(said, whose)
  const all = [...findings, ...leftOutIn(said, whose)].toSorted((a, b) => a.line - b.line)
  return { row, lines, ...outcome, findings: all, seen: seenOf(whose) }
}

type Said = readonly (Account | Message)[]
type Everybody = ReadonlyMap<string, Whose>

export const userIdsOf = (said: Said): readonly string[] => [
  ...new Set(said.map(({ thinkificUserId }) => thinkificUserId))
]

function outcomeOf(said: Said, whose: Everybody) {
  const theirs = said.filter(({ thinkificUserId }) => whose.get(thinkificUserId)?.kind === 'person')
  const messages = theirs.filter(one => one.type === 'message').toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const kinds = Object.groupBy([...whose.values()], ({ kind }) => kind)
  return {
    people: userIdsOf(theirs).length,
    conversations: new Set(messages.map(({ conversationId }) => conversationId)).size,
    messages: messages.length,
    from: messages[0]?.at,
    to: messages.at(-1)?.at,
    leftOut: {
      unknown: kinds.unknown?.length ?? 0,
      not_linked: kinds.not_linked?.length ?? 0,
      left: kinds.left?.length ?? 0
    }
  }
}

/** Each account once, where it comes first. */
function leftOutIn(said: Said, whose: Everybody): readonly Finding[] {
  const first = new Map(said.toReversed().map(({ thinkificUserId, line }) => [thinkificUserId, line]))
  return [...whose].flatMap(([account, { kind }]) =>
    kind === 'person' ? [] : [{ line: first.get(account) ?? 0, problem: kind, account, field: 'thinkificUserId' }]
  )
}

/** The file itself stays as it is. */
function seenOf(whose: Everybody): string {
  const people = [...whose].map(
    ([userId, found]) => `${userId} ${found.kind === 'person' ? found.personId : found.kind}`
  )
  return createHash('sha256').update(people.toSorted().join('\n')).digest('base64url')
}

/** @throws ProblemError `conflict` while there are errors, or when it is not as it was seen. */
export async function carryOutFormer(deps: Deps, { seen, ...acting }: Acting & { readonly seen: string }) {
  const { row, people, conversations, messages, findings, ...checked } = await checkFormer(deps, acting)
  if (findings.some(isError))
    throw new ProblemError('conflict', 'Correct what is wrong in the file and upload it again. Nothing was imported')
  if (checked.seen !== seen)
    throw new ProblemError('conflict', 'People or accounts have changed since. Check the file again', {
      reason: 'changed'
    })
  await decide(deps, acting, async trx => {
    const counts = { people, conversations, messages }
    const set = { ...counts, state: 'importing', decided_at: deps.now() } as const
    if (!(await store.turnImport(trx, { ...acting, from: 'open', set }))) throw decided()
    await tell(deps, trx, acting, { action: 'former_import.imported', file: row.file_name, ...counts })
  })
}

/** @throws ProblemError `conflict` when it is not open. */
export async function cancelFormer(deps: Deps, acting: Acting): Promise<void> {
  const { file_name: file } = await getImport(deps, acting)
  await deps.db.for(acting.organizationId)(async trx => {
    const set = { state: 'cancelled', decided_at: deps.now(), wrapped_key: null, sealed: null } as const
    if (!(await store.turnImport(trx, { ...acting, from: 'open', set }))) throw decided()
    await tell(deps, trx, acting, { action: 'former_import.cancelled', file })
  })
}

/** @throws ProblemError `conflict` before it is whole, or when it is undone. */
export async function undoFormer(deps: Deps, acting: Acting): Promise<void> {
  const { file_name: file } = await getImport(deps, acting)
  await decide(deps, acting, async trx => {
    const set = { state: 'undoing', decided_at: deps.now() } as const
    if (!(await store.turnImport(trx, { ...acting, from: 'imported', set }))) throw decided()
    await tell(deps, trx, acting, { action: 'former_import.undone', file })
  })
}

const decide = (deps: Deps, { organizationId }: Key, change: (trx: Trx) => Promise<void>): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    await change(trx)
    await deps.queue.enqueue(trx, formerJob.job({ organizationId }, { key: organizationId }))
  })

type News = {
  readonly action: 'former_import.imported' | 'former_import.cancelled' | 'former_import.undone'
  readonly file: string
  readonly people?: number
  readonly conversations?: number
  readonly messages?: number
}

const tell = (deps: Deps, trx: Trx, { organizationId, importId, actor }: Acting, { action, ...detail }: News) =>
  record(trx, deps, { organizationId, action, actor, detail: { importId, ...detail } })
