/** The scripted coach: a short GROW dialogue as a state machine. Pure: session and text in, reply and next session out. */
import { z } from 'zod'
import { readIfThen, readWhen, saysNo, saysStop, saysYes, type When } from './listen.ts'
import { coachWords, snippet, type Locale } from './words.ts'

export const sessionSchema = z.object({
  step: z.enum(['goal', 'reality', 'options', 'cue', 'confirm', 'when', 'rest']),
  goal: z.string().default(''),
  action: z.string().default(''),
  cue: z.string().default(''),
  /** Turns so far in this dialogue; varies the wording, so that no turn repeats. */
  turns: z.number().int().default(0)
})
export type Session = z.output<typeof sessionSchema>

export const freshSession: Session = { step: 'rest', goal: '', action: '', cue: '', turns: 0 }

export type Reply = {
  readonly text: string
  readonly session: Session
  /** Set in the turn in which the person settled on a plan and a moment. */
  readonly plan: { readonly cue: string; readonly action: string; readonly when: When } | undefined
}

export function respond(session: Session, text: string, locale: Locale): Reply {
  const words = coachWords(locale)
  const turn = (step: Session['step'], reply: string, change: Partial<Session> = {}): Reply => ({
    text: reply,
    session: { ...session, ...change, step, turns: session.turns + 1 },
    plan: undefined
  })
  if (saysStop(text)) return { text: words.stopped, session: freshSession, plan: undefined }
  const ready = readIfThen(text)
  if (ready && session.step !== 'when') return turn('confirm', words.confirm(ready.cue, ready.action), ready)
  const said = snippet(text)
  switch (session.step) {
    case 'rest':
      return isGreeting(text)
        ? turn('goal', words.hello)
        : turn('reality', words.askReality(said, session.turns), { goal: said })
    case 'goal':
      return turn('reality', words.askReality(said, session.turns), { goal: said })
    case 'reality':
      return turn('options', words.askOption(said, session.turns))
    case 'options':
      return saysNo(text)
        ? turn('options', words.smaller)
        : turn('cue', words.askCue(said, session.turns), { action: said })
    case 'cue':
      return turn('confirm', words.confirm(said, session.action), { cue: said })
    case 'confirm':
      if (saysYes(text)) return turn('when', words.askWhen)
      return saysNo(text)
        ? turn('options', words.reopen)
        : turn('confirm', words.confirm(session.cue, said), { action: said })
    case 'when':
      return settle(session, text, locale)
  }
}

function settle(session: Session, text: string, locale: Locale): Reply {
  const when = readWhen(text)
  if (!when && saysNo(text))
    return {
      text: coachWords(locale).noFollowUp,
      session: freshSession,
      plan: { cue: session.cue, action: session.action, when: 'never' }
    }
  return {
    text: coachWords(locale).settled(session.cue, session.action),
    session: freshSession,
    plan: { cue: session.cue, action: session.action, when: when ?? 'tomorrow' }
  }
}

const isGreeting = (text: string): boolean =>
  /^\W*(?:hi|hello|hey|good (?:morning|afternoon|evening)|hola|buen[oa]s(?: (?:d[ií]as|tardes|noches))?)\W*$/iu.test(
    text
  )
