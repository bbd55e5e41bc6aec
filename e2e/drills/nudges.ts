/**
 * 10,000 due nudges are delivered by two processes while one of them is killed -9 again and again, the connector throttles, fails,
 * loses answers, hangs and is slow, and PostgreSQL is restarted and crashed. Afterwards each stored state is held against what
 * the connector took: see `nudge-judge.ts`. `inFlight` is how many sends were out at most at the faults.
 */
import { sql } from 'kysely'
import type { Figures, Say } from '../../bench/named.ts'
import { BENCH_DATABASE, type Started } from '../../bench/oauth/sides.ts'
import { openNudgeStage, type Fault, type NudgeStage } from '../../bench/nudges/stage.ts'
import { sleep } from '../../api/platform/time.ts'
import { seeded, type Random } from '../../sandbox/companies/random.ts'
import { judgeNudges, type StoredNudge } from './nudge-judge.ts'
import { startPostgres, type DrillPostgres } from './postgres.ts'

const NUDGES = 10_000
const KILLS = 8
const SEED = 20_261_125
const PROCESSES = 2
/** More than Teams allows, so that the drill does not last for hours; the limiter is the product's own. */
const PER_SECOND = 200
const AT_ONCE = 50
const LONGEST_RUN_MS = 5000
const THROTTLED_MS = 1500
const PATIENCE_MS = 6 * 60_000

const BAD_DAY: readonly { readonly kind: Fault; readonly chance: number }[] = [
  { kind: 'fail', chance: 0.01 },
  { kind: 'takeAndFail', chance: 0.003 },
  { kind: 'drop', chance: 0.003 },
  { kind: 'takeAndDrop', chance: 0.003 },
  { kind: 'hang', chance: 0.002 },
  { kind: 'slow', chance: 0.01 }
]
/** Nobody knows how these ended; of what fails plainly, half are a gateway's answers. */
const UNCLEAR: readonly string[] = ['fail', 'takeAndFail', 'drop', 'takeAndDrop', 'hang']

export async function drillNudges(say: Say, seed = SEED): Promise<Figures> {
  using postgres = await startPostgres()
  if (!postgres) say('no PostgreSQL is installed here that could be restarted: it runs through')
  await using stage = await openNudgeStage(postgres?.url ?? BENCH_DATABASE, NUDGES)
  await using stack = new AsyncDisposableStack()
  const workers = new Map<number, Started>()
  stack.defer(async () => void (await Promise.all([...workers.values()].map(each => each[Symbol.asyncDispose]()))))
  for (let index = 0; index < PROCESSES; index++) workers.set(index, await startWorker(stage))
  await stage.connector.control({ faults: [...BAD_DAY] })
  await stage.addDueNudges('drill', NUDGES)
  const began = performance.now()
  const killsAtWork = await disturb({ stage, workers, postgres, random: seeded(seed), say })
  const { refused } = await stage.connector.stats()
  await stage.connector.control({ faults: [] })
  await untilEnded(stage, say)
  const stored = await readStored(stage)
  const verdict = judgeNudges(stored, await stage.connector.arrived())
  const restarts = postgres ? RESTARTS.length : 0
  const faults = UNCLEAR.reduce((sum, kind) => sum + (refused[kind] ?? 0), 0)
  return {
    seed,
    nudges: NUDGES,
    processes: PROCESSES,
    kills: KILLS,
    killsAtWork,
    restarts,
    throttled: refused['429'] ?? 0,
    unclearAnswers: faults,
    sent: stored.filter(({ state }) => state === 'sent').length,
    // Twice without an answer: told as unclear, and given up.
    givenUp: stored.filter(({ state }) => state === 'failed').length,
    ...verdict,
    lost: verdict.lost + NUDGES - stored.length,
    inFlight: AT_ONCE * KILLS + AT_ONCE * PROCESSES * restarts + faults,
    seconds: Math.round((performance.now() - began) / 1000)
  }
}

/** A kill may repeat what was out; nothing is lost, and nothing is said to be what it is not. */
export const nudgesHeld = ({
  lost,
  repeats,
  kills,
  ambiguous,
  inFlight,
  unflaggedRepeats,
  falseStates
}: Figures): boolean =>
  lost === 0 &&
  unflaggedRepeats === 0 &&
  falseStates === 0 &&
  Number(repeats) <= AT_ONCE * Number(kills) &&
  Number(ambiguous) <= Number(inFlight)

const startWorker = (stage: NudgeStage): Promise<Started> => stage.startWorker({ perSecond: PER_SECOND, ticks: true })

/** After which kills PostgreSQL goes down, and how. */
const RESTARTS: readonly { readonly after: number; readonly how: 'fast' | 'immediate' }[] = [
  { after: 3, how: 'fast' },
  { after: 6, how: 'immediate' }
]
const THROTTLES_AFTER = new Set([2, 5])

type Scene = {
  readonly stage: NudgeStage
  readonly workers: Map<number, Started>
  readonly postgres: DrillPostgres | undefined
  readonly random: Random
  readonly say: Say
}

/** @returns how many kills came while there was work. */
async function disturb({ stage, workers, postgres, random, say }: Scene): Promise<number> {
  let killsAtWork = 0
  for (let kill = 1; kill <= KILLS; kill++) {
    await sleep(1000 + LONGEST_RUN_MS * random.next())
    const { accepted } = await stage.connector.stats()
    if (accepted < NUDGES) killsAtWork += 1
    await killOne(stage, workers, random.next() < 0.5 ? 0 : 1)
    if (THROTTLES_AFTER.has(kill)) await throttle(stage)
    const restart = RESTARTS.find(({ after }) => after === kill)
    if (restart) postgres?.restart(restart.how)
    say(`kill ${kill} of ${KILLS}: ${accepted} messages taken`)
  }
  return killsAtWork
}

async function killOne(stage: NudgeStage, workers: Map<number, Started>, index: number): Promise<void> {
  const victim = workers.get(index)
  const ended = new Promise(resolve => victim?.process.once('exit', resolve))
  victim?.process.kill('SIGKILL')
  await ended
  workers.set(index, await startWorker(stage))
}

async function throttle(stage: NudgeStage): Promise<void> {
  await stage.connector.control({ faults: [{ kind: 'throttle', chance: 1 }] })
  await sleep(THROTTLED_MS)
  await stage.connector.control({ faults: [...BAD_DAY] })
}

async function untilEnded(stage: NudgeStage, say: Say): Promise<void> {
  const patience = performance.now() + PATIENCE_MS
  for (let told = performance.now(); ;) {
    const { planned = 0, queued = 0 } = await stage.states('drill')
    if (planned + queued === 0) return
    if (performance.now() > patience) return say(`LOST: waited in vain for ${planned + queued} nudges`)
    if (performance.now() - told > 10_000) {
      told = performance.now()
      say(`${planned} planned, ${queued} on their way`)
    }
    await sleep(500)
  }
}

async function readStored({ deps }: NudgeStage): Promise<readonly StoredNudge[]> {
  const { rows } = await deps.db.owner(trx =>
    sql<StoredNudge>`
      select n.id, n.state, d.state as delivery, d.reason, coalesce(d.unclear, 0) as unclear
      from nudges n left join deliveries d on d.organization_id = n.organization_id and d.nudge_id = n.id
      where n.once_key = 'drill'`.execute(trx)
  )
  return rows
}
