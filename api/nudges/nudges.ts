/** Which nudge is due, to whom, when and why; the person's own budget; one-tap answers. */
import { agreementOf, deliver, referenceOf, type Intent } from '../channels/channels.ts'
import { markHop, writeReceipt } from '../audit/audit.ts'
import type { NudgeAnswer, NudgeView } from '../contract/nudges.ts'
import { cohortsOf, getPerson, type Person } from '../directory/directory.ts'
import { getOrganization, type Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { MINUTE } from '../platform/time.ts'
import { nextWorkingMoment, type WorkingTime } from '../platform/working-time.ts'
import { decideAnswer } from './answer.ts'
import { TIPS } from './library.ts'
import { DEFAULT_PER_WEEK, planTip, type Budget } from './plan.ts'
import * as store from './store.ts'
import { toView } from './view.ts'

type Key = { readonly organizationId: string; readonly personId: string }

/** Plans what comes next for one person: the welcome before the agreement, one unasked tip at a time after it. */
export async function planPerson(deps: Deps, key: Key): Promise<void> {
  const context = await contextOf(deps, key)
  if (!context) return
  const agreement = await agreementOf(deps, key.organizationId, key.personId)
  if (agreement === 'none') await planWelcome(deps, key, context)
  if (agreement === 'given') await planNextTip(deps, key, context)
}

type Context = { readonly person: Person; readonly organization: Organization; readonly time: WorkingTime }

async function contextOf(deps: Deps, key: Key): Promise<Context | undefined> {
  const [person, organization, reference] = await Promise.all([
    getPerson(deps, key.organizationId, key.personId),
    getOrganization(deps, key.organizationId),
    referenceOf(deps, key.organizationId, key.personId)
  ])
  if (!person || person.state !== 'active' || !person.access || !reference) return undefined
  return { person, organization, time: workingTimeOf(person, organization) }
}

const workingTimeOf = (person: Person, organization: Organization): WorkingTime => ({
  timezone: person.timezone ?? organization.timezone,
  ...organization.workingHours,
  holidays: organization.holidays
})

async function planWelcome(deps: Deps, key: Key, { organization, time }: Context): Promise<void> {
  const launch = nextWorkingMoment(new Date(`${organization.launchDate}T00:00:00Z`), { ...time, holidays: [] })
  const from = new Date(Math.max(deps.now().getTime(), launch?.getTime() ?? 0))
  const dueAt = nextWorkingMoment(from, time)
  if (!dueAt) return
  const row = newRow(deps, key, { kind: 'welcome', once_key: 'welcome', due_at: dueAt })
  await deps.db.for(key.organizationId)(trx => store.insertNudge(trx, row))
}

async function planNextTip(deps: Deps, key: Key, { time }: Context): Promise<void> {
  const cohorts = await cohortsOf(deps, key.organizationId, key.personId)
  await deps.db.for(key.organizationId)(async trx => {
    const history = await store.listNudges(trx, key)
    if (history.some(row => row.kind === 'tip' && ['planned', 'queued'].includes(row.state))) return
    const used = new Set(history.map(row => row.content_id))
    const tip = TIPS.find(({ id }) => !used.has(id))
    const dueAt = planTip({
      now: deps.now(),
      time,
      budget: await budgetOf(trx, key),
      sent: history.flatMap(row => (row.kind === 'tip' && row.sent_at ? [row.sent_at] : [])),
      jitterMs: jitterOf(key.personId)
    })
    if (!tip || !dueAt) return
    const row = newRow(deps, key, { kind: 'tip', once_key: `tip:${tip.id}`, due_at: dueAt })
    await store.insertNudge(trx, { ...row, content_id: tip.id, because: cohorts[0]?.name ?? null })
  })
}

/** The follow-up a person asked for: at their moment, outside the budget, yet never while they pause or after they stopped. */
export async function planFollowUp(
  deps: Deps,
  input: Key & { readonly planId: string; readonly followUpAt: string }
): Promise<void> {
  const row = newRow(deps, input, {
    kind: 'follow_up',
    once_key: `plan:${input.planId}`,
    due_at: new Date(input.followUpAt)
  })
  await deps.db.for(input.organizationId)(trx => store.insertNudge(trx, { ...row, plan_id: input.planId }))
}

export const settleFollowUp = (deps: Deps, input: Key & { readonly planId: string }): Promise<void> =>
  deps.db.for(input.organizationId)(trx =>
    store.cancelByOnceKey(trx, { ...input, onceKey: `plan:${input.planId}`, at: deps.now() })
  )

type New = Pick<store.NudgeRow, 'kind' | 'once_key' | 'due_at'>

const newRow = (deps: Deps, key: Key, fresh: New): store.NudgeRow => ({
  organization_id: key.organizationId,
  id: deps.newId('nudge'),
  person_id: key.personId,
  content_id: null,
  plan_id: null,
  state: 'planned',
  answer: null,
  because: null,
  sent_at: null,
  answered_at: null,
  updated_at: deps.now(),
  ...fresh
})

export const listOrganizationsWithDueNudges = (deps: Deps): Promise<readonly string[]> =>
  deps.db.router(trx => store.organizationsWithDue(trx, deps.now()))

const AT_ONCE = 200

/** Sends what is due in one company. Eligibility is judged now, not when it was planned. */
export async function sendDue(deps: Deps, organizationId: string): Promise<void> {
  const due = await deps.db.for(organizationId)(trx => store.listDue(trx, organizationId, deps.now(), AT_ONCE))
  for (const row of due) await sendOne(deps, row)
}

async function sendOne(deps: Deps, due: store.NudgeRow): Promise<void> {
  const key = { organizationId: due.organization_id, personId: due.person_id }
  const context = await contextOf(deps, key)
  const agreement = await agreementOf(deps, key.organizationId, key.personId)
  await deps.db.for(key.organizationId)(async trx => {
    const nudgeId = { organizationId: key.organizationId, nudgeId: due.id }
    const row = await store.lockNudge(trx, nudgeId)
    if (row?.state !== 'planned') return
    const budget = await budgetOf(trx, key)
    const verdict = context
      ? judge({ row, agreement, budget, time: context.time, now: deps.now() })
      : ({ kind: 'cancel' } as const)
    const updated_at = deps.now()
    switch (verdict.kind) {
      case 'cancel':
        await store.updateNudge(trx, nudgeId, { state: 'cancelled', updated_at })
        return
      case 'roll':
        await store.updateNudge(trx, nudgeId, { due_at: verdict.to, updated_at })
        return
      case 'send':
        await store.updateNudge(trx, nudgeId, { state: 'queued', updated_at })
        await deliver(deps, trx, { ...key, intent: intentOf(row), key: `${row.id}:${row.due_at.toISOString()}` })
    }
  })
}

type Verdict = { readonly kind: 'send' } | { readonly kind: 'cancel' } | { readonly kind: 'roll'; readonly to: Date }

type Case = {
  readonly row: store.NudgeRow
  readonly agreement: 'none' | 'given' | 'declined'
  readonly budget: Budget
  readonly time: WorkingTime
  readonly now: Date
}

/** A missed window rolls to the next one and never bursts: the tick takes one nudge of a person at a time. */
function judge({ row, agreement, budget, time, now }: Case): Verdict {
  if (row.kind === 'welcome' ? agreement !== 'none' : agreement !== 'given') return { kind: 'cancel' }
  if (row.kind !== 'welcome' && budget.stopped) return { kind: 'cancel' }
  const free = row.kind !== 'welcome' && budget.pausedUntil && budget.pausedUntil > now ? budget.pausedUntil : now
  const next = nextWorkingMoment(free, time)
  if (!next) return { kind: 'cancel' }
  return next > now ? { kind: 'roll', to: next } : { kind: 'send' }
}

function intentOf(row: store.NudgeRow): Intent {
  if (row.kind === 'welcome') return { kind: 'agreement', nudgeId: row.id }
  return row.plan_id ? { kind: 'followUp', planId: row.plan_id, nudgeId: row.id } : { kind: 'nudge', nudgeId: row.id }
}

/** What became of a delivery, told by the channel. A nudge is `sent` only when the channel took it. */
export async function nudgeSettled(
  deps: Deps,
  input: Key & { readonly nudgeId: string; readonly outcome: 'sent' | 'failed' | 'unreachable' }
): Promise<void> {
  await deps.db.for(input.organizationId)(async trx => {
    const row = await store.lockNudge(trx, input)
    if (row?.state !== 'queued') return
    const at = deps.now()
    await store.updateNudge(trx, input, {
      state: input.outcome,
      updated_at: at,
      ...(input.outcome === 'sent' ? { sent_at: at } : {})
    })
    if (input.outcome === 'sent')
      await deps.publish(trx, {
        type: 'nudge.sent',
        organizationId: row.organization_id,
        personId: row.person_id,
        nudgeId: row.id
      })
  })
}

/** @throws ProblemError `not_found` when the nudge is not this person's. */
export async function answerNudge(
  deps: Deps,
  input: Key & { readonly nudgeId: string; readonly answer: NudgeAnswer }
): Promise<NudgeView> {
  const context = await contextOf(deps, input)
  const row = await deps.db.for(input.organizationId)(async trx => {
    const locked = await store.lockNudge(trx, input)
    if (locked?.person_id !== input.personId)
      throw new ProblemError('not_found', 'This nudge is not yours or no longer exists')
    if (locked.state === 'answered' || !context) return locked
    const now = deps.now()
    const decision = decideAnswer(input.answer, await budgetOf(trx, input), now)
    const again = decision.againFrom && nextWorkingMoment(decision.againFrom, context.time)
    const change = {
      state: again ? ('planned' as const) : decision.state,
      answer: input.answer,
      answered_at: now,
      updated_at: now
    }
    await store.updateNudge(trx, input, { ...change, ...(again ? { due_at: again } : {}) })
    await saveBudget(trx, input, decision.budget, now)
    const { organizationId, personId, nudgeId, answer } = input
    await deps.publish(trx, { type: 'nudge.answered', organizationId, personId, nudgeId, answer })
    return { ...locked, ...change, ...(again ? { due_at: again } : {}) }
  })
  return present(deps, input, row)
}

/** @throws ProblemError `not_found`. */
export async function loadNudge(deps: Deps, input: Key & { readonly nudgeId: string }): Promise<NudgeView> {
  const row = await deps.db.for(input.organizationId)(trx => store.lockNudge(trx, input))
  if (row?.person_id !== input.personId)
    throw new ProblemError('not_found', 'This nudge is not yours or no longer exists')
  return present(deps, input, row)
}

export async function nudgesOf(
  deps: Deps,
  key: Key
): Promise<{ readonly nudges: readonly NudgeView[]; readonly budget: Budget }> {
  const { rows, budget } = await deps.db.for(key.organizationId)(async trx => ({
    rows: await store.listNudges(trx, key),
    budget: await budgetOf(trx, key)
  }))
  return { nudges: await Promise.all(rows.map(row => present(deps, key, row))), budget }
}

async function present(deps: Deps, key: Key, row: store.NudgeRow): Promise<NudgeView> {
  const person = await getPerson(deps, key.organizationId, key.personId)
  const organization = await getOrganization(deps, key.organizationId)
  return toView(row, person?.locale ?? organization.locale)
}

/** A typed "stop" or "pause" works like the button, without a nudge. */
export async function changeBudget(
  deps: Deps,
  key: Key,
  answer: Extract<NudgeAnswer, 'fewer' | 'pause' | 'stop'>
): Promise<Budget> {
  return deps.db.for(key.organizationId)(async trx => {
    const { budget } = decideAnswer(answer, await budgetOf(trx, key), deps.now())
    await saveBudget(trx, key, budget, deps.now())
    return budget
  })
}

/** Everything still to come is gone; the receipt says how much. */
export const cancelAll = (deps: Deps, key: Key): Promise<void> =>
  deps.db.for(key.organizationId)(async trx => {
    const count = await store.cancelPending(trx, key, deps.now())
    await writeReceipt(trx, deps, {
      ...key,
      kind: 'nudges.cancelled',
      title: 'Nothing more will be sent',
      detail: { cancelled: count }
    })
    await markHop(trx, deps, { ...key, hop: 'nudges', state: 'done' })
  })

export const peopleWhoAnswered = (
  deps: Deps,
  organizationId: string,
  period: { readonly from: Date; readonly to: Date }
): Promise<ReadonlySet<string>> =>
  deps.db.for(organizationId)(trx => store.peopleAnswering(trx, organizationId, period))

async function budgetOf(trx: Trx, key: Key): Promise<Budget> {
  const row = await store.findPreferences(trx, key)
  return {
    perWeek: row?.per_week ?? DEFAULT_PER_WEEK,
    pausedUntil: row?.paused_until ?? undefined,
    stopped: row?.stopped ?? false
  }
}

const saveBudget = (trx: Trx, key: Key, budget: Budget, at: Date): Promise<void> =>
  store.savePreferences(trx, {
    organization_id: key.organizationId,
    person_id: key.personId,
    per_week: budget.perWeek,
    paused_until: budget.pausedUntil ?? null,
    stopped: budget.stopped,
    updated_at: at
  })

/** 0 to 10 minutes from the id, so that a plan made again is the same plan. */
function jitterOf(personId: string): number {
  const hash = [...personId].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003, 7)
  return (hash % 10) * MINUTE
}
