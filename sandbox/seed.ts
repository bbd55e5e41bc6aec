/** Puts demo companies where they belong: people into Entra, Teams and WorkOS, courses into Thinkific, settings into CI. */
import { createHash } from 'node:crypto'
import { createClient } from '../api/contract/client.ts'
import { putCompanyEmbed } from '../api/contract/embed.ts'
import { putOrganization, type organizationSettingsSchema } from '../api/contract/organizations.ts'
import { listOrganizationClients } from '../api/contract/oauth.ts'
import type { z } from 'zod'
import type { DemoCompany, DemoPerson } from './companies/model.ts'
import { addDirectoryPerson, seedWorkos } from './companies/seed-workos.ts'
import { slug } from './companies/generate.ts'
import { GLOBAL_ADMINISTRATOR } from './entra/model.ts'
import type { World } from './world.ts'

/** What the sandbox keeps of a company beside the stand-ins. */
export type KnownCompany = {
  readonly company: Omit<DemoCompany, 'people' | 'newcomer'>
  readonly organizationId: string
  readonly launchDate: string
  readonly teamId: string
  readonly hrChannelId: string
  /** Beyond name and address, where a test wants more of the learning site. */
  readonly siteSettings?: Pick<SiteSettings, 'signIn' | 'signUps'>
}

type SiteSettings = NonNullable<z.input<typeof organizationSettingsSchema>['learningSite']>

export type KnownPerson = DemoPerson & {
  readonly inDirectory: boolean
  readonly left: boolean
  readonly directoryUserId: string | undefined
}

export const companiesOf = (world: Pick<World, 'store'>) => world.store.collection<KnownCompany>('companies')
export const peopleOf = (world: Pick<World, 'store'>) => world.store.collection<KnownPerson>('people')

/** Registers the company everywhere, tells CI about it, and only then lets its people appear: events find a known company. */
export async function addCompany(world: World, company: DemoCompany, launchDate: string): Promise<void> {
  const { people, newcomer, ...rest } = company
  world.entra.addTenant({ tid: company.tid, name: company.name })
  addMicrosoftAdmin(world, company)
  seedSite(world, company)
  const team = world.teams.addTeam({ tid: company.tid, name: 'People & Culture' })
  const channel = world.teams.addChannel(team.id, 'Coaching insights')
  companiesOf(world).set(company.key, {
    company: rest,
    organizationId: '',
    launchDate,
    teamId: team.id,
    hrChannelId: channel.id
  })
  await configureCompany(world, company.key, launchDate)
  const everybody = [...people, ...(newcomer ? [newcomer] : [])]
  for (const person of everybody) addToMicrosoft(world, person)
  for (const person of people.filter(({ persona }) => persona === 'hr' || persona === 'admin'))
    world.teams.addMember(team.id, person)
  const directoryIds = seedWorkos(world.workos, company)
  for (const person of everybody) {
    const inDirectory = person !== newcomer && company.directory !== undefined
    peopleOf(world).set(person.key, {
      ...person,
      inDirectory,
      left: false,
      directoryUserId: directoryIds.get(person.key)
    })
  }
}

/** Whoever administers the company's Microsoft 365: an account of its own, as it should be, and nobody of the company's directory. */
export function addMicrosoftAdmin(
  { entra }: Pick<World, 'entra'>,
  { tid, domain }: Pick<DemoCompany, 'tid' | 'domain'>
): string {
  const upn = `admin@${domain}`
  const oid = `adadadad-0000-4000-8000-${createHash('sha256').update(tid).digest('hex').slice(0, 12)}`
  entra.addAccount({
    tid,
    oid,
    upn,
    email: upn,
    name: 'Microsoft admin (demo)',
    directoryRoles: [GLOBAL_ADMINISTRATOR]
  })
  return upn
}

export function addToMicrosoft(world: Pick<World, 'entra' | 'teams'>, person: DemoPerson): void {
  const { tid, oid, upn, email, timezone, locale, country, employeeNumber } = person
  const name = `${person.firstName} ${person.lastName}`
  world.entra.addAccount({ tid, oid, upn, email, name })
  world.teams.addPerson({ tid, oid, name, email, timezone, locale, country, employeeId: employeeNumber })
}

