/** The monthly pulse as a message: unasked, so it takes its place in the person's own budget and hours. At most one in 28 days. */
import { localDay, startOfDay } from '../platform/working-time.ts'
import { after, DAY } from '../platform/time.ts'
import type { Candidate } from './candidate.ts'
import type { Listener } from './listeners.ts'
import type { Source } from './source.ts'
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
    const monthIn = monthsByZone(now)
    return new Map(
      wanted.map(({ personId, zone }) => {
        const month = monthIn(zone.timezone)
        return [personId, answered.get(personId)?.includes(month.name) ? [] : [candidateOf(month, now)]]
      })
    )
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

type Month = { readonly name: string; readonly until: Date }

/** Reckoned once a zone: a page has a thousand people in a handful of zones. */
function monthsByZone(now: Date): (timezone: string) => Month {
  const known = new Map<string, Month>()
  return timezone => {
    const found = known.get(timezone)
    if (found) return found
    const name = monthOf(now, timezone)
    const month = { name, until: startOfDay(firstOfNext(name), timezone) }
    known.set(timezone, month)
    return month
  }
}

const candidateOf = ({ name, until }: Month, now: Date): Candidate => ({
  kind: 'pulse',
  onceKey: `${KEY}${name}`,
  contentId: 'pulse',
  contentVersion: 1,
  from: now,
  until,
  priority: 4,
  reason: { rule: 'pulse', data: [] }
})

function firstOfNext(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`
}
