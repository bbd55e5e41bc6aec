import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../platform/time.ts'
import { isWorkingTime, nextWorkingMoment } from '../platform/working-time.ts'
import { limitsOf, type Pace } from './pace.ts'
import { planWeek, type Plan, type Wanted, type Wish } from './plan.ts'

const ZONES = [
  'America/Mexico_City',
  'America/Sao_Paulo',
  'America/New_York',
  'America/St_Johns',
  'Europe/Berlin',
  'Europe/London',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Asia/Jerusalem',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Pacific/Apia'
]
const time = fc.record({
  timezone: fc.constantFrom(...ZONES),
  start: fc.constantFrom('01:45', '08:00', '09:30'),
  end: fc.constantFrom('12:15', '16:30', '23:00'),
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

test.each([
  // In spring 02:30 does not exist; in autumn it exists twice.
  ['Europe/Berlin', '2026-03-29', '2026-03-29T01:30:00.000Z'],
  ['Europe/Berlin', '2026-10-25', '2026-10-25T00:30:00.000Z'],
  ['America/New_York', '2026-03-08', '2026-03-08T07:30:00.000Z'],
  ['America/New_York', '2026-11-01', '2026-11-01T05:30:00.000Z']
])(
  'a window in %s that opens in a clock change on %s opens at the next valid minute, or at the first of two',
  (timezone, day, opens) => {
    const start = timezone === 'America/New_York' && day === '2026-11-01' ? '01:30' : '02:30'
    const window = { timezone, start, end: '12:00', days: [7], holidays: [] }
    expect(nextWorkingMoment(new Date(`${day}T00:00:00Z`), window)?.toISOString()).toBe(opens)
  }
)

const candidate = (index: number, more: Partial<Wanted> = {}): Wanted => ({
  kind: 'tip',
  onceKey: `tip:${index}`,
  contentId: `tip-${index}`,
  contentVersion: 1,
  from: new Date(0),
  until: undefined,
  priority: 5,
  reason: { rule: 'library', data: [] },
  plannedAt: undefined,
  ...more
})

const wanted = fc
  .array(
    fc.record({
      priority: fc.integer({ min: 1, max: 9 }),
      after: fc.integer({ min: -3, max: 9 }),
      lasts: fc.option(fc.integer({ min: 0, max: 6 }))
    }),
    { maxLength: 8 }
  )
  .map(
    all => (now: Date) =>
      all.map(({ priority, after, lasts }, index) => {
        const from = new Date(now.getTime() + after * DAY)
        return candidate(index, {
          priority,
          from,
          until: lasts === null ? undefined : new Date(from.getTime() + lasts * DAY)
        })
      })
  )

const wish = fc.record({
  now: moment,
  time,
  perWeek: fc.integer({ min: 1, max: 5 }),
  pace: fc.constantFrom<Pace>('full', 'half'),
  pause: fc.option(fc.integer({ min: -10, max: 20 })),
  away: fc.option(fc.integer({ min: -10, max: 20 })),
  sent: fc.array(fc.integer({ min: -20 * 24, max: 0 }), { maxLength: 6 }),
  asked: fc.array(fc.integer({ min: 0, max: 7 * 24 }), { maxLength: 3 }),
  jitter: fc.integer({ min: 0, max: 10 }),
  wanted
})
type Drawn = typeof wish extends fc.Arbitrary<infer T> ? T : never

const days = (now: Date, count: number | null): Date | undefined =>
  count === null ? undefined : new Date(now.getTime() + count * DAY)

const toWish = ({ now, time: hours, perWeek, pace, pause, away, sent, asked, jitter, wanted: make }: Drawn): Wish => ({
  now,
  time: hours,
  pace,
  budget: { perWeek, stopped: false, pausedUntil: days(now, pause) },
  backAt: days(now, away),
  sent: sent.map(hour => new Date(now.getTime() + hour * HOUR)),
  asked: asked.map(hour => new Date(now.getTime() + hour * HOUR)),
  jitterMs: jitter * MINUTE,
  candidates: make(now)
})

/** What must hold of any plan, whatever the history was like before. */
function expectAllowed({ now, time: hours, budget, pace, backAt, sent, asked }: Wish, { placed }: Plan): void {
  const { perPeriod, periodMs, apartMs } = limitsOf(budget.perWeek, pace)
  const all = [...sent, ...placed.map(({ dueAt }) => dueAt)].map(Number)
  for (const { dueAt, candidate: each } of placed) {
    const at = dueAt.getTime()
    expect(isWorkingTime(dueAt, hours)).toBe(true)
    expect(at).toBeGreaterThanOrEqual(Math.max(now.getTime(), Number(budget.pausedUntil ?? 0), Number(backAt ?? 0)))
    expect(at).toBeGreaterThanOrEqual(each.from.getTime())
    if (each.until) expect(at).toBeLessThan(each.until.getTime())
    for (const other of asked) expect(Math.abs(other.getTime() - at)).toBeGreaterThanOrEqual(HOUR)
    const others = all.toSorted((a, b) => a - b)
    others.splice(others.indexOf(at), 1)
    for (const other of others) expect(Math.abs(other - at)).toBeGreaterThanOrEqual(apartMs)
    // No stretch of the period's length that this one lies in holds more than the cap.
    for (const start of [...others, at].filter(other => other <= at && at < other + periodMs))
      expect([...others, at].filter(other => other >= start && other < start + periodMs).length).toBeLessThanOrEqual(
        perPeriod
      )
  }
}

test('no plan breaks the window, a pause, an absence, the cap or the distance, before or after what was sent', () => {
  fc.assert(
    fc.property(wish, drawn => {
      const asking = toWish(drawn)
      expectAllowed(asking, planWeek(asking))
    }),
    { numRuns: 500 }
  )
})

test('planning again changes nothing, also a while later', () => {
  fc.assert(
    fc.property(wish, fc.integer({ min: 0, max: 90 }), (drawn, minutes) => {
      const asking = toWish(drawn)
      const first = planWeek(asking)
      const now = new Date(asking.now.getTime() + minutes * MINUTE)
      // Whoever was passed over may have come nearer, and go before.
      const wantedStill = asking.candidates.filter(each =>
        first.placed.some(({ candidate: { onceKey } }) => onceKey === each.onceKey)
      )
      const candidates = wantedStill.map(each => ({
        ...each,
        plannedAt: first.placed.find(({ candidate: { onceKey } }) => onceKey === each.onceKey)?.dueAt
      }))
      const coming = first.placed.filter(({ dueAt }) => dueAt > now)
      // What came due meanwhile is being sent; the rest stays where it was.
      if (coming.length < first.placed.length) return
      const again = planWeek({ ...asking, now, candidates })
      for (const {
        candidate: { onceKey },
        dueAt
      } of coming)
        expect(again.placed.find(({ candidate: other }) => other.onceKey === onceKey)?.dueAt).toEqual(dueAt)
    }),
    { numRuns: 300 }
  )
})

const MONDAY = new Date('2026-11-23T08:00:00Z')
const BERLIN = { timezone: 'Europe/Berlin', start: '09:30', end: '16:30', days: [1, 2, 3, 4, 5], holidays: [] }
const base: Wish = {
  now: MONDAY,
  time: BERLIN,
  pace: 'full',
  budget: { perWeek: 2, stopped: false, pausedUntil: undefined },
  backAt: undefined,
  sent: [],
  asked: [],
  jitterMs: 0,
  candidates: []
}
const at = ({ placed }: Plan): readonly string[] =>
  placed.map(({ candidate: { onceKey }, dueAt }) => `${onceKey} ${dueAt.toISOString()}`)

test('who is urgent has the slot, also when it comes later in the week; the others find their place around it', () => {
  const moment = candidate(9, {
    priority: 2,
    from: new Date('2026-11-24T13:30:00Z'),
    until: new Date('2026-11-25T00:00:00Z')
  })
  const plan = planWeek({ ...base, candidates: [candidate(1), candidate(2), moment] })
  expect(at(plan)).toEqual(['tip:9 2026-11-24T13:30:00.000Z', 'tip:1 2026-11-27T08:30:00.000Z'])
  expect(plan.passed.map(({ candidate: { onceKey }, whyNot }) => `${onceKey} ${whyNot}`)).toEqual(['tip:2 budget'])
})

test('messages that nothing presses for spread over the week', () => {
  expect(at(planWeek({ ...base, candidates: [candidate(1), candidate(2)] }))).toEqual([
    'tip:1 2026-11-23T08:30:00.000Z',
    'tip:2 2026-11-25T10:54:00.000Z'
  ])
})

test('somebody who stopped, or wants none, gets nothing; who ignored four gets one question and nothing else', () => {
  const candidates = [
    candidate(1, { priority: 2 }),
    candidate(2, { kind: 'check_in', onceKey: 'check_in:x', priority: 1 })
  ]
  for (const budget of [
    { ...base.budget, stopped: true },
    { ...base.budget, perWeek: 0 }
  ])
    expect(planWeek({ ...base, budget, candidates }).placed).toEqual([])
  const asked = planWeek({ ...base, pace: 'ask', candidates })
  expect(at(asked)).toEqual(['check_in:x 2026-11-23T08:30:00.000Z'])
  expect(asked.passed.map(({ whyNot }) => whyNot)).toEqual(['silence'])
})

test('a window that is never open is said, not waited for', () => {
  const shut = { ...BERLIN, start: '00:00', end: '00:00' }
  expect(planWeek({ ...base, time: shut, candidates: [candidate(1)] }).passed.map(({ whyNot }) => whyNot)).toEqual([
    'no_window'
  ])
})
