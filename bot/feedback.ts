/** A thumb on a coach's turn. Teams keeps nothing of it and wants an empty answer. */
import { z } from 'zod'
import { findSent, keepFeedback, resolveSender } from '../api/channels/channels.ts'
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

export async function takeFeedback({ deps }: World, activity: TeamsActivity): Promise<InvokeAnswer> {
  const reference = referenceIn(activity)
  const parsed = feedbackSchema.safeParse(activity.value)
  if (!reference || !parsed.success || !activity.replyToId) return EMPTY
  const sender = await resolveSender(deps, reference)
  if (sender.kind !== 'linked') return EMPTY
  const sent = await findSent(deps, { ...sender, activityId: activity.replyToId })
  if (sent?.intent.kind !== 'turn') return EMPTY
  const { reaction, feedback } = parsed.data.actionValue
  await keepFeedback(deps, {
    ...sender,
    deliveryId: sent.deliveryId,
    reaction,
    text: textIn(feedback).slice(0, LONGEST)
  })
  return EMPTY
}

/** Teams sends the text as JSON in a string. */
function textIn(feedback: string): string {
  try {
    return wordsSchema.parse(JSON.parse(feedback)).feedbackText
  } catch {
    return ''
  }
}
