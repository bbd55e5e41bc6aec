/** The database's time as this process knows it: at most as late as it is there, so that nothing looks newer than it is. */
import { createMemo } from './memo.ts'
import { SECOND } from './time.ts'

const LOOK_AGAIN_MS = 2 * SECOND
/** Two clocks run apart by less than this, of each millisecond. */
const DRIFT = 0.0005

/** How far the database's clock is ahead of this process's, at least; known since then. */
type Ahead = { readonly least: number; readonly at: number }

/** @param read what the database says now. Of what it says, the answer that came back fastest tells most. */
export function createDatabaseClock(read: () => Promise<Date>): () => Promise<Date> {
  const looking = createMemo<Ahead>(LOOK_AGAIN_MS)
  let held: Ahead | undefined
  const look = async (): Promise<Ahead> => {
    const askedAt = performance.now()
    const said = (await read()).getTime()
    const at = performance.now()
    held = narrow(held, { least: said - at, most: said + 1 - askedAt, at })
    return held
  }
  return async () => {
    const { least, at } = await looking.get('database', look)
    const now = performance.now()
    return new Date(now + least - DRIFT * (now - at))
  }
}

/** What was known before still holds, less the drift, unless the database's clock was set back. */
function narrow(held: Ahead | undefined, { least, most, at }: Ahead & { readonly most: number }): Ahead {
  const before = held ? held.least - DRIFT * (at - held.at) : Number.NEGATIVE_INFINITY
  return { least: before > most ? least : Math.max(before, least), at }
}
