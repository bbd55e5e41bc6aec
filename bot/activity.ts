/** The few fields of a Teams activity that the bot reads. */
import { z } from 'zod'
import type { Reference } from '../api/channels/channels.ts'

const idSchema = z.looseObject({ id: z.string() })

export const activitySchema = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  name: z.string().optional(),
  action: z.string().optional(),
  text: z
    .string()
    .nullish()
    .transform(text => text ?? undefined),
  textFormat: z.string().nullish(),
  attachments: z
    .array(z.looseObject({ contentType: z.string(), content: z.unknown().optional() }))
    .nullish()
    .transform(all => all ?? undefined),
  value: z.unknown().optional(),
  replyToId: z.string().optional(),
  locale: z.string().optional(),
  localTimezone: z.string().optional(),
  serviceUrl: z.url(),
  from: z.looseObject({ id: z.string(), aadObjectId: z.string().optional(), name: z.string().optional() }),
  recipient: idSchema,
  conversation: z.looseObject({
    id: z.string(),
    conversationType: z.string().optional(),
    tenantId: z.string().optional()
  }),
  membersAdded: z.array(idSchema).optional(),
  channelData: z
    .looseObject({
      /** What happened to a message, a team or a channel, such as `editMessage` or `channelRenamed`. */
      eventType: z.string().optional(),
      tenant: idSchema.optional(),
      team: z.looseObject({ id: z.string(), name: z.string().optional() }).optional(),
      channel: z.looseObject({ id: z.string(), name: z.string().optional() }).optional(),
      settings: z
        .looseObject({ selectedChannel: z.looseObject({ id: z.string(), name: z.string().optional() }).optional() })
        .optional()
    })
    .optional()
})
export type TeamsActivity = z.output<typeof activitySchema>

export const isPersonal = ({ conversation }: TeamsActivity): boolean =>
  (conversation.conversationType ?? 'personal') === 'personal'

/** Undefined for activities that no Entra account sent. */
export function referenceIn(activity: TeamsActivity): Reference | undefined {
  const tenantId = activity.conversation.tenantId ?? activity.channelData?.tenant?.id
  const entraObjectId = activity.from.aadObjectId
  if (!tenantId || !entraObjectId) return undefined
  return {
    tenantId,
    entraObjectId,
    teamsUserId: activity.from.id,
    conversationId: activity.conversation.id,
    serviceUrl: activity.serviceUrl,
    botId: activity.recipient.id,
    ...(activity.locale ? { locale: activity.locale } : {}),
    ...(activity.localTimezone ? { timezone: activity.localTimezone } : {})
  }
}

export type TeamChange = {
  readonly tenantId: string
  readonly teamId: string
  readonly event: string
  readonly channel: { readonly id: string; readonly name?: string | undefined } | undefined
  readonly teamName: string | undefined
}

/** Teams names nobody's account in some of these: they are about a place, not from a person. */
export function teamChangeIn({ type, conversation, channelData }: TeamsActivity): TeamChange | undefined {
  const tenantId = channelData?.tenant?.id ?? conversation.tenantId
  const { team, eventType: event, channel } = channelData ?? {}
  if (type !== 'conversationUpdate' || !tenantId || !team || !event) return undefined
  return { tenantId, teamId: team.id, event, channel, teamName: team.name }
}
