import { expect, test } from 'vitest'
import type { NudgePreferences, PreferenceChange } from '../../../api/contract/nudges.ts'
import { undoOf, withWish } from './wish.ts'

const before: NudgePreferences = {
  perWeek: 2,
  focus: ['feedback'],
  hours: { start: '09:30', end: '16:30', days: [1, 2, 3, 4, 5], source: 'company' },
  frame: { start: '00:00', end: '24:00', law: null, agreement: false },
  quiet: { publicHolidays: true, next: [] },
  zone: { timezone: 'Europe/Berlin', source: 'directory' },
  language: { locale: 'en', source: 'person' },
  awayUntil: null,
  pausedUntil: null,
  stopped: false,
  settled: true,
  today: '2026-11-23'
}
const wishes: readonly PreferenceChange[] = [
  { perWeek: 0 },
  { focus: ['energy', 'feedback'] },
  { awayUntil: '2026-12-07' },
  { pausedUntil: '2026-12-07T00:00:00.000Z' },
  { stopped: true },
  { locale: 'es' }
]

test.each(wishes)('%j is shown at once, and undone by the wish for what was', wish => {
  const after = withWish(before, wish)
  expect(after).not.toEqual(before)
  expect(withWish(after, undoOf(wish, before))).toEqual(before)
})

test('what somebody else had said is undone by taking the choice back', () => {
  const hours = { start: '08:00', end: '12:00', days: [1] }
  expect(withWish(before, { hours }).hours).toEqual({ ...hours, source: 'person' })
  expect(undoOf({ hours }, before)).toEqual({ hours: null })
  expect(undoOf({ timezone: 'Asia/Tokyo' }, before)).toEqual({ timezone: null })
  expect(undoOf({ hours: null }, withWish(before, { hours }))).toEqual({ hours })
})
