/** The list for review: accounts with the evidence side by side, and what an admin says about them, one by one or all of one evidence. */
import { record } from '../audit/audit.ts'
import type { decideLearners } from '../contract/moving.ts'
import { getLearningSite } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { z } from 'zod'
import { mayAcceptTogether } from './judge.ts'
import { askFor, linkLearners, partLearner } from './link-learners.ts'
import * as store from './store-learners.ts'

type Decision = z.output<typeof decideLearners.body>
type Decided = z.input<typeof decideLearners.answer>
type Deciding = { readonly organizationId: string; readonly actor: string; readonly decision: Decision }

/** @throws ProblemError `conflict` when it is no longer as it was shown. */
export async function decide(deps: Deps, { organizationId, actor, decision }: Deciding): Promise<Decided> {
  const site = await getLearningSite(deps, organizationId)
  return deps.db.for(organizationId)(async trx => {
    const act: Act = { deps, trx, organizationId, actor, site: site?.subdomain ?? '', reason: decision.reason }
    switch (decision.what) {
      case 'accept':
        return acceptOne(act, decision)
      case 'refuse':
        return refuse(act, await openOnes(act, decision.userId))
      case 'postpone':
        return postpone(act, await openOnes(act, decision.userId))
      case 'undo':
        return undo(act, decision.userId)
      case 'together':
        return decideTogether(act, decision)
    }
  })
}

type Act = {
  readonly deps: Deps
  readonly trx: Trx
  readonly organizationId: string
  readonly actor: string
  readonly site: string
  readonly reason: string
}

const CHANGED = 'This was decided or compared anew meanwhile. Load the page again'
const OPEN: readonly store.SiteLearnerRow['state'][] = ['certain', 'review', 'postponed']
const done = (accounts: number, more: Partial<Decided> = {}): Decided => ({
  done: accounts,
  left: 0,
  givenMeanwhile: [],
  ...more
})

async function openOnes({ trx, organizationId }: Act, userId: string): Promise<readonly store.SiteLearnerRow[]> {
  const rows = await store.lockLearners(trx, { organizationId, userId })
  if (!rows.some(({ state }) => OPEN.includes(state))) throw new ProblemError('conflict', CHANGED)
  return rows
}

async function acceptOne(act: Act, { userId, personId }: { readonly userId: string; readonly personId: string }) {
  const rows = await openOnes(act, userId)
  const candidates = await candidatesFor(act, rows)
  const chosen = candidates.find(({ person_id }) => person_id === personId)
  if (!chosen) throw new ProblemError('conflict', CHANGED)
  if (chosen.doubts.includes('other_subject'))
    throw new ProblemError('conflict', 'The site signs somebody else in to this account. Correct it on the site first')
  const decided = await accept(act, [chosen])
  if (decided.done === 0)
    throw new ProblemError(
      'conflict',
      'This person has an account already. Take that link back first, or refuse this one'
    )
  // The others of the same account may have one made now.
  await askForThem(
    act,
    candidates.filter(each => each !== chosen)
  )
  return decided
}

const candidatesFor = ({ trx, organizationId }: Act, rows: readonly store.SiteLearnerRow[]) =>
  store.candidatesOf(
    trx,
    organizationId,
    rows.map(({ user_id }) => user_id)
  )

async function accept(act: Act, chosen: readonly store.CandidateRow[]): Promise<Decided> {
  const { deps, trx, organizationId, site, actor, reason } = act
  const pairs = chosen.map(({ user_id, person_id, grounds }) => ({ userId: user_id, personId: person_id, grounds }))
  const linked = await linkLearners(deps, trx, { organizationId, site, by: 'review', actor, reason }, pairs)
  await askFor(
    deps,
    trx,
    organizationId,
    linked.map(({ personId }) => personId)
  )
  return done(linked.length, { left: chosen.length - linked.length })
}

