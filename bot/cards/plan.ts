import type { PlanView } from '../../api/contract/coach.ts'
import { card, decided, footer, heading, moment, press, text, type Card, type Reader } from './card.ts'

type Planned = { readonly to: string; readonly plan: PlanView }

const placeOf = ({ planId }: PlanView): string => `plan:${planId}`

/** The plan that was just made: keep it, change it, or drop it. */
export function planCard(reader: Reader, { to, plan }: Planned): Card {
  const words = reader.words.plan
  const choose = (title: string, choice: 'accept' | 'change' | 'dropped') => ({
    ...press(reader, {
      title,
      verb: 'plan',
      data: { to, planId: plan.planId, choice },
      place: placeOf(plan),
      ...(choice === 'accept' ? { look: 'positive' as const } : {})
    })
  })
  return card(reader, {
    fallbackText: words.title,
    body: [heading(words.title), text(words.text(plan)), footer(reader, placeOf(plan))],
    actions: [choose(words.accept, 'accept'), choose(words.change, 'change'), choose(words.drop, 'dropped')]
  })
}

/** At the moment the person asked for. */
export function followUpCard(reader: Reader, { to, plan }: Planned): Card {
  const words = reader.words.plan
  const outcomes = ['kept', 'missed', 'dropped'] as const
  return card(reader, {
    fallbackText: reader.words.toast,
    body: [text(words.text(plan), { isSubtle: true }), heading(words.followUp), footer(reader, placeOf(plan))],
    actions: outcomes.map(choice =>
      press(reader, {
        title: words.outcomes[choice],
        verb: 'plan',
        data: { to, planId: plan.planId, choice },
        place: placeOf(plan),
        ...(choice === 'kept' ? { look: 'positive' as const } : {})
      })
    )
  })
}

export type PlanChoice = 'accept' | 'change' | 'kept' | 'missed' | 'dropped'

export function planDecided(reader: Reader, plan: PlanView, choice: PlanChoice): Card {
  const words = reader.words.plan
  const outcome =
    choice === 'change'
      ? words.askAnew
      : plan.state === 'open'
        ? words.accepted(plan.followUpAt ? moment(reader, plan.followUpAt) : undefined)
        : words.closed[plan.state]
  return decided(reader, words.text(plan), outcome, placeOf(plan))
}
