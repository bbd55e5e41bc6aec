/** What an admin's draft of when messages may come would give, where the company's people work. Keeps nothing. */
import type { z } from 'zod'
import type { MessagePlace, MessageTimes, Quiet, tryMessageTimes } from '../contract/message-times.ts'
import { countriesOf } from '../directory/directory.ts'
import { openIn, placeOf, profileOf } from '../nudges/nudges.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { holidayRegions, namedHolidays } from '../platform/holidays.ts'
import { localDay } from '../platform/working-time.ts'

type Language = z.output<typeof tryMessageTimes.query>['language']
type Asked = { readonly organizationId: string; readonly draft: MessageTimes; readonly language: Language }

const MOST_PLACES = 6
const MOST_QUIET = 6

export async function tryTimes(
  deps: Deps,
  { organizationId, draft, language }: Asked
): Promise<z.input<typeof tryMessageTimes.answer>> {
  const [organization, told] = await Promise.all([
    getOrganization(deps, organizationId),
    countriesOf(deps, organizationId)
  ])
  const home = { country: organization.country, region: draft.region ?? undefined }
  const own = placeOf({ country: undefined, region: undefined }, home)
  const places = [own, ...told.map(country => placeOf({ country, region: undefined }, home))]
  const first = [...new Map(places.map(place => [place.country, place])).values()].slice(0, MOST_PLACES)
  const today = localDay(deps.now(), organization.timezone)
  return {
    today,
    country: own.country,
    regions: [...(await holidayRegions(own.country, language))],
    places: await Promise.all(first.map(place => viewOf(place, { draft, language, today })))
  }
}

type Place = ReturnType<typeof placeOf>
type About = { readonly draft: MessageTimes; readonly language: Language; readonly today: string }

async function viewOf({ country, region }: Place, { draft, language, today }: About): Promise<MessagePlace> {
  const { workingHours, disconnect } = draft
  const year = Number(today.slice(0, 4))
  const years = draft.publicHolidays ? [year, year + 1] : []
  const named = await Promise.all(years.map(each => namedHolidays({ country, region, language }, each)))
  return {
    country,
    open: openIn(country, { workingHours, disconnect: disconnect ?? undefined }) ?? null,
    law: profileOf(country)?.law ?? null,
    quiet: [
      ...named.flat().map(({ day, name }): Quiet => ({ ...on(day), why: { kind: 'public_holiday', name } })),
      ...draft.holidays.map((day): Quiet => ({ ...on(day), why: { kind: 'own_day' } })),
      ...draft.blackouts.map((span): Quiet => ({ ...span, why: { kind: 'blackout' } }))
    ]
      .filter(({ to }) => to >= today)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .slice(0, MOST_QUIET)
  }
}

const on = (day: string) => ({ from: day, to: day })
