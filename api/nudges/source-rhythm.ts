/** What follows from how somebody and the coach get along: a first plan, a light word after weeks of silence, one question at the end. */
import { after, DAY } from '../platform/time.ts'
import type { Candidate } from './candidate.ts'
import type { Listener } from './listeners.ts'
import { paceOf } from './pace.ts'
import { ignoredBy } from './sent.ts'
import { eachOf, type Source } from './source.ts'

const FIRST_PLAN_DAYS = 14
const SILENT_DAYS = 21
/** Nobody is asked how they are more often. */
const AGAIN_DAYS = 56

export const firstPlan: Source = {
  owns: 'first_plan',
  gone: { kind: 'cancel', why: 'done' },
  propose: eachOf(({ chosen, history }, { now }) => {
    const settled = chosen.settled_at
    const hasPlanned = history.some(({ kind }) => kind === 'follow_up')
    if (!settled || hasPlanned || after(settled, FIRST_PLAN_DAYS * DAY) <= now) return []
    const data = [{ name: 'settled', value: settled.toISOString() }]
    const until = after(settled, FIRST_PLAN_DAYS * DAY)
    return [own('first_plan', { key: 'first_plan', from: settled, until, priority: 2, data })]
  })
}

/** Four unanswered in a row: this is asked, once, and nothing else comes until the person says so. */
export const checkIn: Source = {
  owns: 'check_in:',
  gone: { kind: 'cancel', why: 'done' },
  propose: eachOf((listener, { now }) => questionFor(listener, now))
}

export function questionFor({ history, lastSign }: Silence, now: Date): readonly Candidate[] {
  const ignored = ignoredBy({ history, lastSign }, now)
  const [first] = ignored
  if (!first || paceOf(ignored) !== 'ask') return []
  const data = [{ name: 'unanswered', value: String(ignored.length) }]
  const key = `check_in:${first.toISOString().slice(0, 10)}`
  return [own('check_in', { key, from: now, until: undefined, priority: 1, data })]
}

type Silence = Pick<Listener, 'history' | 'lastSign'>

export const reEngage: Source = {
  owns: 're_engage:',
  gone: { kind: 'cancel', why: 'done' },
  propose: eachOf((listener, { now }) => wordAfterSilence(listener, now))
}

export function wordAfterSilence({ history, lastSign }: Silence, now: Date): readonly Candidate[] {
  const ignored = ignoredBy({ history, lastSign }, now)
  const [first] = ignored
  if (!first || paceOf(ignored) !== 'half' || after(first, SILENT_DAYS * DAY) > now) return []
  if (wasAskedLately(history, now)) return []
  const data = [{ name: 'silent_since', value: first.toISOString().slice(0, 10) }]
  const key = `re_engage:${first.toISOString().slice(0, 10)}`
  return [own('re_engage', { key, from: now, until: undefined, priority: 4, data })]
}

const wasAskedLately = (history: Listener['history'], now: Date): boolean =>
  history.some(({ kind, sent_at }) => kind === 're_engage' && sent_at && after(sent_at, AGAIN_DAYS * DAY) > now)

type Own = Pick<Candidate, 'from' | 'until' | 'priority'> & {
  readonly key: string
  readonly data: Candidate['reason']['data']
}

const own = (kind: 'first_plan' | 'check_in' | 're_engage', { key, data, ...when }: Own): Candidate => ({
  kind,
  onceKey: key,
  contentId: kind,
  contentVersion: 1,
  ...when,
  reason: { rule: kind, data }
})
