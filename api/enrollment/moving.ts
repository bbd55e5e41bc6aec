/**
 * The run that links accounts from before: the site's list, how each account signs in, whose it is, and the courses it has. Durable:
 * a step at a time, each written down before the next; watched, paused, cancelled, resumed after any crash.
 */
import { record } from '../audit/audit.ts'
import type { Basis } from '../contract/moving.ts'
import { subjectOf } from '../contract/subject.ts'
import { pageOfIdentities, type Identity } from '../directory/directory.ts'
import { getLearningSite, recentOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { MINUTE, SECOND } from '../platform/time.ts'
import { hold, type OpenSystem } from './crew.ts'
import { takeFromBefore } from './found.ts'
import { linkJob } from './job-definitions.ts'
import { createJudge, evidenceOf, pairKey, type Said, type Verdict } from './judge.ts'
import type { LearningSystem, SiteLearner } from './learning-system.ts'
import { askFor, linkLearners, type Pair } from './link-learners.ts'
import { SiteError } from './problems.ts'
import * as store from './store-learners.ts'
import * as linkRuns from './store-link-runs.ts'
import { closeRun, listLinks, unreadBy } from './store-links.ts'
import { clearProblem } from './store-work.ts'
import { createThinkific } from './thinkific.ts'

type Begin = {
  readonly organizationId: string
  readonly mode: 'dry' | 'carry_out'
  readonly basis: Basis
  readonly author: string
}

/** @throws ProblemError `conflict` without a site, or while a run is under way. */
export async function beginLinkRun(deps: Deps, { organizationId, mode, basis, author }: Begin): Promise<string> {
  if (!(await getLearningSite(deps, organizationId)))
    throw new ProblemError('conflict', 'No learning site is connected. ConsciousInsights connects it with you')
  const id = deps.newId('run')
  await deps.db.for(organizationId)(async trx => {
    const begun = await linkRuns.insertLinkRun(trx, {
      organization_id: organizationId,
      id,
      mode,
      basis,
      state: 'running',
      stage: 'list',
      page: 1,
      cursor: '',
      failures: 0,
      learners: 0,
      author,
      started_at: deps.now(),
      ended_at: null,
      claimed_by: null,
      claimed_until: null
    })
    if (!begun)
      throw new ProblemError('conflict', 'A comparison is under way already. Let it end, or cancel it and begin again')
    await record(trx, deps, {
      organizationId,
      action: 'link_run.begin',
      actor: author,
      detail: { runId: id, mode, basis }
    })
    await deps.queue.enqueue(trx, linkJob.job({ organizationId }, { key: organizationId }))
  })
  return id
}

const TURNS = {
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  cancel: { from: ['running', 'paused'], to: 'cancelled' }
} as const satisfies Readonly<Record<string, Pick<Parameters<typeof linkRuns.turnLinkRun>[1], 'from' | 'to'>>>

type Turning = {
  readonly organizationId: string
  readonly runId: string
  readonly turn: keyof typeof TURNS
  readonly actor: string
}

/** What was linked stays linked. @throws ProblemError `conflict` when the run has ended. */
export async function turnLinkRun(deps: Deps, { organizationId, runId, turn, actor }: Turning): Promise<void> {
  await deps.db.for(organizationId)(async trx => {
    if (!(await linkRuns.turnLinkRun(trx, { organizationId, runId, ...TURNS[turn], at: deps.now() })))
      throw new ProblemError('conflict', 'This comparison has ended or stands as asked already. Load the page again')
    await record(trx, deps, { organizationId, action: `link_run.${turn}`, actor, detail: { runId } })
    // Whom it linked has courses that it did not read: each is looked at in turn.
    if (turn === 'cancel')
      await askFor(deps, trx, organizationId, await closeRun(trx, { organizationId, by: runId }, 'unread'))
    // The site is asked at once when it goes on, and nothing waits for it when it does not.
    if (turn !== 'pause') await clearProblem(trx, organizationId)
    if (turn === 'resume') await deps.queue.enqueue(trx, linkJob.job({ organizationId }, { key: organizationId }))
  })
}

/** Then the job ends and a tick begins another, so that every company has its turn. */
const SHIFT_MS = MINUTE
const RENEW_MS = 10 * SECOND

/** Works on the company's run for a minute at most, and not while leavers or newcomers wait. */
export async function workOnLinks(
  deps: Deps,
  organizationId: string,
  open: OpenSystem = createThinkific
): Promise<void> {
  const inCompany = deps.db.for(organizationId)
  const site = await getLearningSite(deps, organizationId)
  const crew = deps.newId('crew')
  const run = site && (await inCompany(trx => linkRuns.claimLinkRun(trx, organizationId, crew)))
  if (!run) return
  const renewing = setInterval(
    () =>
      void inCompany(trx => linkRuns.renewLinkRun(trx, organizationId, crew)).catch((err: unknown) =>
        deps.log.warn({ err, crew }, 'claim of a comparison not renewed')
      ),
    RENEW_MS
  )
  try {
    await takeSteps({ deps, organizationId, runId: run.id, system: open(deps, site), site: site.subdomain })
  } catch (error) {
    if (!(error instanceof SiteError)) throw error
    deps.log.warn({ organization: organizationId, problem: error.kind }, 'learning site not read')
    await hold(deps, organizationId, error)
  } finally {
    clearInterval(renewing)
    await inCompany(trx => linkRuns.releaseLinkRun(trx, organizationId, crew))
  }
}

type Shift = {
  readonly deps: Deps
  readonly organizationId: string
  readonly runId: string
  readonly system: LearningSystem
  readonly site: string
}

async function takeSteps(shift: Shift): Promise<void> {
  const { deps, organizationId, runId } = shift
  const until = performance.now() + SHIFT_MS
  while (performance.now() < until) {
    const at = { now: deps.now(), realNow: deps.realNow() }
    const run = await deps.db.for(organizationId)(async trx =>
      (await linkRuns.othersComeFirst(trx, organizationId, at))
        ? undefined
        : linkRuns.findLinkRun(trx, organizationId, runId)
    )
    if (run?.state !== 'running') return
    await STEPS[run.stage](shift, run)
    await deps.db.for(organizationId)(trx => clearProblem(trx, organizationId))
  }
}

const STEPS: Readonly<Record<linkRuns.LinkRunRow['stage'], (shift: Shift, run: linkRuns.LinkRunRow) => Promise<void>>> =
  {
    list: listPage,
    keys: readKeys,
    judge: judgeAll,
    courses: takeCourses
  }

async function listPage({ deps, organizationId, runId, system, site }: Shift, run: linkRuns.LinkRunRow): Promise<void> {
  const { items, next, total } = await system.pageOfLearners({ page: run.page })
  const key = { organizationId, runId }
  await deps.db.for(organizationId)(async trx => {
    // A page may repeat an account that moved while it was read.
    const listed = [...new Map(items.map(item => [item.userId, toListed(item, run.basis)])).values()]
    await store.saveListed(trx, { ...key, site }, listed)
    if (next === undefined) await store.dropUnseen(trx, key)
    const set = next === undefined ? ({ stage: 'keys', page: 1 } as const) : { page: next }
    await linkRuns.advanceLinkRun(trx, key, { ...set, learners: total })
  })
}

const toListed = (item: SiteLearner, { numberField }: Basis): store.Listed => ({
  user_id: item.userId,
  email: item.email,
  first_name: item.firstName,
  last_name: item.lastName,
  employee_number: (numberField && item.fields[numberField]) || null,
  roles: item.roles,
  created_at: item.createdAt
})

/** Written down together: as many are asked again at most when a process dies. */
const KEYS_AT_ONCE = 5
/** Then the account is left for another run: one that the site cannot show must not stop all the others. */
const MOST_FAILURES = 3

async function readKeys({ deps, organizationId, runId, system }: Shift, run: linkRuns.LinkRunRow): Promise<void> {
  const key = { organizationId, runId }
  const inCompany = deps.db.for(organizationId)
  const asked = { organizationId, after: run.cursor, limit: KEYS_AT_ONCE }
  const userIds = await inCompany(trx => store.accountsToRead(trx, asked))
  const [next] = userIds
  if (!next) return inCompany(trx => linkRuns.advanceLinkRun(trx, key, { stage: 'judge' }))
  const { keys, failure } = await keysOf(system, userIds, run.basis)
  const last = keys.at(-1)
  const isLeftOut = failure?.scope === 'call' && !last && run.failures + 1 >= MOST_FAILURES
  await inCompany(async trx => {
    await store.saveKeys(trx, key, keys)
    await linkRuns.advanceLinkRun(trx, key, {
      cursor: last?.user_id ?? (isLeftOut ? next : run.cursor),
      failures: failure && !isLeftOut ? (last ? 1 : run.failures + 1) : 0
    })
  })
  if (failure && !isLeftOut) throw failure
}

/** Those read until the site failed. */
async function keysOf(system: LearningSystem, userIds: readonly string[], { formerId: { is } }: Basis) {
  const keys: store.KeysRead[] = []
  for (const userId of userIds)
    try {
      const { subject, formerId } = await system.keysOfLearner(userId, is === 'none' ? 'subject' : 'both')
      keys.push({ user_id: userId, subject: subject ?? null, former_id: formerId?.trim() || null })
    } catch (failure) {
      if (!(failure instanceof SiteError)) throw failure
      return { keys, failure }
    }
  return { keys, failure: undefined }
}

const PAGE = 2000

async function judgeAll(shift: Shift, run: linkRuns.LinkRunRow): Promise<void> {
  const { deps, organizationId, runId } = shift
  const inCompany = deps.db.for(organizationId)
  const { accounts, judge } = await openJudge(deps, organizationId, run.basis)
  for (let at = 0; at < accounts.length; at += PAGE) {
    const page = accounts.slice(at, at + PAGE).map(account => ({ account, verdict: judge(account) }))
    await inCompany(async trx => {
      // Paused or cancelled meanwhile: nothing more is linked. Judging begins anew when it goes on.
      if ((await linkRuns.findLinkRun(trx, organizationId, runId))?.state !== 'running') return
      const judged = page.map(judging => toJudged(judging, runId))
      const written = await store.saveJudged(trx, organizationId, judged)
      if (run.mode === 'dry') return
      const linking = { organizationId, site: shift.site, by: runId, actor: run.author, reason: '' }
      const certain = judged.filter(({ user_id, state }) => state === 'certain' && written.has(user_id))
      await linkLearners(deps, trx, linking, certain.flatMap(toPairs))
    })
  }
  await inCompany(async trx => {
    if ((await linkRuns.findLinkRun(trx, organizationId, runId))?.state !== 'running') return
    await linkRuns.advanceLinkRun(trx, { organizationId, runId }, { stage: 'courses', page: 1 })
  })
}

async function openJudge(deps: Deps, organizationId: string, basis: Basis) {
  const { domains } = await recentOrganization(deps, organizationId)
  const inCompany = deps.db.for(organizationId)
  const attribute = basis.formerId.is === 'attribute' ? basis.formerId.name : null
  const people: Identity[] = []
  for (let after = ''; ;) {
    const asked = { organizationId, after, limit: PAGE, attribute }
    const page = await inCompany(trx => pageOfIdentities(trx, asked))
    people.push(...page)
    if (page.length < PAGE) break
    after = page.at(-1)?.personId ?? ''
  }
  const accounts: store.StoredAccount[] = []
  for (let after = ''; ;) {
    const page = await inCompany(trx => store.pageOfAccounts(trx, { organizationId, after, limit: PAGE }))
    accounts.push(...page)
    if (page.length < PAGE) break
    after = page.at(-1)?.userId ?? ''
  }
  const [links, said] = await inCompany(
    async trx => [await listLinks(trx, organizationId), saidIn(await store.listWords(trx, organizationId))] as const
  )
  const circumstances = {
    basis,
    domains: domains.map(domain => domain.toLowerCase()),
    subjectOf: (personId: string) => subjectOf(organizationId, personId),
    links,
    said
  }
  return { accounts, judge: await createJudge(people, accounts, circumstances) }
}

const saidIn = (words: Awaited<ReturnType<typeof store.listWords>>): Said =>
  new Map(words.map(({ user_id, person_id, said }) => [pairKey(user_id, person_id), said]))

type Judging = { readonly account: store.StoredAccount; readonly verdict: Verdict }

const toPairs = ({ user_id, candidates }: store.Judged): readonly Pair[] =>
  candidates.map(({ personId, grounds }) => ({ userId: user_id, personId, grounds }))

/** An admin's "later" and "none of them" hold as long as what was judged is the same. */
function toJudged({ verdict, account }: Judging, runId: string): store.Judged {
  const { userId, state: before } = account
  const evidence = evidenceOf(verdict)
  const judged = { user_id: userId, before, evidence, candidates: [] }
  // How an account signs in may have changed since another run.
  if (verdict.kind !== 'linked' && account.keysReadIn !== runId) return { ...judged, state: 'unread', evidence: null }
  switch (verdict.kind) {
    case 'linked':
      return { ...judged, state: 'linked' }
    case 'certain':
      return { ...judged, state: 'certain', candidates: [verdict.candidate] }
    case 'review': {
      const state = before === 'postponed' && account.evidence === evidence ? 'postponed' : 'review'
      return { ...judged, state, candidates: verdict.candidates }
    }
    case 'nobody':
      return { ...judged, state: before === 'refused' ? 'refused' : 'nobody' }
  }
}

/** What the linked accounts have: one page of everybody's costs less than a call for each. */
async function takeCourses({ deps, organizationId, runId, system }: Shift, run: linkRuns.LinkRunRow): Promise<void> {
  const inCompany = deps.db.for(organizationId)
  const key = { organizationId, runId }
  const finish = (): Promise<void> =>
    inCompany(async trx => {
      await askFor(deps, trx, organizationId, await closeRun(trx, { organizationId, by: runId }, 'read'))
      await linkRuns.turnLinkRun(trx, { ...key, from: ['running'], to: 'done', at: deps.now() })
    })
  if (run.mode === 'dry') return finish()
  const { items, next } = await system.pageOfEnrollments({ page: run.page, since: undefined })
  await inCompany(async trx => {
    const userIds = [...new Set(items.map(({ userId }) => userId))]
    const people = await unreadBy(trx, { organizationId, by: runId }, userIds)
    await takeFromBefore(trx, { deps, organizationId }, people, items)
    if (next !== undefined) await linkRuns.advanceLinkRun(trx, key, { page: next })
  })
  if (next === undefined) await finish()
}
