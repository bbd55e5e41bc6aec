/** When a send may leave: moments of one app and tenant, reserved for all processes together and kept here to the millisecond. */
import type { Deps } from '../api/platform/deps.ts'
import { createPaces, until, type Pace } from '../api/platform/pace.ts'
import { SECOND } from '../api/platform/time.ts'

/** Resolves when the send may leave, with what is called as soon as its answer is there. */
export type Turn = () => Promise<Answered>
export type Answered = () => void

export type Turns = {
  readonly turns: readonly Turn[]
  /** Resolves when it is time to make the next ones ready. */
  readonly nearlyOver: () => Promise<void>
}

export type Gate = {
  /** As many as one reservation may hold. */
  readonly block: number
  /** Resolves when the moments reserved by this process before are nearly over. */
  reserve(tenantId: string, count: number): Promise<Turns>
  /** The next moment that nobody has, for a call that somebody waits for. */
  turn(tenantId: string): Promise<Answered>
  /** Waits for a moment that is near. @returns false when others go first: what is only a courtesy is then not sent. */
  mayNow(tenantId: string): Promise<boolean>
  /** Teams throttles: every process waits and then goes slower; what this one reserved is given up. */
  slowDown(tenantId: string, waitMs: number): Promise<void>
}

/** Teams allows 50 a second per app and tenant. A little less, so that a call that comes a little late is not one too many. */
export const PER_SECOND = 49.2
const BLOCK = 5
/** So long before its last moment a process reserves again: time to claim what leaves, and little that a late call cannot move any more. */
const AHEAD_MS = SECOND / 10
/** A process that sent nothing for so long opens connections first: what leaves on time arrives late, and the next ones right behind it. */
const COLD_MS = 3 * SECOND
const COLD_SHARE = 0.8
const COLD_LEAD_MS = 150
/** A moment missed by more is given up, and another one taken; a process that is too busy to keep any takes the last one late. */
const LATEST_MS = 20
const MOST_MISSED = 20
/** What waits longer comes too late to be of use. */
const NEAR_MS = 200
/** Fifty calls at this pace take 16 ms longer than a second: a call that is later is one too many for the next one. Some travel faster than usual. */
const TOLERATED_MS = 10
/** An answer that takes longer still says little of when the call came. */
const LATEST_TOLD_MS = SECOND / 10

export function createGate({ db, config, log }: Pick<Deps, 'db' | 'config' | 'log'>, perSecond = PER_SECOND): Gate {
  const paces = createPaces(db)
  const slowed = new Map<string, number>()
  const timesSlowed = (key: string): number => slowed.get(key) ?? 0
  const warmUntil = new Map<string, number>()
  const usual = new Map<string, Usual>()
  const isCold = (key: string): boolean => performance.now() > (warmUntil.get(key) ?? 0)
  const momentsOf = async (key: string, count: number, leadMs?: number): Promise<readonly number[]> => {
    const pace: Pace = { key, perSecond: isCold(key) ? perSecond * COLD_SHARE : perSecond }
    const { first, gapMs } = await paces.reserve(pace, count, leadMs)
    warmUntil.set(key, first + COLD_MS)
    return Array.from({ length: count }, (_, index) => first + index * gapMs)
  }
  /** The answer took longer than answers do: its call may have come late, and nobody else can know. */
  const answered = (key: string, moment: number): void => {
    const tookMs = performance.now() - moment
    const usually = usual.get(key) ?? createUsual()
    usual.set(key, usually)
    const lateMs = Math.min(LATEST_TOLD_MS, usually(tookMs) - TOLERATED_MS)
    if (lateMs > 0)
      paces.stretch(key, { moment, lateMs }).catch((err: unknown) => {
        log.warn({ err }, 'others not told that a call was late')
      })
  }
  const wait = async (key: string, moment: number, times = timesSlowed(key), missed = 0): Promise<Answered> => {
    await until(moment)
    const kept = performance.now() - moment <= LATEST_MS || missed >= MOST_MISSED
    if (kept && timesSlowed(key) === times) return () => answered(key, moment)
    const [next = 0] = await momentsOf(key, 1)
    return wait(key, next, timesSlowed(key), missed + 1)
  }
  const keyOf = (tenantId: string): string => `teams/${config.BOT_APP_ID}/${tenantId}`
  const lastOf = new Map<string, Promise<number>>()
  const blockOf = async (key: string, count: number, before: Promise<number>) => {
    await until((await before) - AHEAD_MS)
    const times = timesSlowed(key)
    return { moments: await momentsOf(key, count, isCold(key) ? COLD_LEAD_MS : undefined), times }
  }
  return {
    block: BLOCK,
    reserve: async (tenantId, count) => {
      const key = keyOf(tenantId)
      const reserved = blockOf(key, count, lastOf.get(key) ?? Promise.resolve(0))
      const last = reserved.then(({ moments }) => moments.at(-1) ?? 0)
      lastOf.set(
        key,
        last.catch(() => 0)
      )
      const { moments, times } = await reserved
      return {
        turns: moments.map(moment => () => wait(key, moment, times)),
        nearlyOver: async () => until((await last) - 2 * AHEAD_MS)
      }
    },
    turn: async tenantId => {
      const key = keyOf(tenantId)
      const times = timesSlowed(key)
      const [next = 0] = await momentsOf(key, 1)
      return wait(key, next, times)
    },
    mayNow: async tenantId => {
      const moment = await paces.reserveSoon({ key: keyOf(tenantId), perSecond }, NEAR_MS)
      if (moment === undefined) return false
      await until(moment)
      return performance.now() - moment <= LATEST_MS
    },
    slowDown: async (tenantId, waitMs) => {
      const key = keyOf(tenantId)
      slowed.set(key, timesSlowed(key) + 1)
      await paces.slowDown(key, waitMs)
    }
  }
}

/** Leaves at once, and nobody asks how long the answer took. */
export const unpaced: Turn = async () => () => undefined

/** As fast as they go, which only a benchmark may. */
export const UNLIMITED: Gate = {
  block: 50,
  reserve: async (_tenantId, count) => ({
    turns: Array.from({ length: count }, () => unpaced),
    nearlyOver: async () => undefined
  }),
  turn: unpaced,
  mayNow: async () => true,
  slowDown: async () => undefined
}

/** By how much this one took longer than nine of ten do. */
type Usual = (tookMs: number) => number

const NINE_OF_TEN = 0.9
const STEP = 0.05

/** Begins as if answers came at once, and gets used to slower ones within a hundred calls. */
function createUsual(): Usual {
  let usual = 1
  return tookMs => {
    const before = usual
    usual *= 1 + STEP * (tookMs > before ? NINE_OF_TEN : NINE_OF_TEN - 1)
    return tookMs - before
  }
}
