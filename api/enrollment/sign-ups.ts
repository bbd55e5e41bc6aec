/** What the site tells of its learners: by webhook, sweep or list, in any order, any number of times. */
import { followLearnersWithin } from '../directory/directory.ts'
import { getOrganization, type Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { takeInJob, workJob } from './job-definitions.ts'
import { isOurs, type SignedUp } from './sign-up-news.ts'
import { peopleOfLearners } from './store.ts'
import * as store from './store-sign-ups.ts'
import { PRIORITY, requestWork } from './store-work.ts'

export type Watched = {
  readonly organization: Organization
  readonly signUps: NonNullable<NonNullable<Organization['learningSite']>['signUps']>
  readonly watch: store.WatchRow
}

/** Undefined where nobody watches. */
export async function findWatched(deps: Deps, organizationId: string): Promise<Watched | undefined> {
  const organization = await getOrganization(deps, organizationId)
  const signUps = organization.learningSite?.signUps
  const watch = await deps.db.for(organizationId)(trx => store.findWatch(trx, organizationId))
  return signUps && watch?.active ? { organization, signUps, watch } : undefined
}

/** As the company's settings say now, also of what joins a learner with somebody in a directory. */
export async function followSignUps(deps: Deps, organizationId: string): Promise<void> {
  const organization = await getOrganization(deps, organizationId)
  const inCompany = deps.db.for(organizationId)
  const active = organization.learningSite?.signUps !== undefined
  const known = await inCompany(trx => store.findWatch(trx, organizationId))
  if (!active && !known) return
  await inCompany(async trx => {
    await store.setWatch(trx, { organizationId, active, at: deps.now() })
    if (organization.learningSite?.signUps?.accepts === 'everybody') await store.reopenOthers(trx, organizationId)
  })
  for (let after = ''; ;) {
    const rows = await inCompany(async trx => {
      const page = await store.pageOfSignUps(trx, { organizationId, state: 'taken', after, limit: ROWS_A_PAGE })
      await followLearnersWithin(trx, { organization, learners: personsOf(page) })
      return page
    })
    const last = rows.at(-1)
    if (!last) return
    after = last.user_id
  }
}

const ROWS_A_PAGE = 2000

const personsOf = (rows: readonly store.SignUpRow[]) =>
  rows.flatMap(row => (row.person_id ? [{ ...learnerOf(row), personId: row.person_id }] : []))

type Heard = {
  readonly learners: readonly SignedUp[]
  readonly by: store.SignUpRow['heard_by']
  /** The site's own time of the news. */
  readonly toldAt: Date
}

/** Keeps what is the company's own, and asks for those who are new or changed. @returns how many are new. */
export async function hearLearners(deps: Deps, trx: Trx, watched: Watched, heard: Heard): Promise<number> {
  const { organization, signUps } = watched
  const { organizationId, domains } = organization
  const userIds = heard.learners.map(({ userId }) => userId)
  const known = new Map((await store.lockSignUps(trx, organizationId, userIds)).map(row => [row.user_id, row]))
  // Accounts that CI made or linked are no sign-ups.
  const held = await peopleOfLearners(trx, organizationId, userIds)
  const added = heard.learners
    .filter(learner => !known.has(learner.userId) && !held.has(learner.userId) && isOurs({ signUps, domains }, learner))
    .map(learner => toRow(deps, watched, { learner, ...heard }))
  const count = await store.addSignUps(trx, added)
  const changed = heard.learners.flatMap(learner => {
    const row = known.get(learner.userId)
    return row ? [{ row, next: changedRow(deps, row, { learner, ...heard }) }] : []
  })
  await store.changeSignUps(
    trx,
    changed.map(({ next }) => next)
  )
  await followProfiles(
    deps,
    trx,
    organization,
    changed.filter(({ row, next }) => profileOf(row) !== profileOf(next)).map(({ next }) => next)
  )
  if (added.some(({ state }) => state === 'waiting'))
    await deps.queue.enqueue(trx, takeInJob.job({ organizationId }, { key: organizationId }))
  if (count === added.length) return count
  // Other news of the same account came in meanwhile: this one may be the newer of the two.
  const late = new Set(added.map(row => row.user_id))
  const learners = heard.learners.filter(({ userId }) => late.has(userId))
  return count + (await hearLearners(deps, trx, watched, { ...heard, learners }))
}

type One = { readonly learner: SignedUp } & Omit<Heard, 'learners'>

const toRow = (
  deps: Deps,
  { organization: { organizationId }, watch }: Watched,
  { learner, by, toldAt }: One
): store.SignUpRow => ({
  organization_id: organizationId,
  user_id: learner.userId,
  // An admin decides about those who were there before.
  state: learner.signedUpAt < watch.since ? 'there' : 'waiting',
  ...told(learner),
  sso_id: null,
  person_id: null,
  heard_by: by,
  signed_up_at: learner.signedUpAt,
  told_at: toldAt,
  listed_at: by === 'list' ? deps.now() : null,
  decided_at: null
})

function changedRow(deps: Deps, row: store.SignUpRow, { learner, by, toldAt }: One): store.SignUpRow {
  const listed = by === 'list' ? { listed_at: deps.now() } : {}
  // Older news changes nothing.
  return toldAt < row.told_at ? { ...row, ...listed } : { ...row, ...told(learner), told_at: toldAt, ...listed }
}

const told = ({ email, firstName, lastName, attributes }: SignedUp) => ({
  email,
  first_name: firstName,
  last_name: lastName,
  attributes
})

const profileOf = ({ email, first_name, last_name, attributes }: store.SignUpRow): string =>
  JSON.stringify([email, first_name, last_name, Object.entries(attributes).toSorted(([a], [b]) => (a < b ? -1 : 1))])

/** Rules may ask for what changed. */
async function followProfiles(
  deps: Deps,
  trx: Trx,
  organization: Organization,
  rows: readonly store.SignUpRow[]
): Promise<void> {
  const people = personsOf(rows.filter(({ state }) => state === 'taken'))
  if (people.length === 0) return
  const { organizationId } = organization
  await followLearnersWithin(trx, { organization, learners: people })
  const personIds = people.map(({ personId }) => personId)
  await requestWork(trx, { organizationId, personIds, priority: PRIORITY.rest, runId: null, at: deps.now() })
  await deps.queue.enqueue(trx, workJob.job({ organizationId }, { key: organizationId }))
}

export const learnerOf = (row: store.SignUpRow) => ({
  userId: row.user_id,
  email: row.email,
  ssoId: row.sso_id,
  firstName: row.first_name,
  lastName: row.last_name
})
