/** The person's words said back to them. `sure` is false wherever grammar could break: whoever asks then quotes instead. Pure. */
import type { Locale } from '../words.ts'
import { countWords } from './fold.ts'
import { flipEn } from './mirror-en.ts'
import { flipEs } from './mirror-es.ts'

/** From "I" to "you", starting with a small letter; undefined when it is not certain to read well. */
export const flip = (clause: string, locale: Locale, most = MOST): string | undefined =>
  isPlain(clause, most) ? (locale === 'es' ? flipEs(clause) : flipEn(clause)) : undefined

const FEWEST = 3
const MOST = 12

const isPlain = (clause: string, most: number): boolean => {
  const words = countWords(clause)
  return (
    words >= FEWEST &&
    words <= most &&
    !/[^\p{Script=Latin}\p{N}\s'’,\-/&%:]/u.test(clause.replaceAll(/(?<=\d)[.,](?=\d)/gu, ''))
  )
}

const LEADS: Readonly<Record<Locale, RegExp>> = {
  en: /^(?:(?:well|honestly|basically|actually|um+|uh+|hm+|look|ok|okay|yeah|yes|no|right|so|like|frankly|hello|hi|hey|thanks|sure|lately|currently|today|anyway|to be honest|you know|i mean|at the moment|right now|also|plus),\s*|(?:and|but|because|so|since|then|also|that|well|ok|okay|yeah|maybe|though|although|even though|plus|cause|cuz)\s+(?=(?:i|i'm|im|i've|i'd|i'll|my|we|our|they|he|she|it|it's|the|there|nobody|everyone|everybody|people)\b)|(?:i (?:just |really |also )?(?:think|guess|feel like|believe|mean|suppose)(?: that)?|the (?:thing|problem|issue|truth) is(?: that)?|it's (?:just )?that|its just that)\s+(?=(?:i|i'm|im|i've|my|we|our|they|he|she|it|it's|the|there|nobody|everyone|everybody|people)\b))/iu,
  es: /^(?:(?:bueno|pues|mira|la verdad|sinceramente|bien|vale|ok|sí|si|no|hola|eh+|mmm*|claro|es que|o sea|últimamente|ahora|hoy|a ver|además|entonces|total),\s*|(?:y|pero|porque|pues|entonces|además|aunque|bueno|es que|o sea|la verdad es que|lo que pasa es que|pasa que|el problema es que|el caso es que)\s+(?=\p{L}))/iu
}

const ENDS = /[\s,;:–—-]+$/u

/** Without what leads into it: "well, and I think that …". */
export function bare(clause: string, locale: Locale): string {
  const next = clause.trim().replace(LEADS[locale], '').replace(ENDS, '')
  return next === clause ? next : bare(next, locale)
}

const JOINTS: Readonly<Record<Locale, RegExp>> = {
  en: /(?:(?:[!?;\n…]|\.(?!\d))+\s*|\s[–—-]+\s|,?\s+(?=(?:but|because|so that|although|even though|which means)\s)|,\s*(?=(?:and |so |i |i'm |my |he |she |they |we |then |now |it |it's |nobody |everyone )))/iu,
  es: /(?:(?:[!?;¡¿\n…]|\.(?!\d))+\s*|\s[–—-]+\s|,?\s+(?=(?:pero|porque|aunque|ya que|así que|asi que)\s)|,\s*(?=(?:y |no |mi |me |yo |ellos |nadie |todos |ahora |siempre |tengo |estoy |hago |entonces )))/iu
}

/** Only a clause that is too long is parted there. */
const AND: Readonly<Record<Locale, RegExp>> = {
  en: /\s+and\s+(?=(?:then\s+)?(?:i|i'm|he|she|they|we|my|nobody|nothing|it)\b)/iu,
  es: /\s+y\s+(?=(?:\p{L}+o|no|yo|mi|me|nadie|luego|ya|nunca|siempre)\s)/iu
}

export const clausesOf = (text: string, locale: Locale): readonly string[] =>
  text
    .replaceAll(/\s+/gu, ' ')
    .split(JOINTS[locale])
    .flatMap(part => (part && countWords(part) > 11 ? part.split(AND[locale]) : [part]))
    .filter(part => part && /[\p{L}\p{N}]/u.test(part))
    .map(part => part.trim())

const QUOTED = 9

/** A piece short enough to put in quotation marks, never cut inside a word. */
export function phrase(text: string, most = QUOTED): string {
  const line = text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/["“”«»]/gu, '')
    .trim()
    .replace(/^[\s.,;:!?¡¿…-]+|[\s.,;:!?…-]+$/gu, '')
  const words = line.split(' ')
  const short = words.slice(0, words.length > most ? seamOf(words, most) : most).join(' ')
  const kept = short.length > 90 ? `${short.slice(0, 88)} …` : short
  return words.length <= most ? kept : `${withoutLoose(kept)}…`
}

/** Where a sentence can be left: before "and", "because", a comma's pause; else where the room ends. */
const seamOf = (words: readonly string[], most: number): number => {
  const seam = words.findLastIndex(
    (word, at) =>
      at >= 4 &&
      at <= most &&
      (/^(?:and|but|because|so|when|that|which|who|in|on|for|before|after|with|y|pero|porque|cuando|que|en|para|con|antes|después)$/iu.test(
        word
      ) ||
        words[at - 1]?.endsWith(','))
  )
  return seam > 0 ? seam : most
}

/** The same for text that may hold a quotation: its marks stay, and stay in pairs. */
export function clipped(text: string, most: number): string {
  const words = text.replaceAll(/\s+/gu, ' ').trim().split(' ')
  const short = words.slice(0, most).join(' ')
  const kept = words.length > most || short.length > 110 ? `${withoutLoose(short.slice(0, 110))} …` : short
  const open = (mark: string, close: string): string =>
    kept.split(mark).length > kept.split(close).length ? close : ''
  return `${kept}${open('“', '”')}${open('«', '»')}`
}

/** A cut piece does not end with a word that leans on the next one. */
const withoutLoose = (text: string): string =>
  text.replace(/[\s,]+(?:and|but|the|a|an|of|to|my|in|y|pero|el|la|de|que|a|en|mi|un|una|los|las)$/iu, '')

/** Words written from right to left keep their place inside a sentence that runs the other way. */
export const apart = (words: string): string =>
  /[\u0590-\u08ff\ufb1d-\ufefc]/u.test(words) ? `\u2068${words}\u2069` : words
