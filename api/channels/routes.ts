import { getDeliveries, getHrChannels, getReach } from '../contract/channels.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { agreementOf, referenceOf } from './channels.ts'
import { deliveriesOf } from './deliveries.ts'
import { listHrChannels } from './hr-channels.ts'

export function channelRoutes(deps: Deps, api: Api): void {
  api.serve(getReach, async ({ caller: { organizationId, personId } }) => ({
    teams: (await referenceOf(deps, organizationId, personId)) !== undefined,
    agreement: await agreementOf(deps, organizationId, personId)
  }))
  api.serve(getHrChannels, async ({ caller }) => ({
    channels: (await listHrChannels(deps, caller.organizationId)).map(({ channelId, name, state }) => ({
      channelId,
      name: name ?? null,
      state
    }))
  }))
  api.serve(getDeliveries, async ({ params, query }) => ({
    deliveries: [...(await deliveriesOf(deps, params.organizationId, query.personId))]
  }))
}
