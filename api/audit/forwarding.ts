/** Events that also go elsewhere: kept in a backlog until they have arrived, so that a crash loses none. */
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { after, MINUTE, SECOND } from '../platform/time.ts'
import { toEntry, type Entry } from './log.ts'
import type { AuditTables } from './store.ts'

const tables = (trx: Trx) => trx.withTables<AuditTables>()

export type ForwardingProblem = NonNullable<AuditTables['audit_forwarding']['problem']>

export const forwardingOf = (deps: Pick<Deps, 'db'>, organizationId: string) =>
  deps.db.for(organizationId)(async trx => {
    // What goes out between the two is told as waiting still, and looked at again; the other way around it would be gone unsaid.
    const { waiting, refused } = await countBacklog(trx, organizationId)
    const row = await findForwarding(trx, organizationId)
    return {
      active: row?.active ?? false,
      since: row?.active ? row.changed_at.toISOString() : null,
      waiting,
      refused,
      lastSentAt: row?.last_sent_at?.toISOString() ?? null,
      problem: row?.active ? row.problem : null,
      nextAt: row?.active && row.problem ? row.next_at.toISOString() : null
    }
  })

const findForwarding = (trx: Trx, organizationId: string) =>
  tables(trx)
    .selectFrom('audit_forwarding')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .executeTakeFirst()

async function countBacklog(trx: Trx, organizationId: string) {
  const { rows } = await sql<{ waiting: number; refused: number }>`
    select count(*) filter (where refused is null)::int as waiting, count(refused)::int as refused
    from audit_backlog where organization_id = ${organizationId}`.execute(trx)
  return rows[0] ?? { waiting: 0, refused: 0 }
}

type Switch = {
  readonly organizationId: string
  readonly active: boolean
  readonly by: string
  readonly at: Date
}

/** Off forgets what has not gone yet. @returns whether it changed anything. */
export async function saveForwarding(trx: Trx, { organizationId, active, by, at }: Switch): Promise<boolean> {
  const before = await findForwarding(trx, organizationId)
  if ((before?.active ?? false) === active) return false
  const fresh = { active, changed_by: by, changed_at: at, next_at: at, failures: 0, problem: null }
  await tables(trx)
    .insertInto('audit_forwarding')
    .values({ organization_id: organizationId, ...fresh, last_sent_at: null })
    .onConflict(conflict => conflict.column('organization_id').doUpdateSet(fresh))
    .execute()
  if (!active) await tables(trx).deleteFrom('audit_backlog').where('organization_id', '=', organizationId).execute()
  return true
}

/** Companies with something to forward now. */
export const organizationsToForward = (deps: Pick<Deps, 'db' | 'realNow'>): Promise<readonly string[]> =>
  deps.db.router(async trx => {
    const rows = await tables(trx)
      .selectFrom('audit_forwarding as f')
      .select('f.organization_id')
      .where('f.active', '=', true)
      .where('f.next_at', '<=', deps.realNow())
      .where(eb =>
        eb.exists(
          eb
            .selectFrom('audit_backlog as b')
            .select('b.organization_id')
            .whereRef('b.organization_id', '=', 'f.organization_id')
            .where('b.refused', 'is', null)
        )
      )
      .execute()
    return rows.map(row => row.organization_id)
  })

/** Nobody else takes a batch of the company while one is under way; who dies with it is followed after this. */
const LEASE_MS = MINUTE

/** @returns the oldest events that are waiting, or nothing when another has them, it is off, or it is too early. */
export const takeBatch = (
  deps: Pick<Deps, 'db' | 'realNow'>,
  organizationId: string,
  limit: number
): Promise<readonly Entry[]> =>
  deps.db.for(organizationId)(async trx => {
    const now = deps.realNow()
    const mine = await tables(trx)
      .updateTable('audit_forwarding')
      .set({ next_at: after(now, LEASE_MS) })
      .where('organization_id', '=', organizationId)
      .where('active', '=', true)
      .where('next_at', '<=', now)
      // With nothing to send no lease is taken: what is written a moment later would wait for its end.
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('audit_backlog as b')
            .select('b.event_id')
            .where('b.organization_id', '=', organizationId)
            .where('b.refused', 'is', null)
        )
      )
      .returning('organization_id')
      .executeTakeFirst()
    if (!mine) return []
    const rows = await tables(trx)
      .selectFrom('audit_backlog as b')
      .innerJoin('audit_events as e', join =>
        join.onRef('e.organization_id', '=', 'b.organization_id').onRef('e.id', '=', 'b.event_id')
      )
      .selectAll('e')
      .where('b.organization_id', '=', organizationId)
      .where('b.refused', 'is', null)
      .orderBy('b.event_id')
      .limit(limit)
      .execute()
    return rows.map(toEntry)
  })

export type Sent = { readonly arrived: readonly string[]; readonly refused: ReadonlyMap<string, string> }

/** What has become of some events of a batch. @returns false once forwarding was switched off: nothing more goes out then. */
export const settleSent = (
  deps: Pick<Deps, 'db' | 'realNow'>,
  organizationId: string,
  { arrived, refused }: Sent
): Promise<boolean> =>
  deps.db.for(organizationId)(async trx => {
    const gone = [...arrived]
    if (gone.length > 0)
      await tables(trx)
        .deleteFrom('audit_backlog')
        .where('organization_id', '=', organizationId)
        .where('event_id', 'in', gone)
        .execute()
    for (const [eventId, why] of refused)
      await tables(trx)
        .updateTable('audit_backlog')
        .set({ refused: why })
        .where('organization_id', '=', organizationId)
        .where('event_id', '=', eventId)
        .execute()
    const now = deps.realNow()
    const row = await tables(trx)
      .updateTable('audit_forwarding')
      .set({ next_at: after(now, LEASE_MS), ...(gone.length > 0 ? { last_sent_at: now } : {}) })
      .where('organization_id', '=', organizationId)
      .where('active', '=', true)
      .returning('organization_id')
      .executeTakeFirst()
    return row !== undefined
  })

/** The batch is over: the next may begin, at once or, after a failure, each time later. */
export const endBatch = (
  deps: Pick<Deps, 'db' | 'realNow'>,
  organizationId: string,
  problem?: ForwardingProblem
): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    const row = await findForwarding(trx, organizationId)
    const failures = problem ? (row?.failures ?? 0) + 1 : 0
    const wait = problem ? Math.min(2 ** failures * SECOND, LONGEST_WAIT_MS) : 0
    await tables(trx)
      .updateTable('audit_forwarding')
      .set({ failures, problem: problem ?? null, next_at: after(deps.realNow(), wait) })
      .where('organization_id', '=', organizationId)
      .execute()
  })

/** Far below the day for which WorkOS remembers an idempotency key: a repeat stays one event there. */
const LONGEST_WAIT_MS = 5 * MINUTE