/** A new hire: the directory gets the person, as HR's system would put them there. */
export function hirePerson(world: World, key: string): void {
  const person = peopleOf(world).get(key)
  const known = person && companiesOf(world).get(person.companyKey)
  if (!person || !known?.company.directory) throw new Error(`"${key}" has no directory to be added to`)
  const hired = { ...person, startDate: world.clock.now().toISOString().slice(0, 10) }
  const directoryUserId = addDirectoryPerson(world.workos, known.company, hired, managerIdp(world, hired))
  peopleOf(world).set(key, { ...hired, inDirectory: true, left: false, directoryUserId })
}

const managerIdp = (world: World, { managerKey }: DemoPerson): string | undefined =>
  managerKey ? peopleOf(world).get(managerKey)?.idpId : undefined

export function seedSite({ thinkific, secrets }: World, company: Pick<DemoCompany, 'site' | 'cohorts'>): void {
  const { subdomain, name } = company.site
  thinkific.addSite({ subdomain, apiKey: secrets.learningApiKey, name })
  for (const { courses } of company.cohorts)
    for (const course of courses)
      thinkific.addCourse(subdomain, {
        id: Number(course.courseId),
        name: course.name,
        slug: slug(course.name),
        lessons: course.lessons
      })
}

/** Tells CI about the company, as its operators would, and lets the learning site sign people in through CI. */
export async function configureCompany(world: World, key: string, launchDate: string): Promise<string> {
  const known = companiesOf(world).get(key)
  if (!known) throw new Error(`no company "${key}"`)
  const call = createClient({ baseUrl: world.addresses.product, fetch, token: async () => world.secrets.operatorToken })
  const { organizationId } = await call(putOrganization, {
    params: { externalId: key },
    body: settingsOf(world, known, launchDate)
  })
  companiesOf(world).set(key, { ...known, organizationId, launchDate })
  const { snippet } = await call(putCompanyEmbed, { params: { organizationId }, body: { origins: [world.lms.origin] } })
  const { name, locale, cohorts } = known.company
  world.lms.addCourse({ key, company: name, locale, title: cohorts[0]?.courses[0]?.name ?? name, snippet })
  const { issuer, clients } = await call(listOrganizationClients, { params: { organizationId } })
  const { subdomain } = known.company.site
  for (const { clientId, clientSecret } of clients)
    world.thinkific.connectOidc(subdomain, { issuer, clientId, clientSecret })
  world.thinkific.subscribe(subdomain, `${world.addresses.product}/webhooks/thinkific/${organizationId}`)
  return organizationId
}

function settingsOf(
  world: World,
  { company, siteSettings }: KnownCompany,
  launchDate: string
): z.input<typeof organizationSettingsSchema> {
  return {
    name: company.name,
    demo: true,
    workosOrganizationId: company.workosOrganizationId,
    connectionId: company.connection.id,
    domains: [company.domain],
    entraTenantIds: [company.tid],
    entraObjectIdAttribute: 'objectId',
    joining: company.directory ? 'directory' : 'sign_in',
    ...(company.directory ? { accessGroup: company.accessGroup } : {}),
    roleGroups: { hr: company.hrGroup, admin: company.adminGroup },
    cohorts: company.cohorts.map(({ group, name }) => ({ group, name })),
    timezone: company.timezone,
    country: company.country,
    locale: company.locale,
    sponsor: company.sponsor,
    launchDate,
    crisisLines: [
      { country: 'MX', name: 'Línea de la Vida', contact: '800 911 2000' },
      { country: 'US', name: '988 Suicide & Crisis Lifeline', contact: '988' },
      { country: 'DE', name: 'TelefonSeelsorge', contact: '0800 111 0 111' },
      { country: 'BR', name: 'CVV', contact: '188' },
      { country: 'IN', name: 'Tele-MANAS', contact: '14416' }
    ],
    learningSite: {
      kind: 'thinkific',
      subdomain: company.site.subdomain,
      url: `${world.addresses.thinkific}/sites/${company.site.subdomain}`,
      apiKey: world.secrets.learningApiKey,
      ...siteSettings
    },
    enrollmentRules: company.cohorts.flatMap(({ name, courses }) =>
      courses.map(course => ({ cohort: name, courseId: course.courseId, courseName: course.name }))
    ),
    reportSchedule: { weekday: 1, time: '09:00', timezone: company.timezone }
  }
}
