/** People as the engine sees them: all that decides whether, when and which, for a page of people in a few statements. */
import { agreementsAmong, lastHeardAmong, reachableAmong, type Agreement, type Way } from '../channels/channels.ts'
import type { NudgePreferences } from '../contract/nudges.ts'
import { pageOfColleagues, type Colleague } from '../directory/directory.ts'
import type { Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publicHolidays } from '../platform/holidays.ts'
import type { Among } from '../platform/rows.ts'
import { startOfDay, type WorkingTime } from '../platform/working-time.ts'
import { hoursOf, languageOf, zoneOf } from './chosen.ts'
import { blackedOut, placeOf, workingTimeOf } from './hours.ts'
import { historyAmong, type HistoryRow } from './store-history.ts'
import { findPreferencesOf, NOTHING_CHOSEN, type PreferenceRow } from './store-preferences.ts'

export type Listener = {
  readonly organizationId: string
  readonly personId: string
  readonly colleague: Colleague
  readonly chosen: PreferenceRow
  readonly zone: NudgePreferences['zone']
  readonly language: NudgePreferences['language']
  /** ISO 3166-1, whose holidays and law hold for them. */
  readonly country: string
  readonly time: WorkingTime
  /** When they are back, if they said that they are away. */
  readonly backAt: Date | undefined
  readonly agreement: Agreement
  /** Undefined when nothing finds its way to them. */
  readonly way: Way | undefined
  /** When they last showed that they are there: wrote to the coach, or chose that messages may come. */
  readonly lastSign: Date | undefined
  /** Of the last year, oldest first. */
  readonly history: readonly HistoryRow[]
}

export type PageAsked = { readonly ids: readonly string[] } | { readonly after: string; readonly limit: number }

/** By id; whoever left is among them. */
export async function loadListeners(
  deps: Pick<Deps, 'now' | 'config'>,
  trx: Trx,
  organization: Organization,
  page: PageAsked
): Promise<readonly Listener[]> {
  const { organizationId } = organization
  const asked = 'ids' in page ? { after: '', limit: page.ids.length, ids: page.ids } : page
  const colleagues = await pageOfColleagues(trx, { organizationId, ...asked })
  const personIds = colleagues.map(({ personId }) => personId)
  const among = { organizationId, personIds, between: 'ids' in page ? undefined : endsOf(personIds) }
  const chosen = await findPreferencesOf(trx, among)
  const agreements = await agreementsAmong(trx, among)
  const ways = await reachableAmong(deps, trx, { ...among, agreements })
  const heard = await lastHeardAmong(trx, among)
  const history = await historyAmong(trx, { ...among, now: deps.now() })
  const timeOf = await timesOf(deps, organization, colleagues)
  return colleagues.map(colleague => {
    const { personId } = colleague
    const row = chosen.get(personId) ?? NOTHING_CHOSEN
    const zone = zoneOf(row, colleague, organization)
    return {
      organizationId,
      personId,
      colleague,
      chosen: row,
      zone,
      language: languageOf(row, colleague, organization),
      ...timeOf(colleague, row, zone.timezone),
      backAt: row.away_until ? startOfDay(row.away_until, zone.timezone) : undefined,
      agreement: agreements.get(personId) ?? 'none',
      way: ways.get(personId),
      lastSign: latest(heard.get(personId), row.resumed_at ?? undefined),
      history: history.get(personId) ?? []
    }
  })
}

function endsOf(ids: readonly string[]): Among['between'] {
  const [first, last] = [ids[0], ids.at(-1)]
  return first && last ? { first, last } : undefined
}

const latest = (a: Date | undefined, b: Date | undefined): Date | undefined => (!a || (b && b > a) ? b : a)

type TimeOf = (colleague: Colleague, chosen: PreferenceRow, timezone: string) => Pick<Listener, 'time' | 'country'>

/** People with the same zone, hours and holidays share one calendar. */
async function timesOf(
  deps: Pick<Deps, 'now'>,
  organization: Organization,
  colleagues: readonly Colleague[]
): Promise<TimeOf> {
  const free = await freeDaysOf(deps, organization, colleagues)
  const known = new Map<string, WorkingTime>()
  return (colleague, chosen, timezone) => {
    const { country, region } = placeOf(colleague, organization)
    const hours = hoursOf(chosen, organization)
    const key = [timezone, country, region, hours.start, hours.end, ...hours.days].join(' ')
    const time =
      known.get(key) ??
      workingTimeOf({ timezone, hours, country, freeDays: free.get(`${country}/${region}`) ?? [] }, organization)
    known.set(key, time)
    return { time, country }
  }
}

/** This year's and the next one's, by place. */
async function freeDaysOf(
  deps: Pick<Deps, 'now'>,
  organization: Organization,
  colleagues: readonly Colleague[]
): Promise<ReadonlyMap<string, readonly string[]>> {
  const own = [...organization.holidays, ...blackedOut(organization)]
  const places = new Map(
    colleagues.map(colleague => {
      const place = placeOf(colleague, organization)
      return [`${place.country}/${place.region}`, place]
    })
  )
  const year = deps.now().getUTCFullYear()
  const years = organization.publicHolidays ? [year - 1, year, year + 1] : []
  const free = [...places].map(async ([key, { country, region }]) => {
    const days = await Promise.all(years.map(each => publicHolidays(country, region, each)))
    return [key, [...own, ...days.flat()]] as const
  })
  return new Map(await Promise.all(free))
}

/** 0 to 10 minutes from the id, so that a plan made again is the same plan. */
export function jitterOf(personId: string): number {
  let sum = 7
  for (let index = 0; index < personId.length; index++) sum = (sum * 31 + personId.charCodeAt(index)) % 1_000_003
  return (sum % 600) * 1000
}
