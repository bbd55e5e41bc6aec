import { exchangeTeamsToken, getSession, linkTeamsAccount, type TeamsRefusal } from '../contract/identity.ts'
import { listOrganizationClients } from '../contract/oauth.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { findActivePerson, linkEntra, type PersonKey } from './identity.ts'
import { createTeamsDoor } from './teams-door.ts'
import { languageOf, linkRefusals, teamsRefusals, type Language } from './words.ts'

/** What these routes need of the OpenID provider. */
export type TokenMint = {
  readonly issuer: string
  /** An access token for the tab; the person has been found active. */
  readonly mintForTab: (person: PersonKey) => Promise<{ readonly accessToken: string; readonly expiresIn: number }>
  readonly clientsOf: (organizationId: string) => Promise<
    readonly { readonly clientId: string; readonly clientSecret: string; readonly redirectUris: readonly string[] }[]
  >
}

export function identityRoutes(deps: Deps, api: Api, provider: TokenMint): void {
  const open = createTeamsDoor(deps)

  api.serve(exchangeTeamsToken, async ({ body, req }) => {
    const answer = await open(body.token)
    if (answer.kind === 'refused') throw refusal(answer.reason, languageOf(req.get('accept-language')))
    return provider.mintForTab(answer)
  })

  api.serve(linkTeamsAccount, async ({ body, caller, req }) => {
    const language = languageOf(req.get('accept-language'))
    const account = await open.verify(body.token)
    if (account.kind === 'refused') throw refusal(account.reason, language)
    const outcome = await linkEntra(deps, caller, account)
    if (outcome !== 'linked') throw new ProblemError('conflict', linkRefusals[language][outcome])
    return { linked: true as const }
  })

  api.serve(getSession, async ({ caller, req }) => {
    const [person, organization] = await Promise.all([findActivePerson(deps, caller), getOrganization(deps, caller.organizationId)])
    if (!person) throw refusal('no_access', languageOf(req.get('accept-language')))
    return {
      personId: caller.personId,
      organization: { organizationId: caller.organizationId, name: organization.name, demo: organization.demo },
      firstName: person.firstName ?? null,
      lastName: person.lastName ?? null,
      roles: [...caller.roles],
      locale: person.locale ?? organization.locale
    }
  })

  api.serve(listOrganizationClients, async ({ params }) => {
    const clients = await provider.clientsOf(params.organizationId)
    return { issuer: provider.issuer, clients: clients.map(client => ({ ...client, redirectUris: [...client.redirectUris] })) }
  })
}

const refusal = (reason: TeamsRefusal, language: Language): ProblemError =>
  new ProblemError(reason === 'invalid_token' ? 'unauthenticated' : 'forbidden', teamsRefusals[language][reason], { reason })
