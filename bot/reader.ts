/** Who reads: their language, their zone, and the links that fit their Teams. */
import { getPerson, type Person } from '../api/directory/directory.ts'
import { getOrganization, type Organization } from '../api/organizations/organizations.ts'
import type { Deps } from '../api/platform/deps.ts'
import type { Reader } from './cards/card.ts'
import type { Teams } from './teams.ts'
import { localeOf, wordsFor } from './words.ts'

export type World = { readonly deps: Deps; readonly teams: Teams; readonly tabLink: Reader['tabLink'] }

/** @param teamsAppId the id in the app's manifest; without it links open the tab in the browser. */
export function createTabLink(publicUrl: string, teamsAppId: string | undefined): Reader['tabLink'] {
  if (!teamsAppId) return page => `${publicUrl}/tab/${page ?? ''}`
  const base = `https://teams.microsoft.com/l/entity/${teamsAppId}/coach`
  return page => (page ? `${base}?context=${encodeURIComponent(JSON.stringify({ subEntityId: page }))}` : base)
}

type Zone = { readonly locale: string; readonly timezone: string }

export const readerFor = ({ tabLink }: Pick<World, 'tabLink'>, { locale, timezone }: Zone): Reader => {
  const known = localeOf(locale)
  return { locale: known, words: wordsFor(known), timezone, tabLink }
}

export type Addressee = { readonly person: Person; readonly organization: Organization; readonly reader: Reader }

/** Undefined when the person may not use CI now. */
export async function addresseeOf(
  world: World,
  organizationId: string,
  personId: string
): Promise<Addressee | undefined> {
  const person = await getPerson(world.deps, organizationId, personId)
  if (person?.state !== 'active' || !person.access) return undefined
  const organization = await getOrganization(world.deps, organizationId)
  const zone = { locale: person.locale ?? organization.locale, timezone: person.timezone ?? organization.timezone }
  return { person, organization, reader: readerFor(world, zone) }
}
