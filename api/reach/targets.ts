/** Whom an installation concerns: people in the program with a certain Microsoft account and no chat. A page of people at a time. */
import { chatStandings } from '../channels/channels.ts'
import { pageOfProfiles } from '../directory/directory.ts'
import { microsoftAccountsOf } from '../identity/identity.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import type { ChatStanding } from '../channels/channels.ts'
import type { Target } from './store-installs.ts'

const PEOPLE_A_PAGE = 2000

export type Reachable = {
  readonly personId: string
  readonly email: string | undefined
  readonly account: { readonly tid: string; readonly oid: string } | undefined
  readonly chat: ChatStanding
}

/** Everybody in the program, by id. Time and memory grow with people only. */
export async function* pagesOfReachable(deps: Deps, organizationId: string): AsyncGenerator<readonly Reachable[]> {
  const organization = await getOrganization(deps, organizationId)
  const attribute = organization.entraObjectIdAttribute
  let after = ''
  for (;;) {
    const { people, accounts } = await deps.db.for(organizationId)(async trx => {
      const page = { organizationId, after, limit: PEOPLE_A_PAGE, attributes: attribute ? [attribute] : [] }
      const people = await pageOfProfiles(trx, page)
      const known = people.map(({ personId, attributes }) => ({
        personId,
        objectId: (attribute && attributes[attribute]) || undefined
      }))
      return { people, accounts: await microsoftAccountsOf(trx, organization, known) }
    })
    const last = people.at(-1)
    if (!last) return
    after = last.personId
    const members = people.filter(({ mayLearn, siteLearner }) => mayLearn && !siteLearner)
    const ids = members.map(({ personId }) => personId)
    const chats = await chatStandings(deps, organizationId, ids)
    yield members.map(({ personId, email }) => ({
      personId,
      email,
      account: accounts.get(personId),
      chat: chats.get(personId) ?? 'none'
    }))
  }
}

/** Whoever blocked or removed the bot is left alone. */
export async function* pagesOfTargets(deps: Deps, organizationId: string): AsyncGenerator<readonly Target[]> {
  for await (const page of pagesOfReachable(deps, organizationId))
    yield page.flatMap(({ personId, account, chat }) => (account && chat === 'none' ? [{ personId, ...account }] : []))
}
