/** What comes next, stored with the moment it is due: for a person after a fact, for everybody at night. Planning again changes nothing. */
import { markHop, writeReceipt } from '../audit/audit.ts'
import { agreementsAmong } from '../channels/channels.ts'
import { getOrganization, type Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { nextWorkingMoment } from '../platform/working-time.ts'
import type { Candidate } from './candidate.ts'
import type { Key } from './context.ts'
import { closeFollowUps, type Closed } from './follow-ups.ts'
import { decideChange, groundOf, type Change } from './decide.ts'
import { mayHearUnasked } from './due.ts'
import { followUpExpires } from './eligible.ts'
import { loadListeners, type Listener, type PageAsked } from './listeners.ts'
import type { Page } from './source.ts'
import { proposalsFor, SOURCES } from './proposing.ts'
import * as store from './store.ts'
import * as plans from './store-plans.ts'

export const planPerson = (deps: Deps, { organizationId, personId }: Key): Promise<void> =>
  planPeople(deps, { organizationId, personIds: [personId] })

export async function planPeople(
  deps: Deps,
  { organizationId, personIds }: { readonly organizationId: string; readonly personIds: readonly string[] }
): Promise<void> {
  const organization = await getOrganization(deps, organizationId)
  await deps.db.for(organizationId)(trx => planPage(deps, trx, organization, { ids: personIds }))
}

export const PEOPLE_A_PAGE = 1000

/** Everybody, a page in a transaction of its own. */
export async function planCompany(deps: Deps, organizationId: string): Promise<void> {
  const organization = await getOrganization(deps, organizationId)
  let after: string | undefined = ''
  while (after !== undefined) {
    const page: PageAsked = { after, limit: PEOPLE_A_PAGE }
    after = await deps.db.for(organizationId)(trx => planPage(deps, trx, organization, page))
  }
  await deps.db.for(organizationId)(trx => plans.markPlanned(trx, organizationId, deps.now()))
}

/** Of these companies, those whose last plan of everybody is a day old. */
export const listOrganizationsToPlan = (deps: Deps, organizationIds: readonly string[]): Promise<readonly string[]> =>
  deps.db.router(trx => plans.organizationsToPlan(trx, organizationIds, deps.now()))

/** @returns after whom the next page begins; undefined when nobody is left. */
async function planPage(
  deps: Deps,
  trx: Trx,
  organization: Organization,
  page: PageAsked
): Promise<string | undefined> {
  await plans.lockPlanning(trx, organization.organizationId)
  const listeners = await loadListeners(deps, trx, organization, page)
  let open = listeners
  let candidates = await proposeTo(deps, trx, organization, listeners)
  // A key may have been used longer ago than is remembered: then the next best takes its place.
  for (let round = 0; open.length > 0 && round < 3; round++) {
    const refused = await storeChanges(deps, trx, { listeners: open, candidates })
    open = open.filter(({ personId }) => refused.has(personId))
    candidates = new Map(
      open.map(({ personId }) => [
        personId,
        (candidates.get(personId) ?? []).filter(({ onceKey }) => !refused.get(personId)?.includes(onceKey))
      ])
    )
  }
  return 'ids' in page ? undefined : listeners.at(-1)?.personId
}

/** By person. */
type Proposed = ReadonlyMap<string, readonly Candidate[]>

/** Before the agreement only the first word is proposed. */
export async function proposeTo(
  deps: Pick<Deps, 'now'>,
  trx: Trx,
  organization: Organization,
  listeners: readonly Listener[]
): Promise<Proposed> {
  const page = { trx, organization, now: deps.now() }
  const newcomers = listeners.filter(({ colleague, agreement }) => colleague.mayHear && agreement === 'none')
  const agreed: Page = { ...page, listeners: listeners.filter(mayHearUnasked) }
  const [welcome, ...others] = SOURCES
  const candidates = await proposalsFor(agreed, others)
  const first = await proposalsFor({ ...page, listeners: newcomers }, welcome ? [welcome] : [])
  return new Map([...candidates, ...first])
}

/** @returns by person, the keys that had been used before. */
async function storeChanges(
  deps: Deps,
  trx: Trx,
  { listeners, candidates }: { readonly listeners: readonly Listener[]; readonly candidates: Proposed }
): Promise<ReadonlyMap<string, readonly string[]>> {
  const now = deps.now()
  const changes = listeners.map(listener => {
    const { personId } = listener
    const known = candidates.get(personId) ?? []
    const change = decideChange({ listener, candidates: known, now })
    return { listener, change }
  })
  const [first] = listeners
  if (!first) return new Map()
  const { organizationId } = first
  const rows = changes.flatMap(({ listener, change }) => rowsOf(deps, listener, change))
  await plans.dropPlanned(
    trx,
    organizationId,
    changes.flatMap(({ change }) => change.drop)
  )
  await plans.movePlanned(trx, { organizationId, at: now, moves: changes.flatMap(({ change }) => change.move) })
  const stored = await plans.insertPlanned(trx, rows)
  const refused = rows.filter(({ id }) => !stored.has(id))
  return new Map(
    [...Map.groupBy(refused, row => row.person_id)].map(([personId, own]) => [personId, own.map(row => row.once_key)])
  )
}

const rowsOf = (deps: Deps, { organizationId, personId }: Listener, { insert }: Change): readonly store.NudgeRow[] =>
  insert.map(({ candidate, dueAt, decision }) => ({
    ...newRow(deps, { organizationId, personId }, { kind: candidate.kind, once_key: candidate.onceKey, due_at: dueAt }),
    content_id: candidate.contentId,
    content_version: candidate.contentVersion,
    expires_at: candidate.until ?? null,
    priority: candidate.priority,
    reason: candidate.reason,
    decision,
    because: candidate.reason.data.find(({ name }) => name === 'program')?.value ?? null
  }))

type FollowUp = Key & {
  readonly planId: string
  readonly followUpAt: string
  readonly exact?: boolean | undefined
  /** Tells a second asking about the same plan from the first. */
  readonly onceKey?: string
}

/** The follow-up a person asked for: at their moment, outside the budget, yet never while they pause or after they stopped. */
export async function planFollowUp(
  deps: Deps,
  { planId, followUpAt, exact = false, onceKey = `plan:${planId}`, ...key }: FollowUp
): Promise<void> {
  const organization = await getOrganization(deps, key.organizationId)
  await deps.db.for(key.organizationId)(async trx => {
    const [listener] = await loadListeners(deps, trx, organization, { ids: [key.personId] })
    const wanted = new Date(followUpAt)
    const due_at = (exact || !listener ? wanted : nextWorkingMoment(wanted, listener.time)) ?? wanted
    const decision = listener ? { ...groundOf(listener, deps.now()), considered: [] } : null
    const row = newRow(deps, key, { kind: 'follow_up', once_key: onceKey, due_at })
    await store.insertNudge(trx, {
      ...row,
      plan_id: planId,
      decision,
      asked: true,
      exact,
      expires_at: followUpExpires(due_at)
    })
  })
}

/** Asked at another moment, or not at all; what went out already stays. Repeated, or overtaken by a later change, it changes nothing. */
export async function moveFollowUp(
  deps: Deps,
  {
    followUpAt,
    at,
    ...input
  }: Key & { readonly planId: string; readonly followUpAt: string | null; readonly at: string }
): Promise<void> {
  const onceKey = `plan:${input.planId}:${at}`
  if (await deps.db.for(input.organizationId)(trx => store.wasMovedSince(trx, { ...input, onceKey }))) return
  await settleFollowUp(deps, input)
  if (followUpAt) await planFollowUp(deps, { ...input, followUpAt, onceKey })
}

export const settleFollowUp = (deps: Deps, input: Closed): Promise<void> =>
  deps.db.for(input.organizationId)(trx => closeFollowUps(deps, trx, input))

type New = Pick<store.NudgeRow, 'kind' | 'once_key' | 'due_at'>

export const newRow = (deps: Deps, key: Key, fresh: New): store.NudgeRow => ({
  organization_id: key.organizationId,
  id: deps.newId('nudge'),
  person_id: key.personId,
  content_id: null,
  content_version: null,
  plan_id: null,
  expires_at: null,
  priority: 5,
  reason: null,
  asked: false,
  exact: false,
  decision: null,
  why_not: null,
  state: 'planned',
  answer: null,
  because: null,
  sent_at: null,
  rung: null,
  answered_at: null,
  updated_at: deps.now(),
  ...fresh
})

/** Everything still to come is gone; the receipt says how much. */
export const cancelAll = (deps: Deps, { organizationId, personId }: Key): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    const key = { organizationId, personId }
    const said = (await agreementsAmong(trx, { organizationId, personIds: [personId] })).get(personId)
    const why = said === 'declined' ? 'declined' : 'left'
    const count = await store.cancelPending(trx, key, { at: deps.now(), why })
    await writeReceipt(trx, deps, {
      ...key,
      kind: 'nudges.cancelled',
      title: 'Nothing more will be sent',
      detail: { cancelled: count }
    })
    await markHop(trx, deps, { ...key, hop: 'nudges', state: 'done' })
  })
