/** A mail's words as simple HTML, in the light and in the dark; still to be read where a mail program drops the style sheet. */
import { escapeHtml } from './page.ts'

export type Link = {
  readonly text: string
  readonly url: string
  /** What is wanted most stands out. */
  readonly first?: boolean
}

const DARK = `@media(prefers-color-scheme:dark){body,.paper{background:#242322!important;color:#f4f2ef!important}.soft{color:#c4bfb9!important}.button{color:#a9bdf5!important;border-color:#a9bdf5!important}.first{background:#a9bdf5!important;color:#131b33!important}.line{border-color:#6b6763!important}}`
const BUTTON =
  'display:inline-block;margin:0 8px 8px 0;padding:10px 16px;border:1px solid #2f4b9b;border-radius:6px;text-decoration:none;font-weight:600'

/** The HTML of its parts is trusted. */
export function letterHtml(language: string, title: string, parts: readonly string[]): string {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title><style>:root{color-scheme:light dark}${DARK}</style>`
  return `<!doctype html><html lang="${language}"><head>${head}</head><body style="margin:0;background:#fff;color:#1b1a19"><div class="paper" style="max-width:520px;padding:24px;font:16px/1.5 'Segoe UI',sans-serif;overflow-wrap:anywhere;color:#1b1a19">${parts.join('')}</div></body></html>`
}

export const heading = (text: string): string =>
  `<h1 style="font-size:18px;line-height:1.4;margin:0 0 16px">${escapeHtml(text)}</h1>`

export const paragraph = (text: string): string => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`

const INK = { first: 'background:#2f4b9b;color:#fff', other: 'color:#2f4b9b' }

/** What leads on, one beside the other. */
export const buttons = (links: readonly Link[]): string => `<p style="margin:0 0 8px">${links.map(button).join('')}</p>`

const button = (link: Link): string =>
  anchor(link, link.first ? 'button first' : 'button', `${BUTTON};${link.first ? INK.first : INK.other}`)

export const line = '<hr class="line" style="border:0;border-top:1px solid #cfcac4;margin:8px 0 16px">'

const SMALL = 'font-size:13px;margin:0 0 8px;color:#55524f'

export const small = (text: string): string => `<p class="soft" style="${SMALL}">${escapeHtml(text)}</p>`

export const smallLinks = (links: readonly Link[]): string =>
  `<p class="soft" style="${SMALL};line-height:2">${links.map(link => anchor(link, 'soft', 'display:inline-block;color:#55524f')).join(' · ')}</p>`

const anchor = ({ text, url }: Link, name: string, style: string): string =>
  `<a class="${name}" href="${escapeHtml(url)}" style="${style}">${escapeHtml(text)}</a>`
