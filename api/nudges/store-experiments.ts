/** Experiments and who is in them. */
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Arm, Outcome } from './experiment.ts'

type ExperimentTables = {
  nudge_experiments: {
    organization_id: string
    id: string
    salt: string
    primary_outcome: Outcome
    holdout_percent: number
    send_percent: number
    weeks: number
    cost_points: number
    started_at: Date
    started_by: string
    next_check_at: Date
    halted_at: Date | null
    ended_at: Date | null
    ended_by: string | null
  }
  nudge_experiment_people: {
    organization_id: string
    experiment_id: string
    person_id: string
    choice: 'in' | 'out'
    arm: Arm
    joined_at: Date | null
    decided_at: Date
  }
}

export type ExperimentRow = ExperimentTables['nudge_experiments']
export type MemberRow = ExperimentTables['nudge_experiment_people']

export type ExperimentKey = { readonly organizationId: string; readonly experimentId: string }

const tables = (trx: Trx) => trx.withTables<ExperimentTables>()

/** @returns false while another one is open. */
export async function insertExperiment(trx: Trx, row: ExperimentRow): Promise<boolean> {
  const inserted = await tables(trx)
    .insertInto('nudge_experiments')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export const findOpenExperiment = (trx: Trx, organizationId: string): Promise<ExperimentRow | undefined> =>
  tables(trx)
    .selectFrom('nudge_experiments')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

/** Two that stop it, or a look and a stop, decide one after the other. */
export const lockExperiment = (trx: Trx, key: ExperimentKey): Promise<ExperimentRow | undefined> =>
  tables(trx)
    .selectFrom('nudge_experiments')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('id', '=', key.experimentId)
    .forUpdate()
    .executeTakeFirst()

/** Newest first. */
export const listExperiments = (trx: Trx, organizationId: string): Promise<ExperimentRow[]> =>
  tables(trx)
    .selectFrom('nudge_experiments')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('started_at', 'desc')
    .limit(20)
    .execute()

export async function updateExperiment(
  trx: Trx,
  key: ExperimentKey,
  change: Partial<Pick<ExperimentRow, 'next_check_at' | 'halted_at' | 'ended_at' | 'ended_by'>>
): Promise<void> {
  await tables(trx)
    .updateTable('nudge_experiments')
    .set(change)
    .where('organization_id', '=', key.organizationId)
    .where('id', '=', key.experimentId)
    .execute()
}

/** Runs as the router: companies whose experiment is to be checked, nothing else. */
export async function organizationsToCheck(trx: Trx, now: Date): Promise<readonly string[]> {
  const rows = await tables(trx)
    .selectFrom('nudge_experiments')
    .select('organization_id')
    .where('ended_at', 'is', null)
    .where('next_check_at', '<=', now)
    .execute()
  return rows.map(row => row.organization_id)
}

export const findMember = (
  trx: Trx,
  key: ExperimentKey & { readonly personId: string }
): Promise<MemberRow | undefined> =>
  tables(trx)
    .selectFrom('nudge_experiment_people')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('experiment_id', '=', key.experimentId)
    .where('person_id', '=', key.personId)
    .executeTakeFirst()

export async function saveMember(trx: Trx, row: MemberRow): Promise<void> {
  const { choice, decided_at, joined_at } = row
  await tables(trx)
    .insertInto('nudge_experiment_people')
    .values(row)
    .onConflict(conflict =>
      conflict.columns(['organization_id', 'experiment_id', 'person_id']).doUpdateSet({ choice, decided_at, joined_at })
    )
    .execute()
}

/** Who of these people takes part now. */
export async function membersAmong(
  trx: Trx,
  key: ExperimentKey,
  personIds: readonly string[]
): Promise<ReadonlySet<string>> {
  const rows = await tables(trx)
    .selectFrom('nudge_experiment_people')
    .select('person_id')
    .where('organization_id', '=', key.organizationId)
    .where('experiment_id', '=', key.experimentId)
    .where('choice', '=', 'in')
    .where('person_id', '=', sql<string>`any(${[...personIds]}::text[])`)
    .execute()
  return new Set(rows.map(row => row.person_id))
}

/** How many ever joined each experiment. */
export async function countMembers(trx: Trx, organizationId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tables(trx)
    .selectFrom('nudge_experiment_people')
    .select(({ fn }) => ['experiment_id', fn.countAll<string>().as('people')])
    .where('organization_id', '=', organizationId)
    .where('joined_at', 'is not', null)
    .groupBy('experiment_id')
    .execute()
  return new Map(rows.map(({ experiment_id, people }) => [experiment_id, Number(people)]))
}

/** Everybody who ever joined, by id, in pages: who left the experiment counts as they were drawn. */
export const membersAfter = (
  trx: Trx,
  key: ExperimentKey,
  { after, limit }: { readonly after: string; readonly limit: number }
): Promise<Pick<MemberRow, 'person_id' | 'arm' | 'choice' | 'joined_at'>[]> =>
  tables(trx)
    .selectFrom('nudge_experiment_people')
    .select(['person_id', 'arm', 'choice', 'joined_at'])
    .where('organization_id', '=', key.organizationId)
    .where('experiment_id', '=', key.experimentId)
    .where('joined_at', 'is not', null)
    .where('person_id', '>', after)
    .orderBy('person_id')
    .limit(limit)
    .execute()
