/** What an admin decides about learners of the site: whether those from before take part, and who a doubtful one is. */
import { record } from '../audit/audit.ts'
import { knownAs } from '../directory/directory.ts'
import { getLearningSite } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { takeInJob } from './job-definitions.ts'
import { findWatched, learnerOf } from './sign-ups.ts'
import { accountsOf, lockSignUps, releaseThere } from './store-sign-ups.ts'
import { carryOut } from './take-in.ts'

type Admin = { readonly organizationId: string; readonly actor: string }

/** @returns how many. */
export const takeInThere = (deps: Deps, { organizationId, actor }: Admin): Promise<number> =>
  deps.db.for(organizationId)(async trx => {
    const people = await releaseThere(trx, organizationId)
    if (people === 0) return 0
    await record(trx, deps, { organizationId, action: 'learners.taken_in', actor, detail: { people } })
    await deps.queue.enqueue(trx, takeInJob.job({ organizationId }, { key: organizationId }))
    return people
  })

type Decision = Admin & { readonly userId: string; readonly decision: 'same' | 'different' }

/** @throws ProblemError `conflict`. */
export async function decideDoubtful(deps: Deps, { organizationId, actor, userId, decision }: Decision): Promise<void> {
  const [watched, site] = await Promise.all([findWatched(deps, organizationId), getLearningSite(deps, organizationId)])
  await deps.db.for(organizationId)(async trx => {
    const [row] = await lockSignUps(trx, organizationId, [userId])
    if (!watched || !site || row?.state !== 'doubtful')
      throw new ProblemError('conflict', 'This has been decided already. Load the page again')
    const known = (await knownAs(trx, watched.organization, [learnerOf(row)])).get(userId)
    if (decision === 'same') {
      if (!known) throw new ProblemError('conflict', 'Nobody here has this e-mail any more. Load the page again')
      if ((await accountsOf(trx, organizationId, [known.personId])).has(known.personId))
        throw new ProblemError(
          'conflict',
          'This person has another account on the site. End one of the two there first'
        )
    }
    const verdict =
      decision === 'same' && known ? ({ kind: 'link', personId: known.personId } as const) : ({ kind: 'new' } as const)
    const where = { watched, site: site.subdomain }
    const [settled] = await carryOut(deps, trx, where, [{ row: { ...row, decided_at: deps.now() }, verdict }])
    if (!settled)
      throw new ProblemError('conflict', 'Another learner has the same key. Look at those who are doubtful again')
    const { personId } = settled
    const detail = { account: userId, decision }
    await record(trx, deps, { organizationId, personId, action: 'learner.decided', actor, detail })
  })
}
