import type { ProofRefusal } from '../contract/tenants.ts'
import type { Language, ProofResult, ProvingCompany } from '../identity/identity.ts'
import { escapeHtml, renderPage } from '../platform/page.ts'
import { refusalPage } from './pages.ts'
import { tenantWordsIn } from './tenant-words.ts'

const fact = (name: string, value: string): string =>
  `<p>${escapeHtml(name)}<br><strong>${escapeHtml(value)}</strong></p>`
const warning = (text: string): string => `<p role="note"><strong>${escapeHtml(text)}</strong></p>`
const form = (action: string, buttons: string): string =>
  `<form method="post" action="${escapeHtml(action)}"><div class="actions">${buttons}</div></form>`

const facts = (language: Language, { name, domains }: ProvingCompany): string => {
  const words = tenantWordsIn[language]
  return fact(words.company, name) + fact(words.domains, domains.join(', ') || words.noDomains)
}

/** Names who asks before anything happens: whoever opens it may have been sent the link by a stranger. */
export function tenantPage(
  language: Language,
  { action, company }: { action: string; company: ProvingCompany }
): string {
  const words = tenantWordsIn[language]
  const rest =
    facts(language, company) +
    `<p>${escapeHtml(words.asked)}</p>` +
    warning(words.warning) +
    form(action, `<button class="first">${escapeHtml(words.next)}</button>`)
  return renderPage({ language, title: words.title, body: words.body, rest })
}

type Asked = Extract<ProofResult, { kind: 'ask' }>

export function askPage(language: Language, action: string, { company, username, tenantId }: Asked): string {
  const words = tenantWordsIn[language]
  const buttons =
    `<button class="first" name="decision" value="yes">${escapeHtml(words.yes)}</button>` +
    `<button name="decision" value="no">${escapeHtml(words.no)}</button>`
  const rest =
    facts(language, company) +
    fact(words.account, username) +
    fact(words.tenant, tenantId) +
    warning(words.warning) +
    form(action, buttons)
  return renderPage({ language, title: words.askTitle, body: words.askBody, rest })
}

type Proved = Extract<ProofResult, { kind: 'proved' }>

export function provedPage(language: Language, { company, tenantId, tookFromOther }: Proved): string {
  const words = tenantWordsIn[language]
  const body = tookFromOther ? words.tookBody : words.provedBody
  const rest = facts(language, company) + fact(words.tenant, tenantId)
  return renderPage({ language, title: words.provedTitle, body, rest })
}

export function declinedPage(language: Language): string {
  const words = tenantWordsIn[language]
  return renderPage({ language, title: words.declinedTitle, body: words.declinedBody })
}

export function proofOverPage(language: Language): string {
  const words = tenantWordsIn[language]
  return refusalPage(language, { title: words.overTitle, body: words.overBody })
}

/** @param retryAt where the same proof may be tried again. */
export function proofRefusedPage(language: Language, reason: ProofRefusal, retryAt: string): string {
  const [title, body] = tenantWordsIn[language].refusals[reason]
  return refusalPage(language, { title, body, ...(reason === 'proved_by_other' ? {} : { retryAt }) })
}
