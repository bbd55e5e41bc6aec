/** What a person said to being coached; they may change their mind at any time. */
import { record, writeReceipt } from '../audit/audit.ts'
import type { Surface } from '../contract/coach.ts'
import { getPerson } from '../directory/directory.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import type { Agreement } from './intents.ts'
import * as store from './store.ts'
import { receiptTitle } from './words.ts'

type Key = { readonly organizationId: string; readonly personId: string }

/** Raise it when the text people agree to changes: everybody is asked again. */
const AGREEMENT_VERSION = 1

export const agreementOf = (deps: Pick<Deps, 'db'>, organizationId: string, personId: string): Promise<Agreement> =>
  deps.db.for(organizationId)(trx => store.findDecision(trx, { organizationId, personId }, AGREEMENT_VERSION))

/** Deciding the same again changes nothing; a person may change their mind at any time. */
export async function decideAgreement(
  deps: Deps,
  input: Key & { readonly decision: 'given' | 'declined'; readonly surface: Surface }
): Promise<void> {
  const { organizationId, personId, decision } = input
  const key = { organizationId, personId }
  const [person, organization] = [
    await getPerson(deps, organizationId, personId),
    await getOrganization(deps, organizationId)
  ]
  await deps.db.for(organizationId)(async trx => {
    if ((await store.findDecision(trx, key, AGREEMENT_VERSION)) === decision) return
    await store.saveDecision(trx, {
      organization_id: organizationId,
      person_id: personId,
      version: AGREEMENT_VERSION,
      decision,
      surface: input.surface,
      decided_at: deps.now()
    })
    const title = receiptTitle(person?.locale ?? organization.locale, decision)
    const detail = { version: AGREEMENT_VERSION, surface: input.surface }
    await writeReceipt(trx, deps, { ...key, kind: `agreement.${decision}`, title, detail })
    await record(trx, deps, { ...key, action: `agreement.${decision}`, actor: personId, detail })
    await deps.publish(trx, { type: `agreement.${decision}`, ...key })
  })
}

export const peopleWhoAgreed = (deps: Deps, organizationId: string): Promise<ReadonlySet<string>> =>
  deps.db.for(organizationId)(trx => store.peopleWithDecision(trx, organizationId, AGREEMENT_VERSION))
