import {
  ConfidentialClientApplication,
  InteractionRequiredAuthError,
  type INetworkModule,
  type NetworkRequestOptions
} from '@azure/msal-node'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { createEntraStandin, type EntraStandin } from './entra.ts'

const TID = 'aaaaaaaa-0000-4000-8000-000000000001'
const OID = 'bbbbbbbb-0000-4000-8000-000000000001'
const CLIENT = 'cccccccc-0000-4000-8000-000000000001'

async function startEntra(): Promise<EntraStandin> {
  const entra = createEntraStandin({ now: () => new Date() })
  await entra.listen()
  entra.addTenant({ tid: TID, name: 'Test tenant' })
  entra.addApp({ clientId: CLIENT, clientSecret: 'right', appIdUri: `api://test/${CLIENT}`, name: 'Test app' })
  entra.addAccount({ tid: TID, oid: OID, upn: 'ana@test.example', email: 'ana@test.example', name: 'Ana' })
  return entra
}

/** msal accepts https authorities only; its network client is the documented way to another address. */
function networkTo(base: string): INetworkModule {
  const send = async <T>(method: string, url: string, options?: NetworkRequestOptions) => {
    const target = url.replace('https://login.microsoftonline.com', base)
    const response = await fetch(target, {
      method,
      ...(options?.headers ? { headers: options.headers } : {}),
      ...(options?.body ? { body: options.body } : {})
    })
    return {
      headers: Object.fromEntries(response.headers),
      body: (await response.json()) as T,
      status: response.status
    }
  }
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options)
  }
}

const msal = (entra: EntraStandin, clientSecret = 'right') =>
  new ConfidentialClientApplication({
    auth: { clientId: CLIENT, clientSecret, authority: `https://login.microsoftonline.com/${TID}` },
    system: { networkClient: networkTo(entra.standin.url()) }
  })

test('msal gets a token for the connector with the right secret, and none with a wrong one', async () => {
  await using entra = await startEntra()
  const scopes = ['https://api.botframework.com/.default']
  const result = await msal(entra).acquireTokenByClientCredential({ scopes })
  const { payload } = await jwtVerify(result?.accessToken ?? '', createRemoteJWKSet(new URL(entra.jwksUrl())), {
    audience: 'https://api.botframework.com'
  })
  expect(payload).toMatchObject({ appid: CLIENT, tid: TID })
  await expect(msal(entra, 'wrong').acquireTokenByClientCredential({ scopes })).rejects.toThrow(/AADSTS7000215/u)
})

test('on-behalf-of works for a token of our app, and says so when consent is missing', async () => {
  await using entra = await startEntra()
  const oboAssertion = await entra.teamsSsoToken({ tid: TID, oid: OID, clientId: CLIENT })
  const scopes = ['https://graph.microsoft.com/User.Read']
  expect((await msal(entra).acquireTokenOnBehalfOf({ oboAssertion, scopes }))?.accessToken).toBeTruthy()
  entra.requireConsent(TID, CLIENT)
  await expect(msal(entra).acquireTokenOnBehalfOf({ oboAssertion, scopes })).rejects.toThrow(
    InteractionRequiredAuthError
  )
})

test('an assertion signed by nobody, expired or for another app is refused', async () => {
  await using entra = await startEntra()
  const forged = [
    await entra.teamsSsoToken({ tid: TID, oid: OID, clientId: CLIENT, signedBy: 'foreign' }),
    await entra.teamsSsoToken({ tid: TID, oid: OID, clientId: CLIENT, expiresIn: -60 }),
    await entra.teamsSsoToken({ tid: TID, oid: OID, clientId: CLIENT, claims: { aud: 'other' } })
  ]
  for (const oboAssertion of forged)
    await expect(msal(entra).acquireTokenOnBehalfOf({ oboAssertion, scopes: ['User.Read'] })).rejects.toThrow(
      /AADSTS50013/u
    )
})
