/** A thumb on a coach's turn. Teams keeps nothing of it and wants an empty answer. */
import { z } from 'zod'
import { deliver, findSent, keepFeedback, resolveSender } from '../api/channels/channels.ts'
import { hear, soundsLikeCrisis } from '../api/coach/coach.ts'
import { referenceIn, type TeamsActivity } from './activity.ts'
import type { World } from './reader.ts'
import type { InvokeAnswer } from './teams.ts'

const LONGEST = 4000
const EMPTY: InvokeAnswer = { status: 200, body: {} }

const feedbackSchema = z.looseObject({
  actionName: z.literal('feedback'),
  actionValue: z.looseObject({ reaction: z.enum(['like', 'dislike']), feedback: z.string().default('{}') })
})
const wordsSchema = z.looseObject({ feedbackText: z.string().default('') })

export async function takeFeedback(world: World, activity: TeamsActivity): Promise<InvokeAnswer> {
  const { deps } = world
  const reference = referenceIn(activity)
  const parsed = feedbackSchema.safeParse(activity.value)
  if (!reference || !parsed.success || !activity.replyToId) return EMPTY
  const sender = await resolveSender(deps, reference)
  if (sender.kind !== 'linked') return EMPTY
  const sent = await findSent(deps, { ...sender, activityId: activity.replyToId })
  if (sent?.intent.kind !== 'turn') return EMPTY
  const { reaction, feedback } = parsed.data.actionValue
  const text = textIn(feedback).slice(0, LONGEST)
  await keepFeedback(deps, {
    ...sender,
    deliveryId: sent.deliveryId,
    messageId: sent.intent.messageId,
    reaction,
    text
  })
  if (soundsLikeCrisis(text)) await answerAlarm(world, { ...sent, ...sender, text })
  return EMPTY
}

type Alarm = {
  readonly organizationId: string
  readonly personId: string
  readonly deliveryId: string
  readonly text: string
}

/** A cry for help is heard wherever it is typed. */
async function answerAlarm({ deps }: World, { organizationId, personId, deliveryId, text }: Alarm): Promise<void> {
  const sourceId = `feedback:${deliveryId}`
  const intent = await hear(deps, { organizationId, personId, text, surface: 'teams', sourceId })
  if (intent.kind !== 'crisis' && intent.kind !== 'human') return
  await deps.db.for(organizationId)(trx => deliver(deps, trx, { organizationId, personId, intent, key: sourceId }))
}

/** Teams sends the text as JSON in a string. */
function textIn(feedback: string): string {
  try {
    return wordsSchema.parse(JSON.parse(feedback)).feedbackText
  } catch {
    return ''
  }
}
