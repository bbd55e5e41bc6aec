/** What is known of the people that a page of news speaks of, kept in step while the page is decided. Lives in memory only. */
import type { PersonRow } from './row.ts'

export type Membership = { readonly directory_user_id: string; readonly group_id: string; readonly name: string }
export type CohortMember = { readonly person_id: string; readonly cohort: string }

export type Snapshot = {
  readonly people: readonly PersonRow[]
  readonly memberships: readonly Membership[]
  readonly cohorts: readonly CohortMember[]
}

export type Group = { readonly id: string; readonly directoryId: string; readonly name: string }

export type Ledger = {
  findByIdp(idpId: string): PersonRow | undefined
  findByEntry(directoryUserId: string): PersonRow | undefined
  findById(personId: string): PersonRow | undefined
  save(row: PersonRow): void
  groupNamesOf(directoryUserId: string | null): readonly string[]
  saveGroup(group: Group): void
  setMember(directoryUserId: string, groupId: string, isMember: boolean): void
  /** All the groups that they are in. */
  setGroups(directoryUserId: string, groups: readonly Group[]): void
  cohortsOf(personId: string): readonly string[]
  setCohorts(personId: string, cohorts: readonly string[]): void
  close(): LedgerChanges
}

export type Saved = { readonly before: PersonRow | undefined; readonly row: PersonRow }
export type LedgerChanges = {
  readonly people: readonly Saved[]
  readonly groups: readonly Group[]
  readonly memberships: Changes<Omit<Membership, 'name'>>
  readonly cohorts: Changes<CohortMember>
}
export type Changes<T> = { readonly added: readonly T[]; readonly removed: readonly T[] }

export function openLedger(snapshot: Snapshot): Ledger {
  const people = openPeople(snapshot.people)
  const memberships = openPairs(snapshot.memberships.map(row => [row.directory_user_id, row.group_id]))
  const cohorts = openPairs(snapshot.cohorts.map(row => [row.person_id, row.cohort]))
  const names = new Map(snapshot.memberships.map(({ group_id, name }) => [group_id, name]))
  const groups = new Map<string, Group>()
  const saveGroup = (group: Group): void => {
    names.set(group.id, group.name)
    groups.set(group.id, group)
  }
  return {
    findByIdp: people.findByIdp,
    findByEntry: people.findByEntry,
    findById: people.findById,
    save: people.save,
    groupNamesOf: entry => (entry ? memberships.of(entry).flatMap(id => names.get(id) ?? []) : []),
    saveGroup,
    setMember: (entry, groupId, isMember) => {
      const others = memberships.of(entry).filter(id => id !== groupId)
      memberships.set(entry, isMember ? [...others, groupId] : others)
    },
    setGroups: (entry, all) => {
      for (const group of all) saveGroup(group)
      memberships.set(
        entry,
        all.map(({ id }) => id)
      )
    },
    cohortsOf: cohorts.of,
    setCohorts: cohorts.set,
    close: () => ({
      people: people.saved(),
      groups: [...groups.values()],
      memberships: mapChanges(memberships.changes(), ([directory_user_id, group_id]) => ({
        directory_user_id,
        group_id
      })),
      cohorts: mapChanges(cohorts.changes(), ([person_id, cohort]) => ({ person_id, cohort }))
    })
  }
}

function openPeople(known: readonly PersonRow[]) {
  const before = new Map(known.map(row => [row.id, row]))
  const now = new Map(before)
  const byIdp = new Map(known.map(row => [row.idp_id, row.id]))
  const byEntry = new Map(known.map(row => [row.directory_user_id, row.id]))
  return {
    findByIdp: (idpId: string) => {
      const found = now.get(byIdp.get(idpId) ?? '')
      return found?.idp_id === idpId ? found : undefined
    },
    findByEntry: (entry: string) => {
      const found = now.get(byEntry.get(entry) ?? '')
      return found?.directory_user_id === entry ? found : undefined
    },
    findById: (id: string) => now.get(id),
    save: (row: PersonRow): void => {
      now.set(row.id, row)
      byIdp.set(row.idp_id, row.id)
      byEntry.set(row.directory_user_id, row.id)
    },
    saved: (): readonly Saved[] =>
      [...now.values()].flatMap(row => (before.get(row.id) === row ? [] : [{ before: before.get(row.id), row }]))
  }
}

type Pair = readonly [string, string]

/** Who is in what, by whom; knows afterwards what came and went. */
function openPairs(known: readonly Pair[]) {
  const before = new Map(
    [...Map.groupBy(known, ([who]) => who)].map(([who, all]) => [who, all.map(([, what]) => what)])
  )
  const now = new Map<string, readonly string[]>(before)
  const of = (who: string): readonly string[] => now.get(who) ?? []
  const beyond = (one: Map<string, readonly string[]>, other: Map<string, readonly string[]>): readonly Pair[] =>
    [...one].flatMap(([who, all]) => {
      const there = other.get(who) ?? []
      return all === there ? [] : all.filter(what => !there.includes(what)).map(what => [who, what] as const)
    })
  return {
    of,
    set: (who: string, what: readonly string[]): void => void now.set(who, [...new Set(what)]),
    changes: (): Changes<Pair> => ({ added: beyond(now, before), removed: beyond(before, now) })
  }
}

const mapChanges = <T, R>({ added, removed }: Changes<T>, to: (each: T) => R): Changes<R> => ({
  added: added.map(to),
  removed: removed.map(to)
})
