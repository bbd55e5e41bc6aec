/** Everything that may propose a nudge. */
import { authored } from './source-authored.ts'
import { courses } from './source-courses.ts'
import { library } from './source-library.ts'
import { moments } from './source-moments.ts'
import { checkIn, firstPlan, reEngage } from './source-rhythm.ts'
import { pulse } from './source-pulse.ts'
import { welcome } from './source-welcome.ts'
import type { Candidate } from './candidate.ts'
import type { Page, Source } from './source.ts'

/** In the order of preference among equals. */
export const SOURCES: readonly Source[] = [
  welcome,
  checkIn,
  firstPlan,
  moments,
  ...authored,
  courses,
  reEngage,
  pulse,
  library
]

/** All proposals, by person. */
export async function proposalsFor(page: Page, sources = SOURCES): Promise<ReadonlyMap<string, readonly Candidate[]>> {
  const all = new Map<string, Candidate[]>()
  for (const { propose } of sources)
    for (const [personId, candidates] of await propose(page)) {
      const known = all.get(personId)
      if (known) known.push(...candidates)
      else all.set(personId, [...candidates])
    }
  return all
}
