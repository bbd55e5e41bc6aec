/** Hands what is due to the channel, a page at a time, and notes what became of it. */
import { deliver, type Intent } from '../channels/channels.ts'
import type { Rung } from '../contract/nudges.ts'
import { getOrganization, type Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import type { Key } from './context.ts'
import { verdictsOn } from './due.ts'
import type { Verdict } from './eligible.ts'
import { experimentAskedIn } from './experiment.ts'
import { holdBack } from './experiments.ts'
import * as store from './store.ts'
import { dropPlanned } from './store-plans.ts'

export const listOrganizationsWithDueNudges = (deps: Deps): Promise<readonly string[]> =>
  deps.db.router(trx => store.organizationsWithDue(trx, deps.now()))

const PAGE = 500

/** Sends what is due in one company. Eligibility is judged now, not when it was planned. Several may do this at once. */
export async function sendDue(deps: Deps, organizationId: string): Promise<void> {
  const organization = await getOrganization(deps, organizationId)
  const now = deps.now()
  const page = (trx: Trx) => sendPage(deps, trx, { organization, now })
  while ((await deps.db.for(organizationId)(page)) === PAGE);
}

type Company = { readonly organization: Organization; readonly now: Date }
type Judged = { readonly row: store.NudgeRow; readonly verdict: Verdict | { readonly kind: 'leaveOut' } }

/** @returns how many were judged. */
async function sendPage(deps: Deps, trx: Trx, { organization, now }: Company): Promise<number> {
  const { organizationId } = organization
  const rows = await store.lockDue(trx, { organizationId, now, most: PAGE })
  const judged = await judgePage(deps, trx, { organization, rows })
  await dropPlanned(
    trx,
    organizationId,
    judged.flatMap(({ row, verdict }) => (verdict.kind === 'drop' ? [row.id] : []))
  )
  await store.updateNudges(
    trx,
    judged.flatMap(({ row, verdict }) =>
      verdict.kind === 'drop'
        ? []
        : [{ organization_id: organizationId, id: row.id, updated_at: now, ...next(row, verdict) }]
    )
  )
  const leftOut = judged.filter(({ verdict }) => verdict.kind === 'leaveOut')
  await deps.publish(
    trx,
    ...leftOut.map(({ row }) => ({
      type: 'nudge.held' as const,
      organizationId,
      personId: row.person_id,
      nudgeId: row.id
    }))
  )
  const sent = judged.filter(({ verdict }) => verdict.kind === 'send')
  await deliver(deps, trx, ...sent.map(({ row }) => toDelivery(row)))
  return rows.length
}

type Due = { readonly organization: Organization; readonly rows: readonly store.NudgeRow[] }

/** What the lot of an experiment leaves out takes its place in the budget, so that others come at the same pace. */
async function judgePage(deps: Deps, trx: Trx, { organization, rows }: Due): Promise<readonly Judged[]> {
  const verdicts = await verdictsOn(deps, trx, { organization, rows })
  const going = rows.filter(({ id }) => verdicts.get(id)?.kind === 'send')
  const leftOut = await holdBack(deps, trx, going)
  return rows.map(row => ({
    row,
    verdict: leftOut.has(row.id) ? { kind: 'leaveOut' } : (verdicts.get(row.id) ?? { kind: 'expire' })
  }))
}

type Next = Pick<store.NudgeRow, 'state' | 'due_at' | 'why_not' | 'content_version'>

function next(row: store.NudgeRow, verdict: Exclude<Judged['verdict'], { kind: 'drop' }>): Next {
  const { state, due_at, why_not, content_version } = row
  const same = { state, due_at, why_not, content_version }
  switch (verdict.kind) {
    case 'cancel':
      return { ...same, state: 'cancelled', why_not: verdict.why }
    case 'expire':
      return { ...same, state: 'expired' }
    case 'unreachable':
      return { ...same, state: 'unreachable' }
    case 'roll':
      return { ...same, due_at: verdict.to }
    case 'hold':
    case 'leaveOut':
      return { ...same, state: 'held' }
    case 'send':
      return { ...same, state: 'queued', content_version: verdict.version ?? content_version }
  }
}

/** Due again at another moment, it is another delivery. */
const toDelivery = (row: store.NudgeRow) => ({
  organizationId: row.organization_id,
  personId: row.person_id,
  intent: intentOf(row),
  key: `${row.id}:${row.due_at.toISOString()}`
})

function intentOf(row: store.NudgeRow): Intent {
  if (row.kind === 'welcome') return { kind: 'agreement', nudgeId: row.id }
  const experimentId = experimentAskedIn(row)
  if (experimentId) return { kind: 'experiment', experimentId, nudgeId: row.id }
  return row.plan_id ? { kind: 'followUp', planId: row.plan_id, nudgeId: row.id } : { kind: 'nudge', nudgeId: row.id }
}

type NudgeOutcome = {
  readonly nudgeId: string
  readonly outcome: 'sent' | 'failed' | 'unreachable' | 'cancelled'
  /** By which way it came, where not by the chat. */
  readonly rung?: Rung
}

/** What the channel says became of each, in the transaction that notes it there; told again it changes nothing. */
export async function settleNudges(
  trx: Trx,
  deps: Deps,
  organizationId: string,
  outcomes: readonly NudgeOutcome[]
): Promise<void> {
  const at = deps.now()
  const news = await store.settleNudges(
    trx,
    outcomes.map(({ nudgeId, outcome, rung = 'chat' }) => ({
      organization_id: organizationId,
      id: nudgeId,
      state: outcome,
      sent_at: outcome === 'sent' ? at : null,
      rung: outcome === 'sent' ? rung : null,
      updated_at: at
    }))
  )
  const sent = news.filter(({ sent_at }) => sent_at !== null)
  await deps.publish(
    trx,
    ...sent.map(row => ({ type: 'nudge.sent' as const, organizationId, personId: row.person_id, nudgeId: row.id }))
  )
}

export const nudgeSettled = (
  deps: Deps,
  { organizationId, ...outcome }: NudgeOutcome & { readonly organizationId: string }
): Promise<void> => deps.db.for(organizationId)(trx => settleNudges(trx, deps, organizationId, [outcome]))

/** A mail that was taken and came back later: it was not sent after all. */
export const nudgeReturned = (deps: Deps, input: Key & { readonly nudgeId: string }): Promise<void> =>
  deps.db.for(input.organizationId)(async trx => {
    const row = await store.lockNudge(trx, input)
    if (row?.state === 'sent' && row.person_id === input.personId)
      await store.updateNudge(trx, input, { state: 'unreachable', updated_at: deps.now() })
  })

/** How many people got something from the coach since then, by the way it came. */
export const peopleByRung = (deps: Pick<Deps, 'db'>, organizationId: string, since: Date) =>
  deps.db.for(organizationId)(trx => store.countPeopleByRung(trx, organizationId, since))
