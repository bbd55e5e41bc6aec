/** The page on which a tenant's admin consents for everybody: `/{tenant}/v2.0/adminconsent`. The stand-in asks nobody to sign in. */
import type { Request, Response, Router } from 'express'
import { readForm } from '../harness/standin.ts'
import type { Directory, Registration } from './directory.ts'
import { sendAdminConsent, sendErrorPage } from './pages.ts'
import { EntraRefusalError, refuse } from './refusals.ts'
import { keepConsent, readScope } from './scopes.ts'
import { readTenant, requireApp } from './tenants.ts'

type Asked = {
  readonly tid: string
  readonly app: Registration
  readonly scope: string
  readonly redirectUri: string
  readonly state: string
}

export function adminConsentRoutes(router: Router, directory: Directory): void {
  const path = '/:tenant/v2.0/adminconsent'
  router.get(path, (req, res) => {
    const query = req.originalUrl.split('?').slice(1).join('?')
    const asked = read(directory, req, query)
    if (asked instanceof EntraRefusalError) sendErrorPage(res, asked.message)
    else sendAdminConsent(res, { ...asked, request: query, action: req.path })
  })
  router.post(path, (req, res) => {
    const form = readForm(req)
    const asked = read(directory, req, form.get('request') ?? '')
    if (asked instanceof EntraRefusalError) return sendErrorPage(res, asked.message)
    return decide(directory, asked, { res, accepted: form.get('decision') === 'accept' })
  })
}

function read(directory: Directory, req: Request, raw: string): Asked | EntraRefusalError {
  const query = new URLSearchParams(raw)
  try {
    const path = readTenant(directory, String(req.params['tenant']))
    if (path.kind === 'any') throw refuse.noTenant()
    const { tid } = path.tenant
    const app = requireApp(directory, query.get('client_id') ?? '', tid)
    const redirectUri = query.get('redirect_uri') ?? ''
    if (!app.redirectUris.includes(redirectUri)) throw refuse.redirectUri(redirectUri, app.clientId)
    const scope = query.get('scope') ?? ''
    readScope(directory, scope, tid)
    return { tid, app, scope, redirectUri, state: query.get('state') ?? '' }
  } catch (error) {
    if (error instanceof EntraRefusalError) return error
    throw error
  }
}

function decide(
  directory: Directory,
  { tid, app, scope, redirectUri, state }: Asked,
  { res, accepted }: { readonly res: Response; readonly accepted: boolean }
): void {
  if (accepted) keepConsent(directory, { tid, clientId: app.clientId }, scope)
  const back = new URL(redirectUri)
  const said = accepted
    ? { admin_consent: 'True', tenant: tid, scope }
    : { error: 'access_denied', error_description: 'AADSTS65004: User declined to consent to access the app.' }
  for (const [name, value] of Object.entries({ ...said, ...(state ? { state } : {}) }))
    back.searchParams.set(name, value)
  res.redirect(back.href)
}
