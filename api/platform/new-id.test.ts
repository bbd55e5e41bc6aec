import { expect, test } from 'vitest'
import { createNewId } from './new-id.ts'

test('ids of one process sort as they were made, within a millisecond, past a thousand of them, and when the clock goes back', () => {
  let ms = 1_700_000_000_000
  const newId = createNewId(() => new Date(ms))
  const ids = Array.from({ length: 3000 }, (_, index) => {
    if (index === 2500) ms -= 5000
    return newId('person')
  })
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})

test('an id tells its kind and time, and the rest is not to be guessed', () => {
  const newId = createNewId(() => new Date(1_700_000_000_000))
  const [one, other] = [newId('person'), newId('person')]
  expect(one).toMatch(/^per_[0-9A-HJKMNP-TV-Z]{26}$/u)
  expect(one.slice(0, 14)).toBe(other.slice(0, 14))
  expect(one.slice(16)).not.toBe(other.slice(16))
})
