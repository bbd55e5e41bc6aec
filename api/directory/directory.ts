/** People, groups, managers and cohorts. The WorkOS Events cursor is the truth; a webhook only wakes the reader. */
import { findOrganizationByWorkos, getOrganization, type Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import type { Role } from '../platform/http.ts'
import type { DirectoryEvent, Workos } from '../vendors/workos.ts'
import { applyEvent } from './apply.ts'
import * as store from './store.ts'

const ENVIRONMENT = 'workos'
const PAGE = 100

/** Reads on from the cursor until the stream is dry. @throws VendorError when the stream cannot be read. */
export async function pullEvents(deps: Deps, workos: Workos): Promise<void> {
  for (;;) {
    const after = await deps.db.router(trx => store.lockCursor(trx, ENVIRONMENT, deps.now()))
    const events = await workos.listEvents({ after, limit: PAGE })
    for (const event of events) await takeIn(deps, event)
    if (events.length < PAGE) return
  }
}

/** One event and the cursor past it commit together; a second reader that already took it in finds the cursor moved. */
async function takeIn(deps: Deps, event: DirectoryEvent): Promise<void> {
  const receivedAt = deps.realNow()
  const organization = await organizationOf(deps, event)
  const run = organization ? deps.db.for(organization.organizationId) : deps.db.router
  await run(async trx => {
    const cursor = await store.lockCursor(trx, ENVIRONMENT, deps.now())
    // Ids of events sort by time, so that "already past it" is a comparison.
    if (cursor !== undefined && cursor >= event.id) return
    if (organization) await applyEvent({ deps, trx, organization, receivedAt }, event)
    else deps.log.warn({ event: event.id }, 'event of an unknown organization skipped')
    await store.moveCursor(trx, ENVIRONMENT, event.id, deps.now())
  })
}

async function organizationOf(deps: Deps, event: DirectoryEvent): Promise<Organization | undefined> {
  const id = 'user' in event.data ? event.data.user.organizationId : event.data.organizationId
  return id ? findOrganizationByWorkos(deps, id) : undefined
}

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
  /** In the access group. */
  readonly access: boolean
  readonly roles: readonly Role[]
}

const toPerson = (row: store.PersonRow): Person => ({
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
  access: row.access,
  roles: row.roles
})

type Found = Promise<Person | undefined>

export const getPerson = (deps: Deps, organizationId: string, personId: string): Found =>
  deps.db.for(organizationId)(async trx => {
    const row = await store.findPerson(trx, organizationId, personId)
    return row && toPerson(row)
  })

export const findPersonByIdp = (deps: Deps, organizationId: string, idpId: string): Found =>
  deps.db.for(organizationId)(async trx => {
    const row = await store.findByIdp(trx, organizationId, idpId)
    return row && toPerson(row)
  })

/** By equality of a raw directory attribute that the company's admin confirmed. */
export const findPersonByMappedAttribute = (
  deps: Deps,
  organizationId: string,
  attribute: { readonly attribute: string; readonly value: string }
): Found =>
  deps.db.for(organizationId)(async trx => {
    const row = await store.findByRawAttribute(trx, organizationId, attribute)
    return row && toPerson(row)
  })

export const getManager = (deps: Deps, organizationId: string, personId: string): Found =>
  deps.db.for(organizationId)(async trx => {
    const person = await store.findPerson(trx, organizationId, personId)
    const row = person?.manager_ref ? await store.findByManagerRef(trx, organizationId, person.manager_ref) : undefined
    return row && row.id !== personId ? toPerson(row) : undefined
  })

export const cohortsOf = (deps: Deps, organizationId: string, personId: string): Promise<readonly { readonly name: string }[]> =>
  deps.db.for(organizationId)(async trx => (await store.cohortNamesOf(trx, organizationId, personId)).map(name => ({ name })))

export const listMembers = (deps: Deps, organizationId: string) =>
  deps.db.for(organizationId)(trx => store.listMembers(trx, organizationId))

/** Whether people of this company come from a directory; then it alone says who is there. */
export async function hasDirectory(deps: Deps, organizationId: string): Promise<boolean> {
  return (await getOrganization(deps, organizationId)).joining === 'directory'
}

export type SignedInPerson = {
  readonly idpId: string
  readonly email?: string | undefined
  readonly firstName?: string | undefined
  readonly lastName?: string | undefined
}

/** For companies without a directory: the first sign-in makes the person; later ones find them. */
export const createPersonFromSignIn = (deps: Deps, organizationId: string, person: SignedInPerson): Promise<Person> =>
  deps.db.for(organizationId)(async trx => {
    const known = await store.lockByIdp(trx, organizationId, person.idpId)
    if (known) return toPerson(known)
    const now = deps.now()
    const row: store.PersonRow = {
      organization_id: organizationId,
      id: deps.newId('person'),
      directory_id: null,
      directory_user_id: null,
      ...store.columnsOf({ ...UNKNOWN, ...person, raw: {}, active: true, sourceUpdatedAt: now }),
      access: true,
      roles: [],
      left_at: null,
      created_at: now,
      updated_at: now
    }
    await store.insertPerson(trx, row)
    await deps.publish(trx, { type: 'person.joined', organizationId, personId: row.id })
    return toPerson(row)
  })

/** What a sign-in does not tell. */
const UNKNOWN = {
  email: undefined,
  firstName: undefined,
  lastName: undefined,
  title: undefined,
  department: undefined,
  employeeNumber: undefined,
  managerRef: undefined,
  country: undefined,
  timezone: undefined,
  locale: undefined
} as const

type KeyDeps = Pick<Deps, 'vault'>

/** The person's wrapped data key, made at first use. */
export async function personKey(trx: Trx, deps: KeyDeps, about: { readonly organizationId: string; readonly personId: string }): Promise<Buffer> {
  const known = await store.loadKey(trx, about.organizationId, about.personId)
  if (known) return known
  await store.insertKey(trx, { organization_id: about.organizationId, person_id: about.personId, wrapped_key: deps.vault.newKey() })
  const made = await store.loadKey(trx, about.organizationId, about.personId)
  if (!made) throw new Error('a data key was stored and cannot be read back')
  return made
}
