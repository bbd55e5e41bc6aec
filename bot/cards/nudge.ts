import { offeredOn } from '../../api/contract/nudge-answers.ts'
import type { GivenAnswer, NudgeAnswer, NudgeReceipt, NudgeView } from '../../api/contract/nudges.ts'
import { tellDecided, tellGrounds, tellRecord } from '../../api/contract/receipt.ts'
import {
  card,
  day,
  decided,
  footer,
  heading,
  moment,
  press,
  small,
  text,
  type Card,
  type Element,
  type Reader
} from './card.ts'

/** Without a receipt where nothing was recorded when it was planned. */
export type Shown = { readonly nudge: NudgeView; readonly receipt: NudgeReceipt | undefined }

const placeOf = ({ nudgeId }: NudgeView): string => `nudge:${nudgeId}`

/** What, why you, why now; one tap for every answer; the reason behind it one tap away. */
export function nudgeCard(reader: Reader, { to, ...shown }: Shown & { readonly to: string }): Card {
  const { words } = reader
  const { nudge } = shown
  const { first, more } = offeredOn(nudge)
  const answer = (value: NudgeAnswer, look?: 'positive' | 'overflow'): Element =>
    press(reader, {
      title: (nudge.kind === 'check_in' ? words.nudge.checkIn[value] : undefined) ?? words.nudge.answers[value],
      verb: 'nudge',
      data: { to, nudgeId: nudge.nudgeId, answer: value },
      place: placeOf(nudge),
      ...(look ? { look } : {})
    })
  return card(reader, {
    fallbackText: words.toast,
    body: [heading(nudge.action), reasonLine(reader, nudge), why(reader, shown), footer(reader, placeOf(nudge))],
    actions: [
      ...first.map(value => answer(value, value === 'done' ? 'positive' : undefined)),
      ...more.map(value => answer(value, 'overflow')),
      { type: 'Action.ToggleVisibility', title: words.nudge.why, targetElements: ['why'], mode: 'secondary' }
    ]
  })
}

const reasonLine = (_reader: Reader, { whyYou, whyNow }: NudgeView): Element =>
  text([whyYou, whyNow].filter(Boolean).join(' '), { isSubtle: true, spacing: 'Small' })

/** The receipt: each datum, and what decided it then. */
function why(reader: Reader, { nudge, receipt }: Shown): Element {
  const { locale } = reader
  const told = [...tellGrounds(nudge, locale), ...(receipt ? tellRecord(receipt, locale) : [])]
  return {
    type: 'Container',
    id: 'why',
    isVisible: false,
    style: 'emphasis',
    items: [
      ...told.flatMap(({ term, said }) => [
        text(term, { size: 'Small', weight: 'Bolder', spacing: 'Small' }),
        ...said.map(line => text(line, { size: 'Small', spacing: 'None' }))
      ]),
      ...(receipt ? [small(tellDecided(receipt, locale))] : [])
    ]
  }
}

export const nudgeDecided = (
  reader: Reader,
  {
    nudge,
    answer,
    pausedUntil
  }: { readonly nudge: NudgeView; readonly answer: GivenAnswer; readonly pausedUntil: Date | undefined }
): Card => decided(reader, nudge.action, outcomeOf(reader, nudge, answer, pausedUntil), placeOf(nudge))

function outcomeOf(reader: Reader, nudge: NudgeView, answer: GivenAnswer, pausedUntil: Date | undefined): string {
  const words = reader.words.nudge
  if (nudge.kind === 'check_in' && answer === 'done') return words.goesOn
  switch (answer) {
    case 'later_today':
    case 'next_week':
      return nudge.state === 'planned' ? words.again(moment(reader, nudge.dueAt)) : words.notAgain
    case 'pause':
      return pausedUntil ? words.pausedUntil(day(reader, pausedUntil.toISOString())) : words.answers.pause
    case 'done':
    case 'not_relevant':
    case 'fewer':
    case 'stop':
    case 'not_yet':
    case 'dropped':
      return words.decided[answer]
  }
}
