/** The window in which somebody lets the tab know who they are: to Microsoft, and back to a page that tells Teams how it ended. */
import { Router, type RequestHandler } from 'express'
import type { Deps } from '../platform/deps.ts'
import { securityHeaders } from '../platform/http.ts'

const START = '/tab/consent-start'
const END = '/tab/consent-end'

/** What `getAuthToken` of teams-js stands on; nothing of Microsoft 365 is asked for. */
const SCOPE = 'openid profile email offline_access'

/** @param page answers with the app's page. */
export function ownConsentPages({ config }: Pick<Deps, 'config'>, page: RequestHandler): Router {
  const router = Router()
  router.get(START, withOpener, (req, res) => {
    const { loginHint } = req.query
    const asked = new URLSearchParams({
      client_id: config.TAB_CLIENT_ID,
      // Never redeemed, and worth nothing without our secret: the consent is what counts, and Teams is asked for its token anew.
      response_type: 'code',
      response_mode: 'fragment',
      redirect_uri: config.PUBLIC_URL + END,
      scope: SCOPE,
      prompt: 'consent',
      ...(typeof loginHint === 'string' && loginHint ? { login_hint: loginHint } : {})
    })
    res.set('cache-control', 'no-store').redirect(`${config.ENTRA_URL}/organizations/oauth2/v2.0/authorize?${asked}`)
  })
  router.get(END, securityHeaders([]), withOpener, page)
  return router
}

/** Teams opened the window and is told there: the header would cut it off, on a redirect already. */
const withOpener: RequestHandler = (_req, res, next) => {
  res.removeHeader('cross-origin-opener-policy')
  next()
}
