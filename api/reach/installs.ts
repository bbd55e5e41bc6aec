/** A run that installs the app for everybody who can have it: tried dry, watched, paused, cancelled, resumed after any crash. */
import { reachSettingsOf, reachSettingsWithin } from '../channels/channels.ts'
import { record } from '../audit/audit.ts'
import type { InstallProblem, InstallRun } from '../contract/reach.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { floored, flooredParts } from './floor.ts'
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
  const people = floored(calls)
  // A small number of calls would say how few people there are.
  const shown = people.kind === 'exact' ? calls : 0
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

export const newestRun = (deps: Pick<Deps, 'db'>, organizationId: string): Promise<InstallRun | null> =>
  deps.db.for(organizationId)(async trx => {
    const row = await store.newestRun(trx, organizationId)
    return row ? toView(row, await store.tallyRun(trx, { organizationId, runId: row.id })) : null
  })

function toView(row: store.RunRow, tally: readonly store.Tally[]): InstallRun {
  const sum = (kept: (each: store.Tally) => boolean): number =>
    tally.filter(kept).reduce((total, { count }) => total + count, 0)
  const reasons = [...new Set(tally.flatMap(({ reason }) => reason ?? []))]
  const parts = {
    installed: sum(({ state }) => state === 'installed'),
    already: sum(({ state }) => state === 'already'),
    ...Object.fromEntries(reasons.map(reason => [reason, sum(each => each.reason === reason)]))
  }
  const counts: Readonly<Record<string, InstallRun['installed']>> = flooredParts<string>(parts)
  const few = { kind: 'few' } as const
  return {
    runId: row.id,
    state: row.state,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    sized: row.sized_at !== null,
    people: Math.max(
      row.people,
      sum(() => true)
    ),
    done: sum(({ state }) => state !== 'waiting' && state !== 'cancelled'),
    installed: counts['installed'] ?? few,
    already: counts['already'] ?? few,
    failed: reasons.map(reason => ({ reason, count: counts[reason] ?? few })),
    problem: row.problem
  }
}
