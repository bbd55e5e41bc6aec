/** The database's time as this process knows it: at most as late as it is there, so that nothing looks newer than it is. */
import { createMemo } from './memo.ts'
import { SECOND } from './time.ts'

const LOOK_AGAIN_MS = 10 * SECOND

/** @param read what the database says now. The way back counts as nothing, so that the time is behind by at most that. */
export function createDatabaseClock(read: () => Promise<Date>): () => Promise<Date> {
  const memo = createMemo<{ readonly said: number; readonly heardAt: number }>(LOOK_AGAIN_MS)
  const look = async () => ({ said: (await read()).getTime(), heardAt: performance.now() })
  return async () => {
    const { said, heardAt } = await memo.get('database', look)
    return new Date(said + performance.now() - heardAt)
  }
}
