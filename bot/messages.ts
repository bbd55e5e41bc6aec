/** Activities that the bot sends, as plain JSON. Pure. */
import type { Turn } from '../api/contract/coach.ts'
import type { Card, Reader } from './cards/card.ts'
import type { Outgoing } from './teams.ts'

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
export const turnMessage = (turn: Turn, { words }: Reader): Outgoing => ({
  type: 'message',
  text: turn.text,
  textFormat: 'plain',
  summary: words.toast,
  ...(turn.from === 'coach' ? { entities: [AI_LABEL], channelData: { feedbackLoop: { type: 'default' } } } : {})
})

export const textMessage = (text: string, link?: { readonly title: string; readonly url: string }): Outgoing => ({
  type: 'message',
  text: link ? `${text}\n\n[${link.title}](${link.url})` : text,
  textFormat: 'markdown'
})
