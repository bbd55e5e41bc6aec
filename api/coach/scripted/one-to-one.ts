/** Preparation of a one-to-one: up to three points, an opening sentence, a question to ask. It ends in a plan for that moment. Pure. */
import { fill } from './say.ts'
import { bare, phrase } from './mirror.ts'
import { go, heardBack, type Reply, type Talk } from './turn.ts'
import { proposed } from './will.ts'

const MOST_POINTS = 3
const ENOUGH = 2

export function beginOneToOne(talk: Talk): Reply {
  const { heard } = talk
  return go(talk, 'onePoints', {
    open: 'oneToOne',
    ask: 'onePoints',
    change: { goal: heard.text.slice(0, 200), topic: heard.topic, points: [], lines: [], tries: 0 }
  })
}

/** "A, B and C", "1. A 2. B", one a line. */
const pointsIn = (text: string, locale: Talk['locale']): readonly string[] =>
  text
    .split(/\n|;|,|(?:^|\s)\d[.):]\s|\s[-•]\s|\s(?:and|then|also|plus|y|también|luego|además)\s|\.\s/u)
    .map(point => phrase(bare(point, locale), 6))
    .filter(point => /\p{L}{2}/u.test(point))

export function onePoints(talk: Talk): Reply {
  const { heard, session, locale, words } = talk
  const done = heard.no || heard.is('enough') || heard.is('unsure')
  const points = [...session.points, ...(done || heard.yes ? [] : pointsIn(heard.text, locale))].slice(0, MOST_POINTS)
  const change = { points, tries: session.tries + 1 }
  if (points.length === 0 && session.tries === 0)
    return go(talk, 'onePoints', { open: 'unsure', ask: 'goalMore', change })
  if (points.length < ENOUGH && !done && session.tries === 0)
    return go(talk, 'onePoints', { open: 'agenda', ask: 'oneMore', slots: { points: points.join('; ') }, change })
  const listed = { points: points.join('; ') }
  return go(talk, 'oneOpening', {
    open: points.length > 0 ? 'agenda' : 'unsure',
    ask: 'oneOpening',
    slots: listed,
    change: { ...change, tries: 0, lines: [words.openings[0] ?? ''] }
  })
}

export function oneOpening(talk: Talk): Reply {
  const { heard, session, words } = talk
  const line = words.openings[(session.used['op'] ?? 0) % words.openings.length] ?? ''
  if ((heard.is('unsure') || heard.no || heard.is('words')) && session.tries < 3)
    return go(talk, 'oneOpening', {
      open: 'openingDraft',
      ask: 'fitsYou',
      slots: { draft: line },
      change: { tries: session.tries + 1, lines: [line], used: { ...session.used, op: (session.used['op'] ?? 0) + 1 } }
    })
  const taken = heard.yes || heard.is('agrees') || heard.is('thanks') || heard.words <= 2
  const opening = taken ? (session.lines[0] ?? '') : heard.text.replaceAll(/\s+/gu, ' ').trim().slice(0, 90)
  return go(talk, 'oneAsk', {
    open: taken ? 'taken' : heardBack(talk).opens,
    ask: 'oneAsk',
    change: { action: fill(words.meeting.say, { line: opening.replace(/[.!]+$/u, '') }), tries: 0 }
  })
}

export function oneAsk(talk: Talk): Reply {
  const { heard, session, words } = talk
  const question = words.questions[(session.used['q'] ?? 0) % words.questions.length] ?? ''
  if ((heard.is('unsure') || heard.no) && session.tries === 0)
    return go(talk, 'oneAsk', {
      open: 'askIdeas',
      ask: 'fitsYou',
      slots: { draft: question },
      change: { tries: 1, used: { ...session.used, q: (session.used['q'] ?? 0) + 1 } }
    })
  const asks = heard.yes || heard.no || heard.is('unsure') || heard.is('agrees') ? question : heard.text
  const line = asks.replaceAll(/\s+/gu, ' ').trim().slice(0, 90)
  return proposed(talk, {
    cue: words.meeting.cue,
    action: `${session.action}${fill(words.meeting.ask, { line })}`,
    tries: 0
  })
}
