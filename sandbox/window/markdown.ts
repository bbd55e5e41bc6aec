/** The part of Teams' Markdown that the product's cards use: links, and backslashes before what is not meant as markup. Pure. */
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/gu, char => ENTITIES[char] ?? char)

const LINK = /(?<!\\)\[(?<label>[^\]]+)\]\((?<url>https?:\/\/[^)\s]+)\)/gu

/** @returns HTML that holds text and links only. */
export function toHtml(text: string): string {
  const parts: string[] = []
  let from = 0
  for (const match of text.matchAll(LINK)) {
    const { label = '', url = '' } = match.groups ?? {}
    parts.push(plain(text.slice(from, match.index)), `<a href="${escapeHtml(url)}">${plain(label)}</a>`)
    from = match.index + match[0].length
  }
  parts.push(plain(text.slice(from)))
  return parts.join('')
}

const plain = (text: string): string => escapeHtml(text.replaceAll(/\\(?<mark>[*_[\]\\])/gu, '$<mark>'))
