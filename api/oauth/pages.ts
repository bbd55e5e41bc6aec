/** The provider's few pages: plain HTML that works without scripts, with a keyboard, in the dark and at any size. */
import type { Language } from '../identity/identity.ts'
import { wordsIn } from './words.ts'

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
h1{font-size:1.375rem;line-height:1.3;margin:0 0 .5rem}p{margin:0 0 1.25rem;color:var(--soft)}
label{display:block;font-weight:600;margin-bottom:.375rem}input{width:100%;font:inherit;color:inherit;background:transparent;padding:.625rem .75rem;border:1px solid var(--line);border-radius:6px}
.actions{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.25rem}
button,a.button{font:inherit;font-weight:600;padding:.625rem 1.125rem;border-radius:6px;border:1px solid var(--line);background:transparent;color:var(--ink);text-decoration:none;cursor:pointer}
.first{background:var(--act)!important;border-color:var(--act)!important;color:var(--on)!important}
:focus-visible{outline:3px solid var(--act);outline-offset:2px}[role=alert]{color:var(--ink);border-left:4px solid #c4314b;padding-left:.75rem}
code{overflow-wrap:anywhere}@media(max-width:34rem){main{margin:0;min-height:100vh;border-radius:0}}`

export type Page = {
  readonly language: Language
  readonly title: string
  readonly body: string
  /** Trusted HTML. */
  readonly rest?: string
  readonly head?: string
}

export const renderPage = ({ language, title, body, rest = '', head = '' }: Page): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">${head}<title>${escapeHtml(title)} · ConsciousInsights</title><style>${STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(body)}</p>${rest}</main></body></html>`

export function emailPage(language: Language, action: string, wrong?: { readonly email: string }): string {
  const words = wordsIn[language]
  const alert = wrong ? `<p role="alert" id="why">${escapeHtml(words.noCompany)}</p>` : ''
  const described = wrong ? ' aria-invalid="true" aria-describedby="why"' : ''
  return renderPage({
    language,
    title: words.emailTitle,
    body: words.emailBody,
    rest: `<form method="post" action="${escapeHtml(action)}">${alert}<label for="email">${escapeHtml(words.emailLabel)}</label><input id="email" name="email" type="email" required autofocus autocomplete="username" value="${escapeHtml(wrong?.email ?? '')}"${described}><div class="actions"><button class="first">${escapeHtml(words.next)}</button></div></form>`
  })
}

/** Ends the form's own navigation, so that `form-action 'self'` does not forbid the company's sign-in page. */
export function continuePage(language: Language, url: string): string {
  const words = wordsIn[language]
  return renderPage({
    language,
    title: words.continueTitle,
    body: words.continueBody,
    head: `<meta http-equiv="refresh" content="0;url=${escapeHtml(url)}">`,
    rest: `<div class="actions"><a class="button first" href="${escapeHtml(url)}">${escapeHtml(words.next)}</a></div>`
  })
}

export type Dead = {
  readonly title: string
  readonly body: string
  readonly retryAt?: string
  readonly leaveAt?: string
  readonly reference?: string
}

export function refusalPage(language: Language, { title, body, retryAt, leaveAt, reference }: Dead): string {
  const words = wordsIn[language]
  const retry = retryAt ? `<a class="button first" href="${escapeHtml(retryAt)}">${escapeHtml(words.retry)}</a>` : ''
  const leave = leaveAt
    ? `<form method="post" action="${escapeHtml(leaveAt)}"><button>${escapeHtml(words.back)}</button></form>`
    : ''
  const support = reference ? `<p><code>${escapeHtml(reference)}</code></p>` : ''
  return renderPage({ language, title, body, rest: `${support}<div class="actions">${retry}${leave}</div>` })
}

export function signOutPage(language: Language, form: string): string {
  const words = wordsIn[language]
  return renderPage({
    language,
    title: words.signOutTitle,
    body: words.signOutBody,
    rest: `${form}<div class="actions"><button class="first" form="op.logoutForm" name="logout" value="yes">${escapeHtml(words.signOut)}</button><button form="op.logoutForm">${escapeHtml(words.stay)}</button></div>`
  })
}
