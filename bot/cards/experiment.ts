import { card, decided, footer, heading, press, small, text, type Card, type Reader } from './card.ts'

export type Question = { readonly to: string; readonly experimentId: string; readonly disclosure: string }

/** Asked once of who agreed before the experiment was on. No answer is a no. */
export function experimentCard(reader: Reader, { to, experimentId, disclosure }: Question): Card {
  const words = reader.words.experiment
  const choose = (choice: 'in' | 'out') =>
    press(reader, { title: words[choice], verb: 'experiment', data: { to, experimentId, choice } })
  return card(reader, {
    fallbackText: words.title,
    body: [heading(words.title), text(disclosure), small(words.either), footer(reader, 'nudges')],
    actions: [choose('in'), choose('out')]
  })
}

export const experimentDecided = (reader: Reader, choice: 'in' | 'out'): Card =>
  decided(reader, reader.words.experiment.title, reader.words.experiment.decided[choice], 'nudges')
