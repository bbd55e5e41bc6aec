/** Puts one composed delivery into its conversation: in parts where there are several, else at once. */
import { markBegun, type Delivery } from '../api/channels/channels.ts'
import type { Composed } from './compose.ts'
import type { World } from './reader.ts'
import { finishStream, stream } from './stream.ts'
import type { Sent } from './teams.ts'

type Sending = Extract<Composed, { readonly kind: 'send' }>

/** @param turn called before each request beyond the first, for whoever paces. */
export async function say(
  { deps, teams, streaming, mayNow }: World,
  { delivery, composed, turn }: { delivery: Delivery; composed: Sending; turn: () => Promise<void> }
): Promise<Sent> {
  const { place, activity, parts } = composed
  const { organizationId, deliveryId, begunAs } = delivery
  // The first request's turn was taken before the delivery was claimed.
  let paced = true
  const next = async (): Promise<void> => {
    if (!paced) await turn()
    paced = false
  }
  if (begunAs) return finishStream(teams, { place, activity, turn: next, streamId: begunAs, open: true })
  if (!parts) return teams.send(place, activity)
  return stream(teams, streaming, {
    place,
    parts: parts(),
    finish: text => ({ ...activity, text }),
    waiting: undefined,
    onStart: activityId => markBegun(deps, { organizationId, deliveryId, activityId }),
    turn: next,
    mayShow: async () => {
      if (!paced) return mayNow(place.tenantId)
      paced = false
      return true
    }
  })
}
