/** Words that an author sent to themselves. */
import { sql } from 'kysely'
import { nudgeWordsSchema, type NudgeWords } from '../contract/nudge-content.ts'
import type { Trx } from '../platform/database.ts'

type TestTables = {
  nudge_tests: { organization_id: string; id: string; person_id: string; words: unknown; made_at: Date }
}
const tables = (trx: Trx) => trx.withTables<TestTables>()

type NewTest = {
  readonly organizationId: string
  readonly testId: string
  readonly personId: string
  readonly words: NudgeWords
  readonly at: Date
}

export async function insertTest(trx: Trx, test: NewTest): Promise<void> {
  await tables(trx)
    .insertInto('nudge_tests')
    .values({
      organization_id: test.organizationId,
      id: test.testId,
      person_id: test.personId,
      words: sql`${JSON.stringify(test.words)}::jsonb`,
      made_at: test.at
    })
    .execute()
}

export async function wordsOfTests(
  trx: Trx,
  organizationId: string,
  ids: readonly string[]
): Promise<ReadonlyMap<string, NudgeWords>> {
  if (ids.length === 0) return new Map()
  const rows = await tables(trx)
    .selectFrom('nudge_tests')
    .select(['id', 'words'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', sql<string>`any(${[...ids]}::text[])`)
    .execute()
  return new Map(rows.map(({ id, words }) => [id, nudgeWordsSchema.parse(words)]))
}
