/** English or Spanish, by small words that only one of them has. Pure. */

const ENGLISH =
  /\b(?:the|i|my|and|to|want|is|am|about|it|of|have|not|do|can|was|that|you|this|for|with|would|will|be|if|been|going|or|at|she|they|her|his|out|we|what|how|but|from|all|are|on|myself|when)\b/gu
const SPANISH =
  /\b(?:que|de|el|la|y|mi|mis|yo|es|estoy|en|un|una|con|por|para|se|los|las|al|del|pero|como|si|lo|le|su|mas|todo|esto|esta|cuando|hoy|quiero|tengo|voy|puedo|vida|nadie|nada|ojala|ya|a|o|creo|sin|morir\w*|matar\w*|vivir|noche|ellos)\b/gu

export type Tongue = 'en' | 'es'

const count = (text: string, words: RegExp): number => text.match(words)?.length ?? 0

/** The more frequent first; both when words of both are there, or of neither. */
export function tonguesOf(text: string): readonly Tongue[] {
  const english = count(text, ENGLISH)
  const spanish = count(text, SPANISH)
  const sorted: readonly Tongue[] = spanish > english ? ['es', 'en'] : ['en', 'es']
  const least = Math.min(english, spanish)
  return least >= 3 || least * 3 >= Math.max(english, spanish) ? sorted : sorted.slice(0, 1)
}
