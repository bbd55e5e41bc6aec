/** Accounts by the name under which their site was last known. */
import type { Trx } from '../platform/database.ts'
import { tables, type LearnerRow } from './store.ts'

type SiteName = { readonly organizationId: string; readonly site: string }

/** Accounts that were last known under another name of the site. */
export async function accountsUnderOtherNames(
  trx: Trx,
  { organizationId, site }: SiteName,
  limit: number
): Promise<readonly LearnerRow[]> {
  const others = (than: '<' | '>') =>
    tables(trx)
      .selectFrom('learners')
      .selectAll()
      .where('organization_id', '=', organizationId)
      .where('site', than, site)
      .where('external_user_id', 'is not', null)
      .limit(limit)
      .execute()
  return [...(await others('<')), ...(await others('>'))].slice(0, limit)
}

export async function renameAccounts(trx: Trx, { organizationId, site }: SiteName): Promise<void> {
  await tables(trx).updateTable('learners').set({ site }).where('organization_id', '=', organizationId).execute()
}
