/** Experiments of a company: offered, started, who takes part, what is held back, ended. The look at the figures is in experiment-check.ts. */
import { randomBytes } from 'node:crypto'
import { record } from '../audit/audit.ts'
import { peopleWhoAgreed, peopleWhoDecidedSince } from '../channels/channels.ts'
import { peopleWhoKeptAPlan, peopleWhoTalked } from '../coach/coach.ts'
import { peopleWhoWentOn } from '../enrollment/enrollment.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { after, DAY } from '../platform/time.ts'
import type { Key } from './context.ts'
import { askAboutExperimentJob } from './experiment-jobs.ts'
import {
  armOf,
  drawMoment,
  FINEST,
  isUnasked,
  offer,
  offersFor,
  WEEK,
  type Experiment,
  type Ground,
  type Offer,
  type Wanted
} from './experiment.ts'
import { resultOf, type Result } from './experiment-result.ts'
import { sumsIn } from './experiment-sums.ts'
import * as draws from './store-draws.ts'
import * as store from './store-experiments.ts'
import type { NudgeRow } from './store.ts'

const GROUND = 28 * DAY

/** What the company has to found an experiment on: counts of people, nothing of anybody. */
export async function groundOf(deps: Deps, organizationId: string): Promise<Ground> {
  const to = deps.now()
  const period = { from: after(to, -GROUND), to }
  const [agreed, joined, plan, course, session] = await Promise.all([
    peopleWhoAgreed(deps, organizationId),
    peopleWhoDecidedSince(deps, organizationId, { decision: 'given', since: period.from }),
    peopleWhoKeptAPlan(deps, organizationId, period),
    peopleWhoWentOn(deps, organizationId, period),
    peopleWhoTalked(deps, organizationId, period)
  ])
  const share = (did: ReadonlySet<string>): number => (agreed.size === 0 ? 0 : common(did, agreed) / agreed.size)
  return {
    agreed: agreed.size,
    joined: common(joined, agreed),
    baselines: { plan: share(plan), course: share(course), session: share(session) }
  }
}

const common = (some: ReadonlySet<string>, others: ReadonlySet<string>): number =>
  [...some].filter(each => others.has(each)).length

export async function experimentOffers(
  deps: Deps,
  organizationId: string
): Promise<{ readonly ground: Ground; readonly offers: readonly Offer[] }> {
  const ground = await groundOf(deps, organizationId)
  return { ground, offers: offersFor(ground) }
}

export type Start = Wanted & {
  readonly organizationId: string
  readonly by: string
  readonly sendPercent: number
  readonly costPoints: number
}

/**
 * Starts with nobody in it: who agrees from now on reads of it, who agreed before is asked once.
 * @throws ProblemError `conflict` where it could not find what it is for, or while another one is open.
 */
export async function startExperiment(deps: Deps, start: Start): Promise<{ readonly experimentId: string }> {
  const { organizationId, by, primary, weeks, holdoutPercent, sendPercent, costPoints } = start
  const { week } = offer(await groundOf(deps, organizationId), start)
  if (week === undefined)
    throw new ProblemError(
      'conflict',
      `With the people you have now, this could not find an effect of ${FINEST} points. Choose another share or length, or wait until more people take part`,
      { reason: 'experiment_small' }
    )
  const experimentId = deps.newId('experiment')
  const at = deps.now()
  await deps.db.for(organizationId)(async trx => {
    const isNew = await store.insertExperiment(trx, {
      organization_id: organizationId,
      id: experimentId,
      salt: randomBytes(32).toString('base64url'),
      primary_outcome: primary,
      holdout_percent: holdoutPercent,
      send_percent: sendPercent,
      weeks,
      cost_points: costPoints,
      started_at: at,
      started_by: by,
      next_check_at: after(at, WEEK),
      halted_at: null,
      ended_at: null,
      ended_by: null
    })
    if (!isNew)
      throw new ProblemError('conflict', 'An experiment is on already. End it first', { reason: 'experiment_on' })
    const detail = { experiment: experimentId, primary, weeks, holdoutPercent, sendPercent, costPoints }
    await record(trx, deps, { organizationId, action: 'experiment.started', actor: by, detail })
    await deps.queue.enqueue(trx, askAboutExperimentJob.job({ organizationId, experimentId }))
  })
  return { experimentId }
}

/** From now on everybody gets what they would get. Ending twice ends once. @throws ProblemError `not_found`. */
export const endExperiment = (
  deps: Deps,
  { by, ...key }: store.ExperimentKey & { readonly by: string }
): Promise<void> =>
  deps.db.for(key.organizationId)(async trx => {
    const row = await store.lockExperiment(trx, key)
    if (!row)
      throw new ProblemError('not_found', 'This experiment does not exist. Load the page again', {
        reason: 'experiment_gone'
      })
    if (row.ended_at) return
    await endNow(deps, trx, key, by)
  })

