/** Works one company's queue: the most urgent person first, a few at a time, until nobody is due or the site has a problem. */
import { getLearningSite } from '../organizations/organizations.ts'
import type { Database } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { after, MINUTE, SECOND } from '../platform/time.ts'
import type { LearningSystem } from './learning-system.ts'
import { SiteError } from './problems.ts'
import { confirmSite } from './renamed.ts'
import { settlePerson } from './settle.ts'
import { finishRuns } from './store-runs.ts'
import * as store from './store-work.ts'
import { createThinkific } from './thinkific.ts'
import type { ThinkificSite } from './thinkific-call.ts'

/** Calls go out as fast as the site allows with this many; more would only hold people while they wait. */
const LANES = 8
/** Then the job ends and another begins, so that every company has its turn. */
const SHIFT_MS = MINUTE
const RENEW_MS = 10 * SECOND

export type OpenSystem = (deps: Deps, site: ThinkificSite) => LearningSystem

/** @returns whether somebody who is due is left. */
export async function workOff(
  deps: Deps,
  organizationId: string,
  open: OpenSystem = createThinkific
): Promise<boolean> {
  const site = await getLearningSite(deps, organizationId)
  if (!site || (await isHeld(deps, organizationId))) return false
  const ear = listenTo(deps)
  const system = open({ ...deps, fetch: ear.fetch }, site)
  if (!(await isConfirmed(deps, { organizationId, site, system }))) return false
  const crew = deps.newId('crew')
  const shift = {
    deps,
    organizationId,
    crew,
    site: { system, name: site.subdomain },
    heardAt: ear.heardAt,
    until: performance.now() + SHIFT_MS
  }
  const busy = busyIn(deps.db)
  const renewing = setInterval(() => void renew(shift), RENEW_MS)
  try {
    // Where a crew is at work already, only leavers get one more hand.
    if (busy.has(organizationId)) return await takeTurns(shift, store.PRIORITY.leaver)
    busy.add(organizationId)
    const lanes = Array.from({ length: LANES }, () => takeTurns(shift, store.PRIORITY.rest))
    return (await Promise.all(lanes).finally(() => busy.delete(organizationId))).some(Boolean)
  } finally {
    clearInterval(renewing)
  }
}

/** When the site last answered a call well. */
function listenTo({ fetch, realNow }: Deps): {
  readonly fetch: typeof fetch
  readonly heardAt: () => Date | undefined
} {
  let at: Date | undefined
  return {
    heardAt: () => at,
    fetch: async (...asked) => {
      const response = await fetch(...asked)
      if (response.ok && /json/u.test(response.headers.get('content-type') ?? 'json')) at = realNow()
      return response
    }
  }
}

const crews = new WeakMap<Database, Set<string>>()

function busyIn(db: Database): Set<string> {
  const held = crews.get(db) ?? new Set<string>()
  crews.set(db, held)
  return held
}

type Shift = {
  readonly deps: Deps
  readonly organizationId: string
  readonly crew: string
  readonly site: { readonly system: LearningSystem; readonly name: string }
  readonly heardAt: () => Date | undefined
  readonly until: number
}

const renew = ({ deps, organizationId, crew }: Shift): Promise<void> =>
  deps.db
    .for(organizationId)(trx => store.renewClaims(trx, organizationId, crew))
    .catch((err: unknown) => deps.log.warn({ err, crew }, 'claims not renewed'))

/** @returns whether it stopped while somebody was due. */
async function takeTurns(shift: Shift, upTo: store.Priority): Promise<boolean> {
  const { deps, organizationId, crew } = shift
  const inCompany = deps.db.for(organizationId)
  for (;;) {
    const at = { now: deps.now(), realNow: deps.realNow() }
    const row = await inCompany(async trx => {
      const site = await store.findSite(trx, organizationId)
      if (site?.retry_at && site.retry_at > at.realNow) return undefined
      return store.claimWork(trx, { organizationId, crew, upTo, ...at })
    })
    if (!row) {
      // Two who were given back at once do not see each other: the last one to find nobody does.
      await inCompany(trx => finishRuns(trx, organizationId, deps.now()))
      return false
    }
    await settleRow(shift, row)
    if (performance.now() > shift.until) return true
  }
}

