/** The same rows as an import left, in every table, by one transaction of multi-row inserts over the same driver. */
import pg from 'pg'

/** Rows a statement: fewer cost round trips, more gain nothing; PostgreSQL takes at most 65,535 parameters. */
const ROWS = 1000
const PARAMETERS = 60_000

type Table = { readonly name: string; readonly columns: readonly string[]; readonly rows: readonly string[][] }

/** Reads what the import left, as text, before the clock starts. */
export async function readTables(databaseUrl: string, schema: string): Promise<readonly Table[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows: names } = await client.query<{ schema: string; name: string; columns: string[] }>(
      `select c.table_schema as schema, c.table_name as name, array_agg(c.column_name::text order by c.ordinal_position) as columns
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where (c.table_schema = $1 or (c.table_schema = $1 || '_jobs' and c.table_name = 'job'))
         and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER' and c.is_identity = 'NO'
         and c.table_name not in ('migrations', 'organizations', 'organization_domains', 'entra_tenants', 'oidc_keys')
       group by 1, 2 order by 1, 2`,
      [schema]
    )
    const tables: Table[] = []
    for (const { schema: home, name, columns } of names) {
      const list = columns.map(column => `"${column}"::text`).join(', ')
      const query = { text: `select ${list} from "${home}"."${name}"`, rowMode: 'array' as const }
      const { rows } = await client.query<string[]>(query)
      if (rows.length > 0) tables.push({ name: `"${home}"."${name}"`, columns, rows })
    }
    return tables
  } finally {
    await client.end()
  }
}

/** Empties the tables and fills them again. @returns seconds from `begin` to `commit` of the filling. */
export async function insertPlainly(databaseUrl: string, tables: readonly Table[]): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(`truncate ${tables.map(({ name }) => name).join(', ')} cascade`)
    await client.query('checkpoint')
    const started = performance.now()
    await client.query('begin')
    for (const table of tables) await insertTable(client, table)
    await client.query('commit')
    return (performance.now() - started) / 1000
  } finally {
    await client.end()
  }
}

async function insertTable(client: pg.Client, { name, columns, rows }: Table): Promise<void> {
  const most = Math.min(ROWS, Math.floor(PARAMETERS / columns.length))
  for (let start = 0; start < rows.length; start += most) {
    const some = rows.slice(start, start + most)
    const values = some.map(
      (_, row) => `(${columns.map((__, column) => `$${row * columns.length + column + 1}`).join(', ')})`
    )
    const text = `insert into ${name} (${columns.map(column => `"${column}"`).join(', ')}) values ${values.join(', ')}`
    await client.query(text, some.flat())
  }
}
