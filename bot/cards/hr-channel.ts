import type { Audience } from '../words.ts'
import { card, press, small, text, type Card, type Reader } from './card.ts'

export function hrChannelCard(reader: Reader, channelId: string, audience: Audience): Card {
  const words = reader.words.hrChannel
  const choose = (title: string, decision: 'confirmed' | 'removed') =>
    press(reader, { title, verb: 'hrChannel', data: { channelId, decision } })
  return card(reader, {
    fallbackText: words.ask,
    body: [text(words.ask), small(words.audience(audience))],
    actions: [choose(words.yes, 'confirmed'), choose(words.no, 'removed')]
  })
}

export const hrChannelDecided = (reader: Reader, decision: 'confirmed' | 'removed'): Card =>
  card(reader, {
    fallbackText: reader.words.hrChannel[decision],
    body: [text(reader.words.hrChannel[decision], { weight: 'Bolder' })]
  })
