/** Channels that may receive HR's reports: offered by installing the bot there, used only after HR or an admin said yes. */
import { record } from '../audit/audit.ts'
import { getPerson } from '../directory/directory.ts'
import { findOrganizationByTenant } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { deliver } from './deliveries.ts'
import type { ChannelReference } from './intents.ts'
import * as store from './store-hr-channels.ts'

export type HrChannel = ChannelReference & {
  readonly channelId: string
  readonly teamId: string
  readonly name: string | undefined
  readonly teamName: string | undefined
  readonly state: 'candidate' | 'confirmed' | 'removed'
  /** As Teams told when the bot last looked. */
  readonly kind: store.HrChannelKind | undefined
  readonly members: number | undefined
  /** Why nothing can be posted there now. */
  readonly problem: store.HrChannelProblem | undefined
  readonly problemAt: Date | undefined
  readonly lastPostedAt: Date | undefined
  /** The company's where not chosen. */
  readonly timezone: string | undefined
  readonly locale: store.HrChannelRow['locale'] | undefined
}

/** Installed in a team: remembers the channel and asks there, once per installation. */
export async function offerHrChannel(
  deps: Deps,
  offer: ChannelReference & {
    readonly teamId: string
    readonly name: string | undefined
    readonly teamName?: string | undefined
    readonly activityId: string
  }
): Promise<void> {
  const organization = await findOrganizationByTenant(deps, offer.tenantId)
  if (!organization) return
  const { organizationId } = organization
  const at = deps.now()
  await deps.db.for(organizationId)(async trx => {
    const { id } = await store.saveHrChannel(trx, {
      organization_id: organizationId,
      id: deps.newId('channel'),
      tenant_id: offer.tenantId,
      team_id: offer.teamId,
      conversation_id: offer.conversationId,
      name: offer.name ?? null,
      team_name: offer.teamName ?? null,
      ...store.NOTHING_KNOWN,
      service_url: offer.serviceUrl,
      bot_id: offer.botId,
      state: 'candidate',
      confirmed_by: null,
      updated_at: at
    })
    // A channel from which the bot was removed has to be confirmed anew.
    const row = await store.findHrChannel(trx, { organizationId, channelId: id })
    if (row?.state === 'removed')
      await store.setHrChannel(
        trx,
        { organizationId, channelId: id },
        { state: 'candidate', confirmed_by: null, problem: null, problem_at: null, updated_at: at }
      )
    if (row?.state === 'confirmed') return
    const intent = { kind: 'hrChannel', channelId: id } as const
    await deliver(deps, trx, { organizationId, channelId: id, intent, key: `offer:${id}:${offer.activityId}` })
  })
}

/** @throws ProblemError `forbidden` unless the person is HR or an admin of that company; `not_found` for another's channel. */
export async function confirmHrChannel(
  deps: Deps,
  input: {
    readonly organizationId: string
    readonly personId: string
    readonly channelId: string
    readonly decision: 'confirmed' | 'removed'
  }
): Promise<HrChannel> {
  const { organizationId, personId, channelId, decision } = input
  const person = await getPerson(deps, organizationId, personId)
  const may =
    person?.state === 'active' && person.access && person.roles.some(role => role === 'hr' || role === 'admin')
  if (!may)
    throw new ProblemError('forbidden', 'Only HR or an admin of your company can decide this', { reason: 'hr_only' })
  return deps.db.for(organizationId)(async trx => {
    const row = await store.findHrChannel(trx, { organizationId, channelId })
    if (!row) throw new ProblemError('not_found', 'This channel is no longer known. Add the app to it again')
    if (row.state === decision) return toHrChannel(row)
    await store.setHrChannel(
      trx,
      { organizationId, channelId },
      { state: decision, confirmed_by: personId, updated_at: deps.now() }
    )
    await record(trx, deps, {
      organizationId,
      personId,
      action: `hr_channel.${decision}`,
      actor: personId,
      detail: { channelId }
    })
    return toHrChannel({ ...row, state: decision })
  })
}

/** The bot was removed from a team: all its channels. */
export async function removeHrChannels(
  deps: Deps,
  team: { readonly tenantId: string; readonly teamId: string }
): Promise<void> {
  const organization = await findOrganizationByTenant(deps, team.tenantId)
  if (!organization) return
  const { organizationId } = organization
  const change = { state: 'removed', confirmed_by: null, updated_at: deps.now() } as const
  await deps.db.for(organizationId)(trx =>
    store.setHrChannel(
      trx,
      { organizationId, teamId: team.teamId },
      { ...change, problem: 'app_removed', problem_at: deps.now() }
    )
  )
}

export const hrChannelOf = (deps: Deps, organizationId: string, channelId: string): Promise<HrChannel | undefined> =>
  deps.db.for(organizationId)(async trx => {
    const row = await store.findHrChannel(trx, { organizationId, channelId })
    return row && toHrChannel(row)
  })

export const listHrChannels = (deps: Deps, organizationId: string): Promise<readonly HrChannel[]> =>
  deps.db.for(organizationId)(async trx => (await store.listHrChannels(trx, organizationId)).map(toHrChannel))

const toHrChannel = (row: store.HrChannelRow): HrChannel => ({
  channelId: row.id,
  teamId: row.team_id,
  name: row.name ?? undefined,
  teamName: row.team_name ?? undefined,
  state: row.state,
  kind: row.kind ?? undefined,
  members: row.members ?? undefined,
  problem: row.problem ?? undefined,
  problemAt: row.problem_at ?? undefined,
  lastPostedAt: row.last_posted_at ?? undefined,
  timezone: row.timezone ?? undefined,
  locale: row.locale ?? undefined,
  tenantId: row.tenant_id,
  conversationId: row.conversation_id,
  serviceUrl: row.service_url,
  botId: row.bot_id
})
