/** Proves the directory by its lists: repairs what events missed, and applies changed rules of the company to everybody. */
import { getOrganization, type Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'
import type { ListedUser, Workos } from '../vendors/workos.ts'
import { deactivate, saveUser, settleUser } from './apply.ts'
import { BATCH, ENVIRONMENT, pullEvents } from './pull.ts'
import { settle, type Context } from './settle.ts'
import * as cursors from './store-cursor.ts'
import * as groups from './store-groups.ts'
import * as store from './store.ts'

/** @throws VendorError to be retried, also when events of this company keep coming between. */
export async function reconcileOrganization(deps: Deps, workos: Workos, organizationId: string): Promise<void> {
  const organization = await getOrganization(deps, organizationId)
  // Rules first: access must not outlive them while the directory cannot be read.
  await settleEverybody(deps, organization)
  await pullEvents(deps, workos)
  const asOf = await deps.db.router(trx => cursors.readCursor(trx, organizationId))
  for (const directoryId of await workos.listDirectories(organization.workosOrganizationId)) {
    const users = await listAll(workos, directoryId)
    await applyList({ deps, organization, directoryId, users, asOf })
  }
}

async function listAll(workos: Workos, directoryId: string): Promise<readonly ListedUser[]> {
  const users: ListedUser[] = []
  let after: string | undefined
  do {
    const page = await workos.listUsers({ directoryId, after })
    users.push(...page.users)
    after = page.after
  } while (after)
  return users
}

type Listing = {
  readonly deps: Deps
  readonly organization: Organization
  readonly directoryId: string
  readonly users: readonly ListedUser[]
  /** The company's last event before the list was read. */
  readonly asOf: string | undefined
}

async function applyList(listing: Listing): Promise<void> {
  const { deps, organization, directoryId, users } = listing
  const { organizationId } = organization
  const known = await deps.db.for(organizationId)(trx => store.peopleOfDirectory(trx, organizationId, directoryId))
  const listed = new Set(users.map(({ id }) => id))
  const gone = known.filter(row => !listed.has(row.directory_user_id ?? ''))
  for (let start = 0; start < users.length; start += BATCH)
    await inStep(listing, async context => {
      for (const user of users.slice(start, start + BATCH)) await saveListed(context, directoryId, user)
    })
  // An empty list of a connected directory is a fault at the other end, not the end of everybody.
  if (users.length === 0 && gone.length > 0)
    deps.log.error({ directory: directoryId, people: gone.length }, 'empty directory list ignored')
  else for (const row of gone) await inStep(listing, context => deactivate(context, row.directory_user_id ?? ''))
}

async function saveListed(context: Context, directoryId: string, user: ListedUser): Promise<void> {
  const { organizationId } = context.organization
  for (const { id, name } of user.groups)
    await groups.saveGroup(context.trx, { organization_id: organizationId, id, directory_id: directoryId, name })
  await groups.replaceMemberships(context.trx, {
    organizationId,
    directoryUserId: user.id,
    groupIds: user.groups.map(({ id }) => id)
  })
  await saveUser(context, user)
  await settleUser(context, user.id)
}

/** Refuses when an event of this company came after the list was read: the list may be older than it. */
async function inStep({ deps, organization, asOf }: Listing, work: (context: Context) => Promise<void>): Promise<void> {
  const { organizationId } = organization
  await deps.db.for(organizationId)(async trx => {
    await cursors.lockCursor(trx, ENVIRONMENT, deps.now())
    if ((await cursors.readCursor(trx, organizationId)) !== asOf)
      throw new VendorError('workos', 'the directory changed while it was listed', { retryable: true })
    await work(contextOf(deps, trx, organization))
  })
}

async function settleEverybody(deps: Deps, organization: Organization): Promise<void> {
  let after: string | undefined = ''
  while (after !== undefined) after = await settlePage(deps, organization, after)
}

/** @returns the last person settled, undefined past the end. */
const settlePage = (deps: Deps, organization: Organization, after: string): Promise<string | undefined> =>
  deps.db.for(organization.organizationId)(async trx => {
    // The event stream's own lock, so that nobody is settled twice at once.
    await cursors.lockCursor(trx, ENVIRONMENT, deps.now())
    const rows = await store.pageOfDirectoryPeople(trx, {
      organizationId: organization.organizationId,
      after,
      limit: BATCH
    })
    for (const row of rows) await settle(contextOf(deps, trx, organization), { before: row, row })
    return rows.at(-1)?.id
  })

const contextOf = (deps: Deps, trx: Trx, organization: Organization): Context => ({
  deps,
  trx,
  organization,
  actor: 'reconciliation',
  receivedAt: deps.realNow()
})
