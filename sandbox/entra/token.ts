/** The token endpoint: who calls, with which proof, and on to the grant. */
import type { Request, Response, Router } from 'express'
import { readForm } from '../harness/standin.ts'
import {
  authorizationCode,
  clientCredentials,
  onBehalfOf,
  refreshToken,
  type Office,
  type TokenAnswer,
  type TokenCall
} from './grants.ts'
import { findSecret, type Registration } from './directory.ts'
import { refuse } from './refusals.ts'
import { readTenant, requireApp } from './tenants.ts'

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

export function tokenRoutes(router: Router, office: Office): void {
  const cors = (req: Request, res: Response): void => {
    res.set({ 'access-control-allow-origin': '*', 'access-control-allow-methods': 'POST, OPTIONS' })
    res.set('access-control-allow-headers', req.get('access-control-request-headers') ?? 'content-type')
  }
  router.options('/:tenant/oauth2/v2.0/token', (req, res) => {
    cors(req, res)
    res.status(200).end()
  })
  router.post('/:tenant/oauth2/v2.0/token', async (req, res) => {
    cors(req, res)
    res.set({ 'cache-control': 'no-store, no-cache', pragma: 'no-cache' })
    res.json(await answer(office, req))
  })
}

async function answer(office: Office, req: Request): Promise<TokenAnswer> {
  const { directory } = office
  const form = readForm(req)
  const path = readTenant(directory, String(req.params['tenant']))
  const type = form.get('grant_type')
  if (!type) throw refuse.missing('grant_type')
  const given = credentials(req, form)
  if (!given.clientId) throw refuse.missing('client_id')
  const app = requireApp(directory, given.clientId, path.kind === 'one' ? path.tenant.tid : undefined)
  const call = { form, path, app, confidential: !redeemsInBrowser(app, form, office) }
  if (call.confidential) checkSecret(app, given.secret)
  else checkBrowser(req, given.secret)
  return grant(office, call, type)
}

async function grant(office: Office, call: TokenCall, type: string): Promise<TokenAnswer> {
  switch (type) {
    case 'client_credentials':
      return clientCredentials(office, call)
    case JWT_BEARER:
      return onBehalfOf(office, call)
    case 'authorization_code':
      return authorizationCode(office, call)
    case 'refresh_token':
      return refreshToken(office, call)
    default:
      throw refuse.grantType(type)
  }
}

function credentials(req: Request, form: URLSearchParams): { readonly clientId: string; readonly secret: string } {
  const basic = /^Basic (?<pair>\S+)$/iu.exec(req.get('authorization') ?? '')?.groups?.['pair']
  if (!basic) return { clientId: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' }
  const [clientId = '', secret = ''] = Buffer.from(basic, 'base64').toString('utf8').split(':').map(decodeURIComponent)
  return { clientId, secret }
}

/** Entra tells by the redirect URI's platform, and by the refresh token's origin. */
function redeemsInBrowser(app: Registration, form: URLSearchParams, { directory }: Office): boolean {
  const refresh = directory.refreshes.get(form.get('refresh_token') ?? '')
  if (form.get('grant_type') === 'refresh_token') return refresh?.spa ?? false
  return form.get('grant_type') === 'authorization_code' && app.spaRedirectUris.includes(form.get('redirect_uri') ?? '')
}

function checkSecret(app: Registration, given: string): void {
  if (!given) throw refuse.noSecret()
  const found = findSecret(app, given)
  if (!found) throw refuse.wrongSecret(app.clientId)
  if (found.expired) throw refuse.expiredSecret(app.clientId)
}

function checkBrowser(req: Request, secret: string): void {
  if (secret) throw refuse.publicClient()
  if (!req.get('origin')) throw refuse.spaOnly()
}
