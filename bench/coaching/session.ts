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
type Answered<Memory> = {
  readonly text: string
  readonly plan: Played['plan']
  readonly memory: Memory
  /** The session ends here. */
  readonly over: boolean
  /** Whoever wants to go is let go. */
  readonly letsGo: boolean
}
/** An engine as it is measured; what it keeps of a person is its own. */
export type Coach<Memory> = {
  readonly name: string
  readonly fresh: Memory
  answer(memory: Memory, text: string, locale: Locale): Answered<Memory> | Promise<Answered<Memory>>
  /** What it keeps of a session that the person ended, or that went on for ever. */
  ended(memory: Memory): Memory
}

/** The languages are measured whether or not they are offered yet. */
export const scripted: Coach<Session> = {
  name: 'scripted',
  fresh: freshSession,
  answer: (memory, text, locale) => {
    const { session, ...said } = respond(memory, text, locale, ['en', 'es'])
    const atRest = session.step === 'rest'
    return { ...said, memory: session, over: atRest, letsGo: atRest }
  },
  ended: session => ({ ...session, step: 'rest' })
}

const SESSIONS = 20
const LONGEST = 24

type Wanted = { readonly locale: Locale; readonly seed: number; readonly sessions?: number }

export async function playAll<Memory>(
  coach: Coach<Memory>,
  kinds: readonly Kind[],
  { locale, seed, sessions = SESSIONS }: Wanted
): Promise<readonly (readonly Played[])[]> {
  const people: (readonly Played[])[] = []
  for (const [at, kind] of kinds.entries()) {
    const dice = diceOf(seed * 1000 + at)
    const one: Played[] = []
    let memory = coach.fresh
    while (one.length < sessions) {
      const session = await play({ kind, locale, memory, coach, person: personOf(kind, locale, dice) })
      one.push(session.played)
      ;({ memory } = session)
    }
    people.push(one)
  }
  return people
}

type Playing<Memory> = {
  readonly kind: Kind
  readonly locale: Locale
  readonly memory: Memory
  readonly coach: Coach<Memory>
  readonly person: ReturnType<typeof personOf>
}

async function play<Memory>({ kind, locale, memory: before, coach, person }: Playing<Memory>): Promise<{
  readonly played: Played
  readonly memory: Memory
}> {
  const exchanges: Exchange[] = []
  let memory = before
  let turn = person.opens()
  while (exchanges.length < LONGEST) {
    const { text, plan, over, letsGo, ...kept } = await coach.answer(memory, turn.text, locale)
    exchanges.push({ person: turn, coach: text })
    ;({ memory } = kept)
    if (turn.leaves || over)
      return {
        played: { kind, exchanges, plan, left: turn.leaves && !plan && letsGo },
        memory: over ? memory : coach.ended(memory)
      }
    turn = person.answers(text)
  }
  return { played: { kind, exchanges, plan: undefined, left: false }, memory: coach.ended(memory) }
}
