/** Goal, reality, options, will: what each step makes of an answer, and where it leads. Pure. */
import { actionForYou, actionOf } from './plan-words.ts'
import { apart, phrase } from './mirror.ts'
import { fill } from './say.ts'
import { isNoStep, stepIn } from './steps.ts'
import { askAbout, go, hasRoom, heardBack, remember, type Reply, type Talk } from './turn.ts'

const said = ({ heard }: Talk): string => heard.text.replaceAll(/\s+/gu, ' ').trim().slice(0, 400)

/** Whoever comes to the point late, or tells how it is with it, is not asked how it is. */
const EARLY = 2
const TOLD = 16

export function goal(talk: Talk): Reply {
  const { heard, session } = talk
  if (heard.is('kept')) return go(talk, 'helped', { open: 'kept', ask: 'helped' })
  if (heard.is('missed'))
    return go(talk, 'gotInWay', { open: 'missed', ask: 'gotInWay', change: { goal: session.lastAction } })
  const vague = heard.is('vagueGoal') || (heard.yes && heard.words <= 3) || (heard.words <= 2 && !heard.topic)
  if (heard.is('unsure') && heard.words <= 8)
    return go(talk, 'goal', {
      open: 'unsure',
      ask: session.tries > 0 ? 'friend' : 'goalMore',
      change: { tries: session.tries + 1 }
    })
  const back = heardBack(talk)
  if (vague && session.tries === 0)
    return go(talk, 'goal', { open: heard.yes ? 'empty' : back.opens, ask: 'goalMore', change: { tries: 1 } })
  const change = {
    goal: said(talk),
    topic: heard.topic ?? session.topic,
    facts: [...remember(talk, back.fact)],
    tries: 0
  }
  const moved = { ...talk, session: { ...session, ...change } }
  if (resolves(talk)) return settleAction(moved)
  if (session.turns > EARLY || (session.turns > 1 && heard.words > TOLD))
    return go(moved, 'options', { open: back.opens, ask: askAbout(moved, 'options') })
  return go(moved, 'reality', { open: back.opens, ask: back.many ? 'which' : askAbout(moved, 'reality') })
}

export function reality(talk: Talk): Reply {
  const { heard, session } = talk
  if (heard.yes && heard.words <= 3 && session.tries === 0)
    return go(talk, 'reality', { open: 'empty', ask: 'more', change: { tries: 1 } })
  if (heard.is('unsure') && heard.words <= 8)
    return go(talk, 'options', { open: 'unsure', ask: askAbout(talk, 'options'), change: { tries: 0 } })
  const back = heardBack(talk)
  if (heard.words <= 2 && session.tries === 0 && hasRoom(talk, 5, 1))
    return go(talk, 'reality', { open: back.opens, ask: 'more', change: { tries: 1 } })
  const change = { topic: session.topic ?? heard.topic, facts: [...remember(talk, back.fact)], tries: 0 }
  const moved = { ...talk, session: { ...session, ...change } }
  // Whoever already says what they will do is not asked what they could do.
  if (resolves(talk)) return settleAction(moved)
  return go(moved, 'options', { open: back.opens, ask: askAbout(moved, 'options') })
}

/** Said outright: "I will", "I could". */
const RESOLVES =
  /(?:^|[.!] )(?:i(?:'ll| will| could| should| am going to|'m going to) |maybe i (?:could|should) |(?:quizas? |tal vez )?(?:podria|deberia) |voy a )/u
const resolves = ({ heard, locale }: Talk): boolean =>
  RESOLVES.test(heard.plain) && heard.words >= 4 && stepIn(heard.text, locale) !== undefined

/** A short answer that names no known deed is taken as one when it was asked for twice. */
const SHORT_STEP = 12

/** No step of their own in it: what was said is heard first, then asked again from another side. */
export const clarified = (talk: Talk): Reply | undefined => {
  const { heard, session, locale } = talk
  if (
    stepIn(heard.text, locale) ||
    (session.tries > 0 && heard.words <= SHORT_STEP && !isNoStep(heard.plain)) ||
    session.tries > 1
  )
    return undefined
  const back = heardBack(talk)
  const change = { tries: session.tries + 1, facts: [...remember(talk, back.fact)] }
  return session.tries === 1
    ? go(talk, 'permission', { open: back.opens, ask: 'permission', change })
    : go(talk, 'friend', { open: back.opens, ask: 'friend', change })
}

export function toOptions(talk: Talk): Reply {
  const { heard, session } = talk
  if (heard.no || heard.is('unsure') || (heard.yes && heard.words <= 2)) {
    const open = heard.yes && !heard.is('unsure') ? 'empty' : 'unsure'
    const change = { tries: session.tries + 1 }
    if (session.tries === 0 && hasRoom(talk, 4, 1)) return go(talk, 'friend', { open, ask: 'friend', change })
    return session.tries === 1 || !hasRoom(talk, 4, 1)
      ? go(talk, 'permission', { open, ask: 'permission', change })
      : go(talk, 'smaller', { open, ask: 'smaller', change })
  }
  return clarified(talk) ?? settleAction(talk)
}

/** The step itself, where it does not turn to "you". */
const quoted = ({ words }: Talk, action: string) => ({
  name: 'f:said',
  of: words.frames.said.map(frame => fill(frame, { said: apart(phrase(action, 11)) }))
})

/** A step was named: hedged, it is weighed first; else its moment is asked for. */
export function settleAction(talk: Talk): Reply {
  const { heard, locale, session } = talk
  const action = actionOf(stepIn(heard.text, locale) ?? heard.text, locale)
  const doing = actionForYou(action, locale)
  const change = { action, tries: 0, topic: session.topic ?? heard.topic }
  const shown = doing ? { open: 'resolve' as const, slots: { do: doing } } : { open: quoted(talk, action) }
  return heard.is('hedge') && hasRoom(talk, 3, 1)
    ? go(talk, 'scale', { ...shown, ask: 'scale', change })
    : go(talk, 'cue', { ...shown, ask: 'cue', change })
}

const SURE = 7
const READY = 4

export function scale(talk: Talk): Reply {
  const { heard } = talk
  const slots = { n: String(heard.number ?? '') }
  const change = { points: [slots.n], tries: 0 }
  if (heard.number === undefined)
    return heard.no && !heard.yes
      ? go(talk, 'smaller', { open: 'disagree', ask: 'smaller' })
      : go(talk, 'cue', { open: heard.words > 2 ? heardBack(talk).opens : 'agreed', ask: 'cue' })
  if (heard.number < READY) return go(talk, 'smaller', { open: 'low', ask: 'smaller', slots, change })
  return heard.number < SURE && hasRoom(talk, 3, 1)
    ? go(talk, 'why', { open: 'score', ask: 'why', slots, change })
    : go(talk, 'cue', { open: 'score', ask: 'cue', slots, change })
}

export const why = (talk: Talk): Reply =>
  go(talk, 'cue', { open: talk.heard.is('unsure') ? 'unsure' : heardBack(talk).opens, ask: 'cue' })

export function helped(talk: Talk): Reply {
  return go(talk, 'build', {
    open: talk.heard.is('unsure') || talk.heard.words < 2 ? 'keep' : heardBack(talk).opens,
    ask: 'build'
  })
}

export function gotInWay(talk: Talk): Reply {
  const back = heardBack(talk)
  const open = talk.heard.is('unsure') ? ('unsure' as const) : back.opens
  return go(talk, 'smaller', {
    open,
    ask: 'smaller',
    change: { topic: talk.session.topic ?? talk.heard.topic, facts: [...remember(talk, back.fact)] }
  })
}
