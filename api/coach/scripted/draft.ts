/** "How do I say this?": a sentence to use, in the turn in which it was asked for, made from what the person said. Pure. */
import { countWords } from './fold.ts'
import { hear } from './hear.ts'
import { bare } from './mirror.ts'
import { fill, type Variants } from './say.ts'
import { cueOf } from './plan-words.ts'
import { cue as toCue } from './will.ts'
import { go, hasRoom, quoted, type Reply, type Talk } from './turn.ts'

const TOLD: readonly RegExp[] = [
  /\b(?:tell|telling)\s+(?:(?:my|the|our|a)\s+)?[\p{L}’']+(?:\s(?!that|i\b|we\b|it\b|the\b|no\b|about\b|his\b|her\b|their\b|he\b|she\b)[\p{L}’']+)?\s+(?:that\s+)?(?<what>(?:i|we|my|our|it|the|this|he|she|they|there|his|her|their)\b.{4,140})/iu,
  /\b(?:say|explain|mention|bring up|phrase|write)\s+(?:to\s+[\p{L} ]{2,20}?\s+)?that\s+(?!to\b|in\b|without\b|so\b)(?<what>.{6,140})/iu,
  /(?:dec\p{L}*|dig[oa]|explic\p{L}*|cuent\p{L}*|contar\p{L}*|plante\p{L}*|escrib\p{L}*|pid\p{L}*)\s+(?:a(?:l)?\s+(?:mi\s+|la\s+|el\s+)?\p{L}+(?:\s\p{L}+)?\s+)?que\s+(?<what>.{6,140})/iu
]
const MOST = 13

/** What is to be told, in the first person it was said in. */
function told(text: string): string | undefined {
  const what = TOLD.map(pattern => pattern.exec(text)?.groups?.['what']).find(Boolean)
  const clean = what
    ?.replace(/[?!.…].*$/su, '')
    .replace(/\s+(?:without\s\p{L}+ing|sin\s(?:que|\p{L}+(?:ar|er|ir)\p{L}*))(?!\p{L}).*$/iu, '')
    .replace(/\s+(?:in a (?:nice|good|polite) way|nicely|politely)$/iu, '')
    .trim()
  const direct = clean && toThem(clean)
  return direct && usable(direct) ? direct : undefined
}

