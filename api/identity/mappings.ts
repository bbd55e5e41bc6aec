/** A company's claim mapping: versions, the cases that hold it, and a subject that stays what it is. */
import { record } from '../audit/audit.ts'
import { ATTRIBUTES } from '../contract/claims.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { createMemo, type Memo } from '../platform/memo.ts'
import { SECOND } from '../platform/time.ts'
import { mappedIn } from './lab.ts'
import { mapClaims, type BrokeredProfile, type Candidates, type MappedClaims } from './claims.ts'
import * as store from './store-claims.ts'
import { hasSignedIn } from './store.ts'

export type Admin = { readonly organizationId: string; readonly personId: string }

export const mappingOf = (deps: Pick<Deps, 'db'>, organizationId: string): Promise<store.Mapping> =>
  deps.db.for(organizationId)(trx => store.findMapping(trx, organizationId))

const RECENT_MS = 2 * SECOND
const recent = new WeakMap<Deps['db'], Memo<store.Mapping>>()

/** As it was at most two seconds ago: each sign-in asks. */
export function recentMapping(deps: Pick<Deps, 'db'>, organizationId: string): Promise<store.Mapping> {
  const memo = recent.get(deps.db) ?? createMemo<store.Mapping>(RECENT_MS)
  recent.set(deps.db, memo)
  return memo.get(organizationId, () => mappingOf(deps, organizationId))
}

export const isSubjectFrozen = (deps: Pick<Deps, 'db'>, organizationId: string): Promise<boolean> =>
  deps.db.for(organizationId)(trx => hasSignedIn(trx, organizationId))

export type Wanted = Partial<Record<(typeof ATTRIBUTES)[number], string>>

export type ClaimCase = {
  readonly caseId: string
  readonly name: string
  readonly connectionType: string
  readonly wanted: Wanted
  readonly holds: boolean
}

const valuesOf = (claims: MappedClaims): Wanted =>
  Object.fromEntries(mappedIn(claims).map(({ attribute, value }) => [attribute, value]))

/** Who somebody is must stay exactly so; of the rest, only what the case had when it was kept. */
const EXACT: ReadonlySet<string> = new Set(['subject', 'email', 'firstName', 'lastName'])

function judge(row: store.CaseRow, candidates: Candidates): ClaimCase {
  const wanted = row.wanted as Wanted
  const now = valuesOf(mapClaims(row.claims as BrokeredProfile, candidates))
  const holds = ATTRIBUTES.every(each => (!EXACT.has(each) && !(each in wanted)) || now[each] === wanted[each])
  return { caseId: row.id, name: row.name, connectionType: row.connection_type, wanted, holds }
}

export const listCases = (deps: Pick<Deps, 'db'>, organizationId: string): Promise<readonly ClaimCase[]> =>
  deps.db.for(organizationId)(async trx => {
    const { candidates } = await store.findMapping(trx, organizationId)
    return (await store.listCases(trx, organizationId)).map(row => judge(row, candidates))
  })

export const saveCase = (
  deps: Deps,
  { organizationId, personId }: Admin,
  { name, profile }: { readonly name: string; readonly profile: BrokeredProfile }
): Promise<ClaimCase> =>
  deps.db.for(organizationId)(async trx => {
    const { candidates } = await store.findMapping(trx, organizationId)
    const row: store.CaseRow = {
      organization_id: organizationId,
      id: deps.newId('case'),
      name,
      connection_type: profile.connectionType,
      claims: profile,
      wanted: valuesOf(mapClaims(profile, candidates)),
      created_at: deps.now()
    }
    await store.insertCase(trx, row)
    const detail = { caseId: row.id }
    await record(trx, deps, { organizationId, action: 'claim_case.saved', actor: personId, detail })
    return judge(row, candidates)
  })

export const deleteCase = (deps: Deps, { organizationId, personId }: Admin, caseId: string): Promise<boolean> =>
  deps.db.for(organizationId)(async trx => {
    const deleted = await store.deleteCase(trx, organizationId, caseId)
    const detail = { caseId }
    if (deleted) await record(trx, deps, { organizationId, action: 'claim_case.deleted', actor: personId, detail })
    return deleted
  })

export type Change = { readonly from: number; readonly candidates: Candidates; readonly reason?: string | undefined }

export type Changed =
  | { readonly kind: 'saved'; readonly version: number; readonly broken: readonly string[] }
  | { readonly kind: 'casesBreak'; readonly broken: readonly string[] }
  | { readonly kind: 'subjectFrozen' | 'changedMeanwhile' }

/** Tries the new mapping on every saved case first; what breaks one needs a reason. */
export async function changeMapping(deps: Deps, admin: Admin, change: Change): Promise<Changed> {
  const changed = await deps.db.for(admin.organizationId)(trx => changeWithin(deps, trx, { ...admin, ...change }))
  recent.get(deps.db)?.forget(admin.organizationId)
  return changed
}

async function changeWithin(
  deps: Deps,
  trx: Trx,
  { organizationId, personId, from, candidates, reason }: Admin & Change
): Promise<Changed> {
  const current = await store.findMapping(trx, organizationId)
  if (current.version !== from) return { kind: 'changedMeanwhile' }
  const sameSubject = JSON.stringify(current.candidates.subject ?? []) === JSON.stringify(candidates.subject ?? [])
  if (!sameSubject && (await hasSignedIn(trx, organizationId))) return { kind: 'subjectFrozen' }
  const held = (await store.listCases(trx, organizationId)).filter(row => judge(row, current.candidates).holds)
  const broken = held.filter(row => !judge(row, candidates).holds).map(({ name }) => name)
  if (broken.length > 0 && !reason) return { kind: 'casesBreak', broken }
  const version = from + 1
  const saved = { organizationId, version, candidates, reason, author: personId, at: deps.now() }
  if (!(await store.insertMapping(trx, saved))) return { kind: 'changedMeanwhile' }
  const detail = { version, broken: broken.length, ...(reason ? { reason } : {}) }
  await record(trx, deps, { organizationId, personId, action: 'claim_mapping.changed', actor: personId, detail })
  return { kind: 'saved', version, broken }
}

/** How far the company's admins have come with the claims. */
export const claimWorkOf = (deps: Pick<Deps, 'db'>, organizationId: string) =>
  deps.db.for(organizationId)(async trx => ({
    version: (await store.findMapping(trx, organizationId)).version,
    cases: (await store.listCases(trx, organizationId)).length
  }))
