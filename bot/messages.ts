/** Activities that the bot sends, as plain JSON. Pure. */
import type { Turn } from '../api/contract/coach.ts'
import type { Card, Reader } from './cards/card.ts'
import type { Outgoing } from './teams.ts'
import type { Words } from './words.ts'

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive'

/** Teams shows "AI-generated" for it; only one such entity may be on a message. */
const AI_LABEL = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  additionalType: ['AIGeneratedContent']
}

/** `summary` is the toast: neutral, for it may pop up while a screen is shared. */
export const cardMessage = (card: Card, summary: string): Outgoing => ({
  type: 'message',
  summary,
  attachments: [{ contentType: CARD_TYPE, content: card }],
  channelData: { notification: { alert: true } }
})

/** Generated text carries the label and asks whether it was of use; words of people carry neither. */
export const turnMessage = (turn: Turn, { words }: Reader, awaits?: string): Outgoing => ({
  type: 'message',
  text: turn.text,
  textFormat: 'plain',
  summary: words.toast,
  ...suggested(promptsFor(words, awaits)),
  ...(turn.from === 'coach' ? { entities: [AI_LABEL], channelData: { feedbackLoop: { type: 'default' } } } : {})
})

/** The beginning of an answer that goes on otherwise, as what it is: generated. */
export const beginningMessage = (text: string): Outgoing => ({
  type: 'message',
  text,
  textFormat: 'plain',
  entities: [AI_LABEL]
})

/** What could be answered with one tap; Teams shows three. */
const promptsFor = ({ prompts }: Words, awaits: string | undefined): readonly string[] =>
  awaits === 'rest' || awaits === 'confirm' || awaits === 'when' ? prompts[awaits] : []

const suggested = (prompts: readonly string[]) =>
  prompts.length > 0
    ? { suggestedActions: { actions: prompts.map(title => ({ type: 'imBack', title, value: title })) } }
    : {}

export const textMessage = (text: string, link?: { readonly title: string; readonly url: string }): Outgoing => ({
  type: 'message',
  text: link ? `${text}\n\n[${link.title}](${link.url})` : text,
  textFormat: 'markdown'
})
