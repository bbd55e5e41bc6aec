/** The monthly pulse as a message: unasked, so it takes its place in the person's own budget and hours. At most one in 28 days. */
import { localDay, startOfDay } from '../platform/working-time.ts'
import { after, DAY } from '../platform/time.ts'
import type { Candidate } from './candidate.ts'
import type { Listener } from './listeners.ts'
import type { Page, Source } from './source.ts'
import { monthsAnswered } from './store-pulse.ts'

const APART_DAYS = 28
/** So long the coach has to have been there before it asks whether it helps. */
const KNOWN_DAYS = 28
const KEY = 'pulse:'

export const pulse: Source = {
  owns: KEY,
  gone: { kind: 'cancel', why: 'done' },
  propose: async page => {
    const { trx, organization, now, listeners } = page
    const wanted = listeners.filter(listener => wantsPulse(listener, now))
    if (wanted.length === 0) return new Map()
    const answered = await monthsAnswered(trx, {
      organizationId: organization.organizationId,
      personIds: wanted.map(({ personId }) => personId),
      since: after(now, -62 * DAY)
    })
    return new Map(wanted.map(one => [one.personId, candidateFor(one, page, answered.get(one.personId) ?? [])]))
  }
}

/** `YYYY-MM` of a message about the pulse, also where it comes again because somebody asked; undefined of every other. */
export const monthAsked = ({ once_key: key }: { readonly once_key: string }): string | undefined =>
  /^(?:again:)*pulse:(?<month>\d{4}-\d{2})$/u.exec(key)?.groups?.['month']

export const monthOf = (now: Date, timezone: string): string => localDay(now, timezone).slice(0, 'YYYY-MM'.length)

type Asked = Pick<Listener, 'chosen' | 'history'>

function wantsPulse({ chosen, history }: Asked, now: Date): boolean {
  if (chosen.pulse_off) return false
  const isKnown = history.some(({ sent_at }) => sent_at && after(sent_at, KNOWN_DAYS * DAY) <= now)
  const isRecent = history.some(
    ({ kind, state, sent_at }) =>
      kind === 'pulse' && (state === 'queued' || (sent_at !== null && after(sent_at, APART_DAYS * DAY) > now))
  )
  return isKnown && !isRecent
}

function candidateFor({ zone }: Listener, { now }: Page, answered: readonly string[]): readonly Candidate[] {
  const month = monthOf(now, zone.timezone)
  if (answered.includes(month)) return []
  return [
    {
      kind: 'pulse',
      onceKey: `${KEY}${month}`,
      contentId: 'pulse',
      contentVersion: 1,
      from: now,
      until: startOfDay(firstOfNext(month), zone.timezone),
      priority: 4,
      reason: { rule: 'pulse', data: [] }
    }
  ]
}

function firstOfNext(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`
}
