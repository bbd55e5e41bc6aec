import { card, decided, footer, heading, press, text, type Card, type Reader } from './card.ts'

export type CutTurn = { readonly to: string; readonly conversationId: string; readonly activityId: string }

/** An answer that broke off: the message is safe, and one tap tries again. */
export function cutCard(reader: Reader, { to, conversationId, activityId }: CutTurn): Card {
  const words = reader.words.cut
  return card(reader, {
    fallbackText: words.title,
    body: [heading(words.title), text(words.body), footer(reader)],
    actions: [
      press(reader, { title: words.again, verb: 'again', data: { to, conversationId, activityId }, look: 'positive' })
    ]
  })
}

export const cutDecided = (reader: Reader): Card => decided(reader, reader.words.cut.title, reader.words.cut.trying)