export async function endNow(deps: Deps, trx: Trx, key: store.ExperimentKey, by: string): Promise<void> {
  await store.updateExperiment(trx, key, { ended_at: deps.now(), ended_by: by })
  const detail = { experiment: key.experimentId }
  await record(trx, deps, { organizationId: key.organizationId, action: 'experiment.ended', actor: by, detail })
}

export const toExperiment = (row: store.ExperimentRow): Experiment => ({
  experimentId: row.id,
  salt: row.salt,
  primary: row.primary_outcome,
  holdoutPercent: row.holdout_percent,
  sendPercent: row.send_percent,
  weeks: row.weeks,
  costPoints: row.cost_points,
  startedAt: row.started_at,
  haltedAt: row.halted_at ?? undefined
})

export type Disclosed = {
  readonly experimentId: string
  readonly holdoutPercent: number
  readonly choice: 'in' | 'out' | 'open'
}

/** The experiment that a person is to know of, with what they said to it; which arm they are in is told to nobody. */
export const disclosedTo = (deps: Pick<Deps, 'db'>, key: Key): Promise<Disclosed | undefined> =>
  deps.db.for(key.organizationId)(async trx => {
    const row = await store.findOpenExperiment(trx, key.organizationId)
    if (!row || row.halted_at) return undefined
    const member = await store.findMember(trx, { ...key, experimentId: row.id })
    return { experimentId: row.id, holdoutPercent: row.holdout_percent, choice: member?.choice ?? 'open' }
  })

/** A yes to an experiment that is over changes nothing. Leaving works at any time; who comes back is in the arm they had. */
export const decideExperiment = (
  deps: Deps,
  input: Key & { readonly experimentId: string; readonly choice: 'in' | 'out' }
): Promise<void> =>
  deps.db.for(input.organizationId)(async trx => {
    const row = await store.lockExperiment(trx, input)
    if (!row || row.ended_at) return
    const known = await store.findMember(trx, input)
    if (known?.choice === input.choice) return
    const at = deps.now()
    await store.saveMember(trx, {
      organization_id: input.organizationId,
      experiment_id: input.experimentId,
      person_id: input.personId,
      choice: input.choice,
      arm:
        known?.arm ?? armOf({ salt: row.salt, holdoutPercent: row.holdout_percent, sendPercent: 100 }, input.personId),
      joined_at: known?.joined_at ?? (input.choice === 'in' ? at : null),
      decided_at: at
    })
  })

const NOBODY: ReadonlySet<string> = new Set()

/** Which of these nudges, all about to go, are held back; each draw is logged in the caller's transaction. */
export async function holdBack(deps: Deps, trx: Trx, rows: readonly NudgeRow[]): Promise<ReadonlySet<string>> {
  const unasked = rows.filter(isUnasked)
  const organizationId = unasked[0]?.organization_id
  const row = organizationId && (await store.findOpenExperiment(trx, organizationId))
  if (!row) return NOBODY
  const experiment = toExperiment(row)
  const key = { organizationId, experimentId: experiment.experimentId }
  const members = await store.membersAmong(
    trx,
    key,
    unasked.map(({ person_id }) => person_id)
  )
  const drawn = unasked.flatMap(moment => {
    const draw = members.has(moment.person_id) ? drawMoment(experiment, moment) : undefined
    return draw ? [{ moment, draw }] : []
  })
  // Halted: the held stay out of it, and what they miss is kept for their pace alone.
  const logged = experiment.haltedAt ? drawn.filter(({ draw }) => draw.arm === 'held') : drawn
  await draws.insertDecisions(
    trx,
    logged.map(({ moment, draw }) => ({
      organization_id: organizationId,
      experiment_id: experiment.experimentId,
      person_id: moment.person_id,
      nudge_id: moment.id,
      kind: moment.kind,
      ...draw,
      at: deps.now()
    }))
  )
  return idsOf(logged.filter(({ draw }) => !draw.assigned))
}

const idsOf = (drawn: readonly { readonly moment: NudgeRow }[]): ReadonlySet<string> =>
  new Set(drawn.map(({ moment }) => moment.id))

export type KnownExperiment = {
  readonly experiment: Experiment
  readonly endedAt: Date | undefined
  readonly joined: number
  readonly latest: { readonly look: number; readonly madeAt: Date; readonly result: Result } | undefined
}

/** All of a company, newest first, with what the newest look of each said. Not yet gated. */
export const experimentsOf = (deps: Pick<Deps, 'db'>, organizationId: string): Promise<readonly KnownExperiment[]> =>
  deps.db.for(organizationId)(async trx => {
    const rows = await store.listExperiments(trx, organizationId)
    const looks = await draws.listLatestLooks(trx, organizationId)
    const joined = await store.countMembers(trx, organizationId)
    return rows.map(row => {
      const experiment = toExperiment(row)
      const found = looks.find(({ experiment_id }) => experiment_id === row.id)
      return {
        experiment,
        endedAt: row.ended_at ?? undefined,
        joined: joined.get(row.id) ?? 0,
        latest: found && {
          look: found.look,
          madeAt: found.made_at,
          result: resultOf(experiment, found.look, sumsIn(found.sums))
        }
      }
    })
  })
