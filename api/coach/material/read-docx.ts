/** A Word document (ECMA-376): the paragraphs of its body as they are shown. Nothing is computed, and nothing outside is fetched. */
import { ArchiveError, openArchive, type Archive } from '../../platform/archive.ts'
import { readXml } from '../../platform/xml.ts'
import { MaterialError, type Block } from './blocks.ts'

const MOST_BYTES = 32 * 1024 * 1024
const BODY = 'word/document.xml'

/** @throws MaterialError. */
export async function readDocx(file: Uint8Array): Promise<readonly Block[]> {
  const body = (await opened(file)).bytesOf(BODY)
  if (!body) throw new MaterialError('other_office')
  return readBody(body)
}

async function opened(file: Uint8Array): Promise<Archive> {
  try {
    return await openArchive(file, { wanted: name => name === BODY, mostBytes: MOST_BYTES })
  } catch (error) {
    throw error instanceof ArchiveError ? new MaterialError(error.code, { cause: error }) : error
  }
}

/** Word names the style in the language of whoever wrote it. */
const HEADING = /^(?:heading|title|t[ií]?tulo|encabezado|titre|berschrift|überschrift)/iu

/** What is in there a second time, or not shown: the form for older programs, and what was deleted. */
const UNSEEN = new Set(['Fallback', 'del', 'moveFrom', 'instrText', 'delText'])

async function readBody(bytes: Uint8Array): Promise<readonly Block[]> {
  const blocks: Block[] = []
  let paragraph = ''
  let heading = false
  let hidden = false
  let unseen = 0
  let inText = false
  // Text of the cells of each row that is open: tables stand in tables.
  const rows: string[][] = []
  const endParagraph = (): void => {
    const text = paragraph.trim()
    const row = rows.at(-1)
    if (text && row) row.push(text)
    else if (text) blocks.push({ kind: heading ? 'heading' : 'text', text })
    paragraph = ''
    heading = false
  }
  await readXml(bytes, {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? ''
      if (UNSEEN.has(name)) unseen += 1
      if (name === 'p') paragraph = ''
      if (name === 'pStyle' && HEADING.test(value)) heading = true
      if (name === 'r') hidden = false
      if (name === 'vanish' && !/^(?:0|false|off)$/u.test(value)) hidden = true
      if (name === 't') inText = true
      if (name === 'tr') rows.push([])
      if ((name === 'tab' || name === 'br' || name === 'cr') && unseen === 0) paragraph += ' '
    },
    text: text => {
      if (inText && !hidden && unseen === 0) paragraph += text
    },
    close: name => {
      if (UNSEEN.has(name)) unseen -= 1
      if (name === 't') inText = false
      if (name === 'p') endParagraph()
      if (name !== 'tr') return
      const text = (rows.pop() ?? []).join(' | ')
      const outer = rows.at(-1)
      if (text && outer) outer.push(text)
      else if (text) blocks.push({ kind: 'text', text })
    }
  })
  return blocks
}
