/** People of whom it is not sure whether they have been here before: an admin says so, once, with one press. */
import { record } from '../audit/audit.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { ENVIRONMENT } from './pull.ts'
import { settleNews } from './settle.ts'
import { lockCursor } from './store-cursor.ts'
import * as store from './store-returners.ts'

const MOST = 100

export const openReturners = (deps: Pick<Deps, 'db'>, organizationId: string) =>
  deps.db.for(organizationId)(async trx => {
    const nameOf = (...names: readonly (string | null)[]): string => names.filter(Boolean).join(' ')
    return (await store.listOpen(trx, organizationId, MOST)).map(row => ({
      personId: row.person_id,
      name: nameOf(row.first_name, row.last_name) || (row.email ?? ''),
      formerName: nameOf(row.former_first_name, row.former_last_name),
      goneSince: row.gone_since?.toISOString() ?? null,
      askedAt: row.asked_at.toISOString(),
      because: row.because
    }))
  })

type Decision = {
  readonly organizationId: string
  readonly personId: string
  readonly decision: 'same' | 'different'
  /** The admin. */
  readonly by: string
}

/** The same: what they were goes on, with all that is theirs, as whom the directory has now. @throws ProblemError `conflict`. */
export async function decideReturner(deps: Deps, { organizationId, personId, decision, by }: Decision): Promise<void> {
  const organization = await getOrganization(deps, organizationId)
  await deps.db.for(organizationId)(async trx => {
    // The event stream's own lock, so that nobody is settled twice at once.
    await lockCursor(trx, ENVIRONMENT, deps.now())
    const formerId = await store.decideOnce(trx, { organizationId, personId, decision, at: deps.now(), by })
    if (!formerId)
      throw new ProblemError('conflict', 'This has been decided already. Look again', { reason: 'decided' })
    const detail = { former: formerId, decision }
    await record(trx, deps, { organizationId, personId, action: 'returner.decided', actor: by, detail })
    if (decision === 'different') return
    const context = { deps, trx, organization, actor: by, receivedAt: deps.realNow() }
    await settleNews(context, [{ kind: 'same', personId, formerId }])
  })
}
