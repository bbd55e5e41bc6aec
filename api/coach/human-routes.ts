/** Whom somebody can talk to instead of a program. */
import type { z } from 'zod'
import type { getHumanRoutes } from '../contract/coach.ts'
import type { Deps } from '../platform/deps.ts'
import { languageOf } from './hearing.ts'
import { emergencyLines, groundOf, linesFor, safetyWords } from './safety/safety.ts'
import type { Who } from './telling.ts'

type Routes = z.input<typeof getHumanRoutes.answer>

/** The same lines as on a card about danger, and the company's routes for everything else. */
export async function humanRoutesOf(deps: Deps, { person, organization }: Who): Promise<Routes> {
  const { organizationId } = organization
  const locale = languageOf({ person, organization })
  const ground = await deps.db.for(organizationId)(trx =>
    groundOf(trx, { organizationId, organization, country: person.country ?? undefined, locale })
  )
  const words = safetyWords(locale)
  return {
    lines: [...emergencyLines(locale, ground.country), ...linesFor(ground), words.anyLine],
    routes: ground.routes.map(({ kind, name, contact }) => ({
      name: `${words.kinds[kind]}, ${name[locale]}`,
      contact
    })),
    sponsor: organization.sponsor ?? null
  }
}
