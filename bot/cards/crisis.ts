import { card, footer, text, type Card, type Reader } from './card.ts'

/** Words that people wrote, said to be theirs; the lines are part of the text. No buttons, nothing to decide. */
export const crisisCard = (reader: Reader, written: string, kind: 'crisis' | 'human' = 'crisis'): Card =>
  card(reader, {
    fallbackText: written,
    body: [
      text(reader.words.crisis.title, { weight: 'Bolder', color: kind === 'crisis' ? 'Attention' : 'Default' }),
      ...written
        .split('\n')
        .filter(line => line.trim() !== '')
        .map(line => text(line)),
      footer(reader)
    ]
  })
