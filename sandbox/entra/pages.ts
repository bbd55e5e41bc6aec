/** The sign-in and consent pages, plain and marked as simulated. */
import type { Response } from 'express'
import type { KnownAccount, Registration } from './directory.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}
const escape = (text: string): string => text.replace(/[&<>"']/gu, sign => ENTITIES[sign] ?? sign)

const STYLE = `
  body { margin: 0; font: 15px/1.5 "Segoe UI", system-ui, sans-serif; background: #f5f5f5; color: #242424 }
  main { max-width: 400px; margin: 8vh auto; padding: 32px; background: #fff; border: 1px solid #d1d1d1; border-radius: 8px }
  h1 { font-size: 22px; margin: 0 0 16px } p { margin: 0 0 12px } ul { padding-left: 20px }
  .note { font-size: 13px; color: #616161 } .error { color: #b10e1c }
  input { width: 100%; box-sizing: border-box; padding: 8px; font: inherit; margin-bottom: 16px; border: 1px solid #8a8a8a; border-radius: 4px }
  button { font: inherit; padding: 6px 20px; border: 1px solid #8a8a8a; border-radius: 4px; background: #fff; cursor: pointer }
  button.first { background: #0f548c; border-color: #0f548c; color: #fff }
  .account { display: block; width: 100%; text-align: left; margin-bottom: 8px }
  .account small { display: block; color: #616161 }`

type Page = { readonly title: string; readonly body: string; readonly status?: number }

/** Entra's pages refuse to be framed, which is why consent needs a popup. */
function sendPage(res: Response, { title, body, status = 200 }: Page): void {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title><style>${STYLE}</style>`
  const note =
    '<p class="note">Simulated Microsoft Entra ID. Accounts here are demo accounts, and no password is asked for.</p>'
  res
    .status(status)
    .set({
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'x-frame-options': 'DENY',
      'cache-control': 'no-store, no-cache',
      'referrer-policy': 'no-referrer'
    })
    .type('html')
    .send(
      `<!doctype html><html lang="en"><head>${head}</head><body><main><h1>${escape(title)}</h1>${body}${note}</main></body></html>`
    )
}

const hidden = (name: string, value: string): string => `<input type="hidden" name="${name}" value="${escape(value)}">`

type SignInPage = {
  /** Where the form is sent, and the authorization request it belongs to. */
  readonly action: string
  readonly request: string
  readonly hint: string
  readonly accounts: readonly KnownAccount[]
  readonly error?: string
}

export function sendSignIn(res: Response, { action, request, hint, accounts, error }: SignInPage): void {
  const tiles = accounts.map(
    ({ name, upn }) =>
      `<button class="account" name="pick" value="${escape(upn)}" formnovalidate>${escape(name)}<small>${escape(upn)}</small></button>`
  )
  const body = `
    ${error ? `<p class="error" role="alert">${escape(error)}</p>` : ''}
    <form method="post" action="${escape(action)}">${hidden('request', request)}
      <label for="username">Work account</label>
      <input id="username" name="username" type="email" autocomplete="username" required value="${escape(hint)}">
      <p><button class="first">Next</button></p>
      ${tiles.length > 0 ? `<p class="note">Or pick an account</p>${tiles.join('')}` : ''}
    </form>`
  sendPage(res, { title: 'Sign in', body })
}

type ConsentPage = {
  readonly action: string
  readonly request: string
  readonly account: KnownAccount
  readonly app: Registration
  readonly scopes: readonly string[]
}

export function sendConsent(res: Response, { action, request, account, app, scopes }: ConsentPage): void {
  const body = `
    <p>${escape(account.upn)}</p><p><strong>${escape(app.name)}</strong> would like to:</p>
    <ul>${scopes.map(scope => `<li>${escape(scope)}</li>`).join('')}</ul>
    <form method="post" action="${escape(action)}">${hidden('request', request)}${hidden('oid', account.oid)}${hidden('tid', account.tid)}
      <button name="decision" value="decline">Cancel</button>
      <button class="first" name="decision" value="accept">Accept</button>
    </form>`
  sendPage(res, { title: 'Permissions requested', body })
}

type AdminConsentPage = Pick<ConsentPage, 'action' | 'request' | 'app'> & { readonly scope: string }

export function sendAdminConsent(res: Response, { action, request, app, scope }: AdminConsentPage): void {
  const body = `
    <p><strong>${escape(app.name)}</strong> would like, for everybody in your organization:</p>
    <ul>${scope
      .split(' ')
      .map(name => `<li>${escape(name)}</li>`)
      .join('')}</ul>
    <form method="post" action="${escape(action)}">${hidden('request', request)}
      <button name="decision" value="decline">Cancel</button>
      <button class="first" name="decision" value="accept">Accept</button>
    </form>`
  sendPage(res, { title: 'Permissions requested', body })
}

export function sendNeedAdmin(res: Response, { action, request, account, app }: Omit<ConsentPage, 'scopes'>): void {
  const body = `
    <p>${escape(account.upn)}</p>
    <p><strong>${escape(app.name)}</strong> needs permission to access resources in your organization that only an admin can grant.
      Ask an admin to grant permission to this app before you can use it.</p>
    <form method="post" action="${escape(action)}">${hidden('request', request)}${hidden('oid', account.oid)}${hidden('tid', account.tid)}
      <button name="decision" value="adminOnly">Return to the application without granting consent</button>
    </form>`
  sendPage(res, { title: 'Need admin approval', body })
}

export const sendErrorPage = (res: Response, message: string): void =>
  sendPage(res, {
    title: 'Sorry, but we’re having trouble signing you in',
    body: `<p class="error">${escape(message)}</p>`,
    status: 400
  })

/** For `response_mode=form_post`; without scripts, so that the page's own policy holds. */
export function sendFormPost(res: Response, target: string, fields: URLSearchParams): void {
  const inputs = [...fields].map(([name, value]) => hidden(name, value)).join('')
  const body = `<form method="post" action="${escape(target)}">${inputs}<button class="first">Continue</button></form>`
  sendPage(res, { title: 'Signed in', body })
}
