/** The weekly look at an experiment: what it costs, the figures when a planned look is due, its end. Linear in people, by pages. */
import { record } from '../audit/audit.ts'
import { peopleWhoDecidedSince, peopleWhoEndedChatSince } from '../channels/channels.ts'
import { momentsFollowed } from '../coach/coach.ts'
import { listMembers } from '../directory/directory.ts'
import { momentsFollowedByStep } from '../enrollment/enrollment.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import type { Moment } from '../platform/moments.ts'
import { after, DAY } from '../platform/time.ts'
import { tellExperimentHaltedJob } from './experiment-jobs.ts'
import { endNow, toExperiment } from './experiments.ts'
import { costsTooMuch, HALT_LOOK, lookReached } from './experiment-result.ts'
import { addSums, NO_SUMS, sumUp, type Cost, type Counted, type Sums } from './experiment-sums.ts'
import { LONGEST_WINDOW, OUTCOMES, WEEK, WINDOWS, type Experiment, type Outcome } from './experiment.ts'
import * as draws from './store-draws.ts'
import * as store from './store-experiments.ts'

export const listOrganizationsToCheck = (deps: Deps): Promise<readonly string[]> =>
  deps.db.router(trx => store.organizationsToCheck(trx, deps.now()))

const RETENTION = 396 * DAY
const PAGE = 2000

export async function checkExperiment(deps: Deps, organizationId: string): Promise<void> {
  const now = deps.now()
  const row = await deps.db.for(organizationId)(trx => store.findOpenExperiment(trx, organizationId))
  if (!row || row.next_check_at > now) return
  const experiment = toExperiment(row)
  if (experiment.haltedAt) return
  const sums = await sumsOf(deps, organizationId, experiment)
  await deps.db.for(organizationId)(async trx => {
    await draws.deleteDecisionsBefore(trx, organizationId, after(now, -RETENTION))
    const locked = await store.lockExperiment(trx, { organizationId, experimentId: row.id })
    if (!locked || locked.ended_at || locked.next_check_at > now) return
    await conclude(deps, trx, { organizationId, experiment, sums })
  })
}

type Checked = { readonly organizationId: string; readonly experiment: Experiment; readonly sums: Sums }

async function conclude(deps: Deps, trx: Trx, { organizationId, experiment, sums }: Checked): Promise<void> {
  const now = deps.now()
  const key = { organizationId, experimentId: experiment.experimentId }
  const week = Math.floor((now.getTime() - experiment.startedAt.getTime()) / WEEK)
  await store.updateExperiment(trx, key, { next_check_at: after(experiment.startedAt, (week + 1) * WEEK) })
  if (costsTooMuch(experiment, sums)) {
    await halt(deps, trx, { organizationId, experiment, sums })
    return
  }
  const look = lookReached(experiment.weeks, week)
  // Made before, it stays as it was shown.
  if (look > 0) await draws.insertLook(trx, key, { look, madeAt: now, sums })
  if (week >= experiment.weeks) await endNow(deps, trx, key, 'schedule')
}

/** Nothing more is drawn. Who was held back stays so: giving everybody what drove people away would be the wrong way to stop. */
async function halt(deps: Deps, trx: Trx, { organizationId, experiment, sums }: Checked): Promise<void> {
  const key = { organizationId, experimentId: experiment.experimentId }
  const madeAt = deps.now()
  await store.updateExperiment(trx, key, { halted_at: madeAt })
  await draws.insertLook(trx, key, { look: HALT_LOOK, madeAt, sums })
  const detail = { experiment: experiment.experimentId, costPoints: experiment.costPoints }
  await record(trx, deps, { organizationId, action: 'experiment.halted', actor: 'schedule', detail })
  await deps.queue.enqueue(trx, tellExperimentHaltedJob.job(key))
}

type Costs = Readonly<Record<Exclude<Cost, 'left_experiment'>, ReadonlySet<string>>>

