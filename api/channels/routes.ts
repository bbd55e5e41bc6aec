import {
  decideHrChannel,
  getDeliveries,
  getHrChannels,
  getReach,
  putHrChannelZone,
  type HrChannelView
} from '../contract/channels.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { agreementOf, referenceOf } from './channels.ts'
import { deliveriesOf } from './deliveries.ts'
import { confirmHrChannel, listHrChannels, type HrChannel } from './hr-channels.ts'
import { setChannelZone } from './hr-posts.ts'

export function channelRoutes(deps: Deps, api: Api): void {
  api.serve(getReach, async ({ caller: { organizationId, personId } }) => ({
    teams: (await referenceOf(deps, organizationId, personId)) !== undefined,
    agreement: await agreementOf(deps, organizationId, personId)
  }))
  api.serve(getHrChannels, async ({ caller: { organizationId } }) => ({
    channels: (await listHrChannels(deps, organizationId)).map(channelView),
    timezone: (await getOrganization(deps, organizationId)).timezone
  }))
  api.serve(decideHrChannel, async ({ caller: { organizationId, personId }, params, body }) => {
    await confirmHrChannel(deps, { organizationId, personId, ...params, ...body })
    return {}
  })
  api.serve(putHrChannelZone, async ({ caller: { organizationId, personId }, params, body }) => {
    await setChannelZone(deps, { organizationId, personId, ...params, timezone: body.timezone ?? undefined })
    return {}
  })
  api.serve(getDeliveries, async ({ params, query }) => ({
    deliveries: [...(await deliveriesOf(deps, params.organizationId, query.personId))]
  }))
}

const channelView = (channel: HrChannel): HrChannelView => ({
  channelId: channel.channelId,
  name: channel.name ?? null,
  teamName: channel.teamName ?? null,
  state: channel.state,
  kind: channel.kind ?? null,
  members: channel.members ?? null,
  problem: channel.problem ?? null,
  problemAt: channel.problemAt?.toISOString() ?? null,
  lastPostedAt: channel.lastPostedAt?.toISOString() ?? null,
  timezone: channel.timezone ?? null
})
