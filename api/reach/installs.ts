/** A run that installs the app for everybody who can have it: tried dry, watched, paused, cancelled, resumed after any crash. */
import { reachSettingsOf, reachSettingsWithin } from '../channels/channels.ts'
import { record } from '../audit/audit.ts'
import { INSTALL_REASONS, type InstallProblem, type InstallRun } from '../contract/reach.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { inSteps, smallestGroupWithin, tell } from '../gate/gate.ts'
import { ProblemError } from '../platform/errors.ts'
import { sizeInstallsJob, workInstallsJob } from './job-definitions.ts'
import * as store from './store-installs.ts'
import { pagesOfTargets } from './targets.ts'

/** What Graph admits for one app in one tenant. */
const CALLS_A_SECOND = 30

type Company = { readonly organizationId: string }
type Admin = Company & { readonly personId: string }
type RunKey = Company & { readonly runId: string }

/** Counts, and calls nobody. A person who has the app costs two more calls, which cannot be known before. */
export async function dryRun(deps: Deps, { organizationId }: Company) {
  let calls = 0
  for await (const page of pagesOfTargets(deps, organizationId)) calls += page.length
  const { level, catalogId } = await reachSettingsOf(deps, organizationId)
  const problem: InstallProblem | null = level < 2 ? 'level' : catalogId ? null : 'app_unknown'
  const smallest = await deps.db.for(organizationId)(trx => smallestGroupWithin(trx, organizationId))
  const people = inSteps(calls, smallest)
  // Calls would say how many people there are.
  const shown = people.kind === 'at_least' ? people.people : 0
  return { people, calls: shown, seconds: Math.ceil(shown / CALLS_A_SECOND), problem }
}

/** @throws ProblemError `conflict` while another one goes on, or where the company has not granted it. */
export async function startRun(deps: Deps, { organizationId, personId }: Admin): Promise<string> {
  const runId = deps.newId('run')
  await deps.db.for(organizationId)(async trx => {
    await store.lockRuns(trx, organizationId)
    const before = await store.newestRun(trx, organizationId)
    if (before?.state === 'running' || before?.state === 'paused')
      throw new ProblemError('conflict', 'The app is being installed already. Wait for it, or cancel it first', {
        reason: 'install_on'
      })
    await mustBeGranted(trx, organizationId)
    const row = { organization_id: organizationId, id: runId, state: 'running', author: personId, people: 0 } as const
    const times = { started_at: deps.now(), sized_at: null, ended_at: null, problem: null, retry_at: null }
    await store.insertRun(trx, { ...row, ...times })
    await record(trx, deps, { organizationId, action: 'install_run.begin', actor: personId, detail: { runId } })
    await deps.queue.enqueue(trx, sizeInstallsJob.job({ organizationId, runId }, { key: runId }))
  })
  return runId
}

async function mustBeGranted(trx: Trx, organizationId: string): Promise<void> {
  const { level, catalogId } = await reachSettingsWithin(trx, organizationId)
  if (level < 2)
    throw new ProblemError('conflict', 'Your company has not let us install the app. Choose level 2 first', {
      reason: 'level'
    })
  if (!catalogId)
    throw new ProblemError('conflict', 'We do not know the app in your catalogue yet. Press "Check now" first', {
      reason: 'app_unknown'
    })
}

/** Repeated after a crash it lists the same people. */
export async function sizeRun(deps: Deps, { organizationId, runId }: RunKey): Promise<void> {
  const inCompany = deps.db.for(organizationId)
  let people = 0
  for await (const targets of pagesOfTargets(deps, organizationId)) {
    people += targets.length
    await inCompany(trx => store.insertTargets(trx, { organizationId, runId, targets, at: deps.now() }))
    await inCompany(trx => deps.queue.enqueue(trx, workInstallsJob.job({ organizationId, runId }, { key: runId })))
  }
  await inCompany(async trx => {
    const change = { people, sized_at: deps.now() }
    const from = ['running', 'paused', 'cancelled'] as const
    await store.changeRun(trx, { organizationId, runId, from }, change)
    // One that was cancelled meanwhile leaves nobody waiting.
    if ((await store.findRun(trx, { organizationId, runId }))?.state === 'cancelled')
      await store.cancelTargets(trx, { organizationId, runId })
    await store.finishRun(trx, { organizationId, runId, at: deps.now() })
  })
}

