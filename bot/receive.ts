/** What Teams posts: messages are stored and acknowledged, installations noted in silence, invokes answered at once. */
import {
  deleteInbound,
  dropReference,
  followTeam,
  editInbound,
  keepReference,
  offerHrChannel,
  removeHrChannels,
  restoreInbound,
  takeInbound,
  type InboundActivity,
  type Reference
} from '../api/channels/channels.ts'
import { activitySchema, isPersonal, referenceIn, teamChangeIn, type TeamsActivity } from './activity.ts'
import { takeFeedback } from './feedback.ts'
import { answerPress } from './press.ts'
import type { World } from './reader.ts'
import type { InvokeAnswer } from './teams.ts'
import { readWritten } from './written.ts'

const NOT_IMPLEMENTED: InvokeAnswer = { status: 501, body: {} }

export async function receive(world: World, raw: unknown): Promise<InvokeAnswer | undefined> {
  const activity = activitySchema.parse(raw)
  if (activity.type === 'invoke') return answerInvoke(world, activity)
  const change = teamChangeIn(activity)
  if (change) await followTeam(world.deps, change)
  const reference = referenceIn(activity)
  if (reference) await note(world, activity, reference)
  return undefined
}

async function answerInvoke(world: World, activity: TeamsActivity): Promise<InvokeAnswer> {
  switch (activity.name) {
    case 'adaptiveCard/action':
      return answerPress(world, activity)
    case 'message/submitAction':
      return takeFeedback(world, activity)
    default:
      return NOT_IMPLEMENTED
  }
}

async function note(world: World, activity: TeamsActivity, reference: Reference): Promise<void> {
  const { deps } = world
  switch (activity.type) {
    case 'message':
      if (activity.id) await takeInbound(deps, message(activity, activity.id, reference))
      return
    case 'messageUpdate':
      if (activity.id) await changed(world, activity, message(activity, activity.id, reference))
      return
    case 'messageDelete':
      if (activity.id && isPersonal(activity)) await deleteInbound(deps, { reference, activityId: activity.id })
      return
    case 'installationUpdate':
      return isPersonal(activity) ? installed(world, activity, reference) : installedInTeam(world, activity, reference)
    case 'conversationUpdate':
      if (isPersonal(activity) && activity.membersAdded?.some(({ id }) => id === activity.recipient.id))
        await keepReference(deps, reference)
  }
}

const message = (activity: TeamsActivity, activityId: string, reference: Reference): InboundActivity => ({
  activityId,
  place: isPersonal(activity) ? 'personal' : 'group',
  reference,
  ...readWritten(activity)
})

async function changed({ deps }: World, { channelData }: TeamsActivity, written: InboundActivity): Promise<void> {
  if (channelData?.eventType === 'undeleteMessage') await restoreInbound(deps, written)
  if (channelData?.eventType === 'editMessage') await editInbound(deps, written)
}

/** `remove-upgrade` and `add-upgrade` are a new version of the app, not a person's wish. */
async function installed({ deps }: World, { action }: TeamsActivity, reference: Reference): Promise<void> {
  if (action === 'remove') await dropReference(deps, reference)
  if (action === 'add' || action === 'add-upgrade') await keepReference(deps, reference)
}

async function installedInTeam({ deps }: World, activity: TeamsActivity, reference: Reference): Promise<void> {
  const { team, settings, channel } = activity.channelData ?? {}
  if (!team) return
  if (activity.action === 'remove') return removeHrChannels(deps, { tenantId: reference.tenantId, teamId: team.id })
  if (activity.action !== 'add') return
  const chosen = settings?.selectedChannel ?? channel
  await offerHrChannel(deps, {
    ...reference,
    teamId: team.id,
    conversationId: chosen?.id ?? team.id,
    name: chosen?.name ?? team.name,
    teamName: team.name,
    activityId: activity.id ?? ''
  })
}
