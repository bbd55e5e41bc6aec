/** How numbers of a workbook are shown: which are dates, and which are padded with zeros. After ECMA-376, 18.8.30 and 18.8.31. */
import { readXml } from './sheet-zip.ts'

export type Shown =
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  | { readonly kind: 'digits'; readonly digits: number }

const NUMBER: Shown = { kind: 'number' }
const DATE: Shown = { kind: 'date' }

/** @returns by index of a cell's style. */
export async function readStyles(bytes: Uint8Array | undefined): Promise<(style: string | undefined) => Shown> {
  const told = new Map<string, Shown>()
  const formats: string[] = []
  let inCells = false
  if (bytes)
    await readXml(bytes, {
      open: (name, attributes) => {
        if (name === 'numFmt') told.set(attributes['numFmtId'] ?? '', shownBy(attributes['formatCode'] ?? ''))
        if (name === 'cellXfs') inCells = true
        if (name === 'xf' && inCells) formats.push(attributes['numFmtId'] ?? '0')
      },
      close: name => {
        if (name === 'cellXfs') inCells = false
      }
    })
  const shown = formats.map(id => told.get(id) ?? (isBuiltInDate(Number(id)) ? DATE : NUMBER))
  return style => shown[Number(style ?? 0)] ?? NUMBER
}

const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** Excel takes no more. */
const MOST_CODE = 255

function shownBy(told: string): Shown {
  const code = told.slice(0, MOST_CODE)
  if (/^0{2,}$/u.test(code)) return { kind: 'digits', digits: code.length }
  // Letters in quotes, in brackets or after a backslash are shown as they are.
  const bare = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./gu, '')
  return /[dy]/iu.test(bare) ? DATE : NUMBER
}
