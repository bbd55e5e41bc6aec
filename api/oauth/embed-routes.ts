/** The frame's sign-out: the session that the popup signed in ends, with all that came of it. */
import express, { Router, type Request, type Response } from 'express'
import type { Provider } from 'oidc-provider'
import { getEmbed, putCompanyEmbed, putEmbed } from '../contract/embed.ts'
import { parseSubject } from '../contract/subject.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { embedClientId } from './embed-client.ts'
import { frameUrl, scriptUrl } from './embed-pages.ts'
import { forgetCookie, isOurs, keptIn } from './embed-renewal.ts'
import { originsOf, saveOrigins } from './embed.ts'
import { endOwnSession } from './sessions.ts'
import { inUnit } from './unit.ts'
import type { OpenVisit } from './visit.ts'

export function embedAdminRoutes(deps: Deps, api: Api): void {
  const { PUBLIC_URL } = deps.config
  const view = async (organizationId: string) => ({
    origins: [...(await originsOf(deps, organizationId))],
    snippet: `<script async src="${scriptUrl(PUBLIC_URL, organizationId)}"></script>`,
    frameUrl: frameUrl(PUBLIC_URL, organizationId)
  })
  api.serve(getEmbed, ({ caller }) => view(caller.organizationId))
  api.serve(putEmbed, async ({ caller: { organizationId, personId }, body }) => {
    await saveOrigins(deps, { organizationId, by: personId, origins: body.origins })
    return view(organizationId)
  })
  api.serve(putCompanyEmbed, async ({ params: { organizationId }, body }) => {
    await getOrganization(deps, organizationId)
    await saveOrigins(deps, { organizationId, by: 'operator', origins: body.origins })
    return view(organizationId)
  })
}

type Parts = { readonly deps: Deps; readonly provider: Provider; readonly visit: OpenVisit }

export function embedSignOut(parts: Parts): Router {
  const router = Router()
  const form = express.urlencoded({ extended: false, limit: '8kb' })
  router.post('/oidc/embed/:organizationId/sign-out', form, (req, res) => signOut(parts, req, res))
  return router
}

async function signOut({ deps, provider, visit }: Parts, req: Request, res: Response): Promise<void> {
  const organizationId = String(req.params['organizationId'])
  if (!isOurs(req, deps.config)) return void res.status(403).json({ error: 'invalid_request' })
  const kept = givenIn(req.body) ?? keptIn(req, organizationId)
  res.append('set-cookie', forgetCookie(organizationId))
  const found = await inUnit(await visit(req, res), async () => (kept ? provider.RefreshToken.find(kept) : undefined))
  const person = parseSubject(found?.accountId ?? '')
  if (found?.clientId === embedClientId(organizationId) && found.sessionUid && person)
    await endOwnSession(deps, person, found.sessionUid)
  // Whether there was anything to end is nobody's business.
  res.set('cache-control', 'no-store').json({})
}

const givenIn = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'refresh_token' in body && typeof body.refresh_token === 'string'
    ? body.refresh_token
    : undefined
