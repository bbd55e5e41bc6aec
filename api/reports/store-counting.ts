/** Who is counted in which part, what they had done when they were last told of, and how many of each part that are. */
import { sql } from 'kysely'
import type { ReportKind } from '../contract/reports.ts'
import { membersByGroup } from '../directory/directory.ts'
import type { Trx } from '../platform/database.ts'
import { COUNTED } from './figures.ts'
import type { PartCount } from '../gate/gate.ts'
import { DIMENSIONS, type Begun, type Dimension, type GroupSize } from './parts.ts'
import { bits, standing } from './sources.ts'
import { EVER } from './store-activity.ts'

export type Counting = {
  readonly foldedTo: Date | null
  readonly drawnAt: Date | null
  readonly dimensions: readonly Dimension[]
}

type CountingRow = {
  readonly folded_to: Date | null
  readonly drawn_at: Date | null
  readonly dimensions: readonly string[]
}

const toCounting = (row: CountingRow): Counting => ({
  foldedTo: row.folded_to,
  drawnAt: row.drawn_at,
  dimensions: DIMENSIONS.filter(dimension => row.dimensions.includes(dimension))
})

const NEW: CountingRow = { folded_to: null, drawn_at: null, dimensions: [] }

export async function readCounting(trx: Trx, organizationId: string): Promise<Counting> {
  const { rows } = await sql<CountingRow>`select folded_to, drawn_at, dimensions
    from report_counting where organization_id = ${organizationId}`.execute(trx)
  return toCounting(rows[0] ?? NEW)
}

/** Waits for whoever counts for this company now, and holds the next one up until the transaction ends. */
export async function lockCounting(trx: Trx, organizationId: string): Promise<Counting> {
  await sql`insert into report_counting (organization_id) values (${organizationId}) on conflict do nothing`.execute(
    trx
  )
  const { rows } = await sql<CountingRow>`select folded_to, drawn_at, dimensions
    from report_counting where organization_id = ${organizationId} for update`.execute(trx)
  return toCounting(rows[0] ?? NEW)
}

export async function setFolded(trx: Trx, organizationId: string, to: Date): Promise<void> {
  await sql`update report_counting set folded_to = ${to} where organization_id = ${organizationId}`.execute(trx)
}

type Division = { readonly organizationId: string; readonly dimensions: readonly Dimension[]; readonly at: Date }

export async function keepDivision(trx: Trx, { organizationId, dimensions, at }: Division): Promise<void> {
  await sql`update report_counting set drawn_at = ${at}, dimensions = ${[...dimensions]}::text[]
    where organization_id = ${organizationId}`.execute(trx)
}

/** Everybody waits to be counted anew. */
export async function drawAnew(trx: Trx, organizationId: string): Promise<void> {
  await sql`delete from report_people where organization_id = ${organizationId}`.execute(trx)
  await sql`delete from report_parts where organization_id = ${organizationId}`.execute(trx)
}

export async function countPeople(
  trx: Trx,
  organizationId: string
): Promise<{ readonly counted: number; readonly left: number }> {
  const { rows } = await sql<{ counted: number; gone: number }>`
    select count(*)::int as counted, count(*) filter (where has_left)::int as gone
    from report_people where organization_id = ${organizationId}`.execute(trx)
  return { counted: rows[0]?.counted ?? 0, left: rows[0]?.gone ?? 0 }
}

const GROUPS = sql`(values ('cohort', m.cohort), ('country', m.country), ('department', m.department)) as g (dimension, name)`

type SizeRow = { readonly dimension: string; readonly name: string | null; readonly people: number }

const toSizes = (rows: readonly SizeRow[]): readonly GroupSize[] =>
  rows.flatMap(({ dimension, name, people }) => {
    const known = DIMENSIONS.find(each => each === dimension)
    return known ? [{ dimension: known, name, people }] : []
  })

/** Everybody with access. */
export async function groupNames(trx: Trx, organizationId: string): Promise<readonly GroupSize[]> {
  const { rows } = await sql<SizeRow>`select g.dimension, g.name, count(*)::int as people
    from (${membersByGroup(organizationId)}) m cross join lateral ${GROUPS} where g.name is not null group by 1, 2`.execute(
    trx
  )
  return toSizes(rows)
}

const isWaiting = (organizationId: string) =>
  sql`not exists (select from report_people r where r.organization_id = ${organizationId} and r.person_id = m.person_id)`

/** Everybody who is in no part yet, by each dimension. */
export async function groupsOfWaiting(trx: Trx, organizationId: string): Promise<readonly GroupSize[]> {
  const { rows } = await sql<SizeRow>`select g.dimension, g.name, count(*)::int as people
    from (${membersByGroup(organizationId)}) m cross join lateral ${GROUPS}
    where ${isWaiting(organizationId)} group by 1, 2 order by 1, 2`.execute(trx)
  return toSizes(rows)
}

/**
 * Whoever has access and is in no part, and the one group of the one dimension that they would be counted in. Which dimension is
 * drawn by their id: it neither follows from anything about them nor changes.
 */
const unassigned = (organizationId: string, dimensions: readonly Dimension[]) => sql`
  select m.person_id, d.dimension, case d.dimension when 'cohort' then m.cohort when 'country' then m.country
      when 'department' then m.department end as name
    from (${membersByGroup(organizationId)}) m
    cross join lateral (select (${[...dimensions]}::text[])[1 + ('x' || left(md5(m.person_id), 6))::bit(24)::int % ${Math.max(1, dimensions.length)}::int] as dimension) d
    where ${isWaiting(organizationId)}`

