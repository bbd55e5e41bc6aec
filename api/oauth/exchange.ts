/** Token exchange (RFC 8693): a Teams token in, a CI access token out. Only the tab's client may use it; no refresh token. */
import { errors, type Provider } from 'oidc-provider'
import { subjectOf } from '../contract/subject.ts'
import type { Person } from '../directory/directory.ts'
import type { TeamsDoor, Tries } from '../identity/identity.ts'
import type { Accounts } from './accounts.ts'
import { TAB_CLIENT, TOKEN_EXCHANGE } from './clients.ts'
import { addressOf, refuseTooMany } from './limits.ts'
import { ACCESS_TOKEN_SECONDS, API_SCOPE, apiAudience, apiResource } from './provider.ts'

const JWT_TYPE = 'urn:ietf:params:oauth:token-type:jwt'
const ACCESS_TOKEN_TYPE = 'urn:ietf:params:oauth:token-type:access_token'

type Params = { readonly subject_token?: string; readonly subject_token_type?: string; readonly resource?: string }

export type MintForTab = (person: Person) => Promise<{ readonly accessToken: string; readonly expiresIn: number }>

type MintParts = { readonly accounts: Accounts; readonly publicUrl: string }

export const createMint =
  (provider: Provider, { accounts, publicUrl }: MintParts): MintForTab =>
  async person => {
    const { organizationId, personId } = person
    accounts.remember(person)
    const client = await provider.Client.find(TAB_CLIENT)
    if (!client) throw new errors.InvalidClient('the tab is not a client')
    const token = new provider.AccessToken({
      client,
      accountId: subjectOf(organizationId, personId),
      scope: API_SCOPE,
      gty: TOKEN_EXCHANGE,
      // No grant: the next one needs a fresh Teams token.
      grantId: '',
      resourceServer: new provider.ResourceServer(apiAudience(publicUrl), apiResource(publicUrl))
    })
    return { accessToken: await token.save(), expiresIn: ACCESS_TOKEN_SECONDS }
  }

type ExchangeParts = {
  readonly mint: MintForTab
  readonly open: TeamsDoor
  readonly tries: Tries
  readonly publicUrl: string
}

export function registerTokenExchange(provider: Provider, { mint, open, tries, publicUrl }: ExchangeParts): void {
  provider.registerGrantType<Params>(
    TOKEN_EXCHANGE,
    async ctx => {
      const { subject_token: token, subject_token_type: type, resource } = ctx.oidc.params
      if (!token || (type !== JWT_TYPE && type !== ACCESS_TOKEN_TYPE))
        throw new errors.InvalidRequest('subject_token and its type are wanted')
      if (resource && resource !== apiAudience(publicUrl)) throw new errors.InvalidTarget()
      const tried = { token, address: addressOf(ctx) }
      refuseTooMany(ctx, tries.wait(tried))
      const opened = await open(token)
      if (opened.kind === 'refused') {
        await tries.countRefused(tried)
        throw new errors.CustomOIDCProviderError('invalid_grant', opened.reason)
      }
      const { accessToken, expiresIn } = await mint(opened.person)
      ctx.body = {
        access_token: accessToken,
        issued_token_type: ACCESS_TOKEN_TYPE,
        token_type: 'Bearer',
        expires_in: expiresIn,
        scope: API_SCOPE
      }
    },
    ['subject_token', 'subject_token_type', 'requested_token_type', 'resource', 'audience', 'scope'],
    ['resource', 'audience']
  )
}
