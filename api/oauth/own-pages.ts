/** Pages of a sign-in with CI itself. They work without scripts; the script adds passkeys, the countdown and news of the mail. */
import type { Language } from '../identity/identity.ts'
import { escapeHtml, renderPage } from '../platform/page.ts'
import { ownWordsIn, type OwnWords } from './own-words.ts'

/** Addresses of what the page's forms and script ask for. */
export type At = { readonly base: string; readonly script: string }

const scriptOf = ({ script }: At): string => `<script type="module" src="${escapeHtml(script)}"></script>`

const alertOf = (text: string | undefined): string => (text ? `<p role="alert" id="why">${escapeHtml(text)}</p>` : '')
const described = (text: string | undefined): string => (text ? ' aria-invalid="true" aria-describedby="why"' : '')

type Field = { readonly name: string; readonly label: string; readonly attributes: string }
const field = ({ name, label, attributes }: Field): string =>
  `<label for="${name}">${escapeHtml(label)}</label><input id="${name}" name="${name}" required ${attributes}>`
const button = (text: string, kind = ''): string => `<button${kind}>${escapeHtml(text)}</button>`
const FIRST = ' class="first"'
const form = (action: string, inner: string, attributes = ''): string =>
  `<form method="post" action="${escapeHtml(action)}"${attributes}>${inner}</form>`
const actions = (inner: string): string => `<div class="actions">${inner}</div>`

type Passkey = {
  readonly use: 'get' | 'create'
  readonly action: string
  readonly options: object
  readonly label: string
  readonly failed: string
  /** The browser may offer it in the address field by itself. */
  readonly inField: boolean
}

/** Hidden until the script finds that the browser can. */
const passkeyForm = ({ use, action, options, label, failed, inField }: Passkey): string =>
  form(
    action,
    `<input type="hidden" name="answer"><p role="alert" hidden>${escapeHtml(failed)}</p>${actions(`<button type="button" class="first">${escapeHtml(label)}</button>`)}`,
    ` data-passkey="${use}" data-options="${escapeHtml(JSON.stringify(options))}"${inField ? ' data-in-field' : ''} hidden`
  )

export type SignInWrong = 'notAnAddress' | 'otherCompany' | 'passkeyRefused'
export type SignInPage = {
  readonly at: At
  readonly email: string
  readonly wrong: SignInWrong | undefined
  /** What a passkey would sign; undefined where none can be. */
  readonly options: object | undefined
}

export function signInPage(language: Language, { at, email, wrong, options }: SignInPage): string {
  const words = ownWordsIn[language]
  const why = wrong && words[wrong]
  const ofAddress = wrong !== 'passkeyRefused' ? why : undefined
  const passkey =
    options &&
    passkeyForm({
      use: 'get',
      action: `${at.base}/passkey`,
      options,
      label: words.withPasskey,
      failed: words.passkeyFailed,
      // One that was just refused would be offered again.
      inField: wrong !== 'passkeyRefused'
    }) + `<p data-with-passkey hidden style="margin:1.25rem 0 .75rem">${escapeHtml(words.or)}</p>`
  const input = field({
    name: 'email',
    label: words.emailLabel,
    attributes: `type="email" maxlength="254" autofocus autocomplete="username webauthn" value="${escapeHtml(email)}"${described(ofAddress)}`
  })
  const ask = form(`${at.base}/email`, input + actions(button(words.next, options ? '' : FIRST)))
  const rest = alertOf(why) + (passkey ?? '') + ask
  return renderPage({ language, title: words.title, body: words.body, rest, head: options ? scriptOf(at) : '' })
}

export type CodeWrong =
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'over' }
  | { readonly kind: 'waits' }
export type CodePage = {
  readonly at: At
  readonly email: string
  readonly wrong: CodeWrong | undefined
  readonly waiting: boolean
  readonly seconds: number
}

export function codePage(language: Language, { at, email, wrong, waiting, seconds }: CodePage): string {
  const words = ownWordsIn[language]
  const why = wrong && whyOf(words, wrong, seconds)
  const input = field({
    name: 'code',
    label: words.codeLabel,
    attributes: `inputmode="numeric" autocomplete="one-time-code" maxlength="20" autofocus${described(why)}`
  })
  const enter = form(`${at.base}/code`, input + actions(button(words.signIn, FIRST)))
  const again = form(`${at.base}/again`, button(words.again), ` data-again="${seconds}"`)
  const other = `<a class="button" href="${escapeHtml(at.base)}">${escapeHtml(words.otherAddress)}</a>`
  const state = `<p role="status" data-mail="${escapeHtml(`${at.base}/mail`)}" data-waiting="${escapeHtml(words.waiting)}">${waiting ? escapeHtml(words.waiting) : ''}</p>`
  const help = `<p style="margin:1.25rem 0 0">${escapeHtml(words.noMail)}</p>`
  return renderPage({
    language,
    title: words.codeTitle,
    body: words.codeBody(email),
    rest: state + alertOf(why) + enter + help + actions(again + other),
    head: scriptOf(at)
  })
}

function whyOf(words: OwnWords, wrong: CodeWrong, seconds: number): string {
  switch (wrong.kind) {
    case 'wrong':
      return wrong.left > 0 ? words.wrongCode(wrong.left) : words.codeSpent
    case 'over':
      return words.codeOver
    case 'waits':
      return words.againIn(seconds)
  }
}

type Choice = { readonly organizationId: string; readonly name: string }

export function wherePage(language: Language, at: At, choices: readonly Choice[]): string {
  const words = ownWordsIn[language]
  const one = ({ organizationId, name }: Choice): string =>
    `<button name="organization" value="${escapeHtml(organizationId)}">${escapeHtml(name)}</button>`
  return renderPage({
    language,
    title: words.whereTitle,
    body: words.whereBody,
    rest: form(`${at.base}/where`, actions(choices.map(one).join('')))
  })
}

type Offer = { readonly at: At; readonly options: object | undefined; readonly failed: boolean }

export function offerPage(language: Language, { at, options, failed }: Offer): string {
  const words = ownWordsIn[language]
  const add =
    options &&
    passkeyForm({
      use: 'create',
      action: `${at.base}/new-passkey`,
      options,
      label: words.add,
      failed: words.addFailed,
      inField: false
    })
  return renderPage({
    language,
    title: words.offerTitle,
    body: words.offerBody,
    rest:
      alertOf(failed ? words.addFailed : undefined) +
      (add ?? '') +
      form(`${at.base}/done`, actions(button(words.skip))),
    head: options ? scriptOf(at) : ''
  })
}
