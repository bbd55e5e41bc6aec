/** People, groups, managers and cohorts, as `pull.ts` keeps them in step with the directory. */
import { record } from '../audit/audit.ts'
import type { Statement, Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Role } from '../platform/http.ts'
import { newPerson, type PersonRow } from './row.ts'
import * as groups from './store-groups.ts'
import { listConnectionEvents, type ConnectionNews } from './store-connections.ts'
import { readMoments } from './store-cursor.ts'
import * as identities from './store-identities.ts'
import * as profiles from './store-profiles.ts'
import { isAboveSelf } from './store-managers.ts'
import { listOwners } from './store-roles.ts'
import * as store from './store.ts'

export { countriesOf, directoryChoices, peopleInAll, populationOf } from './browse.ts'
export { mustWait, stopWaiting } from './brake.ts'
export { endAccessOfPage } from './closing.ts'
export { newcomersOf, pageOfColleagues, teamSizeOf, type Colleague, type Newcomer } from './colleagues.ts'
export { pullEvents } from './pull.ts'
export type { Member } from './news.ts'
export { keepMemberWithin, removeMemberWithin } from './members.ts'
export { membersByGroup } from './members-by-group.ts'
export { takeInSignIn } from './sign-in-person.ts'
export {
  followLearnersWithin,
  keepLearnersWithin,
  knownAs,
  loseLearnersWithin,
  type Known,
  type NewLearnerPerson
} from './site-learners.ts'
export { standingOf } from './standing.ts'

export type Person = {
  readonly organizationId: string
  readonly personId: string
  readonly idpId: string
  readonly email: string | undefined
  readonly firstName: string
  readonly lastName: string
  readonly title: string | undefined
  readonly department: string | undefined
  readonly country: string | undefined
  readonly timezone: string | undefined
  readonly locale: string | undefined
  readonly state: 'active' | 'inactive'
  /** False for those who only ever came by sign-in. */
  readonly inDirectory: boolean
  /** In the access group. */
  readonly access: boolean
  /** Known by a learning site only: may take courses there and use nothing here. */
  readonly siteLearner: boolean
  readonly roles: readonly Role[]
}

const toPerson = (row: store.SeenPerson): Person => ({
  organizationId: row.organization_id,
  personId: row.id,
  idpId: row.idp_id,
  email: row.email ?? undefined,
  firstName: row.first_name ?? '',
  lastName: row.last_name ?? '',
  title: row.title ?? undefined,
  department: row.department ?? undefined,
  country: row.country ?? undefined,
  timezone: row.timezone ?? undefined,
  locale: row.locale ?? undefined,
  state: row.state,
  inDirectory: row.directory_user_id !== null,
  access: row.access,
  siteLearner: row.site_learner,
  roles: [...new Set([...row.roles, ...row.given, ...(row.has_reports ? (['manager'] as const) : [])])]
})

type Found = Promise<Person | undefined>

const seen = async (row: Promise<store.SeenPerson | undefined>): Found => {
  const found = await row
  return found && toPerson(found)
}

export const getPersonWithin = (trx: Trx, organizationId: string, personId: string): Found =>
  seen(store.findPerson(trx, organizationId, personId))

export const getPerson = (deps: Deps, organizationId: string, personId: string): Found =>
  seen(deps.db.read(organizationId)(db => store.findPerson(db, organizationId, personId)))

/** By id, in no order; who is not there is left out. */
export const getPeopleWithin = async (
  db: Statement,
  organizationId: string,
  ids: readonly string[]
): Promise<readonly Person[]> => (await store.findPeople(db, organizationId, ids)).map(toPerson)

export const findPersonByIdpWithin = (trx: Trx, organizationId: string, idpId: string): Found =>
  seen(store.findByIdp(trx, organizationId, idpId))

export const findPersonByIdp = (deps: Deps, organizationId: string, idpId: string): Found =>
  deps.db.for(organizationId)(trx => findPersonByIdpWithin(trx, organizationId, idpId))

type RawAttribute = { readonly attribute: string; readonly value: string }

export const findPersonByMappedAttributeWithin = (trx: Trx, organizationId: string, attribute: RawAttribute): Found =>
  seen(store.findByRawAttribute(trx, organizationId, attribute))

/** By equality of a raw directory attribute that the company's admin confirmed. */
export const findPersonByMappedAttribute = (deps: Deps, organizationId: string, attribute: RawAttribute): Found =>
  deps.db.for(organizationId)(trx => findPersonByMappedAttributeWithin(trx, organizationId, attribute))

/** The one active person whom the directory gives this number; two are nobody. */
export const findPersonByEmployeeNumberWithin = (trx: Trx, organizationId: string, employeeNumber: string): Found =>
  seen(store.findByEmployeeNumber(trx, organizationId, employeeNumber))

/** How far employee numbers could carry a match, in counts. */
export const countEmployeeNumbers = (deps: Pick<Deps, 'db'>, organizationId: string) =>
  deps.db.for(organizationId)(trx => store.countEmployeeNumbers(trx, organizationId))

