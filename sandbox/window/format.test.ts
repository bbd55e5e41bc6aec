import { expect, test } from 'vitest'
import { localTime, sentenceOf } from './format.ts'

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
