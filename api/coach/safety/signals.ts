/** The signs a text holds, whose they are and how much they weigh. Pure. */
import { CONCEPTS_EN } from './concepts-en.ts'
import { CONCEPTS_ES } from './concepts-es.ts'
import { FAMILIES, type Family, type Weight } from './families.ts'
import { findIn, frameOf, type Frame, type Tagged } from './frames.ts'
import { tonguesOf, type Tongue } from './language.ts'
import type { Plain } from './normalize.ts'
import { isBereaved, isOver, isReported, isTopic, whoIn, type Who } from './scope.ts'
import { SIGNS } from './signs.ts'
import { isDeniedAt, SMALL } from './small.ts'
import type { Spoken } from './spoken.ts'
import { taggerOf, type Span, type Tagger } from './tag.ts'

export type Signal = {
  readonly family: Family
  readonly points: number
  readonly who: Who
  readonly language: Spoken
  readonly frame: string
  readonly place: readonly [sentence: number, from: number, to: number]
}

const TAGGERS: Readonly<Record<Tongue, Tagger>> = { en: taggerOf(CONCEPTS_EN), es: taggerOf(CONCEPTS_ES) }

/** @throws when a frame names what no lexicon has: it would never be found. */
function known(frame: Frame): Frame {
  const named = [...frame.chains.flat().flatMap(({ concepts }) => concepts), ...frame.unless]
  const strange = named.find(concept => !(concept in CONCEPTS_EN && concept in CONCEPTS_ES))
  if (strange) throw new Error(`"${frame.source}" names "${strange}", which English or Spanish lacks`)
  return frame
}

type Rule = { readonly family: Family; readonly weight: Weight; readonly frame: Frame }
const RULES: readonly Rule[] = FAMILIES.flatMap(family =>
  ([3, 2, 1] as const).flatMap(weight =>
    (SIGNS[family][weight] ?? []).map(source => ({ family, weight, frame: known(frameOf(source)) }))
  )
)

function tagged(words: readonly string[], tongues: readonly Tongue[]): Tagged {
  const all = tongues.flatMap(tongue => TAGGERS[tongue](words))
  const idioms = all.filter(span => span.concept === 'idiom' && !all.some(other => isOutdone(span, other)))
  const isTaken = ({ from, to }: Span): boolean => idioms.some(idiom => from < idiom.to && idiom.from < to)
  const open = all.filter(span => !isTaken(span))
  const spans = Map.groupBy(open, ({ concept }) => concept)
  // "I do not mean the company": the work it names is not what it is about.
  if (spans.has('clarify')) for (const concept of ['work', 'task']) spans.delete(concept)
  return { words, spans }
}

/** Both languages at once: what is mixed needs no guess at which it is. */
export const conceptsIn = (words: readonly string[]): readonly Span[] => [...TAGGERS.en(words), ...TAGGERS.es(words)]

/** A sign longer than the figure of speech it shares words with is the sign. */
const isOutdone = (idiom: Span, other: Span): boolean =>
  other.concept !== 'idiom' &&
  other.from < idiom.to &&
  idiom.from < other.to &&
  other.to - other.from > idiom.to - idiom.from

/** Families in which weariness of work sounds like more. */
const OF_WORK: readonly Family[] = ['passive', 'despair', 'burden', 'goodbye', 'intent', 'means']
/** What an annoyed person says of a meeting. */
const HYPERBOLIC: readonly Family[] = ['passive', 'despair', 'intent', 'means']
/** Said of somebody else, whoever says it. */
const OF_OTHERS: readonly Family[] = ['harmed', 'worry']

export type Signs = {
  readonly signals: readonly Signal[]
  /** There were words of danger, but denied, a topic, a way of speaking or long over. */
  readonly explained: boolean
}

export const signalsIn = (plain: Plain): readonly Signal[] => signsIn(plain).signals

