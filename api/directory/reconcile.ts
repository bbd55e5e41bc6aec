/** Proves the directory by its lists: repairs what events missed, and applies changed rules of the company to everybody. */
import { record } from '../audit/audit.ts'
import { getOrganization, type Organization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { DAY } from '../platform/time.ts'
import type { Workos } from '../vendors/workos.ts'
import { endDirectory } from './apply.ts'
import { compareList, inStep, type Drift } from './listing.ts'
import { PORTION } from './portions.ts'
import { pullEvents } from './pull.ts'
import { settleNews } from './settle.ts'
import * as cursors from './store-cursor.ts'
import * as listings from './store-listing.ts'

/** @throws VendorError to be retried, also when events of this company keep coming between. */
export async function reconcileOrganization(deps: Deps, workos: Workos, organizationId: string): Promise<void> {
  const organization = await getOrganization(deps, organizationId)
  // Operators alone say who is there.
  if (organization.signIn === 'own') return report(deps, organizationId, [])
  // Rules first: access must not outlive them while the directory cannot be read.
  await settleEverybody(deps, organization)
  const startedAt = deps.realNow()
  await pullEvents(deps, workos)
  const drifts: Drift[] = []
  const directories = await workos.listDirectories(organization.workosOrganizationId)
  for (const directoryId of directories)
    drifts.push(await compareList({ deps, workos, organization, directoryId, startedAt }))
  await endLostDirectories(deps, workos, { organization, directories })
  if (organization.joining === 'directory' && !organization.settingUp && drifts.some(({ listed }) => listed > 0))
    await endUnlisted(deps, organization)
  await report(deps, organizationId, drifts)
}

type Known = { readonly organization: Organization; readonly directories: readonly string[] }

/** Of directories that ended while nobody listened. */
async function endLostDirectories(deps: Deps, workos: Workos, { organization, directories }: Known): Promise<void> {
  const { organizationId } = organization
  const known = await deps.db.for(organizationId)(trx => listings.directoriesOf(trx, organizationId))
  for (const directoryId of known.filter(id => !directories.includes(id)))
    if (!(await workos.isConnected(directoryId)))
      await inStep(deps, organization, context => endDirectory(context, directoryId))
}

/** Who came by sign-in and is not in the directory that alone says who is there now. */
async function endUnlisted(deps: Deps, organization: Organization): Promise<void> {
  const endSome = (): Promise<number> =>
    inStep(deps, organization, async context => {
      const ids = await listings.listUnadopted(context.trx, organization.organizationId, PORTION)
      await settleNews(
        context,
        ids.map(personId => ({ kind: 'unlisted', personId }))
      )
      return ids.length
    })
  while ((await endSome()) > 0);
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

async function settleEverybody(deps: Deps, organization: Organization): Promise<void> {
  let after: string | undefined = ''
  while (after !== undefined) after = await settlePage(deps, organization, after)
}

/** @returns the last person settled, undefined past the end. */
const settlePage = (deps: Deps, organization: Organization, after: string): Promise<string | undefined> =>
  inStep(deps, organization, async context => {
    const wanted = { organizationId: organization.organizationId, after, limit: PORTION }
    const page = await listings.pageOfEntries(context.trx, wanted)
    await settleNews(
      context,
      page.map(({ entry }) => ({ kind: 'rules', entry }))
    )
    return page.at(-1)?.id
  })
