import type { Trx } from '../platform/database.ts'
import type { Role } from '../platform/http.ts'
import type { PersonDraft } from './person.ts'

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
    manager_ref: string | null
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
  directory_groups: { organization_id: string; id: string; directory_id: string; name: string }
  group_members: { organization_id: string; group_id: string; directory_user_id: string }
  cohort_members: { organization_id: string; cohort: string; person_id: string; joined_at: Date }
  person_keys: { organization_id: string; person_id: string; wrapped_key: Buffer }
  directory_cursor: { environment: string; last_event_id: string | null; updated_at: Date }
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
  manager_ref: orNull(draft.managerRef),
  country: orNull(draft.country),
  timezone: orNull(draft.timezone),
  locale: orNull(draft.locale),
  raw: JSON.stringify(draft.raw),
  state: draft.active ? ('active' as const) : ('inactive' as const),
  source_updated_at: draft.sourceUpdatedAt
})

/** Locks the event stream for this transaction: a second reader waits here and then reads on. */
export async function lockCursor(trx: Trx, environment: string, at: Date): Promise<string | undefined> {
  await tables(trx)
    .insertInto('directory_cursor')
    .values({ environment, last_event_id: null, updated_at: at })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const row = await tables(trx)
    .selectFrom('directory_cursor')
    .select('last_event_id')
    .where('environment', '=', environment)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.last_event_id ?? undefined
}

export async function moveCursor(trx: Trx, environment: string, eventId: string, at: Date): Promise<void> {
  await tables(trx)
    .updateTable('directory_cursor')
    .set({ last_event_id: eventId, updated_at: at })
    .where('environment', '=', environment)
    .execute()
}

export const findPerson = (trx: Trx, organizationId: string, personId: string): Promise<PersonRow | undefined> =>
  tables(trx)
    .selectFrom('people')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', personId)
    .executeTakeFirst()

export const lockByIdp = (trx: Trx, organizationId: string, idpId: string): Promise<PersonRow | undefined> =>
  tables(trx)
    .selectFrom('people')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('idp_id', '=', idpId)
    .forUpdate()
    .executeTakeFirst()

export const findByIdp = (trx: Trx, organizationId: string, idpId: string): Promise<PersonRow | undefined> =>
  tables(trx)
    .selectFrom('people')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('idp_id', '=', idpId)
    .executeTakeFirst()

/** Equality of a raw attribute that an admin confirmed; more than one match is none. */
export async function findByRawAttribute(
  trx: Trx,
  organizationId: string,
  { attribute, value }: { readonly attribute: string; readonly value: string }
): Promise<PersonRow | undefined> {
  const rows = await tables(trx)
    .selectFrom('people')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where(eb => eb(eb.fn<string>('jsonb_extract_path_text', ['raw', eb.val(attribute)]), '=', value))
    .limit(2)
    .execute()
  return rows.length === 1 ? rows[0] : undefined
}

export const findByDirectoryUser = (trx: Trx, organizationId: string, directoryUserId: string): Promise<PersonRow | undefined> =>
  tables(trx)
    .selectFrom('people')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('directory_user_id', '=', directoryUserId)
    .forUpdate()
    .executeTakeFirst()

export async function insertPerson(trx: Trx, row: PersonRow): Promise<void> {
  await tables(trx).insertInto('people').values(row).execute()
}

export async function updatePerson(
  trx: Trx,
  key: { readonly organizationId: string; readonly personId: string },
  change: Partial<Omit<PersonRow, 'organization_id' | 'id'>>
): Promise<void> {
  await tables(trx)
    .updateTable('people')
    .set(change)
    .where('organization_id', '=', key.organizationId)
    .where('id', '=', key.personId)
    .execute()
}

export async function saveGroup(trx: Trx, row: DirectoryTables['directory_groups']): Promise<void> {
  await tables(trx)
    .insertInto('directory_groups')
    .values(row)
    .onConflict(conflict => conflict.columns(['organization_id', 'id']).doUpdateSet({ name: row.name }))
    .execute()
}