async function sumsOf(deps: Deps, organizationId: string, experiment: Experiment): Promise<Sums> {
  const [costs, cohorts] = await Promise.all([
    costsOf(deps, organizationId, experiment.startedAt),
    cohortsOf(deps, organizationId)
  ])
  const company = { organizationId, experiment, costs, cohorts }
  let sums = NO_SUMS
  for (let last = ''; ;) {
    const page = await pageOf(deps, company, last)
    const end = page.at(-1)?.personId
    if (end === undefined) return sums
    sums = addSums(sums, sumUp(page, experiment.primary))
    last = end
  }
}

type Company = {
  readonly organizationId: string
  readonly experiment: Experiment
  readonly costs: Costs
  readonly cohorts: ReadonlyMap<string, string | undefined>
}

async function pageOf(
  deps: Deps,
  { organizationId, experiment, costs, cohorts }: Company,
  last: string
): Promise<readonly (Counted & { readonly personId: string })[]> {
  const key = { organizationId, experimentId: experiment.experimentId }
  const { members, decisions } = await deps.db.for(organizationId)(async trx => {
    const members = await store.membersAfter(trx, key, { after: last, limit: PAGE })
    const end = members.at(-1)?.person_id ?? last
    const before = after(deps.now(), -LONGEST_WINDOW)
    return { members, decisions: await draws.decisionsBetween(trx, key, { after: last, last: end, before }) }
  })
  const followed = await followedIn(deps, organizationId, decisions)
  const byPerson = Map.groupBy(decisions, ({ person_id }) => person_id)
  const costNames = Object.keys(costs) as (keyof Costs)[]
  return members.map(({ person_id: personId, arm, choice, joined_at }) => ({
    personId,
    arm,
    joinedAt: joined_at ?? experiment.startedAt,
    cohort: cohorts.get(personId),
    costs: [
      ...costNames.filter(cost => costs[cost].has(personId)),
      ...(choice === 'out' ? ['left_experiment' as const] : [])
    ],
    moments: (byPerson.get(personId) ?? []).map(decision => ({
      at: decision.at,
      assigned: decision.assigned,
      followed: new Set(OUTCOMES.filter(outcome => followed[outcome].has(momentId(decision))))
    }))
  }))
}

type Decided = Pick<draws.DecisionRow, 'person_id' | 'nudge_id' | 'at'>

const momentId = ({ nudge_id, at }: Decided): string => `${nudge_id}@${at.toISOString()}`

async function followedIn(
  deps: Deps,
  organizationId: string,
  decisions: readonly Decided[]
): Promise<Readonly<Record<Outcome, ReadonlySet<string>>>> {
  const moments: readonly Moment[] = decisions.map(decision => ({
    momentId: momentId(decision),
    personId: decision.person_id,
    at: decision.at
  }))
  const [plan, course, session] = await Promise.all([
    momentsFollowed(deps, organizationId, { moments, withinMs: WINDOWS.plan, by: 'keeping' }),
    momentsFollowedByStep(deps, organizationId, { moments, withinMs: WINDOWS.course }),
    momentsFollowed(deps, organizationId, { moments, withinMs: WINDOWS.session, by: 'writing' })
  ])
  return { plan, course, session }
}

async function costsOf(deps: Deps, organizationId: string, since: Date): Promise<Costs> {
  const [answers, blocked, uninstalled, declined] = await Promise.all([
    deps.db.for(organizationId)(trx => draws.costsSince(trx, organizationId, since)),
    peopleWhoEndedChatSince(deps, organizationId, { state: 'blocked', since }),
    peopleWhoEndedChatSince(deps, organizationId, { state: 'uninstalled', since }),
    peopleWhoDecidedSince(deps, organizationId, { decision: 'declined', since })
  ])
  const whoSaid = (answer: string) =>
    new Set(answers.filter(each => each.answer === answer).map(({ person_id }) => person_id))
  return {
    stopped: whoSaid('stop'),
    fewer: whoSaid('fewer'),
    paused: whoSaid('pause'),
    not_relevant: whoSaid('not_relevant'),
    blocked,
    uninstalled,
    declined
  }
}

/** The first cohort of each: enough to see that one part was drawn differently. */
async function cohortsOf(deps: Deps, organizationId: string): Promise<ReadonlyMap<string, string | undefined>> {
  const members = await listMembers(deps, organizationId)
  return new Map(members.map(({ personId, cohorts }) => [personId, cohorts[0]]))
}
