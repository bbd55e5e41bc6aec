/** A sign-in with CI itself, from the page that opens it to the person who has proven who they are. */
import { getPerson, type Person } from '../directory/directory.ts'
import { isOfProvider, recentCodeOrganizations, type CodeOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { after, HOUR, MINUTE } from '../platform/time.ts'
import { accountsOf, admitAddress } from './own-people.ts'
import { mayUse } from './people.ts'
import { keepAttempt } from './store.ts'
import { changeRow, lockRow, openRow, readRow, removeRow, type OwnRow } from './store-own.ts'
import type { Language } from './words.ts'

/** As long as the interaction it belongs to. */
const OPEN_MS = HOUR
/** Between the proof and the end: a choice, a passkey. */
const PROVEN_MS = 10 * MINUTE

export type Opening = {
  readonly uid: string
  readonly language: Language
  readonly onlyOrganizationId: string | undefined
  /** What a passkey would have to sign. */
  readonly challenge: string | undefined
}

export function openOwnSignIn(deps: Deps, opening: Opening): Promise<void> {
  const at = deps.realNow()
  return deps.db.router(trx => openRow(trx, { ...opening, at, expiresAt: after(at, OPEN_MS) }))
}

const isProven = ({ proven_at: proven }: OwnRow, at: Date): boolean => proven !== null && after(proven, PROVEN_MS) > at

/** Where the proven address may go; undefined when nothing is proven, or not any more. */
export async function choicesOf(deps: Deps, uid: string): Promise<readonly CodeOrganization[] | undefined> {
  const at = deps.realNow()
  const row = await deps.db.router(trx => readRow(trx, uid, at))
  if (!row?.email || !isProven(row, at)) return undefined
  const accounts = await accountsOf(deps, row.email, row.only_organization_id ?? undefined)
  return accounts.map(({ organization }) => organization)
}

/** Chooses one of them. @returns the person, who has yet to finish; undefined when they may not, or not any more. */
export async function enter(deps: Deps, uid: string, organizationId: string): Promise<Person | undefined> {
  const at = deps.realNow()
  const row = await deps.db.router(trx => readRow(trx, uid, at))
  if (!row?.email || !isProven(row, at)) return undefined
  const accounts = await accountsOf(deps, row.email, row.only_organization_id ?? undefined)
  const account = accounts.find(({ organization }) => organization.organizationId === organizationId)
  const person = account && (await admitAddress(deps, account, row.email))
  if (!mayUse(person)) return undefined
  const who = { organization_id: organizationId, person_id: person.personId }
  await deps.db.router(trx => changeRow(trx, uid, who))
  return person
}

/** Who has entered and not finished. */
export async function enteredPerson(deps: Deps, uid: string): Promise<Person | undefined> {
  const at = deps.realNow()
  const row = await deps.db.router(trx => readRow(trx, uid, at))
  if (!row?.organization_id || !row.person_id || !isProven(row, at)) return undefined
  const person = await getPerson(deps, row.organization_id, row.person_id)
  return (await mayEnter(deps, person)) ? person : undefined
}

export type OwnFinish =
  | { readonly kind: 'signedIn'; readonly person: Person }
  | { readonly kind: 'refused' }
  /** Finished before, or too late. */
  | { readonly kind: 'over' }

/** Signs in whoever has entered, once. */
export async function finishOwnSignIn(deps: Deps, uid: string, clientId: string): Promise<OwnFinish> {
  const at = deps.realNow()
  const row = await deps.db.router(async trx => {
    const found = await lockRow(trx, uid, at)
    if (found?.person_id) await removeRow(trx, uid)
    return found
  })
  if (!row?.organization_id || !row.person_id || !isProven(row, at)) return { kind: 'over' }
  const person = await getPerson(deps, row.organization_id, row.person_id)
  const admitted = await mayEnter(deps, person)
  const ended = { uid, clientId, startedAt: row.started_at, way: 'mail_code', person, admitted } as const
  await keepOwnAttempt(deps, row.organization_id, ended)
  return person && admitted ? { kind: 'signedIn', person } : { kind: 'refused' }
}

/** May use CI now, and no provider of a company has the say. */
export async function mayEnter(deps: Deps, person: Person | undefined): Promise<boolean> {
  if (!mayUse(person)) return false
  const own = await recentCodeOrganizations(deps)
  const isOwn = own.some(({ organizationId }) => organizationId === person.organizationId)
  return isOwn && !(await isOfProvider(deps, person.email ?? ''))
}

export type OwnEnd = {
  readonly uid: string
  readonly clientId: string
  readonly startedAt: Date
  readonly way: 'mail_code' | 'passkey'
  readonly person: Person | undefined
  readonly admitted: boolean
}

export const keepOwnAttempt = (deps: Deps, organizationId: string, end: OwnEnd): Promise<boolean> =>
  deps.db.for(organizationId)(trx =>
    keepAttempt(trx, deps, {
      organizationId,
      attemptId: deps.newId('attempt'),
      uid: end.uid,
      clientId: end.clientId,
      startedAt: end.startedAt,
      outcome: end.admitted ? 'signed_in' : 'no_access',
      connectionType: end.way,
      personId: end.admitted ? end.person?.personId : undefined
    })
  )