/** What is said of them, as it is said to them; undefined where the verb is not sure. */
function toThem(what: string): string | undefined {
  const spoken = what
    .replace(/^(?:his|her|their)(?= )/iu, 'your')
    .replace(/^(?:he|she) (?:is|’s|'s)(?= )/iu, 'you are')
    .replace(/^(?:he|she) has(?= )/iu, 'you have')
    .replace(/^(?:he|she) was(?= )/iu, 'you were')
    .replace(/^(?:he|she) does(?= |n)/iu, 'you do')
    .replace(
      /^(?:he|she) (?<often>(?:always|never|often) )?(?!always|his)(?<verb>[a-z]{2,})s(?= |$)/iu,
      (_, often: string | undefined, verb: string) => `you ${often ?? ''}${verb.replace(/(?<=ss|sh|ch|x)e$/iu, '')}`
    )
    .replace(/^(?:él|ella) /iu, '')
    .replace(/^sus(?= )/iu, 'tus')
    .replace(/^su(?= )/iu, 'tu')
    .replace(HIS_DEED, '$<lead>$<verb>s')
    .replace(/^(?<lead>(?:siempre |nunca |no )*)es(?= )/iu, '$<lead>eres')
  return /^(?:he|she|they|ellos|ellas)(?!\p{L})/iu.test(spoken) ? undefined : spoken
}

/** «llega tarde», said to him: «llegas tarde». */
const HIS_DEED =
  /^(?<lead>(?:(?:siempre|nunca|no|me|nos|ya) )*)(?<verb>llega|entrega|interrumpe|grita|tiene|hace|dice|quiere|puede|debe|habla|escucha|responde|contesta|cambia|manda|pide|trabaja|está|va|ha|falta|deja|olvida|ignora|trata|critica)(?= |$)/iu

const usable = (text: string): boolean => {
  const heard = hear(text)
  return (
    countWords(text) >= 2 &&
    countWords(text) <= MOST &&
    !heard.is('insult') &&
    !heard.is('self') &&
    !/["“”«»?{}]/u.test(text)
  )
}

export function draftFor(talk: Talk): Reply {
  const { heard, session, words, locale } = talk
  const topic = heard.topic ?? session.topic
  // Asked again, it is still about the same thing.
  const source = [heard.text, session.lines[0] ?? '', session.goal].find(told) ?? ''
  const what = told(source)
  const lower =
    what && /^[A-ZÁÉÍÓÚÑ]\p{Ll}/u.test(what) && !/^I\b/u.test(what)
      ? what.charAt(0).toLowerCase() + what.slice(1)
      : what
  const fact = session.facts.findLast(usable)
  const told_ = (about: string): readonly string[] => words.drafts.told.map(template => fill(template, { what: about }))
  const lines = lower
    ? told_(lower)
    : ((topic && words.drafts.topics[topic]) ?? (fact ? told_(bare(fact, locale)) : words.drafts.any))
  const name = lower || !topic ? 'd:told' : `d:${topic}`
  // Whoever asks again wants another sentence.
  const at = session.used[name] ?? 0
  const line = lines[at % lines.length] ?? ''
  const open: Variants = { name: `${name}:frame`, of: words.opens.draft.map(frame => fill(frame, { draft: line })) }
  const change = {
    topic,
    goal: session.goal || heard.text.slice(0, 200),
    lines: [tellingOf(source)],
    offered: [line],
    tries: 0,
    used: { ...session.used, [name]: at + 1 }
  }
  return go(talk, 'draft', { open, ask: 'fitsYou', change })
}

/** "tell my boss that …" in the person's own words, when they said it. */
const TELLING = /\b(?<tell>(?:tell|decir\p{L}*|digo|explicar\p{L}*|explico)\s.+)/iu
const tellingOf = (text: string): string =>
  told(text)
    ? (TELLING.exec(text)
        ?.groups?.['tell']?.replace(/[?!.…].*$/su, '')
        .trim() ?? '')
    : ''

/** "I would say:" is no part of what is said. */
const ASIDE =
  /^(?:i(?:'d|’d| would| will) (?:rather )?say|(?:yo )?(?:le )?(?:diría|diria|digo)|mejor|rather)[:,]?\s+(?:that |que )?/iu

/** After a draft: what they change becomes the sentence, a yes takes it, and both lead to the moment. */
export function drafted(talk: Talk): Reply {
  const { heard, session, words, locale } = talk
  const { say, found } = words.meeting
  if (heard.is('another') && heard.words <= 12) return draftFor(talk)
  if (heard.no && heard.words <= 2) return go(talk, 'draft', { open: 'disagree', ask: 'reopen' })
  const taken =
    heard.yes ||
    heard.is('agrees') ||
    heard.is('thanks') ||
    heard.is('unsure') ||
    heard.words <= 2 ||
    heard.is('enough')
  const [line] = session.offered
  const mine = session.lines[0] || (line ? fill(say, { line: line.replace(/\.$/u, '') }) : found)
  const theirs = heard.text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(ASIDE, '')
    .slice(0, 140)
    .replace(/[.!]+$/u, '')
  const action = taken ? mine : fill(say, { line: theirs })
  const moved = { ...talk, session: { ...session, action, tries: 0 } }
  if (!taken && heard.is('moment') && heard.words <= 8)
    return toCue({ ...moved, session: { ...moved.session, action: mine, cue: cueOf(heard.text, locale) } })
  // A sentence of the coach is used; what they do with it is said by them, where there is room.
  if (taken && !session.lines[0] && hasRoom(talk, 4, 0)) return go(moved, 'own', { open: 'taken', ask: 'use' })
  return go(moved, 'cue', { open: taken ? 'taken' : quoted(talk, theirs), ask: 'cue' })
}