type Search = { readonly search: string; readonly limit: number }

/** By a part of the name or of the e-mail. */
export const searchPeopleWithin = async (
  trx: Trx,
  organizationId: string,
  search: Search
): Promise<readonly Person[]> => (await store.searchPeople(trx, organizationId, search)).map(toPerson)

/** Names for an admin's page; who is unknown is missing. */
export const namesOfPeople = (
  deps: Pick<Deps, 'db'>,
  organizationId: string,
  personIds: readonly string[]
): Promise<ReadonlyMap<string, string>> =>
  deps.db.for(organizationId)(trx => store.namesOf(trx, organizationId, personIds))

/** Active, and not below the person themselves: whoever is above themselves by any path has no manager. */
export const getManager = (deps: Deps, organizationId: string, personId: string): Found =>
  deps.db.for(organizationId)(async trx => {
    const person = await store.findPerson(trx, organizationId, personId)
    if (!person?.manager_id || (await isAboveSelf(trx, organizationId, personId))) return undefined
    const row = await store.findPerson(trx, organizationId, person.manager_id)
    return row?.state === 'active' ? toPerson(row) : undefined
  })

export const cohortsOf = (
  deps: Deps,
  organizationId: string,
  personId: string
): Promise<readonly { readonly name: string }[]> =>
  deps.db.for(organizationId)(async trx =>
    (await groups.cohortNamesOf(trx, organizationId, personId)).map(name => ({ name }))
  )

/** Active people with access, by cohort. */
export const countCohorts = (deps: Pick<Deps, 'db'>, organizationId: string): Promise<ReadonlyMap<string, number>> =>
  deps.db.for(organizationId)(trx => groups.countCohorts(trx, organizationId))

/** What rules about people can ask: groups, cohorts with the day of joining, attributes. */
export type Profile = {
  readonly personId: string
  readonly name: string
  readonly firstName: string
  readonly lastName: string
  readonly email: string | undefined
  /** Active, and in the access group or a learner whom only the learning site knows. */
  readonly mayLearn: boolean
  /** Known by the learning site only. */
  readonly siteLearner: boolean
  readonly joinedAt: Date
  readonly groups: readonly string[]
  readonly cohorts: readonly { readonly name: string; readonly joinedAt: Date }[]
  /** Those asked for; null where the directory has none. */
  readonly attributes: Readonly<Record<string, string | null>>
}

export const { listCohortNames, membersQuery, profilesQuery, withAccessQuery } = profiles

/** By id, a page at a time. */
export const pageOfProfiles = async (trx: Trx, asked: profiles.ProfilesAsked): Promise<readonly Profile[]> =>
  (await profiles.pageOfProfiles(trx, asked)).map(toProfile)

const toProfile = (row: profiles.ProfileRow): Profile => ({
  personId: row.id,
  name: [row.first_name, row.last_name].filter(Boolean).join(' '),
  firstName: row.first_name ?? '',
  lastName: row.last_name ?? '',
  email: row.email ?? undefined,
  mayLearn: row.may_learn,
  siteLearner: row.site_learner,
  joinedAt: row.created_at,
  groups: row.groups,
  cohorts: row.cohorts.map((name, index) => ({ name, joinedAt: new Date(row.cohort_joined[index] ?? 0) })),
  attributes: row.attributes
})

/** By what people may be recognized elsewhere. */
export type Identity = {
  readonly personId: string
  readonly idpId: string
  readonly email: string | undefined
  readonly firstName: string
  readonly lastName: string
  readonly employeeNumber: string | undefined
  /** The raw attribute asked for. */
  readonly attribute: string | undefined
  readonly active: boolean
  /** Active and in the access group. */
  readonly mayEnter: boolean
  /** Somebody else has the provider id now. */
  readonly retired: boolean
  /** When they began in the company, where the directory says so. */
  readonly startedAt: Date | undefined
}

/** By id, a page at a time; whoever left is among them. */
export const pageOfIdentities = async (trx: Trx, asked: identities.IdentitiesAsked): Promise<readonly Identity[]> =>
  (await identities.pageOfIdentities(trx, asked)).map(toIdentity)

const toIdentity = (row: identities.IdentityRow): Identity => {
  const startedAt = new Date(row.started_on ?? '')
  return {
    personId: row.id,
    idpId: row.idp_id,
    email: row.email ?? undefined,
    firstName: row.first_name ?? '',
    lastName: row.last_name ?? '',
    employeeNumber: row.employee_number ?? undefined,
    attribute: row.attribute ?? undefined,
    active: row.state === 'active' && !row.retired,
    mayEnter: row.state === 'active' && row.access && !row.retired,
    retired: row.retired,
    startedAt: Number.isNaN(startedAt.getTime()) ? undefined : startedAt
  }
}

