/** Files as people have them, as bytes: Word documents and PDFs, whole and broken. */
import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

type Paragraph =
  | string
  | { readonly heading: string }
  | { readonly rows: readonly (readonly string[])[] }
  | { readonly xml: string }

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`

function xmlOf(paragraph: Paragraph): string {
  if (typeof paragraph === 'string') return `<w:p>${run(paragraph)}</w:p>`
  if ('xml' in paragraph) return paragraph.xml
  if ('heading' in paragraph) return `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(paragraph.heading)}</w:p>`
  const rows = paragraph.rows.map(
    cells => `<w:tr>${cells.map(cell => `<w:tc><w:p>${run(cell)}</w:p></w:tc>`).join('')}</w:tr>`
  )
  return `<w:tbl>${rows.join('')}</w:tbl>`
}

export const documentXml = (paragraphs: readonly Paragraph[]): string =>
  `${HEAD}<w:document ${W}><w:body>${paragraphs.map(xmlOf).join('')}</w:body></w:document>`

export const zipOf = (entries: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])))

export const docxOf = (...paragraphs: readonly Paragraph[]): Uint8Array =>
  zipOf({ '[Content_Types].xml': `${HEAD}<Types/>`, 'word/document.xml': documentXml(paragraphs) })

/** A line each, and a wider gap where one is empty. */
export const pdfOf = (...pages: readonly (readonly string[])[]): Uint8Array =>
  pdfWith(pages.map(lines => ({ content: Buffer.from(contentOf(lines)), filter: '' })))

const contentOf = (lines: readonly string[]): string =>
  lines
    .map((line, at) =>
      line === '' ? '' : `BT /F1 12 Tf 50 ${750 - 14 * at} Td (${line.replaceAll(/[()\\]/gu, String.raw`\$&`)}) Tj ET`
    )
    .join('\n')

/** A page whose content is small here and `bytes` long once it is inflated. */
export const swellingPdf = (bytes: number): Uint8Array =>
  pdfWith([{ content: deflateSync(Buffer.alloc(bytes, ' ')), filter: '/Filter /FlateDecode' }])

type Content = { readonly content: Buffer; readonly filter: string }

/** @param trailer such as the entries that lock it. */
export function pdfWith(pages: readonly Content[], trailer = ''): Uint8Array {
  const kids = pages.map((_page, at) => `${4 + 2 * at} 0 R`).join(' ')
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'),
    ...pages.flatMap(({ content, filter }, at) => [
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * at} 0 R >>`
      ),
      Buffer.concat([
        Buffer.from(`<< /Length ${content.length} ${filter} >>\nstream\n`),
        content,
        Buffer.from('\nendstream')
      ])
    ])
  ]
  let file = Buffer.from('%PDF-1.4\n')
  const places = objects.map((object, at) => {
    const place = file.length
    file = Buffer.concat([file, Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.concat([file, Buffer.from(end)])
}

/** Locked with a password that nobody here has. */
export function lockedPdf(): Uint8Array {
  const secret = '5a'.repeat(32)
  const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${secret}> /U <${secret}> /P -44 >>`
  return pdfWith([{ content: Buffer.from(contentOf(['Secret'])), filter: '' }], `${encrypt} /ID [<00> <00>]`)
}

/** What Word leaves that saves with a password: [MS-CFB] with a stream of this name. */
export const lockedWord = (): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    Buffer.alloc(600),
    Buffer.from('EncryptedPackage', 'utf16le'),
    Buffer.alloc(100)
  ])
