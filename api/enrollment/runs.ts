/** Long work: a new version of the rules or a repair, for everybody it changes; watched, paused, cancelled, resumed after any crash. */
import type { z } from 'zod'
import { record } from '../audit/audit.ts'
import type { putEnrollmentRules } from '../contract/enrollment-admin.ts'
import type { RuleSet } from '../contract/enrollment-rules.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { pagesOfEverybody } from './everybody.ts'
import { applyJob, workJob } from './job-definitions.ts'
import { callsOf } from './plan.ts'
import { followSettings, withRules } from './rules.ts'
import { forgetName } from './renamed.ts'
import { followSignUps } from './sign-ups.ts'
import { insertVersion } from './store-rules.ts'
import * as runs from './store-runs.ts'
import { PRIORITY, requestWork, retryFailed, clearProblem } from './store-work.ts'

type Change = {
  readonly organizationId: string
  readonly basedOn: number
  readonly content: RuleSet
  readonly reason: string
  readonly author: string
}

/** The version and the start of its run commit together. @throws ProblemError `conflict`. */
export async function saveRules(deps: Deps, change: Change): Promise<z.output<typeof putEnrollmentRules.answer>> {
  const { organizationId, basedOn, content, reason, author } = change
  return withRules(deps, organizationId, async (trx, latest) => {
    const version = latest.version + 1
    const next = { version, set: content, source: 'admin', author, reason, savedAt: deps.now() } as const
    if (latest.version !== basedOn || !(await insertVersion(trx, organizationId, next)))
      throw new ProblemError(
        'conflict',
        'Somebody else saved the rules meanwhile. Load them again and repeat the change'
      )
    await record(trx, deps, {
      organizationId,
      action: 'enrollment_rules.saved',
      actor: author,
      detail: { version, reason }
    })
    const runId = await beginRun(deps, trx, { organizationId, kind: 'rules', version, author })
    const { set: _set, savedAt, ...told } = next
    return { ...told, savedAt: savedAt.toISOString(), runId }
  })
}

type Begin = Pick<runs.RunRow, 'kind' | 'version' | 'author'> & { readonly organizationId: string }

/** For everybody whom the rules in force and what is assigned now change. */
export async function beginRun(deps: Deps, trx: Trx, { organizationId, ...begin }: Begin): Promise<string> {
  const runId = await newRun(deps, trx, { organizationId, ...begin, people: 0, calls: 0 })
  await deps.queue.enqueue(trx, applyJob.job({ organizationId, runId }, { key: runId }))
  return runId
}

type NewRun = Begin & { readonly people: number; readonly calls: number }

export async function newRun(deps: Deps, trx: Trx, { organizationId, ...run }: NewRun): Promise<string> {
  const id = deps.newId('run')
  await runs.insertRun(trx, {
    organization_id: organizationId,
    id,
    ...run,
    state: 'running',
    started_at: deps.now(),
    sized_at: run.people > 0 ? deps.now() : null,
    ended_at: null
  })
  return id
}

/** Finds whom the rules in force change and asks for them. Repeated after a crash it asks for the same people. */
export async function applyRules(
  deps: Deps,
  { organizationId, runId }: { readonly organizationId: string; readonly runId: string }
): Promise<void> {
  const inCompany = deps.db.for(organizationId)
  const { set } = await withRules(deps, organizationId, async (_trx, rules) => rules)
  let [people, calls] = [0, 0]
  for await (const page of pagesOfEverybody(deps, { organizationId, set })) {
    const changed = page.filter(({ plan }) => plan.steps.length > 0 || plan.nextAt)
    people += changed.length
    calls += changed.reduce((sum, { plan }) => sum + callsOf(plan.steps), 0)
    const personIds = changed.map(({ person }) => person.personId)
    await inCompany(trx =>
      requestWork(trx, { organizationId, personIds, priority: PRIORITY.rest, runId, at: deps.now() })
    )
    await wake(deps, organizationId)
  }
  await inCompany(async trx => {
    await runs.sizeRun(trx, { organizationId, runId, people, calls, at: deps.now() })
    await runs.finishRuns(trx, organizationId, deps.now())
  })
}

/** The operator changed the company: another key may mend the site, other settings may be other rules. */
export async function reconsider(deps: Deps, organizationId: string): Promise<void> {
  const inCompany = deps.db.for(organizationId)
  await inCompany(trx => clearProblem(trx, organizationId))
  await forgetName(deps, organizationId)
  await followSignUps(deps, organizationId)
  const { set, version, changed } = await followSettings(deps, organizationId)
  for await (const page of pagesOfEverybody(deps, { organizationId, set }))
    if (changed || page.some(({ plan }) => plan.steps.length > 0)) {
      await inCompany(trx => beginRun(deps, trx, { organizationId, kind: 'rules', version, author: 'operator' }))
      return
    }
}

export const wake = (deps: Deps, organizationId: string): Promise<void> =>
  deps.db.for(organizationId)(trx => deps.queue.enqueue(trx, workJob.job({ organizationId }, { key: organizationId })))

const TURNS = {
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  cancel: { from: ['running', 'paused'], to: 'cancelled' }
} as const satisfies Readonly<Record<string, Pick<Parameters<typeof runs.turnRun>[1], 'from' | 'to'>>>

type Turning = {
  readonly organizationId: string
  readonly runId: string
  readonly turn: keyof typeof TURNS
  readonly actor: string
}

/** @throws ProblemError `conflict` when the run has ended. */
export async function turnRun(deps: Deps, { organizationId, runId, turn, actor }: Turning): Promise<void> {
  await deps.db.for(organizationId)(async trx => {
    if (!(await runs.turnRun(trx, { organizationId, runId, ...TURNS[turn], at: deps.now() })))
      throw new ProblemError('conflict', 'This work has ended or stands as asked already. Load the page again')
    if (turn === 'cancel') await runs.cancelWaiting(trx, organizationId, runId)
    await record(trx, deps, { organizationId, action: `enrollment_run.${turn}`, actor, detail: { runId } })
    await runs.finishRuns(trx, organizationId, deps.now())
    await deps.queue.enqueue(trx, workJob.job({ organizationId }, { key: organizationId }))
  })
}

/** @returns how many people are tried once more. */
export async function tryAgain(
  deps: Deps,
  { organizationId, actor }: { readonly organizationId: string; readonly actor: string }
): Promise<number> {
  return withRules(deps, organizationId, async (trx, { version }) => {
    const runId = deps.newId('run')
    const people = await retryFailed(trx, organizationId, runId, deps.now())
    await clearProblem(trx, organizationId)
    if (people > 0) {
      const run = {
        organization_id: organizationId,
        id: runId,
        kind: 'again',
        version,
        author: actor,
        people,
        calls: 0
      } as const
      await runs.insertRun(trx, {
        ...run,
        state: 'running',
        started_at: deps.now(),
        sized_at: deps.now(),
        ended_at: null
      })
    }
    await deps.queue.enqueue(trx, workJob.job({ organizationId }, { key: organizationId }))
    return people
  })
}
