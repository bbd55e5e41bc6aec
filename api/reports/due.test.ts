import { expect, test } from 'vitest'
import { lastDue } from './due.ts'

const berlin = { weekday: 1, time: '09:00', timezone: 'Europe/Berlin' }

test('a weekly report falls due at its local wall time on both sides of a clock change', () => {
  expect(lastDue(berlin, new Date('2026-10-19T07:00:00Z')).toISOString()).toBe('2026-10-19T07:00:00.000Z')
  expect(lastDue(berlin, new Date('2026-10-26T08:00:00Z')).toISOString()).toBe('2026-10-26T08:00:00.000Z')
})

test('a minute before, the report of last week is still the latest', () => {
  expect(lastDue(berlin, new Date('2026-11-23T07:59:00Z')).toISOString()).toBe('2026-11-16T08:00:00.000Z')
  expect(lastDue(berlin, new Date('2026-11-23T08:00:00Z')).toISOString()).toBe('2026-11-23T08:00:00.000Z')
})
