import { bullets, card, decided, heading, openTab, press, small, text, type Card, type Reader } from './card.ts'

export type Invitation = {
  readonly to: string
  readonly company: { readonly name: string; readonly sponsor: { readonly name: string; readonly title: string } }
  /** Said first to somebody who wrote before deciding. */
  readonly before: string | undefined
}

/** First contact: who invites, what it is and is not, who sees what, and a no that costs nothing. */
export function agreementCard(reader: Reader, { to, company, before }: Invitation): Card {
  const words = reader.words.agreement
  const decide = (title: string, decision: 'given' | 'declined') =>
    press(reader, {
      title,
      verb: 'agreement',
      data: { to, decision },
      ...(decision === 'given' ? { look: 'positive' as const } : {})
    })
  return card(reader, {
    fallbackText: words.title,
    body: [
      ...(before ? [text(before)] : []),
      heading(words.title),
      text(words.invites(company)),
      text(words.what),
      text(words.ai),
      text(words.not),
      text(words.whoTitle, { weight: 'Bolder', spacing: 'Medium' }),
      bullets(words.who(company)),
      small(words.stop)
    ],
    actions: [decide(words.give, 'given'), decide(words.decline, 'declined'), openTab(reader)]
  })
}

export const agreementDecided = (reader: Reader, decision: 'given' | 'declined'): Card =>
  decided(reader, reader.words.agreement.title, reader.words.agreement[decision])
