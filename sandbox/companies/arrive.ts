/** A company that CI has not heard of: it lives at Microsoft and its learning site, and comes to WorkOS through the set-up portal. */
import { companiesOf, peopleOf, addMicrosoftAdmin, addToMicrosoft, seedSite, type KnownCompany } from '../seed.ts'
import type { Finished } from '../workos/portal.ts'
import type { World } from '../world.ts'
import type { DemoCompany } from './model.ts'
import { addDirectoryPerson, addGroups, addLogin } from './seed-workos.ts'

/** Everywhere but at WorkOS and CI. */
export function announceCompany(world: World, company: DemoCompany, launchDate: string): void {
  const { people, newcomer: _nobody, ...rest } = company
  world.entra.addTenant({ tid: company.tid, name: company.name })
  addMicrosoftAdmin(world, company)
  seedSite(world, company)
  const team = world.teams.addTeam({ tid: company.tid, name: 'People & Culture' })
  const channel = world.teams.addChannel(team.id, 'Coaching insights')
  const places = { teamId: team.id, hrChannelId: channel.id }
  companiesOf(world).set(company.key, { company: rest, organizationId: '', launchDate, ...places })
  for (const person of people) {
    addToMicrosoft(world, person)
    peopleOf(world).set(person.key, { ...person, inDirectory: false, left: false, directoryUserId: undefined })
    if (person.groups.includes(company.hrGroup)) world.teams.addMember(team.id, person)
  }
}

/** What the company's provider and directory send once an admin connected them in the portal. */
export function followPortal(world: Pick<World, 'workos' | 'store'>, { externalId, intent, id }: Finished): void {
  const known = externalId ? companiesOf(world).get(externalId) : undefined
  if (!externalId || !known || !id) return
  const people = peopleOf(world)
    .values()
    .filter(({ companyKey }) => companyKey === externalId)
  if (intent === 'sso') {
    const company = { ...known.company, connection: { ...known.company.connection, id } }
    keep(world, { ...known, company })
    for (const person of people) addLogin(world.workos, company, person)
  }
  if (intent === 'dsync') {
    const company = { ...known.company, directory: { id, type: 'generic scim v2.0' } }
    keep(world, { ...known, company })
    addGroups(world.workos, company)
    const idpIds = new Map(people.map(({ key, idpId }) => [key, idpId]))
    for (const person of people) {
      if (person.inDirectory) continue
      const directoryUserId = addDirectoryPerson(world.workos, company, person, idpIds.get(person.managerKey ?? ''))
      peopleOf(world).set(person.key, { ...person, inDirectory: true, directoryUserId })
    }
  }
}

const keep = (world: Pick<World, 'store'>, known: KnownCompany): void =>
  void companiesOf(world).set(known.company.key, known)
