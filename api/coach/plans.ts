/** If-then plans: made in a conversation or adopted from an example, asked about once, closed by the person. */
import { requireAgreement } from '../channels/channels.ts'
import type { CueOn, PlanView } from '../contract/coach.ts'
import { getPerson, getPersonWithin, personKey, type Person } from '../directory/directory.ts'
import { getOrganization, type Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { after, DAY, HOUR } from '../platform/time.ts'
import { localDay, nextWorkingMoment, wallMoment } from '../platform/working-time.ts'
import type { PlanWords, When } from './port.ts'
import { openPlan, sealFor, sealPlan, type Seal } from './seal.ts'
import * as store from './store.ts'
import { takePlace } from './store-feed.ts'

type Key = { readonly organizationId: string; readonly personId: string }

/** As it was typed: with the moment of its cue, where there is one. */
type Typed = PlanWords & { readonly cueOn?: CueOn | null | undefined }

type Making = {
  readonly said: Key
  readonly person: Pick<Person, 'timezone'> | undefined
  readonly organization: Organization
  readonly seal: Seal
  readonly plan: Typed
  /** Names the plan for good; without it each call makes one. */
  readonly planId?: string
}

export async function makePlan(deps: Deps, trx: Trx, making: Making): Promise<string> {
  const { said, seal, plan } = making
  const { organizationId, personId } = said
  const planId = making.planId ?? deps.newId('plan')
  const cueAt = plan.cueOn ? cueMoment(plan.cueOn, deps.now(), making) : undefined
  const followUpAt = whenToAsk(plan.when, cueAt ?? deps.now(), making)
  await store.insertPlan(trx, {
    organization_id: organizationId,
    id: planId,
    person_id: personId,
    sealed: sealPlan(seal, { ...plan, cueAt: cueAt?.toISOString() ?? null }),
    state: 'open',
    follow_up_at: followUpAt ?? null,
    made_at: deps.now(),
    closed_at: null
  })
  await deps.publish(trx, {
    type: 'plan.made',
    organizationId,
    personId,
    planId,
    followUpAt: followUpAt?.toISOString() ?? null
  })
  return planId
}

const AFTER: Readonly<Record<Exclude<When, 'never'>, number>> = {
  today: 3 * HOUR,
  tomorrow: DAY,
  three_days: 3 * DAY,
  next_week: 7 * DAY
}

/** How far ahead a cue may lie. */
const FURTHEST = 366 * DAY

type Who = Pick<Making, 'person' | 'organization'>

const zoneOf = ({ person, organization }: Who): string => person?.timezone ?? organization.timezone

function cueMoment({ day, time }: CueOn, now: Date, who: Who): Date {
  const at = wallMoment(day, time, zoneOf(who))
  if (at <= now || at > after(now, FURTHEST))
    throw new ProblemError('bad_request', 'Choose a day and time within the next year', { reason: 'cue_out_of_range' })
  return at
}

/** The moment asked for, counted from `from`, moved into the person's working time. */
function whenToAsk(when: When, from: Date, who: Who): Date | undefined {
  if (when === 'never') return undefined
  const { organization } = who
  return nextWorkingMoment(after(from, AFTER[when]), {
    timezone: zoneOf(who),
    ...organization.workingHours,
    holidays: organization.holidays
  })
}

/** A plan taken as it is offered or written in a card. @param input.planId adopting the same again changes nothing. @throws ProblemError `forbidden`. */
export async function adoptPlan(deps: Deps, input: Key & Typed & { readonly planId: string }): Promise<PlanView> {
  const { organizationId, personId, planId, cue, action, when, cueOn } = input
  const organization = await getOrganization(deps, organizationId)
  return deps.db.for(organizationId)(async trx => {
    // An erasure takes the same place first: the yes is read after it, and nothing is kept under a new key.
    await takePlace(trx, input)
    await requireAgreement(trx, input)
    const seal = sealFor(deps, await personKey(trx, deps, input), input)
    const known = await store.lockPlan(trx, input)
    if (known) return openPlan(seal, known)
    const person = await getPersonWithin(trx, organizationId, personId)
    const plan = { cue, action, when, cueOn }
    await makePlan(deps, trx, { said: input, person, organization, seal, plan, planId })
    const made = await store.lockPlan(trx, input)
    if (!made) throw new ProblemError('conflict', 'This plan could not be kept')
    return openPlan(seal, made)
  })
}

export const plansOf = (deps: Deps, key: Key): Promise<readonly PlanView[]> =>
  deps.db.for(key.organizationId)(async trx => {
    const seal = sealFor(deps, await personKey(trx, deps, key), key)
    return (await store.listPlans(trx, key)).map(row => openPlan(seal, row))
  })

/** Which of them are to be looked at today, where the person is. */
export async function plansWithDue(deps: Deps, key: Key): Promise<readonly (PlanView & { readonly due: boolean })[]> {
  const [plans, person, organization] = await Promise.all([
    plansOf(deps, key),
    getPerson(deps, key.organizationId, key.personId),
    getOrganization(deps, key.organizationId)
  ])
  const timezone = person?.timezone ?? organization.timezone
  const today = localDay(deps.now(), timezone)
  return plans.map(plan => ({
    ...plan,
    due: plan.state === 'open' && plan.followUpAt !== null && localDay(new Date(plan.followUpAt), timezone) <= today
  }))
}

/** @throws ProblemError `not_found`. */
export const loadPlan = (deps: Deps, key: Key & { readonly planId: string }): Promise<PlanView> =>
  deps.db.for(key.organizationId)(async trx => {
    const row = await store.lockPlan(trx, key)
    if (!row) throw new ProblemError('not_found', 'This plan is not yours or no longer exists')
    return openPlan(sealFor(deps, await personKey(trx, deps, key), key), row)
  })

type Change = { readonly [Name in keyof Typed]?: Typed[Name] | undefined }

/** What is left out stays; a new `when` asks anew. @throws ProblemError `not_found`, `conflict`. */
export async function changePlan(
  deps: Deps,
  key: Key & { readonly planId: string; readonly change: Change }
): Promise<PlanView> {
  const { organizationId, personId, planId, change } = key
  const organization = await getOrganization(deps, organizationId)
  return deps.db.for(organizationId)(async trx => {
    const row = await store.lockPlan(trx, key)
    if (!row) throw new ProblemError('not_found', 'This plan is not yours or no longer exists')
    if (row.state !== 'open') throw new ProblemError('conflict', 'This plan is closed. Make a new one')
    const seal = sealFor(deps, await personKey(trx, deps, key), key)
    const before = openPlan(seal, row)
    const person = await getPersonWithin(trx, organizationId, personId)
    const who = { person, organization }
    const { cueOn } = change
    const cueAt = cueOn === undefined ? before.cueAt : cueOn && cueMoment(cueOn, deps.now(), who).toISOString()
    const words = { cue: change.cue ?? before.cue, action: change.action ?? before.action, cueAt }
    const follow_up_at = askedNow({ change, cueAt, asked: row.follow_up_at, now: deps.now() }, who)
    const changed = { ...row, sealed: sealPlan(seal, words), follow_up_at }
    await store.changePlanRow(trx, { ...key, ...changed })
    const followUpAt = follow_up_at?.toISOString() ?? null
    const at = deps.now().toISOString()
    if (change.when || follow_up_at?.getTime() !== row.follow_up_at?.getTime())
      await deps.publish(trx, { type: 'plan.rescheduled', organizationId, personId, planId, followUpAt, at })
    return openPlan(seal, changed)
  })
}

type Asking = {
  readonly change: Change
  readonly cueAt: string | null
  readonly asked: Date | null
  readonly now: Date
}

/** When it is asked about after the change: how it went is no question before its moment came. */
function askedNow({ change, cueAt, asked, now }: Asking, who: Who): Date | null {
  const cue = cueAt === null ? undefined : new Date(cueAt)
  const from = cue && cue > now ? cue : now
  if (change.when) return whenToAsk(change.when, from, who) ?? null
  if (change.cueOn && cue && asked && asked <= cue) return whenToAsk('today', cue, who) ?? null
  return asked
}

/** Closing a closed plan changes nothing. @throws ProblemError `not_found`. */
export const closePlan = (
  deps: Deps,
  key: Key & { readonly planId: string; readonly outcome: 'kept' | 'missed' | 'dropped' }
): Promise<PlanView> =>
  deps.db.for(key.organizationId)(async trx => {
    const row = await store.lockPlan(trx, key)
    if (!row) throw new ProblemError('not_found', 'This plan is not yours or no longer exists')
    const seal = sealFor(deps, await personKey(trx, deps, key), key)
    if (row.state !== 'open') return openPlan(seal, row)
    const { organizationId, personId, planId, outcome } = key
    await store.closePlanRow(trx, { ...key, state: outcome, at: deps.now() })
    await deps.publish(trx, { type: 'plan.closed', organizationId, personId, planId, outcome })
    return openPlan(seal, { ...row, state: outcome })
  })
