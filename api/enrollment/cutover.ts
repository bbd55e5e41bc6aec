/** The cutover's dry run: what is known of the site's accounts against who may sign in through CI. Changes nothing, any number of times. */
import { record } from '../audit/audit.ts'
import type { SitePlan } from '../contract/cutover.ts'
import { subjectOf } from '../contract/subject.ts'
import { addressesInUse, connectionNews, pageOfIdentities, type Identity } from '../directory/directory.ts'
import { getLearningSite, recentOrganization, recentOwnOrganizations } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import {
  findingOf,
  isIntended,
  mayBeAccepted,
  notKeyed,
  siteItems,
  type Item,
  type LearnerFacts
} from './cutover-items.ts'
import { SiteError } from './problems.ts'
import * as store from './store-cutover.ts'
import { pageOfAccounts, type StoredAccount } from './store-learners.ts'
import { lastComparison } from './store-link-runs.ts'
import { listLinks } from './store-links.ts'
import { createThinkific } from './thinkific.ts'

type Check = { readonly organizationId: string; readonly plan: SitePlan; readonly author: string }

export async function checkCutover(deps: Deps, { organizationId, plan, author }: Check): Promise<void> {
  const now = deps.now()
  const accounts = await allAccounts(deps, organizationId)
  const instructors = await instructorsOf(deps, organizationId)
  const people = await allPeople(deps, organizationId)
  const own = await ownSignIns(deps, organizationId, accounts)
  const [links, comparison] = await deps.db.for(organizationId)(
    async trx => [await listLinks(trx, organizationId), await lastComparison(trx, organizationId)] as const
  )
  const keyed = new Set(accounts.flatMap(({ subject }) => (subject ? [subject] : [])))
  const owners = ownersOf(people)
  const factsOf = (account: StoredAccount): LearnerFacts => ({
    ...account,
    name: [account.firstName, account.lastName].filter(Boolean).join(' '),
    isStaff:
      account.roles.length > 0 || Boolean(instructors?.has(account.userId) || instructors?.has(keyOfEmail(account))),
    person: people.get(links.get(account.userId) ?? ''),
    isAddressOfAnother: (owners.get(keyOfEmail(account)) ?? []).some(
      personId => personId !== links.get(account.userId) && !keyed.has(subjectOf(organizationId, personId))
    ),
    hasOwnSignIn: own.has(account.email.toLowerCase())
  })
  const findings = accounts.map(account => findingOf(factsOf(account), organizationId))
  const found = findings.flatMap(finding => (finding.kind === 'item' ? [finding.item] : []))
  const able = findings.filter(({ kind }) => kind === 'able')
  const site = siteItems({
    plan,
    comparedAt: comparison?.ended_at ?? null,
    unread: accounts.filter(({ state }) => state === 'unread').length,
    connectionDown: await isConnectionDown(deps, organizationId),
    instructorsUnread: instructors === undefined,
    now
  })
  const unkeyed = able.filter(finding => finding.kind === 'able' && !finding.keyed).length
  const items = [...site, ...notKeyed(unkeyed), ...found.toSorted(byOrder)]
  await deps.db.for(organizationId)(async trx => {
    const check = {
      organization_id: organizationId,
      checked_at: now,
      checked_by: author,
      plan,
      learners: accounts.length,
      able: able.length,
      left_people: found.filter(({ kind }) => isIntended(kind)).length
    }
    await store.saveCheck(
      trx,
      check,
      items.map((item, index) => toRow(organizationId, item, index + 1))
    )
    const open = items.filter(({ kind }) => !isIntended(kind)).length
    await record(trx, deps, { organizationId, action: 'cutover.checked', actor: author, detail: { plan, open } })
  })
}

/** By address, whoever may sign in with it. */
function ownersOf(people: ReadonlyMap<string, Identity>): ReadonlyMap<string, readonly string[]> {
  const withEmail = [...people.values()].filter(({ email, mayEnter }) => email && mayEnter)
  const byEmail = Map.groupBy(withEmail, ({ email }) => (email ?? '').toLowerCase())
  return new Map([...byEmail].map(([email, owners]) => [email, owners.map(({ personId }) => personId)]))
}

const keyOfEmail = ({ email }: StoredAccount): string => email.toLowerCase()

const ORDER: readonly Item['kind'][] = [
  'staff_without_person',
  'other_subject',
  'address_of_another',
  'in_review',
  'email_differs',
  'no_access',
  'no_email',
  'nobody',
  'person_left'
]
const byOrder = (a: Item, b: Item): number =>
  ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.name.localeCompare(b.name) || (a.itemKey < b.itemKey ? -1 : 1)

