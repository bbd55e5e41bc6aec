import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Role } from '../platform/http.ts'
import { cleanText, type PersonDraft } from './person.ts'

type DirectoryTables = {
  people: {
    organization_id: string
    id: string
    directory_id: string | null
    directory_user_id: string | null
    idp_id: string
    email: string | null
    first_name: string | null
    last_name: string | null
    title: string | null
    department: string | null
    employee_number: string | null
    manager_refs: string[]
    manager_id: string | null
    country: string | null
    timezone: string | null
    locale: string | null
    raw: string
    state: 'active' | 'inactive'
    access: boolean
    roles: Role[]
    source_updated_at: Date
    left_at: Date | null
    created_at: Date
    updated_at: Date
  }
  cohort_members: { organization_id: string; cohort: string; person_id: string; joined_at: Date }
  person_keys: { organization_id: string; person_id: string; wrapped_key: Buffer }
}

export type PersonRow = DirectoryTables['people']

const tables = (trx: Trx) => trx.withTables<DirectoryTables>()

const orNull = <T>(value: T | undefined): T | null => value ?? null

export const columnsOf = (draft: PersonDraft) => ({
  idp_id: draft.idpId,
  email: orNull(draft.email),
  first_name: orNull(draft.firstName),
  last_name: orNull(draft.lastName),
  title: orNull(draft.title),
  department: orNull(draft.department),
  employee_number: orNull(draft.employeeNumber),
  manager_refs: [...draft.managerRefs],
  country: orNull(draft.country),
  timezone: orNull(draft.timezone),
  locale: orNull(draft.locale),
  raw: JSON.stringify(draft.raw, (_, value: unknown) => (typeof value === 'string' ? cleanText(value) : value)),
  state: draft.active ? ('active' as const) : ('inactive' as const),
  source_updated_at: draft.sourceUpdatedAt
})

export type SeenPerson = PersonRow & { readonly has_reports: boolean }

/** With whether somebody active has this person as manager. */
const selectSeen = (trx: Trx, organizationId: string) =>
  tables(trx)
    .selectFrom('people')
    .selectAll()
    .select(eb =>
      eb
        .exists(
          eb
            .selectFrom('people as report')
            .select('report.id')
            .whereRef('report.organization_id', '=', 'people.organization_id')
            .whereRef('report.manager_id', '=', 'people.id')
            .where('report.state', '=', 'active')
        )
        .$castTo<boolean>()
        .as('has_reports')
    )
    .where('organization_id', '=', organizationId)

export const findPerson = (trx: Trx, organizationId: string, personId: string): Promise<SeenPerson | undefined> =>
  selectSeen(trx, organizationId).where('id', '=', personId).executeTakeFirst()

export const lockByIdp = (trx: Trx, organizationId: string, idpId: string): Promise<PersonRow | undefined> =>
  tables(trx)
    .selectFrom('people')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('idp_id', '=', idpId)
    .forUpdate()
    .executeTakeFirst()

export const findByIdp = (trx: Trx, organizationId: string, idpId: string): Promise<SeenPerson | undefined> =>
  selectSeen(trx, organizationId).where('idp_id', '=', idpId).executeTakeFirst()

/** Equality of a raw attribute that an admin confirmed; more than one match is none. */
export async function findByRawAttribute(
  trx: Trx,
  organizationId: string,
  { attribute, value }: { readonly attribute: string; readonly value: string }
): Promise<SeenPerson | undefined> {
  const rows = await selectSeen(trx, organizationId)
    .where(eb => eb(eb.fn<string>('jsonb_extract_path_text', ['raw', eb.val(attribute)]), '=', value))
    .limit(2)
    .execute()
  return rows.length === 1 ? rows[0] : undefined
}

export const findByDirectoryUser = (
  trx: Trx,
  organizationId: string,
  directoryUserId: string
): Promise<PersonRow | undefined> =>
  tables(trx)
    .selectFrom('people')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('directory_user_id', '=', directoryUserId)
    .forUpdate()
    .executeTakeFirst()

/** Somebody of whom nothing is known yet. */
export const newPerson = (input: {
  readonly organizationId: string
  readonly id: string
  readonly at: Date
}): PersonRow => ({
  organization_id: input.organizationId,
  id: input.id,
  directory_id: null,
  directory_user_id: null,
  idp_id: '',
  email: null,
  first_name: null,
  last_name: null,
  title: null,
  department: null,
  employee_number: null,
  manager_refs: [],
  manager_id: null,
  country: null,
  timezone: null,
  locale: null,
  raw: '{}',
  state: 'active',
  access: false,
  roles: [],
  source_updated_at: input.at,
  left_at: null,
  created_at: input.at,
  updated_at: input.at
})

