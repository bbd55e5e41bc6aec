/** What changes in somebody's plan: what is new, what moves, what falls away. Pure; deciding again changes nothing. */
import type { NudgeReceipt } from '../contract/nudges.ts'
import { DAY } from '../platform/time.ts'
import { nextWorkingMoment } from '../platform/working-time.ts'
import type { Candidate } from './candidate.ts'
import { jitterOf, type Listener } from './listeners.ts'
import { paceOf, type Pace } from './pace.ts'
import { planWeek, type Placed, type Plan, type Wanted } from './plan.ts'
import { askedOf, ignoredBy, isPlanned, plannedOf, takenOf } from './sent.ts'

/** What a receipt shows of the moment at which it was decided. */
export type Decision = Omit<NudgeReceipt, 'nudge' | 'rule' | 'data' | 'whyNotSent'>

export type Change = {
  readonly insert: readonly { readonly candidate: Candidate; readonly dueAt: Date; readonly decision: Decision }[]
  readonly move: readonly { readonly id: string; readonly dueAt: Date }[]
  readonly drop: readonly string[]
}

export type Situation = {
  readonly listener: Listener
  readonly candidates: readonly Candidate[]
  /** Nothing unasked may come to them. */
  readonly now: Date
}

export function decideChange(situation: Situation): Change {
  const { listener } = situation
  // Whoever cannot be reached keeps what is planned: sending judges it, and they may be back.
  if (!listener.colleague.mayHear || !listener.way) return { insert: [], move: [], drop: [] }
  const planned = plannedOf(listener.history)
  const plan = planFor(situation)
  const byKey = new Map(planned.map(row => [row.once_key, row]))
  const wanted = new Set(plan.placed.map(({ candidate }) => candidate.onceKey))
  return {
    insert: plan.placed
      .filter(({ candidate }) => !byKey.has(candidate.onceKey))
      .map(({ candidate, dueAt }) => ({ candidate, dueAt, decision: decisionOf(situation, plan, candidate) })),
    move: plan.placed.flatMap(({ candidate: { onceKey }, dueAt }) => {
      const row = byKey.get(onceKey)
      return row && row.due_at.getTime() !== dueAt.getTime() ? [{ id: row.id, dueAt }] : []
    }),
    drop: planned.filter(row => !wanted.has(row.once_key)).map(({ id }) => id)
  }
}

/** The days ahead, as they look now: for planning, and for whoever asks what would come. */
export function planFor({ listener, candidates, now }: Situation): Plan {
  const { agreement, history, time, chosen } = listener
  const planned = new Map<string, Date>()
  const used = new Set<string>()
  for (const row of history)
    if (isPlanned(row)) planned.set(row.once_key, row.due_at)
    else used.add(row.once_key)
  const fresh = candidates
    .filter(({ onceKey }) => planned.has(onceKey) || !used.has(onceKey))
    .map(candidate => (planned.size === 0 ? candidate : { ...candidate, plannedAt: planned.get(candidate.onceKey) }))
  if (agreement === 'none') return planWelcome(fresh, listener, now)
  if (agreement === 'declined') return { placed: [], passed: [] }
  return planWeek({
    now,
    time,
    budget: {
      perWeek: chosen.per_week,
      pausedUntil: chosen.paused_until ?? undefined,
      stopped: chosen.stopped
    },
    pace: paceNow(listener, now),
    backAt: listener.backAt,
    sent: takenOf(history),
    asked: askedOf(history),
    candidates: fresh,
    jitterMs: jitterOf(listener.personId)
  })
}

export const paceNow = (listener: Listener, now: Date): Pace => paceOf(ignoredBy(listener, now))

function planWelcome(candidates: readonly Wanted[], { time, personId }: Listener, now: Date): Plan {
  const [candidate] = candidates.filter(({ kind }) => kind === 'welcome')
  if (!candidate) return { placed: [], passed: [] }
  const dueAt = candidate.plannedAt ?? firstWelcome(new Date(Math.max(now.getTime(), candidate.from.getTime())))
  return dueAt ? { placed: [{ candidate, dueAt }], passed: [] } : { placed: [], passed: [] }

  function firstWelcome(from: Date): Date | undefined {
    const moment = nextWorkingMoment(from, time)
    return moment && nextWorkingMoment(new Date(moment.getTime() + jitterOf(personId)), time)
  }
}

const MOST_TOLD = 8

function decisionOf({ listener, now }: Situation, { placed, passed }: Plan, chosen: Candidate): Decision {
  const others = placed.filter(({ candidate }) => candidate.onceKey !== chosen.onceKey)
  const toOther = ({ candidate, dueAt }: Placed) =>
    ({ ...told(candidate), whyNot: 'own_moment', dueAt: dueAt.toISOString() }) as const
  return {
    ...groundOf(listener, now),
    considered: [
      ...others.map(toOther),
      ...passed.map(({ candidate, whyNot }) => ({ ...told(candidate), whyNot, dueAt: null }))
    ].slice(0, MOST_TOLD)
  }
}

/** Where, when and how often they may be written to, as it is now. */
export function groundOf(listener: Listener, now: Date): Omit<Decision, 'considered'> {
  const { zone, time, country, chosen, history } = listener
  return {
    decidedAt: now.toISOString(),
    zone,
    window: { start: time.start, end: time.end, days: [...time.days], country },
    budget: {
      perWeek: chosen.per_week,
      sentInWeek: takenOf(history).filter(at => at.getTime() > now.getTime() - 7 * DAY).length,
      pace: paceNow(listener, now)
    }
  }
}

const told = ({ kind, contentId }: Candidate) => ({ kind, contentId })
