/**
 * 20,000 due nudges from the tick's job to the stored outcome, on PostgreSQL with two processes, beside a bare botbuilder loop with
 * as many processes and sends in flight, both warm and without a limiter; then, with it, a minute against Teams' sliding windows.
 */
import { z } from 'zod'
import { sendDueJob } from '../api/nudges/jobs.ts'
import { sleep } from '../api/platform/time.ts'
import { PER_SECOND } from '../bot/gate.ts'
import type { Figures, Say } from './named.ts'
import { openNudgeStage, type NudgeStage } from './nudges/stage.ts'
import { BENCH_DATABASE, median, rounded, startProcess, type Started } from './oauth/sides.ts'

const NUDGES = 20_000
const WARMING = 3000
const PROCESSES = 2
const ROUNDS = 5
const ALLOWED_PER_SECOND = 50
const MINUTE_MS = 60_000
const PATIENCE_MS = 180_000

export async function benchNudges(say: Say): Promise<Figures> {
  await using stage = await openNudgeStage(BENCH_DATABASE, NUDGES)
  return { ...(await compare(stage, say)), ...(await keepTheLimit(stage, say)) }
}

async function compare(stage: NudgeStage, say: Say): Promise<Figures> {
  await using stack = new AsyncDisposableStack()
  const bare = await several(async () =>
    stack.use(await startProcess(`${import.meta.dirname}/nudges/bare.ts`, stage.connector.url))
  )
  await several(async () => stack.use(await stage.startWorker({})))
  const rounds: { readonly ours: number; readonly bare: number }[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const count = round === 0 ? WARMING : NUDGES
    const figures = { bare: await sendBare(bare, count), ours: await sendOurs(stage, `round${round}`, count) }
    // The first round warms up.
    if (round > 0) rounds.push(figures)
    say(`ours ${figures.ours.toFixed(0)}/s  bare ${figures.bare.toFixed(0)}/s`)
  }
  return {
    nudges: NUDGES,
    ratio: rounded(median(rounds.map(({ ours, bare: beside }) => ours / beside))),
    nudgesPerSecond: rounded(median(rounds.map(({ ours }) => ours))),
    barePerSecond: rounded(median(rounds.map(({ bare: beside }) => beside)))
  }
}

const several = <T>(start: () => Promise<T>): Promise<readonly T[]> =>
  Promise.all(Array.from({ length: PROCESSES }, start))

/** @returns how many a second. */
async function sendBare(bare: readonly Started[], count: number): Promise<number> {
  const began = performance.now()
  await Promise.all(
    bare.map(async ({ said }) => {
      const { url } = z.object({ url: z.url() }).parse(said)
      await (await fetch(`${url}/${count / PROCESSES}`)).text()
    })
  )
  return (count / (performance.now() - began)) * 1000
}

/** @returns how many a second, until the last outcome is stored. @throws when one is not sent. */
async function sendOurs(
  { deps, organizationId, connector, ...stage }: NudgeStage,
  name: string,
  count: number
): Promise<number> {
  await stage.addDueNudges(name, count)
  await connector.control({ forget: true })
  const began = performance.now()
  await deps.db.router(trx => deps.queue.enqueue(trx, sendDueJob.job({ organizationId })))
  await until(async () => (await connector.stats()).accepted >= count, 100)
  await until(async () => (await stage.states(name))['sent'] === count, 20)
  return (count / (performance.now() - began)) * 1000
}

async function keepTheLimit({ deps, organizationId, connector, ...stage }: NudgeStage, say: Say): Promise<Figures> {
  await using stack = new AsyncDisposableStack()
  await several(async () => stack.use(await stage.startWorker({ perSecond: PER_SECOND })))
  await stage.addDueNudges('limited', ALLOWED_PER_SECOND * 62)
  await connector.control({ forget: true, limited: true })
  await deps.db.router(trx => deps.queue.enqueue(trx, sendDueJob.job({ organizationId })))
  await until(async () => (await connector.stats()).lastMs > MINUTE_MS, 500)
  const { withinMinute, refused } = await connector.stats()
  say(`${withinMinute} in the first minute, refused as too many: ${refused['429'] ?? 0}`)
  return {
    limitedShare: Number((withinMinute / (ALLOWED_PER_SECOND * (MINUTE_MS / 1000))).toFixed(3)),
    status429: refused['429'] ?? 0
  }
}

async function until(holds: () => Promise<boolean>, lookMs: number): Promise<void> {
  const patience = performance.now() + PATIENCE_MS
  while (!(await holds())) {
    if (performance.now() > patience) throw new Error('not everything was sent in time')
    await sleep(lookMs)
  }
}
