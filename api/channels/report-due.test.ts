import { expect, test } from 'vitest'
import { lastDue, nextDue } from './report-due.ts'

const berlin = { every: 'week', weekday: 1, time: '09:00', timezone: 'Europe/Berlin' } as const
const last = (schedule: Parameters<typeof lastDue>[0], now: string) => lastDue(schedule, new Date(now))?.toISOString()
const next = (schedule: Parameters<typeof lastDue>[0], now: string) => nextDue(schedule, new Date(now))?.toISOString()

test('a weekly report falls due at its local wall time on both sides of a clock change', () => {
  expect(last(berlin, '2026-10-19T07:00:00Z')).toBe('2026-10-19T07:00:00.000Z')
  expect(last(berlin, '2026-10-26T08:00:00Z')).toBe('2026-10-26T08:00:00.000Z')
  expect(next(berlin, '2026-10-19T07:00:00Z')).toBe('2026-10-26T08:00:00.000Z')
})

test('a minute before, the report of last week is still the latest', () => {
  expect(last(berlin, '2026-11-23T07:59:00Z')).toBe('2026-11-16T08:00:00.000Z')
  expect(last(berlin, '2026-11-23T08:00:00Z')).toBe('2026-11-23T08:00:00.000Z')
})

test('a monthly one comes on the first such weekday of each month, across the turn of a year', () => {
  const monthly = { ...berlin, every: 'month', weekday: 4 } as const
  expect(last(monthly, '2026-12-02T12:00:00Z')).toBe('2026-11-05T08:00:00.000Z')
  expect(next(monthly, '2026-12-02T12:00:00Z')).toBe('2026-12-03T08:00:00.000Z')
  expect(next(monthly, '2026-12-03T12:00:00Z')).toBe('2027-01-07T08:00:00.000Z')
})

test('what is off falls due never', () => {
  expect(last({ ...berlin, every: 'never' }, '2026-11-23T08:00:00Z')).toBeUndefined()
  expect(next({ ...berlin, every: 'never' }, '2026-11-23T08:00:00Z')).toBeUndefined()
})
