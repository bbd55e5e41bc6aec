import type { Trx } from '../platform/database.ts'

type GroupTables = {
  directory_groups: { organization_id: string; id: string; directory_id: string; name: string }
  group_members: { organization_id: string; group_id: string; directory_user_id: string }
  cohort_members: { organization_id: string; cohort: string; person_id: string; joined_at: Date }
}

const tables = (trx: Trx) => trx.withTables<GroupTables>()

export async function saveGroup(trx: Trx, row: GroupTables['directory_groups']): Promise<void> {
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
  await db
    .deleteFrom('directory_groups')
    .where('organization_id', '=', organizationId)
    .where('id', '=', groupId)
    .execute()
  return members.map(row => row.directory_user_id)
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

export async function membersOfGroup(trx: Trx, organizationId: string, groupId: string): Promise<readonly string[]> {
  const rows = await tables(trx)
    .selectFrom('group_members')
    .select('directory_user_id')
    .where('organization_id', '=', organizationId)
    .where('group_id', '=', groupId)
    .execute()
  return rows.map(row => row.directory_user_id)
}

type Membership = GroupTables['group_members']

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

/** A person's groups as a list has them. */
export async function replaceMemberships(
  trx: Trx,
  wanted: { readonly organizationId: string; readonly directoryUserId: string; readonly groupIds: readonly string[] }
): Promise<void> {
  await tables(trx)
    .deleteFrom('group_members')
    .where('organization_id', '=', wanted.organizationId)
    .where('directory_user_id', '=', wanted.directoryUserId)
    .$if(wanted.groupIds.length > 0, query => query.where('group_id', 'not in', [...wanted.groupIds]))
    .execute()
  for (const group_id of wanted.groupIds)
    await addMembership(trx, {
      organization_id: wanted.organizationId,
      group_id,
      directory_user_id: wanted.directoryUserId
    })
}

export async function removeMembershipsOf(trx: Trx, organizationId: string, directoryUserId: string): Promise<void> {
  await tables(trx)
    .deleteFrom('group_members')
    .where('organization_id', '=', organizationId)
    .where('directory_user_id', '=', directoryUserId)
    .execute()
}

export async function groupNamesOf(
  trx: Trx,
  organizationId: string,
  directoryUserId: string
): Promise<readonly string[]> {
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
