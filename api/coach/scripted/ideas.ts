/** Ideas come when asked for or allowed, two at a time, and become a plan in the person's own words. Pure. */
import { clarified, settleAction, toOptions } from './grow.ts'
import { actionForYou, asMine } from './plan-words.ts'
import { go, heardBack, remember, type Reply, type Talk } from './turn.ts'

export function offerIdeas(talk: Talk): Reply {
  const { session, heard, words } = talk
  const topic = heard.topic ?? session.topic
  const fresh = session.step === 'rest' || session.goal === ''
  if (fresh && !topic) return go(talk, 'goal', { open: 'advice', ask: 'goalMore' })
  const list = topic ? words.topics[topic].ideas : words.ideas
  const name = `i:${topic ?? 'any'}`
  const from = session.used[name] ?? 0
  const [a = '', b = ''] = [list[from % list.length], list[(from + 1) % list.length]]
  const change = {
    topic,
    goal: session.goal || heard.text.slice(0, 200),
    offered: [a, b],
    tries: 0,
    used: { ...session.used, [name]: (from + 2) % list.length },
    facts: [...(fresh ? remember(talk, heardBack(talk).fact) : session.facts)]
  }
  return go(talk, 'pick', { open: 'ideas', ask: 'pick', slots: { a, b }, change })
}

/** Who does not know is asked whether ideas may come; who does not know again gets them. */
export const options = (talk: Talk): Reply =>
  talk.heard.is('unsure') && talk.session.tries > 0 && talk.session.tries < 3 ? offerIdeas(talk) : toOptions(talk)

export function permission(talk: Talk): Reply {
  const { heard } = talk
  if (heard.no && !heard.is('unsure'))
    return go(talk, 'options', { open: 'noPermission', ask: 'smaller', change: { tries: 3 } })
  if (heard.yes || heard.words <= 3 || heard.is('unsure')) return offerIdeas(talk)
  return toOptions(talk)
}

export function pick(talk: Talk): Reply {
  const { heard, session, locale } = talk
  const chosen =
    heard.words <= 6 && heard.is('second')
      ? session.offered[1]
      : heard.words <= 6 && (heard.is('first') || heard.yes)
        ? session.offered[0]
        : undefined
  if (chosen)
    return go(talk, 'own', {
      open: 'resolve',
      ask: 'own',
      slots: { do: chosen },
      change: { action: asMine(chosen, locale), tries: 0 }
    })
  if (heard.no || heard.is('unsure'))
    return go(talk, 'friend', { open: heard.no ? 'disagree' : 'unsure', ask: 'friend', change: { tries: 2 } })
  return toOptions(talk)
}

/** "In your own words?": a shrug leaves the idea as it stands. */
export function own(talk: Talk): Reply {
  const { heard, session, locale } = talk
  if (heard.no) return go(talk, 'friend', { open: 'disagree', ask: 'friend', change: { action: '' } })
  if (heard.yes || heard.is('unsure') || heard.words < 2)
    return go(talk, 'cue', {
      open: 'resolve',
      ask: 'cue',
      slots: { do: actionForYou(session.action, locale) ?? session.action }
    })
  return clarified(talk) ?? settleAction(talk)
}
