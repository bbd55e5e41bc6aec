import { expect, test } from 'vitest'
import { addDays, dayAt, startOfDay } from './days.ts'

test.each([
  ['2026-12-07', 'Europe/Berlin', '2026-12-06T23:00:00.000Z'],
  ['2026-12-07', 'America/Mexico_City', '2026-12-07T06:00:00.000Z'],
  ['2026-12-07', 'Asia/Kolkata', '2026-12-06T18:30:00.000Z'],
  ['2026-12-07', 'Pacific/Kiritimati', '2026-12-06T10:00:00.000Z'],
  ['2027-03-28', 'Europe/Berlin', '2027-03-27T23:00:00.000Z'],
  ['2027-03-29', 'Europe/Berlin', '2027-03-28T22:00:00.000Z'],
  // Midnight does not exist on this day in Santiago.
  ['2027-09-05', 'America/Santiago', '2027-09-05T04:00:00.000Z']
])('%s begins in %s at %s', (day, zone, moment) => {
  expect(startOfDay(day, zone).toISOString()).toBe(moment)
  expect(dayAt(startOfDay(day, zone), zone)).toBe(day)
})

test('the day before a month is the last of the one before', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2027-03-01', -1)).toBe('2027-02-28')
})
