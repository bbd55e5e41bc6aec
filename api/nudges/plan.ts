/** What comes in the days ahead, and when. Pure: the same person, candidates, history and clock give the same plan. */
import { DAY, HOUR } from '../platform/time.ts'
import { isWorkingTime, nextWorkingMoment, type WorkingTime } from '../platform/working-time.ts'
import type { Candidate } from './candidate.ts'
import { limitsOf, type Limits, type Pace } from './pace.ts'

export type Budget = {
  /** At most so many a week that the person did not ask for. */
  readonly perWeek: number
  readonly pausedUntil: Date | undefined
  readonly stopped: boolean
}

export const DEFAULT_PER_WEEK = 2
/** Around a moment that the person asked for nothing else comes. */
export const ASIDE = HOUR
const AHEAD = 7 * DAY
/** The priority of what may as well come another day, and how much of its share of the week it keeps clear. */
const USUAL = 5
const SPREAD = 0.6

export type Wanted = Candidate & {
  /** When it is planned already: it stays there as long as it may. */
  readonly plannedAt?: Date | undefined
}

export type Wish = {
  readonly now: Date
  readonly time: WorkingTime
  readonly budget: Budget
  readonly pace: Pace
  /** When they are back, if they are away. */
  readonly backAt: Date | undefined
  /** When unasked nudges were sent, any order. */
  readonly sent: readonly Date[]
  /** Moments that the person asked for, any order. */
  readonly asked: readonly Date[]
  readonly candidates: readonly Wanted[]
  /** 0 to 10 minutes, the same for the same person: spreads a company over its first minutes. */
  readonly jitterMs: number
}

/** Why something did not get a moment. */
export type WhyNot = 'silence' | 'not_yet' | 'too_late' | 'budget' | 'no_window'
export type Placed<C = Wanted> = { readonly candidate: C; readonly dueAt: Date }
export type Passed<C = Wanted> = { readonly candidate: C; readonly whyNot: WhyNot }
export type Plan = { readonly placed: readonly Placed[]; readonly passed: readonly Passed[] }

/** Whoever is more urgent chooses first; the others find their place around them. */
export function planWeek(wish: Wish): Plan {
  const { budget, pace, candidates } = wish
  if (budget.stopped || budget.perWeek === 0) return { placed: [], passed: [] }
  const isHeard = ({ kind }: Wanted): boolean => pace !== 'ask' || kind === 'check_in'
  const heard = candidates.filter(isHeard)
  const placed: Placed[] = []
  const passed: Passed[] = candidates
    .filter(candidate => !isHeard(candidate))
    .map(candidate => ({ candidate, whyNot: 'silence' }))
  let space = spaceOf(wish, inOrder(wish.sent))
  for (const candidate of heard.toSorted(byUrgency)) {
    const found = place(candidate, wish, space)
    if (found instanceof Date) {
      placed.push({ candidate, dueAt: found })
      space = spaceOf(wish, inOrder([...space.taken, found]))
    } else passed.push({ candidate, whyNot: found })
  }
  return { placed: placed.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime()), passed }
}

/** Among equals what is planned already stays; then what comes first, and the order of those who propose. */
const byUrgency = (a: Wanted, b: Wanted): number =>
  a.priority - b.priority || Number(!a.plannedAt) - Number(!b.plannedAt) || a.from.getTime() - b.from.getTime()

const inOrder = (moments: readonly (Date | number)[]): readonly number[] =>
  moments.map(Number).toSorted((a, b) => a - b)

type Space = {
  readonly taken: readonly number[]
  readonly roomFor: (candidate: Wanted) => Room
  readonly firstFree: (from: number, room: Room) => Date | undefined
}

/** What is free around these moments. Candidates that ask for the same are told the same. */
function spaceOf({ time, budget, pace, asked, jitterMs }: Wish, taken: readonly number[]): Space {
  const limits = limitsOf(budget.perWeek, pace)
  const pressing: Room = { time, limits, taken, asked }
  const usual: Room = { time, limits: unhurried(limits), taken, asked }
  const known = new Map<Room, { readonly from: number; readonly found: Date | undefined }>()
  return {
    taken,
    roomFor: ({ priority }) => (priority < USUAL ? pressing : usual),
    firstFree: (from, room) => {
      const last = known.get(room)
      if (last?.from === from) return last.found
      const found = firstFree(new Date(from), room, jitterMs)
      known.set(room, { from, found })
      return found
    }
  }
}

