/** Who manages whom: by provider id, then by whatever else the directory names, then by e-mail, within one directory. */
import type { Trx } from '../platform/database.ts'
import type { Saved } from './ledger.ts'
import * as store from './store-managers.ts'
import type { PersonRow } from './row.ts'

type Report = store.Report
type Candidate = store.Candidate

/** @returns the rows with their managers. Reports who waited for one of them are linked as well. */
export async function linkManagers(
  trx: Trx,
  organizationId: string,
  people: readonly Saved[]
): Promise<readonly PersonRow[]> {
  const rows = people.map(({ row }) => row)
  const touched = people.filter(
    ({ before, row }) => !before || FIELDS.some(field => differs(before[field], row[field]))
  )
  if (touched.length === 0) return rows
  await store.saveNames(trx, touched)
  const own = new Set(rows.map(({ id }) => id))
  const reports = await store.reportsOf(trx, organizationId, {
    ids: touched.flatMap(({ before }) => before?.id ?? []),
    names: [...new Set(touched.flatMap(({ before, row }) => [...namesOf(row), ...(before ? namesOf(before) : [])]))]
  })
  const waiting = reports.filter(({ id }) => !own.has(id))
  const touchedIds = new Set(touched.map(({ row }) => row.id))
  const refs = new Set([...rows, ...waiting].flatMap(({ manager_refs }) => manager_refs))
  const stored = await store.candidatesFor(trx, organizationId, [...refs])
  const find = finderOf([...stored.filter(({ id }) => !own.has(id)), ...rows.filter(row => !row.retired_at)])
  const linked = new Map(waiting.map(report => [report.id, find(report)]))
  await store.saveManagers(
    trx,
    organizationId,
    waiting.flatMap(({ id, manager_id }) => {
      const found = linked.get(id) ?? null
      return found === manager_id ? [] : [{ id, manager_id: found }]
    })
  )
  const named = new Set(reports.map(({ id }) => id))
  return rows.map(row => (touchedIds.has(row.id) || named.has(row.id) ? { ...row, manager_id: find(row) } : row))
}

const FIELDS = ['directory_id', 'idp_id', 'email', 'manager_refs', 'retired_at'] as const
const differs = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other)
const namesOf = ({ idp_id, email }: PersonRow): readonly string[] => [idp_id, ...(email ? [email] : [])]

/** An e-mail that two people have names neither. */
function finderOf(candidates: readonly Candidate[]): (report: Report) => string | null {
  const byIdp = Map.groupBy(candidates, ({ idp_id }) => idp_id)
  const byEmail = Map.groupBy(candidates, ({ email }) => email)
  return report => {
    const isPossible = ({ id, directory_id }: Candidate): boolean =>
      id !== report.id && directory_id === report.directory_id
    for (const ref of report.manager_refs) {
      const byId = byIdp.get(ref)?.find(isPossible)
      const withEmail = byEmail.get(ref)?.filter(isPossible) ?? []
      const found = byId ?? (withEmail.length === 1 ? withEmail[0] : undefined)
      if (found) return found.id
    }
    return null
  }
}
