/** Works one run: a few people side by side, never faster than Graph admits, until nobody waits, somebody pauses it, or all of it has a problem. */
import { z } from 'zod'
import { adoptChat, reachSettingsOf } from '../channels/channels.ts'
import type { InstallProblem } from '../contract/reach.ts'
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'
import { after, MINUTE, SECOND } from '../platform/time.ts'
import { createGraphApp, TokenError, type GraphApp, type GraphReply } from '../vendors/graph-app.ts'
import { readInstall, type InstallAnswer } from './install-answer.ts'
import * as store from './store-installs.ts'

/** Calls take a tenth of a second or two: enough of them at once to use what Graph admits. */
const LANES = 12
/** Then the job ends and the tick starts another, so that a paused run is left and other companies have their turn. */
const SHIFT_MS = 30 * SECOND
/** Longer than a few paced calls can take. */
const LEASE_MS = 2 * MINUTE
const ATTEMPTS = 5
/** A service that is down may come back by itself; what an admin has to mend does not. */
const DOWN_MS = 20 * SECOND

type Run = { readonly organizationId: string; readonly runId: string }
type Shift = Run & {
  readonly deps: Deps
  readonly graph: GraphApp
  readonly catalogId: string
  readonly crew: string
  readonly until: number
}

export async function workRun(deps: Deps, run: Run): Promise<void> {
  const { organizationId } = run
  const { level, catalogId } = await reachSettingsOf(deps, organizationId)
  const graph = createGraphApp(deps, level)
  await releaseHold(deps, run)
  if (!graph || level < 2) return hold(deps, run, { problem: 'level' })
  if (!catalogId) return hold(deps, run, { problem: 'app_unknown' })
  const shift = { ...run, deps, graph, catalogId, crew: deps.newId('crew'), until: performance.now() + SHIFT_MS }
  await Promise.all(Array.from({ length: LANES }, () => takeTurns(shift)))
  await deps.db.for(organizationId)(trx => store.finishRun(trx, { ...run, at: deps.now() }))
}

/** A pause of the service that has passed. */
const releaseHold = (deps: Deps, { organizationId, runId }: Run): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    const row = await store.findRun(trx, { organizationId, runId })
    if (row?.retry_at && row.retry_at <= deps.realNow())
      await store.changeRun(trx, { organizationId, runId, from: ['running'] }, { problem: null, retry_at: null })
  })

async function takeTurns(shift: Shift): Promise<void> {
  const { deps, organizationId, runId, crew } = shift
  while (performance.now() < shift.until) {
    const target = await deps.db.for(organizationId)(trx =>
      store.claimTarget(trx, { organizationId, runId, crew, leaseMs: LEASE_MS })
    )
    if (!target || (await settle(shift, target))) return
  }
}

/** @returns whether all of the run has to wait. */
async function settle(shift: Shift, target: store.Work): Promise<boolean> {
  const answer = await ask(shift, target).catch(async (error: unknown) => {
    // A fault on our side: others go on, and this one does not wait for its claim to end.
    await release(shift, target, { kind: 'again', waitMs: 2 ** target.attempts * SECOND })
    throw error
  })
  switch (answer.kind) {
    case 'installed':
    case 'already':
    case 'failed':
      await release(shift, target, answer)
      return false
    case 'again':
      await release(
        shift,
        target,
        target.attempts >= ATTEMPTS
          ? { kind: 'failed', reason: 'no_answer' }
          : { kind: 'again', waitMs: answer.waitMs ?? 2 ** target.attempts * SECOND }
      )
      return false
    case 'hold':
      await release(shift, target, { kind: 'untouched' })
      await hold(shift.deps, shift, answer)
      return true
  }
}

/** Asking again is safe: who has the app conflicts, which is a success. */
async function ask({ deps, graph, catalogId, organizationId }: Shift, target: store.Work): Promise<InstallAnswer> {
  try {
    const answer = readInstall(await graph.install(target, catalogId))
    if (answer.kind !== 'already') return answer
    return await findChat(deps, graph, { ...target, organizationId })
  } catch (error) {
    if (error instanceof TokenError) return { kind: 'hold', ...whyNoToken(error) }
    if (error instanceof VendorError) return { kind: 'again', waitMs: undefined }
    throw error
  }
}

const whyNoToken = ({ number }: TokenError): { readonly problem: InstallProblem; readonly waitMs?: number } =>
  number ? { problem: 'token_refused' } : { problem: 'down', waitMs: DOWN_MS }

const listSchema = z.looseObject({ value: z.array(z.looseObject({ id: z.string() })) })
const chatSchema = z.looseObject({ id: z.string().min(1) })

type Found = store.Work & { readonly organizationId: string }

/** Teams tells of new installations only: of an old one Graph has to name the chat. */
async function findChat(deps: Deps, graph: GraphApp, target: Found): Promise<InstallAnswer> {
  const { organizationId, personId, tid, oid } = target
  const manifestId = deps.config.TEAMS_APP_ID
  if (!manifestId) return { kind: 'already' }
  const listed = await graph.installed(target, manifestId)
  const [installation] = listSchema.safeParse(listed.body).data?.value ?? []
  if (!installation) return unread(listed)
  const chat = await graph.chat(target, installation.id)
  const found = chatSchema.safeParse(chat.body)
  if (!found.success) return unread(chat)
  const conversationId = found.data.id
  await adoptChat(deps, { organizationId, personId, tenantId: tid, entraObjectId: oid, conversationId })
  return { kind: 'already' }
}

/** The app is there, its chat is not named: the same reading of a refusal, and without one another try. */
function unread(reply: GraphReply): InstallAnswer {
  const answer = readInstall(reply)
  return answer.kind === 'installed' || reply.status === 404 ? { kind: 'again', waitMs: undefined } : answer
}

const release = (
  { deps, organizationId, runId, crew }: Shift,
  { personId }: store.Work,
  outcome: store.Outcome
): Promise<void> =>
  deps.db.for(organizationId)(trx =>
    store.releaseTarget(trx, { organizationId, runId, crew, personId, outcome, at: deps.now() })
  )

type Hold = { readonly problem: InstallProblem; readonly waitMs?: number | undefined }

/** What passes by itself is tried again; what an admin has to mend waits until they resume it. */
async function hold(deps: Deps, { organizationId, runId }: Run, { problem, waitMs }: Hold): Promise<void> {
  deps.log.warn({ run: runId, problem }, 'installing waits')
  const retry_at = waitMs === undefined ? null : after(deps.realNow(), waitMs)
  await deps.db.for(organizationId)(trx =>
    store.changeRun(trx, { organizationId, runId, from: ['running'] }, { problem, retry_at })
  )
}
