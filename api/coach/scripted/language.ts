/** Which language a turn is clearly written in; undefined when it could be either. Pure. */
import type { Locale } from '../words.ts'
import { wordsOf } from './fold.ts'

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const COMMON: Readonly<Record<Locale, ReadonlySet<string>>> = {
  en: list(
    "the and i my is to of that it with for this have want what how you am are in but do don't dont can we they at on be was too not i'm im i've it's will would should could about because when if then from he she his her our their just really more an been has had does did there so or as need think feel know"
  ),
  es: list(
    'el la los las que y de en mi mis es un una con por para se lo quiero tengo como pero muy mas hago yo al del su esta estoy cuando si le les hay soy porque puedo algo todo nada siempre creo siento hacer tener ser este esto eso nos nuestro estan son fue era ha he voy va quien donde tambien ya entonces ayuda'
  )
}
/** Enough on their own. */
const TELLING: Readonly<Record<Locale, ReadonlySet<string>>> = {
  en: list('hello hi hey thanks thank yes yeah yep tomorrow today please stop sure never'),
  es: list('hola gracias vale claro manana hoy buenos buenas basta nunca adios terminemos')
}

export function languageOf(text: string): Locale | undefined {
  const words = wordsOf(text)
  const points = (locale: Locale): number =>
    words.filter(word => COMMON[locale].has(word)).length +
    2 * words.filter(word => words.length <= 3 && TELLING[locale].has(word)).length +
    (locale === 'es' && /[¿¡ñ]/iu.test(text) ? 2 : 0)
  const [en, es] = [points('en'), points('es')]
  if (en >= 2 && en >= 2.5 * es) return 'en'
  return es >= 2 && es >= 2.5 * en ? 'es' : undefined
}
