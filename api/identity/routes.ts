import { record } from '../audit/audit.ts'
import { getConnections, openPortal } from '../contract/admin.ts'
import {
  confirmTeamsLink,
  countTeamsLinks,
  exchangeTeamsToken,
  startTeamsLink,
  type TeamsRefusal
} from '../contract/identity.ts'
import { listOrganizationClients } from '../contract/oauth.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { createWorkos } from '../vendors/workos.ts'
import { claimRoutes } from './claim-routes.ts'
import { connectionsOf } from './connections.ts'
import type { TokenMint } from './identity.ts'
import { confirmLink, startLink } from './linking.ts'
import { countLinks } from './people.ts'
import { createTeamsDoor } from './teams-door.ts'
import { alreadyLinked, languageOf, linkRefusals, teamsRefusals, type Language } from './words.ts'

export function identityRoutes(deps: Deps, api: Api, provider: TokenMint): void {
  const open = createTeamsDoor(deps, provider.lastRevokedAt)

  api.serve(exchangeTeamsToken, ({ body, req }) =>
    provider.mintForTab(async () => {
      const answer = await open(body.token)
      if (answer.kind === 'refused') throw refusal(answer.reason, languageOf(req.get('accept-language')))
      return answer.person
    })
  )

  api.serve(startTeamsLink, async ({ body, req }) => {
    const language = languageOf(req.get('accept-language'))
    const account = await open.verify(body.token)
    if (account.kind === 'refused') throw refusal(account.reason, language)
    const begun = await startLink(deps, { ...account, surface: 'tab' })
    if (begun.kind === 'started') return { ...begun, expiresAt: begun.expiresAt.toISOString() }
    if (begun.reason === 'unknown_tenant') throw refusal(begun.reason, language)
    throw new ProblemError('conflict', alreadyLinked[language], { reason: begun.reason })
  })

  api.serve(confirmTeamsLink, async ({ body, req }) => {
    const language = languageOf(req.get('accept-language'))
    const account = await open.verify(body.token)
    if (account.kind === 'refused') throw refusal(account.reason, language)
    const outcome = await confirmLink(deps, account, body)
    if (outcome !== 'linked') throw new ProblemError('conflict', linkRefusals[language][outcome], { reason: outcome })
    return { linked: true as const }
  })

  api.serve(countTeamsLinks, ({ caller }) => countLinks(deps, caller.organizationId))

  api.serve(getConnections, ({ caller }) => connectionsOf(deps, caller.organizationId))

  api.serve(openPortal, async ({ caller, body }) => {
    const { organizationId, personId } = caller
    const { workosOrganizationId } = await getOrganization(deps, organizationId)
    const returnUrl = `${deps.config.PUBLIC_URL}/tab/`
    const url = await createWorkos(deps).portalLink({
      organizationId: workosOrganizationId,
      intent: body.intent,
      returnUrl
    })
    const detail = { intent: body.intent }
    await deps.db.for(organizationId)(trx =>
      record(trx, deps, { organizationId, personId, action: 'portal.opened', actor: personId, detail })
    )
    return { url }
  })

  claimRoutes(deps, api)

  api.serve(listOrganizationClients, async ({ params }) => {
    const clients = await provider.clientsOf(params.organizationId)
    return {
      issuer: provider.issuer,
      clients: clients.map(client => ({ ...client, redirectUris: [...client.redirectUris] }))
    }
  })
}

const refusal = (reason: TeamsRefusal, language: Language): ProblemError =>
  new ProblemError(reason === 'invalid_token' ? 'unauthenticated' : 'forbidden', teamsRefusals[language][reason], {
    reason
  })
