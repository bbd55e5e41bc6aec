/** The log as it is read: in pages, newest first, and as a file, oldest first, a page in memory at a time. */
import { sql, type RawBuilder } from 'kysely'
import type { AUDIT_FORMATS } from '../contract/audit.ts'
import { BYTE_ORDER_MARK, csvRow } from '../platform/csv.ts'
import type { Deps } from '../platform/deps.ts'
import { AUDIT_ACTIONS, PRIVATE_ACTIONS } from './actions.ts'
import type { AuditTables } from './store.ts'
import { sentenceOf, type Language } from './words.ts'

export type Entry = {
  readonly eventId: string
  readonly at: string
  readonly action: string
  readonly actor: string
  readonly personId: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

export type Filter = {
  readonly organizationId: string
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly action?: string | undefined
  /** Ids of people and names of actors: one of them did it, or it is about them. */
  readonly who?: readonly string[] | undefined
}

type Page = Filter & { readonly limit: number } & (
    | { readonly order: 'asc'; readonly after?: string | undefined }
    | { readonly order: 'desc'; readonly before?: string | undefined }
  )

/**
 * Ids sort by time, so that the id of the last event of a page is where the next begins. Who did it and whom it is about are asked for
 * apart: each has an index of its own, and one condition of both would have none.
 */
export const pageOfEvents = (deps: Pick<Deps, 'db'>, page: Page): Promise<readonly Entry[]> =>
  deps.db.for(page.organizationId)(async trx => {
    const { order, limit, who } = page
    const inOrder = sql`order by id ${sql.raw(order)} limit ${limit}`
    const some = (whose: RawBuilder<unknown>) => sql`(select id, at, action, actor, person_id, detail from audit_events
      where ${sql.join([...conditionsOf(page), whose], sql` and `)} ${inOrder})`
    const byThem = sql`actor = any(${[...(who ?? [])]}::text[])`
    const { rows } = await sql<EventRow>`${
      who === undefined
        ? some(sql`true`)
        : sql`select * from (${some(byThem)} union all
            ${some(sql`person_id = any(${[...who]}::text[]) and not ${byThem}`)}) found ${inOrder}`
    }`.execute(trx)
    return rows.map(toEntry)
  })

function conditionsOf(page: Page): readonly RawBuilder<unknown>[] {
  const { organizationId, from, to, action } = page
  const at = page.order === 'asc' ? page.after : page.before
  return [
    sql`organization_id = ${organizationId}`,
    sql`not action = any(${[...PRIVATE_ACTIONS]}::text[])`,
    ...(at === undefined ? [] : [page.order === 'asc' ? sql`id > ${at}` : sql`id < ${at}`]),
    ...(from === undefined ? [] : [sql`at >= ${new Date(from)}`]),
    ...(to === undefined ? [] : [sql`at < ${new Date(to)}`]),
    ...(action === undefined ? [] : [sql`action = any(${actionsOf(action)}::text[])`])
  ]
}

/** One, or with a dot at the end all of a noun. */
const actionsOf = (action: string): readonly string[] =>
  action.endsWith('.') ? AUDIT_ACTIONS.filter(each => each.startsWith(action)) : [action]

type EventRow = Omit<AuditTables['audit_events'], 'organization_id'>

export const toEntry = (row: EventRow): Entry => ({
  eventId: row.id,
  at: row.at.toISOString(),
  action: row.action,
  actor: row.actor,
  personId: row.person_id,
  detail: asRecord(row.detail)
})

/** The driver hands JSON columns over parsed. */
export const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

type Format = (typeof AUDIT_FORMATS)[number]
export type Export = Filter & { readonly format: Format; readonly language: Language }

const PAGE = 500

/** The file piece by piece: a page of events is read when the one before has been taken. */
export async function* exportedLog(deps: Pick<Deps, 'db'>, wanted: Export): AsyncGenerator<string> {
  const line = wanted.format === 'csv' ? (entry: Entry) => csvLine(entry, wanted.language) : jsonLine
  if (wanted.format === 'csv') yield BYTE_ORDER_MARK + csvRow(COLUMNS)
  let after: string | undefined
  for (;;) {
    const page = await pageOfEvents(deps, { ...wanted, order: 'asc', after, limit: PAGE })
    if (page.length > 0) yield page.map(line).join('')
    if (page.length < PAGE) return
    after = page.at(-1)?.eventId
  }
}

const jsonLine = (entry: Entry): string => `${JSON.stringify(entry)}\n`

const COLUMNS = ['at', 'action', 'text', 'actor', 'person', 'detail', 'event'] as const

const csvLine = ({ eventId, at, action, actor, personId, detail }: Entry, language: Language): string =>
  csvRow([at, action, sentenceOf(language, action, detail), actor, personId ?? '', JSON.stringify(detail), eventId])
