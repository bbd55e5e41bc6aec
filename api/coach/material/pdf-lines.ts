/** Paragraphs from the lines of a PDF, which knows none: told by the gaps between lines. Pure. */
export type Line = { readonly text: string; readonly y: number; readonly height: number }

/** A line further below the one before than this many of its heights begins a paragraph. */
const GAP = 1.8
/** What stands on so many pages, word for word, is a running title. */
const REPEATED = 3

export function paragraphsOf(pages: readonly (readonly Line[])[]): readonly string[] {
  const running = runningIn(pages)
  const paragraphs: string[] = []
  for (const page of pages) {
    const lines = page.filter(({ text }) => !running.has(text) && !/^[\divxl\s./|–-]{1,12}$/u.test(text))
    for (const [at, line] of lines.entries()) {
      const before = lines[at - 1]
      const last = paragraphs.at(-1)
      if (last === undefined || begins(before, line, last)) paragraphs.push(line.text)
      else paragraphs[paragraphs.length - 1] = joined(last, line.text)
    }
  }
  return paragraphs
}

function runningIn(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const seen = new Map<string, number>()
  for (const page of pages)
    for (const text of new Set(page.map(line => line.text))) seen.set(text, (seen.get(text) ?? 0) + 1)
  return new Set([...seen].filter(([, count]) => count >= Math.max(REPEATED, pages.length / 2)).map(([text]) => text))
}

/** A sentence that a page's end cut goes on over the page. */
function begins(before: Line | undefined, line: Line, last: string): boolean {
  const ended = /[.!?:;…]["”»)]?$/u.test(last)
  if (!before) return ended
  if (/^(?:[-•*]|\d{1,3}[.)])\s/u.test(line.text)) return true
  const below = before.y - line.y
  return below < 0 ? ended : below > GAP * Math.max(before.height, line.height, 1)
}

/** A word that the line's end cut is whole again. */
const joined = (before: string, line: string): string =>
  /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(line) ? before.slice(0, -1) + line : `${before} ${line}`
