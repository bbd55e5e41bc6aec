/** Login pages, one look per kind of provider, each saying that it is simulated. */
import type { Connection, LoginAccount } from './model.ts'

const escape = (text: string): string => text.replaceAll(/[&<>"']/gu, char => `&#${char.codePointAt(0)};`)

type Look = { readonly accent: string; readonly title: string; readonly note: string }

const LOOKS: Readonly<Record<string, Look>> = {
  GenericOIDC: {
    accent: '#7a1f3d',
    title: 'Company sign-in',
    note: 'Simulated provider in the manner of PingFederate: it sends the claim “mail” and no “email”.'
  },
  EntraIdOIDC: { accent: '#1f4e8c', title: 'Work account', note: 'Simulated provider in the manner of Entra ID.' },
  OktaOIDC: { accent: '#31506b', title: 'Sign in', note: 'Simulated provider in the manner of Okta.' }
}

export function loginPage(
  connection: Connection,
  accounts: readonly LoginAccount[],
  carried: Readonly<Record<string, string>>,
  problem?: string
): string {
  const look = LOOKS[connection.connection_type] ?? { accent: '#444', title: 'Sign in', note: 'Simulated provider.' }
  const hidden = ['redirect_uri', 'state', 'code_challenge']
    .flatMap(name =>
      carried[name] === undefined ? [] : [`<input type="hidden" name="${name}" value="${escape(carried[name])}">`]
    )
    .join('')
  const options = accounts
    .map(
      ({ username, firstName, lastName }) =>
        `<option value="${escape(username)}">${escape(`${firstName ?? ''} ${lastName ?? ''}`)}</option>`
    )
    .join('')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${look.title} (simulated)</title><style>
body{font:16px/1.5 system-ui;max-width:24rem;margin:12vh auto;padding:0 1rem}
h1{font-size:1.4rem}input,button{font:inherit;padding:.6rem;width:100%;box-sizing:border-box;margin:.3rem 0}
button[value=ok]{background:${look.accent};color:#fff;border:0;border-radius:4px}
.note{font-size:.85rem;opacity:.8}.problem{color:#b3261e;font-weight:600}</style></head>
<body><h1>${look.title}</h1>${problem ? `<p class="problem" role="alert">${escape(problem)}</p>` : ''}
<form method="post" action="/login/${connection.id}">${hidden}
<label>User name<input name="username" list="people" autocomplete="username" required value="${escape(carried['login_hint'] ?? carried['username'] ?? '')}"></label>
<datalist id="people">${options}</datalist>
<button name="decision" value="ok">Sign in</button>
<button name="decision" value="wrong" formnovalidate>Use a wrong password</button>
<button name="decision" value="cancel" formnovalidate>Cancel</button></form>
<p class="note">${look.note} No password is asked.</p></body></html>`
}
