/** What a turn holds, read without knowing the dialogue. Whatever no pattern claims is an answer. Pure. */
import type { Locale } from '../words.ts'
import { en } from './cues-en.ts'
import { es } from './cues-es.ts'
import { countWords, fold } from './fold.ts'
import { saysNo, saysStop, saysYes } from './listen.ts'
import { topicOf, type Topic } from './topics.ts'

export type CueName =
  | 'greeting'
  | 'thanks'
  | 'unsure'
  | 'words'
  | 'advice'
  | 'howTo'
  | 'asksHuman'
  | 'asksPrivacy'
  | 'asksMemory'
  | 'asksSkills'
  | 'asksWhy'
  | 'weather'
  | 'code'
  | 'joke'
  | 'trivia'
  | 'task'
  | 'hostile'
  | 'repair'
  | 'refuse'
  | 'otherTopic'
  | 'practice'
  | 'oneToOne'
  | 'kept'
  | 'missed'
  | 'insult'
  | 'self'
  | 'hedge'
  | 'feeling'
  | 'wish'
  | 'vagueGoal'
  | 'agrees'
  | 'first'
  | 'second'
  | 'enough'
  | 'moment'
  | 'figure'
  | 'vents'
  | 'givesUp'
  | 'turns'
  | 'judged'
  | 'leaves'
  | 'another'

export type Cues = Readonly<Record<CueName, RegExp>>

const CUES: Readonly<Record<Locale, Cues>> = { en, es }

export type Heard = {
  readonly text: string
  readonly plain: string
  readonly words: number
  /** People mix languages: a cue of any language counts. */
  readonly is: (cue: CueName) => boolean
  readonly stop: boolean
  readonly yes: boolean
  readonly no: boolean
  readonly picture: boolean
  readonly number: number | undefined
  readonly sum: string | undefined
  /** "How can I X" holds the wish to X. */
  readonly wish: string | undefined
  readonly topic: Topic | undefined
}

/** "Yes, but my boss …" is more than a yes. */
const SHORT = 6
/** "No meetings on Friday", «no contestar correos», «no puedo»: it begins like a no, and tells something. */
const TELLS =
  /^no (?:one\b|more \p{L}|meetings?\b|e?mails?\b|calls?\b|puedo|llego|tengo(?! idea)|hay|logro|consigo|nos|me (?:atrev|dej|sal|escuch|siento|conc|pus|respond|pag|ll)|\p{L}+(?:ar|er|ir)(?:l[aeo]s?|me)?\b)/u

export function hear(text: string): Heard {
  const plain = fold(text)
  return {
    text,
    plain,
    words: countWords(text),
    is: cue => Object.values(CUES).some(cues => cues[cue].test(plain)),
    stop: saysStop(text),
    yes: saysYes(text) && countWords(text) <= SHORT,
    no: saysNo(text) && countWords(text) <= SHORT && !TELLS.test(plain),
    picture: isPicture(text),
    number: readNumber(plain),
    sum: readSum(plain),
    wish: CUES.en.howTo.exec(plain)?.groups?.['wish'] ?? CUES.es.howTo.exec(plain)?.groups?.['wish'],
    topic: topicOf(plain)
  }
}

/** What follows "that is not my real problem"; empty when nothing does. */
export function afterTurn(text: string): string {
  const plain = fold(text)
  const lead = Object.values(CUES).map(({ turns }) => turns.exec(plain)?.[0].length ?? 0)
  const rest = text.slice(Math.max(...lead)).trim()
  return countWords(rest) >= 3 ? rest : ''
}

/** Nothing but emoji and punctuation. */
const isPicture = (text: string): boolean =>
  !/[\p{L}\p{N}]/u.test(text) && (/\p{Extended_Pictographic}/u.test(text) || /^[\s\p{P}\p{S}]*$/u.test(text))

const NUMBER_WORDS = [
  ['zero', 'cero'],
  ['one', 'uno'],
  ['two', 'dos'],
  ['three', 'tres'],
  ['four', 'cuatro'],
  ['five', 'cinco'],
  ['six', 'seis'],
  ['seven', 'siete'],
  ['eight', 'ocho'],
  ['nine', 'nueve'],
  ['ten', 'diez']
] as const

/** A place on a scale from 0 to 10. */
function readNumber(plain: string): number | undefined {
  const digits = /(?:^|[^\d:.,])(?<n>10|\d)(?![\d:]|[.,]\d|\s*(?:am|pm|%|h\b|min|hour|hora|dia|day))/u.exec(plain)
    ?.groups?.['n']
  if (digits !== undefined) return Number(digits)
  const named = NUMBER_WORDS.findIndex(names =>
    names.some(name => new RegExp(`^\\W*(?:an?|un|maybe|quiza)?\\s?${name}\\b`, 'u').test(plain))
  )
  return named < 0 ? undefined : named
}

/** The result of a small sum, said as it would be written. */
function readSum(plain: string): string | undefined {
  const found =
    /^(?:(?:what(?:'s| is)|how much is|calculate|cuanto (?:es|son)|calcula)?\s*)?¿?(?:cuanto (?:es|son) )?(?<a>\d{1,7}(?:[.,]\d{1,3})?)\s*(?<op>[-+*x×/÷:]|plus|minus|times|por|mas|menos|entre)\s*(?<b>\d{1,7}(?:[.,]\d{1,3})?)\s*=?\s*\??$/u.exec(
      plain
    )?.groups
  if (!found) return undefined
  const [a, b] = [Number(found['a']?.replace(',', '.')), Number(found['b']?.replace(',', '.'))]
  const value = compute(a, found['op'] ?? '', b)
  return Number.isFinite(value) ? String(Math.round(value * 100) / 100) : undefined
}

function compute(a: number, operator: string, b: number): number {
  if (['+', 'plus', 'mas'].includes(operator)) return a + b
  if (['-', 'minus', 'menos'].includes(operator)) return a - b
  return ['*', 'x', '×', 'times', 'por'].includes(operator) ? a * b : a / b
}
