import type { Citation } from '../../api/contract/coach.ts'
import { card, footer, heading, small, text, type Card, type Reader } from './card.ts'

/** What an answer quotes of the company's material: each quote with the title of where it stands. Nothing to decide. */
export const citedCard = (reader: Reader, citations: readonly Citation[]): Card =>
  card(reader, {
    fallbackText: reader.words.cited,
    body: [
      heading(reader.words.cited),
      ...citations.flatMap(({ title, quote }) => [
        ...quote.split('\n').map((line, at) => text(line, { spacing: at === 0 ? 'Medium' : 'Small' })),
        small(title)
      ]),
      footer(reader)
    ]
  })
