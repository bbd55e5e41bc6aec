/** A year in somebody's life, planned and judged by the engine as in production, without a database. */
import fc from 'fast-check'
import { DAY, HOUR } from '../platform/time.ts'
import { localDay, startOfDay, type WorkingTime } from '../platform/working-time.ts'
import type { Candidate } from './candidate.ts'
import { decideChange } from './decide.ts'
import { judgeAll, type Due } from './eligible.ts'
import { workingTimeOf } from './hours.ts'
import type { Listener } from './listeners.ts'
import { questionFor, wordAfterSilence } from './source-rhythm.ts'
import type { HistoryRow } from './store-history.ts'
import { NOTHING_CHOSEN } from './store-preferences.ts'

const ZONES = [
  ['America/Mexico_City', 'MX'],
  ['America/Sao_Paulo', 'BR'],
  ['America/New_York', 'US'],
  ['America/St_Johns', 'CA'],
  ['Europe/Madrid', 'ES'],
  ['Europe/London', 'GB'],
  ['Africa/Casablanca', 'MA'],
  ['Asia/Kolkata', 'IN'],
  ['Asia/Jerusalem', 'IL'],
  ['Asia/Tokyo', 'JP'],
  ['Australia/Lord_Howe', 'AU'],
  ['Pacific/Apia', 'WS']
] as const
export const HOLIDAYS = ['2026-01-01', '2026-03-30', '2026-05-01', '2026-10-26', '2026-12-08', '2026-12-25']
const START = new Date('2026-01-05T00:00:00Z')
const YEAR = 365
const PLANNED_EVERY = 3

const span = fc.record({ from: fc.integer({ min: 0, max: YEAR }), days: fc.integer({ min: 0, max: 40 }) })
export const life = fc.record({
  home: fc.nat(ZONES.length - 1),
  travels: fc.record({ to: fc.nat(ZONES.length - 1), on: fc.integer({ min: 0, max: YEAR }) }),
  sundays: fc.boolean(),
  hours: fc.constantFrom(['09:30', '16:30'] as const, ['06:00', '21:00'] as const, ['01:30', '03:30'] as const),
  perWeek: fc.integer({ min: 0, max: 5 }),
  /** Which of the messages they answer, in turn. */
  answers: fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
  pause: span,
  away: span,
  stops: fc.option(fc.integer({ min: 0, max: YEAR }), { freq: 5 }),
  /** Nothing is planned or sent: the product is down. */
  outage: span,
  /** The clock is moved by so many days. */
  jump: fc.record({ on: fc.integer({ min: 0, max: YEAR }), by: fc.constantFrom(-2, 0, 0, 10) }),
  plans: fc.array(fc.integer({ min: 0, max: YEAR }), { maxLength: 6 })
})
export type Life = typeof life extends fc.Arbitrary<infer T> ? T : never

type Row = HistoryRow & Due
export type Sent = { readonly row: Row; readonly at: Date; readonly listener: Listener }

const dayAt = (day: number): Date => new Date(START.getTime() + day * DAY)
const isIn = ({ from, days }: { readonly from: number; readonly days: number }, now: Date): boolean =>
  now >= dayAt(from) && now < dayAt(from + days)

function listenerAt(person: Life, history: readonly HistoryRow[], now: Date): Listener {
  const [timezone, country] = ZONES[now >= dayAt(person.travels.on) ? person.travels.to : person.home] ?? ZONES[0]
  const hours = {
    start: person.hours[0],
    end: person.hours[1],
    days: person.sundays ? [7, 1, 2, 3, 4] : [1, 2, 3, 4, 5]
  }
  const back = localDay(dayAt(person.away.from + person.away.days), timezone)
  return {
    organizationId: 'org_demo',
    personId: 'per_demo',
    colleague: {
      personId: 'per_demo',
      firstName: 'Demo',
      title: undefined,
      department: undefined,
      country,
      region: undefined,
      timezone,
      locale: undefined,
      mayHear: true,
      hasManager: false,
      managerZone: undefined,
      leads: false,
      joinedAt: START,
      titleSince: undefined,
      startedOn: undefined,
      cohorts: []
    },
    chosen: {
      ...NOTHING_CHOSEN,
      per_week: person.perWeek,
      paused_until: isIn(person.pause, now) ? dayAt(person.pause.from + person.pause.days) : null,
      stopped: person.stops !== null && now >= dayAt(person.stops)
    },
    zone: { timezone, source: 'directory' },
    language: { locale: 'en', source: 'company' },
    country,
    time: timeOf(timezone, country, hours),
    backAt: isIn(person.away, now) ? startOfDay(back, timezone) : undefined,
    agreement: 'given',
    way: 'chat',
    lastSign: undefined,
    history
  }
}

