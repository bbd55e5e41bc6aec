/** The WorkOS Events cursor is the truth; a webhook only wakes the reader. */
import { findOrganizationByWorkos, type Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import type { DirectoryEvent, StreamEvent, Workos } from '../vendors/workos.ts'
import { applyEvent } from './apply.ts'
import type { Context } from './settle.ts'
import * as cursors from './store-cursor.ts'

export const ENVIRONMENT = 'workos'
const PAGE = 100

/** Events of one company applied in one transaction: few enough that no lock is held for long. */
export const BATCH = 20

/** Reads on from the cursor until the stream is dry. @throws VendorError when the stream cannot be read. */
export async function pullEvents(deps: Deps, workos: Workos): Promise<void> {
  for (;;) {
    const after = await deps.db.router(trx => cursors.readCursor(trx, ENVIRONMENT))
    const events = await workos.listEvents({ after, limit: PAGE })
    const outcome = await takeInPage(deps, events, after)
    if (outcome === 'taken' && events.length < PAGE) return
  }
}

type Taken = 'taken' | 'overtaken'

async function takeInPage(deps: Deps, events: readonly StreamEvent[], start: string | undefined): Promise<Taken> {
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
    for (const event of run) {
      if (event.event === 'unreadable')
        deps.log.error({ event: event.id, problem: event.problem }, 'event of an unknown shape skipped')
      else if (organization)
        await applyEvent({ deps, trx, organization, actor: 'directory', receivedAt, event: momentsOf(event) }, event)
      else deps.log.warn({ event: event.id }, 'event of an unknown organization skipped')
    }
    const last = { eventId: run.at(-1)?.id ?? null, at: deps.now() }
    await cursors.moveCursor(trx, ENVIRONMENT, last)
    if (organization) await cursors.moveCursor(trx, organization.organizationId, last)
    return 'taken'
  }
  return organization ? deps.db.for(organization.organizationId)(work) : deps.db.router(work)
}

/** When the directory changed what the event tells of, if it says so, and when the event was made. */
function momentsOf({ createdAt, data }: DirectoryEvent): Context['event'] {
  const changed = 'user' in data ? undefined : 'updatedAt' in data ? data.updatedAt : undefined
  return { at: readMoment(createdAt), changedAt: readMoment(changed) }
}

function readMoment(text: string | undefined): Date | undefined {
  const at = new Date(text ?? '')
  return Number.isNaN(at.getTime()) ? undefined : at
}

/** Neighbors of the same company stay together, in order. */
function runsOf(events: readonly StreamEvent[]): readonly (readonly StreamEvent[])[] {
  const runs: StreamEvent[][] = []
  for (const event of events) {
    const last = runs.at(-1)
    if (last?.[0] && last.length < BATCH && workosIdOf(last[0]) === workosIdOf(event)) last.push(event)
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