export function signsIn({ sentences, laughs }: Plain): Signs {
  const whole = sentences.join(' . ')
  if (isOver(whole)) return { signals: [], explained: true }
  let explained = false
  const signals = sentences.flatMap((sentence, index) => {
    const words = sentence.split(' ')
    const tongues = tonguesOf(sentence)
    const found = tagged(words, tongues)
    const has = (concept: string): boolean => found.spans.has(concept)
    const isWork = has('work') || has('task')
    const isHyperbole = has('figurative') || isNear(found, 'cond', 'task') || (isWork && (has('than') || laughs))
    if (isHyperbole) explained = true
    return RULES.flatMap(({ family, weight, frame }) => {
      if (isHyperbole && HYPERBOLIC.includes(family)) return []
      return findIn(frame, { tagged: found, small: SMALL }).flatMap(({ from, to }) => {
        const phrase = words.slice(from, to).join(' ')
        const near = words.slice(Math.max(0, from - 4), to).join(' ')
        if (
          (!isNegative(frame) && isDeniedAt(words, from)) ||
          ((family === 'violence' || family === 'harmed') && NEVER_DID.test(phrase)) ||
          isTopic(sentence, phrase, near) ||
          isBereaved(sentence, phrase)
        ) {
          explained = true
          return []
        }
        const before = sentences[index - 1] ?? ''
        const who = OF_OTHERS.includes(family)
          ? 'third'
          : whoOf(family, { words, from, to, before, tongue: tongues[0] ?? 'en' })
        const isLowered = weight < 3 && (laughs || (isWork && who === 'self' && OF_WORK.includes(family)))
        const points = isLowered ? weight - 1 : weight
        if (points === 0) return []
        return [
          { family, points, who, language: tongues[0] ?? 'en', frame: frame.source, place: [index, from, to] as const }
        ]
      })
    })
  })
  return { signals, explained }
}

/** "My partner does not hit me": the denial stands between who and what. */
const NEVER_DID =
  /\b(?:does|do|did|has|have|would) (?:not|never) (?!let|leave|stop|want|know|care|allow)(?:\w+ )?\w+ (?:me|us)$|\b(?:no|nunca|jamas) (?:me|nos) (?!deja|dejo|permite|suelta|para)(?:ha |han )?\w+$/u

/** "No tengo ningún deseo" denies once, whatever its grammar. */
const isNegative = ({ source }: Frame): boolean => /^(?:not|cant)\b/u.test(source)

/** `if I get one more email`: the second soon after the first. */
const isNear = ({ spans }: Tagged, first: string, second: string): boolean =>
  (spans.get(first) ?? []).some(({ to }) => (spans.get(second) ?? []).some(({ from }) => from >= to && from - to <= 4))

type Place = {
  readonly words: readonly string[]
  readonly from: number
  readonly to: number
  readonly before: string
  readonly tongue: Tongue
}

const THEIRS = /^(?:his|her|their|himself|herself|themselves|themself|him|them|\w{2,}rse)$/u
/** `se quiere matar`; not `se` for `sé`, which knows something. */
const ITSELF =
  /^se (?:quiere|va|queria|puede|corta|corto|mata|suicid\w+|ahorc\w+|cuelga|hace|haga|quita|quiso|iba|este|estaba|piensa|tomo)\b/u
/** What somebody else said of themselves, right before. */
const SAYS =
  /\b(?:(?:me|nos) (?:dijo|conto|confeso|susurro|solto|escribio|ha dicho|ha contado|dice)|(?:dijo|dice|repite|conto|escribio|insiste)(?: en)? que|(?:told|tells) (?:me|us)|(?:he|she|they) (?:said|says|whispered|wrote|texted|mentioned|admitted))\b/u
const MYSELF = /^(?:i|me|us|nos|conmigo)$/u
const ME = /^(?:i|me|my|us|we|our|mi|mis|nos|conmigo)$/u

const isOnMe = (words: readonly string[], from: number, to: number): boolean =>
  words.slice(from, to).some(word => ME.test(word)) ||
  words.slice(Math.max(0, from - 3), from).some(word => MYSELF.test(word))

function whoOf(family: Family, { words, from, to, before, tongue }: Place): Who {
  const leading = words.slice(0, from)
  const quote = leading.indexOf('"')
  const isQuoted = leading.filter(word => word === '"').length % 2 === 1
  // Who hits is somebody else; whom, is the question.
  if (family === 'violence' && !isQuoted && isOnMe(words, from, to)) return 'self'
  const lead = (isQuoted ? leading.slice(0, quote) : leading).map(word => `${word} `).join('')
  if (isQuoted && isReported(lead, before)) return 'third'
  const phrase = words.slice(from, to)
  if ((phrase.some(word => THEIRS.test(word)) || ITSELF.test(phrase.join(' '))) && !phrase.some(word => ME.test(word)))
    return 'third'
  if (SAYS.test(leading.slice(-7).join(' ')) && !phrase.some(word => ME.test(word) || word.endsWith('rme')))
    return 'third'
  return whoIn({ language: tongue, lead: leading.map(word => `${word} `).join(''), phrase: phrase.join(' '), before })
}