/** Those of these addresses, in small letters, that active people with access have. */
export const addressesInUse = (
  deps: Pick<Deps, 'db'>,
  organizationId: string,
  emails: readonly string[]
): Promise<readonly string[]> =>
  deps.db.for(organizationId)(trx => identities.addressesInUse(trx, organizationId, emails))

export const listGroupNames = (trx: Trx, organizationId: string): Promise<readonly string[]> =>
  profiles.listGroupNames(trx, organizationId)

export const listMembers = (deps: Deps, organizationId: string) =>
  deps.db.for(organizationId)(trx => store.listMembers(trx, organizationId))

/** The last that was heard of each connection itself, and when its certificate runs out where an event said so. */
export const connectionNews = (deps: Pick<Deps, 'db'>, organizationId: string): Promise<readonly ConnectionNews[]> =>
  deps.db.for(organizationId)(trx => listConnectionEvents(trx, organizationId))

/** How lively the company's directory is. */
export const directoryMoments = (deps: Pick<Deps, 'db'>, organizationId: string) =>
  deps.db.router(trx => readMoments(trx, organizationId))

/** Who may decide for the company now. */
export const adminsOf = (deps: Pick<Deps, 'db'>, organizationId: string): Promise<readonly string[]> =>
  deps.db.for(organizationId)(trx => listOwners(trx, organizationId))

/** Active people in the program. */
export const countPeopleWithAccess = (deps: Pick<Deps, 'db'>, organizationId: string): Promise<number> =>
  deps.db.for(organizationId)(trx => store.countWithAccess(trx, organizationId))

type SignedInPerson = {
  readonly idpId: string
  readonly email?: string | undefined
  readonly firstName?: string | undefined
  readonly lastName?: string | undefined
}

/** Somebody who comes by sign-in, in no group. */
export const createPersonFromSignIn = (deps: Deps, organizationId: string, person: SignedInPerson): Promise<Person> =>
  deps.db.for(organizationId)(trx => createPersonWithin(deps, trx, { organizationId, ...person }))

async function createPersonWithin(
  deps: Deps,
  trx: Trx,
  { organizationId, ...person }: SignedInPerson & { readonly organizationId: string }
): Promise<Person> {
  const known = await store.findByIdp(trx, organizationId, person.idpId)
  if (known) return toPerson(known)
  const row: PersonRow = {
    ...newPerson({ organizationId, id: deps.newId('person'), at: deps.now() }),
    idp_id: person.idpId,
    email: person.email?.toLowerCase() ?? null,
    first_name: person.firstName ?? null,
    last_name: person.lastName ?? null,
    access: true,
    by_sign_in: true
  }
  if (!(await store.insertPerson(trx, row)))
    throw new ProblemError('conflict', 'You are signing in twice at once. Try again')
  const key = { organizationId, personId: row.id }
  await record(trx, deps, { ...key, action: 'person.joined', actor: 'sign_in', detail: {} })
  await deps.publish(trx, { type: 'person.joined', ...key })
  return toPerson({ ...row, has_reports: false, given: [] })
}

type KeyDeps = Pick<Deps, 'vault'>

type KeyOwner = { readonly organizationId: string; readonly personId: string }

/** The person's wrapped data key, where there is one. */
export const findPersonKey = (trx: Trx, { organizationId, personId }: KeyOwner): Promise<Buffer | undefined> =>
  store.loadKey(trx, organizationId, personId)

/** The person's wrapped data key, made at first use. */
export async function personKey(
  trx: Trx,
  deps: KeyDeps,
  about: { readonly organizationId: string; readonly personId: string }
): Promise<Buffer> {
  const known = await store.loadKey(trx, about.organizationId, about.personId)
  if (known) return known
  await store.insertKey(trx, {
    organization_id: about.organizationId,
    person_id: about.personId,
    wrapped_key: deps.vault.newKey()
  })
  const made = await store.loadKey(trx, about.organizationId, about.personId)
  if (!made) throw new Error('a data key was stored and cannot be read back')
  return made
}

/** For good: waits for whoever is sealing with it; what was sealed opens never again. @returns whether there was one. */
export const destroyKey = (
  trx: Trx,
  { organizationId, personId }: { readonly organizationId: string; readonly personId: string }
): Promise<boolean> => store.deleteKey(trx, organizationId, personId)

/** Of many at once; who has none yet gets one. */
export async function personKeys(
  trx: Trx,
  deps: KeyDeps,
  { organizationId, personIds }: { readonly organizationId: string; readonly personIds: readonly string[] }
): Promise<ReadonlyMap<string, Buffer>> {
  const known = await store.loadKeys(trx, organizationId, personIds)
  const without = personIds.filter(personId => !known.has(personId))
  if (without.length === 0) return known
  const made = without.map(personId => ({ personId, wrappedKey: deps.vault.newKey() }))
  await store.insertKeys(trx, organizationId, made)
  return store.loadKeys(trx, organizationId, personIds)
}
