/** What journeys and campaigns propose to a page of people: a handful of statements, whatever their number. */
import { courseProgressOf } from '../enrollment/enrollment.ts'
import type { Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import { proposalsOf } from './campaign.ts'
import type { Candidate } from './candidate.ts'
import { stepsToCome, type CourseState } from './journey.ts'
import type { Somebody } from './somebody.ts'
import { campaignsOf, findSwitch } from './store-campaigns.ts'
import { runningOf, versionsOf } from './store-journeys.ts'
import { languageOf } from '../contract/nudge-content.ts'

export type Asked = {
  readonly organization: Organization
  /** Asked for only when something runs. */
  readonly people: () => Promise<readonly Somebody[]>
  readonly now: Date
}
/** By person; whoever is proposed nothing is missing. */
export type Proposals = ReadonlyMap<string, readonly Candidate[]>

export async function campaignCandidates(trx: Trx, { organization, people, now }: Asked): Promise<Proposals> {
  const { organizationId } = organization
  if (await findSwitch(trx, organizationId)) return new Map()
  const running = await campaignsOf(trx, organizationId, { state: 'running' })
  if (running.length === 0) return new Map()
  const propose = proposalsOf(running, now)
  return proposalsBy(await people(), propose)
}

export async function journeyCandidates(trx: Trx, { organization, people, now }: Asked): Promise<Proposals> {
  const { organizationId } = organization
  const running = await runningOf(trx, organizationId)
  if (running.length === 0) return new Map()
  const concerned = (await people()).filter(({ cohorts }) =>
    running.some(({ cohort }) => cohorts.some(c => c.name === cohort))
  )
  if (concerned.length === 0) return new Map()
  const versions = await versionsOf(trx, organizationId, [...new Set(running.map(({ journeyId }) => journeyId))])
  const steps = [...versions.values()].flat().flatMap(({ content }) => content.steps)
  const courseIds = [...new Set(steps.flatMap(step => (step.kind === 'course' ? [step.courseId] : [])))]
  const personIds = concerned.map(({ personId }) => personId)
  const progress = await courseProgressOf(trx, { organizationId, personIds, courseIds })
  const byPerson = Map.groupBy(progress, ({ personId }) => personId)
  const companyLanguage = languageOf(organization.locale)
  return proposalsBy(concerned, person => {
    const courses = new Map<string, CourseState>(
      (byPerson.get(person.personId) ?? []).map(({ courseId, ...state }) => [courseId, state])
    )
    const walks = running.map(each => ({
      running: each,
      versions: versions.get(each.journeyId) ?? [],
      person,
      companyLanguage,
      courses,
      now
    }))
    return withoutTwins(walks.flatMap(stepsToCome))
  })
}

export async function authoredCandidates(trx: Trx, asked: Asked): Promise<Proposals> {
  const [journeys, campaigns] = [await journeyCandidates(trx, asked), await campaignCandidates(trx, asked)]
  const of = (personId: string): readonly Candidate[] => [
    ...(journeys.get(personId) ?? []),
    ...(campaigns.get(personId) ?? [])
  ]
  return new Map([...new Set([...journeys.keys(), ...campaigns.keys()])].map(id => [id, of(id)]))
}

const proposalsBy = (people: readonly Somebody[], propose: (person: Somebody) => readonly Candidate[]): Proposals =>
  new Map(
    people.flatMap(person => {
      const candidates = propose(person)
      return candidates.length > 0 ? [[person.personId, candidates] as const] : []
    })
  )

/** Who is on one journey with two cohorts gets each step once, at the earlier time. */
const withoutTwins = (candidates: readonly Candidate[]): readonly Candidate[] => [
  ...new Map(
    candidates
      .toSorted((a, b) => b.from.getTime() - a.from.getTime())
      .map(candidate => [candidate.onceKey, candidate] as const)
  ).values()
]
