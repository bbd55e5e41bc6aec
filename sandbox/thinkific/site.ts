/** The learning site itself: signs learners in as an OpenID relying party and shows them their courses. */
import { Router, type Request, type Response } from 'express'
import * as client from 'openid-client'
import { readForm } from '../harness/standin.ts'
import { addUser, userPayload } from './admin.ts'
import type { Data } from './data.ts'
import { isOpen, type Site, type User } from './model.ts'
import { coursePage, coursesPage, homePage, problemPage } from './pages.ts'
import { discover } from './oidc.ts'
import { tokenRoutes } from './tokens.ts'
import type { Progress } from './progress.ts'
import type { Sender } from './webhooks.ts'

const PROVIDER = 'OPENID_CONNECT'

type Options = {
  readonly data: Data
  readonly progress: Progress
  readonly sender: Sender
  readonly url: () => string
}
type Pending = { readonly state: string; readonly nonce: string }

type SiteCall = {
  readonly req: Request
  readonly res: Response
  readonly site: Site
  readonly user: User | undefined
}
export type OnSite = (method: 'get' | 'post', path: string, handle: (call: SiteCall) => void | Promise<void>) => void

export function siteRoutes({ data, progress, sender, url }: Options): Router {
  const router = Router()
  const pending = new Map<string, Pending>()
  const baseOf = (site: Site): string => `${url()}/sites/${site.subdomain}`
  const configured = async ({ oidc }: Site): Promise<client.Configuration | undefined> => oidc && discover(oidc)
  const on: OnSite = (method, path, handle) => {
    router[method](`/:subdomain${path}`, async (req, res) => {
      const site = data.sites.get(String(req.params['subdomain']))
      if (!site) {
        res.status(404).type('text').send('This learning site does not exist')
        return
      }
      await handle({ req, res, site, user: userOf(data, req, site) })
    })
  }
  on('get', '', ({ res, site, user }) => {
    if (user) res.redirect(`${baseOf(site)}/courses`)
    else res.type('html').send(homePage(site))
  })
  tokenRoutes({ data, sender, on, baseOf })
  on('get', '/login', async ({ req, res, site }) => {
    if (site.remoteLogin) {
      const back = req.query['return_to']
      const wanted = typeof back === 'string' ? back : `${baseOf(site)}/courses`
      const query = new URLSearchParams({ return_to: wanted, error_url: baseOf(site) })
      res.redirect(`${site.remoteLogin}?${query.toString()}`)
      return
    }
    const config = await configured(site).catch(() => undefined)
    if (!config) {
      res
        .status(503)
        .type('html')
        .send(problemPage(site, 'Sign-in is not set up, or the identity provider does not answer.'))
      return
    }
    const flow = { state: client.randomState(), nonce: client.randomNonce() }
    pending.set(flow.state, flow)
    const hint = req.query['login_hint']
    const target = client.buildAuthorizationUrl(config, {
      redirect_uri: `${baseOf(site)}/callback`,
      scope: 'openid profile email',
      ...flow,
      ...(typeof hint === 'string' ? { login_hint: hint } : {})
    })
    res.cookie(`flow_${site.subdomain}`, flow.state, {
      httpOnly: true,
      sameSite: 'lax',
      path: `/sites/${site.subdomain}`
    })
    res.redirect(target.href)
  })
  on('get', '/callback', async ({ req, res, site }) => {
    const flow = pending.get(cookie(req, `flow_${site.subdomain}`) ?? '')
    const config = await configured(site)
    if (!flow || !config) {
      res.status(400).type('html').send(problemPage(site, 'This sign-in has expired. Start again from the site.'))
      return
    }
    pending.delete(flow.state)
    try {
      const tokens = await client.authorizationCodeGrant(config, new URL(`${url()}${req.originalUrl}`), {
        expectedState: flow.state,
        expectedNonce: flow.nonce
      })
      const claims = tokens.claims()
      const user = claims && learnerOf({ data, sender }, site, claims)
      if (!user) {
        const problem = 'Another account of this site has your address already. Ask whoever runs it.'
        res.status(409).type('html').send(problemPage(site, problem))
        return
      }
      const session = crypto.randomUUID()
      const idToken = tokens.id_token ?? ''
      data.sessions.set(session, { subdomain: site.subdomain, userId: user.id, idToken })
      sender.send(site, { resource: 'user', action: 'signin', payload: userPayload(user) })
      res.cookie(`session_${site.subdomain}`, session, {
        httpOnly: true,
        sameSite: 'lax',
        path: `/sites/${site.subdomain}`
      })
      res.redirect(`${baseOf(site)}/courses`)
    } catch (error) {
      const reason =
        error instanceof client.AuthorizationResponseError ? error.error : 'the answer could not be verified'
      res
        .status(403)
        .type('html')
        .send(problemPage(site, `The sign-in was refused: ${reason}.`))
    }
  })
  on('get', '/courses', ({ res, site, user }) => {
    if (user) res.type('html').send(coursesPage(data, site, user))
    else res.redirect(`${baseOf(site)}/login`)
  })
  on('get', '/courses/:courseId', ({ req, res, site, user }) => {
    if (!user) {
      res.redirect(`${baseOf(site)}/login`)
      return
    }
    res.type('html').send(coursePage(data, site, { user, courseId: Number(req.params['courseId']) }))
  })
  on('post', '/courses/:courseId', ({ req, res, site, user }) => {
    const enrollment = user && data.enrollmentFor(user, Number(req.params['courseId']))
    const done = Number(readForm(req).get('done'))
    if (enrollment && isOpen(enrollment, data.now()) && Number.isInteger(done)) progress.setDone(enrollment.id, done)
    res.redirect(`${baseOf(site)}/courses/${String(req.params['courseId'])}`)
  })
  on('post', '/logout', async ({ req, res, site }) => {
    const key = cookie(req, `session_${site.subdomain}`) ?? ''
    const idToken = data.sessions.get(key)?.idToken
    data.sessions.delete(key)
    res.clearCookie(`session_${site.subdomain}`, { path: `/sites/${site.subdomain}` })
    const config = idToken ? await configured(site).catch(() => undefined) : undefined
    // Signing out here must work while the provider is away or offers no sign-out of its own.
    if (!idToken || !config?.serverMetadata().end_session_endpoint) return res.redirect(baseOf(site))
    const hints = { id_token_hint: idToken, post_logout_redirect_uri: baseOf(site) }
    res.redirect(client.buildEndSessionUrl(config, hints).href)
  })
  return router
}

