import type { Request } from 'express'
import { record } from '../audit/audit.ts'
import { getConnections, openPortal } from '../contract/admin.ts'
import {
  confirmTeamsLink,
  countTeamsLinks,
  exchangeTeamsToken,
  getTeamsApp,
  startTeamsLink,
  type TeamsRefusal
} from '../contract/identity.ts'
import { showLearningClient, startCompany } from '../contract/company.ts'
import { listOrganizationClients } from '../contract/oauth.ts'
import type { Person } from '../directory/directory.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { createWorkos } from '../vendors/workos.ts'
import { accountRoutes } from './account-routes.ts'
import { claimRoutes } from './claim-routes.ts'
import { beginCompany } from './founding.ts'
import { connectionsOf } from './connections.ts'
import type { FirstView, TokenMint } from './identity.ts'
import { confirmLink, startLink } from './linking.ts'
import { ownRoutes } from './own-routes.ts'
import { countLinks } from './people.ts'
import { createTeamsDoor, type Refused } from './teams-door.ts'
import { tenantRoutes } from './tenant-routes.ts'
import { createTries } from './tries.ts'
import { alreadyLinked, languageOf, linkRefusals, teamsRefusals, tooManyTries, type Language } from './words.ts'

export function identityRoutes(deps: Deps, api: Api, provider: TokenMint, firstView: FirstView): void {
  const workos = createWorkos(deps)
  const open = createTeamsDoor(deps, provider.lastRevocations)
  const tries = createTries(deps)

  /** @throws ProblemError when the token is refused, or was too often. */
  const admit = async <Opened extends object>(
    { body: { token }, req }: { readonly body: { readonly token: string }; readonly req: Request },
    ask: (token: string) => Promise<Opened | Refused>
  ): Promise<Opened> => {
    const language = languageOf(req.get('accept-language'))
    const tried = { token, address: req.ip ?? 'unknown' }
    const retryAfter = tries.wait(tried)
    if (retryAfter > 0) throw new ProblemError('too_many_requests', tooManyTries[language], { retryAfter })
    const answer = await ask(token)
    if (!isRefused(answer)) return answer
    await tries.countRefused(tried)
    throw refusal(answer.reason, language)
  }

  api.serve(exchangeTeamsToken, async call => {
    const admitted = Promise.withResolvers<Person>()
    const minted = await provider.mintForTab(async () => {
      const { person } = await admit(call, open)
      admitted.resolve(person)
      return person
    })
    const { opens } = call.body
    if (!opens) return minted
    // Whoever is let in is let in: what could not be read now is asked for again, and that call says why.
    const opened = await firstView(await admitted.promise, opens).catch((err: unknown) => {
      deps.log.warn({ err }, 'first view not brought along')
    })
    return { ...minted, ...(opened && { opened }) }
  })

  api.serve(getTeamsApp, async () => ({ clientId: deps.config.TAB_CLIENT_ID }))

  api.serve(startTeamsLink, async call => {
    const language = languageOf(call.req.get('accept-language'))
    const account = await admit(call, open.verify)
    const begun = await startLink(deps, { ...account, surface: 'tab' })
    if (begun.kind === 'started') return { ...begun, expiresAt: begun.expiresAt.toISOString() }
    if (begun.reason === 'unknown_tenant') throw refusal(begun.reason, language)
    throw new ProblemError('conflict', alreadyLinked[language], { reason: begun.reason })
  })

  api.serve(confirmTeamsLink, async call => {
    const language = languageOf(call.req.get('accept-language'))
    const outcome = await confirmLink(deps, await admit(call, open.verify), call.body)
    if (outcome !== 'linked') throw new ProblemError('conflict', linkRefusals[language][outcome], { reason: outcome })
    return { linked: true as const }
  })

  api.serve(countTeamsLinks, ({ caller }) => countLinks(deps, caller.organizationId))

  api.serve(getConnections, ({ caller }) => connectionsOf(deps, workos, caller.organizationId))

  api.serve(openPortal, async ({ caller, body }) => {
    const { organizationId, personId } = caller
    const organization = await getOrganization(deps, organizationId)
    if (organization.signIn === 'own')
      throw new ProblemError(
        'conflict',
        'Your people sign in with ConsciousInsights itself: there is nothing to connect'
      )
    const { workosOrganizationId } = organization
    const returnUrl = `${deps.config.PUBLIC_URL}/tab/`
    const url = await workos.portalLink({
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
  accountRoutes(deps, api, { verify: open.verify, revoke: provider.revoke })

  ownRoutes(deps, api)
  tenantRoutes(deps, api)

  api.serve(startCompany, ({ params, body }) => beginCompany(deps, workos, { ...params, ...body }))

  api.serve(showLearningClient, async ({ caller: { organizationId, personId } }) => {
    const { learningSite } = await getOrganization(deps, organizationId)
    const [client] = learningSite ? await provider.clientsOf(organizationId) : []
    if (!client) throw new ProblemError('not_found', 'Connect the learning site first')
    await deps.db.for(organizationId)(trx =>
      record(trx, deps, { organizationId, action: 'learning_site.shown', actor: personId, detail: {} })
    )
    return { issuer: provider.issuer, ...client, redirectUris: [...client.redirectUris] }
  })

  api.serve(listOrganizationClients, async ({ params }) => {
    const clients = await provider.clientsOf(params.organizationId)
    return {
      issuer: provider.issuer,
      clients: clients.map(client => ({ ...client, redirectUris: [...client.redirectUris] }))
    }
  })
}

const isRefused = (answer: object): answer is Refused => 'reason' in answer

const refusal = (reason: TeamsRefusal, language: Language): ProblemError =>
  new ProblemError(reason === 'invalid_token' ? 'unauthenticated' : 'forbidden', teamsRefusals[language][reason], {
    reason
  })
