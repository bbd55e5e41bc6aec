/**
 * Five rounds of the walk; inside each step the product's process is killed -9 at a seeded moment up to 3 s after its trigger.
 * `lost`: outcomes that never came; `repeated`: things that vendors confirmed creating more than once.
 */
import { seeded, type Random } from '../../sandbox/companies/random.ts'
import type { Figures, Say } from '../../bench/named.ts'
import { created, repeatsIn } from './judge.ts'
import { openStage, type Stage } from './stage.ts'
import { STEPS, type Step, type Wait } from './walk-steps.ts'

const ROUNDS = 5
const SEED = 20_261_123
const LATEST_KILL_MS = 3000
const PATIENCE_MS = 60_000
const LOOK_MS = 100

type Round = { readonly lost: number; readonly repeated: number; readonly slowestMs: number }

export async function drillWalk(say: Say): Promise<Figures> {
  const random = seeded(SEED)
  const rounds: Round[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    say(`round ${round} of ${ROUNDS}`)
    rounds.push(await walkOnce(random, say))
  }
  const sum = (of: (round: Round) => number): number => rounds.reduce((total, round) => total + of(round), 0)
  return {
    rounds: ROUNDS,
    kills: ROUNDS * STEPS.length,
    lost: sum(({ lost }) => lost),
    repeated: sum(({ repeated }) => repeated),
    slowestStepMs: Math.round(Math.max(...rounds.map(({ slowestMs }) => slowestMs)))
  }
}

async function walkOnce(random: Random, say: Say): Promise<Round> {
  await using stage = await openStage({ say, databaseUrl: process.env['TEST_DATABASE_URL'] || undefined })
  const before = repeats(stage)
  let lost = 0
  let slowestMs = 0
  for (const step of STEPS) {
    // More kills close to the trigger, where most of the work is.
    const killAfterMs = Math.round(LATEST_KILL_MS * random.next() ** 2)
    const outcome = await takeStep(stage, step, killAfterMs)
    slowestMs = Math.max(slowestMs, outcome.ms)
    if (outcome.missing) lost += 1
    say(`  ${step.name}: killed after ${killAfterMs} ms, ${outcome.missing ?? `done in ${Math.round(outcome.ms)} ms`}`)
  }
  return { lost, repeated: repeats(stage) - before, slowestMs }
}

async function takeStep(stage: Stage, step: Step, killAfterMs: number) {
  const started = performance.now()
  const killed = new Promise(resolve => setTimeout(resolve, killAfterMs)).then(() => stage.product.killAndRestart())
  const done = step.run(stage, wait).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error))
  )
  const [missing] = await Promise.all([done, killed])
  return { missing, ms: performance.now() - started }
}

const wait: Wait = async (what, attempt) => {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    const found = await attempt().catch(() => undefined)
    if (found !== undefined) return found
    if (performance.now() > until) throw new Error(`LOST: waited in vain for ${what}`)
    await new Promise(resolve => setTimeout(resolve, LOOK_MS))
  }
}

const repeats = ({ world }: Stage): number =>
  [world.teams.standin, world.thinkific.standin].reduce(
    (sum, standin) => sum + repeatsIn(created(standin.received())),
    0
  )
