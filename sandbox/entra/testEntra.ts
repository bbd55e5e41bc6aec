/** For tests: a stand-in with a company, a tab's and a daemon's registration, and msal pointed at it. */
import { ConfidentialClientApplication, type INetworkModule, type NetworkRequestOptions } from '@azure/msal-node'
import { createEntraStandin, type EntraStandin } from './entra.ts'

export const TID = 'aaaaaaaa-0000-4000-8000-00000000000a'
export const HOME_TID = 'aaaaaaaa-0000-4000-8000-00000000000b'
export const ANA = 'bbbbbbbb-0000-4000-8000-00000000000a'
export const GUEST = 'bbbbbbbb-0000-4000-8000-00000000000b'
export const TAB = 'cccccccc-0000-4000-8000-00000000000a'
export const OTHER = 'cccccccc-0000-4000-8000-00000000000b'
export const TAB_URI = `api://tab.example/${TAB}`
export const REDIRECT = 'https://tab.example/auth-end.html'
export const SPA_REDIRECT = 'https://tab.example/spa-end.html'
export const SECRET = 'right-secret'
export const READ = 'https://graph.microsoft.com/User.Read'

/** Has the journal at `file`, so that a second start with it takes up where the first ended. */
export async function startEntra(file?: string): Promise<EntraStandin> {
  const entra = createEntraStandin({ now: () => new Date(), ...(file && { file }) })
  await entra.listen()
  return entra
}

export async function startCompany(file?: string): Promise<EntraStandin> {
  const entra = await startEntra(file)
  entra.addTenant({ tid: TID, name: 'Demo company' })
  entra.addTenant({ tid: HOME_TID, name: 'Demo partner' })
  const redirects = { redirectUris: [REDIRECT], spaRedirectUris: [SPA_REDIRECT] }
  entra.addApp({ clientId: TAB, clientSecret: SECRET, appIdUri: TAB_URI, name: 'Coach', ...redirects })
  entra.addApp({
    clientId: OTHER,
    clientSecret: SECRET,
    appIdUri: `api://${OTHER}`,
    name: 'Other',
    accessTokenVersion: 1
  })
  entra.addAccount({
    tid: TID,
    oid: ANA,
    upn: 'ana@company.example',
    email: 'ana.torres@company.example',
    name: 'Ana Demo'
  })
  entra.addAccount({
    tid: TID,
    oid: GUEST,
    upn: 'gil_partner.example#EXT#@company.example',
    email: 'gil@partner.example',
    name: 'Gil Demo',
    guestOf: HOME_TID
  })
  return entra
}

/** msal refuses http authorities; its network client is its documented way to another address. */
export function msalFor(
  entra: EntraStandin,
  clientSecret: string = SECRET,
  tenant: string = TID
): ConfidentialClientApplication {
  const send = async <T>(method: string, url: string, options: NetworkRequestOptions = {}) => {
    const target = url.replace('https://login.microsoftonline.com', entra.standin.url())
    const { headers = {}, body } = options
    const response = await fetch(target, { method, headers, ...(body !== undefined && { body }) })
    return {
      headers: Object.fromEntries(response.headers),
      body: (await response.json()) as T,
      status: response.status
    }
  }
  const networkClient: INetworkModule = {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options)
  }
  const authority = `https://login.microsoftonline.com/${tenant}`
  return new ConfidentialClientApplication({
    auth: { clientId: TAB, clientSecret, authority },
    system: { networkClient }
  })
}

type Answer = { readonly status: number; readonly body: Record<string, unknown> }

/** The token endpoint without an SDK. */
export async function askToken(
  entra: EntraStandin,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {}
): Promise<Answer> {
  const response = await fetch(`${entra.standin.url()}/${TID}/oauth2/v2.0/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form)
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
