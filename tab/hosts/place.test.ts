import { expect, test } from 'vitest'
import { readPlace, writePlace } from './place.ts'

test('a link leads to a page, or to the one thing on it', () => {
  expect(readPlace('plans')).toEqual({ page: 'plans' })
  expect(readPlace('plan:pln_01J8')).toEqual({ page: 'plans', item: 'pln_01J8' })
  expect(readPlace('nudge:nud_01J8')).toEqual({ page: 'nudges', item: 'nud_01J8' })
})

test('what nobody wrote as a link leads nowhere', () => {
  for (const text of [undefined, '', 'plan:', 'plan:a b', 'what:is', 'plan:<img>', `plan:${'x'.repeat(81)}`, 'a/b'])
    expect(readPlace(text)).toBeUndefined()
})

test('an address made of a place leads back to it', () => {
  for (const text of ['plans', 'plan:pln_01J8', 'nudge:nud_01J8', 'coach', 'console:leavers'])
    expect(writePlace(readPlace(text) ?? { page: '' })).toBe(text)
})
