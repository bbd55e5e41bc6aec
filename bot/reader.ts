/** Who reads: their language, their zone, and the links that fit their Teams. */
import type { Engines } from '../api/coach/coach.ts'
import { getPerson, type Person } from '../api/directory/directory.ts'
import { readingOf } from '../api/nudges/nudges.ts'
import { getOrganization, type Organization } from '../api/organizations/organizations.ts'
import type { Deps } from '../api/platform/deps.ts'
import type { Part } from '../api/platform/personal-data.ts'
import type { Reader } from './cards/card.ts'
import type { Gate } from './gate.ts'
import type { Teams } from './teams.ts'
import type { StreamRules } from './stream.ts'
import { localeOf, wordsFor } from './words.ts'

export type World = {
  readonly deps: Deps
  readonly teams: Teams
  /** What each slice holds about one person, for whoever takes back what is theirs. */
  readonly parts: readonly Part[]
  readonly tabLink: Reader['tabLink']
  readonly streaming: StreamRules
  /** Those that the company chose, unless given. */
  readonly engines?: Engines | undefined
  /** Whether a courtesy may be sent now, or others go first. */
  readonly mayNow: Gate['mayNow']
}

/** @param teamsAppId the id in the app's manifest; without it links open the tab in the browser. */
export function createTabLink(publicUrl: string, teamsAppId: string | undefined): Reader['tabLink'] {
  if (!teamsAppId) return place => (place ? `${publicUrl}/tab/#${place}` : `${publicUrl}/tab/`)
  const base = `https://teams.microsoft.com/l/entity/${teamsAppId}/coach`
  return place => (place ? `${base}?context=${encodeURIComponent(JSON.stringify({ subEntityId: place }))}` : base)
}

type Zone = { readonly locale: string; readonly timezone: string }

export const readerFor = ({ tabLink }: Pick<World, 'tabLink'>, { locale, timezone }: Zone): Reader => {
  const known = localeOf(locale)
  return { locale: known, words: wordsFor(known), timezone, tabLink }
}

export type Addressee = { readonly person: Person; readonly organization: Organization; readonly reader: Reader }

type Known = { readonly person: Person; readonly organization: Organization; readonly zone: Zone }

export const addresseeWith = (world: Pick<World, 'tabLink'>, { person, organization, zone }: Known): Addressee => ({
  person,
  organization,
  reader: readerFor(world, zone)
})

export const mayHear = (person: Person | undefined): person is Person => person?.state === 'active' && person.access

/** Undefined when the person may not use CI now. */
export async function addresseeOf(
  world: World,
  organizationId: string,
  personId: string
): Promise<Addressee | undefined> {
  const person = await getPerson(world.deps, organizationId, personId)
  if (!mayHear(person)) return undefined
  const organization = await getOrganization(world.deps, organizationId)
  return addresseeWith(world, { person, organization, zone: await readingOf(world.deps, { person, organization }) })
}
