/** Whom somebody can talk to instead of a program. Pure. */
import type { z } from 'zod'
import type { getHumanRoutes } from '../contract/coach.ts'
import type { Person } from '../directory/directory.ts'
import type { Organization } from '../organizations/organizations.ts'
import { languageOf } from './hearing.ts'
import { coachWords } from './words.ts'

type Routes = z.input<typeof getHumanRoutes.answer>

/** Lines of the person's country, and one for every other. */
export function humanRoutesOf(who: { readonly person: Person; readonly organization: Organization }): Routes {
  const { person, organization } = who
  const lines = organization.crisisLines.filter(({ country }) => country === '*' || country === person.country)
  const everywhere = coachWords(languageOf(who)).everywhere
  return {
    lines: [...lines.map(({ name, contact }) => ({ name, contact })), everywhere],
    sponsor: organization.sponsor ?? null
  }
}
