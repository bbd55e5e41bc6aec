/** Breaking the glass: one of staff asks with a reason, another agrees, for an hour at most, and the person sees every step. */
import { record, writeReceipt } from '../audit/audit.ts'
import { deliver } from '../channels/channels.ts'
import { threadOf } from '../coach/coach.ts'
import type { AccessView } from '../contract/access-log.ts'
import type { Turn } from '../contract/coach.ts'
import { REGISTER } from '../contract/register.ts'
import { getPerson } from '../directory/directory.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { PersonKey } from '../platform/personal-data.ts'
import { HOUR, MINUTE } from '../platform/time.ts'
import { localeOfPerson } from './reader.ts'
import * as store from './store-access.ts'
import { languageOf, privacyWords } from './words.ts'

const { waitsHours, turns: TURNS } = REGISTER.staffReading
/** A request that nobody answers ends by itself. */
const WAITS_MS = waitsHours * HOUR

/** Pure. */
export function stateOf(row: store.AccessRow, now: Date): AccessView['state'] {
  if (row.ended_at) return 'ended'
  if (!row.expires_at) return now.getTime() - row.asked_at.getTime() > WAITS_MS ? 'over' : 'asked'
  return row.expires_at > now ? 'open' : 'over'
}

const toView = (row: store.AccessRow, reads: readonly store.ReadRow[], now: Date): AccessView => ({
  accessId: row.id,
  state: stateOf(row, now),
  reason: row.reason,
  ticket: row.ticket,
  minutes: row.minutes,
  askedAt: row.asked_at.toISOString(),
  approvedAt: row.approved_at?.toISOString() ?? null,
  expiresAt: row.expires_at?.toISOString() ?? null,
  endedAt: row.ended_at?.toISOString() ?? null,
  reads: reads.flatMap(read =>
    read.break_glass_id === row.id ? [{ at: read.at.toISOString(), messages: read.messages }] : []
  )
})

export const accessLogOf = (deps: Deps, { organizationId, personId }: PersonKey) =>
  deps.db.for(organizationId)(async trx => {
    const key = { organizationId, personId }
    const reads = await store.listReads(trx, key)
    const accesses = (await store.listAccesses(trx, key)).map(row => toView(row, reads, deps.realNow()))
    return { readAt: reads[0]?.at.toISOString() ?? null, accesses }
  })

type Asked = PersonKey & {
  readonly by: string
  readonly reason: string
  readonly ticket: string
  readonly minutes: number
}

/** @throws ProblemError `not_found` for somebody who is not there. */
export async function askAccess(deps: Deps, { by, reason, ticket, minutes, ...key }: Asked): Promise<AccessView> {
  const { organizationId, personId } = key
  if (!(await getPerson(deps, organizationId, personId))) throw new ProblemError('not_found', 'Nobody has this id')
  const row: store.AccessRow = {
    organization_id: organizationId,
    id: deps.newId('access'),
    person_id: personId,
    asked_by: by,
    approved_by: null,
    reason,
    ticket,
    minutes,
    asked_at: deps.realNow(),
    approved_at: null,
    expires_at: null,
    ended_at: null
  }
  await deps.db.for(organizationId)(async trx => {
    await store.insertAccess(trx, row)
    await noted(deps, trx, row, { action: 'break_glass.asked', by })
  })
  return toView(row, [], deps.realNow())
}

type One = { readonly organizationId: string; readonly accessId: string }

