/** Words as they are indexed and asked for: no accents, no capitals, and the many ways to write "one-to-one" as one. Pure. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\b(?:one|1)(?:[\s:–-]+(?:to|on|a)[\s:–-]+|[\s:–-])(?:one|1)s?\b|\buno a uno\b/gu, 'onetoone')

const list = (words: string): readonly string[] => words.split(' ')

/** They name the kind of thing that is looked for, not what it is about. */
const KINDS = new Set([
  ...list('policy policies rule rules guideline guidelines guidance guide guides handbook manual procedure procedures'),
  ...list('process company companys material document documents say says said official internal anything something'),
  ...list('politica politicas norma normas regla reglas guia guias lineamiento lineamientos directriz directrices'),
  ...list(
    'normativa reglamento procedimiento procedimientos proceso procesos empresa compania dice dicen interna interno'
  ),
  ...list('oficial material documento documentos algo')
])

const MOST_WORDS = 24

/** Letters and digits alone, so that no question is a query of its own. @returns '' when nothing is asked for. */
export function wordsOf(question: string): string {
  const words = (plain(question).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS)
  const telling = words.filter(word => !KINDS.has(word))
  return (telling.length > 0 ? telling : words).join(' ')
}
