/** Text made comparable: no accents, no capitals, no loooong letters, one kind of apostrophe. Pure. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[’‘`´]/gu, "'")
    .toLowerCase()
    .replaceAll(/(\p{L})\1{2,}/gu, '$1')
    .replaceAll(/\s+/gu, ' ')
    .trim()

export const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}']+/gu) ?? []

export const countWords = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.:-]*/gu)?.length ?? 0

export const capital = (text: string): string => text.replace(/\p{L}/u, letter => letter.toUpperCase())

/** Whether one slip of the finger lies between two words: a letter more, less, other, or two swapped. */
export function oneSlip(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) return false
  let at = 0
  while (at < left.length && left[at] === right[at]) at++
  const [restLeft, restRight] = [left.slice(at), right.slice(at)]
  const swapped = restLeft.length > 1 && `${restLeft[1]}${restLeft[0]}${restLeft.slice(2)}` === restRight
  return (
    swapped ||
    restLeft.slice(1) === restRight.slice(1) ||
    restLeft.slice(1) === restRight ||
    restLeft === restRight.slice(1)
  )
}
