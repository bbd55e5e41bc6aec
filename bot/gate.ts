/** When a send may leave: moments of one app and tenant, reserved for all processes together and kept here to the millisecond. */
import type { Deps } from '../api/platform/deps.ts'
import { LATEST_MS, LEAD_MS, reserve, reserveSoon, slowDown, type Pace } from '../api/platform/pace.ts'
import { SECOND, sleep } from '../api/platform/time.ts'

/** Resolves when the send may leave. */
export type Turn = () => Promise<void>

export type Turns = {
  readonly turns: readonly Turn[]
  /** Resolves when it is time to reserve the next block, so that nobody holds moments far ahead of others. */
  readonly nearlyOver: () => Promise<void>
}

export type Gate = {
  /** As many as one reservation may hold. */
  readonly block: number
  reserve(tenantId: string, count: number): Promise<Turns>
  /** Waits for a moment that is near. @returns false when others go first: what is only a courtesy is then not sent. */
  mayNow(tenantId: string): Promise<boolean>
  /** Teams throttles: every process waits and then goes slower; what this one reserved is given up. */
  slowDown(tenantId: string, waitMs: number): Promise<void>
}

/** Teams allows 50 a second per app and tenant. A little less, so that two that travel unlike fast are not one too many. */
export const PER_SECOND = 48.9
const BLOCK = 10
/** A process that sent nothing for so long opens connections first: what leaves on time arrives late, and the next ones right behind it. */
const COLD_MS = 3 * SECOND
const COLD_SHARE = 0.8
/** What waits longer comes too late to be of use. */
const NEAR_MS = 200

export function createGate({ db, config }: Pick<Deps, 'db' | 'config'>, perSecond = PER_SECOND): Gate {
  const slowed = new Map<string, number>()
  const timesSlowed = (key: string): number => slowed.get(key) ?? 0
  const warmUntil = new Map<string, number>()
  const paceOf = (key: string): Pace => {
    const cold = performance.now() > (warmUntil.get(key) ?? 0)
    return { key, perSecond: cold ? perSecond * COLD_SHARE : perSecond }
  }
  const momentsOf = async (key: string, count: number): Promise<readonly number[]> => {
    const { firstMs, gapMs } = await reserve(db, paceOf(key), count)
    const first = performance.now() + firstMs
    warmUntil.set(key, first + COLD_MS)
    return Array.from({ length: count }, (_, index) => first + index * gapMs)
  }
  const wait = async (key: string, at: number, times = timesSlowed(key)): Promise<void> => {
    await until(at)
    if (performance.now() - at <= LATEST_MS && timesSlowed(key) === times) return
    const [next = 0] = await momentsOf(key, 1)
    return wait(key, next)
  }
  const keyOf = (tenantId: string): string => `teams/${config.BOT_APP_ID}/${tenantId}`
  return {
    block: BLOCK,
    reserve: async (tenantId, count) => {
      const key = keyOf(tenantId)
      const times = timesSlowed(key)
      const moments = await momentsOf(key, count)
      return {
        turns: moments.map(at => () => wait(key, at, times)),
        nearlyOver: () => until((moments.at(-1) ?? 0) - LEAD_MS)
      }
    },
    mayNow: async tenantId => {
      const key = keyOf(tenantId)
      const ms = await reserveSoon(db, { key, perSecond }, NEAR_MS)
      if (ms === undefined) return false
      const at = performance.now() + ms
      await until(at)
      return performance.now() - at <= LATEST_MS
    },
    slowDown: async (tenantId, waitMs) => {
      const key = keyOf(tenantId)
      slowed.set(key, timesSlowed(key) + 1)
      await slowDown(db, { key }, waitMs)
    }
  }
}

/** As fast as they go, which only a benchmark may. */
export const UNLIMITED: Gate = {
  block: 50,
  reserve: async (_tenantId, count) => ({
    turns: Array.from({ length: count }, () => async () => undefined),
    nearlyOver: async () => undefined
  }),
  mayNow: async () => true,
  slowDown: async () => undefined
}

const until = async (at: number): Promise<void> => {
  const ms = at - performance.now()
  if (ms > 0) await sleep(Math.ceil(ms))
}
