/** Plain text and Markdown. What a Markdown reader would not show is left out, so that nothing is quoted that nobody wrote to be read. */
import { MaterialError, type Block } from './blocks.ts'

const UTF16 = { le: [0xff, 0xfe], be: [0xfe, 0xff] } as const

/** @throws MaterialError `unknown_type`, `not_utf8`. */
export function readText(file: Uint8Array): readonly Block[] {
  const text = decoded(file)
  // A page of the web, or a document that a word processor should open.
  if (/^\s*(?:<!doctype|<html|<\?xml|\{\\rtf)/iu.test(text)) throw new MaterialError('unknown_type')
  return blocksOf(text.replaceAll(/\r\n?/gu, '\n').replaceAll(/<!--.*?(?:-->|$)/gsu, ''))
}

function decoded(file: Uint8Array): string {
  const marked = (Object.keys(UTF16) as ('le' | 'be')[]).find(end => UTF16[end].every((byte, at) => file[at] === byte))
  try {
    const text = new TextDecoder(marked ? `utf-16${marked}` : 'utf-8', { fatal: true }).decode(file)
    if (CONTROL.test(text)) throw new MaterialError('unknown_type')
    return text
  } catch (error) {
    if (error instanceof MaterialError) throw error
    throw new MaterialError(looksBinary(file) ? 'unknown_type' : 'not_utf8', { cause: error })
  }
}

/** No text has them; line ends, tabs and a form feed it may have. */
const CONTROL = /(?![\t\n\v\f\r])\p{Cc}/u
const looksBinary = (file: Uint8Array): boolean => file.subarray(0, 4096).some(byte => byte < 9)

const HEADING = /^ {0,3}#{1,6} +(?<text>.*?)(?: +#+)?$/u
const RULE = /^(?:[-*_=] ?){3,}$/u
const FENCE = /^(?:```|~~~)/u
const ITEM = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+/u

/** An empty line ends a paragraph; an item of a list is a line of its own. */
function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = []
  let open = ''
  const close = (): void => {
    if (open) blocks.push({ kind: 'text', text: plain(open) })
    open = ''
  }
  for (const line of text.split('\n')) {
    const heading = HEADING.exec(line)?.groups?.['text']
    if (heading !== undefined) {
      close()
      blocks.push({ kind: 'heading', text: plain(heading) })
    } else if (line.trim() === '' || RULE.test(line.trim()) || FENCE.test(line.trim())) close()
    else if (ITEM.test(line)) {
      close()
      open = line.trim()
    } else open = open ? `${open} ${line.trim()}` : line.trim()
  }
  close()
  return blocks
}

const plain = (text: string): string =>
  text
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/gu, '')
    .replaceAll(/\[(?<words>[^\]]+)\]\([^)]*\)/gu, '$<words>')
    .replaceAll(/(?<mark>\*\*|__|`)(?<words>[^*_`]+)\k<mark>/gu, '$<words>')
