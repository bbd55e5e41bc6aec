/** What an admin sees: rules, choices, work at hand, people, drift. */
import type { z } from 'zod'
import { listReceipts } from '../audit/audit.ts'
import type * as contract from '../contract/enrollment-admin.ts'
import { listGroupNames, pageOfProfiles } from '../directory/directory.ts'
import { getLearningSite, getOrganization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { SiteError } from './problems.ts'
import { withRules } from './rules.ts'
import { enrollmentsOf, type EnrollmentRow } from './store.ts'
import { findLatestDrift, listDriftItems } from './store-drift.ts'
import { listVersions, type RuleVersion } from './store-rules.ts'
import { listRuns } from './store-runs.ts'
import { refusedHandovers } from './store-handovers.ts'
import { countFailed, countWaiting, findSite, PRIORITY, type SiteRow } from './store-work.ts'
import { createThinkific } from './thinkific.ts'

type Answer<K extends keyof typeof contract> = (typeof contract)[K] extends {
  readonly answer: infer A extends z.ZodType
}
  ? z.input<A>
  : never

const VERSIONS = 20
const RUNS = 10
const DRIFT_ITEMS = 100
const PEOPLE = 25

export const rulesView = (deps: Deps, organizationId: string): Promise<Answer<'getEnrollmentRules'>> =>
  withRules(deps, organizationId, async (trx, current) => {
    const history = await listVersions(trx, organizationId, VERSIONS)
    const ids = [...new Set(current.set.exceptions.map(({ personId }) => personId))]
    const people = Object.fromEntries(await namesOf(trx, organizationId, ids))
    return { ...versionView(current), content: current.set, history: history.map(versionView), people }
  })

const versionView = ({ version, source, author, reason, savedAt }: RuleVersion) => ({
  version,
  source,
  author,
  reason,
  savedAt: savedAt.toISOString()
})

/** Their names, by id. */
async function namesOf(trx: Trx, organizationId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const people = await pageOfProfiles(trx, { organizationId, after: '', limit: ids.length, ids, attributes: [] })
  return new Map(people.map(({ personId, name }) => [personId, name]))
}

export async function choicesView(deps: Deps, organizationId: string): Promise<Answer<'getEnrollmentChoices'>> {
  const [{ cohorts }, groups, site] = await Promise.all([
    getOrganization(deps, organizationId),
    deps.db.for(organizationId)(trx => listGroupNames(trx, organizationId)),
    siteTargets(deps, organizationId)
  ])
  return { cohorts: [...new Set(cohorts.map(({ name }) => name))], groups: [...groups], site }
}

/** A site that does not answer is no reason to show no rules. */
export async function siteTargets(deps: Deps, organizationId: string) {
  const site = await getLearningSite(deps, organizationId)
  if (!site) return null
  try {
    return [...(await createThinkific(deps, site).catalog()).targets]
  } catch (error) {
    if (error instanceof SiteError) return null
    throw error
  }
}

export async function workView(deps: Deps, organizationId: string): Promise<Answer<'getEnrollmentWork'>> {
  const { learningSite } = await getOrganization(deps, organizationId)
  return deps.db.for(organizationId)(async trx => {
    const site = await findSite(trx, organizationId)
    const waiting = await countWaiting(trx, organizationId, deps.now())
    const runs = await listRuns(trx, organizationId, RUNS)
    const signIns = await refusedHandovers(trx, organizationId)
    const names = await namesOf(trx, organizationId, [...new Set(signIns.flatMap(({ personIds }) => personIds))])
    return {
      site: learningSite
        ? {
            name: learningSite.subdomain,
            callsPerMinute: deps.config.THINKIFIC_CALLS_PER_MINUTE,
            problem: problemOf(site, deps.now())
          }
        : null,
      waiting: {
        leavers: waiting.get(PRIORITY.leaver) ?? 0,
        newcomers: waiting.get(PRIORITY.newcomer) ?? 0,
        rest: waiting.get(PRIORITY.rest) ?? 0
      },
      failed: [...(await countFailed(trx, organizationId))],
      signIns: signIns.map(({ because, people, personIds }) => ({
        because,
        people,
        names: personIds.map(id => names.get(id) ?? '')
      })),
      runs: runs.map(run => ({
        runId: run.id,
        kind: run.kind,
        version: run.version,
        state: run.state,
        startedAt: run.started_at.toISOString(),
        endedAt: run.ended_at?.toISOString() ?? null,
        people: run.people,
        waiting: run.waiting,
        done: run.done,
        failed: run.failed,
        cancelled: run.cancelled
      }))
    }
  })
}

/** A name that the site's own webhooks use explains whatever the old one brings. */
function problemOf(site: SiteRow | undefined, now: Date) {
  if (site?.heard_name) return { kind: 'renamed', said: site.heard_name, since: (site.since ?? now).toISOString() }
  return site?.problem && site.since
    ? { kind: site.problem, said: site.said ?? '', since: site.since.toISOString() }
    : null
}

type Asked = { readonly search?: string | undefined; readonly after?: string | undefined }

export const peopleView = (
  deps: Deps,
  organizationId: string,
  { search, after }: Asked
): Promise<Answer<'listEnrolledPeople'>> =>
  deps.db.for(organizationId)(async trx => {
    const asked = { organizationId, after: after ?? '', limit: PEOPLE + 1, search, attributes: [] }
    const found = await pageOfProfiles(trx, asked)
    const people = found.slice(0, PEOPLE)
    const held = await enrollmentsOf(trx, { organizationId, personIds: people.map(({ personId }) => personId) })
    const byPerson = Map.groupBy(held, row => row.person_id)
    return {
      people: people.map(({ personId, name, mayLearn, siteLearner }) => ({
        personId,
        name,
        mayLearn,
        siteLearner,
        enrollments: (byPerson.get(personId) ?? []).map(enrollmentView)
      })),
      next: found.length > PEOPLE ? (people.at(-1)?.personId ?? null) : null
    }
  })

const enrollmentView = (row: EnrollmentRow) => ({
  target: { kind: row.kind, id: row.course_id, name: row.course_name },
  state: row.state === 'enrolled' || row.state === 'completed' ? ('open' as const) : row.state,
  because: row.because,
  expiresAt: row.expires_at?.toISOString() ?? null,
  problem: row.state === 'failed' ? row.refusal : null
})

const ABOUT_COURSES = /^(?:course|learner)\./u

export const receiptsView = async (
  deps: Deps,
  organizationId: string,
  personId: string
): Promise<Answer<'getEnrollmentReceipts'>> => ({
  receipts: (await listReceipts(deps, organizationId, personId)).filter(({ kind }) => ABOUT_COURSES.test(kind))
})

export const driftView = (deps: Deps, organizationId: string): Promise<Answer<'getEnrollmentDrift'>> =>
  deps.db.for(organizationId)(async trx => {
    const drift = await findLatestDrift(trx, organizationId)
    if (!drift) return { drift: null }
    const items = await listDriftItems(trx, { organizationId, driftId: drift.id, limit: DRIFT_ITEMS })
    const names = await namesOf(trx, organizationId, [...new Set(items.map(item => item.person_id))])
    return {
      drift: {
        driftId: drift.id,
        foundAt: drift.found_at.toISOString(),
        listed: drift.listed,
        people: drift.people,
        counts: {
          missing: drift.missing,
          extra: drift.extra,
          wrong_expiry: drift.wrong_expiry,
          by_hand: drift.by_hand
        },
        items: items.map(item => ({
          personId: item.person_id,
          name: names.get(item.person_id) ?? '',
          target: { kind: item.kind, id: item.target_id, name: item.name },
          what: item.what,
          foundOpen: item.found_open,
          foundExpiry: item.found_expiry?.toISOString() ?? null,
          wantedExpiry: item.wanted_expiry?.toISOString() ?? null
        })),
        unread: [...drift.unread],
        repairRunId: drift.repair_run_id
      }
    }
  })
