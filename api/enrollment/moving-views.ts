/** What an admin sees of the moving in: the run, how many accounts are in which state, and each with its evidence. */
import type { z } from 'zod'
import type * as contract from '../contract/moving.ts'
import { LEARNER_STATES, type Doubt, type Ground } from '../contract/moving.ts'
import { namesOfPeople, pageOfProfiles, type Profile } from '../directory/directory.ts'
import { getLearningSite, getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { secondsFor } from './dry-run.ts'
import { mayAccept, mayAcceptTogether } from './judge.ts'
import { SiteError } from './problems.ts'
import * as store from './store-learners.ts'
import * as linkRuns from './store-link-runs.ts'
import { findSite } from './store-work.ts'
import { createThinkific } from './thinkific.ts'

type Answer<K extends keyof typeof contract> = (typeof contract)[K] extends {
  readonly answer: infer A extends z.ZodType
}
  ? z.input<A>
  : never

export async function movingView(deps: Deps, organizationId: string): Promise<Answer<'getMoving'>> {
  const { learningSite } = await getOrganization(deps, organizationId)
  const at = { now: deps.now(), realNow: deps.realNow() }
  return deps.db.for(organizationId)(async trx => {
    const site = await findSite(trx, organizationId)
    const run = await linkRuns.latestLinkRun(trx, organizationId)
    const counts = await store.countStates(trx, organizationId)
    const together = await store.countTogether(trx, organizationId)
    const problem =
      site?.problem && site.since
        ? { kind: site.problem, said: site.said ?? '', since: site.since.toISOString() }
        : null
    return {
      site: learningSite ? { name: learningSite.subdomain, problem } : null,
      run: run
        ? {
            ...runView(run),
            ...(await store.runProgress(trx, { organizationId, runId: run.id })),
            givesWay: run.state === 'running' && (await linkRuns.othersComeFirst(trx, organizationId, at))
          }
        : null,
      counts: Object.fromEntries(LEARNER_STATES.map(state => [state, counts.get(state) ?? 0])) as Record<
        (typeof LEARNER_STATES)[number],
        number
      >,
      together: together.map(({ evidence, ...group }) => {
        const { grounds, doubts } = partsOf(evidence)
        return { ...group, evidence, grounds, doubts, mayAccept: mayAcceptTogether({ grounds, doubts }) }
      })
    }
  })
}

const runView = (run: linkRuns.LinkRunRow) => ({
  runId: run.id,
  mode: run.mode,
  state: run.state,
  stage: run.stage,
  basis: run.basis,
  startedAt: run.started_at.toISOString(),
  endedAt: run.ended_at?.toISOString() ?? null,
  learners: run.learners
})

function partsOf(evidence: string): { readonly grounds: Ground[]; readonly doubts: Doubt[] } {
  const [grounds = '', doubts = ''] = evidence.split('|')
  const listed = (text: string): string[] => text.split(',').filter(Boolean)
  return { grounds: listed(grounds) as Ground[], doubts: listed(doubts) as Doubt[] }
}

/** A site that does not answer is no reason to show no page. */
export async function movingChoices(deps: Deps, organizationId: string): Promise<Answer<'getMovingChoices'>> {
  const site = await getLearningSite(deps, organizationId)
  if (!site) return { site: null }
  try {
    const system = createThinkific(deps, site)
    const [fields, { total }] = [await system.profileFields(), await system.pageOfLearners({ page: 1, limit: 1 })]
    const pages = Math.ceil(total / 250)
    const seconds = { plain: secondsOf(deps, pages + total), withFormerIds: secondsOf(deps, pages + 2 * total) }
    return { site: { fields: [...new Set(fields)], learners: total, seconds } }
  } catch (error) {
    if (error instanceof SiteError) return { site: null }
    throw error
  }
}

const secondsOf = (deps: Deps, calls: number): number => Math.ceil(secondsFor(deps, calls))

const LEARNERS = 25

type Asked = z.output<typeof contract.listSiteLearners.query>

export async function learnersView(
  deps: Deps,
  organizationId: string,
  asked: Asked
): Promise<Answer<'listSiteLearners'>> {
  const { rows, candidates, people } = await deps.db.for(organizationId)(async trx => {
    const rows = await store.listLearners(trx, { organizationId, ...asked, limit: LEARNERS })
    const userIds = rows.map(({ user_id }) => user_id)
    const candidates = await store.shownPeopleOf(trx, organizationId, userIds)
    const ids = [...new Set(candidates.map(({ person_id }) => person_id))]
    const attributes = ['employee_number', 'department']
    const people = ids.length
      ? await pageOfProfiles(trx, { organizationId, after: '', limit: ids.length, ids, attributes })
      : []
    return { rows, candidates, people: new Map(people.map(person => [person.personId, person])) }
  })
  const deciders = [...new Set(rows.flatMap(({ decided_by }) => decided_by ?? []))]
  const names = await namesOfPeople(deps, organizationId, deciders)
  const byUser = Map.groupBy(candidates, ({ user_id }) => user_id)
  return {
    learners: rows.map(row => ({
      userId: row.user_id,
      name: [row.first_name, row.last_name].filter(Boolean).join(' '),
      email: row.email,
      employeeNumber: row.employee_number,
      formerId: row.former_id,
      roles: [...row.roles],
      createdAt: row.created_at?.toISOString() ?? null,
      state: row.state,
      decided:
        row.decided_by && row.decided_at
          ? { by: names.get(row.decided_by) ?? '', at: row.decided_at.toISOString(), reason: row.reason ?? '' }
          : null,
      candidates: (byUser.get(row.user_id) ?? []).map(each => candidateView(each, people.get(each.person_id)))
    })),
    next: rows.length === LEARNERS ? (rows.at(-1)?.user_id ?? null) : null
  }
}

const candidateView = ({ person_id, grounds, doubts }: store.CandidateRow, person: Profile | undefined) => ({
  personId: person_id,
  name: person?.name ?? '',
  email: person?.email ?? null,
  employeeNumber: person?.attributes['employee_number'] ?? null,
  department: person?.attributes['department'] ?? null,
  active: person?.mayLearn ?? false,
  grounds: [...grounds],
  doubts: [...doubts],
  mayAccept: mayAccept(doubts)
})