/** By a second one. @throws ProblemError `forbidden` for who asked, `conflict` for what is not waiting any more. */
export async function approve(deps: Deps, { by, ...one }: One & { readonly by: string }): Promise<AccessView> {
  const language = languageOf(await localeOfAccess(deps, one))
  return deps.db.for(one.organizationId)(async trx => {
    const row = await found(trx, one)
    if (row.asked_by === by)
      throw new ProblemError('forbidden', 'Somebody else has to agree to what you asked for', {
        reason: 'own_approval'
      })
    const now = deps.realNow()
    if (stateOf(row, now) !== 'asked') throw new ProblemError('conflict', 'This request is not waiting any more')
    const change = {
      approved_by: by,
      approved_at: now,
      expires_at: new Date(now.getTime() + row.minutes * MINUTE)
    }
    await store.changeAccess(trx, one, change)
    await noted(deps, trx, row, { action: 'break_glass.approved', by })
    const key = { organizationId: row.organization_id, personId: row.person_id }
    const title = privacyWords(language).accessOpened
    const detail = { accessId: row.id, ticket: row.ticket, minutes: row.minutes }
    await writeReceipt(trx, deps, { ...key, kind: 'access.opened', title, detail })
    await deliver(deps, trx, { ...key, intent: { kind: 'notice', words: 'accessOpened' }, key: `access:${row.id}` })
    return toView({ ...row, ...change }, [], now)
  })
}

/** Ending what is over changes nothing. @param personId only of this person. */
export const end = (
  deps: Deps,
  { by, personId, ...one }: One & { readonly by: string; readonly personId?: string }
): Promise<AccessView> =>
  deps.db.for(one.organizationId)(async trx => {
    const row = await found(trx, one, personId)
    const now = deps.realNow()
    const reads = await store.listReads(trx, { organizationId: row.organization_id, personId: row.person_id })
    const state = stateOf(row, now)
    if (state !== 'asked' && state !== 'open') return toView(row, reads, now)
    await store.changeAccess(trx, one, { ended_at: now })
    await noted(deps, trx, row, { action: 'break_glass.ended', by })
    return toView({ ...row, ended_at: now }, reads, now)
  })

/** What is told is recorded first: no reading without its line. @throws ProblemError `forbidden` unless open for the caller. */
export async function readBehindGlass(
  deps: Deps,
  { by, ...one }: One & { readonly by: string }
): Promise<readonly Turn[]> {
  const key = await openFor(deps, { by, ...one })
  const turns = await threadOf(deps, key, TURNS)
  await deps.db.for(one.organizationId)(async trx => {
    const row = await found(trx, one)
    refuseUnlessOpen(row, { by, now: deps.realNow() })
    await store.insertRead(trx, {
      organization_id: row.organization_id,
      id: deps.newId('access'),
      break_glass_id: row.id,
      person_id: row.person_id,
      read_by: by,
      messages: turns.length,
      at: deps.realNow()
    })
    await noted(deps, trx, row, { action: 'break_glass.read', by, messages: turns.length })
  })
  return turns
}

const openFor = (deps: Deps, { by, ...one }: One & { readonly by: string }): Promise<PersonKey> =>
  deps.db.for(one.organizationId)(async trx => {
    const row = await found(trx, one)
    refuseUnlessOpen(row, { by, now: deps.realNow() })
    return { organizationId: row.organization_id, personId: row.person_id }
  })

function refuseUnlessOpen(row: store.AccessRow, { by, now }: { readonly by: string; readonly now: Date }): void {
  if (row.asked_by !== by || stateOf(row, now) !== 'open')
    throw new ProblemError('forbidden', 'This conversation is not open to you. Ask for access, and have it approved', {
      reason: 'not_open'
    })
}

async function found(trx: Trx, one: One, personId?: string): Promise<store.AccessRow> {
  const row = await store.lockAccess(trx, one)
  if (!row || (personId !== undefined && row.person_id !== personId))
    throw new ProblemError('not_found', 'There is no such request')
  return row
}

const localeOfAccess = async (deps: Deps, one: One): Promise<string> => {
  const row = await deps.db.for(one.organizationId)(trx => found(trx, one))
  return localeOfPerson(deps, { organizationId: row.organization_id, personId: row.person_id })
}

type Noted = {
  readonly action: `break_glass.${'asked' | 'approved' | 'ended' | 'read'}`
  readonly by: string
  readonly messages?: number
}

const noted = (deps: Deps, trx: Trx, row: store.AccessRow, { action, by, messages }: Noted): Promise<void> =>
  record(trx, deps, {
    organizationId: row.organization_id,
    personId: row.person_id,
    action,
    actor: by,
    detail: { accessId: row.id, ticket: row.ticket, ...(messages === undefined ? {} : { messages }) }
  })
