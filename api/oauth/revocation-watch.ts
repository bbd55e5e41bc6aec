/** The revocation log in memory, read each second. When it cannot be read nobody is let in: better a retry than a leaver. */
import { subjectOf } from '../contract/subject.ts'
import type { Deps } from '../platform/deps.ts'
import { deleteOldLimits } from '../platform/limits.ts'
import { MINUTE, SECOND } from '../platform/time.ts'
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

export type RevocationWatch = AsyncDisposable & {
  /** @param began when the token's request began, by the database's clock. @returns `unknown` when the log has not been read lately. */
  check(subject: string, began: number): Promise<'live' | 'revoked' | 'unknown'>
}

export async function startRevocationWatch(deps: Pick<Deps, 'db' | 'log' | 'realNow'>): Promise<RevocationWatch> {
  const log = createLogReader(deps)
  await log.read()
  const stop = Promise.withResolvers<'stop'>()
  const running = loop(deps, log.read, stop.promise)
  return {
    check: async (subject, began) => {
      // A busy process may have missed its beat; one look of its own decides.
      if (log.age() > STALE_MS)
        await log.read().catch((err: unknown) => deps.log.error({ err }, 'revocation log not readable'))
      if (log.age() > STALE_MS) return 'unknown'
      return began <= log.deadUntil(subject) ? 'revoked' : 'live'
    },
    [Symbol.asyncDispose]: async () => {
      stop.resolve('stop')
      await running
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

async function loop(
  deps: Pick<Deps, 'db' | 'log' | 'realNow'>,
  read: () => Promise<void>,
  stopped: Promise<'stop'>
): Promise<void> {
  let cleanedAt = performance.now()
  for (;;) {
    const pause = new Promise<'go'>(resolve => setTimeout(() => resolve('go'), READ_EVERY_MS).unref())
    if ((await Promise.race([pause, stopped])) === 'stop') return
    await read().catch((err: unknown) => deps.log.error({ err }, 'revocation log not readable'))
    if (performance.now() - cleanedAt < CLEAN_EVERY_MS) continue
    cleanedAt = performance.now()
    await deps.db
      .router(async trx => {
        await deleteExpired(trx, deps.realNow())
        await deleteOldLimits(trx, deps.realNow())
      })
      .catch((err: unknown) => deps.log.warn({ err }, 'expired rows kept'))
  }
}
