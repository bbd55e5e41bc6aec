/** Danger said in a language that the product does not speak otherwise. Pure. */
import { OTHERS, TELLTALES } from './lexicon-others.ts'
import { SPOKEN, type Spoken } from './spoken.ts'

const FURTHER = ['de', 'fr', 'pt', 'it'] as const

const PATTERNS = FURTHER.map(language => ({
  language,
  pattern: new RegExp(`(?<![a-z])(?:${OTHERS[language].join('|')})(?![a-z])`, 'u')
}))

/** The language whose small words are most frequent; English or Spanish when it is even. */
function spokenIn(text: string): Spoken {
  const counted = SPOKEN.map(language => ({ language, words: text.match(TELLTALES[language])?.length ?? 0 }))
  return counted.reduce((best, one) => (one.words > best.words ? one : best)).language
}

export function otherLanguages(text: string): readonly Spoken[] {
  const language = spokenIn(text)
  return PATTERNS.some(one => one.language === language && one.pattern.test(text)) ? [language] : []
}
