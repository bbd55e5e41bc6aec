/** Wakes who waits in any process: a ring commits with its transaction and says that something changed, never what. */
import type { PGlite } from '@electric-sql/pglite'
import { sql } from 'kysely'
import pg from 'pg'
import type { Trx } from './database.ts'
import { SECOND, sleep, within } from './time.ts'

/** `word` is what the bell was rung with; undefined when rings may have been missed. */
type Hear = (word: string | undefined) => void

export type Bells = AsyncDisposable & {
  /** Hears the rings of a topic from now on, soon after; whoever waits looks by themselves now and then all the same. */
  on(topic: string, hear: Hear): Disposable
  /** Rings when `trx` commits. Neither topic nor word may hold a space, nor what people wrote. */
  ring(trx: Trx, topic: string, word: string): Promise<void>
}

/** Opens what hears the channel; calls `missed` whenever it begins to hear. */
type Open = (channel: string, heard: (payload: string) => void, missed: () => void) => Promise<AsyncDisposable>

export function createBells(schema: string, open: Open): Bells {
  const channel = `${schema}_bells`
  const listeners = new Map<string, Set<Hear>>()
  let opened: Promise<AsyncDisposable> | undefined
  const heard = (payload: string): void => {
    const [topic = '', word = ''] = payload.split(' ')
    for (const hear of listeners.get(topic) ?? []) hear(word)
  }
  const missed = (): void => {
    for (const hears of listeners.values()) for (const hear of hears) hear(undefined)
  }
  return {
    on: (topic, hear) => {
      opened ??= open(channel, heard, missed)
      const hears = listeners.get(topic) ?? new Set()
      listeners.set(topic, hears.add(hear))
      return {
        [Symbol.dispose]: () => {
          hears.delete(hear)
          if (hears.size === 0) listeners.delete(topic)
        }
      }
    },
    ring: async (trx, topic, word) => {
      await sql`select pg_notify(${channel}, ${`${topic} ${word}`})`.execute(trx)
    },
    [Symbol.asyncDispose]: async () => (await opened)?.[Symbol.asyncDispose]()
  }
}

export const hearEmbedded =
  (pglite: PGlite): Open =>
  async (channel, heard, missed) => {
    const close = await pglite.listen(channel, heard).catch(() => undefined)
    missed()
    return { [Symbol.asyncDispose]: async () => (pglite.closed ? undefined : close?.()) }
  }

const LOOK_MS = 5 * SECOND
const ANSWER_MS = 5 * SECOND
const PAUSE_MS = SECOND

/** One connection a process. One that does not answer is given up, and another opened: TCP would let it hang for hours. */
export const hearServer =
  (url: string, settings: string): Open =>
  async (channel, heard, missed) => {
    const stop = new AbortController()
    const rest = (ms: number) => Promise.race([sleep(ms), stopped(stop.signal)])
    const loop = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        const client = new pg.Client({ connectionString: url, options: settings, keepAlive: true })
        const lost = new Promise<void>(resolve => void client.once('end', resolve).on('error', () => resolve()))
        client.on('notification', ({ payload = '' }) => heard(payload))
        try {
          await within(ANSWER_MS, client.connect())
          await within(ANSWER_MS, client.query(`listen ${client.escapeIdentifier(channel)}`))
          missed()
          let alive = true
          void lost.then(() => (alive = false))
          while (alive && !stop.signal.aborted) {
            await Promise.race([rest(LOOK_MS), lost])
            if (alive && !stop.signal.aborted) await within(ANSWER_MS, client.query('select 1'))
          }
        } catch {
          await rest(PAUSE_MS)
        } finally {
          // Unanswered, the end of a dead connection would be waited for as long as the connection itself.
          await within(ANSWER_MS, client.end()).catch(() => undefined)
        }
      }
    }
    const looping = loop()
    return {
      [Symbol.asyncDispose]: async () => {
        stop.abort()
        await looping
      }
    }
  }

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
