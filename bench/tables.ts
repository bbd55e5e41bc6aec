/** What every bench does to its tables before it measures. */
import { sql } from 'kysely'
import type { Deps } from '../api/platform/deps.ts'

/** Counts the rows of this bench's own tables, so that PostgreSQL plans by what is there; others in the database are left alone. */
export const analyzeTables = ({ db }: Pick<Deps, 'db'>): Promise<void> =>
  db.owner(async trx => {
    const { rows } = await sql<{ tablename: string }>`
      select tablename from pg_tables where schemaname = current_schema()`.execute(trx)
    await sql`analyze ${sql.join(rows.map(({ tablename }) => sql.table(tablename)))}`.execute(trx)
  })
