/**
 * The site's sign-in by signed token, `/api/sso/v2/sso/jwt`: HS256 with the site's key, seldom older than a moment, and matched by
 * e-mail alone: whoever's e-mail it holds is signed in, and an e-mail that nobody has makes an account.
 */
import { jwtVerify } from 'jose'
import { addUser, userPayload } from './admin.ts'
import type { Data } from './data.ts'
import type { Site, User } from './model.ts'
import { problemPage } from './pages.ts'
import type { OnSite } from './site.ts'
import type { Sender } from './webhooks.ts'

/** How old a token may be, in seconds. */
const OLDEST = 120

type Options = {
  readonly data: Data
  readonly sender: Sender
  readonly on: OnSite
  readonly baseOf: (site: Site) => string
}

export function tokenRoutes({ data, sender, on, baseOf }: Options): void {
  on('get', '/api/sso/v2/sso/jwt', async ({ req, res, site }) => {
    const base = baseOf(site)
    const claims = await read(site, String(req.query['jwt'] ?? ''))
    if ('refused' in claims) {
      const errorUrl = URL.parse(String(req.query['error_url'] ?? ''))
      if (!errorUrl) return void res.status(401).type('html').send(problemPage(site, claims.refused))
      errorUrl.searchParams.set('message', claims.refused)
      res.redirect(errorUrl.href)
      return
    }
    const user = learnerOf(data, sender, site, claims)
    const session = crypto.randomUUID()
    data.sessions.set(session, { subdomain: site.subdomain, userId: user.id })
    sender.send(site, { resource: 'user', action: 'signin', payload: userPayload(user) })
    res.cookie(`session_${site.subdomain}`, session, {
      httpOnly: true,
      sameSite: 'lax',
      path: `/sites/${site.subdomain}`
    })
    const wanted = String(req.query['return_to'] ?? '')
    res.redirect(wanted === base || wanted.startsWith(`${base}/`) ? wanted : `${base}/courses`)
  })
}

type Claims = {
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly externalId: string | undefined
}

async function read(site: Site, token: string): Promise<Claims | { readonly refused: string }> {
  try {
    const key = new TextEncoder().encode(site.apiKey)
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      maxTokenAge: OLDEST,
      requiredClaims: ['iat']
    })
    const said = (name: string): string => (typeof payload[name] === 'string' ? payload[name].trim() : '')
    const claims = { email: said('email').toLowerCase(), firstName: said('first_name'), lastName: said('last_name') }
    if (!claims.email || !claims.firstName || !claims.lastName)
      return { refused: 'email, first_name and last_name are required' }
    return { ...claims, externalId: said('external_id') || undefined }
  } catch {
    return { refused: 'The token is not valid' }
  }
}

function learnerOf(data: Data, sender: Sender, site: Site, { email, firstName, lastName, externalId }: Claims): User {
  const known = data.usersOf(site.subdomain).find(user => user.email === email)
  if (known) return data.users.set(String(known.id), { ...known, first_name: firstName, last_name: lastName })
  const made = addUser(data, {
    subdomain: site.subdomain,
    email,
    first_name: firstName,
    last_name: lastName,
    externalIds: externalId ? { SSO: externalId } : {}
  })
  sender.send(site, { resource: 'user', action: 'signup', payload: userPayload(made) })
  return made
}
