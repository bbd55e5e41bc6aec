import { PULSE_ANSWERS, PULSE_QUESTIONS, type PulseAnswer, type PulseQuestion } from '../../api/contract/pulse.ts'
import { PULSE_WORDS } from '../../api/contract/pulse-words.ts'
import { card, decided, footer, heading, press, small, text, type Card, type Element, type Reader } from './card.ts'

type Given = Readonly<Record<PulseQuestion, PulseAnswer | null>>
export const NOTHING_SAID: Given = { helped: null, changed: null }
type Shown = { readonly to: string; readonly nudgeId: string; readonly given: Given }

/** Two questions, one tap each. What is answered stands as said; when both are, nothing is left to tap. */
export function pulseCard(reader: Reader, { to, nudgeId, given }: Shown): Card {
  const said = PULSE_WORDS[reader.locale]
  const isOver = PULSE_QUESTIONS.every(question => given[question])
  const choose = (title: string, choice: unknown, look?: 'overflow'): Element =>
    press(reader, { title, verb: 'pulse', data: { to, nudgeId, press: choice }, ...(look ? { look } : {}) })
  const ask = (question: PulseQuestion): readonly Element[] => {
    const words = said.questions[question]
    const answer = given[question]
    if (answer) return [text(said.given(words.ask, words[answer]), { weight: 'Bolder' })]
    const answers = PULSE_ANSWERS.map(each => choose(words[each], { question, answer: each }))
    return [text(words.ask), { type: 'ActionSet', actions: answers }]
  }
  return card(reader, {
    fallbackText: isOver ? said.thanks : said.title,
    body: [
      heading(isOver ? said.thanks : said.title),
      ...PULSE_QUESTIONS.flatMap(ask),
      small(said.private),
      footer(reader, 'nudges')
    ],
    actions: isOver ? [] : [choose(said.skip, 'skip'), choose(said.never, 'never', 'overflow')]
  })
}

export const pulseDecided = (reader: Reader, outcome: 'skipped' | 'stopped'): Card =>
  decided(reader, PULSE_WORDS[reader.locale].title, PULSE_WORDS[reader.locale][outcome], 'nudges')
