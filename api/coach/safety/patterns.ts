/** Phrases as data: words, `{classes}` of words and gaps, made into one expression a phrase. Pure. */

export type Classes = Readonly<Record<string, string>>

/** A comma does not end a phrase; a full stop does. */
const BETWEEN = '(?: ,)? '
const gap = (words: number): string => `(?:[a-z0-9',]+ ){0,${words}}`
const GAPS: Readonly<Record<string, string>> = { '..': gap(3), '...': gap(7) }

/** `(a|b c)` stays one piece. */
function piecesOf(phrase: string): readonly string[] {
  const pieces: string[] = []
  let depth = 0
  let piece = ''
  for (const letter of phrase) {
    if (letter === '(') depth++
    if (letter === ')') depth--
    if (letter === ' ' && depth === 0) {
      pieces.push(piece)
      piece = ''
    } else piece += letter
  }
  return [...pieces, piece]
}

const fill = (text: string, classes: Classes): string =>
  text.replaceAll(/\{(?<name>\w+)\}/gu, (_, name: string) => {
    const words = classes[name]
    if (words === undefined) throw new Error(`no class of words "${name}"`)
    return `(?:${fill(words, classes)})`
  })

/** `word?` and `(a|b)?` as a whole; not `letters?` inside a piece, nor `(a)(b)?`. */
function isOptional(piece: string): boolean {
  if (!piece.endsWith('?')) return false
  if (!piece.startsWith('(')) return /^\w+\?$/u.test(piece)
  let depth = 0
  const closes = [...piece].findIndex(letter => (depth += letter === '(' ? 1 : letter === ')' ? -1 : 0) === 0)
  return closes === piece.length - 2
}

/** `word?` may be left out, `..` stands for up to three words, `...` for up to seven. */
export function compile(phrase: string, classes: Classes): RegExp {
  const all = piecesOf(fill(phrase, classes))
  // What may be left out at the end says nothing.
  const last = all.findLastIndex(piece => !isOptional(piece) && !GAPS[piece] && piece !== '')
  const source = all.slice(0, last + 1).map((piece, index) => {
    if (GAPS[piece]) return GAPS[piece]
    const word = piece.replaceAll(/\((?!\?)/gu, '(?:')
    if (isOptional(piece)) return `(?:${word.slice(0, -1)}${BETWEEN})?`
    return `(?:${word})${index === last ? '' : BETWEEN}`
  })
  return new RegExp(`(?<![a-z0-9'])${source.join('')}(?![a-z0-9'])`, 'gu')
}
