/** A mail that was taken and came back later. */
import { getPerson } from '../directory/directory.ts'
import { loadDelivery } from '../channels/channels.ts'
import { nudgeReturned } from '../nudges/nudges.ts'
import type { Deps } from '../platform/deps.ts'
import { readMessageId } from './compose-mail.ts'
import { refuseAddress } from './ladder.ts'
import { isAddressRefused, readRefusal } from './mail-answer.ts'
import { changeRung, findRung } from './store-rungs.ts'

/** @returns false for a mail that is none of the ladder's. */
export async function noteBounce(
  deps: Deps,
  { messageId, status }: { readonly messageId: string; readonly status: string }
): Promise<boolean> {
  const ids = readMessageId(messageId)
  const found = ids && (await loadDelivery(deps, ids))
  if (!ids || found?.delivery.to.kind !== 'person') return false
  const { organizationId } = ids
  const { personId } = found.delivery.to
  const refusal = readRefusal(status)
  const reason = 'reason' in refusal ? refusal.reason : status
  const known = await deps.db.for(organizationId)(async trx => {
    const key = { ...ids, rung: 'mail' as const }
    const row = await findRung(trx, key)
    // Only what stands as sent can come back; a delay that is reported (4.x.x) is none.
    if (row?.state === 'sent' && !status.startsWith('4'))
      await changeRung(trx, key, { state: 'failed', reason: `bounced ${reason}`, updated_at: deps.now() })
    return row !== undefined
  })
  if (!known || !status.startsWith('5')) return known
  const { intent } = found.delivery
  if ('nudgeId' in intent && intent.nudgeId)
    await nudgeReturned(deps, { organizationId, personId, nudgeId: intent.nudgeId })
  if (isAddressRefused(refusal)) {
    const email = (await getPerson(deps, organizationId, personId))?.email
    if (email) await refuseAddress(deps, { organizationId, personId, email, reason })
  }
  return true
}
