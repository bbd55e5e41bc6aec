/** Why somebody has access or lacks it, as the company's admin reads it. Pure. */
import type { ACCESS_REASONS } from '../contract/people-browser.ts'
import type { BrowsedRow } from './store-browse.ts'

type Why = Pick<
  BrowsedRow,
  'state' | 'access' | 'retired_at' | 'site_learner' | 'by_sign_in' | 'idp_id' | 'directory_user_id'
>

export function whyAccess(row: Why, accessGroup: string | undefined): (typeof ACCESS_REASONS)[number] {
  if (row.retired_at) return 'replaced'
  if (row.state === 'inactive') return 'inactive'
  if (!row.access) return row.site_learner ? 'learning_site_only' : 'not_in_group'
  if (row.directory_user_id === null) return row.idp_id.startsWith('mail:') ? 'invited' : 'by_sign_in'
  if (row.by_sign_in) return 'by_sign_in'
  return accessGroup === undefined ? 'everybody' : 'in_group'
}