/** Of a company that is told as a whole, all as one group without a name. */
export async function waitingSizes(
  trx: Trx,
  organizationId: string,
  dimensions: readonly Dimension[]
): Promise<readonly GroupSize[]> {
  const { rows } = await sql<SizeRow>`select coalesce(w.dimension, 'cohort') as dimension,
      case when w.dimension is not null then w.name end as name, count(*)::int as people
    from (${unassigned(organizationId, dimensions)}) w group by 1, 2 order by 1, 2`.execute(trx)
  return toSizes(rows)
}

export async function countedSizes(trx: Trx, organizationId: string): Promise<readonly GroupSize[]> {
  const { rows } = await sql<SizeRow>`select p.dimension, p.name, count(*)::int as people
    from report_people r join report_parts p on p.organization_id = r.organization_id and p.id = r.part_id
    where r.organization_id = ${organizationId} and p.dimension is not null group by 1, 2`.execute(trx)
  return toSizes(rows)
}

type NewPart = { readonly partId: string; readonly begun: Begun | null }
type Beginning = {
  readonly organizationId: string
  readonly dimensions: readonly Dimension[]
  readonly parts: readonly NewPart[]
  readonly at: Date
}

/** Everybody who waits for one of the parts is in it from now on. */
export async function insertParts(trx: Trx, { organizationId, dimensions: by, parts, at }: Beginning): Promise<void> {
  const ids = parts.map(({ partId }) => partId)
  const dimensions = parts.map(({ begun }) => begun?.dimension ?? null)
  const names = parts.map(({ begun }) => begun?.name ?? null)
  const begun = sql`unnest(${ids}::text[], ${dimensions}::text[], ${names}::text[]) as part (id, dimension, name)`
  await sql`insert into report_parts (organization_id, id, dimension, name, began_at)
    select ${organizationId}, part.id, part.dimension, part.name, ${at} from ${begun}`.execute(trx)
  const rest = parts.find(each => each.begun === null)?.partId ?? null
  await sql`insert into report_people (organization_id, person_id, part_id)
    select ${organizationId}, w.person_id, coalesce(part.id, ${rest}::text)
      from (${unassigned(organizationId, by)}) w
      left join ${begun} on part.dimension = w.dimension and part.name = w.name
      where coalesce(part.id, ${rest}::text) is not null`.execute(trx)
}

/** Who left keeps what was told of them; who is back counts again. */
export async function noteLeavers(trx: Trx, organizationId: string): Promise<void> {
  await sql`update report_people r set has_left = m.person_id is null
    from report_people same left join (${membersByGroup(organizationId)}) m on m.person_id = same.person_id
    where r.organization_id = ${organizationId} and same.organization_id = r.organization_id
      and same.person_id = r.person_id and r.has_left <> (m.person_id is null)`.execute(trx)
}

type Telling = { readonly organizationId: string; readonly kind: ReportKind; readonly period: string }

const columnOf = (kind: ReportKind) => sql.ref(kind === 'weekly' ? 'weekly' : 'monthly')

/** Brings everybody who is still there to what they did in the period and how they stand now. */
export async function setBits(trx: Trx, { organizationId, kind, period }: Telling): Promise<void> {
  await sql`update report_people r set ${columnOf(kind)} = now.bits
    from (
      select same.person_id, coalesce(bit_or(did.bits), 0) as bits from report_people same left join (
          select person_id, bits from report_activity
            where organization_id = ${organizationId} and period in (${period}, ${EVER})
          union all
          select s.person_id, worth.bit from (${standing(organizationId)}) as s (person_id, did)
            join ${bits()} on worth.did = s.did
        ) as did on did.person_id = same.person_id
        where same.organization_id = ${organizationId} and not same.has_left group by same.person_id
    ) as now
    where r.organization_id = ${organizationId} and r.person_id = now.person_id and ${columnOf(kind)} <> now.bits`.execute(
    trx
  )
}

export type CountedPart = PartCount & { readonly dimension: Dimension | null; readonly name: string | null }

/** One statement: each part with who did what. */
export async function countParts(
  trx: Trx,
  { organizationId, kind }: Pick<Telling, 'organizationId' | 'kind'>
): Promise<readonly CountedPart[]> {
  const bit = ({ bit: place }: { readonly bit: number }) => sql`(r.${columnOf(kind)} >> ${sql.lit(place)}) & 1`
  const all = sql.join(COUNTED.map(figure => sql`sum(${bit(figure)})::int`))
  const { rows } = await sql<{
    readonly dimension: string | null
    readonly name: string | null
    readonly people: number
    readonly gone: number
    readonly did: readonly number[]
  }>`select p.dimension, p.name, count(*)::int as people, count(*) filter (where r.has_left)::int as gone,
      array[${all}] as did
    from report_people r join report_parts p on p.organization_id = r.organization_id and p.id = r.part_id
    where r.organization_id = ${organizationId} group by p.id, p.dimension, p.name order by p.dimension, p.name, p.id`.execute(
    trx
  )
  const byKey = (counts: readonly number[]) =>
    Object.fromEntries(COUNTED.map(({ key }, place) => [key, counts[place] ?? 0]))
  return rows.map(row => ({
    dimension: DIMENSIONS.find(each => each === row.dimension) ?? null,
    name: row.name,
    people: row.people,
    left: row.gone,
    did: byKey(row.did)
  }))
}

/** Nobody can be told from what stays: the part keeps its size, and what was told of it stays true. */
export async function forgetPerson(
  trx: Trx,
  { organizationId, personId, as }: { readonly organizationId: string; readonly personId: string; readonly as: string }
): Promise<void> {
  await sql`update report_people set person_id = ${as}, has_left = true
    where organization_id = ${organizationId} and person_id = ${personId}`.execute(trx)
}
