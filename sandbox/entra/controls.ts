/** What an admin does in Entra's portal: tenants, registrations, accounts, secrets, consent. */
import { findAccount, hashSecret, keyOf, type Directory, type KnownAccount, type Registration } from './directory.ts'
import { TEAMS_DESKTOP, TEAMS_WEB, type Account, type App, type Tenant } from './model.ts'
import { dropConsent, GRAPH, keepConsent } from './scopes.ts'

class UnknownEntryError extends Error {
  override readonly name = 'UnknownEntryError'
  readonly code = 'unknown_entry'
}

export const createControls = (directory: Directory) => ({
  ...accountControls(directory),
  ...appControls(directory),
  addTenant: ({ tid, name, userConsent = true }: Tenant): Required<Tenant> =>
    directory.tenants.set(keyOf(tid), { tid: tid.toLowerCase(), name, userConsent }),
  /** Delegated permissions: an admin's consent for everyone, or one person's with `oid`. */
  grantConsent: (tid: string, clientId: string, scope: string, oid?: string): void =>
    keepConsent(directory, { tid, clientId, ...(oid && { oid }) }, scope),
  /** Takes consent back from everybody, to these scopes or to all, so that it has to be given again. */
  requireConsent: (tid: string, clientId: string, scope?: string): void =>
    dropConsent(directory, { tid, clientId }, scope),
  /** Application permissions in one tenant; they replace the registration's `graphRoles` there. */
  grantAppRoles: (tid: string, clientId: string, roles: readonly string[], resource: string = GRAPH): void =>
    void directory.roles.set(keyOf(tid, clientId, resource), roles)
})

function accountControls({ tenants, accounts, ...directory }: Directory) {
  const change = (tid: string, oid: string, changes: Partial<KnownAccount>): void => {
    const account = findAccount({ tenants, accounts, ...directory }, tid, oid)
    if (!account) throw new UnknownEntryError(`no account "${oid}" in tenant "${tid}"; call addAccount first`)
    accounts.set(keyOf(tid, oid), { ...account, ...changes })
  }
  return {
    addAccount: (account: Account): KnownAccount => {
      const [tid, oid] = [account.tid.toLowerCase(), account.oid.toLowerCase()]
      if (!tenants.get(tid)) throw new UnknownEntryError(`no tenant "${tid}"; call addTenant first`)
      return accounts.set(keyOf(tid, oid), { ...account, tid, oid, enabled: true, mfaRequired: false })
    },
    accounts: (tid: string): readonly KnownAccount[] =>
      accounts.values().filter(account => account.tid === tid.toLowerCase()),
    removeAccount: (tid: string, oid: string): boolean => accounts.delete(keyOf(tid, oid)),
    /** A disabled account gets no new tokens; those already issued live on until they expire, as Entra's do. */
    setAccountEnabled: (tid: string, oid: string, enabled: boolean): void => change(tid, oid, { enabled }),
    /** Conditional access: tokens on behalf of the account are refused with a claims challenge. */
    setMfaRequired: (tid: string, oid: string, mfaRequired: boolean): void => change(tid, oid, { mfaRequired })
  }
}

function appControls({ apps }: Directory) {
  const change = (clientId: string, changed: (app: Registration) => Registration): void => {
    const app = apps.get(keyOf(clientId))
    if (!app) throw new UnknownEntryError(`no app registration "${clientId}"; call addApp first`)
    apps.set(keyOf(clientId), changed(app))
  }
  return {
    addApp: (app: App): Registration => apps.set(keyOf(app.clientId), registered(app)),
    addSecret: (clientId: string, secret: string): void =>
      change(clientId, app => ({ ...app, secrets: [...app.secrets, { hash: hashSecret(secret), expired: false }] })),
    /** Takes away one secret, or all of them. */
    revokeSecret: (clientId: string, secret?: string): void =>
      change(clientId, app => ({
        ...app,
        secrets: secret === undefined ? [] : app.secrets.filter(({ hash }) => hash !== hashSecret(secret))
      })),
    expireSecrets: (clientId: string): void =>
      change(clientId, app => ({ ...app, secrets: app.secrets.map(({ hash }) => ({ hash, expired: true })) }))
  }
}

const registered = ({ clientSecret, ...app }: App): Registration => ({
  accessTokenVersion: 2,
  preauthorized: [TEAMS_DESKTOP, TEAMS_WEB],
  redirectUris: [],
  spaRedirectUris: [],
  optionalClaims: [],
  graphRoles: [],
  ...app,
  clientId: app.clientId.toLowerCase(),
  secrets: [{ hash: hashSecret(clientSecret), expired: false }]
})
