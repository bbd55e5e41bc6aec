/** A page of people in few statements, whatever its size. */
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { ProblemError } from '../platform/errors.ts'
import { deleteRows, insertRows, updateRows } from '../platform/rows.ts'
import type { CohortMember, LedgerChanges, Membership, Snapshot } from './ledger.ts'
import type { PersonRow } from './row.ts'
import { saveGroups } from './store-groups.ts'

export type Wanted = {
  readonly idpIds: readonly string[]
  readonly entries: readonly string[]
  /** Also of those whose provider id is another's now. */
  readonly ids?: readonly string[]
}

/** Locks the people until the transaction ends. */
export async function loadSnapshot(
  trx: Trx,
  organizationId: string,
  { idpIds, entries, ids: personIds = [] }: Wanted
): Promise<Snapshot> {
  const people = await sql<PersonRow>`select * from people where organization_id = ${organizationId}
    and (retired_at is null and (idp_id = any(${[...idpIds]}::text[]) or directory_user_id = any(${[...entries]}::text[]))
      or id = any(${[...personIds]}::text[]))
    order by id for update`.execute(trx)
  const known = new Set([...entries, ...people.rows.flatMap(({ directory_user_id }) => directory_user_id ?? [])])
  const memberships = await loadMemberships(trx, organizationId, [...known])
  const ids = people.rows.map(({ id }) => id)
  const cohorts = await sql<CohortMember>`select person_id, cohort from cohort_members
    where organization_id = ${organizationId} and person_id = any(${ids}::text[]) order by cohort`.execute(trx)
  return { people: people.rows, memberships, cohorts: cohorts.rows }
}

/** Two plain lookups: a join is planned badly while the tables of a new company fill. */
async function loadMemberships(
  trx: Trx,
  organizationId: string,
  entries: readonly string[]
): Promise<readonly Membership[]> {
  const members = await sql<Omit<Membership, 'name'>>`select directory_user_id, group_id from group_members
    where organization_id = ${organizationId} and directory_user_id = any(${[...entries]}::text[])`.execute(trx)
  const ids = [...new Set(members.rows.map(({ group_id }) => group_id))]
  const groups = await sql<{ id: string; name: string }>`select id, name from directory_groups
    where organization_id = ${organizationId} and id = any(${ids}::text[])`.execute(trx)
  const names = new Map(groups.rows.map(({ id, name }) => [id, name]))
  return members.rows.flatMap(member => {
    const name = names.get(member.group_id)
    return name === undefined ? [] : [{ ...member, name }]
  })
}

type Memberships = LedgerChanges['memberships']

export async function saveMemberships(
  trx: Trx,
  organization_id: string,
  { groups, memberships: { added, removed } }: Pick<LedgerChanges, 'groups' | 'memberships'>
): Promise<void> {
  await saveGroups(trx, organization_id, groups)
  const of = (members: Memberships['added']) => members.map(member => ({ organization_id, ...member }))
  await deleteRows(trx, 'group_members', of(removed))
  await insertRows(trx, 'group_members', of(added), sql`on conflict do nothing`)
}

export async function savePeople(
  trx: Trx,
  people: { readonly added: readonly PersonRow[]; readonly changed: readonly PersonRow[] }
): Promise<void> {
  // Whoever gives a provider id up goes first.
  const key = ['organization_id', 'id']
  const isRetired = (row: PersonRow): boolean => row.retired_at !== null
  await updateRows(trx, 'people', people.changed.filter(isRetired), key)
  await updateRows(
    trx,
    'people',
    people.changed.filter(row => !isRetired(row)),
    key
  )
  const added = await insertRows(
    trx,
    'people',
    people.added,
    sql`on conflict (organization_id, idp_id) where retired_at is null do nothing`
  )
  // Only a sign-in can have come between; the news is applied again and then finds that row.
  if (added < people.added.length) throw new ProblemError('conflict', 'Somebody was just created by a sign-in')
}

export async function saveCohorts(
  trx: Trx,
  { organizationId, at }: { readonly organizationId: string; readonly at: Date },
  { added, removed }: LedgerChanges['cohorts']
): Promise<void> {
  const of = (members: readonly CohortMember[]) => members.map(each => ({ organization_id: organizationId, ...each }))
  await deleteRows(trx, 'cohort_members', of(removed))
  const joined = of(added).map(each => ({ ...each, joined_at: at }))
  await insertRows(trx, 'cohort_members', joined, sql`on conflict do nothing`)
}