/** The account with this subject, or a new one; undefined when the address belongs to another account. */
function learnerOf(
  { data, sender }: Pick<Options, 'data' | 'sender'>,
  site: Site,
  claims: { readonly sub: string; readonly [name: string]: unknown }
): User | undefined {
  const known = data.userBy(site.subdomain, PROVIDER, claims.sub)
  if (known) return known
  const said = (name: string): string => (typeof claims[name] === 'string' ? claims[name] : '')
  const email = said('email').toLowerCase()
  if (data.usersOf(site.subdomain).some(user => user.email.toLowerCase() === email)) return undefined
  const made = addUser(data, {
    subdomain: site.subdomain,
    email,
    first_name: said('given_name'),
    last_name: said('family_name'),
    externalIds: { [PROVIDER]: claims.sub }
  })
  sender.send(site, { resource: 'user', action: 'signup', payload: userPayload(made) })
  return made
}

function userOf(data: Data, req: Request, site: Site): User | undefined {
  const session = data.sessions.get(cookie(req, `session_${site.subdomain}`) ?? '')
  return session?.subdomain === site.subdomain ? data.users.get(String(session.userId)) : undefined
}

const cookie = (req: Request, name: string): string | undefined =>
  (req.get('cookie') ?? '')
    .split('; ')
    .map(pair => pair.split('=', 2))
    .find(([key]) => key === name)?.[1]
