/** A paper as blocks → one HTML file that needs nothing else, reads on a screen and prints on A4. Pure. */
import { escapeHtml } from '../platform/page.ts'

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'steps'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'code'; readonly text: string }
  /** Our own drawing: trusted. */
  | { readonly kind: 'figure'; readonly svg: string }

export type Paper = {
  /** BCP 47. */
  readonly language: string
  readonly title: string
  /** Below the title: whose it is and what it holds for. */
  readonly about: string
  readonly blocks: readonly Block[]
}

export const heading = (text: string): Block => ({ kind: 'heading', text })
export const text = (value: string): Block => ({ kind: 'text', text: value })
export const list = (items: readonly string[]): Block => ({ kind: 'list', items })
export const steps = (items: readonly string[]): Block => ({ kind: 'steps', items })
export const code = (value: string): Block => ({ kind: 'code', text: value })
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  head,
  rows
})

const STYLE = `
:root{color-scheme:light}*{box-sizing:border-box}
body{margin:0;background:#fff;color:#1b1a19;font:15px/1.5 system-ui,"Segoe UI",sans-serif}
main{max-width:60rem;margin:0 auto;padding:2rem 1rem 4rem;overflow-wrap:anywhere}
h1{font-size:clamp(1.3rem,6vw,1.6rem);line-height:1.25;margin:0 0 .25rem}h1,h2{hyphens:auto}h2{font-size:1.15rem;margin:2rem 0 .5rem}
p,ul,ol{margin:0 0 .75rem}li{margin-bottom:.25rem}.about{color:#55524f}
.scroll{overflow-x:auto;margin:0 0 1rem}table{border-collapse:collapse;width:100%;font-size:.875rem}
th,td{border:1px solid #8a8580;padding:.375rem .5rem;text-align:left;vertical-align:top;overflow-wrap:break-word;hyphens:auto}
th{background:#f3f1ee}pre{background:#f3f1ee;padding:.75rem;overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.8125rem}
code{font-size:.9em;overflow-wrap:anywhere}svg{max-width:100%;height:auto}
@media screen and (max-width:40rem){table,tbody,tr,td{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}tr{border-top:1px solid #8a8580;padding:.5rem 0}td{border:0;padding:.125rem 0}td:empty{display:none}td:before{content:attr(data-head);display:block;color:#55524f}}
@page{size:A4;margin:16mm 14mm}@media print{main{max-width:none;padding:0}h2{break-after:avoid}tr{break-inside:avoid}.scroll{overflow:visible}table{font-size:.75rem}th,td{padding:.25rem .375rem}}`

export const toHtml = ({ language, title, about, blocks }: Paper): string =>
  `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${inline(title)}</h1><p class="about">${inline(about)}</p>
${blocks.map(draw).join('\n')}
</main></body></html>
`

function draw(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${inline(block.text)}</h2>`
    case 'text':
      return `<p>${inline(block.text)}</p>`
    case 'list':
      return `<ul>${items(block.items)}</ul>`
    case 'steps':
      return `<ol>${items(block.items)}</ol>`
    case 'code':
      return `<pre>${escapeHtml(block.text)}</pre>`
    case 'figure':
      return block.svg
    case 'table':
      return drawTable(block)
  }
}

const items = (all: readonly string[]): string => all.map(item => `<li>${inline(item)}</li>`).join('')

/** On a phone each row is a short list, each cell under the name of its column. */
function drawTable({ head, rows }: Extract<Block, { kind: 'table' }>): string {
  const heads = head.map(name => `<th scope="col">${inline(name)}</th>`).join('')
  const row = (cells: readonly string[]): string =>
    cells.map((cell, column) => `<td data-head="${escapeHtml(head[column] ?? '')}">${inline(cell)}</td>`).join('')
  const body = rows.map(cells => `<tr>${row(cells)}</tr>`).join('')
  return `<div class="scroll"><table><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></div>`
}

/** Text between backticks is code; nothing else is markup. */
const inline = (value: string): string => escapeHtml(value).replaceAll(/`([^`]+)`/gu, '<code>$1</code>')
