/** Takes learners in who signed up on the site: each becomes a person with courses there, or the account of somebody who is here. */
import { keepLearnersWithin, knownAs, type Known, type NewLearnerPerson } from '../directory/directory.ts'
import { parseSubject } from '../contract/subject.ts'
import { getLearningSite } from '../organizations/organizations.ts'
import { writeReceipts } from '../audit/audit.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { saveNews } from './found.ts'
import { workJob } from './job-definitions.ts'
import type { LearningSystem, SiteEnrollment } from './learning-system.ts'
import { judgeSignUp, type Verdict } from './sign-up-news.ts'
import { findWatched, learnerOf, type Watched } from './sign-ups.ts'
import { peopleOfLearners, saveLearner } from './store.ts'
import * as store from './store-sign-ups.ts'
import { beginSite, PRIORITY, requestWork } from './store-work.ts'
import { withSite } from './sweep.ts'

/** Few at once, so that whoever signs up meanwhile is next. */
const BATCH = 20
const LANES = 4

export const takeIn = (deps: Deps, organizationId: string): Promise<void> =>
  withSite(deps, organizationId, async system => {
    const site = await getLearningSite(deps, organizationId)
    for (;;) {
      const watched = await findWatched(deps, organizationId)
      if (!watched || !site) return
      const rows = await deps.db.for(organizationId)(trx => store.nextWaiting(trx, organizationId, BATCH))
      if (rows.length === 0) return
      const looked = await lookAt(system, watched, rows)
      const decided = await deps.db.for(organizationId)(trx =>
        decide(deps, trx, { watched, site: site.subdomain, looked })
      )
      // The others wait for an answer; the next look at the site asks for them again.
      if (decided === 0) return
    }
  })

/** What only the site knows of a sign-up. */
type Looked = {
  readonly userId: string
  readonly ssoId: string | null
  /** Of accounts from before, which may have courses already. */
  readonly enrollments: readonly SiteEnrollment[]
}

