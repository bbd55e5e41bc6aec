/** The provider's few pages: plain HTML that works without scripts, with a keyboard, in the dark and at any size. */
import type { Language } from '../identity/identity.ts'
import { escapeHtml, renderPage } from '../platform/page.ts'
import { wordsIn } from './words.ts'

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
export function continuePage(language: Language, url: string, to: 'company' | 'microsoft' = 'company'): string {
  const words = wordsIn[language]
  const [title, body] = to === 'company' ? [words.continueTitle, words.continueBody] : words.toMicrosoft
  return renderPage({
    language,
    title,
    body,
    head: `<meta http-equiv="refresh" content="0;url=${escapeHtml(url)}">`,
    rest: `<div class="actions"><a class="button first" href="${escapeHtml(url)}">${escapeHtml(words.next)}</a></div>`
  })
}

type TwoWays = { readonly action: string; readonly email: string; readonly url: string }

/** While a company is set up: its own sign-in, or a code for whoever was invited to do it. */
export function twoWaysPage(language: Language, { action, email, url }: TwoWays): string {
  const words = wordsIn[language]
  const code = `<form method="post" action="${escapeHtml(action)}"><input type="hidden" name="email" value="${escapeHtml(email)}"><button name="way" value="code">${escapeHtml(words.settingUpCode)}</button></form>`
  return renderPage({
    language,
    title: words.settingUpTitle,
    body: words.settingUpBody,
    rest: `<div class="actions"><a class="button first" href="${escapeHtml(url)}">${escapeHtml(words.settingUpProvider)}</a></div><div class="actions">${code}</div>`
  })
}

export type Dead = {
  readonly title: string
  readonly body: string
  readonly retryAt?: string
  readonly leaveAt?: string
  readonly reference?: string
  /** Of ConsciousInsights itself, where it is not the company's to mend. */
  readonly support?: string | undefined
}

export function refusalPage(language: Language, { title, body, retryAt, leaveAt, reference, support }: Dead): string {
  const words = wordsIn[language]
  const retry = retryAt ? `<a class="button first" href="${escapeHtml(retryAt)}">${escapeHtml(words.retry)}</a>` : ''
  const leave = leaveAt
    ? `<form method="post" action="${escapeHtml(leaveAt)}"><button>${escapeHtml(words.back)}</button></form>`
    : ''
  const help = support ? `<p>${escapeHtml(words.support)} ${contactLink(support)}</p>` : ''
  const line = reference ? `<p>${escapeHtml(words.reference)}<br><code>${escapeHtml(reference)}</code></p>` : ''
  return renderPage({ language, title, body, rest: `${help}${line}<div class="actions">${retry}${leave}</div>` })
}

/** Nothing that the person or their company did. */
export const brokenPage = (language: Language, found: Pick<Dead, 'reference' | 'support'>): string =>
  refusalPage(language, { title: wordsIn[language].brokenTitle, body: wordsIn[language].brokenBody, ...found })

const contactLink = (contact: string): string => {
  const isPage = contact.startsWith('https:')
  return `<a href="${escapeHtml(isPage ? contact : `mailto:${contact}`)}">${escapeHtml(contact.replace('https://', ''))}</a>`
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
