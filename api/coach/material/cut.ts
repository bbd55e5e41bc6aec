/** A text cut in passages short enough to be quoted whole: paragraphs under one heading together, a line each, long ones at the ends of sentences. Pure. */
import type { Block, Passage } from './blocks.ts'

/** In characters: three or four sentences. */
const MOST = 480
const MOST_HEADING = 120

/** @param locale of the text, undefined where it is not known. */
export function cut(blocks: readonly Block[], locale: string | undefined): readonly Passage[] {
  const sentences = new Intl.Segmenter(locale, { granularity: 'sentence' })
  const passages: Passage[] = []
  let heading = ''
  let open = ''
  const close = (): void => {
    if (/[\p{L}\p{N}]/u.test(open)) passages.push({ heading, passage: open })
    open = ''
  }
  for (const { kind, text } of blocks) {
    const tidy = text.replaceAll(/\s+/gu, ' ').trim()
    if (kind === 'heading') {
      close()
      heading = tidy.slice(0, MOST_HEADING)
      continue
    }
    for (const [at, piece] of piecesOf(tidy, sentences).entries()) {
      if (open && open.length + piece.length + 1 > MOST) close()
      open = open ? `${open}${at === 0 ? '\n' : ' '}${piece}` : piece
    }
  }
  close()
  return passages
}

const piecesOf = (text: string, sentences: Intl.Segmenter): readonly string[] =>
  text.length <= MOST ? [text] : [...sentences.segment(text)].flatMap(({ segment }) => shortened(segment.trim()))

/** What has no end of a sentence for so long is cut between words. */
function shortened(sentence: string): readonly string[] {
  if (sentence.length <= MOST) return sentence ? [sentence] : []
  const space = sentence.lastIndexOf(' ', MOST)
  // Not through the middle of a letter of two units.
  const at = space > 0 ? space : MOST - (/[\uD800-\uDBFF]/u.test(sentence[MOST - 1] ?? '') ? 1 : 0)
  return [sentence.slice(0, at).trim(), ...shortened(sentence.slice(at).trim())]
}
