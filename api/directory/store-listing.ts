/** What a comparison with the directory's lists has seen so far: rows, so that it takes no more memory for more people. */
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { insertRows } from '../platform/rows.ts'

type Run = { readonly organizationId: string; readonly runId: string }

/** Of this run, and of those that died a day ago or more: others may be under way, and go by theirs. */
export async function forgetSightings(trx: Trx, { organizationId, runId }: Run): Promise<void> {
  await sql`delete from directory_sightings where organization_id = ${organizationId}
    and (run_id = ${runId} or seen_at < now() - interval '1 day')`.execute(trx)
}

export const markSeen = (trx: Trx, { organizationId, runId }: Run, entries: readonly string[]): Promise<number> =>
  insertRows(
    trx,
    'directory_sightings',
    entries.map(entry => ({ organization_id: organizationId, run_id: runId, directory_user_id: entry })),
    sql`on conflict do nothing`
  )

export async function countSeen(trx: Trx, { organizationId, runId }: Run): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) from directory_sightings
    where organization_id = ${organizationId} and run_id = ${runId}`.execute(trx)
  return Number(rows[0]?.count ?? 0)
}

export type Unseen = Run & { readonly directoryId: string; readonly startedAt: Date }

const unseen = ({ organizationId, runId, directoryId, startedAt }: Unseen) => sql`from people p
  where p.organization_id = ${organizationId} and p.directory_id = ${directoryId} and p.state = 'active'
    and (p.heard_at is null or p.heard_at < ${startedAt})
    and not exists (select from directory_sightings s where s.organization_id = p.organization_id
      and s.run_id = ${runId} and s.directory_user_id = p.directory_user_id)`

export async function countUnseen(trx: Trx, wanted: Unseen): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) ${unseen(wanted)}`.execute(trx)
  return Number(rows[0]?.count ?? 0)
}

/** Entries of active people whom the lists did not name and no event since. */
export async function listUnseen(trx: Trx, wanted: Unseen, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ entry: string | null }>`select p.directory_user_id as entry ${unseen(wanted)}
    order by p.id limit ${limit}`.execute(trx)
  return rows.flatMap(({ entry }) => entry ?? [])
}

/** Those who came by a directory, by id. */
export async function pageOfEntries(
  trx: Trx,
  { organizationId, after, limit }: { organizationId: string; after: string; limit: number }
): Promise<readonly { readonly id: string; readonly entry: string }[]> {
  const { rows } = await sql<{ id: string; entry: string }>`select id, directory_user_id as entry from people
    where organization_id = ${organizationId} and directory_user_id is not null and id > ${after}
    order by id limit ${limit}`.execute(trx)
  return rows
}

/** Directories of which somebody is active here. */
export async function directoriesOf(trx: Trx, organizationId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select distinct directory_id as id from people
    where organization_id = ${organizationId} and state = 'active' and directory_user_id is not null`.execute(trx)
  return rows.map(({ id }) => id)
}

/** Active people who came by sign-in only. */
export async function listUnadopted(trx: Trx, organizationId: string, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from people where organization_id = ${organizationId}
    and directory_user_id is null and retired_at is null and state = 'active' limit ${limit}`.execute(trx)
  return rows.map(({ id }) => id)
}
