/** What was drawn at each moment, what each look summed up, and what people did that tells of its cost. */
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { insertRows } from '../platform/rows.ts'
import type { Arm } from './experiment.ts'
import type { Sums } from './experiment-sums.ts'
import type { ExperimentKey } from './store-experiments.ts'

type DrawTables = {
  nudge_decisions: {
    organization_id: string
    experiment_id: string
    person_id: string
    nudge_id: string
    kind: string
    arm: Arm
    probability: number
    assigned: boolean
    at: Date
  }
  nudge_experiment_looks: {
    organization_id: string
    experiment_id: string
    look: number
    made_at: Date
    sums: string
  }
}

export type DecisionRow = DrawTables['nudge_decisions']

const tables = (trx: Trx) => trx.withTables<DrawTables>()

/** Drawn again after a crash, a moment is logged once. */
export async function insertDecisions(trx: Trx, rows: readonly DecisionRow[]): Promise<void> {
  await insertRows(trx, 'nudge_decisions', rows, sql`on conflict do nothing`)
}

/** Moments whose windows have closed, of people within these ids. */
export const decisionsBetween = (
  trx: Trx,
  key: ExperimentKey,
  { after, last, before }: { readonly after: string; readonly last: string; readonly before: Date }
): Promise<Pick<DecisionRow, 'person_id' | 'nudge_id' | 'at' | 'arm' | 'assigned' | 'probability'>[]> =>
  tables(trx)
    .selectFrom('nudge_decisions')
    .select(['person_id', 'nudge_id', 'at', 'arm', 'assigned', 'probability'])
    .where('organization_id', '=', key.organizationId)
    .where('experiment_id', '=', key.experimentId)
    .where('person_id', '>', after)
    .where('person_id', '<=', last)
    .where('at', '<=', before)
    .execute()

export async function deleteDecisionsBefore(trx: Trx, organizationId: string, before: Date): Promise<void> {
  await tables(trx)
    .deleteFrom('nudge_decisions')
    .where('organization_id', '=', organizationId)
    .where('at', '<', before)
    .execute()
}

/** A look is made once; a second process finds it made. */
export async function insertLook(
  trx: Trx,
  key: ExperimentKey,
  { look, madeAt, sums }: { readonly look: number; readonly madeAt: Date; readonly sums: Sums }
): Promise<boolean> {
  const inserted = await tables(trx)
    .insertInto('nudge_experiment_looks')
    .values({
      organization_id: key.organizationId,
      experiment_id: key.experimentId,
      look,
      made_at: madeAt,
      sums: JSON.stringify(sums)
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** The newest of each experiment. */
export const listLatestLooks = (trx: Trx, organizationId: string) =>
  tables(trx)
    .selectFrom('nudge_experiment_looks')
    .select(['experiment_id', 'look', 'made_at', 'sums'])
    .distinctOn('experiment_id')
    .where('organization_id', '=', organizationId)
    .orderBy('experiment_id')
    .orderBy('look', 'desc')
    .execute()

export type CostAnswers = { readonly person_id: string; readonly answer: string }

/** One-tap answers that cost something, and who stopped by word, since then. */
export async function costsSince(trx: Trx, organizationId: string, since: Date): Promise<readonly CostAnswers[]> {
  const { rows } = await sql<CostAnswers>`select distinct person_id, answer from nudges
      where organization_id = ${organizationId} and answered_at >= ${since}
        and answer in ('not_relevant', 'fewer', 'pause', 'stop')
    union select person_id, 'stop' from nudge_preferences
      where organization_id = ${organizationId} and stopped and updated_at >= ${since}`.execute(trx)
  return rows
}
