/** Many rows in one statement, whatever their number: they travel as one JSON parameter, and PostgreSQL types them by the table. */
import { sql, type RawBuilder } from 'kysely'
import type { Trx } from './database.ts'

/** The rows as a table expression; columns that they do not name are null. */
export const recordsOf = (table: string, rows: readonly object[]): RawBuilder<unknown> =>
  sql`jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`

/**
 * `id = ${anyOf(ids)}`. PostgreSQL plans it without a look at the values, always by the index: of a thousand values themselves it
 * would weigh each, and read the whole table.
 */
export const anyOf = (ids: readonly string[]): RawBuilder<unknown> =>
  sql`any(array(select unnest(${[...ids]}::text[])))`

/** Whose rows are asked for. */
export type Among = {
  readonly organizationId: string
  readonly personIds: readonly string[]
  /** Where they are everybody from the first id to the last: said in two values. */
  readonly between?: { readonly first: string; readonly last: string } | undefined
}

export const isOfThem = ({ personIds, between }: Omit<Among, 'organizationId'>): RawBuilder<boolean> =>
  between
    ? sql<boolean>`person_id between ${between.first} and ${between.last}`
    : sql<boolean>`person_id = ${anyOf(personIds)}`

const refs = (names: readonly string[]): RawBuilder<unknown> => sql.join(names.map(name => sql.ref(name)))

/** @param onConflict such as ``sql`on conflict do nothing` ``. @returns how many were inserted. */
export async function insertRows(
  trx: Trx,
  table: string,
  rows: readonly object[],
  onConflict: RawBuilder<unknown> = sql``
): Promise<number> {
  const [first] = rows
  if (!first) return 0
  const columns = refs(Object.keys(first))
  const { numAffectedRows } =
    await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from ${recordsOf(table, rows)} ${onConflict}`.execute(
      trx
    )
  return Number(numAffectedRows ?? 0)
}

/** Sets every column that the rows name, where those of `key` are equal. */
export async function updateRows(
  trx: Trx,
  table: string,
  rows: readonly object[],
  key: readonly string[]
): Promise<void> {
  const [first] = rows
  if (!first) return
  const changed = Object.keys(first).filter(name => !key.includes(name))
  const set = sql.join(changed.map(name => sql`${sql.ref(name)} = ${sql.ref(`changed.${name}`)}`))
  await sql`update ${sql.table(table)} as kept set ${set} from ${recordsOf(table, rows)} as changed where ${matching(key)}`.execute(
    trx
  )
}

/** Deletes where the columns that the rows name are equal. */
export async function deleteRows(trx: Trx, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows
  if (!first) return
  await sql`delete from ${sql.table(table)} as kept using ${recordsOf(table, rows)} as gone where ${matching(Object.keys(first), 'gone')}`.execute(
    trx
  )
}

const matching = (key: readonly string[], other = 'changed'): RawBuilder<unknown> =>
  sql.join(
    key.map(name => sql`${sql.ref(`kept.${name}`)} = ${sql.ref(`${other}.${name}`)}`),
    sql` and `
  )
