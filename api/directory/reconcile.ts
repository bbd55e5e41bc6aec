/** Proves the directory by its lists: repairs what events missed, and applies changed rules of the company to everybody. */
import { record } from '../audit/audit.ts'
import { getOrganization, type Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'
import { DAY } from '../platform/time.ts'
import type { ListedUser, Workos } from '../vendors/workos.ts'
import { deactivate, saveUser, settleUser } from './apply.ts'
import { BATCH, ENVIRONMENT, pullEvents } from './pull.ts'
import { settle, type Context } from './settle.ts'
import * as cursors from './store-cursor.ts'
import * as groups from './store-groups.ts'
import * as store from './store.ts'

/** What the lists had that we had not, what we had that they have no more, and whose entries differed. All of it is mended. */
export type Drift = {
  readonly listed: number
  readonly missing: number
  readonly extra: number
  readonly differing: number
}

/** @throws VendorError to be retried, also when events of this company keep coming between. */
export async function reconcileOrganization(deps: Deps, workos: Workos, organizationId: string): Promise<void> {
  const organization = await getOrganization(deps, organizationId)
  // Rules first: access must not outlive them while the directory cannot be read.
  await settleEverybody(deps, organization)
  await pullEvents(deps, workos)
  const asOf = await deps.db.router(trx => cursors.readCursor(trx, organizationId))
  const drifts: Drift[] = []
  for (const directoryId of await workos.listDirectories(organization.workosOrganizationId)) {
    const users = await listAll(workos, directoryId)
    drifts.push(await applyList({ deps, organization, directoryId, users, asOf }))
  }
  await report(deps, organizationId, drifts)
}

/** The audit keeps each night's finding; a night without a directory finds nothing. */
const report = (deps: Deps, organizationId: string, drifts: readonly Drift[]): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    const sum = (of: (drift: Drift) => number): number => drifts.reduce((total, drift) => total + of(drift), 0)
    const detail: Drift = {
      listed: sum(({ listed }) => listed),
      missing: sum(({ missing }) => missing),
      extra: sum(({ extra }) => extra),
      differing: sum(({ differing }) => differing)
    }
    await cursors.markReconciled(trx, organizationId, deps.now())
    if (drifts.length > 0)
      await record(trx, deps, { organizationId, action: 'directory.reconciled', actor: 'reconciliation', detail })
  })

/** Companies whose last reconciliation is a day old. */
export const organizationsToReconcile = (deps: Deps): Promise<readonly string[]> =>
  deps.db.router(trx => cursors.listUnreconciled(trx, new Date(deps.now().getTime() - DAY)))

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

async function applyList(listing: Listing): Promise<Drift> {
  const { deps, organization, directoryId, users } = listing
  const { organizationId } = organization
  const known = await deps.db.for(organizationId)(trx => store.peopleOfDirectory(trx, organizationId, directoryId))
  const knownIds = new Set(known.map(row => row.directory_user_id))
  const listed = new Set(users.map(({ id }) => id))
  const gone = known.filter(row => row.state === 'active' && !listed.has(row.directory_user_id ?? ''))
  let differing = 0
  for (let start = 0; start < users.length; start += BATCH)
    await inStep(listing, async context => {
      for (const user of users.slice(start, start + BATCH))
        if ((await saveListed(context, directoryId, user)) && knownIds.has(user.id)) differing += 1
    })
  const missing = users.filter(({ id }) => !knownIds.has(id)).length
  const drift = { listed: users.length, missing, extra: gone.length, differing }
  // An empty list of a connected directory is a fault at the other end, not the end of everybody.
  if (users.length === 0 && gone.length > 0)
    deps.log.error({ directory: directoryId, people: gone.length }, 'empty directory list ignored')
  else for (const row of gone) await inStep(listing, context => deactivate(context, row.directory_user_id ?? ''))
  return drift
}

async function saveListed(context: Context, directoryId: string, user: ListedUser): Promise<boolean> {
  const { organizationId } = context.organization
  for (const { id, name } of user.groups)
    await groups.saveGroup(context.trx, { organization_id: organizationId, id, directory_id: directoryId, name })
  await groups.replaceMemberships(context.trx, {
    organizationId,
    directoryUserId: user.id,
    groupIds: user.groups.map(({ id }) => id)
  })
  const saved = await saveUser(context, user)
  return (await settleUser(context, user.id)) || saved
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
