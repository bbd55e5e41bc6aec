/** The moment, the plan, and when to ask how it went. Pure. */
import { readWhen } from './listen.ts'
import { actionOf, cueOf } from './plan-words.ts'
import { deedIn, isLooseMoment, isMoment, isNoStep, momentIn, stepIn } from './steps.ts'
import { end, go, hasRoom, heardBack, planSlots, quoted, type Reply, type Talk } from './turn.ts'

export function cue(talk: Talk): Reply {
  const { heard, session, locale, words } = talk
  const empty = heard.no || heard.is('unsure') || (heard.yes && heard.words <= 2)
  if (empty && (session.tries > 0 || !hasRoom(talk, 1, 1))) return proposed(talk, { cue: words.someMoment, tries: 0 })
  if (empty) return go(talk, 'cue', { open: 'unsure', ask: 'cueMore', change: { tries: session.tries + 1 } })
  if (/^(?:because|porque|since|ya que)\b/u.test(heard.plain) && session.tries < 2)
    return go(talk, 'cue', { open: heardBack(talk).opens, ask: 'cueMore', change: { tries: session.tries + 1 } })
  const deed = deedIn(heard.text, locale)
  if (deed && session.tries < 2) {
    const action = actionOf(deed, locale)
    return go(talk, 'cue', { open: quoted(talk, action), ask: 'cueMore', change: { action, tries: session.tries + 1 } })
  }
  if (isLooseMoment(heard.plain) && session.tries === 0 && hasRoom(talk, 1, 1))
    return go(talk, 'cue', { open: heardBack(talk).opens, ask: 'cueMore', change: { tries: 1 } })
  const moment = momentIn(heard.text)
  if (!moment && session.tries < 2)
    return go(talk, 'cue', { open: heardBack(talk).opens, ask: 'cueMore', change: { tries: session.tries + 1 } })
  return proposed(talk, { cue: cueOf(moment ?? heard.text, locale), tries: 0 })
}

/** Late in a dialogue the plan and the moment to ask share one turn. */
export function proposed(talk: Talk, change: Partial<Talk['session']>): Reply {
  const next = hasRoom(talk, 2, 0) ? 'confirm' : 'whenPlan'
  return go(talk, next, { open: 'plan', ask: next, slots: planSlots(talk, change), change })
}

/** "Yes, but after lunch" and "no, rather on Friday" hold the correction already. */
const CORRECTION =
  /^(?:no|nope|not quite|not really|yes|si|sí|sí|casi|almost|mejor|rather)?[\s,.!:;–-]*(?:(?:but|pero|rather|mejor|better|make it|que sea|más bien|mas bien|instead)[\s,:]+)?(?<rest>.*)$/isu

export function confirm(talk: Talk): Reply {
  const { heard } = talk
  const rest = CORRECTION.exec(heard.text.trim())?.groups?.['rest'] ?? ''
  const corrects = /(?:\bbut\b|\bpero\b|\brather\b|\bmejor\b|\bmake it\b|que sea)/iu.test(heard.text)
  if (heard.yes && !(corrects && rest.split(' ').length >= 2))
    return go(talk, 'when', { open: 'agreed', ask: 'when', change: { tries: 0 } })
  if (heard.is('unsure') || (heard.no && rest.split(' ').length < 2))
    return go(talk, 'reopen', { open: 'disagree', ask: 'reopen' })
  if (heard.is('thanks')) return go(talk, 'when', { open: 'agreed', ask: 'when', change: { tries: 0 } })
  return corrected(talk, heard.yes || heard.no || corrects ? rest : heard.text)
}

export function reopen(talk: Talk): Reply {
  const { heard, session } = talk
  if (heard.is('unsure') || heard.no)
    return session.tries > 0
      ? end(talk, 'closed')
      : go(talk, 'smaller', { open: 'unsure', ask: 'smaller', change: { tries: 1 } })
  if (heard.words <= 3 && /\b(?:moment|momento|time|when|cuando|hora)\b/u.test(heard.plain))
    return go(talk, 'cue', { open: heardBack(talk).opens, ask: 'cue' })
  if (heard.words <= 3 && /\b(?:step|paso|action|accion)\b/u.test(heard.plain))
    return go(talk, 'options', { open: heardBack(talk).opens, ask: 'smaller' })
  return corrected(talk, heard.text)
}

/** A moment replaces the moment, a step the step; anything else is heard, and asked about once more. */
export function corrected(talk: Talk, text: string): Reply {
  const { heard, locale, session } = talk
  const step = stepIn(text, locale)
  if (!step && isMoment(text)) return proposed(talk, { cue: cueOf(momentIn(text) ?? text, locale), tries: 0 })
  if (!step && session.tries === 0 && (heard.words > 8 || isNoStep(heard.plain)))
    return go(talk, 'reopen', { open: heardBack(talk).opens, ask: 'reopen', change: { tries: 1 } })
  return proposed(talk, { action: actionOf(step ?? text, locale), tries: 0 })
}

/** A moment to ask settles the plan as it stands; anything else is a word about the plan. */
export function whenPlan(talk: Talk): Reply {
  const { heard } = talk
  const chosen = readWhen(heard.text)
  const weekday = heard.words <= 3 && heard.is('moment') && !heard.yes
  if (heard.is('unsure') && heard.words <= 6)
    return go(talk, 'when', { open: 'unsure', ask: 'whenAgain', change: { tries: 1 } })
  const settles = !heard.no && (weekday || (heard.words <= 6 && chosen !== undefined))
  return settles || chosen === 'never' ? when(talk) : confirm(talk)
}

export function when(talk: Talk): Reply {
  const { heard, session, words } = talk
  const plan = { cue: session.cue, action: session.action }
  const chosen = readWhen(heard.text)
  if (chosen === 'never' || (!chosen && heard.no))
    return { ...end(kept(talk), 'noFollowUp'), plan: { ...plan, when: 'never' } }
  const empty = heard.yes || heard.is('unsure') || heard.is('thanks')
  if (!chosen && !empty && session.tries === 0 && hasRoom(talk, 0, 1))
    return go(talk, 'when', { open: 'unclearWhen', ask: 'whenAgain', change: { tries: 1 } })
  // Another day than those on offer: the nearest, said so, rather than one more question.
  const settled = chosen ?? (empty ? 'tomorrow' : 'three_days')
  return {
    ...end(kept(talk), 'settled', { ...planSlots(talk), moment: words.moments[settled] }),
    plan: { ...plan, when: settled }
  }
}

const kept = (talk: Talk): Talk => ({ ...talk, session: { ...talk.session, lastAction: talk.session.action } })
