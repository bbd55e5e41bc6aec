/** A PDF's text, in the order in which it was written. The one file that knows the reader. */
import { getDocumentProxy } from 'unpdf'
import { z } from 'zod'
import { MaterialError, type Block } from './blocks.ts'
import { paragraphsOf, type Line } from './pdf-lines.ts'

const MOST_PAGES = 500
/** Of one page's text a screen holds a few thousand; a page of millions is made to be a burden. */
const MOST_ITEMS = 200_000

const itemSchema = z.object({
  str: z.string(),
  height: z.number(),
  hasEOL: z.boolean(),
  /** Where it stands: the last two are x and y, from the page's lower left corner. */
  transform: z.array(z.number()).length(6)
})

/** @throws MaterialError. */
export async function readPdf(file: Uint8Array): Promise<readonly Block[]> {
  const document = await opened(file)
  if (document.numPages > MOST_PAGES) throw new MaterialError('too_many_pages')
  const pages: (readonly Line[])[] = []
  try {
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      if (items.length > MOST_ITEMS) throw new MaterialError('too_large_inside')
      pages.push(linesOf(items))
      page.cleanup()
    }
  } catch (error) {
    throw error instanceof MaterialError ? error : new MaterialError('damaged', { cause: error })
  }
  return paragraphsOf(pages).map(text => ({ kind: 'text', text }))
}

const QUIET = 0

async function opened(file: Uint8Array) {
  try {
    // It keeps the bytes it is handed, so it gets its own.
    return await getDocumentProxy(Uint8Array.from(file), {
      verbosity: QUIET,
      useSystemFonts: false,
      stopAtErrors: false
    })
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException'
    throw new MaterialError(locked ? 'password' : 'damaged', { cause: error })
  }
}

function linesOf(items: readonly unknown[]): readonly Line[] {
  const lines: Line[] = []
  let open: Line | undefined
  const close = (): void => {
    if (open && open.text.trim() !== '') lines.push({ ...open, text: open.text.trim() })
    open = undefined
  }
  for (const item of items) {
    // Marks of structure come along with the text.
    const { data } = itemSchema.safeParse(item)
    if (!data) continue
    const { str, height, hasEOL, transform } = data
    const y = transform[5] ?? 0
    open = open ? { ...open, text: open.text + str, height: Math.max(open.height, height) } : { text: str, y, height }
    if (hasEOL) close()
  }
  close()
  return lines
}
