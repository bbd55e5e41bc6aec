/** SQL of a company's material: its files, and the passages that are found in them. */
import { sql, type Selectable } from 'kysely'
import type { MaterialLanguage } from '../../contract/material.ts'
import type { Statement, Trx } from '../../platform/database.ts'
import type { Format, Passage } from './blocks.ts'
import { plain } from './query.ts'

type MaterialTables = {
  materials: {
    organization_id: string
    id: string
    title: string
    language: MaterialLanguage
    file_name: string
    format: Format
    version: number
    bytes: number
    characters: number
    uploaded_by: string
    uploaded_at: Date
  }
  material_passages: { organization_id: string; material_id: string; ordinal: number }
}
export type MaterialRow = Selectable<MaterialTables['materials']>
export type MaterialKey = { readonly organizationId: string; readonly materialId: string }

const tables = (db: Statement) => db.withTables<MaterialTables>()

/** Until the commit nobody else adds to this company's material. */
export async function lockMaterial(trx: Trx, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`material/${organizationId}`}))`.execute(trx)
}

export const listMaterials = async (
  trx: Trx,
  organizationId: string
): Promise<readonly (MaterialRow & { readonly passages: number })[]> => {
  const { rows } = await sql<MaterialRow & { readonly passages: number }>`
    select m.*, (select count(*)::int from material_passages p
      where p.organization_id = m.organization_id and p.material_id = m.id) as passages
    from materials m where m.organization_id = ${organizationId} order by lower(m.title), m.id`.execute(trx)
  return rows
}

export const findMaterial = (trx: Trx, { organizationId, materialId }: MaterialKey): Promise<MaterialRow | undefined> =>
  tables(trx)
    .selectFrom('materials')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', materialId)
    .executeTakeFirst()

/** Beside `except`. */
export async function roomTaken(
  trx: Trx,
  organizationId: string,
  except: string
): Promise<{ readonly files: number; readonly characters: number }> {
  const { rows } = await sql<{ files: number; characters: number }>`
    select count(*)::int as files, coalesce(sum(characters), 0)::int as characters
    from materials where organization_id = ${organizationId} and id <> ${except}`.execute(trx)
  return rows[0] ?? { files: 0, characters: 0 }
}

/** The file and all its passages, in the place of what stood there. */
export async function saveMaterial(trx: Trx, row: MaterialRow, passages: readonly Passage[]): Promise<void> {
  const { organization_id: organizationId, id: materialId, ...rest } = row
  await tables(trx)
    .insertInto('materials')
    .values(row)
    .onConflict(conflict => conflict.columns(['organization_id', 'id']).doUpdateSet(rest))
    .execute()
  await tables(trx)
    .deleteFrom('material_passages')
    .where('organization_id', '=', organizationId)
    .where('material_id', '=', materialId)
    .execute()
  const records = passages.map(({ heading, passage }, ordinal) => ({
    ordinal,
    heading,
    passage,
    plain_heading: plain(heading),
    plain_passage: plain(passage)
  }))
  await sql`insert into material_passages (organization_id, material_id, ordinal, heading, passage, words)
    select ${organizationId}, ${materialId}, r.ordinal, r.heading, r.passage,
      setweight(to_tsvector(c.config, ${plain(row.title)}::text), 'A') || setweight(to_tsvector(c.config, r.plain_heading), 'B')
        || to_tsvector(c.config, r.plain_passage)
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
        as r(ordinal int, heading text, passage text, plain_heading text, plain_passage text),
      (select text_search_of(${row.language}) as config) c`.execute(trx)
}

/** @returns false when it is not there. */
export async function renameMaterial(
  trx: Trx,
  { organizationId, materialId, title }: MaterialKey & { readonly title: string }
): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('materials')
    .set({ title })
    .where('organization_id', '=', organizationId)
    .where('id', '=', materialId)
    .executeTakeFirst()
  await sql`update material_passages p
    set words = setweight(to_tsvector(text_search_of(m.language), ${plain(title)}::text), 'A') || ts_filter(p.words, '{b,d}')
    from materials m where m.organization_id = p.organization_id and m.id = p.material_id
      and p.organization_id = ${organizationId} and p.material_id = ${materialId}`.execute(trx)
  return numUpdatedRows > 0n
}

export async function deleteMaterial(trx: Trx, { organizationId, materialId }: MaterialKey): Promise<boolean> {
  const { numDeletedRows } = await tables(trx)
    .deleteFrom('materials')
    .where('organization_id', '=', organizationId)
    .where('id', '=', materialId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export type FoundRow = { readonly material_id: string; readonly title: string; readonly passage: string }

type Search = { readonly organizationId: string; readonly words: string; readonly limit: number }

const LEAST_SHARE = 0.6

/** In each file's own language. Three in five of what is asked for must be there: one common word alone answers nothing. */
export async function searchPassages(
  db: Statement,
  { organizationId, words, limit }: Search
): Promise<readonly FoundRow[]> {
  const { rows } = await sql<FoundRow>`
    with asked as materialized (
      select language, cardinality(lexemes) as count,
        (select string_agg(quote_literal(lexeme), ' | ') from unnest(lexemes) as lexeme)::tsquery as query,
        array(select quote_literal(lexeme)::tsquery from unnest(lexemes) as lexeme) as singles
      from (select language, tsvector_to_array(to_tsvector(text_search_of(language), ${words}::text)) as lexemes
        from unnest(array['en', 'es', 'other']) as language) as each
    ), hits as materialized (
      select m.id, m.title, p.ordinal, p.passage, p.words, a.query,
        (select count(*) from unnest(a.singles) as single where p.words @@ single)::float / a.count as share
      from asked a join materials m on m.organization_id = ${organizationId} and m.language = a.language
        join material_passages p on p.organization_id = m.organization_id and p.material_id = m.id
      where p.words @@ a.query
    )
    select id as material_id, title, passage from hits where share >= ${LEAST_SHARE}
    order by share desc, ts_rank(words, query) desc, title, id, ordinal limit ${limit}`.execute(db)
  return rows
}
