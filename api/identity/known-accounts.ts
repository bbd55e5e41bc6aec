/** The Microsoft accounts of many people at once: the joined one, else the one that the directory names, as a sign-in would find it. */
import { z } from 'zod'
import type { Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { EntraAccount } from './people.ts'
import { joinedAccountsOf, partedAmong } from './store-accounts.ts'

export type MaybeJoined = {
  readonly personId: string
  /** Of the raw attribute that the company's settings say holds the object id. */
  readonly objectId: string | undefined
}

const objectIdSchema = z.guid().toLowerCase()

/** Who has none that is certain is left out. Never by e-mail or UPN. */
export async function microsoftAccountsOf(
  trx: Trx,
  { organizationId, entraTenantIds }: Organization,
  people: readonly MaybeJoined[]
): Promise<ReadonlyMap<string, EntraAccount>> {
  const personIds = people.map(({ personId }) => personId)
  const joined = await joinedAccountsOf(trx, organizationId, personIds)
  const parted = await partedAmong(trx, organizationId, personIds)
  const accounts = new Map<string, EntraAccount>()
  // The oldest first: whoever has two keeps the one they began with.
  for (const { person_id, issuer, subject } of joined)
    if (!accounts.has(person_id)) accounts.set(person_id, { tid: issuer, oid: subject })
  const [tid, ...more] = entraTenantIds
  for (const { personId, objectId } of people) {
    const oid = objectIdSchema.safeParse(objectId).data
    if (accounts.has(personId) || !oid || !tid || more.length > 0 || parted.has(personId)) continue
    accounts.set(personId, { tid, oid })
  }
  return accounts
}
