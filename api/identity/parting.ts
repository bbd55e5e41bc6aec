/** An admin parts a person from their Microsoft accounts, such as one that was joined by mistake. */
import { record, writeReceipt } from '../audit/audit.ts'
import { getPersonWithin, searchPeopleWithin } from '../directory/directory.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { PersonKey } from './people.ts'
import { accountsOf, partAll } from './store-accounts.ts'
import { lockPerson } from './store-links.ts'
import { receiptTitles } from './words.ts'
import type { RevokePerson } from './identity.ts'

const MOST = 20

/** People of whom something was typed, with the accounts they are joined to. */
export const linkedAccounts = (deps: Deps, organizationId: string, search: string) =>
  deps.db.for(organizationId)(async trx => {
    const people = await searchPeopleWithin(trx, organizationId, { search, limit: MOST })
    const byId = new Map(people.map(person => [person.personId, person]))
    const accounts = await accountsOf(trx, organizationId, [...byId.keys()])
    return accounts.flatMap(({ person_id, issuer, because, linked_at }) => {
      const person = byId.get(person_id)
      if (!person) return []
      const name = `${person.firstName} ${person.lastName}`.trim()
      const when = { because, linkedAt: linked_at.toISOString() }
      return [{ personId: person_id, name, email: person.email ?? null, tenantId: issuer, ...when }]
    })
  })

type Parting = PersonKey & { readonly admin: string; readonly reason: string }

/**
 * What was minted for the account dies with the link, and no rule joins the two again: only a sign-in by the person does.
 * @throws ProblemError `not_found` when there is nobody, or nothing to part.
 */
export async function partAccounts(
  deps: Deps,
  revoke: RevokePerson,
  { organizationId, personId, admin, reason }: Parting
): Promise<number> {
  const { locale } = await getOrganization(deps, organizationId)
  const at = deps.realNow()
  return deps.db.for(organizationId)(async trx => {
    await lockPerson(trx, organizationId, personId)
    const person = await getPersonWithin(trx, organizationId, personId)
    const parted = person ? await partAll(trx, { organizationId, personId, by: admin, at }) : 0
    if (parted === 0)
      throw new ProblemError('not_found', 'This person is joined to no Microsoft account. Load the page again')
    await revoke(trx, { organizationId, personId, reason: 'account_parted', at })
    const about = { organizationId, personId }
    await record(trx, deps, { ...about, action: 'account.parted', actor: admin, detail: { reason, accounts: parted } })
    const title = receiptTitles[locale].accountParted
    await writeReceipt(trx, deps, { ...about, kind: 'account.parted', title, detail: { reason } })
    await deps.publish(trx, { type: 'account.parted', ...about })
    return parted
  })
}
