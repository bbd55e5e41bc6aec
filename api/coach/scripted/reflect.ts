/** The sentence that says back what was heard: turned to "you" where that is certain, else in quotation marks. Pure. */
import type { Locale } from '../words.ts'
import type { Catalogue } from './catalogue.ts'
import { countWords, fold } from './fold.ts'
import { hear, type Heard } from './hear.ts'
import { apart, bare, clausesOf, flip, phrase } from './mirror.ts'
import { fill, type Variants } from './say.ts'

export type Reflection = {
  readonly opens: Variants
  /** The clause in the person's own first person. */
  readonly fact: string
  /** Two clauses of a long turn: which one counts, the person says. */
  readonly many: boolean
}

type Weighed = {
  readonly raw: string
  readonly you: string | undefined
  readonly weight: number
  readonly turns: boolean
}

const RAMBLE = 40
const MOST_TOGETHER = 18

export function reflect(heard: Heard, locale: Locale, words: Catalogue): Reflection {
  const weighed = weigh(wishOf(heard, locale), locale)
  const best = heaviest(weighed)
  const fact = best?.raw ?? ''
  const plain = (name: 'hard' | 'strong' | 'judged' | 'empty'): Reflection => ({
    opens: { name: `o:${name}`, of: words.opens[name] },
    fact: '',
    many: false
  })
  if (heard.yes && heard.words <= 2) return plain('empty')
  if (heard.is('self')) return plain(heard.is('judged') ? 'judged' : 'hard')
  if (heard.is('insult')) return plain('strong')
  if (QUESTION.test(heard.text) && !heard.wish)
    return { opens: framed('f:asked', words.frames.asked, { asked: asked(heard.text) }), fact: '', many: false }
  const two = heard.words >= RAMBLE ? pairOf(weighed) : undefined
  if (two) return { opens: framed('f:two', words.frames.two, { one: two[0].you, two: two[1].you }), fact, many: true }
  const both = doubleSided(weighed)
  if (both)
    return { opens: framed('f:both', words.frames.both, { one: both[0].you, two: both[1].you }), fact, many: false }
  if (best?.you) return { opens: framed('f:you', words.frames.you, { you: best.you }), fact, many: false }
  const said = apart(phrase(best?.raw ?? heard.text))
  return said && !/^\P{L}*$/u.test(said)
    ? { opens: framed('f:said', words.frames.said, { said }), fact: '', many: false }
    : { opens: { name: 'o:noted', of: words.opens.noted }, fact: '', many: false }
}

/** One question, and nothing said before it. */
const QUESTION = /^[^.!?;\n]{8,110}\?\s*$/u

const asked = (text: string): string => {
  const said = apart(phrase(text))
  const whole = said.endsWith('…') ? said : `${said}?`
  return /^\s*¿/u.test(text) ? `¿${whole}` : whole
}

/** Frames are filled at once, so that a clause with a brace in it stays a clause. */
const framed = (name: string, frames: readonly string[], slots: Readonly<Record<string, string>>): Variants => ({
  name,
  of: frames.map(frame => fill(frame, slots))
})

const wishOf = ({ text, wish }: Heard, locale: Locale): string =>
  wish ? `${locale === 'es' ? 'Quiero' : 'I want to'} ${wish.replace(/[?!.\s]+$/u, '')}` : text

/** Closer to the person than what "it" or "nobody" does. */
const SELF = /^(?:you|your|tienes|te|tu|\p{L}+s )/u
const VAGUE = /^(?:it|that|this|nobody|the others|eso|esto|está|los demás|nadie)\b/u

const TURN: Readonly<Record<Locale, RegExp>> = {
  en: /^(?:but|although|even though)\b/iu,
  es: /^(?:pero|aunque|aun así)(?=\s)/iu
}

/** What somebody is like is the person's view, and is quoted as theirs. */
const VERDICT =
  /^(?!i\b|we\b|yo\b).*\b(?:is|are|was|es|son|era|esta) (?:(?:so|such|an?|very|just|really|totally|muy|tan|una?) )*(?:wrong|toxic|lazy|rude|unfair|crazy|selfish|arrogant|mean|horrible|terrible|awful|impossible|bad|a (?:bully|liar|narcissist)|toxic[oa]s?|injust[oa]s?|arrogantes?|egoistas?|vag[oa]s?|mal[oa]s?|horribles?|imposibles?|floj[oa]s?|loc[oa]s?|mentiros[oa]s?|narcisistas?|rigid[oa]s?)\b/u

function weigh(text: string, locale: Locale): readonly Weighed[] {
  const clauses = clausesOf(text, locale)
  return clauses.map((clause, at) => {
    const raw = bare(clause, locale)
    const you = VERDICT.test(fold(raw)) ? undefined : flip(raw, locale)
    const heard = hear(raw)
    const turns = TURN[locale].test(clause)
    const weight =
      (you ? 4 : 0) +
      (you && SELF.test(you) ? 1 : 0) -
      (you && VAGUE.test(you) ? 1 : 0) +
      (heard.is('wish') ? 2 : 0) +
      (heard.is('feeling') ? 2 : 0) +
      (turns ? 1 : 0) +
      (heard.topic ? 1 : 0) +
      (at === clauses.length - 1 ? 1 : 0) -
      (countWords(raw) < 3 ? 2 : 0)
    return { raw, you, weight, turns }
  })
}

const heaviest = (weighed: readonly Weighed[]): Weighed | undefined =>
  weighed.reduce<Weighed | undefined>((top, each) => (top && top.weight >= each.weight ? top : each), undefined)

type Sure = Weighed & { readonly you: string }
const sure = (each: Weighed): each is Sure => each.you !== undefined

function pairOf(weighed: readonly Weighed[]): readonly [Sure, Sure] | undefined {
  const [one, two] = weighed.filter(sure).toSorted((left, right) => right.weight - left.weight)
  if (!one || !two || countWords(one.you) + countWords(two.you) > MOST_TOGETHER) return undefined
  return weighed.indexOf(one) < weighed.indexOf(two) ? [one, two] : [two, one]
}

/** "A, but B": both sides, when both are sure. */
function doubleSided(weighed: readonly Weighed[]): readonly [Sure, Sure] | undefined {
  const at = weighed.findIndex(({ turns }, index) => turns && index > 0)
  const [one, two] = [weighed[at - 1], weighed[at]]
  return one && two && sure(one) && sure(two) && countWords(one.you) + countWords(two.you) <= MOST_TOGETHER
    ? [one, two]
    : undefined
}