async function lookAt(
  system: LearningSystem,
  { signUps, watch }: Watched,
  rows: readonly store.SignUpRow[]
): Promise<readonly Looked[]> {
  const asksForSso = signUps.accepts === 'single_sign_on' || signUps.joinBy?.kind === 'sso_id'
  const looked: Looked[] = []
  const left = [...rows]
  const lane = async (): Promise<void> => {
    for (let row = left.shift(); row; row = left.shift()) {
      const ssoId =
        row.sso_id ?? (asksForSso ? ((await system.keysOfLearner(row.user_id, 'former')).formerId ?? null) : null)
      const enrollments = row.signed_up_at < watch.since ? await system.listEnrollments(row.user_id) : []
      looked.push({ userId: row.user_id, ssoId, enrollments })
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return looked
}

type Deciding = { readonly watched: Watched; readonly site: string; readonly looked: readonly Looked[] }
type Judged = { readonly row: store.SignUpRow; readonly verdict: Verdict }

/** @returns of how many. */
async function decide(deps: Deps, trx: Trx, { watched, site, looked }: Deciding): Promise<number> {
  const { organization } = watched
  const byId = new Map(looked.map(each => [each.userId, each]))
  const locked = await store.lockSignUps(trx, organization.organizationId, [...byId.keys()])
  const rows = locked
    .filter(({ state }) => state === 'waiting')
    .map(row => ({ ...row, sso_id: byId.get(row.user_id)?.ssoId ?? null, decided_at: deps.now() }))
  const judged = (await judge(trx, watched, rows)).filter(({ verdict }) => verdict.kind !== 'later')
  const settled = await carryOut(deps, trx, { watched, site }, judged)
  await saveHoldings(deps, trx, { organizationId: organization.organizationId, settled, byId })
  return judged.length
}

async function judge(
  trx: Trx,
  { organization, signUps }: Watched,
  rows: readonly store.SignUpRow[]
): Promise<readonly Judged[]> {
  const { organizationId } = organization
  const holders = await peopleOfLearners(
    trx,
    organizationId,
    rows.map(({ user_id }) => user_id)
  )
  const known = await knownAs(trx, organization, rows.map(learnerOf))
  const accounts = await store.accountsOf(
    trx,
    organizationId,
    [...known.values()].map(({ personId }) => personId)
  )
  const toKnown = (found: Known | undefined) =>
    found && { ...found, account: accounts.get(found.personId) ?? ('none' as const) }
  return rows.map(row => ({
    row,
    verdict: judgeSignUp({
      accepts: signUps.accepts,
      ssoId: row.sso_id,
      holder: holders.get(row.user_id) ?? madeFor(organizationId, row.sso_id),
      known: toKnown(known.get(row.user_id))
    })
  }))
}

/** Where the site's sign-in takes signed tokens, CI makes accounts under its own subjects. */
function madeFor(organizationId: string, ssoId: string | null): string | undefined {
  const subject = parseSubject(ssoId ?? '')
  return subject?.organizationId === organizationId ? subject.personId : undefined
}

type Where = { readonly watched: Watched; readonly site: string }
type Settled = { readonly userId: string; readonly personId: string }

/** @returns whose account is now whose. */
export async function carryOut(
  deps: Deps,
  trx: Trx,
  { watched: { organization }, site }: Where,
  judged: readonly Judged[]
): Promise<readonly Settled[]> {
  const { organizationId } = organization
  const fresh = judged.filter(({ verdict }) => verdict.kind === 'new').map(({ row }) => row)
  const learners: readonly NewLearnerPerson[] = fresh.map(learnerOf)
  const made = await keepLearnersWithin(deps, trx, { organization, learners })
  const linked = judged.flatMap(({ row, verdict }) =>
    verdict.kind === 'link' ? [{ userId: row.user_id, personId: verdict.personId }] : []
  )
  const settled = [...[...made].map(([userId, personId]) => ({ userId, personId })), ...linked]
  for (const { userId, personId } of settled)
    await saveLearner(trx, {
      organization_id: organizationId,
      person_id: personId,
      site,
      external_user_id: userId,
      linked_at: deps.now(),
      asked_at: null,
      courses_unread: null
    })
  await store.changeSignUps(
    trx,
    judged.map(({ row, verdict }) => ({ ...row, ...outcomeOf(verdict, made.get(row.user_id)) }))
  )
  await tellAndAsk(deps, trx, { organizationId, site, settled })
  return settled
}

/** Whoever could not be made has the key of somebody who is leaving just now: an admin says. */
function outcomeOf(verdict: Verdict, made: string | undefined): Pick<store.SignUpRow, 'state' | 'person_id'> {
  switch (verdict.kind) {
    case 'known':
    case 'link':
      return { state: 'taken', person_id: verdict.personId }
    case 'doubtful':
      return { state: 'doubtful', person_id: null }
    case 'later':
      return { state: 'waiting', person_id: null }
    case 'other_way':
      return { state: 'other_way', person_id: null }
    case 'new':
      return made ? { state: 'taken', person_id: made } : { state: 'doubtful', person_id: null }
  }
}

type Telling = { readonly organizationId: string; readonly site: string; readonly settled: readonly Settled[] }

async function tellAndAsk(deps: Deps, trx: Trx, { organizationId, site, settled }: Telling): Promise<void> {
  if (settled.length === 0) return
  await writeReceipts(
    trx,
    deps,
    settled.map(({ personId, userId }) => ({
      organizationId,
      personId,
      kind: 'learner.linked',
      title: 'Account on the learning site ready',
      detail: { site, userId, answer: 'signed up on the site' }
    }))
  )
  const personIds = settled.map(({ personId }) => personId)
  await requestWork(trx, { organizationId, personIds, priority: PRIORITY.newcomer, runId: null, at: deps.now() })
  await beginSite(trx, organizationId, deps.now())
  await deps.queue.enqueue(trx, workJob.job({ organizationId }, { key: organizationId }))
}

type Holdings = {
  readonly organizationId: string
  readonly settled: readonly Settled[]
  readonly byId: ReadonlyMap<string, Looked>
}

/** What they have from before is known before anything is asked for: nothing is asked for twice. */
async function saveHoldings(deps: Deps, trx: Trx, { organizationId, settled, byId }: Holdings): Promise<void> {
  for (const { userId, personId } of settled)
    for (const found of byId.get(userId)?.enrollments ?? [])
      await saveNews(trx, { deps, organizationId, personId }, found)
}
