/** Goal, reality, options, will: what each step makes of an answer, and where it leads. Pure. */
import { actionForYou, actionOf, cueOf } from './plan-words.ts'
import { flip, phrase } from './mirror.ts'
import { fill, type Variants } from './say.ts'
import { isNoStep, momentAtEnd, stepIn } from './steps.ts'
import { askAbout, end, go, hasRoom, heardBack, quoted, remember, type Reply, type Talk } from './turn.ts'
import { proposed } from './will.ts'

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
  if (heard.yes && heard.words <= 3 && session.tries > 0)
    return session.tries > 1
      ? end(talk, 'closed')
      : go(talk, 'goal', { open: 'skills', ask: 'goal', change: { tries: 2 } })
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
  if ((heard.is('unsure') && heard.words <= 8) || (heard.no && heard.words <= 2))
    return go(talk, 'options', { open: 'unsure', ask: askAbout(talk, 'options'), change: { tries: 0 } })
  const back = heardBack(talk)
  if (heard.words <= 2 && session.tries === 0 && hasRoom(talk, 5, 1))
    return go(talk, 'reality', { open: back.opens, ask: 'more', change: { tries: 1 } })
  const change = { topic: session.topic ?? heard.topic, facts: [...remember(talk, back.fact)], tries: 0 }
  const moved = { ...talk, session: { ...session, ...change } }
  // Whoever already says what they will do is not asked what they could do.
  if (resolves(talk)) return settleAction(moved)
  // After a hard word about oneself the next question is a kind one.
  if (heard.is('self')) return go(moved, 'friend', { open: back.opens, ask: 'friend' })
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
    if (session.tries > 2) return go(talk, 'build', { open: 'later', ask: 'build' })
    if (session.tries === 0 && hasRoom(talk, 5, 1)) return go(talk, 'friend', { open, ask: 'friend', change })
    return go(talk, 'permission', { open, ask: 'permission', change })
  }
  return clarified(talk) ?? settleAction(talk)
}

/** The step itself: turned to "you" where it does, else quoted. */
function saidBack(talk: Talk, action: string): Variants {
  const you = flip(action, talk.locale)
  return you
    ? { name: 'f:you', of: talk.words.frames.you.map(frame => fill(frame, { you })) }
    : quoted(talk, phrase(action, 11))
}

const settledBy = ({ session, heard }: Talk): Partial<Talk['session']> => ({
  tries: 0,
  topic: session.topic ?? heard.topic
})

/** A step was named: hedged, it is weighed first; else its moment is asked for. */
export function settleAction(talk: Talk): Reply {
  const { heard, locale, session } = talk
  const step = stepIn(heard.text, locale) ?? heard.text
  const timed = momentAtEnd(step)
  if (timed)
    return proposed(talk, {
      ...settledBy(talk),
      action: actionOf(timed.step, locale),
      cue: cueOf(timed.moment, locale)
    })
  const action = actionOf(step, locale)
  // A plan was on the table, and only its step was wanted otherwise.
  if (session.cue) return proposed(talk, { ...settledBy(talk), action })
  const doing = actionForYou(action, locale)
  const change = { ...settledBy(talk), action }
  const shown = doing ? { open: 'resolve' as const, slots: { do: doing } } : { open: saidBack(talk, action) }
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
