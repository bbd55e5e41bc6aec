/** What callers register with the stand-in; what it remembers of it is in directory.ts. */
export type Tenant = {
  readonly tid: string
  readonly name: string
  /** False where an admin has turned off consent by people themselves, as many companies do. */
  readonly userConsent?: boolean
}

export type OptionalClaim = 'email' | 'upn' | 'acct' | 'xms_edov' | 'idtyp' | 'login_hint'

export type App = {
  readonly clientId: string
  readonly clientSecret: string
  readonly appIdUri: string
  readonly name: string
  /** Application roles that client-credential tokens of this app carry for Graph. */
  readonly graphRoles?: readonly string[]
  /** 2 without it. */
  readonly accessTokenVersion?: 1 | 2
  /** Client ids that get `access_as_user` without anyone's consent; the two Teams clients without it. */
  readonly preauthorized?: readonly string[]
  readonly redirectUris?: readonly string[]
  /** Redirect URIs of platform "single-page application": codes are redeemed cross-origin, without a secret. */
  readonly spaRedirectUris?: readonly string[]
  readonly optionalClaims?: readonly OptionalClaim[]
  /** `DirectoryRole`: tokens tell the account's directory roles as `wids`. */
  readonly groupMembershipClaims?: 'DirectoryRole'
  /** Tenants that have its service principal; all without it. */
  readonly tenants?: readonly string[]
}

export type Account = {
  readonly tid: string
  readonly oid: string
  readonly upn: string
  readonly email: string
  readonly name: string
  /** Id of a guest's home tenant, which `idp` names; the oid is the guest's in this tenant. */
  readonly guestOf?: string
  /** Template ids of directory roles that are the account's in the whole tenant. */
  readonly directoryRoles?: readonly string[]
}

export const GLOBAL_ADMINISTRATOR = '62e90394-69f5-4237-9190-012177145e10'
/** Of every account that is no guest. */
export const MEMBER_ROLE = 'b79fbf4d-3ef9-4689-8143-76b194e85509'

/** Teams desktop and mobile, and Teams on the web. */
export const TEAMS_DESKTOP = '1fec8e78-bce4-4aaf-ab1b-5451cc387264'
export const TEAMS_WEB = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'

export const AUTHORITY = 'https://login.microsoftonline.com'
/** Microsoft's own tenant of personal accounts; its signing key may vouch for no other tenant. */
export const CONSUMERS_TID = '9188040d-6c67-4c5b-b112-36a304b66dad'

export const issuerOf = (tid: string, version: 1 | 2 = 2): string =>
  version === 2 ? `${AUTHORITY}/${tid}/v2.0` : `https://sts.windows.net/${tid}/`
