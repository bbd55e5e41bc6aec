import { expect, test } from 'vitest'
import { createDatabaseClock } from './database-clock.ts'
import { HOUR, sleep } from './time.ts'

const anHourAhead = (): number => performance.timeOrigin + performance.now() + HOUR

test('follows the database’s clock, however far this machine’s is from it', async () => {
  const now = createDatabaseClock(async () => new Date(anHourAhead()))
  await now()
  await sleep(20)
  expect((await now()).getTime()).toBeGreaterThan(Date.now() + HOUR / 2)
})

test('is never ahead of the database, however long its answer took', async () => {
  const now = createDatabaseClock(async () => {
    const said = new Date(anHourAhead())
    await sleep(50)
    return said
  })
  expect((await now()).getTime()).toBeLessThanOrEqual(anHourAhead())
})

test('one slow answer does not make it late for long, and a clock that is set back is followed', async () => {
  let [slow, shift] = [50, 0]
  const now = createDatabaseClock(async () => {
    const said = new Date(anHourAhead() + shift)
    await sleep(slow)
    return said
  })
  const behind = async (): Promise<number> => {
    const known = (await now()).getTime()
    return anHourAhead() + shift - known
  }
  expect(await behind()).toBeGreaterThan(45)
  slow = 0
  await expect.poll(behind).toBeLessThan(40)
  shift = -HOUR / 4
  await expect.poll(behind).toBeGreaterThanOrEqual(0)
})

test('asks again after a failure, and once for all who ask together', async () => {
  let asked = 0
  const now = createDatabaseClock(async () => {
    asked += 1
    if (asked === 1) throw new Error('no database')
    return new Date(0)
  })
  await expect(now()).rejects.toThrow('no database')
  await Promise.all([now(), now(), now()])
  expect(asked).toBe(2)
})