const times = new Map<string, WorkingTime>()

function timeOf(timezone: string, country: string, hours: { start: string; end: string; days: number[] }): WorkingTime {
  const key = JSON.stringify([timezone, hours])
  const time =
    times.get(key) ??
    workingTimeOf({ timezone, hours, country, freeDays: HOLIDAYS }, { country, disconnect: undefined })
  times.set(key, time)
  return time
}

const tip = (number: number, now: Date): Candidate => ({
  kind: 'tip',
  onceKey: `tip:${number}`,
  contentId: `tip-${number}`,
  contentVersion: 1,
  from: now,
  until: undefined,
  priority: 5,
  reason: { rule: 'library', data: [] }
})

const row = (index: number, more: Partial<Row> & Pick<Row, 'kind' | 'once_key' | 'due_at'>): Row => ({
  id: `nud_${index}`,
  person_id: 'per_demo',
  content_id: null,
  content_version: null,
  state: 'planned',
  answer: null,
  asked: false,
  exact: false,
  sent_at: null,
  expires_at: null,
  left_out: false,
  priority: 5,
  ...more
})

/** Plans every few days and wakes whenever something is due; everything that goes out is told. */
export function live(person: Life): readonly Sent[] {
  let rows: readonly Row[] = []
  let made = 0
  const sent: Sent[] = []
  let shift = 0
  for (let day = 0; day < YEAR; day++) {
    if (day === person.jump.on) shift = person.jump.by
    if (day >= person.outage.from && day < person.outage.from + person.outage.days) continue
    const midnight = dayAt(day + shift)
    if (person.plans.includes(day))
      rows = [
        ...rows,
        row(made++, {
          kind: 'follow_up',
          once_key: `plan:${day}`,
          asked: true,
          due_at: new Date(midnight.getTime() + 34 * HOUR)
        })
      ]
    if (day % PLANNED_EVERY === 0) rows = planned(person, rows, midnight, () => made++)
    for (let wake = 0; wake < 8; wake++) {
      const due = rows
        .filter(({ state }) => state === 'planned')
        .map(({ due_at }) => Math.max(due_at.getTime(), midnight.getTime()))
      const next = Math.min(...due)
      if (next >= midnight.getTime() + DAY) break
      rows = woken(person, rows, new Date(next), sent)
    }
  }
  return sent
}

function planned(person: Life, rows: readonly Row[], now: Date, id: () => number): readonly Row[] {
  const listener = listenerAt(person, rows, now)
  const own = [...questionFor(listener, now), ...wordAfterSilence(listener, now)]
  const heard = rows.length
  const candidates = [
    ...own,
    ...Array.from({ length: 4 }, (_, index) => tip(heard + index, now)),
    ...rows.flatMap(stillWanted(now))
  ]
  const change = decideChange({ listener, candidates, now })
  const moved = new Map(change.move.map(each => [each.id, each.dueAt]))
  return [
    ...rows
      .filter(each => !change.drop.includes(each.id))
      .map(each => ({ ...each, due_at: moved.get(each.id) ?? each.due_at })),
    ...change.insert.map(({ candidate: { kind, onceKey, priority, until }, dueAt }) =>
      row(id(), { kind, once_key: onceKey, priority, due_at: dueAt, expires_at: until ?? null })
    )
  ]
}

const stillWanted =
  (now: Date) =>
  ({ kind, once_key, state }: Row): readonly Candidate[] =>
    kind === 'tip' && state === 'planned' ? [{ ...tip(0, now), onceKey: once_key }] : []

function woken(person: Life, rows: readonly Row[], now: Date, sent: Sent[]): readonly Row[] {
  const due = rows.filter(each => each.state === 'planned' && each.due_at <= now)
  const listener = listenerAt(person, rows, now)
  const verdicts = judgeAll(due, () => ({ listener, objection: undefined }), now)
  const going = due.filter(({ id }) => verdicts.get(id)?.kind === 'send')
  if (going.length > 1) throw new Error('one wake-up, one message')
  return rows.flatMap(each => {
    const verdict = verdicts.get(each.id)
    switch (verdict?.kind) {
      case undefined:
        return each
      case 'send': {
        const answered = person.answers[sent.length % person.answers.length] ?? false
        sent.push({ row: each, at: now, listener })
        return answered
          ? { ...each, state: 'answered' as const, answer: 'done' as const, sent_at: now }
          : { ...each, state: 'sent' as const, sent_at: now }
      }
      case 'roll':
        return { ...each, due_at: verdict.to }
      case 'drop':
        return []
      default:
        return { ...each, state: 'cancelled' as const }
    }
  })
}
