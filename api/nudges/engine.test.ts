import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { DAY, HOUR } from '../platform/time.ts'
import { HOLIDAYS, life, live, type Life, type Sent } from './test-life.ts'

/** Names of the promises that were broken. */
function brokenIn(person: Life, sent: readonly Sent[]): readonly string[] {
  const unasked = sent.filter(({ row: { kind } }) => kind !== 'follow_up').map(({ at }) => at.getTime())
  const inOrder = unasked.toSorted((a, b) => a - b)
  return [
    ...sent.flatMap(each => brokenBy(person, each)),
    ...inOrder.flatMap((at, index) => {
      const since = (back: number): number => at - (inOrder[index - back] ?? Number.NEGATIVE_INFINITY)
      return [...(since(1) < 20 * HOUR ? ['distance'] : []), ...(since(person.perWeek) < 7 * DAY ? ['cap'] : [])]
    }),
    ...silenceUnheard(person, sent)
  ]
}

function brokenBy(person: Life, { at, listener, row: { kind } }: Sent): readonly string[] {
  const { zone, chosen, country, backAt } = listener
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone.timezone)
  const wall = local.toPlainTime().toString({ smallestUnit: 'minute' })
  const weekend = person.sundays ? [5, 6] : [6, 7]
  const broken = {
    hours: wall < person.hours[0] || wall >= person.hours[1],
    rightToDisconnect: ['ES', 'MX', 'AU'].includes(country) && (wall < '08:00' || wall >= '19:00'),
    weekend: weekend.includes(local.dayOfWeek),
    holiday: HOLIDAYS.includes(local.toPlainDate().toString()),
    stop: chosen.stopped,
    pause: chosen.paused_until !== null && at < chosen.paused_until,
    away: backAt !== undefined && at < backAt,
    none: person.perWeek === 0 && kind !== 'follow_up'
  }
  return Object.entries(broken).flatMap(([promise, isBroken]) => (isBroken ? [promise] : []))
}

/** After four without an answer one question comes; without an answer to it, nothing ever again. */
function silenceUnheard(person: Life, sent: readonly Sent[]): readonly string[] {
  if (person.answers.some(Boolean) || person.jump.by < 0) return []
  const unasked = sent.filter(({ row: { kind } }) => kind !== 'follow_up')
  const questions = unasked.filter(({ row: { kind } }) => kind === 'check_in')
  return [
    ...(questions.length > 1 ? ['asked once'] : []),
    // Within two days a message may still be answered.
    ...(unasked.length - questions.length > 4 + 2 ? ['stopped after four'] : []),
    ...(questions.length > 0 && unasked.at(-1)?.row.kind !== 'check_in' ? ['silent after the question'] : [])
  ]
}

test('in a year of 1,000 people in twelve zones, with travel, clock changes, outages and moved clocks, no promise is broken', () => {
  let messages = 0
  let questions = 0
  fc.assert(
    fc.property(life, person => {
      const sent = live(person)
      messages += sent.length
      questions += sent.filter(({ row: { kind } }) => kind === 'check_in').length
      expect(brokenIn(person, sent)).toEqual([])
    }),
    { numRuns: 1000, seed: 20260105 }
  )
  // They were not kept by saying nothing.
  expect(messages).toBeGreaterThan(20_000)
  expect(questions).toBeGreaterThan(100)
}, 240_000)
