/** What an engine says, as it comes, in groups worth a transaction each. */
import { LateError, sleep } from '../platform/time.ts'

/**
 * The first group at once, with what comes in the same breath; then whatever came since the last one was taken, at most `everyMs`
 * apart. @throws what the source throws, after what it said before.
 */
export async function* inBatches<T>(source: AsyncIterable<T>, everyMs: number): AsyncGenerator<readonly T[]> {
  let waiting: T[] = []
  let over = false
  let news = Promise.withResolvers<void>()
  const pump = (async () => {
    for await (const part of source) {
      waiting = [...waiting, part]
      news.resolve()
    }
  })().finally(() => {
    over = true
    news.resolve()
  })
  // Heard below; until then it is no rejection that nobody handles.
  pump.catch(() => undefined)
  for (;;) {
    await news.promise
    await new Promise(resolve => setImmediate(resolve))
    const [batch, isLast] = [waiting, over]
    waiting = []
    news = Promise.withResolvers()
    if (batch.length > 0) yield batch
    if (isLast) break
    await Promise.race([pump.catch(() => undefined), sleep(everyMs)])
    if (waiting.length > 0 || over) news.resolve()
  }
  await pump
}

type Patience = { readonly firstMs: number; readonly nextMs: number }

/** @throws LateError when the source keeps silent for too long. */
export async function* patiently<T>(source: AsyncIterable<T>, { firstMs, nextMs }: Patience): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]()
  let patience = firstMs
  try {
    for (;;) {
      const late = Promise.withResolvers<never>()
      const timer = setTimeout(() => late.reject(new LateError(`the engine said nothing for ${patience} ms`)), patience)
      const next = await Promise.race([iterator.next(), late.promise]).finally(() => clearTimeout(timer))
      if (next.done) return
      yield next.value
      patience = nextMs
    }
  } finally {
    // Not waited for: whoever is late may never end.
    void iterator.return?.()?.catch(() => undefined)
  }
}
