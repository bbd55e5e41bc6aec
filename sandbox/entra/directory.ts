/** What the stand-in remembers: tenants, registrations, accounts, consents and what was handed out once. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Collection, Store } from '../harness/store.ts'
import type { Account, App, Tenant } from './model.ts'

/** Kept as a hash; Entra too shows a secret only once. */
type Secret = { readonly hash: string; readonly expired: boolean }

type Defaulted =
  | 'accessTokenVersion'
  | 'preauthorized'
  | 'redirectUris'
  | 'spaRedirectUris'
  | 'optionalClaims'
  | 'graphRoles'
export type Registration = Omit<App, 'clientSecret' | Defaulted> &
  Required<Pick<App, Defaulted>> & { readonly secrets: readonly Secret[] }

export type KnownAccount = Account & {
  readonly enabled: boolean
  /** Conditional access asks for a second factor before a token for another resource is issued. */
  readonly mfaRequired: boolean
}

/** Full scope names, such as `https://graph.microsoft.com/User.Read`. */
type Consent = {
  readonly scopes: readonly string[]
  /** Taken back where everything else is consented to. */
  readonly refused: readonly string[]
  readonly everything: boolean
}

export type CodeGrant = {
  readonly clientId: string
  readonly tid: string
  readonly oid: string
  readonly scope: string
  readonly redirectUri: string
  readonly nonce?: string
  readonly challenge?: string
  readonly challengeMethod?: string
  readonly until: number
  readonly redeemed: boolean
}

type RefreshGrant = {
  readonly clientId: string
  readonly tid: string
  readonly oid: string
  readonly scope: string
  readonly spa: boolean
  readonly until: number
}

export type Directory = {
  readonly tenants: Collection<Required<Tenant>>
  readonly apps: Collection<Registration>
  readonly accounts: Collection<KnownAccount>
  readonly consents: Collection<Consent>
  /** Application permissions that an admin granted in one tenant. */
  readonly roles: Collection<readonly string[]>
  readonly codes: Collection<CodeGrant>
  readonly refreshes: Collection<RefreshGrant>
}

export const openDirectory = (store: Store): Directory => ({
  tenants: store.collection('tenants'),
  apps: store.collection('apps'),
  accounts: store.collection('accounts'),
  consents: store.collection('consents'),
  roles: store.collection('roles'),
  codes: store.collection('codes'),
  refreshes: store.collection('refreshes')
})

export const keyOf = (...parts: readonly string[]): string => parts.join(' ').toLowerCase()

export const findAccount = (directory: Directory, tid: string, oid: string): KnownAccount | undefined =>
  directory.accounts.get(keyOf(tid, oid))

export const findByName = (directory: Directory, username: string, tid?: string): KnownAccount | undefined =>
  directory.accounts
    .values()
    .find(account => (!tid || account.tid === tid) && [account.upn, account.email].some(name => same(name, username)))

const same = (a: string, b: string): boolean => a.toLowerCase() === b.trim().toLowerCase()

export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export const findSecret = (app: Registration, secret: string): Secret | undefined => {
  const given = Buffer.from(hashSecret(secret))
  return app.secrets.find(({ hash }) => timingSafeEqual(Buffer.from(hash), given))
}
