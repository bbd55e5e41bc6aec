import type { NudgeAnswer, NudgeView } from '../../api/contract/nudges.ts'
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

const PRIMARY = ['done', 'later_today', 'next_week'] as const
const OVERFLOW = ['not_relevant', 'fewer', 'pause', 'stop'] as const

/** What, why you, why now; one tap for every answer; the reason behind it one tap away. */
export function nudgeCard(reader: Reader, { to, nudge }: { readonly to: string; readonly nudge: NudgeView }): Card {
  const { words } = reader
  const answer = (value: NudgeAnswer, look?: 'positive' | 'overflow'): Element =>
    press(reader, {
      title: words.nudge.answers[value],
      verb: 'nudge',
      data: { to, nudgeId: nudge.nudgeId, answer: value },
      ...(look ? { look } : {})
    })
  return card(reader, {
    fallbackText: words.toast,
    body: [heading(nudge.action), reasonLine(reader, nudge), why(reader, nudge), footer(reader, 'nudges')],
    actions: [
      ...PRIMARY.map(value => answer(value, value === 'done' ? 'positive' : undefined)),
      ...OVERFLOW.map(value => answer(value, 'overflow')),
      { type: 'Action.ToggleVisibility', title: words.nudge.why, targetElements: ['why'], mode: 'secondary' }
    ]
  })
}

const reasonLine = (_reader: Reader, { whyYou, whyNow }: NudgeView): Element =>
  text([whyYou, whyNow].filter(Boolean).join(' '), { isSubtle: true, spacing: 'Small' })

function why({ words }: Reader, nudge: NudgeView): Element {
  const facts = [
    [words.nudge.whyYou, nudge.whyYou],
    [words.nudge.whyNow, nudge.whyNow],
    [words.nudge.data, nudge.dataUsed.join(', ')]
  ] as const
  return {
    type: 'Container',
    id: 'why',
    isVisible: false,
    style: 'emphasis',
    items: [
      ...facts.filter(([, value]) => value).map(([title, value]) => small(`${title}: ${value}`)),
      ...(nudge.evidence ? [small(`${words.nudge.evidence}: ${nudge.evidence}`)] : [])
    ]
  }
}

export const nudgeDecided = (
  reader: Reader,
  {
    nudge,
    answer,
    pausedUntil
  }: { readonly nudge: NudgeView; readonly answer: NudgeAnswer; readonly pausedUntil: Date | undefined }
): Card => decided(reader, nudge.action, outcomeOf(reader, nudge, answer, pausedUntil), 'nudges')

function outcomeOf(reader: Reader, nudge: NudgeView, answer: NudgeAnswer, pausedUntil: Date | undefined): string {
  const words = reader.words.nudge
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
      return words.decided[answer]
  }
}
