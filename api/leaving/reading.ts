/** Rows of a company's tables, a page at a time, in the order of their key: the next page begins where the last one ended. */
import { sql } from 'kysely'
import { PRIVATE_ACTIONS } from '../audit/audit.ts'
import type { Trx } from '../platform/database.ts'
import type { Section } from './tables.ts'

type KeyColumn = { readonly name: string; readonly type: string }

/** Of the primary key, without the company. */
async function keyOf(trx: Trx, table: string): Promise<readonly KeyColumn[]> {
  const { rows } = await sql<KeyColumn>`
    select a.attname as name, format_type(a.atttypid, null) as type
    from pg_index i cross join lateral unnest(i.indkey::int2[]) with ordinality as k(attnum, place)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
    where i.indisprimary and i.indrelid = (quote_ident(current_schema()) || '.' || quote_ident(${table}))::regclass
      and a.attname <> 'organization_id'
    order by k.place`.execute(trx)
  return rows
}

export type Place = readonly string[]
export type PageOfRows = {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  /** Undefined: that was the last one. */
  readonly next: Place | undefined
}

type Asked = {
  readonly organizationId: string
  readonly table: string
  readonly section: Section
  readonly after: Place | undefined
  readonly limit: number
}

export async function pageOfRows(
  trx: Trx,
  { organizationId, table, section, after, limit }: Asked
): Promise<PageOfRows> {
  const key = await keyOf(trx, table)
  const columns = sql.join(section.columns.map(name => sql.ref(name)))
  const place = sql`array[${sql.join(key.map(({ name }) => sql`${sql.ref(name)}::text`))}]::text[]`
  const names = sql.join(key.map(({ name }) => sql.ref(name)))
  const values = sql.join(key.map(({ type }, index) => sql`${after?.[index] ?? ''}::text::${sql.raw(type)}`))
  const { rows } = await sql<
    Record<string, unknown> & { ci_place: string[] }
  >`select ${columns}, ${key.length > 0 ? place : sql`array[]::text[]`} as ci_place
    from ${sql.table(table)} where organization_id = ${organizationId}
      ${after ? sql`and (${names}) > (${values})` : sql``}
      ${section.without ? sql`and not action = any(${[...PRIVATE_ACTIONS]}::text[])` : sql``}
    ${key.length > 0 ? sql`order by ${names}` : sql``} limit ${limit}`.execute(trx)
  const last = rows.at(-1)
  return {
    rows: rows.map(({ ci_place: _place, ...row }) => row),
    next: key.length > 0 && rows.length === limit ? last?.ci_place : undefined
  }
}
