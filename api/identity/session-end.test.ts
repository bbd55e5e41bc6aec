import { expect, test } from 'vitest'
import { sessionEnd } from './session-end.ts'

test('the end of the provider’s session is read as seconds or as a date', () => {
  expect(sessionEnd({ session_expiry: 1_790_000_000 })).toBe(1_790_000_000)
  expect(sessionEnd({ session_expiry: '1790000000' })).toBe(1_790_000_000)
  expect(sessionEnd({ SessionNotOnOrAfter: ['2026-11-24T10:00:00Z'] })).toBe(1_795_514_400)
})

test('what cannot be read ends nothing', () => {
  for (const value of [undefined, '', 'soon', {}, 0, -5, null])
    expect(sessionEnd({ session_expiry: value })).toBeUndefined()
})
