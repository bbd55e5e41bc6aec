/** Beside the chat: the tab, a session without a trace, the courses, and the coach inside a learning system. */
import { wordsFor } from '../../tab/words.ts'
import { kept } from './acting.ts'
import type { Hands } from './hands.ts'
import type { Step } from './step.ts'

/** She reads Spanish. */
const WORDS = wordsFor('es')
const SESSION = WORDS.coachPage.private
const UNTOLD = 'Me cuesta pedir ayuda a mi equipo'

const isAnswered = (hands: Hands): boolean => {
  const region = hands.read('private-title')
  return region.includes(UNTOLD) && region.includes(WORDS.aiLabel)
}

export const BESIDE: readonly Step[] = [
  {
    title: 'The private tab',
    does: 'She opens the tab: Teams proves who she is, CI gives it a token of five minutes.',
    look: 'The same thread, the plan and the courses. What she writes here does not pass through Teams.',
    person: 'newcomer',
    view: 'tab',
    run: async () => undefined,
    appeared: async ({ hands }) => hands.isOpen()
  },
  {
    title: 'A session without a trace',
    does: `She presses “${SESSION.begin}” and writes what she would tell nobody.`,
    look: 'The dashed frame: she is answered, and all of it lives in this page alone. Open another view and come back: it is gone.',
    person: 'newcomer',
    view: 'tab',
    run: async ({ hands }) => {
      await hands.press(SESSION.begin)
      await hands.write(SESSION.composer, UNTOLD)
      await hands.press(WORDS.send)
    },
    appeared: async ({ hands }) => isAnswered(hands),
    proof: async ({ newcomer }) => {
      const { messages } = await kept(newcomer)
      const among = messages.filter(({ text }) => text.includes(UNTOLD)).length
      return `CI keeps ${messages.length} messages of her conversations. Among them “${UNTOLD}”: ${among} times.`
    }
  },
  {
    title: 'One sign-in for the courses',
    does: 'She opens the learning site, which signs her in through CI and her company’s PingFederate.',
    look: 'Open the link and press “Sign in” on the simulated page, where her name is filled in: the courses are there.',
    person: 'newcomer',
    view: 'learning',
    run: async () => undefined,
    appeared: async () => true
  },
  {
    title: 'The coach in a learning system',
    does: 'Her company has another learning system, on another site. One line of HTML puts the coach into a course.',
    look: 'Open a course with the coach in it, press “Iniciar sesión” in its frame (her company knows her from the step before) and write one line.',
    person: 'newcomer',
    view: 'learning',
    run: async () => undefined,
    appeared: async () => true,
    proof: async ({ newcomer }) => {
      const lines = (await kept(newcomer)).messages.filter(
        ({ from, surface }) => from === 'person' && surface === 'lms'
      )
      const last = lines.at(-1)
      return last
        ? `CI heard her from the learning system, in the same conversation: “${last.text}”`
        : 'CI has heard nothing from the learning system yet; this line changes when she writes there.'
    }
  }
]
