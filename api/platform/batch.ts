/** What is asked while others are being answered is asked together: no wait when little is asked, few statements when much is. */

const MOST_AT_ONCE = 2
const MOST_KEYS = 100

/** @param load answers in the order of its keys. It fails for all of them or for none. */
export function createBatch<Key, Value>(
  load: (keys: readonly Key[]) => Promise<readonly Value[]>
): (key: Key) => Promise<Value> {
  type Asked = { readonly key: Key } & PromiseWithResolvers<Value>
  let waiting: readonly Asked[] = []
  let running = 0
  const answer = async (batch: readonly Asked[]): Promise<void> => {
    try {
      const values = await load(batch.map(({ key }) => key))
      for (const [index, value] of values.entries()) batch[index]?.resolve(value)
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }
  const run = async (): Promise<void> => {
    // All that is asked in this turn of the loop goes along.
    await Promise.resolve()
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST_KEYS)
      waiting = waiting.slice(MOST_KEYS)
      await answer(batch)
    }
  }
  return key => {
    const asked = { key, ...Promise.withResolvers<Value>() }
    waiting = [...waiting, asked]
    if (running < MOST_AT_ONCE) {
      running += 1
      void run().finally(() => {
        running -= 1
      })
    }
    return asked.promise
  }
}
