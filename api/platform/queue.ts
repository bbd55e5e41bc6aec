/** Durable jobs on pg-boss: enqueued inside the transaction that caused them, handled at least once. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { fromKysely, fromPglite, PgBoss, type Job as BossJob, type JobResult } from 'pg-boss'
import type { z } from 'zod'
import type { Database, Trx } from './database.ts'
import type { Log } from './log.ts'
import { OFTEN_TEXT } from './pools.ts'

export type JobDefinition<Schema extends z.ZodType = z.ZodType> = {
  /** `slice.verb`, such as `nudges.send`. */
  readonly name: string
  readonly schema: Schema
  /** Attempts after the first; with growing pauses from one second on. */
  readonly retries: number
  /** How many run side by side in one process. */
  readonly concurrency: number
  /** How many each of them takes from the queue at once; with one alone it would look again only after its pause. */
  readonly batch: number
  /** How many of the same group run side by side in one process, so that a large company leaves room for the others. */
  readonly perGroup: number | undefined
}

export type Job = {
  readonly name: string
  readonly data: object
  readonly key?: string
  readonly group?: string
  readonly after?: Date
}

export type JobHandler = {
  readonly definition: JobDefinition
  readonly handle: (data: unknown) => Promise<void>
}

export type Queue = {
  /** The sole way in. Commits or rolls back with `trx`. */
  enqueue(trx: Trx, ...jobs: readonly Job[]): Promise<void>
  /** Starts working on these queues; call once per process. */
  work(handlers: readonly JobHandler[]): Promise<void>
  /** Jobs not finished yet, by queue: for health pages and tests that wait for quiet. */
  pending(): Promise<Readonly<Record<string, number>>>
  /** How many jobs of a company are not finished yet. */
  openOf(trx: Trx, organizationId: string): Promise<number>
  /** Removes every job of a company, also those that are done. @returns how many there were. */
  forget(trx: Trx, organizationId: string): Promise<number>
  /** Stops taking jobs, waits for those in hand, hands back the rest. */
  [Symbol.asyncDispose](): Promise<void>
}

const BATCH = 5

export const defineJob = <Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  options: {
    readonly retries?: number
    readonly concurrency?: number
    readonly batch?: number
    readonly perGroup?: number
  } = {}
): JobDefinition<Schema> & {
  /** `key` makes a second waiting job of the same key a no-op. */
  readonly job: (data: z.input<Schema> & object, options?: Pick<Job, 'key' | 'group' | 'after'>) => Job
} => ({
  name,
  schema,
  retries: options.retries ?? 8,
  concurrency: options.concurrency ?? 2,
  batch: options.batch ?? BATCH,
  perGroup: options.perGroup,
  job: (data, extra = {}) => ({ name, data, ...extra })
})

export const handles = <Schema extends z.ZodType>(
  definition: JobDefinition<Schema>,
  handle: (data: z.output<Schema>) => Promise<void>
): JobHandler => ({ definition, handle: data => handle(definition.schema.parse(data)) })

const STOP_MS = 10_000
const MONITOR_SECONDS = 2
const HEARTBEAT_SECONDS = 10

