/** Names as people compare them. Pure. */

/** Without accents, capitals, punctuation and doubled spaces. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A person's name whatever the order of its parts: `Torres, Ana` is `Ana Torres`. */
export const nameKey = (name: string): string => plain(name).split(' ').toSorted().join(' ')

/** `A`, `B`, … `AA`: as a spreadsheet program names the column. */
export const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
