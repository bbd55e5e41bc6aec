import { sql } from 'kysely'
import type { Statement, Trx } from '../platform/database.ts'
import { anyOf, insertRows } from '../platform/rows.ts'
import type { Role } from '../contract/roles.ts'
import type { PersonRow } from './row.ts'

type DirectoryTables = {
  people: PersonRow
  cohort_members: { organization_id: string; cohort: string; person_id: string; joined_at: Date }
  person_keys: { organization_id: string; person_id: string; wrapped_key: Buffer }
}

const tables = (db: Statement) => db.withTables<DirectoryTables>()

/** All that others know of a person; not what the directory said in its own words, which may be long. */
const SEEN = [
  'organization_id',
  'id',
  'directory_user_id',
  'idp_id',
  'retired_at',
  'email',
  'first_name',
  'last_name',
  'title',
  'department',
  'manager_id',
  'country',
  'timezone',
  'locale',
  'state',
  'access',
  'roles',
  'site_learner'
] as const
export type SeenPerson = Pick<PersonRow, (typeof SEEN)[number]> & {
  readonly has_reports: boolean
  /** By an owner, beside those of groups. */
  readonly given: readonly Role[]
}

/** With whether somebody active has this person as manager. */
const selectSeen = (db: Statement, organizationId: string) =>
  tables(db)
    .selectFrom('people')
    .select([...SEEN])
    .select(
      sql<Role[]>`array(select g.role from role_grants g where g.organization_id = people.organization_id
        and g.person_id = people.id)`.as('given')
    )
    .select(eb =>
      eb
        .exists(
          eb
            .selectFrom('people as report')
            .select('report.id')
            .whereRef('report.organization_id', '=', 'people.organization_id')
            .whereRef('report.manager_id', '=', 'people.id')
            .where('report.state', '=', 'active')
            // Two who name each other manage neither.
            .where(each =>
              each.or([each('people.manager_id', 'is', null), each('report.id', '!=', each.ref('people.manager_id'))])
            )
        )
        .$castTo<boolean>()
        .as('has_reports')
    )
    .where('organization_id', '=', organizationId)

export const findPerson = (db: Statement, organizationId: string, personId: string): Promise<SeenPerson | undefined> =>
  selectSeen(db, organizationId).where('id', '=', personId).executeTakeFirst()

const SEEN_COLUMNS = sql.join(SEEN.map(column => sql.ref(`p.${column}`)))

/** The same statement however many they are, written out: a builder would cost more than the database. */
export async function findPeople(
  db: Statement,
  organizationId: string,
  personIds: readonly string[]
): Promise<readonly SeenPerson[]> {
  const { rows } = await sql<SeenPerson>`
    select ${SEEN_COLUMNS}, exists (select from people r
      where r.organization_id = p.organization_id and r.manager_id = p.id and r.state = 'active'
        and r.id is distinct from p.manager_id) as has_reports,
      array(select g.role from role_grants g where g.organization_id = p.organization_id and g.person_id = p.id) as given
    from people p where p.organization_id = ${organizationId} and p.id = ${anyOf(personIds)}`.execute(db)
  return rows
}

export const findByIdp = (trx: Trx, organizationId: string, idpId: string): Promise<SeenPerson | undefined> =>
  selectSeen(trx, organizationId).where('idp_id', '=', idpId).where('retired_at', 'is', null).executeTakeFirst()

type RawAttribute = { readonly attribute: string; readonly value: string }

/** Equality of a raw attribute that an admin confirmed; more than one match is none. */
export async function findByRawAttribute(
  trx: Trx,
  organizationId: string,
  wanted: RawAttribute
): Promise<SeenPerson | undefined> {
  const found = await withRawValue(trx, organizationId, wanted)
  if (found.length > 0) return found.length === 1 ? found[0] : undefined
  await beginLookups(trx, organizationId, wanted.attribute)
  // Whether it was begun here or by somebody else since the first look.
  const [first, ...others] = await withRawValue(trx, organizationId, wanted)
  return others.length === 0 ? first : undefined
}

const withRawValue = (trx: Trx, organizationId: string, { attribute, value }: RawAttribute) =>
  selectSeen(trx, organizationId)
    .where('retired_at', 'is', null)
    .where(
      'id',
      'in',
      sql<string>`(select person_id from raw_values
        where organization_id = ${organizationId} and attribute = ${attribute} and value = ${value})`
    )
    .limit(2)
    .execute()

/** From the first time on that people are looked up by an attribute, its values are kept apart. */
async function beginLookups(trx: Trx, organizationId: string, attribute: string): Promise<void> {
  const begun = async (): Promise<boolean> => {
    const { rows } =
      await sql`select from raw_lookups where organization_id = ${organizationId} and attribute = ${attribute}`.execute(
        trx
      )
    return rows.length > 0
  }
  if (await begun()) return
  // Writers of people hold it shared until they commit: what they wrote is either seen here or kept by themselves.
  await sql`select pg_advisory_xact_lock(hashtext('raw_lookups'), hashtext(${organizationId}))`.execute(trx)
  if (await begun()) return
  await sql`insert into raw_lookups (organization_id, attribute) values (${organizationId}, ${attribute})`.execute(trx)
  await sql`insert into raw_values (organization_id, attribute, value, person_id)
    select organization_id, ${attribute}, raw ->> ${attribute}, id from people
    where organization_id = ${organizationId} and raw ->> ${attribute} is not null`.execute(trx)
}

