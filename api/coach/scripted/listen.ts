/** What a person meant, read from short answers in English and Spanish. Pure; when in doubt it reads nothing. */
export type When = 'today' | 'tomorrow' | 'three_days' | 'next_week' | 'never'

/** Phones and our own buttons write the curly one. */
const straight = (text: string): string => text.replaceAll(/[’‘`´]/gu, "'")

const matches = (text: string, pattern: RegExp): boolean => pattern.test(straight(text).trim())

export const saysStop = (text: string): boolean =>
  matches(
    text,
    /^(?:(?:let's |please )?stop(?: (?:here|for now|this))?|enough(?: for (?:now|today))?|exit|quit|para(?: aquí)?|basta|ya no|salir|terminemos)[.! ]*$/iu
  )

export const saysYes = (text: string): boolean =>
  matches(
    text,
    /^(?:👍|👌|✅|yes|yep|yeah|yup|sure|ok(?:ay)?|right|exactly|correct|sounds (?:good|right)|that's it|that is it|perfect|s[ií]|claro|vale|exacto|correcto|perfecto|de acuerdo|eso es|as[ií] es)(?=$|[\s.,!\p{Emoji_Modifier}])/iu
  )

export const saysNo = (text: string): boolean =>
  matches(
    text,
    /^(?:👎|no(?:pe|t really| s[eé])?|none|nothing|i don't know|dunno|idk|ninguna?|nada|no lo s[eé])(?=$|[\s.,!\p{Emoji_Modifier}])/iu
  )

/** "If it is 9:00, then I will call Ana" or "Si …, entonces …", however it is punctuated. */
export function readIfThen(text: string): { readonly cue: string; readonly action: string } | undefined {
  const found =
    /^\s*(?:if|when)\s+(?<cue>.{3,200}?),?\s+(?:then\s+)?i(?:['’]ll| will)\s+(?<action>.{3,200})$/isu.exec(text) ??
    /^\s*(?:si|cuando)\s+(?<cue>.{3,200}?),?\s+entonces\s+(?<action>.{3,200})$/isu.exec(text)
  const { cue, action } = found?.groups ?? {}
  return cue && action ? { cue: tidy(cue), action: tidy(action) } : undefined
}

const MOMENTS: readonly (readonly [When, RegExp])[] = [
  ['never', /\b(?:never|don't ask|do not ask|no preguntes|nunca)\b/iu],
  ['today', /\b(?:today|later|tonight|this (?:afternoon|evening)|hoy|esta tarde|m[aá]s tarde)\b/iu],
  [
    'next_week',
    /\b(?:next week|in a week|(?:in )?(?:7|seven) days|la pr[oó]xima semana|en una semana|la semana que viene)\b/iu
  ],
  ['three_days', /\b(?:(?:in )?(?:3|three|a few|some) days|en (?:3|tres|unos) d[ií]as)\b/iu],
  ['tomorrow', /(?:\btomorrow\b|\bma[nñ]ana\b)/iu]
]

export const readWhen = (text: string): When | undefined =>
  MOMENTS.find(([, pattern]) => pattern.test(straight(text)))?.[0]

const tidy = (text: string): string => text.trim().replace(/[.!]+$/u, '')
