import { expect, test } from 'vitest'
import { createBatch } from './batch.ts'

/** Answers a batch when it is told to. */
function controlled() {
  const batches: { readonly keys: readonly string[]; readonly done: () => void; readonly fail: () => void }[] = []
  const ask = createBatch(async (keys: readonly string[]) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    batches.push({ keys, done: resolve, fail: () => reject(new Error('no database')) })
    await promise
    return keys.map(key => key.toUpperCase())
  })
  return { batches, ask, keys: () => batches.map(batch => batch.keys.join('')) }
}
const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

test('the first is asked at once, what comes while two are under way goes together', async () => {
  const { batches, ask, keys } = controlled()
  const answers = [ask('a')]
  await turn()
  answers.push(ask('b'))
  await turn()
  answers.push(ask('c'), ask('d'))
  await turn()
  expect(keys()).toEqual(['a', 'b'])
  batches[0]?.done()
  await turn()
  expect(keys()).toEqual(['a', 'b', 'cd'])
  batches[1]?.done()
  batches[2]?.done()
  expect(await Promise.all(answers)).toEqual(['A', 'B', 'C', 'D'])
})

test('a batch that fails, fails for whom it was asked and for nobody after', async () => {
  const { batches, ask } = controlled()
  const failed = Promise.allSettled([ask('a'), ask('b')])
  await turn()
  batches[0]?.fail()
  expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const next = ask('c')
  await turn()
  batches.at(-1)?.done()
  expect(await next).toBe('C')
})
