/** Somebody deleted an account on the site. A person whom CI knows gets another; a learner whom only the site knew is gone. */
import { loseLearnersWithin } from '../directory/directory.ts'
import { getOrganization } from '../organizations/organizations.ts'
import { forgetLearner } from './store.ts'
import { markGone } from './store-sign-ups.ts'
import { keyOf, tell, type Outcome, type Work } from './work.ts'

export async function forget(work: Work): Promise<Outcome> {
  const { deps, organizationId, personId } = work
  const organization = await getOrganization(deps, organizationId)
  await deps.db.for(organizationId)(async trx => {
    await forgetLearner(trx, keyOf(work))
    await tell(trx, work, {
      kind: 'learner.gone',
      title: 'The account on the learning site was gone',
      detail: { site: work.site }
    })
    if (!work.person.siteLearner) return
    await markGone(trx, keyOf(work), deps.now())
    await loseLearnersWithin(deps, trx, { organization, personIds: [personId] })
  })
  return { kind: 'replan' }
}
