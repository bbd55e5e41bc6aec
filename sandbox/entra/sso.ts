/** What a Teams client gets when a tab calls `getAuthToken`. */
import { delegatedClaims, randomLifetime, type Claims } from './claims.ts'
import { findAccount, type KnownAccount, type Registration } from './directory.ts'
import type { Office } from './grants.ts'
import type { Forgery } from './mint.ts'
import { TEAMS_DESKTOP } from './model.ts'
import { appResource, consentedScopes } from './scopes.ts'

const SCOPE = 'access_as_user'

/** Without a forgery: what Teams gives. With one: the same, changed after all checks and signed as it says. */
export type SsoRequest = Forgery & {
  readonly tid: string
  readonly oid: string
  /** The tab's own registration. */
  readonly clientId: string
  /** The host's client id; Teams desktop without it. */
  readonly azp?: string
  readonly scp?: string
  readonly aud?: string
  /** Seconds from now; negative for a token that has expired. */
  readonly expiresIn?: number
}

/** The words that teams-js fails with. */
type SsoReason = 'resourceRequiresConsent' | 'invalidResource' | 'tokenRevoked'

export class TeamsSsoError extends Error {
  override readonly name = 'TeamsSsoError'
  readonly code = 'teams_sso_refused'
  readonly reason: SsoReason

  constructor(reason: SsoReason, detail: string) {
    super(`${reason}: ${detail}`)
    this.reason = reason
  }
}

/** Rejects with TeamsSsoError where Teams would answer the tab with an error. */
export async function issueSsoToken(office: Office, request: SsoRequest): Promise<string> {
  const { directory, mint } = office
  const app = requireTab(office, request.clientId)
  const account = requireAccount(office, request)
  const client = request.azp ?? TEAMS_DESKTOP
  const wanted = { resource: appResource(app), names: [SCOPE], oidc: [] }
  const granted = consentedScopes(directory, { ...account, clientId: client }, wanted)
  if (!granted) throw new TeamsSsoError('resourceRequiresConsent', `"${client}" is not preauthorized for "${app.name}"`)
  return mint.forge(ssoClaims(request, app, account), request)
}

function ssoClaims(request: SsoRequest, app: Registration, account: KnownAccount): Claims {
  const resource = appResource(app)
  return delegatedClaims({
    account,
    client: request.azp ?? TEAMS_DESKTOP,
    proof: '0',
    resource: { ...resource, audience: request.aud ?? resource.audience },
    scopes: [request.scp ?? SCOPE],
    seconds: request.expiresIn ?? randomLifetime()
  })
}

function requireTab({ directory }: Office, clientId: string): Registration {
  const app = directory.apps.get(clientId.toLowerCase())
  if (!app)
    throw new TeamsSsoError('invalidResource', `no app registration has the id "${clientId}"; call addApp first`)
  return app
}

function requireAccount({ directory }: Office, { tid, oid }: SsoRequest): KnownAccount {
  const account = findAccount(directory, tid, oid)
  if (!account) throw new TeamsSsoError('tokenRevoked', `no account "${oid}" in tenant "${tid}"; call addAccount first`)
  if (!account.enabled) throw new TeamsSsoError('tokenRevoked', `account "${oid}" is disabled`)
  return account
}
