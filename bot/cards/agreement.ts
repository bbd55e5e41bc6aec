import { AGREEMENT_VERSION, agreementText, changesSince, type Read } from '../../api/channels/channels.ts'
import { bullets, card, decided, heading, openTab, press, small, text, type Card, type Reader } from './card.ts'

export type Invitation = {
  readonly to: string
  readonly company: { readonly name: string; readonly sponsor: { readonly name: string; readonly title: string } }
  /** Said first to somebody who wrote before deciding. */
  readonly before: string | undefined
  /** Where a language model answers; the text names it. */
  readonly modelService: string | null
  /** What they said yes to, if it was an earlier text. */
  readonly agreedBefore: Read | undefined
  /** While the company has an experiment: who says yes to the card says yes to this too. */
  readonly experiment: { readonly experimentId: string; readonly disclosure: string } | undefined
}

/** First contact: who invites, what it is and is not, who sees what, and a no that costs nothing. */
export function agreementCard(
  reader: Reader,
  { to, company, modelService, before, agreedBefore, experiment }: Invitation
): Card {
  const words = reader.words.agreement
  const agreed = agreementText(AGREEMENT_VERSION, reader.locale)
  const decide = (title: string, decision: 'given' | 'declined') =>
    press(reader, {
      title,
      verb: 'agreement',
      data: {
        to,
        decision,
        version: AGREEMENT_VERSION,
        ...(modelService === null ? {} : { modelService }),
        ...(experiment ? { experimentId: experiment.experimentId } : {})
      },
      ...(decision === 'given' ? { look: 'positive' as const } : {})
    })
  const changes = agreedBefore === undefined ? [] : changesSince(agreedBefore, modelService, reader.locale)
  return card(reader, {
    fallbackText: agreed.title,
    body: [
      ...(before ? [text(before)] : []),
      heading(agreed.title),
      ...(changes.length > 0 ? [text(words.changed, { weight: 'Bolder' }), bullets(changes)] : []),
      text(agreed.invites(company)),
      ...agreed.about.map(line => text(line)),
      ...(modelService === null ? [] : [text(agreed.model(company, modelService))]),
      text(agreed.whoTitle, { weight: 'Bolder', spacing: 'Medium' }),
      bullets([...agreed.who(company), ...(experiment ? [experiment.disclosure] : [])]),
      small(agreed.stop)
    ],
    actions: [decide(words.give, 'given'), decide(words.decline, 'declined'), openTab(reader)]
  })
}

export const agreementDecided = (reader: Reader, decision: 'given' | 'declined'): Card =>
  decided(reader, agreementText(AGREEMENT_VERSION, reader.locale).title, reader.words.agreement[decision])
