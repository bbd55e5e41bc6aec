/** Whether nudges that are due may go out now: judged at the moment of sending, whatever was planned. Pure. */
import { after, DAY, MINUTE } from '../platform/time.ts'
import { nextWorkingMoment } from '../platform/working-time.ts'
import { paceNow } from './decide.ts'
import type { Listener } from './listeners.ts'
import { freeMoment } from './plan.ts'
import { askedOf, takenOf } from './sent.ts'
import type { Objection } from './source.ts'
import type { NudgeRow } from './store.ts'

export type Verdict =
  | Objection
  /** With the words of this version, where a correction was published since it was planned. */
  | { readonly kind: 'send'; readonly version?: number | null }
  | { readonly kind: 'roll'; readonly to: Date }
  | { readonly kind: 'expire' }
  | { readonly kind: 'unreachable' }

export type Due = Pick<
  NudgeRow,
  | 'id'
  | 'person_id'
  | 'kind'
  | 'once_key'
  | 'content_id'
  | 'content_version'
  | 'asked'
  | 'exact'
  | 'due_at'
  | 'expires_at'
  | 'priority'
>

export type Case = {
  readonly row: Due
  readonly listener: Listener | undefined
  readonly objection: Objection | undefined
  readonly now: Date
}

/** One after another, so that of several that wait for a person one goes and the others find their own moment. */
export function judgeAll(
  rows: readonly Due[],
  about: (row: Due) => Pick<Case, 'listener' | 'objection'>,
  now: Date
): ReadonlyMap<string, Verdict> {
  const verdicts = new Map<string, Verdict>()
  const going = new Map<string, Due[]>()
  for (const row of rows.toSorted(byTurn)) {
    const { listener, objection } = about(row)
    const gone = going.get(row.person_id) ?? []
    const verdict = judge({ row, listener: listener && withGoing(listener, gone, now), objection, now })
    verdicts.set(row.id, verdict)
    if (verdict.kind === 'send') going.set(row.person_id, [...gone, row])
  }
  return verdicts
}

/** What was asked for goes first, then who is most urgent, then who waits longest. */
const byTurn = (a: Due, b: Due): number =>
  Number(b.asked) - Number(a.asked) || a.priority - b.priority || a.due_at.getTime() - b.due_at.getTime()

const withGoing = (listener: Listener, gone: readonly Due[], now: Date): Listener => ({
  ...listener,
  history: listener.history.map(row =>
    gone.some(({ id }) => id === row.id) ? { ...row, state: 'queued' as const, due_at: now } : row
  )
})

export function judge({ row, listener, objection, now }: Case): Verdict {
  if (!listener?.colleague.mayHear) return { kind: 'cancel', why: 'left' }
  const disagreed = agreementAgainst(row, listener)
  if (disagreed) return disagreed
  if (row.expires_at && row.expires_at <= now) return { kind: 'expire' }
  if (!listener.way) return { kind: 'unreachable' }
  if (row.kind === 'welcome') return atWindow(row, listener, now)
  if (listener.chosen.stopped) return { kind: 'drop', why: 'stopped' }
  if (objection) return objection
  return row.asked ? whenAsked(row, listener, now) : whenUnasked(row, listener, now)
}

function agreementAgainst({ kind }: Due, { agreement }: Listener): Objection | undefined {
  if (kind === 'welcome') return agreement === 'none' ? undefined : { kind: 'cancel', why: 'done' }
  if (agreement === 'given') return undefined
  return { kind: 'cancel', why: agreement === 'declined' ? 'declined' : 'not_agreed' }
}

/** Two questions that were due together come one after the other. */
const ASKED_APART = 30 * MINUTE

/** At the moment the person asked for; a pause and an absence hold it, and the hours do unless they named the minute. */
function whenAsked(row: Due, listener: Listener, now: Date): Verdict {
  const free = freeOf(listener, now)
  if (row.exact && free <= now) return { kind: 'send' }
  const last = askedOf(listener.history.filter(({ id, state }) => id !== row.id && state !== 'planned')).map(Number)
  const earliest = Math.max(free.getTime(), ...last.map(at => at + ASKED_APART))
  return atWindow(row, listener, now, new Date(earliest))
}

function whenUnasked(row: Due, listener: Listener, now: Date): Verdict {
  const pace = paceNow(listener, now)
  if (listener.chosen.per_week === 0) return { kind: 'drop', why: 'stopped' }
  if (pace === 'ask' && row.kind !== 'check_in') return { kind: 'drop', why: 'silence' }
  const next = freeMoment(freeOf(listener, now), {
    time: listener.time,
    perWeek: listener.chosen.per_week,
    pace,
    taken: takenOf(listener.history.filter(({ id }) => id !== row.id)),
    asked: askedOf(listener.history)
  })
  return rollTo(next, row, now)
}

const atWindow = (row: Due, listener: Listener, now: Date, from = freeOf(listener, now)): Verdict =>
  rollTo(nextWorkingMoment(from, listener.time), row, now)

/** Now, or when pause and absence are over. */
const freeOf = ({ chosen, backAt }: Listener, now: Date): Date =>
  new Date(Math.max(now.getTime(), chosen.paused_until?.getTime() ?? 0, backAt?.getTime() ?? 0))

function rollTo(next: Date | undefined, { expires_at: expires }: Due, now: Date): Verdict {
  if (!next || (expires && expires <= next)) return { kind: 'expire' }
  return next > now ? { kind: 'roll', to: next } : { kind: 'send' }
}

/** How long a question about a plan is worth asking, counted from its moment. */
export const followUpExpires = (dueAt: Date): Date => after(dueAt, 7 * DAY)
