/** The token with which the bot speaks to the Bot Connector: msal's client credentials, cached by msal. */
import { ConfidentialClientApplication, type INetworkModule } from '@azure/msal-node'
import type { Deps } from '../api/platform/deps.ts'
import { VendorError } from '../api/platform/errors.ts'

const MICROSOFT_LOGIN = 'https://login.microsoftonline.com'
const SCOPE = 'https://api.botframework.com/.default'

export type ConnectorToken = () => Promise<string>

/** @throws VendorError (from the returned function) when Entra refuses or cannot be reached. */
export function createConnectorToken({ config, fetch }: Pick<Deps, 'config' | 'fetch'>): ConnectorToken {
  const msal = new ConfidentialClientApplication({
    auth: {
      clientId: config.BOT_APP_ID,
      clientSecret: config.BOT_APP_SECRET,
      authority: `${MICROSOFT_LOGIN}/${config.BOT_TENANT_ID}`
    },
    system: { networkClient: createNetwork(config.ENTRA_URL, fetch) }
  })
  return async () => {
    const result = await msal.acquireTokenByClientCredential({ scopes: [SCOPE] }).catch((cause: unknown) => {
      throw new VendorError('entra', 'no token for the connector', { retryable: true, cause })
    })
    if (!result) throw new VendorError('entra', 'an empty token answer', { retryable: true })
    return result.accessToken
  }
}

/** msal refuses authorities without https; the configured login may be one on loopback, so the host is exchanged here. */
function createNetwork(entraUrl: string, fetchUrl: typeof fetch): INetworkModule {
  const call = async <T>(
    url: string,
    init: RequestInit
  ): Promise<{ headers: Record<string, string>; body: T; status: number }> => {
    const target = url.startsWith(`${MICROSOFT_LOGIN}/`) ? entraUrl + url.slice(MICROSOFT_LOGIN.length) : url
    const response = await fetchUrl(target, init)
    // msal checks the shape of what it gets.
    return {
      headers: Object.fromEntries(response.headers),
      body: (await response.json()) as T,
      status: response.status
    }
  }
  return {
    sendGetRequestAsync: (url, options) => call(url, { method: 'GET', headers: options?.headers ?? {} }),
    sendPostRequestAsync: (url, options) =>
      call(url, {
        method: 'POST',
        headers: options?.headers ?? {},
        ...(options?.body === undefined ? {} : { body: options.body })
      })
  }
}
