/** The port through which every slice hands over what it holds about one person: told, counted, erased, kept for so long. */
import { sql, type RawBuilder } from 'kysely'
import type { Surface } from '../contract/coach.ts'
import type { KeptReason, PersonalSection } from '../contract/personal-sections.ts'
import type { Statement, Trx } from './database.ts'
import type { Deps } from './deps.ts'

export type PersonKey = { readonly organizationId: string; readonly personId: string }
/** Who erases everything of theirs, and where they said so. */
export type Leaving = PersonKey & { readonly surface: Surface }

/** What a company says how long it keeps. */
export const RETAINED = ['conversations', 'nudges', 'inbound', 'traces'] as const
export type Retained = (typeof RETAINED)[number]

type Sealed = { readonly column: string; readonly opens: (plain: string) => Entry }

type Retention = {
  readonly as: Retained
  /** A column, or what says it where the table itself does not. */
  readonly since: string | RawBuilder<Date>
  readonly only?: RawBuilder<boolean>
}

export type PersonalTable = {
  readonly table: string
  /** What the person reads above it; the same for several tables puts them together. */
  readonly section: PersonalSection
  /** Columns that are told, as they are named there. */
  readonly shown: readonly string[]
  readonly sealed?: Sealed
  /** Sealed too, where it is there. */
  readonly besides?: Sealed
  /** Which rows are the person's, where no `person_id` says so. */
  readonly whose?: (key: PersonKey) => RawBuilder<boolean>
  readonly fate: 'erased' | KeptReason
  readonly retained?: Retention
}

export type Entry = Readonly<Record<string, unknown>>
export type Section = {
  readonly section: PersonalSection
  readonly kept: KeptReason | null
  readonly entries: readonly Entry[]
}
/** How many there are of what. */
export type Count = { readonly section: PersonalSection; readonly kept: KeptReason | null; readonly count: number }

type Opening = PersonKey & { readonly open: (sealed: Uint8Array) => string }
export type Before = { readonly organizationId: string; readonly as: Retained; readonly before: Date }

export type Part = {
  readonly name: string
  readonly tables: readonly PersonalTable[]
  export(trx: Statement, opening: Opening): Promise<readonly Section[]>
  count(trx: Statement, key: PersonKey): Promise<readonly Count[]>
  /** Waits until nobody else is at work on what is about to go. */
  takeTurn(trx: Trx, key: PersonKey): Promise<void>
  /** @returns what went. Doing it again finds nothing. */
  erase(deps: Deps, trx: Trx, leaving: Leaving): Promise<readonly Count[]>
  /** At most `limit` rows of each table. @returns how many went. */
  retain(trx: Trx, before: Before & { readonly limit: number }): Promise<number>
  /** Whose they are. */
  peopleBefore(trx: Statement, before: Before): Promise<readonly string[]>
}

type Definition = {
  readonly name: string
  readonly tables: readonly PersonalTable[]
  /** Locks what whoever writes here locks before they ask for the person's key. */
  readonly takeTurn?: (trx: Trx, key: PersonKey) => Promise<void>
  /** Runs in the same transaction before the rows go, so that whatever waits for them is called off. */
  readonly beforeErasing?: (deps: Deps, trx: Trx, leaving: Leaving) => Promise<void>
  /** Leaves what has to be there once they are gone. */
  readonly afterErasing?: (deps: Deps, trx: Trx, leaving: Leaving) => Promise<void>
}

export function definePart({ name, tables, takeTurn, beforeErasing, afterErasing }: Definition): Part {
  const erasable = tables.filter(({ fate }) => fate === 'erased')
  const retained = (as: Retained) => tables.filter(each => each.retained?.as === as)
  return {
    name,
    tables,
    export: async (trx, opening) => {
      const sections: Section[] = []
      for (const each of tables) sections.push(await sectionOf(trx, each, opening))
      return sections.filter(({ entries }) => entries.length > 0)
    },
    count: async (trx, key) => {
      const counts: Count[] = []
      for (const each of tables) counts.push(toCount(each, await countRows(trx, each, key)))
      return counts
    },
    takeTurn: async (trx, key) => takeTurn?.(trx, key),
    erase: async (deps, trx, key) => {
      await beforeErasing?.(deps, trx, key)
      const counts: Count[] = []
      for (const each of erasable) counts.push(toCount(each, await deleteOwn(trx, each, key)))
      await afterErasing?.(deps, trx, key)
      return counts
    },
    retain: async (trx, before) => {
      let gone = 0
      for (const each of retained(before.as)) gone += await deleteOld(trx, each, before)
      return gone
    },
    peopleBefore: async (trx, before) => {
      const people = new Set<string>()
      for (const each of retained(before.as)) for (const id of await peopleOfOld(trx, each, before)) people.add(id)
      return [...people]
    }
  }
}

