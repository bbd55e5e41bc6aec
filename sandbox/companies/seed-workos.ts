/** A demo company as WorkOS knows it: organization, connection with login accounts, directory with people and groups. */
import type { WorkosStandin } from '../workos/workos.ts'
import type { DemoCompany, DemoPerson } from './model.ts'

type Company = Omit<DemoCompany, 'people' | 'newcomer'>

/** @returns directory user ids by person key; empty for a company without a directory. */
export function seedWorkos(workos: WorkosStandin, company: DemoCompany): ReadonlyMap<string, string> {
  const { workosOrganizationId: organizationId, connection, directory } = company
  workos.addOrganization({ id: organizationId, name: company.name, externalId: company.key, domains: [company.domain] })
  workos.addConnection({ id: connection.id, organizationId, type: connection.type, name: connection.name })
  for (const person of [...company.people, ...(company.newcomer ? [company.newcomer] : [])])
    addLogin(workos, company, person)
  if (!directory) return new Map()
  workos.addDirectory({
    id: directory.id,
    organizationId,
    type: directory.type,
    name: company.name,
    domain: company.domain
  })
  addGroups(workos, company)
  const idpIds = new Map(company.people.map(({ key, idpId }) => [key, idpId]))
  return new Map(
    company.people.map(person => [
      person.key,
      addDirectoryPerson(workos, company, person, idpIds.get(person.managerKey ?? ''))
    ])
  )
}

export function addGroups(workos: WorkosStandin, { directory, ...company }: Company): void {
  if (!directory) return
  const groups = [
    company.accessGroup,
    company.hrGroup,
    company.adminGroup,
    ...company.cohorts.map(({ group }) => group)
  ]
  for (const name of groups) workos.addGroup({ id: groupId(directory.id, name), directoryId: directory.id, name })
}

const groupId = (directoryId: string, name: string): string =>
  `directory_group_${directoryId}_${name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '_')}`

/** @returns the directory user's id. */
export function addDirectoryPerson(
  workos: WorkosStandin,
  { directory, cohorts: _cohorts }: Company,
  person: DemoPerson,
  managerIdpId: string | undefined
): string {
  if (!directory) throw new Error(`"${person.companyKey}" has no directory`)
  const user = workos.upsertUser({
    directoryId: directory.id,
    idpId: person.idpId,
    email: person.email,
    firstName: person.firstName,
    lastName: person.lastName,
    customAttributes: {
      job_title: person.title,
      department_name: person.department,
      employee_number: person.employeeNumber,
      employment_start_date: person.startDate,
      ...(managerIdpId ? { manager_id: managerIdpId } : {})
    },
    rawAttributes: {
      userName: person.upn,
      country: person.country,
      timezone: person.timezone,
      preferredLanguage: person.locale,
      ...(person.directoryHasOid ? { objectId: person.oid } : {})
    }
  })
  for (const name of person.groups) workos.addToGroup(groupId(directory.id, name), user.id)
  return user.id
}

export const leaveDirectory = (workos: WorkosStandin, directoryUserId: string, how: 'deactivate' | 'delete'): void =>
  workos.removeUser(directoryUserId, how)

/** What an admin's slip at the provider does, and its correction: the group that gives access loses these people, or has them again. */
export function changeAccessGroup(
  workos: WorkosStandin,
  { directory, accessGroup }: Company,
  directoryUserIds: readonly string[],
  to: 'empty' | 'full'
): void {
  if (!directory) return
  const group = groupId(directory.id, accessGroup)
  for (const id of directoryUserIds)
    if (to === 'empty') workos.removeFromGroup(group, id)
    else workos.addToGroup(group, id)
}

/** PingFederate's contract here: own attribute names, no `email`. */
export function addLogin(workos: WorkosStandin, { connection }: Company, person: DemoPerson): void {
  const odd = connection.type === 'GenericOIDC'
  const { firstName, lastName, email, idpId, groups } = person
  workos.addLoginAccount({
    connectionId: connection.id,
    idpId,
    username: email,
    email: odd ? undefined : email,
    firstName: odd ? undefined : firstName,
    lastName: odd ? undefined : lastName,
    groups,
    rawAttributes: odd
      ? { sub: idpId, uid: idpId, mail: email, givenName: firstName, sn: lastName, memberOf: groups }
      : {
          sub: idpId,
          email,
          given_name: firstName,
          family_name: lastName,
          groups,
          ...(connection.type === 'EntraIdOIDC' ? { oid: person.oid } : {})
        },
    disabled: false
  })
}
