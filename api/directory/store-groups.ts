import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { insertRows } from '../platform/rows.ts'
import type { Group } from './ledger.ts'

type GroupTables = {
  people: { organization_id: string; directory_id: string | null; directory_user_id: string | null; state: string }
  directory_groups: { organization_id: string; id: string; directory_id: string; name: string }
  group_members: { organization_id: string; group_id: string; directory_user_id: string }
  cohort_members: { organization_id: string; cohort: string; person_id: string; joined_at: Date }
}

const tables = (trx: Trx) => trx.withTables<GroupTables>()

/** New ones, and new names of known ones. */
export async function saveGroups(trx: Trx, organization_id: string, groups: readonly Group[]): Promise<void> {
  const rows = groups.map(({ id, directoryId, name }) => ({ organization_id, id, directory_id: directoryId, name }))
  const renames = sql`on conflict (organization_id, id) do update set name = excluded.name
    where directory_groups.name is distinct from excluded.name`
  await insertRows(trx, 'directory_groups', rows, renames)
}

/** Those that are known by another name. */
export async function renamedOf(trx: Trx, organizationId: string, groups: readonly Group[]): Promise<readonly Group[]> {
  if (groups.length === 0) return []
  const rows = await tables(trx)
    .selectFrom('directory_groups')
    .select(['id', 'name'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', sql<string>`any(${groups.map(({ id }) => id)}::text[])`)
    .execute()
  const names = new Map(rows.map(row => [row.id, row.name]))
  return groups.filter(({ id, name }) => names.has(id) && names.get(id) !== name)
}

export async function removeGroup(trx: Trx, organizationId: string, groupId: string): Promise<void> {
  await tables(trx)
    .deleteFrom('directory_groups')
    .where('organization_id', '=', organizationId)
    .where('id', '=', groupId)
    .execute()
}

export async function removeGroupsOfDirectory(trx: Trx, organizationId: string, directoryId: string): Promise<void> {
  const db = tables(trx)
  const ofDirectory = db
    .selectFrom('directory_groups')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('directory_id', '=', directoryId)
  await db
    .deleteFrom('group_members')
    .where('organization_id', '=', organizationId)
    .where('group_id', 'in', ofDirectory)
    .execute()
  await db
    .deleteFrom('directory_groups')
    .where('organization_id', '=', organizationId)
    .where('directory_id', '=', directoryId)
    .execute()
}

type Portion = { readonly organizationId: string; readonly after: string; readonly limit: number }

/** Directory entries, in their order. */
export async function membersOfGroup(
  trx: Trx,
  { organizationId, groupId, after, limit }: Portion & { readonly groupId: string }
): Promise<readonly string[]> {
  const rows = await tables(trx)
    .selectFrom('group_members')
    .select('directory_user_id')
    .where('organization_id', '=', organizationId)
    .where('group_id', '=', groupId)
    .where('directory_user_id', '>', after)
    .orderBy('directory_user_id')
    .limit(limit)
    .execute()
  return rows.map(row => row.directory_user_id)
}

/** @returns some who were members and are no more; none when nobody is. */
export async function takeMembersOut(
  trx: Trx,
  wanted: Omit<Portion, 'after'> & { readonly groupId: string }
): Promise<readonly string[]> {
  const entries = await membersOfGroup(trx, { ...wanted, after: '' })
  if (entries.length === 0) return []
  await tables(trx)
    .deleteFrom('group_members')
    .where('organization_id', '=', wanted.organizationId)
    .where('group_id', '=', wanted.groupId)
    .where('directory_user_id', '=', sql<string>`any(${[...entries]})`)
    .execute()
  return entries
}

/** Entries of a directory whose people are active here, in their order. */
export async function activeEntriesOf(
  trx: Trx,
  { organizationId, directoryId, after, limit }: Portion & { readonly directoryId: string }
): Promise<readonly string[]> {
  const rows = await tables(trx)
    .selectFrom('people')
    .select('directory_user_id')
    .where('organization_id', '=', organizationId)
    .where('directory_id', '=', directoryId)
    .where('state', '=', 'active')
    .where('directory_user_id', '>', after)
    .orderBy('directory_user_id')
    .limit(limit)
    .execute()
  return rows.flatMap(row => row.directory_user_id ?? [])
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

export async function countCohorts(trx: Trx, organizationId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ cohort: string; people: number }>`
    select c.cohort, count(*)::int as people from cohort_members c
    join people p on p.organization_id = c.organization_id and p.id = c.person_id and p.state = 'active' and p.access
    where c.organization_id = ${organizationId} group by c.cohort`.execute(trx)
  return new Map(rows.map(({ cohort, people }) => [cohort, people]))
}