/** @returns false when somebody of this provider id came first. */
export async function insertPerson(trx: Trx, row: PersonRow): Promise<boolean> {
  const result = await tables(trx)
    .insertInto('people')
    .values({ ...row, raw: jsonText(row.raw) })
    .onConflict(conflict => conflict.columns(['organization_id', 'idp_id']).doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0
}

export async function updatePerson(trx: Trx, { organization_id, id, ...row }: PersonRow): Promise<void> {
  await tables(trx)
    .updateTable('people')
    .set({ ...row, raw: jsonText(row.raw) })
    .where('organization_id', '=', organization_id)
    .where('id', '=', id)
    .execute()
}

/** The driver hands JSON columns over parsed and wants them back as text. */
const jsonText = (raw: unknown): string => (typeof raw === 'string' ? raw : JSON.stringify(raw))

export async function peopleOfDirectory(
  trx: Trx,
  organizationId: string,
  directoryId: string
): Promise<readonly PersonRow[]> {
  return tables(trx)
    .selectFrom('people')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('directory_id', '=', directoryId)
    .where('state', '=', 'active')
    .execute()
}

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

/** Those who came by a directory, by id. */
export const pageOfDirectoryPeople = (
  trx: Trx,
  page: { readonly organizationId: string; readonly after: string; readonly limit: number }
): Promise<readonly PersonRow[]> =>
  tables(trx)
    .selectFrom('people')
    .selectAll()
    .where('organization_id', '=', page.organizationId)
    .where('directory_user_id', 'is not', null)
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit)
    .execute()

/** People of the same directory that may be this person's manager. */
export async function findByRefs(trx: Trx, report: PersonRow): Promise<readonly PersonRow[]> {
  if (report.manager_refs.length === 0) return []
  return tables(trx)
    .selectFrom('people')
    .selectAll()
    .where('organization_id', '=', report.organization_id)
    .where('directory_id', '=', report.directory_id)
    .where('id', '!=', report.id)
    .where(eb => eb.or([eb('idp_id', 'in', report.manager_refs), eb('email', 'in', report.manager_refs)]))
    .execute()
}

/** People of the same directory who name this person as their manager, or have them as such. */
export async function reportsNaming(trx: Trx, manager: PersonRow): Promise<readonly PersonRow[]> {
  const names = [manager.idp_id, ...(manager.email ? [manager.email] : [])]
  return tables(trx)
    .selectFrom('people')
    .selectAll()
    .where('organization_id', '=', manager.organization_id)
    .where('id', '!=', manager.id)
    .where(eb =>
      eb.or([
        eb('manager_id', '=', manager.id),
        eb.and([eb('directory_id', '=', manager.directory_id), sql<boolean>`manager_refs && ${names}::text[]`])
      ])
    )
    .execute()
}

export async function saveManager(trx: Trx, report: PersonRow, managerId: string | null): Promise<void> {
  await tables(trx)
    .updateTable('people')
    .set({ manager_id: managerId })
    .where('organization_id', '=', report.organization_id)
    .where('id', '=', report.id)
    .execute()
}

/** Active people with access and the cohorts they are in. */
export async function countWithAccess(trx: Trx, organizationId: string, among?: readonly string[]): Promise<number> {
  const { count } = await tables(trx)
    .selectFrom('people')
    .select(eb => eb.fn.countAll<string>().as('count'))
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'active')
    .where('access', '=', true)
    .$if(among !== undefined, query => query.where('id', '=', sql<string>`any(${[...(among ?? [])]})`))
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

export async function listAdmins(trx: Trx, organizationId: string): Promise<readonly string[]> {
  const rows = await tables(trx)
    .selectFrom('people')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'active')
    .where('access', '=', true)
    .where(sql<boolean>`'admin' = any(roles)`)
    .execute()
  return rows.map(({ id }) => id)
}

export async function loadKey(trx: Trx, organizationId: string, personId: string): Promise<Buffer | undefined> {
  const row = await tables(trx)
    .selectFrom('person_keys')
    .select('wrapped_key')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
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