const TURNS = {
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['running', 'paused'], to: 'running' },
  cancel: { from: ['running', 'paused'], to: 'cancelled' }
} as const

type Turning = Admin & { readonly runId: string; readonly turn: keyof typeof TURNS }

/** Resuming also tries anew what a problem holds. @throws ProblemError `conflict` when it has ended. */
export async function turnRun(deps: Deps, { organizationId, personId, runId, turn }: Turning): Promise<void> {
  const { from, to } = TURNS[turn]
  await deps.db.for(organizationId)(async trx => {
    const ended_at = to === 'cancelled' ? deps.now() : null
    const change = { state: to, ended_at, problem: null, retry_at: null }
    if (!(await store.changeRun(trx, { organizationId, runId, from }, change)))
      throw new ProblemError('conflict', 'This has ended or stands as asked already. Load the page again', {
        reason: 'install_turned'
      })
    if (turn === 'cancel') await store.cancelTargets(trx, { organizationId, runId })
    await record(trx, deps, { organizationId, action: `install_run.${turn}`, actor: personId, detail: { runId } })
    if (to === 'running') await deps.queue.enqueue(trx, workInstallsJob.job({ organizationId, runId }, { key: runId }))
  })
}

export const newestRun = (deps: Pick<Deps, 'db' | 'now'>, organizationId: string): Promise<InstallRun | null> =>
  deps.db.for(organizationId)(async trx => {
    const row = await store.newestRun(trx, organizationId)
    return row ? toView(trx, { organizationId, row, at: deps.now() }) : null
  })

type Seen = Company & { readonly row: store.RunRow; readonly at: Date }

/** How far it is moves in steps while it runs; what came of it is told when it has ended. */
async function toView(trx: Trx, { organizationId, row, at }: Seen): Promise<InstallRun> {
  const tally = await store.tallyRun(trx, { organizationId, runId: row.id })
  const sum = (kept: (each: store.Tally) => boolean): number =>
    tally.filter(kept).reduce((total, { count }) => total + count, 0)
  const all = Math.max(
    row.people,
    sum(() => true)
  )
  const done = sum(({ state }) => state !== 'waiting' && state !== 'cancelled')
  const far = await tell(trx, {
    organizationId,
    about: `installs/${row.id}`,
    wholes: { people: { all }, far: { done, open: Math.max(0, all - done) } },
    at
  })
  const hasEnded = row.ended_at !== null
  const results = hasEnded ? await resultsOf(trx, { organizationId, row, at }, tally) : null
  return {
    runId: row.id,
    state: row.state,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    sized: row.sized_at !== null,
    people: far.people.all,
    done: far.far.done,
    results,
    problem: row.problem
  }
}

/** Every reason stands there, so that none tells by being there that somebody has it. */
async function resultsOf(trx: Trx, { organizationId, row, at }: Seen, tally: readonly store.Tally[]) {
  const counts = { installed: 0, already: 0, ...NO_REASONS }
  for (const { state, reason, count } of tally)
    if (reason !== null) counts[reason] += count
    else if (state === 'installed' || state === 'already') counts[state] += count
  const told = await tell(trx, { organizationId, about: `install-results/${row.id}`, wholes: { counts }, at })
  const { installed, already, ...reasons } = told.counts
  return { installed, already, failed: INSTALL_REASONS.map(reason => ({ reason, count: reasons[reason] })) }
}

const NO_REASONS = { policy: 0, guest: 0, no_teams: 0, gone: 0, refused: 0, no_answer: 0 }
