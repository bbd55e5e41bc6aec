/** Whom a journey or a campaign may be for: a page of people with what its rules ask, in two statements. */
import { languageOf } from '../contract/nudge-content.ts'
import { pageOfProfiles, type Profile } from '../directory/directory.ts'
import type { Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import { isZone } from './chosen.ts'
import { choicesOf } from './store-authored.ts'

export type Somebody = Pick<Profile, 'personId' | 'groups' | 'cohorts'> & {
  /** Of what they read. */
  readonly language: string
  readonly timezone: string
  readonly department: string | undefined
  readonly country: string | undefined
  readonly title: string | undefined
}

const ATTRIBUTES = ['department', 'country', 'title', 'locale', 'timezone']

export type Page = { readonly ids: readonly string[] } | { readonly after: string; readonly limit: number }

export type People = {
  readonly people: readonly Somebody[]
  /** After whom the next page begins; undefined when there is none. */
  readonly last: string | undefined
}

/** Active people with access, by id. */
export async function pageOfSomebody(trx: Trx, organization: Organization, page: Page): Promise<People> {
  const { organizationId } = organization
  const asked = 'ids' in page ? { ids: page.ids, after: '', limit: page.ids.length } : page
  const profiles = await pageOfProfiles(trx, { organizationId, ...asked, attributes: ATTRIBUTES })
  const here = profiles.filter(({ mayLearn, siteLearner }) => mayLearn && !siteLearner)
  const chosen = await choicesOf(
    trx,
    organizationId,
    here.map(({ personId }) => personId)
  )
  const people = here.map(({ personId, groups, cohorts, attributes }) => ({
    personId,
    groups,
    cohorts,
    language: languageOf(chosen.get(personId)?.locale ?? attributes['locale'] ?? organization.locale),
    timezone: zoneIn(chosen.get(personId)?.timezone) ?? zoneIn(attributes['timezone']) ?? organization.timezone,
    department: attributes['department'] ?? undefined,
    country: attributes['country'] ?? undefined,
    title: attributes['title'] ?? undefined
  }))
  return { people, last: profiles.at(-1)?.personId }
}

const zoneIn = (timezone: string | null | undefined): string | undefined =>
  timezone && isZone(timezone) ? timezone : undefined