const keptOf = ({ fate }: PersonalTable): KeptReason | null => (fate === 'erased' ? null : fate)
const toCount = (table: PersonalTable, count: number): Count => ({
  section: table.section,
  kept: keptOf(table),
  count
})

const own = ({ whose }: PersonalTable, key: PersonKey): RawBuilder<unknown> =>
  sql`organization_id = ${key.organizationId} and ${whose?.(key) ?? sql`person_id = ${key.personId}`}`

async function sectionOf(db: Statement, table: PersonalTable, opening: Opening): Promise<Section> {
  const { shown, section } = table
  const sealed = [table.sealed, table.besides].filter(each => each !== undefined)
  if (shown.length === 0 && sealed.length === 0) return { section, kept: keptOf(table), entries: [] }
  const columns = sql.join([...shown, ...sealed.map(({ column }) => column)].map(column => sql.ref(column)))
  const { rows } = await sql<Record<string, unknown>>`select ${columns} from ${sql.table(table.table)}
    where ${own(table, opening)} order by 1`.execute(db)
  const entries = rows.map(row => ({
    ...told(row, shown),
    ...sealed.reduce<Entry>((all, { column, opens }) => ({ ...all, ...opened(row[column], opens, opening) }), {})
  }))
  return { section, kept: keptOf(table), entries }
}

const told = (row: Readonly<Record<string, unknown>>, shown: readonly string[]): Entry =>
  Object.fromEntries(shown.map(column => [inWords(column), row[column]] as const).filter(([, value]) => value !== null))

/** `sent_at` is told as `sentAt`. */
const inWords = (column: string): string => column.replaceAll(/_(\w)/gu, (_, letter: string) => letter.toUpperCase())

/** What does not open any more is said, and hides nothing else. */
function opened(value: unknown, opens: (plain: string) => Entry, { open }: Opening): Entry {
  if (!(value instanceof Uint8Array)) return {}
  try {
    return opens(open(value))
  } catch {
    return { unreadable: true }
  }
}

async function countRows(db: Statement, table: PersonalTable, key: PersonKey): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table.table)}
    where ${own(table, key)}`.execute(db)
  return rows[0]?.count ?? 0
}

async function deleteOwn(trx: Trx, table: PersonalTable, key: PersonKey): Promise<number> {
  const { numAffectedRows } = await sql`delete from ${sql.table(table.table)} where ${own(table, key)}`.execute(trx)
  return Number(numAffectedRows ?? 0)
}

const sinceOf = ({ retained }: PersonalTable): RawBuilder<unknown> =>
  typeof retained?.since === 'object' ? retained.since : sql.ref(retained?.since ?? '')

const old = (table: PersonalTable, { organizationId, before }: Before): RawBuilder<unknown> =>
  sql`organization_id = ${organizationId} and ${sinceOf(table)} < ${before}
    and ${table.retained?.only ?? sql`true`}`

async function deleteOld(trx: Trx, table: PersonalTable, before: Before & { readonly limit: number }): Promise<number> {
  const { numAffectedRows } = await sql`delete from ${sql.table(table.table)} where ctid = any(array(
    select ctid from ${sql.table(table.table)} where ${old(table, before)} limit ${before.limit}))`.execute(trx)
  return Number(numAffectedRows ?? 0)
}

async function peopleOfOld(db: Statement, table: PersonalTable, before: Before): Promise<readonly string[]> {
  const { rows } = await sql<{ person_id: string }>`select distinct person_id from ${sql.table(table.table)}
    where ${old(table, before)} and person_id is not null`.execute(db)
  return rows.map(({ person_id: id }) => id)
}
