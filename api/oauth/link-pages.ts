import type { Language } from '../identity/identity.ts'
import { escapeHtml, renderPage } from '../platform/page.ts'
import { linkWordsIn } from './link-words.ts'
import { refusalPage } from './pages.ts'

const fact = (name: string, value: string): string =>
  `<p>${escapeHtml(name)}<br><strong>${escapeHtml(value)}</strong></p>`
const warning = (text: string): string => `<p role="note"><strong>${escapeHtml(text)}</strong></p>`

/** Names the account before anything happens: it may not be the reader's. */
export function linkPage(language: Language, { action, accountName }: { action: string; accountName: string }): string {
  const words = linkWordsIn[language]
  const form = `<form method="post" action="${escapeHtml(action)}"><div class="actions"><button class="first">${escapeHtml(words.next)}</button></div></form>`
  const rest = fact(words.account, accountName) + warning(words.warning) + form
  return renderPage({ language, title: words.title, body: words.body, rest })
}

type Shown = { readonly code: string; readonly accountName: string; readonly personName: string }

export function codePage(language: Language, { code, accountName, personName }: Shown): string {
  const words = linkWordsIn[language]
  const spoken = code.split('').join(' ')
  const shown = `<p style="font-size:2rem;letter-spacing:.2em;color:inherit"><span aria-hidden="true">${escapeHtml(code)}</span><span style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)">${escapeHtml(spoken)}</span></p>`
  const facts = fact(words.account, accountName) + fact(words.person, personName)
  const rest = shown + facts + warning(words.codeWarning)
  return renderPage({ language, title: words.codeTitle, body: words.codeBody, rest })
}

export type NotJoined = 'expired' | 'account_linked' | 'person_linked'

export function notJoinedPage(language: Language, reason: NotJoined): string {
  const words = linkWordsIn[language]
  return reason === 'expired'
    ? refusalPage(language, { title: words.overTitle, body: words.overBody })
    : refusalPage(language, { title: words[`${reason}Title`], body: words[`${reason}Body`] })
}
