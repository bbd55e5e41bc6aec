/** The token with which the bot speaks to the Bot Connector: msal's client credentials, cached by msal. */
import { ConfidentialClientApplication } from '@azure/msal-node'
import type { Deps } from '../api/platform/deps.ts'
import { VendorError } from '../api/platform/errors.ts'
import { createMemo } from '../api/platform/memo.ts'
import { MINUTE } from '../api/platform/time.ts'
import { MICROSOFT_LOGIN, microsoftNetwork } from '../api/platform/microsoft-login.ts'

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
    system: { networkClient: microsoftNetwork(config.ENTRA_URL, fetch) }
  })
  const ask = async (): Promise<string> => {
    const result = await msal.acquireTokenByClientCredential({ scopes: [SCOPE] }).catch((cause: unknown) => {
      throw new VendorError('entra', 'no token for the connector', { retryable: true, cause })
    })
    if (!result) throw new VendorError('entra', 'an empty token answer', { retryable: true })
    return result.accessToken
  }
  // msal takes longer to look into its cache than a message takes to be sent.
  const recent = createMemo<string>(MINUTE)
  return () => recent.get(SCOPE, ask)
}
