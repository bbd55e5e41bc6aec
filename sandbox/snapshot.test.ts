import { expect, test } from 'vitest'
import { currentOrigin, fits, shippedOrigin } from './snapshot.ts'

test('the shipped history fits this version; when this fails, run `npm run snapshot` and commit what it writes', () => {
  expect(fits(shippedOrigin(), currentOrigin())).toBe(true)
})

test('a history of fewer migrations fits, one of other people or of a changed migration does not', () => {
  const current = { people: 'a', migrations: { '0000_a.sql': '1', '0001_b.sql': '2' } }
  expect(fits({ people: 'a', migrations: { '0000_a.sql': '1' } }, current)).toBe(true)
  expect(fits({ people: 'b', migrations: { '0000_a.sql': '1' } }, current)).toBe(false)
  expect(fits({ people: 'a', migrations: { '0000_a.sql': 'changed' } }, current)).toBe(false)
  expect(fits({ people: 'a', migrations: { '0002_gone.sql': '3' } }, current)).toBe(false)
  expect(fits(undefined, current)).toBe(false)
})
