export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** `now` is product time and can be moved in the sandbox; `realNow` is for tokens, leases, retries and never moves. */
export type Clock = { readonly now: () => Date; readonly realNow: () => Date }

export const systemClock: Clock = { now: () => new Date(), realNow: () => new Date() }

export const after = (date: Date, ms: number): Date => new Date(date.getTime() + ms)

export const sleep = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

export class LateError extends Error {
  override readonly name = 'LateError'
  readonly code = 'late'
}

/** @throws LateError when `work` takes longer; it goes on, unheard. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new LateError(`no answer within ${ms} ms`)), ms)
  return Promise.race([work, promise]).finally(() => clearTimeout(timer))
}

/** Works once what was just asked of others is on its way: they answer while this process is busy. */
export const meanwhile = async <Result>(work: () => Result): Promise<Result> => {
  await new Promise(resolve => setImmediate(resolve))
  return work()
}
