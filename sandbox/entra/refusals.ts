/** Entra's refusals with their AADSTS codes, after "Microsoft Entra authentication and authorization error codes". */
import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { AUTHORITY } from './model.ts'

type Refusal = {
  readonly status: number
  /** The OAuth 2.0 error. */
  readonly error: string
  /** The number behind `AADSTS`. */
  readonly number: number
  readonly text: string
  readonly suberror?: string
  /** A claims challenge, which the client hands back at the interactive sign-in. */
  readonly claims?: string
}

export class EntraRefusalError extends Error {
  override readonly name = 'EntraRefusalError'
  readonly code = 'entra_refusal'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(`AADSTS${refusal.number}: ${refusal.text}`)
    this.refusal = refusal
  }
}

type More = { readonly status?: number; readonly suberror?: string; readonly claims?: string }

const refusal = (error: string, number: number, text: string, more: More = {}): EntraRefusalError =>
  new EntraRefusalError({ status: 400, error, number, text, ...more })

export const refuse = {
  missing: (name: string) =>
    refusal('invalid_request', 900144, `The request body must contain the following parameter: '${name}'.`),
  malformed: () => refusal('invalid_grant', 9002313, 'Invalid request. Request is malformed or invalid.'),
  badTenant: (tenant: string) =>
    refusal(
      'invalid_request',
      900023,
      `Specified tenant identifier '${tenant}' is neither a valid DNS name, nor a valid external domain.`
    ),
  unknownTenant: (tenant: string) =>
    refusal(
      'invalid_request',
      90002,
      `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`
    ),
  noTenant: () =>
    refusal(
      'invalid_request',
      50059,
      'No tenant-identifying information found in either the request or implied by any provided credentials.'
    ),
  unknownApp: (clientId: string, tenant: string) =>
    refusal(
      'unauthorized_client',
      700016,
      `Application with identifier '${clientId}' was not found in the directory '${tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`
    ),
  noSecret: () =>
    refusal(
      'invalid_client',
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
      { status: 401 }
    ),
  wrongSecret: (clientId: string) =>
    refusal(
      'invalid_client',
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
      { status: 401 }
    ),
  expiredSecret: (clientId: string) =>
    refusal(
      'invalid_client',
      7000222,
      `The provided client secret keys for app '${clientId}' are expired. Visit the Azure portal to create new keys for your app, or consider using certificate credentials for added security.`,
      { status: 401 }
    ),
  publicClient: () =>
    refusal(
      'invalid_client',
      700025,
      "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
      { status: 401 }
    ),
  spaOnly: () =>
    refusal(
      'invalid_request',
      9002327,
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests."
    ),
  grantType: (type: string) =>
    refusal('unsupported_grant_type', 70003, `The app requested an unsupported grant type '${type}'.`),
  notDefault: (scope: string) =>
    refusal(
      'invalid_scope',
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`
    ),
  badScope: (scope: string) =>
    refusal(
      'invalid_scope',
      70011,
      `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`
    ),
  manyResources: (scope: string) =>
    refusal(
      'invalid_scope',
      28000,
      `Provided value for the input parameter scope is not valid because it contains more than one resource. Scope ${scope} is not valid.`
    ),
  unknownResource: (name: string, tenant: string) =>
    refusal(
      'invalid_resource',
      500011,
      `The resource principal named ${name} was not found in the tenant named ${tenant}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`
    ),
  badAssertion: () => refusal('invalid_request', 50027, 'JWT token is invalid or malformed.'),
  badSignature: (reason: string) =>
    refusal('invalid_grant', 50013, `Assertion failed signature validation. [Reason - ${reason}]`),
  assertionTime: (text: string) =>
    refusal(
      'invalid_grant',
      500133,
      `Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion, or request a new token. ${text}`
    ),
  assertionAudience: (audience: string, clientId: string, name: string) =>
    refusal(
      'invalid_grant',
      500131,
      `Assertion audience does not match the Client app presenting the assertion. The audience in the assertion was '${audience}' and the expected audience is '${clientId}' or one of the Application Uris of this application with App ID '${clientId}'(${name}). The downstream client must request a token for the expected audience (the application that made the OBO request) and this application should use that token as the assertion.`
    ),
  appAssertion: (clientId: string) =>
    refusal(
      'invalid_grant',
      7000114,
      `Application '${clientId}' is not allowed to make application on-behalf-of calls.`
    ),
  consent: (clientId: string, name: string) =>
    refusal(
      'invalid_grant',
      65001,
      `The user or administrator has not consented to use the application with ID '${clientId}' named '${name}'. Send an interactive authorization request for this user and resource.`,
      { suberror: 'consent_required' }
    ),
  mfa: (resource: string) =>
    refusal(
      'invalid_grant',
      50076,
      `Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '${resource}'.`,
      {
        suberror: 'basic_action',
        claims: '{"access_token":{"capolids":{"essential":true,"values":["c0de0001-0000-4000-8000-000000000001"]}}}'
      }
    ),
  disabled: () => refusal('invalid_grant', 50057, 'The user account is disabled.'),
  wrongAccount: (name: string, tenant: string) =>
    refusal(
      'invalid_grant',
      50020,
      `User account '${name}' does not exist in tenant '${tenant}' and cannot access the application in that tenant. The account needs to be added as an external user in the tenant first.`
    ),
  codeUsed: () =>
    refusal(
      'invalid_grant',
      54005,
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.'
    ),
  grantExpired: () =>
    refusal(
      'invalid_grant',
      70008,
      'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.'
    ),
  grantOfOther: () => refusal('invalid_grant', 70000, 'Provided grant is invalid or malformed.'),
  redirectDiffers: () =>
    refusal(
      'invalid_client',
      500112,
      'The reply address does not match the reply address provided when requesting Authorization code.'
    ),
  verifier: () =>
    refusal(
      'invalid_grant',
      501481,
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.'
    ),
  pkceRequired: () =>
    refusal(
      'invalid_request',
      9002325,
      'Proof Key for Code Exchange is required for cross-origin authorization code redemption.'
    ),
  redirectUri: (uri: string, clientId: string) =>
    refusal(
      'invalid_request',
      50011,
      `The redirect URI '${uri}' specified in the request does not match the redirect URIs configured for the application '${clientId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal.`
    ),
  responseType: (type: string) =>
    refusal('unsupported_response_type', 700054, `response_type '${type}' is not enabled for the application.`),
  notSignedIn: () => refusal('login_required', 50058, 'A silent sign-in request was sent but no user is signed in.'),
  declined: () => refusal('access_denied', 65004, 'User declined to consent to access the app.'),
  adminOnly: (name: string) =>
    refusal(
      'access_denied',
      90094,
      `An administrator of the tenant has set a policy that prevents you from granting ${name} the permissions it is requesting. Contact an administrator who can grant permissions to this app on your behalf.`
    )
} as const

/** "2026-11-23 16:20:00Z", as Entra writes times. */
export const timestamp = (at: Date): string => `${at.toISOString().slice(0, 19).replace('T', ' ')}Z`

export function sendRefusal(req: Request, res: Response, { refusal: what, message }: EntraRefusalError): void {
  const trace = randomUUID()
  const correlation = req.get('client-request-id') ?? randomUUID()
  const at = timestamp(new Date())
  res
    .status(what.status)
    .set({ 'x-ms-request-id': trace, 'client-request-id': correlation })
    .json({
      error: what.error,
      error_description: `${message} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${at}`,
      error_codes: [what.number],
      timestamp: at,
      trace_id: trace,
      correlation_id: correlation,
      error_uri: `${AUTHORITY}/error?code=${what.number}`,
      ...(what.suberror && { suberror: what.suberror }),
      ...(what.claims && { claims: what.claims })
    })
}
