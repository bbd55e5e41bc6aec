import { expect, test } from 'vitest'
import { createMemo } from './memo.ts'
import { sleep } from './time.ts'

test('what was read a moment ago is not read again, until it is too old or forgotten', async () => {
  const memo = createMemo<number>(40)
  let reads = 0
  const read = () => memo.get('a', async () => ++reads)
  expect(await Promise.all([read(), read()])).toEqual([1, 1])
  await sleep(50)
  expect(await read()).toBe(2)
  memo.forget('a')
  expect(await read()).toBe(3)
})

test('a failed read is not kept', async () => {
  const memo = createMemo<string>(10_000)
  await expect(memo.get('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down')
  expect(await memo.get('a', async () => 'up')).toBe('up')
})
