/** For tests: what Microsoft's own renderer finds wrong with a card. */
import { AdaptiveCard, HostConfig, SerializationContext, ValidationPhase } from 'adaptivecards'

export function complaintsAbout(card: unknown): readonly string[] {
  const context = new SerializationContext()
  const parsed = new AdaptiveCard()
  // Teams shows six; adaptivecards counts those of the overflow menu too.
  parsed.hostConfig = new HostConfig({ actions: { maxActions: 6 + overflowing(card) } })
  parsed.parse(JSON.parse(JSON.stringify(card)), context)
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index))
  return [
    ...events.filter(({ phase }) => phase === ValidationPhase.Parse).map(({ message }) => message),
    ...parsed.validateProperties().validationEvents.map(({ message }) => message)
    // adaptivecards 3.0.6 keeps state in its pattern for `lang` and refuses every second good value.
  ].filter(message => !message.endsWith('for property "lang".'))
}

function overflowing(card: unknown): number {
  const actions: unknown = typeof card === 'object' && card !== null && 'actions' in card ? card.actions : undefined
  return Array.isArray(actions) ? actions.filter(({ mode }) => mode === 'secondary').length : 0
}
