/** Conversations and plans. Crisis words are heard before any engine; nothing is kept before the person agreed. */
import { agreementOf } from '../channels/channels.ts'
import type { PlanView, Surface, Turn } from '../contract/coach.ts'
import { getPerson, personKey, type Person } from '../directory/directory.ts'
import { getOrganization, type Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { DAY, HOUR } from '../platform/time.ts'
import { nextWorkingMoment } from '../platform/working-time.ts'
import { soundsLikeCrisis } from './crisis.ts'
import { freshSession, respond, sessionSchema, type Reply, type Session } from './engine.ts'
import type { When } from './listen.ts'
import { openPlan, openTurn, sealFor, sealPlan, type Seal } from './seal.ts'
import * as store from './store.ts'
import { crisisText, localeOf } from './words.ts'

type Key = { readonly organizationId: string; readonly personId: string }

export type Utterance = Key & {
  readonly text: string
  readonly surface: Surface
  /** Names this utterance for good: hearing it again answers with the turn stored the first time. */
  readonly sourceId: string
}

export type Heard =
  | { readonly kind: 'turn'; readonly messageId: string }
  | { readonly kind: 'crisis'; readonly messageId: string }
  | { readonly kind: 'needsAgreement' }

/** Stores both turns exactly once, with the plan if one was made. `alongside` runs in the same transaction. */
export async function hear(
  deps: Deps,
  said: Utterance,
  alongside: (trx: Trx, heard: Heard) => Promise<void> = async () => undefined
): Promise<Heard> {
  const person = await getPerson(deps, said.organizationId, said.personId)
  if (!person || person.state !== 'active') throw new ProblemError('forbidden', 'This account is closed')
  const organization = await getOrganization(deps, said.organizationId)
  const agreement = await agreementOf(deps, said.organizationId, said.personId)
  const crisis = soundsLikeCrisis(said.text)
  return deps.db.for(said.organizationId)(async trx => {
    const seal = sealFor(deps, await personKey(trx, deps, said), said)
    const turn: TurnWork = { deps, trx, said, person, organization, seal }
    const heard = crisis
      ? await answerCrisis(turn, agreement === 'given')
      : agreement === 'given'
        ? await answerByEngine(turn)
        : ({ kind: 'needsAgreement' } as const)
    await alongside(trx, heard)
    return heard
  })
}

type TurnWork = {
  readonly deps: Deps
  readonly trx: Trx
  readonly said: Utterance
  readonly person: Person
  readonly organization: Organization
  readonly seal: Seal
}

const answerId = (said: Utterance): string => `${said.sourceId}#answer`

async function answerCrisis(work: TurnWork, keep: boolean): Promise<Heard> {
  const { trx, said, person, organization, deps } = work
  const known = await store.findBySource(trx, { ...said, sourceId: answerId(said) })
  if (known) return { kind: 'crisis', messageId: known.id }
  const text = crisisText(
    localeOf(person.locale ?? organization.locale),
    organization.crisisLines,
    person.country ?? undefined
  )
  // Before the agreement the person's words are not kept; ours are, because the card must reach them.
  if (keep) await addMessage(work, { author: 'person', text: said.text, sourceId: said.sourceId })
  const messageId = await addMessage(work, { author: 'human', text, sourceId: answerId(said) })
  await store.saveSession(trx, { ...said, sealed: work.seal.text(JSON.stringify(freshSession)), at: deps.now() })
  return { kind: 'crisis', messageId }
}

async function answerByEngine(work: TurnWork): Promise<Heard> {
  const { deps, trx, said, person, organization, seal } = work
  const stored = await store.lockSession(trx, said)
  const known = await store.findBySource(trx, { ...said, sourceId: answerId(said) })
  if (known) return { kind: 'turn', messageId: known.id }
  const session: Session = stored ? sessionSchema.parse(JSON.parse(seal.open(stored))) : freshSession
  const reply = respond(session, said.text, localeOf(person.locale ?? organization.locale))
  await addMessage(work, { author: 'person', text: said.text, sourceId: said.sourceId })
  const messageId = await addMessage(work, { author: 'coach', text: reply.text, sourceId: answerId(said) })
  await store.saveSession(trx, { ...said, sealed: seal.text(JSON.stringify(reply.session)), at: deps.now() })
  if (reply.plan) await makePlan(work, reply.plan)
  return { kind: 'turn', messageId }
}

type NewMessage = { readonly author: Turn['from']; readonly text: string; readonly sourceId: string }

async function addMessage(
  { deps, trx, said, seal }: TurnWork,
  { author, text, sourceId }: NewMessage
): Promise<string> {
  const id = deps.newId('message')
  await store.insertMessage(trx, {
    organization_id: said.organizationId,
    id,
    person_id: said.personId,
    author,
    sealed: seal.text(text),
    surface: said.surface,
    source_id: sourceId,
    at: deps.now()
  })
  return id
}

async function makePlan(work: TurnWork, plan: NonNullable<Reply['plan']>): Promise<void> {
  const { deps, trx, said, seal } = work
  const planId = deps.newId('plan')
  const followUpAt = whenToAsk(plan.when, deps.now(), work)
  await store.insertPlan(trx, {
    organization_id: said.organizationId,
    id: planId,
    person_id: said.personId,
    sealed: sealPlan(seal, plan),
    state: 'open',
    follow_up_at: followUpAt ?? null,
    made_at: deps.now(),
    closed_at: null
  })
  if (!followUpAt) return
  const { organizationId, personId } = said
  await deps.publish(trx, { type: 'plan.made', organizationId, personId, planId, followUpAt: followUpAt.toISOString() })
}

const AFTER: Readonly<Record<Exclude<When, 'never'>, number>> = {
  today: 3 * HOUR,
  tomorrow: DAY,
  three_days: 3 * DAY,
  next_week: 7 * DAY
}

/** The moment asked for, moved into the person's working time. */
function whenToAsk(when: When, now: Date, { person, organization }: TurnWork): Date | undefined {
  if (when === 'never') return undefined
  return nextWorkingMoment(new Date(now.getTime() + AFTER[when]), {
    timezone: person.timezone ?? organization.timezone,
    ...organization.workingHours,
    holidays: organization.holidays
  })
}

const DEFAULT_LIMIT = 50

export const threadOf = (deps: Deps, key: Key, limit = DEFAULT_LIMIT): Promise<readonly Turn[]> =>
  deps.db.for(key.organizationId)(async trx => {
    const seal = sealFor(deps, await personKey(trx, deps, key), key)
    const rows = await store.listMessages(trx, { ...key, limit })
    return rows.map(row => openTurn(seal, row))
  })

/** One turn, for a channel that shows it. @throws ProblemError `not_found`. */
export const loadTurn = (deps: Deps, key: Key & { readonly messageId: string }): Promise<Turn> =>
  deps.db.for(key.organizationId)(async trx => {
    const row = await store.findMessage(trx, key)
    if (!row) throw new ProblemError('not_found', 'This message no longer exists')
    return openTurn(sealFor(deps, await personKey(trx, deps, key), key), row)
  })

export const plansOf = (deps: Deps, key: Key): Promise<readonly PlanView[]> =>
  deps.db.for(key.organizationId)(async trx => {
    const seal = sealFor(deps, await personKey(trx, deps, key), key)
    return (await store.listPlans(trx, key)).map(row => openPlan(seal, row))
  })

/** @throws ProblemError `not_found`. */
export const loadPlan = (deps: Deps, key: Key & { readonly planId: string }): Promise<PlanView> =>
  deps.db.for(key.organizationId)(async trx => {
    const row = await store.lockPlan(trx, key)
    if (!row) throw new ProblemError('not_found', 'This plan is not yours or no longer exists')
    return openPlan(sealFor(deps, await personKey(trx, deps, key), key), row)
  })

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

type Period = { readonly from: Date; readonly to: Date }
type People = Promise<ReadonlySet<string>>

export const peopleWhoTalked = (deps: Deps, organizationId: string, period: Period): People =>
  deps.db.for(organizationId)(trx => store.peopleWriting(trx, organizationId, period))

export const peopleWhoPlanned = (deps: Deps, organizationId: string, period: Period): People =>
  deps.db.for(organizationId)(trx =>
    store.peoplePlanning(trx, organizationId, { ...period, states: ['open', 'kept', 'missed', 'dropped'] })
  )

export const peopleWhoKeptAPlan = (deps: Deps, organizationId: string, period: Period): People =>
  deps.db.for(organizationId)(trx => store.peoplePlanning(trx, organizationId, { ...period, states: ['kept'] }))