export async function findByEmployeeNumber(
  trx: Trx,
  organizationId: string,
  employeeNumber: string
): Promise<SeenPerson | undefined> {
  const rows = await selectSeen(trx, organizationId)
    .where('employee_number', '=', employeeNumber)
    .where('directory_user_id', 'is not', null)
    .where('state', '=', 'active')
    .limit(2)
    .execute()
  return rows.length === 1 ? rows[0] : undefined
}

/** Of the active people in the directory; `unique`: how many numbers one of them alone has. */
export async function countEmployeeNumbers(trx: Trx, organizationId: string) {
  const { rows } = await sql<{ people: number; with_number: number; unique_numbers: number }>`
    select coalesce(sum(held), 0)::int as people,
      coalesce(sum(held) filter (where employee_number is not null), 0)::int as with_number,
      count(*) filter (where employee_number is not null and held = 1)::int as unique_numbers
    from (select employee_number, count(*) as held from people where organization_id = ${organizationId}
      and state = 'active' and directory_user_id is not null group by employee_number) numbers`.execute(trx)
  const [row] = rows
  return { people: row?.people ?? 0, withNumber: row?.with_number ?? 0, unique: row?.unique_numbers ?? 0 }
}

export const searchPeople = (
  trx: Trx,
  organizationId: string,
  { search, limit }: { readonly search: string; readonly limit: number }
): Promise<readonly SeenPerson[]> => {
  const part = `%${search.replaceAll(/[\\%_]/gu, sign => `\\${sign}`)}%`
  return selectSeen(trx, organizationId)
    .where(
      sql<boolean>`(coalesce(first_name, '') || ' ' || coalesce(last_name, '') ilike ${part} or email ilike ${part})`
    )
    .orderBy('last_name')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function namesOf(
  trx: Trx,
  organizationId: string,
  personIds: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await tables(trx)
    .selectFrom('people')
    .select(['id', 'first_name', 'last_name', 'email'])
    .where('organization_id', '=', organizationId)
    .where('id', 'in', personIds)
    .execute()
  const nameOf = (row: (typeof rows)[number]): string =>
    [row.first_name, row.last_name].filter(Boolean).join(' ') || (row.email ?? '')
  return new Map(rows.map(row => [row.id, nameOf(row)]))
}

/** @returns false when somebody of this provider id came first. */
export const insertPerson = async (trx: Trx, row: PersonRow): Promise<boolean> =>
  (await insertRows(
    trx,
    'people',
    [row],
    sql`on conflict (organization_id, idp_id) where retired_at is null do nothing`
  )) > 0

export async function knowsDirectory(trx: Trx, organizationId: string, directoryId: string): Promise<boolean> {
  const row = await tables(trx)
    .selectFrom('people')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('directory_id', '=', directoryId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Active people with access and the cohorts they are in. */
export async function countWithAccess(trx: Trx, organizationId: string): Promise<number> {
  const { count } = await tables(trx)
    .selectFrom('people')
    .select(eb => eb.fn.countAll<string>().as('count'))
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'active')
    .where('access', '=', true)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function listMembers(
  trx: Trx,
  organizationId: string
): Promise<readonly { readonly personId: string; readonly cohorts: readonly string[] }[]> {
  const db = tables(trx)
  const people = await db
    .selectFrom('people')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'active')
    .where('access', '=', true)
    .execute()
  const memberships = await db
    .selectFrom('cohort_members')
    .select(['person_id', 'cohort'])
    .where('organization_id', '=', organizationId)
    .execute()
  const byPerson = Map.groupBy(memberships, row => row.person_id)
  return people.map(({ id }) => ({ personId: id, cohorts: (byPerson.get(id) ?? []).map(({ cohort }) => cohort) }))
}

export async function loadKey(trx: Trx, organizationId: string, personId: string): Promise<Buffer | undefined> {
  const row = await tables(trx)
    .selectFrom('person_keys')
    .select('wrapped_key')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    // Whoever seals with it is waited for by an erasure, which destroys it first.
    .forKeyShare()
    .executeTakeFirst()
  return row?.wrapped_key
}

export async function insertKey(trx: Trx, row: DirectoryTables['person_keys']): Promise<void> {
  await tables(trx)
    .insertInto('person_keys')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** @returns whether there was one. */
export async function deleteKey(trx: Trx, organizationId: string, personId: string): Promise<boolean> {
  const { numDeletedRows } = await tables(trx)
    .deleteFrom('person_keys')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function loadKeys(
  trx: Trx,
  organizationId: string,
  personIds: readonly string[]
): Promise<ReadonlyMap<string, Buffer>> {
  const { rows } = await sql<DirectoryTables['person_keys']>`select person_id, wrapped_key from person_keys
    where organization_id = ${organizationId} and person_id = any(${[...personIds]}::text[])`.execute(trx)
  return new Map(rows.map(row => [row.person_id, row.wrapped_key]))
}

type NewKey = { readonly personId: string; readonly wrappedKey: Buffer }

export async function insertKeys(trx: Trx, organizationId: string, keys: readonly NewKey[]): Promise<void> {
  const rows = keys.map(({ personId, wrappedKey }) => ({
    organization_id: organizationId,
    person_id: personId,
    wrapped_key: `\\x${wrappedKey.toString('hex')}`
  }))
  await insertRows(trx, 'person_keys', rows, sql`on conflict do nothing`)
}
