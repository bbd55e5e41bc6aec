/** Preparation of a one-to-one: up to three points, an opening sentence, a question to ask. It ends in a plan for that moment. Pure. */
import { fill } from './say.ts'
import { bare, phrase } from './mirror.ts'
import { go, quoted, type Reply, type Talk } from './turn.ts'
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
    .map(point =>
      phrase(bare(point, locale).replace(/^que (?=(?:estoy|soy|tengo|no|me|quiero|necesito)(?= ))/iu, ''), 6)
    )
    .filter(point => /\p{L}{2}/u.test(point))

/** "Her workload" is "your workload" to her. */
const TO_THEM: Readonly<Record<Talk['locale'], readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\b(?:her|his|their)(?= \p{L})/giu, 'your'],
    [/\b(?:she|he) (?<verb>need|want|expect|think|see)s\b/giu, 'you $<verb>']
  ],
  es: [
    [/(?<!\p{L})sus(?= )/giu, 'tus'],
    [/(?<!\p{L})su(?= )/giu, 'tu'],
    [/(?<=(?:qué|que|cómo|como) (?:lo |me )?(?:necesita|quiere|espera|piensa|ve|lleva))(?!\p{L})/giu, 's']
  ]
}
const CLAUSE = /^(?:i|we|i'm|i’m|estoy|soy|tengo|no|me|quiero|necesito)(?= )/iu
const SOMEBODY = /(?<!\p{L})(?:he|she|they|him|them|él|ella|ellos|ellas)(?!\p{L})/iu

const spokenTo = (point: string, locale: Talk['locale']): string =>
  TO_THEM[locale].reduce((text, [from, to]) => text.replace(from, to), point)

/** The points as they are said to the other person; undefined when one would not read well there. */
function toThem(points: readonly string[], { locale, words }: Talk): string | undefined {
  const said = points.map(point => spokenTo(point, locale))
  if (said.length === 0 || said.some(point => SOMEBODY.test(point) || point.includes('…'))) return undefined
  if (said.length === 1 || said.some(point => CLAUSE.test(point))) return said.join('; ')
  return `${said.slice(0, -1).join(', ')} ${words.and} ${said.at(-1)}`
}

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
  const listed = toThem(session.points, talk)
  const openings = listed ? words.listed.map(opening => fill(opening, { points: listed })) : words.openings
  const line = openings[(session.used['op'] ?? 0) % openings.length] ?? ''
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
    open: taken ? 'taken' : quoted(talk, opening),
    ask: 'oneAsk',
    change: { action: fill(words.meeting.say, { line: opening.replace(/[.!]+$/u, '') }), tries: 0 }
  })
}

/** "What should I ask?" is no question for the other person. */
const ASKS_BACK =
  /\b(?:(?:should|do|could|can) i ask\b|(?:what|which).{0,25}\bi (?:should|could|can) ask|que (?:le |les )?(?:pregunto|puedo preguntar|deberia preguntar))/u

export function oneAsk(talk: Talk): Reply {
  const { heard, session, words } = talk
  const empty = heard.is('unsure') || heard.no || heard.yes || heard.is('agrees') || ASKS_BACK.test(heard.plain)
  if (empty && session.tries === 0) {
    const question = questionFor(talk)
    return go(talk, 'oneAsk', {
      open: 'askIdeas',
      ask: 'fitsYou',
      slots: { draft: question },
      change: { tries: 1, offered: [question], used: { ...session.used, q: (session.used['q'] ?? 0) + 1 } }
    })
  }
  const asks = empty || heard.is('thanks') ? (session.offered[0] ?? '') : heard.text
  const line = asks.replaceAll(/\s+/gu, ' ').trim().slice(0, 90)
  return proposed(talk, {
    cue: words.meeting.cue,
    action: `${session.action}${line ? fill(words.meeting.ask, { line }) : ''}`,
    tries: 0
  })
}

/** A thing of theirs to ask about. */
const THING = /^(?:my|our|your|the|mi|mis|tu|tus|el|la|los|las|nuestr[oa]s?)(?= )/iu

/** About the first of their points that can be asked about, else one that always fits. */
function questionFor({ session, words, locale }: Talk): string {
  const at = session.used['q'] ?? 0
  const point = session.points.map(each => spokenTo(each, locale)).find(each => THING.test(each) && !each.includes('…'))
  const from = point ? words.questionsAbout : words.questions
  return fill(from[at % from.length] ?? '', { point: point ?? '' })
}
