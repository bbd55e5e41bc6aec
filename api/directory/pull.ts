/** The WorkOS Events cursor is the truth; a webhook only wakes the reader. */
import { findOrganizationByWorkos, type Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import type { ConnectionEvent, DirectoryEvent, StreamEvent, Workos } from '../vendors/workos.ts'
import { DAY } from '../platform/time.ts'
import { applyEvents } from './apply.ts'
import { applyConnectionEvent, isAboutConnection } from './connections.ts'
import { reconcileJob } from './reconcile-job.ts'
import * as cursors from './store-cursor.ts'
import { keepStatistics } from './store-statistics.ts'

export const ENVIRONMENT = 'workos'
const PAGE = 100
/** WorkOS keeps events for thirty days; who comes back to it this late may have missed some. */
const KEPT_MS = 28 * DAY
/** Pages that are stored together: far behind, each transaction carries more; else the first is the last. */
const STRETCH = 5

/** Reads on from the cursor until the stream is dry. @throws VendorError when the stream cannot be read. */
export async function pullEvents(deps: Deps, workos: Workos): Promise<void> {
  for (;;) {
    const place = await readPlace(deps)
    // WorkOS may have dropped events behind our back: they are not missed, but what they told has to be looked up.
    if (place && place.movedAt.getTime() < deps.now().getTime() - KEPT_MS)
      await compareAll(deps, place.eventId, place.eventId)
    const outcome = await pullFrom(deps, workos, place?.eventId)
    if (outcome === 'dry') return
    // What is still kept would be read again out of its time: the reader goes on from the newest.
    if (outcome === 'lost') await compareAll(deps, place?.eventId, await workos.newestEvent())
  }
}

/** Moves the reader, unless another did, and has every company's lists compared. */
const compareAll = (deps: Deps, from: string | undefined, to: string | undefined): Promise<void> =>
  deps.db.router(async trx => {
    if ((await cursors.lockCursor(trx, ENVIRONMENT, deps.now())) !== from) return
    deps.log.info({ from, to }, 'events may have been missed, all directories are compared')
    await cursors.moveCursor(trx, ENVIRONMENT, { eventId: to ?? null, at: deps.now() })
    const companies = await cursors.listReconciled(trx)
    await deps.queue.enqueue(
      trx,
      ...companies.map(organizationId => reconcileJob.job({ organizationId }, { key: organizationId }))
    )
  })

const readPlace = (deps: Deps): Promise<cursors.Place | undefined> =>
  deps.db.router(trx => cursors.readPlace(trx, ENVIRONMENT))

/** Asks for the next stretch while this one is stored. */
async function pullFrom(deps: Deps, workos: Workos, start: string | undefined): Promise<'dry' | 'overtaken' | 'lost'> {
  let after = start
  let coming = ask(workos, after)
  for (;;) {
    const stretch = await coming
    if (stretch === 'lost') return 'lost'
    const { events, isLast } = stretch
    const last = events.at(-1)?.id
    if (!isLast) coming = ask(workos, last)
    if ((await takeInStretch(deps, events, after)) === 'overtaken') return 'overtaken'
    await keepStatistics(deps)
    if (isLast) return 'dry'
    after = last
  }
}

type Stretch = { readonly events: readonly StreamEvent[]; readonly isLast: boolean }

/** One that nobody waits for any more may fail unheard. */
function ask(workos: Workos, after: string | undefined): Promise<Stretch | 'lost'> {
  const asked = readStretch(workos, after)
  asked.catch(() => undefined)
  return asked
}

/** Some pages in a row. What was read before one failed is given, and the failing one asked for again by the next call. */
async function readStretch(workos: Workos, after: string | undefined): Promise<Stretch | 'lost'> {
  const events: StreamEvent[] = []
  for (let pages = 0; pages < STRETCH; pages++) {
    const asked = workos.listEvents({ after: events.at(-1)?.id ?? after, limit: PAGE })
    const page = await asked.catch((cause: unknown) => {
      if (events.length === 0) throw cause
      return undefined
    })
    if (page === 'lost' && events.length === 0) return 'lost'
    if (!page || page === 'lost') break
    events.push(...page)
    if (page.length < PAGE) return { events, isLast: true }
  }
  return { events, isLast: false }
}

type Taken = 'taken' | 'overtaken'

async function takeInStretch(deps: Deps, events: readonly StreamEvent[], start: string | undefined): Promise<Taken> {
  const receivedAt = deps.realNow()
  let after = start
  for (const run of runsOf(events)) {
    if ((await takeInRun(deps, { run, after, receivedAt })) === 'overtaken') return 'overtaken'
    after = run.at(-1)?.id
  }
  return 'taken'
}

type Run = { readonly run: readonly StreamEvent[]; readonly after: string | undefined; readonly receivedAt: Date }

/** Events and the cursor past them commit together; a reader that finds the cursor elsewhere was overtaken by another. */
async function takeInRun(deps: Deps, { run, after, receivedAt }: Run): Promise<Taken> {
  const organization = await organizationOf(deps, run)
  const work = async (trx: Trx): Promise<Taken> => {
    if ((await cursors.lockCursor(trx, ENVIRONMENT, deps.now())) !== after) return 'overtaken'
    const events = readable(deps, run, organization)
    if (organization) {
      const about = events.filter(event => !isAboutConnection(event))
      await applyEvents({ deps, trx, organization, actor: 'directory', receivedAt }, about)
      for (const event of events.filter(isAboutConnection))
        await applyConnectionEvent({ deps, trx, organization }, event)
    }
    const last = { eventId: run.at(-1)?.id ?? null, at: deps.now() }
    await cursors.moveCursor(trx, ENVIRONMENT, last)
    if (organization) await cursors.moveCursor(trx, organization.organizationId, last)
    return 'taken'
  }
  return organization ? deps.db.for(organization.organizationId)(work) : deps.db.router(work)
}

function readable(
  { log }: Pick<Deps, 'log'>,
  run: readonly StreamEvent[],
  organization: Organization | undefined
): readonly (DirectoryEvent | ConnectionEvent)[] {
  return run.flatMap(event => {
    if (event.event === 'unreadable') {
      log.error({ event: event.id, problem: event.problem }, 'event of an unknown shape skipped')
      return []
    }
    if (!organization) log.warn({ event: event.id }, 'event of an unknown organization skipped')
    return [event]
  })
}

/** Neighbors of the same company stay together, in order. */
function runsOf(events: readonly StreamEvent[]): readonly (readonly StreamEvent[])[] {
  const runs: StreamEvent[][] = []
  for (const event of events) {
    const last = runs.at(-1)
    if (last?.[0] && workosIdOf(last[0]) === workosIdOf(event)) last.push(event)
    else runs.push([event])
  }
  return runs
}

function workosIdOf(event: StreamEvent): string | undefined {
  if (event.event === 'unreadable') return undefined
  return ('user' in event.data ? event.data.user.organizationId : event.data.organizationId) ?? undefined
}

async function organizationOf(deps: Deps, [first]: readonly StreamEvent[]): Promise<Organization | undefined> {
  const id = first && workosIdOf(first)
  return id ? findOrganizationByWorkos(deps, id) : undefined
}
