/** Plain HTML pages that work without scripts, with a keyboard, in the dark and at any size. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/gu, char => ENTITIES[char] ?? char)

const STYLE = `
:root{color-scheme:light dark;--ink:#1b1a19;--soft:#55524f;--paper:#fff;--ground:#f3f1ee;--line:#8a8580;--act:#2f4b9b;--on:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#f4f2ef;--soft:#c4bfb9;--paper:#242322;--ground:#161514;--line:#8f8a84;--act:#a9bdf5;--on:#131b33}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",sans-serif}
main{max-width:30rem;margin:12vh auto;padding:2rem;background:var(--paper);border-radius:12px}
h2{font-size:1.0625rem;margin:1.5rem 0 .25rem}h1{font-size:1.375rem;line-height:1.3;margin:0 0 .5rem}p{margin:0 0 1.25rem;color:var(--soft)}
label{display:block;font-weight:600;margin-bottom:.375rem}input{width:100%;font:inherit;color:inherit;background:transparent;padding:.625rem .75rem;border:1px solid var(--line);border-radius:6px}
.actions{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.25rem}
button,a.button{font:inherit;font-weight:600;padding:.625rem 1.125rem;border-radius:6px;border:1px solid var(--line);background:transparent;color:var(--ink);text-decoration:none;cursor:pointer}
.first{background:var(--act)!important;border-color:var(--act)!important;color:var(--on)!important}
:focus-visible{outline:3px solid var(--act);outline-offset:2px}[role=alert]{color:var(--ink);border-left:4px solid #c4314b;padding-left:.75rem}
@media(forced-colors:active){.first{background:ButtonFace!important;color:ButtonText!important}:root{--act:Highlight}}
code{overflow-wrap:anywhere;user-select:all}p a{color:inherit}@media(max-width:34rem){main{margin:0;min-height:100vh;border-radius:0}}`

export type Page = {
  /** `en` or `es`. */
  readonly language: string
  readonly title: string
  readonly body: string
  /** Trusted HTML. */
  readonly rest?: string
  readonly head?: string
}

export const renderPage = ({ language, title, body, rest = '', head = '' }: Page): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">${head}<title>${escapeHtml(title)} · ConsciousInsights</title><style>${STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(body)}</p>${rest}</main></body></html>`
