import { expect, test } from 'vitest'
import { localTime, momentOn, sentenceOf } from './format.ts'

test('a call is told in words, with its outcome', () => {
  expect(sentenceOf({ standin: 'thinkific', method: 'POST', path: '/api/public/v1/users', status: 201 })).toBe(
    'CI creates a learner at the learning site · 201'
  )
  expect(
    sentenceOf({ standin: 'teams', method: 'POST', path: '/teams/v3/conversations/x/activities', status: 0 })
  ).toContain('no answer')
})

test('times are those of the person’s own zone', () => {
  expect(localTime('2026-11-23T15:30:00Z', 'America/Mexico_City')).toBe('Mon 09:30')
})

test('a time of the day is looked for on the day of a moment, and never before it', () => {
  const at = (iso: string) => momentOn(iso, 'America/Mexico_City', '10:10')
  expect(at('2026-11-24T15:37:20.000Z')).toBe('2026-11-24T16:10:20.000Z')
  expect(at('2026-11-24T20:00:00.000Z')).toBe('2026-11-24T20:00:00.000Z')
})
