/** Where a column explains the courses, a rule in its place: proposed with what it would do otherwise than the file. Pure. */
import { targetKey, type Condition, type Rule, type Target } from '../contract/enrollment-rules.ts'
import { desireOf } from './desired.ts'
import type { Known } from './import-people.ts'
import { GROUP_ROLES, type Assigned, type GroupRole } from './import-rows.ts'

export type Proposal = {
  readonly proposalId: string
  readonly when: Condition
  readonly targets: readonly Target[]
  /** Rows that the rule makes needless. */
  readonly covers: number
  /** Who is under the condition, and whom the file does not give all of it. */
  readonly more: readonly Known[]
  /** Rows with the value whose people the directory does not have under it. */
  readonly apart: number
}

/** A rule that fits fewer of its people explains nothing. */
const LEAST_SHARE = 0.6
const LEAST_PEOPLE = 2
const MOST_PROPOSALS = 100

type All = {
  readonly assigned: readonly Assigned[]
  readonly everybody: readonly Known[]
  /** Whether somebody is given it without this import. */
  readonly has: (person: Known, target: Target) => boolean
}

export function proposeRules(all: All): readonly Proposal[] {
  const given = new Set(all.assigned.map(keyOf))
  const undated = new Set(all.assigned.filter(row => !isDated(row)).map(keyOf))
  return GROUP_ROLES.flatMap(role => {
    const byValue = Map.groupBy(all.assigned, ({ groups }) => groups[role] ?? '')
    byValue.delete('')
    const people = byValue.size > 0 ? peopleBy(role, all.everybody) : new Map<string, readonly Known[]>()
    return [...byValue].flatMap(([value, rows]) =>
      propose({ role, value, rows, given, undated, under: people.get(value.toLowerCase()) ?? [] }, all.has)
    )
  })
    .toSorted((a, b) => b.covers - a.covers)
    .slice(0, MOST_PROPOSALS)
}

const keyOf = ({ person, target }: Pick<Assigned, 'person' | 'target'>): string =>
  `${person.personId} ${targetKey(target)}`
const isDated = ({ startsAt, endsAt }: Assigned): boolean => Boolean(startsAt ?? endsAt)

type Value = {
  readonly role: GroupRole
  readonly value: string
  readonly rows: readonly Assigned[]
  readonly given: ReadonlySet<string>
  readonly undated: ReadonlySet<string>
  /** Whom the directory has under the value. */
  readonly under: readonly Known[]
}

function propose({ role, value, rows, given, undated, under }: Value, has: All['has']): readonly Proposal[] {
  const mayBe = [...new Map(rows.map(({ target }) => [targetKey(target), target])).values()]
  const lacks = (person: Known, target: Target): boolean =>
    !given.has(keyOf({ person, target })) && !has(person, target)
  const targets = mayBe.filter(target => {
    const fits = under.filter(person => !lacks(person, target)).length
    return fits >= LEAST_PEOPLE && fits >= under.length * LEAST_SHARE
  })
  const covers = under.flatMap(person => targets.filter(target => undated.has(keyOf({ person, target })))).length
  if (covers < LEAST_PEOPLE) return []
  const ids = new Set(under.map(({ personId }) => personId))
  const keys = new Set(targets.map(targetKey))
  const more = under.filter(person => targets.some(target => lacks(person, target)))
  const apart = rows.filter(row => keys.has(targetKey(row.target)) && !ids.has(row.person.personId)).length
  return [{ proposalId: `${role}/${value}`, when: conditionOf(role, value), targets, covers, more, apart }]
}

function conditionOf(role: GroupRole, value: string): Condition {
  switch (role) {
    case 'department':
      return { kind: 'attribute', name: 'department', value }
    case 'cohort':
    case 'group':
      return { kind: role, name: value }
  }
}

/** Those who may learn, by each of their values. */
function peopleBy(role: GroupRole, everybody: readonly Known[]): ReadonlyMap<string, readonly Known[]> {
  const found = new Map<string, Known[]>()
  for (const person of everybody.filter(({ mayLearn }) => mayLearn))
    for (const value of valuesOf(role, person)) {
      const key = value.toLowerCase()
      const known = found.get(key)
      if (known) known.push(person)
      else found.set(key, [person])
    }
  return found
}

function valuesOf(role: GroupRole, { attributes, cohorts, groups }: Known): readonly string[] {
  if (role === 'group') return [...new Set(groups)]
  if (role === 'cohort') return cohorts.map(({ name }) => name)
  return attributes['department'] ? [attributes['department']] : []
}

const ofImport = (importId: string): string => `import/${importId}/`
export const isRuleOf = ({ ruleId }: Pick<Rule, 'ruleId'>, importId: string): boolean =>
  ruleId.startsWith(ofImport(importId))

export const ruleOf = ({ when, targets }: Proposal, importId: string, place: number): Rule => ({
  ruleId: `${ofImport(importId)}${place}`,
  name: when.kind === 'attribute' ? when.value : 'name' in when ? when.name : '',
  when,
  effect: 'give',
  targets: [...targets],
  starts: { kind: 'joining', days: 0 },
  ends: { kind: 'never' }
})

/** What the rules do not give as the file has it: rows with dates, and people who are not under them. */
export function withoutRules(
  assigned: readonly Assigned[],
  rules: readonly Rule[],
  all: { readonly rules: readonly Rule[]; readonly now: Date }
): readonly Assigned[] {
  if (rules.length === 0) return assigned
  const ours = new Set(rules.map(({ ruleId }) => ruleId))
  const desire = desireOf({ rules: [...all.rules], exceptions: [], linkByEmail: false })
  return assigned.filter(row => {
    if (isDated(row)) return true
    const wanted = desire(row.person, all.now).find(({ target }) => targetKey(target) === targetKey(row.target))
    return !wanted || !ours.has(wanted.ruleId)
  })
}
