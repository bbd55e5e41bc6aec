/** People whom CI itself signs in: invited and removed by operators, or joined by themselves; and which of them an address is. */
import { record } from '../audit/audit.ts'
import {
  getPeopleWithin,
  getPersonWithin,
  keepMemberWithin,
  removeMemberWithin,
  type Member,
  type Person
} from '../directory/directory.ts'
import {
  getOrganization,
  isOfProvider,
  isOwnOrganization,
  isSettingUp,
  recentCodeOrganizations,
  type CodeOrganization,
  type OwnOrganization
} from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import * as mail from './store-mail.ts'
import { removePasskeys } from './store-passkeys.ts'

/** @throws ProblemError `not_found`, or `conflict` where a provider signs people in. */
export async function getOwnOrganization(deps: Deps, organizationId: string): Promise<OwnOrganization> {
  const organization = await getOrganization(deps, organizationId)
  if (isOwnOrganization(organization)) return organization
  throw new ProblemError('conflict', 'This company’s provider says who is there. Add the person there')
}

export async function invite(deps: Deps, organizationId: string, member: Member): Promise<string> {
  const organization = await getOwnOrganization(deps, organizationId)
  if (await isOfProvider(deps, member.email))
    throw new ProblemError(
      'conflict',
      'A company’s provider signs in everybody of this e-mail domain. Use another address'
    )
  return deps.db.for(organizationId)(trx => keepWithin(deps, trx, { organization, member, because: 'invitation' }))
}

/** Lets somebody in who sets the company up, until an admin comes in through its own provider. */
export async function inviteFounder(deps: Deps, organizationId: string, member: Member): Promise<string> {
  const organization = await getOrganization(deps, organizationId)
  if (organization.signIn !== 'provider' || !isSettingUp(organization))
    throw new ProblemError('conflict', 'The company is set up: its own sign-in says who its admins are')
  return deps.db.for(organizationId)(trx => keepWithin(deps, trx, { organization, member, because: 'invitation' }))
}

/** Ends everything that those hold who set the company up by mailed codes. */
export async function endFounders(deps: Deps, organizationId: string): Promise<void> {
  const organization = await getOrganization(deps, organizationId)
  if (isOwnOrganization(organization)) return
  await deps.db.for(organizationId)(async trx => {
    const rows = await mail.pageOfAddresses(trx, { organizationId, after: '', limit: MOST_FOUNDERS })
    for (const { person_id: personId } of rows) {
      await removeMemberWithin(deps, trx, { organization, actor: 'sign_in', personId })
      await mail.removeAddress(trx, organizationId, personId)
      await removePasskeys(trx, { organizationId, personId })
    }
  })
}

const MOST_FOUNDERS = 100

type Kept = {
  readonly organization: CodeOrganization
  readonly member: Member
  readonly because: 'invitation' | 'joined'
}

async function keepWithin(deps: Deps, trx: Trx, { organization, member, because }: Kept): Promise<string> {
  const { organizationId } = organization
  const { email } = member
  await mail.lockAddress(trx, organizationId, email)
  const actor = because === 'invitation' ? 'operator' : 'sign_in'
  const personId = await keepMemberWithin(deps, trx, { organization, actor, member })
  const at = deps.now()
  await mail.addAddress(trx, { organization_id: organizationId, email, person_id: personId, because, added_at: at })
  return personId
}

/** @returns false when nobody of this id was invited or has joined. */
export async function remove(deps: Deps, organizationId: string, personId: string): Promise<boolean> {
  const organization = await getOwnOrganization(deps, organizationId)
  return deps.db.for(organizationId)(async trx => {
    if (!(await removeMemberWithin(deps, trx, { organization, actor: 'operator', personId }))) return false
    await mail.removeAddress(trx, organizationId, personId)
    const about = { organizationId, personId }
    const passkeys = await removePasskeys(trx, about)
    if (passkeys > 0)
      await record(trx, deps, { ...about, action: 'passkeys.removed', actor: 'operator', detail: { passkeys } })
    return true
  })
}

export type Invited = Pick<Person, 'personId' | 'firstName' | 'lastName' | 'roles'> & {
  readonly email: string
  readonly because: 'invitation' | 'joined'
  readonly addedAt: Date
}

/** By person id. */
export const listPeople = (
  deps: Deps,
  page: { readonly organizationId: string; readonly after: string; readonly limit: number }
): Promise<readonly Invited[]> =>
  deps.db.for(page.organizationId)(async trx => {
    const rows = await mail.pageOfAddresses(trx, page)
    const ids = rows.map(row => row.person_id)
    const people = new Map(
      (await getPeopleWithin(trx, page.organizationId, ids)).map(person => [person.personId, person])
    )
    return rows.flatMap(({ person_id: personId, email, because, added_at: addedAt }) => {
      const person = people.get(personId)
      if (!person) return []
      const { firstName, lastName, roles } = person
      return [{ personId, firstName, lastName, roles, email, because, addedAt }]
    })
  })

export type OwnAccount = {
  readonly organization: CodeOrganization
  /** Undefined: the organization is open, and this address may join. */
  readonly personId: string | undefined
}

/** Whether whoever has proven an address may join. */
const isOpen = (organization: CodeOrganization): boolean =>
  isOwnOrganization(organization) && organization.enrollment === 'open'

/** Whom a proven address may sign in as: where it is known, else where anybody may join. Nobody, where a provider signs them in. */
export async function accountsOf(
  deps: Deps,
  email: string,
  onlyOrganizationId: string | undefined
): Promise<readonly OwnAccount[]> {
  if (await isOfProvider(deps, email)) return []
  const own = (await recentCodeOrganizations(deps)).filter(
    ({ organizationId }) => onlyOrganizationId === undefined || organizationId === onlyOrganizationId
  )
  const known = await deps.db.router(trx => mail.findByAddress(trx, email))
  const accounts = own.map(organization => ({
    organization,
    personId: known.find(row => row.organization_id === organization.organizationId)?.person_id
  }))
  const there = accounts.filter(({ personId }) => personId !== undefined)
  return there.length > 0 ? there : accounts.filter(({ organization }) => isOpen(organization))
}

/** The person of a proven address, made at the first sign-in where the organization is open. */
export const admitAddress = (deps: Deps, { organization }: OwnAccount, email: string): Promise<Person | undefined> =>
  deps.db.for(organization.organizationId)(async trx => {
    const { organizationId } = organization
    await mail.lockAddress(trx, organizationId, email)
    const known = await mail.findAddress(trx, organizationId, email)
    if (!known && !isOpen(organization)) return undefined
    const member = { email, roles: [], cohorts: [] }
    const personId = known ?? (await keepWithin(deps, trx, { organization, member, because: 'joined' }))
    return getPersonWithin(trx, organizationId, personId)
  })
