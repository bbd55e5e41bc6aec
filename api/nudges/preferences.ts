/** What a person decided about hearing from the coach. The bot, the tab and the planner all come through here. */
import type { NudgeAnswer, NudgePreferences, PreferenceChange } from '../contract/nudges.ts'
import { getPersonWithin, type Person } from '../directory/directory.ts'
import { getOrganization, type Organization } from '../organizations/organizations.ts'
import type { Statement, Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { DAY } from '../platform/time.ts'
import { localDay } from '../platform/working-time.ts'
import { decideAnswer } from './answer.ts'
import { focusOf, hoursOf, isZone, languageOf, zoneOf } from './chosen.ts'
import type { Key } from './context.ts'
import { frameOf, placeOf, quietAhead, within, type Frame } from './hours.ts'
import type { Budget } from './plan.ts'
import { profileOf } from './right-to-disconnect.ts'
import {
  findPreferences,
  findPreferencesOf,
  NOTHING_CHOSEN,
  savePreferences,
  type PreferenceRow
} from './store-preferences.ts'

export const preferencesOf = async (deps: Deps, key: Key): Promise<NudgePreferences> => {
  const organization = await getOrganization(deps, key.organizationId)
  return deps.db.for(key.organizationId)(trx => told(deps, trx, { ...key, organization }))
}

/** Only what is named changes; null takes a choice back. @throws ProblemError `bad_request`. */
export async function changePreferences(deps: Deps, key: Key, change: PreferenceChange): Promise<NudgePreferences> {
  const organization = await getOrganization(deps, key.organizationId)
  for (const until of [change.pausedUntil, change.awayUntil]) if (until) refuseLongPause(until, deps.now())
  return deps.db.for(key.organizationId)(async trx => {
    if (change.hours) refuseHours(change.hours, await frameFor(trx, key, organization))
    await savePreferences(trx, key, { ...rowOf(change, deps.now()), at: deps.now() })
    await deps.publish(trx, { type: 'preferences.changed', ...only(key) })
    return told(deps, trx, { ...key, organization })
  })
}

const LONGEST = 366 * DAY

/** Whoever wants a longer silence stops; so a slip of the finger does not end it all unseen. */
export function refuseLongPause(until: string, now: Date): void {
  if (Date.parse(until) > now.getTime() + LONGEST)
    throw new ProblemError('bad_request', 'A pause lasts a year at most. Choose an earlier day, or stop the messages', {
      reason: 'pause_long'
    })
}

/** Nobody, the person included, gets around the hours of the country's and the company's right to disconnect. */
function refuseHours(hours: NonNullable<PreferenceChange['hours']>, { start, end }: Frame): void {
  if (!within(hours, { start, end }))
    throw new ProblemError(
      'bad_request',
      `Messages may come between ${start} and ${end} where you work. Choose hours that reach into that`,
      { reason: 'hours_outside' }
    )
}

const rowOf = (change: PreferenceChange, now: Date): Partial<PreferenceRow> => ({
  ...(change.perWeek === undefined ? {} : { per_week: change.perWeek }),
  ...(change.focus ? { focus: [...new Set(change.focus)] } : {}),
  ...(change.hours === undefined ? {} : hoursRow(change.hours)),
  ...(change.timezone === undefined ? {} : { timezone: change.timezone }),
  ...(change.locale === undefined ? {} : { locale: change.locale }),
  ...(change.awayUntil === undefined ? {} : { away_until: change.awayUntil }),
  ...(change.pausedUntil === undefined
    ? {}
    : { paused_until: change.pausedUntil ? new Date(change.pausedUntil) : null }),
  ...(change.stopped === undefined ? {} : { stopped: change.stopped }),
  ...(change.settled ? { settled_at: now } : {}),
  ...(isSilencing(change) ? {} : { resumed_at: now })
})

/** Whatever else somebody chooses says that they are there. */
const isSilencing = ({ stopped, pausedUntil, awayUntil, perWeek }: PreferenceChange): boolean =>
  stopped === true || Boolean(pausedUntil) || Boolean(awayUntil) || perWeek === 0

const hoursRow = (hours: PreferenceChange['hours']) => ({
  work_start: hours?.start ?? null,
  work_end: hours?.end ?? null,
  work_days: hours ? [...new Set(hours.days)].toSorted((a, b) => a - b) : null
})

/** Of the company's days without messages: the next few are enough to know what is coming. */
const MOST_QUIET = 4

async function told(
  deps: Pick<Deps, 'now'>,
  trx: Trx,
  { organization, ...key }: Key & { readonly organization: Organization }
): Promise<NudgePreferences> {
  const person = await getPersonWithin(trx, key.organizationId, key.personId)
  const chosen = await findPreferences(trx, key)
  const about = { timezone: person?.timezone, locale: person?.locale }
  const zone = zoneOf(chosen, about, organization)
  const today = localDay(deps.now(), zone.timezone)
  return {
    perWeek: chosen.per_week,
    focus: focusOf(chosen),
    hours: hoursOf(chosen, organization),
    frame: frameIn(person?.country, organization),
    zone,
    language: languageOf(chosen, about, organization),
    quiet: {
      publicHolidays: organization.publicHolidays,
      next: quietAhead(organization, today).slice(0, MOST_QUIET)
    },
    awayUntil: chosen.away_until && chosen.away_until > today ? chosen.away_until : null,
    pausedUntil: chosen.paused_until && chosen.paused_until > deps.now() ? chosen.paused_until.toISOString() : null,
    stopped: chosen.stopped,
    settled: chosen.settled_at !== null,
    today
  }
}

/** In which language and zone they read: one statement, for whoever writes to many. */
export async function readingOf(
  deps: Pick<Deps, 'db'>,
  { person, organization }: { readonly person: Person; readonly organization: Organization }
): Promise<Reading> {
  const chosen = await deps.db.read(person.organizationId)(db => findPreferences(db, person))
  const { locale } = languageOf(chosen, person, organization)
  return { locale, timezone: zoneOf(chosen, person, organization).timezone }
}

async function frameFor(trx: Trx, key: Key, organization: Organization): Promise<Frame> {
  const person = await getPersonWithin(trx, key.organizationId, key.personId)
  return frameIn(person?.country, organization)
}

function frameIn(told: string | undefined, organization: Organization): NudgePreferences['frame'] {
  const { country } = placeOf({ country: told, region: undefined }, organization)
  return {
    ...frameOf(country, organization),
    law: profileOf(country)?.law ?? null,
    agreement: organization.disconnect !== undefined
  }
}

type Reading = { readonly locale: NudgePreferences['language']['locale']; readonly timezone: string }

/** The same for a page of people. */
export async function readingsWithin(
  db: Statement,
  organization: Organization,
  personIds: readonly string[]
): Promise<(person: Person) => Reading> {
  const chosenOf = await findPreferencesOf(db, { organizationId: organization.organizationId, personIds })
  return person => {
    const chosen = chosenOf.get(person.personId) ?? NOTHING_CHOSEN
    const { locale } = languageOf(chosen, person, organization)
    return { locale, timezone: zoneOf(chosen, person, organization).timezone }
  }
}

/** Their own Teams says where they are; a choice of theirs goes before it. Nothing is written while it stays the same. */
export async function noteClientZone(deps: Deps, key: Key & { readonly timezone: string }): Promise<void> {
  if (!isZone(key.timezone)) return
  await deps.db.for(key.organizationId)(async trx => {
    const { client_timezone: known } = await findPreferences(trx, key)
    if (known === key.timezone) return
    await savePreferences(trx, key, { client_timezone: key.timezone, at: deps.now() })
    await deps.publish(trx, { type: 'preferences.changed', ...only(key) })
  })
}

const only = ({ organizationId, personId }: Key): Key => ({ organizationId, personId })

export const budgetOf = async (trx: Trx, key: Key): Promise<Budget> => toBudget(await findPreferences(trx, key))

const toBudget = (row: PreferenceRow): Budget => ({
  perWeek: row.per_week,
  pausedUntil: row.paused_until ?? undefined,
  stopped: row.stopped
})

export const saveBudget = (trx: Trx, key: Key, budget: Budget, at: Date): Promise<void> =>
  savePreferences(trx, key, {
    per_week: budget.perWeek,
    paused_until: budget.pausedUntil ?? null,
    stopped: budget.stopped,
    at
  })

/** Of the answers that come again the words typed are none. */
const NO_HOURS = { timezone: 'UTC', start: '00:00', end: '00:00', days: [], holidays: [] }

/** A typed "stop" or "pause" works like the button, without a nudge. */
export async function changeBudget(
  deps: Deps,
  key: Key,
  answer: Extract<NudgeAnswer, 'fewer' | 'pause' | 'stop'>
): Promise<Budget> {
  return deps.db.for(key.organizationId)(async trx => {
    const at = { now: deps.now(), time: NO_HOURS }
    const { budget } = decideAnswer({ answer }, await budgetOf(trx, key), at)
    await saveBudget(trx, key, budget, deps.now())
    await deps.publish(trx, { type: 'preferences.changed', ...only(key) })
    return budget
  })
}
