/** A process of the product that judges due nudges and delivers them. Argument: its options. */
import { nudgeJobs, sendDueJob } from '../../api/nudges/jobs.ts'
import { listOrganizationsWithDueNudges } from '../../api/nudges/nudges.ts'
import type { Deps } from '../../api/platform/deps.ts'
import { personalParts } from '../../api/personal-data.ts'
import { stopSignal } from '../../api/platform/serve.ts'
import { openDeps } from '../../api/start.ts'
import { startTicking } from '../../api/ticks.ts'
import { createBot } from '../../bot/bot.ts'
import { createGate, UNLIMITED } from '../../bot/gate.ts'
import { workerSchema } from './stage.ts'

const { env, now, perSecond, ticks } = workerSchema.parse(JSON.parse(process.argv[2] ?? '{}'))
await using opened = await openDeps(env, { clock: { now: () => new Date(now), realNow: () => new Date() } })
const { deps } = opened
const bot = createBot(deps, { parts: personalParts, gate: perSecond ? createGate(deps, perSecond) : UNLIMITED })
const sending = nudgeJobs(deps).filter(({ definition }) => definition.name === sendDueJob.name)
await deps.queue.work([...bot.handlers, ...sending])
await using _ticks = ticks ? startTicking(deps, lookForDue) : undefined
process.stdout.write(`${JSON.stringify({ ready: true })}\n`)
await stopSignal()

async function lookForDue({ db, queue }: Deps): Promise<void> {
  const due = await listOrganizationsWithDueNudges(deps)
  const jobs = due.map(organizationId => sendDueJob.job({ organizationId }, { key: organizationId }))
  if (jobs.length > 0) await db.router(trx => queue.enqueue(trx, ...jobs))
}