/** @returns directory ids of those who were members. */
export async function removeGroup(trx: Trx, organizationId: string, groupId: string): Promise<readonly string[]> {
  const db = tables(trx)
  const members = await db
    .deleteFrom('group_members')
    .where('organization_id', '=', organizationId)
    .where('group_id', '=', groupId)
    .returning('directory_user_id')
    .execute()
  await db.deleteFrom('directory_groups').where('organization_id', '=', organizationId).where('id', '=', groupId).execute()
  return members.map(row => row.directory_user_id)
}

export async function membersOfGroup(trx: Trx, organizationId: string, groupId: string): Promise<readonly string[]> {
  const rows = await tables(trx)
    .selectFrom('group_members')
    .select('directory_user_id')
    .where('organization_id', '=', organizationId)
    .where('group_id', '=', groupId)
    .execute()
  return rows.map(row => row.directory_user_id)
}

type Membership = DirectoryTables['group_members']

export async function addMembership(trx: Trx, row: Membership): Promise<void> {
  await tables(trx)
    .insertInto('group_members')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export async function removeMembership(trx: Trx, row: Membership): Promise<void> {
  await tables(trx)
    .deleteFrom('group_members')
    .where('organization_id', '=', row.organization_id)
    .where('group_id', '=', row.group_id)
    .where('directory_user_id', '=', row.directory_user_id)
    .execute()
}

export async function removeMembershipsOf(trx: Trx, organizationId: string, directoryUserId: string): Promise<void> {
  await tables(trx)
    .deleteFrom('group_members')
    .where('organization_id', '=', organizationId)
    .where('directory_user_id', '=', directoryUserId)
    .execute()
}

export async function groupNamesOf(trx: Trx, organizationId: string, directoryUserId: string): Promise<readonly string[]> {
  const rows = await tables(trx)
    .selectFrom('group_members as m')
    .innerJoin('directory_groups as g', join =>
      join.onRef('g.organization_id', '=', 'm.organization_id').onRef('g.id', '=', 'm.group_id')
    )
    .select('g.name')
    .where('m.organization_id', '=', organizationId)
    .where('m.directory_user_id', '=', directoryUserId)
    .execute()
  return rows.map(row => row.name)
}

export async function peopleOfDirectory(trx: Trx, organizationId: string, directoryId: string): Promise<readonly PersonRow[]> {
  return tables(trx)
    .selectFrom('people')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('directory_id', '=', directoryId)
    .where('state', '=', 'active')
    .execute()
}

export async function cohortNamesOf(trx: Trx, organizationId: string, personId: string): Promise<readonly string[]> {
  const rows = await tables(trx)
    .selectFrom('cohort_members')
    .select('cohort')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .orderBy('cohort')
    .execute()
  return rows.map(row => row.cohort)
}

type CohortKey = { readonly organizationId: string; readonly personId: string; readonly cohort: string }

export async function addToCohort(trx: Trx, key: CohortKey, at: Date): Promise<void> {
  await tables(trx)
    .insertInto('cohort_members')
    .values({ organization_id: key.organizationId, cohort: key.cohort, person_id: key.personId, joined_at: at })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export async function removeFromCohort(trx: Trx, key: CohortKey): Promise<void> {
  await tables(trx)
    .deleteFrom('cohort_members')
    .where('organization_id', '=', key.organizationId)
    .where('cohort', '=', key.cohort)
    .where('person_id', '=', key.personId)
    .execute()
}

/** Active people with access and the cohorts they are in. */
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

export async function findByManagerRef(trx: Trx, organizationId: string, ref: string): Promise<PersonRow | undefined> {
  return tables(trx)
    .selectFrom('people')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where(eb => eb.or([eb('idp_id', '=', ref), eb('email', '=', ref.toLowerCase())]))
    .executeTakeFirst()
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