async function settleRow({ deps, organizationId, site, heardAt }: Shift, row: store.WorkRow): Promise<void> {
  const release = (outcome: Parameters<typeof store.releaseWork>[1]['outcome']): Promise<void> =>
    deps.db.for(organizationId)(async trx => {
      await store.releaseWork(trx, { row, outcome, now: deps.now() })
      // Whoever needs no call says nothing about the site.
      if (outcome.kind === 'settled' && heardAt()) await store.clearProblem(trx, organizationId)
      if (row.run_id && outcome.kind !== 'again' && outcome.kind !== 'untouched')
        await finishRuns(trx, organizationId, deps.now())
    })
  try {
    const settled = await settlePerson(deps, site, { organizationId, personId: row.person_id })
    const [refused] = settled.kind === 'refused' ? settled.refusals : []
    await release(refused ?? { kind: 'settled', nextAt: settled.kind === 'settled' ? settled.nextAt : undefined })
  } catch (error) {
    if (!(error instanceof SiteError)) {
      await release({
        kind: 'again',
        ...retry(row, deps.realNow()),
        problem: 'unexpected',
        said: 'A fault on our side'
      })
      throw error
    }
    deps.log.warn({ person: row.person_id, problem: error.kind }, 'learning site failed')
    if (error.scope !== 'site') {
      await release({ kind: 'again', ...retry(row, deps.realNow()), problem: error.kind, said: error.said })
      return
    }
    await release({ kind: 'untouched' })
    await hold(deps, organizationId, error, heardAt())
  }
}

const FIRST_PAUSE_MS = SECOND
const LONGEST_PAUSE_MS = 5 * MINUTE
/** One person's call may go well the next time; the site as a whole is not spared by waiting longer. */
const LONGEST_RETRY_MS = 30 * SECOND

const pauseAfter = (failures: number): number => Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures)

const retry = (row: store.WorkRow, realNow: Date) => ({
  retryAt: after(realNow, Math.min(LONGEST_RETRY_MS, pauseAfter(row.attempts)))
})

async function isHeld(deps: Deps, organizationId: string): Promise<boolean> {
  const site = await deps.db.for(organizationId)(trx => store.findSite(trx, organizationId))
  return Boolean(site?.retry_at && site.retry_at > deps.realNow())
}

async function isConfirmed(deps: Deps, opened: Parameters<typeof confirmSite>[1]): Promise<boolean> {
  try {
    await confirmSite(deps, opened)
    return true
  } catch (error) {
    if (!(error instanceof SiteError)) throw error
    await hold(deps, opened.organizationId, error)
    return false
  }
}

/** The whole site waits, longer each time; a call that went well since the last time begins anew. */
export async function hold(
  deps: Deps,
  organizationId: string,
  { kind, said }: SiteError,
  heardAt?: Date
): Promise<void> {
  const realNow = deps.realNow()
  await deps.db.for(organizationId)(async trx => {
    const before = await store.findSite(trx, organizationId)
    // Calls that were out together fail together: they count as one.
    if (before?.retry_at && before.retry_at > realNow) return
    const answeredSince = before?.retry_at && heardAt && heardAt > before.retry_at
    const failures = answeredSince ? 1 : (before?.failures ?? 0) + 1
    // The limiter itself knows until when.
    const pause = kind === 'too_many' ? FIRST_PAUSE_MS : pauseAfter(failures)
    const retry_at = after(realNow, pause)
    const since = before?.problem === kind ? before.since : deps.now()
    await store.saveSite(trx, organizationId, { problem: kind, said, since, failures, retry_at })
  })
}
