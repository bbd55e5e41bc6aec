/** One directory's list of people, page by page, against what is stored: each page is mended as it comes, then who was not named. */
import type { Organization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'
import type { ListedUser, Workos } from '../vendors/workos.ts'
import { toGroup } from './apply.ts'
import { PORTION } from './portions.ts'
import { ENVIRONMENT, pullEvents } from './pull.ts'
import { settleNews, type Context } from './settle.ts'
import * as cursors from './store-cursor.ts'
import * as store from './store-listing.ts'
import { keepStatistics } from './store-statistics.ts'

/** What the lists had that we had not, what we had that they have no more, and whose entries differed. All of it is mended. */
export type Drift = {
  readonly listed: number
  readonly missing: number
  readonly extra: number
  readonly differing: number
}

export type Listing = {
  readonly deps: Deps
  readonly workos: Workos
  readonly organization: Organization
  readonly directoryId: string
  /** Real time before the first list was asked for. */
  readonly startedAt: Date
}

type Run = Listing & { readonly runId: string }

/** A page is asked again this often when events of the company came meanwhile. */
const TRIES = 5
/** Pages of the vendor's that are stored together. */
const TOGETHER = 5

export async function compareList(listing: Listing): Promise<Drift> {
  const { deps, organization } = listing
  const { organizationId } = organization
  const within = deps.db.for(organizationId)
  const run: Run = { ...listing, runId: deps.newId('listing') }
  const found = await takeInPages(run)
  const extra = await endUnseen(run, found.listed)
  await within(trx => store.forgetSightings(trx, { organizationId, runId: run.runId }))
  return { ...found, extra }
}

type Found = Omit<Drift, 'extra'>

async function takeInPages(run: Run): Promise<Found> {
  let found: Found = { listed: 0, missing: 0, differing: 0 }
  let after: string | undefined
  let coming = ask(run, after)
  do {
    const { page, next, drift } = await takeInPage(run, after, coming)
    await keepStatistics(run.deps)
    found = {
      listed: found.listed + page,
      missing: found.missing + drift.missing,
      differing: found.differing + drift.differing
    }
    after = next?.after
    if (next) coming = next.coming
  } while (after)
  return found
}

type Page = {
  readonly users: readonly ListedUser[]
  readonly after: string | undefined
  readonly asOf: string | undefined
}

/** Some of the vendor's pages, and the company's last event before they were asked for. */
async function readPages({ deps, workos, organization, directoryId }: Run, start: string | undefined): Promise<Page> {
  const asOf = await deps.db.router(trx => cursors.readCursor(trx, organization.organizationId))
  const users: ListedUser[] = []
  let after = start
  for (let pages = 0; pages < TOGETHER; pages++) {
    const page = await workos.listUsers({ directoryId, after })
    users.push(...page.users)
    after = page.after
    if (!after) break
  }
  return { users, after, asOf }
}

/** One that nobody waits for any more may fail unheard. */
function ask(run: Run, after: string | undefined): Promise<Page> {
  const page = readPages(run, after)
  page.catch(() => undefined)
  return page
}

/** Asks for the next pages while these are stored. */
async function takeInPage(run: Run, after: string | undefined, first: Promise<Page>) {
  let coming = first
  for (let tries = 1; tries <= TRIES; tries++) {
    const page = await coming
    const next = page.after ? { after: page.after, coming: ask(run, page.after) } : undefined
    const drift = await storePage(run, page)
    if (drift) return { page: page.users.length, next, drift }
    await pullEvents(run.deps, run.workos)
    coming = ask(run, after)
  }
  throw new VendorError('workos', 'the directory changed while it was listed', { retryable: true })
}

/** Undefined when an event of this company came after the list was read: the list may be older than it. */
const storePage = (
  { deps, organization, runId }: Run,
  { users, asOf }: Page
): Promise<Omit<Found, 'listed'> | undefined> =>
  inStep(deps, organization, async context => {
    const { trx } = context
    const { organizationId } = organization
    if ((await cursors.readCursor(trx, organizationId)) !== asOf) return undefined
    const entries = users.map(({ id }) => id)
    await store.markSeen(trx, { organizationId, runId }, entries)
    const { snapshot, outcome } = await settleNews(
      context,
      users.map(user => ({ kind: 'user', user, groups: user.groups.map(toGroup) }))
    )
    const known = new Set(snapshot.people.map(({ directory_user_id }) => directory_user_id))
    return {
      missing: entries.filter(entry => !known.has(entry)).length,
      differing: entries.filter(entry => known.has(entry) && outcome.changed.has(entry)).length
    }
  })

/** @returns how many active people the list did not name; they are ended, unless it named nobody at all. */
async function endUnseen({ deps, organization, runId, directoryId, startedAt }: Run, listed: number): Promise<number> {
  const { organizationId } = organization
  const wanted = { organizationId, runId, directoryId, startedAt }
  const [seen, unseen] = await deps.db.for(organizationId)(async trx => [
    await store.countSeen(trx, wanted),
    await store.countUnseen(trx, wanted)
  ])
  if (seen < listed) throw new VendorError('workos', 'the comparison lost what it had seen', { retryable: true })
  // An empty list of a connected directory is a fault at the other end, not the end of everybody.
  if (listed === 0 && unseen > 0) {
    deps.log.error({ directory: directoryId, people: unseen }, 'empty directory list ignored')
    return unseen
  }
  const endSome = (): Promise<number> =>
    inStep(deps, organization, async context => {
      const entries = await store.listUnseen(context.trx, wanted, PORTION)
      await settleNews(
        context,
        entries.map(entry => ({ kind: 'userGone', entry }))
      )
      return entries.length
    })
  let ended = 0
  for (let some = await endSome(); some > 0; some = await endSome()) ended += some
  return ended
}

/** Under the event stream's own lock, so that nobody is settled twice at once. */
export const inStep = <R>(deps: Deps, organization: Organization, work: (context: Context) => Promise<R>): Promise<R> =>
  deps.db.for(organization.organizationId)(async trx => {
    await cursors.lockCursor(trx, ENVIRONMENT, deps.now())
    return work({ deps, trx, organization, actor: 'reconciliation', receivedAt: deps.realNow() })
  })
