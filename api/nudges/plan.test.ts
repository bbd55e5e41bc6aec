import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { DAY, HOUR } from '../platform/time.ts'
import { isWorkingTime, nextWorkingMoment } from '../platform/working-time.ts'
import { planTip } from './plan.ts'

const zones = [
  'America/Mexico_City',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'America/New_York',
  'Australia/Lord_Howe'
]
const time = fc.record({
  timezone: fc.constantFrom(...zones),
  start: fc.constantFrom('08:00', '09:30'),
  end: fc.constantFrom('12:15', '16:30'),
  days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  holidays: fc.subarray(['2026-03-30', '2026-10-26', '2026-12-25'])
})
const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-06-01'), noInvalidDate: true })

test('a planned moment always lies inside the working window of the person’s own zone, clock changes included', () => {
  fc.assert(
    fc.property(time, moment, (window, from) => {
      const next = nextWorkingMoment(from, window)
      if (!next) throw new Error('a week with a working day has a working moment')
      const local = Temporal.Instant.fromEpochMilliseconds(next.getTime()).toZonedDateTimeISO(window.timezone)
      const wall = local.toPlainTime().toString({ smallestUnit: 'minute' })
      expect(next.getTime()).toBeGreaterThanOrEqual(from.getTime())
      expect(window.days).toContain(local.dayOfWeek)
      expect(window.holidays).not.toContain(local.toPlainDate().toString())
      expect(wall >= window.start && wall < window.end).toBe(true)
    })
  )
})

test('a year of planning never breaks the cap, the distance or a pause', () => {
  fc.assert(
    fc.property(time, moment, fc.integer({ min: 1, max: 4 }), fc.option(moment), (window, start, perWeek, pause) => {
      const budget = { perWeek, stopped: false, pausedUntil: pause ?? undefined }
      let now = start
      const sent: Date[] = []
      for (let i = 0; i < 40; i++) {
        const next = planTip({ now, time: window, budget, sent, jitterMs: 7 * 60_000 })
        if (!next) break
        sent.push(next)
        now = next
      }
      sent.forEach((at, i) => {
        expect(isWorkingTime(at, window)).toBe(true)
        if (pause) expect(at.getTime()).toBeGreaterThanOrEqual(pause.getTime())
        expect(at.getTime() - (sent[i - 1]?.getTime() ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(20 * HOUR)
        expect(at.getTime() - (sent[i - perWeek]?.getTime() ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(
          7 * DAY
        )
      })
    }),
    { numRuns: 50 }
  )
})

test('somebody who stopped gets nothing', () => {
  const window = { timezone: 'Europe/Berlin', start: '09:30', end: '16:30', days: [1, 2, 3, 4, 5], holidays: [] }
  const budget = { perWeek: 2, stopped: true, pausedUntil: undefined }
  expect(
    planTip({ now: new Date('2026-11-23T10:00:00Z'), time: window, budget, sent: [], jitterMs: 0 })
  ).toBeUndefined()
})
