import { card, footer, text, type Card, type Reader } from './card.ts'

/** In place of a message that its sender took back: nothing of it is left, and there is nothing to do. */
export const takenBackCard = (reader: Reader): Card =>
  card(reader, {
    fallbackText: reader.words.nudge.takenBack,
    body: [text(reader.words.nudge.takenBack, { isSubtle: true }), footer(reader, 'nudges')]
  })