function place(candidate: Wanted, wish: Wish, space: Space): Date | WhyNot {
  const { now, budget, backAt } = wish
  const earliest = Math.max(
    now.getTime(),
    candidate.from.getTime(),
    budget.pausedUntil?.getTime() ?? 0,
    backAt?.getTime() ?? 0
  )
  if (candidate.from.getTime() > now.getTime() + AHEAD) return 'not_yet'
  const room = space.roomFor(candidate)
  const until = candidate.until?.getTime() ?? Number.POSITIVE_INFINITY
  const kept = candidate.plannedAt
  if (kept && kept.getTime() < until && staysAt(kept, { earliest, now }, room)) return kept
  const found = space.firstFree(earliest, room)
  if (!found) return 'no_window'
  if (found.getTime() >= until) return 'too_late'
  return found.getTime() >= now.getTime() + AHEAD ? 'budget' : found
}

/** What nothing presses for leaves room in the week. */
const unhurried = (limits: Limits): Limits => ({
  ...limits,
  apartMs: Math.max(limits.apartMs, (SPREAD * limits.periodMs) / limits.perPeriod)
})

type Bounds = { readonly earliest: number; readonly now: Date }

/** What is due this moment is on its way. */
const staysAt = (kept: Date, { earliest, now }: Bounds, room: Room): boolean =>
  kept.getTime() >= earliest ? isFree(kept, room) : kept <= now && earliest <= now.getTime() && isFree(now, room)

export type Asking = Pick<Wish, 'time' | 'pace' | 'asked'> & {
  readonly perWeek: number
  readonly taken: readonly Date[]
}

/** The first moment from `from` on at which something unasked may go out. */
export function freeMoment(from: Date, { perWeek, pace, taken, ...rest }: Asking): Date | undefined {
  return firstFree(from, { ...rest, limits: limitsOf(perWeek, pace), taken: inOrder(taken) }, 0)
}

type Tip = Pick<Wish, 'now' | 'time' | 'budget' | 'sent' | 'jitterMs'>

/** When something unasked could come at the earliest, for previews and figures; undefined when the person wants none. */
export function planTip({ now, time, budget, sent, jitterMs }: Tip): Date | undefined {
  if (budget.stopped || budget.perWeek === 0) return undefined
  const from = new Date(Math.max(now.getTime(), budget.pausedUntil?.getTime() ?? 0))
  return firstFree(from, { time, asked: [], taken: inOrder(sent), limits: limitsOf(budget.perWeek, 'full') }, jitterMs)
}

type Room = {
  readonly time: WorkingTime
  readonly limits: Limits
  /** In order, milliseconds. */
  readonly taken: readonly number[]
  readonly asked: readonly Date[]
}

/** Each step passes one that is in the way; more than so many in the way are a plan for another week. */
const MOST_STEPS = 60

function firstFree(from: Date, room: Room, jitterMs: number): Date | undefined {
  let at = nextWorkingMoment(from, room.time)
  for (let step = 0; at && step < MOST_STEPS; step++) {
    const free = freeFrom(at.getTime(), room)
    if (free === at.getTime()) {
      const late = new Date(free + jitterMs)
      return isFree(late, room) ? late : at
    }
    at = nextWorkingMoment(new Date(free), room.time)
  }
  return undefined
}

const isFree = (at: Date, room: Room): boolean =>
  isWorkingTime(at, room.time) && freeFrom(at.getTime(), room) === at.getTime()

/** The same moment when nothing is in the way, else the first after what is. */
function freeFrom(at: number, { limits, taken, asked }: Room): number {
  const close = taken.find(other => Math.abs(other - at) < limits.apartMs)
  if (close !== undefined) return close + limits.apartMs
  const aside = asked.find(other => Math.abs(other.getTime() - at) < ASIDE)
  if (aside) return aside.getTime() + ASIDE
  return freeOfCap(at, limits, taken)
}

/** No stretch of the period's length may hold more than the cap, whatever lies before and after. */
function freeOfCap(at: number, { perPeriod, periodMs }: Limits, taken: readonly number[]): number {
  const before = taken.filter(other => other <= at)
  const after = taken.slice(before.length)
  for (let back = 0; back <= perPeriod; back++) {
    // `back` of the stretch lie before, the rest after.
    const first = back === 0 ? at : before.at(-back)
    const last = back === perPeriod ? at : after[perPeriod - back - 1]
    if (first === undefined || last === undefined || last - first >= periodMs) continue
    return back === 0 ? last + 1 : first + periodMs
  }
  return at
}
