import {
  decideHrChannel,
  getDeliveries,
  getHrChannels,
  getReach,
  postToHrChannel,
  putHrChannelLocale,
  putHrChannelZone,
  type HrChannelView
} from '../contract/channels.ts'
import { getReportSchedule, putReportSchedule } from '../contract/report-schedule.ts'
import { getOrganization, type Organization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { agreementOf, referenceOf } from './channels.ts'
import { deliveriesOf } from './deliveries.ts'
import { confirmHrChannel, listHrChannels, type HrChannel } from './hr-channels.ts'
import { postAgain, setChannelLocale, setChannelZone } from './hr-posts.ts'
import { changeReportSchedule, reportScheduleOf } from './report-schedule.ts'

export function channelRoutes(deps: Deps, api: Api): void {
  api.serve(getReach, async ({ caller: { organizationId, personId } }) => ({
    teams: (await referenceOf(deps, organizationId, personId)) !== undefined,
    agreement: await agreementOf(deps, organizationId, personId)
  }))
  api.serve(getHrChannels, async ({ caller: { organizationId } }) => ({
    channels: (await listHrChannels(deps, organizationId)).map(channelView),
    ...homeOf(await getOrganization(deps, organizationId))
  }))
  api.serve(decideHrChannel, async ({ caller: { organizationId, personId }, params, body }) => {
    await confirmHrChannel(deps, { organizationId, personId, ...params, ...body })
    return {}
  })
  api.serve(putHrChannelZone, async ({ caller: { organizationId, personId }, params, body }) => {
    await setChannelZone(deps, { organizationId, personId, ...params, timezone: body.timezone ?? undefined })
    return {}
  })
  api.serve(putHrChannelLocale, async ({ caller: { organizationId, personId }, params, body }) => {
    await setChannelLocale(deps, { organizationId, personId, ...params, locale: body.locale ?? undefined })
    return {}
  })
  api.serve(postToHrChannel, async ({ caller: { organizationId, personId }, params }) => ({
    posted: await postAgain(deps, { organizationId, personId, ...params })
  }))
  api.serve(getReportSchedule, ({ caller: { organizationId } }) => reportScheduleOf(deps, organizationId))
  api.serve(putReportSchedule, ({ caller: { organizationId, personId }, body: schedule }) =>
    changeReportSchedule(deps, { organizationId, personId, schedule })
  )
  api.serve(getDeliveries, async ({ params, query }) => ({
    deliveries: [...(await deliveriesOf(deps, params.organizationId, query.personId))]
  }))
}

const homeOf = ({ timezone, locale }: Organization) => ({ timezone, locale })

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
  timezone: channel.timezone ?? null,
  locale: channel.locale ?? null
})
