/** The revocation log in memory, read each second. When it cannot be read nobody is let in: better a retry than a leaver. */
import { subjectOf } from '../contract/subject.ts'
import type { Deps } from '../platform/deps.ts'
import { deleteOldLimits } from '../platform/limits.ts'
import { MINUTE, SECOND, within } from '../platform/time.ts'
import { createHolds, type Holds } from './holds.ts'
import { ACCESS_TOKEN_SECONDS } from './provider.ts'
import { SIGNED_OUT } from './signed-out.ts'
import { LOOKED_MS } from './unit.ts'
import { deleteExpired, listRecentRevocations, type LoggedRevocation } from './store.ts'

const READ_EVERY_MS = SECOND
/** A process that could not read the log for so long refuses everybody. */
export const STALE_MS = 3 * SECOND
const CLEAN_EVERY_MS = 10 * MINUTE
/** Longer than any token lives: older revocations meet expired tokens only. */
const LOOK_BACK_SECONDS = 3 * ACCESS_TOKEN_SECONDS

export type Standing = 'live' | 'revoked' | 'unknown'

export type RevocationWatch = AsyncDisposable & {
  /** @param began when the token's request began, by the database's clock. @returns `unknown` when the log has not been read lately. */
  check(subject: string, began: number): Promise<Standing>
  /** Calls `end` once, within seconds of the moment from which `check` says anything but `live`. */
  readonly hold: Holds['hold']
}

type WatchDeps = Pick<Deps, 'db' | 'log' | 'realNow'>

export async function startRevocationWatch(deps: WatchDeps): Promise<RevocationWatch> {
  const log = createLogReader(deps)
  await log.read()
  const judge = (subject: string, began: number): Standing => {
    if (log.age() > STALE_MS) return 'unknown'
    return began <= log.deadUntil(subject) ? 'revoked' : 'live'
  }
  const holds = createHolds(judge)
  let looking: Promise<void> | undefined
  // Whoever asks meanwhile shares it. A busy database is waited for as long as its answer counts; one that hangs is not.
  const look = (): Promise<void> => {
    looking ??= within(STALE_MS, log.read())
      .catch((err: unknown) => deps.log.error({ err }, 'revocation log not readable'))
      .finally(() => {
        looking = undefined
      })
    return looking
  }
  const stop = Promise.withResolvers<'stop'>()
  const beat = async (): Promise<void> => {
    await look()
    holds.sweep()
  }
  const running = loop(deps, beat, stop.promise)
  return {
    check: async (subject, began) => {
      // A busy process may have missed its beat; one look of its own decides.
      if (log.age() > STALE_MS) await look()
      return judge(subject, began)
    },
    hold: holds.hold,
    [Symbol.asyncDispose]: async () => {
      stop.resolve('stop')
      await running
      holds.endAll()
    }
  }
}

function createLogReader({ db }: Pick<Deps, 'db'>) {
  let firstSeen: ReadonlyMap<string, number> = new Map()
  let dead: ReadonlyMap<string, number> = new Map()
  let readAt = Number.NEGATIVE_INFINITY
  return {
    age: () => performance.now() - readAt,
    /** Tokens of requests that began up to here are refused: milliseconds, by the database's clock. */
    deadUntil: (subject: string) => dead.get(subject) ?? Number.NEGATIVE_INFINITY,
    read: async (): Promise<void> => {
      const startedAt = performance.now()
      const rows = await db.router(trx => listRecentRevocations(trx, LOOK_BACK_SECONDS))
      // One that hung meanwhile knows less than what was read since.
      if (startedAt < readAt) return
      firstSeen = new Map(rows.map(({ serial, seenAt }) => [serial, firstSeen.get(serial) ?? seenAt.getTime()]))
      dead = latest(
        rows.map(row => [
          subjectOf(row.organizationId, row.personId),
          endOf(row, firstSeen.get(row.serial) ?? row.seenAt.getTime())
        ])
      )
      readAt = startedAt
    }
  }
}

/**
 * Of access taken away, the moment this process saw it counts: it had committed by then. Whoever signs out themselves may be
 * let in again at once, so that the moment they did counts.
 */
const endOf = ({ reason, recordedAt }: LoggedRevocation, seenAt: number): number =>
  reason === SIGNED_OUT ? recordedAt.getTime() : seenAt + LOOKED_MS

const latest = (ends: readonly (readonly [string, number])[]): ReadonlyMap<string, number> => {
  const found = new Map<string, number>()
  for (const [subject, end] of ends) found.set(subject, Math.max(end, found.get(subject) ?? end))
  return found
}

async function loop(deps: WatchDeps, beat: () => Promise<void>, stopped: Promise<'stop'>): Promise<void> {
  let cleanedAt = performance.now()
  for (;;) {
    const pause = new Promise<'go'>(resolve => setTimeout(() => resolve('go'), READ_EVERY_MS).unref())
    if ((await Promise.race([pause, stopped])) === 'stop') return
    await beat()
    if (performance.now() - cleanedAt < CLEAN_EVERY_MS) continue
    cleanedAt = performance.now()
    await within(MINUTE, clean(deps)).catch((err: unknown) => deps.log.warn({ err }, 'expired rows kept'))
  }
}

const clean = ({ db, realNow }: WatchDeps): Promise<void> =>
  db.router(async trx => {
    await deleteExpired(trx, realNow())
    await deleteOldLimits(trx, realNow())
  })
