/** The log as it is read: in pages, newest first, and as a file, oldest first, a page in memory at a time. */
import { sql } from 'kysely'
import type { AUDIT_FORMATS } from '../contract/audit.ts'
import { BYTE_ORDER_MARK, csvRow } from '../platform/csv.ts'
import type { Deps } from '../platform/deps.ts'
import { PRIVATE_ACTIONS } from './actions.ts'
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

/** Ids sort by time, so that the id of the last event of a page is where the next begins. */
export const pageOfEvents = (deps: Pick<Deps, 'db'>, page: Page): Promise<readonly Entry[]> =>
  deps.db.for(page.organizationId)(async trx => {
    const { from, to, action, who } = page
    const at = page.order === 'asc' ? page.after : page.before
    const rows = await trx
      .withTables<AuditTables>()
      .selectFrom('audit_events')
      .selectAll()
      .where('organization_id', '=', page.organizationId)
      .where('action', 'not in', PRIVATE_ACTIONS)
      .$if(at !== undefined, query => query.where('id', page.order === 'asc' ? '>' : '<', at ?? ''))
      .$if(from !== undefined, query => query.where('at', '>=', new Date(from ?? 0)))
      .$if(to !== undefined, query => query.where('at', '<', new Date(to ?? 0)))
      .$if(action !== undefined, query =>
        action?.endsWith('.')
          ? query.where(sql<boolean>`starts_with(action, ${action})`)
          : query.where('action', '=', action ?? '')
      )
      .$if(who !== undefined, query =>
        query.where(
          sql<boolean>`(actor = any(${[...(who ?? [])]}::text[]) or person_id = any(${[...(who ?? [])]}::text[]))`
        )
      )
      .orderBy('id', page.order)
      .limit(page.limit)
      .execute()
    return rows.map(toEntry)
  })

export const toEntry = (row: AuditTables['audit_events']): Entry => ({
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
