/** The database's time as this process knows it: at most as late as it is there, so that nothing looks newer than it is. */
import { createMemo } from './memo.ts'
import { SECOND } from './time.ts'

const LOOK_AGAIN_MS = 2 * SECOND
/** Two clocks run apart by less than this, of each millisecond. */
const DRIFT = 0.0005

/** How far the database's clock is ahead of this process's, at least; known since then. */
type Known = { readonly least: number; readonly at: number }

/** @param read what the database says now. Of what it says, the answer that came back fastest tells most. */
export function createDatabaseClock(read: () => Promise<Date>, ahead: Ahead = createAhead()): () => Promise<Date> {
  const looking = createMemo<Known>(LOOK_AGAIN_MS)
  const look = async (): Promise<Known> => {
    const askedAt = performance.now()
    const said = (await read()).getTime()
    // What it says lost its fraction of a millisecond.
    return ahead.learn({ askedAt, said, uncertainMs: 1 })
  }
  return async () => new Date(timeBy(await looking.get('database', look), performance.now()))
}

/** What the database said about its time, in milliseconds since 1970, to a question of then. */
type Said = { readonly askedAt: number; readonly said: number; readonly uncertainMs?: number }

export type Ahead = {
  /** To be called as soon as the answer is there. */
  learn(said: Said): Known
  /** The database's time at a moment of this process, in milliseconds; undefined before anything was learned. */
  timeAt(moment: number): number | undefined
  /** Enough was learned to tell moments by it: the first answer comes over a new connection. */
  isSure(): boolean
}

const SURE_AFTER = 3

export function createAhead(): Ahead {
  let held: Known | undefined
  let learned = 0
  return {
    learn: ({ askedAt, said, uncertainMs = 0 }) => {
      learned += 1
      const at = performance.now()
      held = narrow(held, { least: said - at, most: said + uncertainMs - askedAt, at })
      return held
    },
    timeAt: moment => held && timeBy(held, moment),
    isSure: () => learned >= SURE_AFTER
  }
}

const timeBy = ({ least, at }: Known, moment: number): number => moment + least - DRIFT * (moment - at)

/** What was known before still holds, less the drift, unless the database's clock was set back. */
function narrow(held: Known | undefined, { least, most, at }: Known & { readonly most: number }): Known {
  const before = held ? held.least - DRIFT * (at - held.at) : Number.NEGATIVE_INFINITY
  return { least: before > most ? least : Math.max(before, least), at }
}
