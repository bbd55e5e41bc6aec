import { sql } from 'kysely'
import type { Deps } from '../platform/deps.ts'

/** After each page of an import: the plans for the next one fit the number of people there are by now. */
export const keepStatistics = ({ db }: Pick<Deps, 'db'>): Promise<unknown> =>
  db.statement(statement => sql`select keep_directory_statistics()`.execute(statement))
