/** What authors see of journeys. People under way are counted through the floor. */
import type { z } from 'zod'
import type * as contract from '../contract/journeys.ts'
import { flawsOf } from '../contract/journeys.ts'
import { languageOf } from '../contract/nudge-content.ts'
import { countCohorts, namesOfPeople } from '../directory/directory.ts'
import { inSteps, smallestGroupWithin } from '../gate/gate.ts'
import { coursesInRules } from '../enrollment/enrollment.ts'
import { getOrganization, type Organization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { EXAMPLE } from './journey-example.ts'
import { previewOf } from './journey-preview.ts'
import * as store from './store-journeys.ts'

type Answer<K extends keyof typeof contract> = (typeof contract)[K] extends {
  readonly answer: infer A extends z.ZodType
}
  ? z.input<A>
  : never

export const cohortNames = ({ cohorts }: Organization): string[] => [...new Set(cohorts.map(({ name }) => name))]

export async function journeysView(deps: Deps, organizationId: string): Promise<Answer<'listJourneys'>> {
  const organization = await getOrganization(deps, organizationId)
  const courses = await coursesInRules(deps, organizationId)
  const { journeys, published, running } = await deps.db.for(organizationId)(async trx => ({
    journeys: await store.allJourneys(trx, organizationId),
    published: await store.publishedOf(trx, organizationId),
    running: Map.groupBy(await store.runningOf(trx, organizationId), ({ journeyId }) => journeyId)
  }))
  const names = await namesOfPeople(
    deps,
    organizationId,
    journeys.map(({ savedBy }) => savedBy)
  )
  return {
    journeys: journeys.map(({ journeyId, name, content, revision, savedBy, savedAt }) => ({
      journeyId,
      name,
      weeks: Math.max(0, ...content.steps.map(({ week }) => week)),
      languages: content.languages,
      saved: { by: names.get(savedBy) ?? '', at: savedAt.toISOString() },
      version: published.get(journeyId)?.version ?? null,
      changed: published.get(journeyId)?.revision !== revision,
      cohorts: (running.get(journeyId) ?? []).map(({ cohort }) => cohort)
    })),
    example: EXAMPLE,
    choices: {
      language: languageOf(organization.locale),
      cohorts: cohortNames(organization),
      courses: courses.map(course => ({ ...course }))
    }
  }
}

export async function journeyView(deps: Deps, key: store.JourneyKey): Promise<Answer<'getJourney'>> {
  const { organizationId, journeyId } = key
  const { journey, versions, running, smallest } = await deps.db.for(organizationId)(async trx => ({
    journey: await store.lockJourney(trx, key),
    versions: (await store.versionsOf(trx, organizationId, [journeyId])).get(journeyId) ?? [],
    running: await store.runningOf(trx, organizationId, journeyId),
    smallest: await smallestGroupWithin(trx, organizationId)
  }))
  if (!journey)
    throw new ProblemError('not_found', 'This journey does not exist. Go back to the list', { reason: 'journey_gone' })
  const authors = [journey.savedBy, ...versions.map(({ publishedBy }) => publishedBy)]
  const names = await namesOfPeople(deps, organizationId, authors)
  const members = await countCohorts(deps, organizationId)
  const { name, content, revision, savedBy, savedAt } = journey
  return {
    journeyId,
    name,
    content,
    revision,
    saved: { by: names.get(savedBy) ?? '', at: savedAt.toISOString() },
    flaws: [...flawsOf(content)],
    versions: versions.map(version => versionView(version, names)).toReversed(),
    changed: versions.at(-1)?.revision !== revision,
    running: running.map(({ cohort, startsOn, setAt }) => ({
      cohort,
      starts: startsOn ? { kind: 'date' as const, on: startsOn } : { kind: 'joining' as const },
      setAt: setAt.toISOString(),
      people: inSteps(members.get(cohort) ?? 0, smallest)
    }))
  }
}

const versionView = (
  { version, reach, note, publishedBy, publishedAt }: store.KeptVersion,
  names: ReadonlyMap<string, string>
) => ({ version, reach, note, by: names.get(publishedBy) ?? '', at: publishedAt.toISOString() })

export async function versionOfJourney(
  deps: Deps,
  { organizationId, journeyId, version: wanted }: store.JourneyKey & { readonly version: number }
): Promise<Answer<'getJourneyVersion'>> {
  const versions = await deps.db.for(organizationId)(trx => store.versionsOf(trx, organizationId, [journeyId]))
  const version = versions.get(journeyId)?.find(each => each.version === wanted)
  if (!version)
    throw new ProblemError('not_found', `This journey has no version ${wanted}`, { reason: 'journey_version' })
  const names = await namesOfPeople(deps, organizationId, [version.publishedBy])
  return { ...versionView(version, names), content: version.content }
}

type Scene = z.output<typeof contract.previewJourney.body>

export async function previewView(
  deps: Deps,
  organizationId: string,
  { content, language, startsOn }: Scene
): Promise<Answer<'previewJourney'>> {
  const { timezone, workingHours, holidays } = await getOrganization(deps, organizationId)
  const time = { timezone, ...workingHours, holidays }
  return { timezone, steps: previewOf({ content, language, startsOn, time }) }
}
