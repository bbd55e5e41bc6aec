/** What becomes of HR's channels: renamed, deleted, brought back, closed to the bot; and what HR is told of each. */
import { record } from '../audit/audit.ts'
import { findOrganizationByTenant } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import type { Settled } from './delivering.ts'
import type { DeliveryReason } from './outcomes.ts'
import * as store from './store-hr-channels.ts'

export type TeamChange = {
  readonly tenantId: string
  readonly teamId: string
  /** As Teams names it, such as `channelRenamed`. */
  readonly event: string
  readonly channel: { readonly id: string; readonly name?: string | undefined } | undefined
  readonly teamName: string | undefined
}

type Change = Parameters<typeof store.setHrChannel>[2]

/** Teams tells of every team that has the bot; what is none of HR's changes nothing. */
export async function followTeam(deps: Deps, change: TeamChange): Promise<void> {
  const organization = await findOrganizationByTenant(deps, change.tenantId)
  if (!organization) return
  const { organizationId } = organization
  const set = (trx: Trx, ofTeam: boolean, values: Omit<Change, 'updated_at'>): Promise<void> => {
    const where = ofTeam ? { teamId: change.teamId } : { conversationId: change.channel?.id ?? '' }
    return store.setHrChannel(trx, { organizationId, ...where }, { ...values, updated_at: deps.now() })
  }
  const broken = (problem: store.HrChannelProblem) => ({ problem, problem_at: deps.now() })
  const whole = { problem: null, problem_at: null }
  await deps.db.for(organizationId)(async trx => {
    switch (change.event) {
      case 'channelRenamed':
        return set(trx, false, { name: change.channel?.name ?? null })
      case 'channelDeleted':
        return set(trx, false, broken('deleted'))
      case 'channelRestored':
        return set(trx, false, whole)
      case 'teamRenamed':
        return set(trx, true, { team_name: change.teamName ?? null })
      case 'teamDeleted':
      case 'teamHardDeleted':
      case 'teamArchived':
        return set(trx, true, broken('team_deleted'))
      case 'teamRestored':
      case 'teamUnarchived':
        return set(trx, true, whole)
    }
  })
}

type Looked = {
  readonly organizationId: string
  readonly channelId: string
  readonly kind: store.HrChannelKind | undefined
  readonly members: number | undefined
  readonly name: string | undefined
}

/** Who can read there, as Teams says right before HR is asked. */
export const keepLook = (deps: Deps, { organizationId, channelId, kind, members, name }: Looked): Promise<void> =>
  deps.db.for(organizationId)(trx =>
    store.setHrChannel(
      trx,
      { organizationId, channelId },
      {
        kind: kind ?? null,
        members: members ?? null,
        ...(name ? { name } : {}),
        looked_at: deps.now(),
        updated_at: deps.now()
      }
    )
  )

/** What the connector said of the last attempts. A problem is recorded once, and ends with the next post that arrives. */
export async function channelsSettled(
  trx: Trx,
  deps: Deps,
  organizationId: string,
  outcomes: readonly Settled[]
): Promise<void> {
  for (const outcome of outcomes) {
    const { to } = outcome.delivery
    if (to.kind === 'channel') await channelSettled(trx, deps, { organizationId, channelId: to.channelId, outcome })
  }
}

type Ended = { readonly organizationId: string; readonly channelId: string; readonly outcome: Settled }

async function channelSettled(trx: Trx, deps: Deps, { organizationId, channelId, outcome }: Ended): Promise<void> {
  const at = deps.now()
  const set = (values: Omit<Change, 'updated_at'>): Promise<void> =>
    store.setHrChannel(trx, { organizationId, channelId }, { ...values, updated_at: at })
  if (outcome.kind === 'sent') return set({ problem: null, problem_at: null, last_posted_at: at })
  const problem = outcome.kind === 'ended' && outcome.state !== 'cancelled' ? PROBLEMS[outcome.reason] : undefined
  const row = await store.findHrChannel(trx, { organizationId, channelId })
  if (!problem || !row || row.problem) return
  await set({ problem, problem_at: at })
  const detail = { channelId, problem }
  await record(trx, deps, { organizationId, action: 'hr_channel.problem', actor: 'teams', detail })
}

/** Other reasons say nothing about the channel. */
const PROBLEMS: Readonly<Partial<Record<DeliveryReason, store.HrChannelProblem>>> = {
  unclear: 'unclear',
  not_in_roster: 'app_removed',
  uninstalled: 'app_removed',
  disabled_by_admin: 'disabled',
  conversation_gone: 'not_found',
  bad_message: 'refused',
  bot_not_registered: 'refused',
  blocked: 'refused',
  writes_blocked: 'refused',
  wrong_host: 'refused',
  not_enough_permissions: 'refused',
  refused: 'refused'
}
