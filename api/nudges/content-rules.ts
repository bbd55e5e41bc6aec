/** How a nudge must read, in any language: what a reviewer would otherwise have to remember. Pure. */
export type Written = { readonly action: string; readonly whyNow: string }

/** With the longest "why you" a card stays under sixty words. */
const MOST_ACTION_WORDS = 32
const MOST_WHY_WORDS = 16

/** Verbs that ask for something to be done. Another language is checked once it has its own list. */
const VERBS: Readonly<Record<string, readonly string[]>> = {
  en: `Agree Answer Ask Block Change Choose Decide Delete Describe Find List Mark Name Note Pass Pick Propose Put Replace Say
    Schedule Send Shorten Sum Tell Thank Think Turn Wait Write`.split(/\s+/u),
  es: `Acorta Acuerda Agradece Ajusta Anota Borra Busca Cambia Convierte Cuéntale Decide Desactiva Describe Di Dile Elige
    Envía Escribe Espera Marca Nombra Pide Piensa Pon Pregunta Programa Propón Redacta Repite Reserva Responde
    Resume`.split(/\s+/u)
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/u).filter(Boolean)
export const countWords = (...texts: readonly string[]): number => wordsOf(texts.join(' ')).length

type Rule = readonly [complaint: string, breaks: (told: Written, language: string) => boolean]

const everything = ({ action, whyNow }: Written): string => `${action} ${whyNow}`

const RULES: readonly Rule[] = [
  ['the action is longer than 32 words', ({ action }) => countWords(action) > MOST_ACTION_WORDS],
  ['"why now" is longer than 16 words', ({ whyNow }) => countWords(whyNow) > MOST_WHY_WORDS],
  ['the action does not begin with a verb', ({ action }, language) => !startsWithVerb(action, language)],
  ['more than one question', told => everything(told).split('?').length > 2],
  ['an exclamation', told => /[!¡]/u.test(everything(told))],
  ['an emoji', told => /\p{Extended_Pictographic}/u.test(everything(told))],
  ['a placeholder', told => /[{}[\]<>_]|\b(?:TODO|TBD|lorem|xxx)\b/iu.test(everything(told))],
  ['spaces that do not belong', told => /\s{2}|^\s|\s$|\s[.,;:?]/u.test(everything(told))],
  ['a sentence without its end', ({ action, whyNow }) => ![action, whyNow].every(text => /[.?»”]$/u.test(text))],
  [
    'guilt',
    told => /\b(?:should have|forgot|again and again|deberías haber|olvidaste|otra vez no)\b/iu.test(everything(told))
  ]
]

const startsWithVerb = (action: string, language: string): boolean =>
  VERBS[language]?.includes(wordsOf(action)[0] ?? '') ?? true

export const complaintsAboutWords = (told: Written, language: string): readonly string[] =>
  RULES.filter(([, breaks]) => breaks(told, language)).map(([complaint]) => complaint)
