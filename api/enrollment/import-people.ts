/** Whom a row means: by number, id or e-mail, else by a name that only one person has. Pure. */
import type { ColumnRole } from '../contract/enrollment-imports.ts'
import type { Learning } from './desired.ts'
import { nameKey, plain } from './import-text.ts'

export type Known = Learning & { readonly state: string }

export type People = {
  readonly byEmail: ReadonlyMap<string, readonly Known[]>
  readonly byNumber: ReadonlyMap<string, readonly Known[]>
  readonly byProviderId: ReadonlyMap<string, readonly Known[]>
  readonly byName: ReadonlyMap<string, readonly Known[]>
  /** Without the zeros in front. */
  readonly byBareNumber: ReadonlyMap<string, readonly Known[]>
}

const NAMES: readonly ColumnRole[] = ['full_name', 'first_name', 'last_name']

/** @param roles of the columns: what no column says is not looked up. */
export function indexPeople(all: readonly Known[], roles: readonly ColumnRole[]): People {
  const by = (asked: boolean, keyOf: (person: Known) => string | null | undefined) =>
    Map.groupBy(asked ? all.filter(keyOf) : [], person => keyOf(person) ?? '')
  const numberOf = ({ attributes }: Known) => attributes['employee_number']?.toLowerCase()
  const byNumber = roles.includes('employee_number')
  return {
    byEmail: by(roles.includes('email'), ({ email }) => email?.toLowerCase()),
    byNumber: by(byNumber, numberOf),
    byBareNumber: by(byNumber, person => numberOf(person)?.replace(/^0+/u, '')),
    byProviderId: by(roles.includes('provider_id'), ({ attributes }) => attributes['idp_id']?.toLowerCase()),
    byName: by(
      roles.some(role => NAMES.includes(role)),
      ({ name }) => nameKey(name)
    )
  }
}

/** What a row says of a person; empty where it says nothing. */
export type Said = Readonly<
  Record<
    Extract<ColumnRole, 'email' | 'employee_number' | 'provider_id' | 'full_name' | 'first_name' | 'last_name'>,
    string
  >
>

export type PersonProblem =
  | 'no_person'
  | 'unknown_email'
  | 'unknown_number'
  | 'number_zeros'
  | 'unknown_provider_id'
  | 'unknown_name'
  | 'ambiguous_email'
  | 'ambiguous_number'
  | 'ambiguous_name'
  | 'identifiers_disagree'
  | 'name_differs'
  | 'left'
  | 'no_access'

export type Whom =
  | { readonly kind: 'person'; readonly person: Known }
  | { readonly kind: 'problem'; readonly problem: PersonProblem; readonly role: keyof Said }

type Look = {
  readonly role: 'provider_id' | 'employee_number' | 'email'
  readonly found: readonly Known[]
}

export function personOf(people: People, said: Said): Whom {
  const name = nameIn(said)
  const looks: readonly Look[] = [
    { role: 'provider_id', found: here(people.byProviderId, said.provider_id) },
    { role: 'employee_number', found: here(people.byNumber, said.employee_number) },
    { role: 'email', found: here(people.byEmail, said.email) }
  ]
  const asked = looks.filter(({ role }) => said[role] !== '')
  if (asked.length === 0) return name ? byName(people, name) : problem('no_person', 'full_name')
  const several = asked.find(({ found }) => found.length > 1)
  if (several) return problem(several.role === 'email' ? 'ambiguous_email' : 'ambiguous_number', several.role)
  const lost = asked.find(({ found }) => found.length === 0)
  if (lost) return problem(unknownBy(people, lost.role, said), lost.role)
  const [first] = asked.flatMap(({ found }) => found)
  const other = asked.find(({ found }) => found[0] !== first)
  if (other) return problem('identifiers_disagree', other.role)
  if (!first) return problem('no_person', 'full_name')
  if (name && !shareWord(name, first.name)) return problem('name_differs', said.full_name ? 'full_name' : 'last_name')
  return standing(first, asked[0]?.role ?? 'email')
}

const problem = (kind: PersonProblem, role: keyof Said): Whom => ({ kind: 'problem', problem: kind, role })

const nameIn = ({ full_name, first_name, last_name }: Said): string =>
  full_name || [first_name, last_name].filter(Boolean).join(' ')

/** Of several with this key those who are still there, if any are. */
function here(index: ReadonlyMap<string, readonly Known[]>, key: string): readonly Known[] {
  const found = index.get(key.toLowerCase()) ?? []
  const active = found.filter(({ state }) => state === 'active')
  return active.length > 0 ? active : found.slice(0, 1)
}

function unknownBy(people: People, role: Look['role'], said: Said): PersonProblem {
  if (role === 'email') return 'unknown_email'
  if (role === 'provider_id') return 'unknown_provider_id'
  const bare = said.employee_number.toLowerCase().replace(/^0+/u, '')
  return people.byBareNumber.has(bare) ? 'number_zeros' : 'unknown_number'
}

function byName(people: People, name: string): Whom {
  const found = here(people.byName, nameKey(name))
  const [first, second] = found
  if (!first) return problem('unknown_name', 'full_name')
  return second ? problem('ambiguous_name', 'full_name') : standing(first, 'full_name')
}

function shareWord(a: string, b: string): boolean {
  const words = new Set(plain(b).split(' '))
  return plain(a)
    .split(' ')
    .some(word => words.has(word))
}

function standing(person: Known, role: keyof Said): Whom {
  if (person.state !== 'active') return problem('left', role)
  return person.mayLearn ? { kind: 'person', person } : problem('no_access', role)
}
