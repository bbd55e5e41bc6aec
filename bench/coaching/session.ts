/** Plays sessions: one simulated person of each kind, twenty sessions in a row with the memory kept between them. */
import { freshSession, respond, type Session } from '../../api/coach/scripted/scripted.ts'
import { diceOf, personOf, type Kind, type Locale, type Turn } from './person.ts'

export type Exchange = { readonly person: Turn; readonly coach: string }
export type Played = {
  readonly kind: Kind
  readonly exchanges: readonly Exchange[]
  readonly plan: { readonly cue: string; readonly action: string } | undefined
  /** The person left on their own: such a session is not finished. */
  readonly left: boolean
}
/** What a session may be answered by: an engine's pure function, so that another engine can be measured the same way. */
export type Answer = (session: Session, text: string, locale: Locale) => ReturnType<typeof respond>

/** The languages are measured whether or not they are offered yet. */
export const scripted: Answer = (session, text, locale) => respond(session, text, locale, ['en', 'es'])

const SESSIONS = 20
const LONGEST = 24

export function playAll(
  kinds: readonly Kind[],
  locale: Locale,
  seed: number,
  answer: Answer
): readonly (readonly Played[])[] {
  return kinds.map((kind, at) => {
    const dice = diceOf(seed * 1000 + at)
    let memory = freshSession
    return Array.from({ length: SESSIONS }, () => {
      const { played, session } = play({ kind, locale, memory, answer, person: personOf(kind, locale, dice) })
      memory = session
      return played
    })
  })
}

type Playing = {
  readonly kind: Kind
  readonly locale: Locale
  readonly memory: Session
  readonly answer: Answer
  readonly person: ReturnType<typeof personOf>
}

function play({ kind, locale, memory, answer, person }: Playing): {
  readonly played: Played
  readonly session: Session
} {
  const exchanges: Exchange[] = []
  let session = memory
  let turn = person.opens()
  while (exchanges.length < LONGEST) {
    const reply = answer(session, turn.text, locale)
    exchanges.push({ person: turn, coach: reply.text })
    session = reply.session
    if (turn.leaves || reply.session.step === 'rest')
      return {
        played: {
          kind,
          exchanges,
          plan: reply.plan,
          left: turn.leaves && !reply.plan && reply.session.step === 'rest'
        },
        session
      }
    turn = person.answers(reply.text)
  }
  return { played: { kind, exchanges, plan: undefined, left: false }, session: { ...session, step: 'rest' } }
}
