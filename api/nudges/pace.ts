/** How often somebody may be written to unasked, and what their silence means. Pure. */
import { DAY, HOUR } from '../platform/time.ts'

/** `half`: two in a row went unanswered. `ask`: four did, so that only one question comes, whether to go on. */
export type Pace = 'full' | 'half' | 'ask'

export type Limits = { readonly perPeriod: number; readonly periodMs: number; readonly apartMs: number }

const APART = 20 * HOUR
const WEEK = 7 * DAY

export const limitsOf = (perWeek: number, pace: Pace): Limits =>
  pace === 'full'
    ? { perPeriod: perWeek, periodMs: WEEK, apartMs: APART }
    : { perPeriod: perWeek, periodMs: 2 * WEEK, apartMs: 2 * APART }

/** An answer may take until the day after the next. */
const ANSWERED_WITHIN = 2 * DAY
const HALVES = 2
const ENDS = 4

export type Sent = { readonly sentAt: Date; readonly answered: boolean }

/** Unasked nudges in a row that found no answer, newest last; any sign of life begins anew. */
export function ignoredOf(sent: readonly Sent[], lastSign: Date | undefined, now: Date): readonly Date[] {
  const settled = sent
    .filter(({ sentAt, answered }) => answered || sentAt.getTime() + ANSWERED_WITHIN <= now.getTime())
    .toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime())
  const lastAnswered = settled.findLastIndex(({ answered }) => answered)
  return settled
    .slice(lastAnswered + 1)
    .map(({ sentAt }) => sentAt)
    .filter(sentAt => !lastSign || sentAt > lastSign)
}

export const paceOf = (ignored: readonly Date[]): Pace =>
  ignored.length >= ENDS ? 'ask' : ignored.length >= HALVES ? 'half' : 'full'
