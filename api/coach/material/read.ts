/** What a file is, by its first bytes and never by its name, and what is written in it. */
import { MOST_MATERIAL_CHARACTERS, type MaterialLanguage } from '../../contract/material.ts'
import { MaterialError, type Block, type Format, type Passage } from './blocks.ts'
import { cut } from './cut.ts'
import { readDocx } from './read-docx.ts'
import { readText } from './read-text.ts'

export type Material = {
  readonly format: Format
  readonly passages: readonly Passage[]
  readonly characters: number
}

/** Below so many letters there is nothing to quote: a scanned page has a stamp at most. */
const FEWEST_LETTERS = 20

/** @throws MaterialError. */
export async function readMaterial(file: Uint8Array, language: MaterialLanguage): Promise<Material> {
  const { format, blocks } = await read(file)
  const text = blocks.map(block => block.text).join('')
  if (text.length > MOST_MATERIAL_CHARACTERS) throw new MaterialError('too_much_text')
  if ((text.match(/\p{L}/gu)?.length ?? 0) < FEWEST_LETTERS) throw new MaterialError('no_text')
  const passages = cut(wellFormed(blocks), language === 'other' ? undefined : language)
  const characters = passages.reduce((sum, { heading, passage }) => sum + heading.length + passage.length, 0)
  return { format, passages, characters }
}

async function read(file: Uint8Array): Promise<{ readonly format: Format; readonly blocks: readonly Block[] }> {
  if (file.length === 0) throw new MaterialError('empty_file')
  if (startsWith(file, ZIP)) return { format: 'docx', blocks: await readDocx(file) }
  if (startsWith(file, COMPOUND))
    throw new MaterialError(Buffer.from(file).includes(ENCRYPTED) ? 'password' : 'old_word')
  if (Buffer.from(file.subarray(0, 1024)).includes('%PDF-')) {
    // A megabyte of code that no other file needs.
    const { readPdf } = await import('./read-pdf.ts')
    return { format: 'pdf', blocks: await readPdf(file) }
  }
  return { format: 'text', blocks: readText(file) }
}

const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** Microsoft's compound file: what Word wrote until 2003, and what it puts around a document with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]
/** [MS-OFFCRYPTO] 2.3.1: the stream that holds the encrypted document has this name. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

const startsWith = (file: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => file[index] === byte)

/** PostgreSQL keeps no NUL, and JSON no half of a letter. */
const wellFormed = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map(({ kind, text }) => ({ kind, text: text.toWellFormed().replaceAll(/\p{Cc}/gu, ' ') }))