/** @param definitions every queue of the product: all exist before anything is enqueued. */
export async function openQueue(options: {
  readonly db: Database
  readonly log: Log
  readonly definitions: readonly JobDefinition[]
}): Promise<Queue> {
  const { db, log } = options
  const schema = `${db.schema}_jobs`
  const boss = new PgBoss({
    schema,
    ...(db.engine.kind === 'pglite'
      ? { db: fromPglite(db.engine.pglite), backend: 'pglite' as const }
      : { connectionString: db.engine.url, max: 4 }),
    useListenNotify: true,
    schedule: false,
    supervise: true,
    superviseIntervalSeconds: MONITOR_SECONDS,
    monitorIntervalSeconds: MONITOR_SECONDS,
    registerInstance: false
  })
  boss.on('error', err => log.error({ err }, 'queue failed'))
  await boss.start()
  for (const definition of options.definitions) await ensureQueue(boss, definition)
  await grantQueue(db, schema)
  return {
    enqueue: async (trx, ...jobs) => {
      for (const [name, group] of Map.groupBy(jobs, job => job.name))
        await boss.insert(
          name,
          group.map(job => ({
            data: job.data,
            // The `short` policy holds one waiting job per key; a job without one gets its own.
            singletonKey: job.key ?? randomUUID(),
            ...(job.group ? { group: { id: job.group } } : {}),
            ...(job.after ? { startAfter: job.after } : {})
          })),
          { db: planningOnce(trx) }
        )
    },
    work: async handlers => {
      for (const handler of handlers) await startWorker(boss, handler, log)
    },
    pending: async () => {
      const rows = await boss
        .getDb()
        .executeSql(
          `select name, count(*)::int as open from ${schema}.job where state in ('created', 'retry', 'active') group by name`
        )
      return Object.fromEntries(rows.rows.map((row: { name: string; open: number }) => [row.name, row.open]))
    },
    openOf: async (trx, organizationId) => {
      const { rows } = await sql<{ open: number }>`select count(*)::int as open from ${sql.id(schema, 'job')}
        where data ->> 'organizationId' = ${organizationId} and state in ('created', 'retry', 'active')`.execute(trx)
      return rows[0]?.open ?? 0
    },
    forget: async (trx, organizationId) => {
      const { numAffectedRows } =
        await sql`delete from ${sql.id(schema, 'job')} where data ->> 'organizationId' = ${organizationId}`.execute(trx)
      return Number(numAffectedRows ?? 0)
    },
    [Symbol.asyncDispose]: () => boss.stop({ graceful: true, timeout: STOP_MS, close: db.engine.kind === 'postgres' })
  }
}

/** PostgreSQL takes longer to plan the insert of a job than to carry it out. */
function planningOnce(trx: Trx): ReturnType<typeof fromKysely> {
  const { executeSql } = fromKysely(trx)
  return { executeSql: (text, values) => executeSql(`${OFTEN_TEXT} ${text}`, values) }
}

async function ensureQueue(boss: PgBoss, definition: JobDefinition): Promise<void> {
  await boss.createQueue(definition.name, {
    policy: 'short',
    notify: true,
    retryLimit: definition.retries,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 300,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds: 900
  })
}

/** One process after the other: grants of two that start at once stumble over each other. */
async function grantQueue(db: Database, schema: string): Promise<void> {
  await db.owner(async trx => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`queue.grants ${schema}`}, 0))`.execute(trx)
    await sql`grant usage on schema ${sql.id(schema)} to ci_app, ci_router`.execute(trx)
    await sql`grant select, insert, update, delete on all tables in schema ${sql.id(schema)} to ci_app, ci_router`.execute(
      trx
    )
    await sql`grant execute on all functions in schema ${sql.id(schema)} to ci_app, ci_router`.execute(trx)
  })
}

async function startWorker(boss: PgBoss, handler: JobHandler, log: Log): Promise<void> {
  const { name, concurrency, batch, perGroup } = handler.definition
  await boss.work(
    name,
    {
      perJobResults: true,
      batchSize: batch,
      burstWhenBatchFull: true,
      localConcurrency: concurrency,
      ...(perGroup ? { localGroupConcurrency: perGroup } : {}),
      pollingIntervalSeconds: 2,
      notifyPollingIntervalSeconds: 2
    },
    (jobs: BossJob<unknown>[]) => Promise.all(jobs.map(job => runOne(job, handler, log)))
  )
}

async function runOne(job: BossJob<unknown>, handler: JobHandler, log: Log): Promise<JobResult> {
  try {
    await handler.handle(job.data)
    return { id: job.id, status: 'completed' }
  } catch (err) {
    log.error({ err, job: job.id, queue: handler.definition.name }, 'job failed')
    return { id: job.id, status: 'failed', output: { name: err instanceof Error ? err.name : 'unknown' } }
  }
}