const toRow = (organizationId: string, { itemKey, userId, personId, ...item }: Item, place: number): store.ItemRow => ({
  organization_id: organizationId,
  item_key: itemKey,
  place,
  user_id: userId,
  person_id: personId,
  ...item
})

const PAGE = 2000

async function allAccounts(deps: Deps, organizationId: string): Promise<readonly StoredAccount[]> {
  const accounts: StoredAccount[] = []
  for (let after = ''; ;) {
    const asked = { organizationId, after, limit: PAGE }
    const page = await deps.db.for(organizationId)(trx => pageOfAccounts(trx, asked))
    accounts.push(...page)
    if (page.length < PAGE) return accounts
    after = page.at(-1)?.userId ?? ''
  }
}

async function allPeople(deps: Deps, organizationId: string): Promise<ReadonlyMap<string, Identity>> {
  const people = new Map<string, Identity>()
  for (let after = ''; ;) {
    const asked = { organizationId, after, limit: PAGE, attribute: null }
    const page = await deps.db.for(organizationId)(trx => pageOfIdentities(trx, asked))
    for (const identity of page) people.set(identity.personId, identity)
    if (page.length < PAGE) return people
    after = page.at(-1)?.personId ?? ''
  }
}

/** Accounts and addresses of whoever teaches; undefined when the site does not say. */
async function instructorsOf(deps: Deps, organizationId: string): Promise<ReadonlySet<string> | undefined> {
  const site = await getLearningSite(deps, organizationId)
  if (!site) return undefined
  try {
    const found = await createThinkific(deps, site).instructors()
    return new Set(found.flatMap(({ userId, email }) => [userId, email].filter(each => each !== undefined)))
  } catch (error) {
    if (error instanceof SiteError) return undefined
    throw error
  }
}

/** Addresses that CI itself signs in, in its own organizations of this very site: its authors and admins. */
async function ownSignIns(
  deps: Deps,
  organizationId: string,
  accounts: readonly StoredAccount[]
): Promise<ReadonlySet<string>> {
  const { learningSite } = await recentOrganization(deps, organizationId)
  const others = (await recentOwnOrganizations(deps)).filter(
    other =>
      other.organizationId !== organizationId &&
      learningSite !== undefined &&
      other.learningSite?.subdomain === learningSite.subdomain
  )
  const emails = [...new Set(accounts.map(keyOfEmail))]
  const found = await Promise.all(others.map(other => addressesInUse(deps, other.organizationId, emails)))
  return new Set(found.flat())
}

async function isConnectionDown(deps: Deps, organizationId: string): Promise<boolean> {
  const organization = await recentOrganization(deps, organizationId)
  if (organization.signIn === 'own') return false
  const news = await connectionNews(deps, organizationId)
  return news.some(
    ({ connectionId, event, kind }) =>
      (organization.connectionId ? connectionId === organization.connectionId : kind === 'sign_in') &&
      /\.(?:deactivated|deleted)$/u.test(event)
  )
}

type Acceptance = { readonly organizationId: string; readonly actor: string; readonly itemKeys: readonly string[] }

/** @throws ProblemError `conflict` for what is gone or cannot be accepted: then none is. */
export async function accept(
  deps: Deps,
  { organizationId, actor, itemKeys, reason }: Acceptance & { readonly reason: string }
): Promise<number> {
  const keys = [...new Set(itemKeys)]
  return deps.db.for(organizationId)(async trx => {
    const found = await store.kindsOf(trx, organizationId, keys)
    if (found.length < keys.length)
      throw new ProblemError('conflict', 'A point is no longer on the list. Load the page again')
    if (!found.every(({ kind }) => mayBeAccepted(kind)))
      throw new ProblemError('conflict', 'A point among these has to be mended first. Nobody could sign in as it is')
    const at = { accepted_by: actor, accepted_at: deps.now() }
    await store.saveAcceptances(
      trx,
      keys.map(item_key => ({ organization_id: organizationId, item_key, reason, ...at }))
    )
    const detail = { items: keys.length, itemKeys: keys, reason }
    await record(trx, deps, { organizationId, action: 'cutover.accepted', actor, detail })
    return keys.length
  })
}

export const withdraw = (deps: Deps, { organizationId, actor, itemKeys }: Acceptance): Promise<number> =>
  deps.db.for(organizationId)(async trx => {
    const items = await store.dropAcceptances(trx, organizationId, itemKeys)
    if (items > 0)
      await record(trx, deps, { organizationId, action: 'cutover.withdrawn', actor, detail: { items, itemKeys } })
    return items
  })
