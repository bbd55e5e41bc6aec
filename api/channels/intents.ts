/** What is to be said, without how: each channel renders it. Ids and dates only, so that a job or a row holds no content. */
import { z } from 'zod'

const NOTICES = [
  'help',
  'stopped',
  'paused',
  'pauseHow',
  'pauseTooLong',
  'resumed',
  'fewer',
  'privately',
  'why',
  'nothingToExplain',
  'notKept',
  'unlinked',
  'linked',
  'linkedByNumber',
  'parted',
  'noAccess',
  'unknownTenant',
  'groupOnly',
  'tooLong',
  'attachmentOnly',
  'attachmentSkipped',
  'nothingToRepeat',
  'braked',
  'webhookOff',
  'experimentHalted',
  'accessOpened'
] as const
export type Notice = (typeof NOTICES)[number]

const nudgeId = z.string()

export const intentSchema = z.discriminatedUnion('kind', [
  /** `asked`: the person wrote before they decided. */
  z.object({ kind: z.literal('agreement'), nudgeId: nudgeId.optional(), asked: z.boolean().optional() }),
  z.object({ kind: z.literal('nudge'), nudgeId }),
  /** `awaits`: what the coach waits for next, so that answers can be offered to tap. */
  z.object({
    kind: z.literal('turn'),
    messageId: z.string(),
    planId: z.string().optional(),
    awaits: z.string().optional()
  }),
  z.object({ kind: z.literal('crisis'), messageId: z.string() }),
  /** Words of people for what is no crisis of the person's own: a worry, a route, the way back after one. */
  z.object({ kind: z.literal('human'), messageId: z.string() }),
  /** A turn that broke off: the person's message is kept and can be tried again. */
  z.object({ kind: z.literal('cut'), conversationId: z.string(), activityId: z.string() }),
  /** They asked to have everything of theirs erased; it is done, once, when they say so once more. */
  z.object({ kind: z.literal('erase'), erasureId: z.string().optional() }),
  z.object({ kind: z.literal('followUp'), planId: z.string(), nudgeId: nudgeId.optional() }),
  z.object({ kind: z.literal('experiment'), experimentId: z.string(), nudgeId: nudgeId.optional() }),
  z.object({ kind: z.literal('report'), reportId: z.string() }),
  z.object({ kind: z.literal('hrChannel'), channelId: z.string() }),
  z.object({
    kind: z.literal('notice'),
    words: z.enum(NOTICES),
    nudgeId: nudgeId.optional(),
    until: z.iso.datetime().optional(),
    perWeek: z.int().optional()
  })
])
export type Intent = z.output<typeof intentSchema>

/** Where a person can be reached in Teams. */
export const referenceSchema = z.object({
  tenantId: z.string(),
  entraObjectId: z.string(),
  teamsUserId: z.string(),
  conversationId: z.string(),
  serviceUrl: z.url(),
  botId: z.string(),
  /** Of the person's client, for those whom no directory describes. */
  locale: z.string().optional(),
  /** As the person's Teams tells it; `noteClientZone` keeps it. */
  timezone: z.string().optional()
})
export type Reference = z.output<typeof referenceSchema>

/** Where a channel of HR can be reached. */
export type ChannelReference = Pick<Reference, 'tenantId' | 'conversationId' | 'serviceUrl' | 'botId'>

export type Agreement = 'none' | 'given' | 'declined'