const askForThem = ({ deps, trx, organizationId }: Act, candidates: readonly store.CandidateRow[]): Promise<void> =>
  askFor(deps, trx, organizationId, [...new Set(candidates.map(({ person_id }) => person_id))])

async function refuse(act: Act, rows: readonly store.SiteLearnerRow[]): Promise<Decided> {
  const { deps, trx, organizationId, actor, reason } = act
  const candidates = await candidatesFor(act, rows)
  const at = deps.now()
  const userIds = rows.map(({ user_id }) => user_id)
  await store.saveWords(
    trx,
    { organizationId, said: 'refused', by: actor, at },
    candidates.map(({ user_id, person_id }) => ({ user_id, person_id }))
  )
  await store.saveDecided(trx, { organizationId, userIds, state: 'refused', by: actor, at, reason })
  const detail = { accounts: rows.length, ...few(userIds), reason }
  await record(trx, deps, { organizationId, action: 'learners.refused', actor, detail })
  await askForThem(act, candidates)
  return done(rows.length)
}

/** Names each account where they are few; a thousand are found by the moment. */
const few = (userIds: readonly string[]) => (userIds.length <= 20 ? { userIds } : {})

async function postpone(act: Act, rows: readonly store.SiteLearnerRow[]): Promise<Decided> {
  const { deps, trx, organizationId, actor, reason } = act
  const userIds = rows.map(({ user_id }) => user_id)
  await store.saveDecided(trx, { organizationId, userIds, state: 'postponed', by: actor, at: deps.now(), reason })
  const detail = { accounts: rows.length, ...few(userIds), reason }
  await record(trx, deps, { organizationId, action: 'learners.postponed', actor, detail })
  return done(rows.length)
}

/** A link is parted and the account is open again; a refusal or a "later" is open again. */
async function undo(act: Act, userId: string): Promise<Decided> {
  const { deps, trx, organizationId, actor, reason } = act
  const [row] = await store.lockLearners(trx, { organizationId, userId })
  if (!row || !['linked', 'refused', 'postponed'].includes(row.state)) throw new ProblemError('conflict', CHANGED)
  const at = deps.now()
  const reopen = (): Promise<void> =>
    store.saveDecided(trx, { organizationId, userIds: [userId], state: 'review', by: actor, at, reason })
  if (row.state === 'linked') {
    const parted = await partLearner(deps, trx, { organizationId, userId, actor, reason })
    if (!parted) throw new ProblemError('conflict', CHANGED)
    await store.saveWords(trx, { organizationId, said: 'undone', by: actor, at }, [
      { user_id: userId, person_id: parted.personId }
    ])
    await store.keepCandidate(trx, { organizationId, userId, personId: parted.personId })
    await reopen()
    return done(1, { givenMeanwhile: [...parted.given] })
  }
  if (row.state === 'refused') await store.dropRefusals(trx, organizationId, userId)
  await reopen()
  await record(trx, deps, {
    organizationId,
    action: 'learners.reopened',
    actor,
    detail: { accounts: 1, userIds: [userId] }
  })
  return done(1)
}

type Together = Extract<Decision, { readonly what: 'together' }>

/** All or none: who decides saw how many there are. */
async function decideTogether(act: Act, { decision, state, evidence, accounts }: Together): Promise<Decided> {
  const rows = await store.lockLearners(act.trx, { organizationId: act.organizationId, state, evidence })
  if (rows.length !== accounts)
    throw new ProblemError(
      'conflict',
      `There are ${rows.length} such accounts now, not ${accounts}. Load the page again`
    )
  switch (decision) {
    case 'refuse':
      return refuse(act, rows)
    case 'postpone':
      return postpone(act, rows)
    case 'accept': {
      const candidates = await candidatesFor(act, rows)
      if (!candidates.every(mayAcceptTogether))
        throw new ProblemError('conflict', 'Each of these has to be looked at. Accept them one by one')
      return accept(act, candidates)
    }
  }
}
