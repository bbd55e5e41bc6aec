/** Three demo companies, and one of any size for benchmarks, from a seed. Pure. */
import type { DemoCompany, DemoPerson, Persona } from './model.ts'
import { DEPARTMENTS, PLACES, TITLES, type Place } from './places.ts'
import { seeded, type Random } from './random.ts'

type Plan = Omit<DemoCompany, 'people' | 'newcomer' | 'tid' | 'sponsor'> & {
  readonly size: number
  readonly places: readonly string[]
  /** Everybody's object id is in the directory, or every second person's. */
  readonly oidInDirectory: 'all' | 'half' | 'none'
  readonly featured: readonly Featured[]
  readonly newcomer: Featured | undefined
}

type Featured = {
  readonly persona: Persona
  readonly firstName: string
  readonly lastName: string
  readonly title: string
  readonly country: string
  readonly locale: string
}

const PLANS: readonly Plan[] = [
  {
    key: 'northwind',
    name: 'Northwind Foods (demo)',
    domain: 'northwind-demo.example',
    size: 240,
    places: ['MX', 'BR', 'DE', 'US', 'IN'],
    oidInDirectory: 'half',
    connection: { id: 'conn_demo_northwind', type: 'GenericOIDC', name: 'PingFederate' },
    directory: { id: 'directory_demo_northwind', type: 'pingfederate scim v2.0' },
    workosOrganizationId: 'org_demo_northwind',
    timezone: 'America/Mexico_City',
    country: 'MX',
    locale: 'es',
    accessGroup: 'CI Access',
    hrGroup: 'CI HR',
    adminGroup: 'CI Admins',
    site: { subdomain: 'northwind-academy', name: 'Northwind Academy (demo)' },
    cohorts: [
      {
        group: 'Cohort New Managers 2026',
        name: 'New managers 2026',
        courses: [
          { courseId: '1001', name: 'The first 90 days', lessons: 6 },
          { courseId: '1002', name: 'Listening that works', lessons: 4 }
        ]
      },
      {
        group: 'Cohort Leading Change',
        name: 'Leading change',
        courses: [{ courseId: '1003', name: 'Leading change', lessons: 5 }]
      },
      {
        group: 'Cohort Sales Coaching',
        name: 'Sales coaching',
        courses: [{ courseId: '1004', name: 'Coaching in sales', lessons: 5 }]
      }
    ],
    featured: [
      {
        persona: 'employee',
        firstName: 'Ana',
        lastName: 'Torres',
        title: 'Shift Lead',
        country: 'MX',
        locale: 'es-MX'
      },
      {
        persona: 'manager',
        firstName: 'Jonas',
        lastName: 'Brandt',
        title: 'Plant Manager',
        country: 'DE',
        locale: 'en-DE'
      },
      {
        persona: 'hr',
        firstName: 'Grace',
        lastName: 'Ellison',
        title: 'HR Business Partner',
        country: 'US',
        locale: 'en-US'
      },
      {
        persona: 'admin',
        firstName: 'Vikram',
        lastName: 'Iyer',
        title: 'IT Identity Lead',
        country: 'IN',
        locale: 'en-IN'
      }
    ],
    newcomer: {
      persona: 'newcomer',
      firstName: 'Lucía',
      lastName: 'Navarro',
      title: 'Team Lead',
      country: 'MX',
      locale: 'es-MX'
    }
  },
  {
    key: 'contour',
    name: 'Contour Robotics (demo)',
    domain: 'contour-demo.example',
    size: 60,
    places: ['DE', 'US'],
    oidInDirectory: 'all',
    connection: { id: 'conn_demo_contour', type: 'EntraIdOIDC', name: 'Entra ID' },
    directory: { id: 'directory_demo_contour', type: 'workday' },
    workosOrganizationId: 'org_demo_contour',
    timezone: 'Europe/Berlin',
    country: 'DE',
    locale: 'en',
    accessGroup: 'CI Access',
    hrGroup: 'CI HR',
    adminGroup: 'CI Admins',
    site: { subdomain: 'contour-learning', name: 'Contour Learning (demo)' },
    cohorts: [
      {
        group: 'Cohort Project Leads',
        name: 'Project leads',
        courses: [{ courseId: '2001', name: 'Deciding together', lessons: 4 }]
      },
      {
        group: 'Cohort Engineers Who Lead',
        name: 'Engineers who lead',
        courses: [{ courseId: '2002', name: 'From expert to lead', lessons: 5 }]
      }
    ],
    featured: [
      {
        persona: 'employee',
        firstName: 'Lena',
        lastName: 'Vogel',
        title: 'Project Lead',
        country: 'DE',
        locale: 'en-DE'
      },
      { persona: 'hr', firstName: 'Nora', lastName: 'Hayward', title: 'Head of People', country: 'US', locale: 'en-US' }
    ],
    newcomer: undefined
  },
  {
    key: 'harbor',
    name: 'Harbor Studio (demo)',
    domain: 'harbor-demo.example',
    size: 25,
    places: ['US'],
    oidInDirectory: 'none',
    connection: { id: 'conn_demo_harbor', type: 'OktaOIDC', name: 'Okta' },
    directory: undefined,
    workosOrganizationId: 'org_demo_harbor',
    timezone: 'America/New_York',
    country: 'US',
    locale: 'en',
    accessGroup: 'CI Access',
    hrGroup: 'CI HR',
    adminGroup: 'CI Admins',
    site: { subdomain: 'harbor-school', name: 'Harbor School (demo)' },
    cohorts: [],
    featured: [
      {
        persona: 'employee',
        firstName: 'Owen',
        lastName: 'Prescott',
        title: 'Designer',
        country: 'US',
        locale: 'en-US'
      }
    ],
    newcomer: undefined
  }
]

const ASCII = /[^a-z-]/gu
const REPORTS_PER_MANAGER = 8

export const slug = (text: string): string =>
  text.normalize('NFD').toLowerCase().replaceAll(/\p{M}/gu, '').replaceAll(' ', '-').replaceAll(ASCII, '')

export const generateCompanies = (seed = 2026): readonly DemoCompany[] =>
  PLANS.map((plan, index) => build(plan, seeded(seed + index)))

/** One company of any size by the same rules; `people` is made at once, about 1 kB each. */
export function generateLargeCompany(seed: number, size: number): DemoCompany {
  const [plan] = PLANS
  if (!plan) throw new Error('there is no plan to enlarge')
  return build(
    { ...plan, key: 'large', name: 'Large company (demo)', size, featured: [], newcomer: undefined },
    seeded(seed)
  )
}

export type NewCompany = {
  readonly key: string
  readonly name: string
  readonly size: number
  readonly provider: DemoCompany['connection']['type']
  readonly directory: boolean
}

/** A company made to order, by the rules of the first demo company. */
export function generateCompany({ key, name, size, provider, directory }: NewCompany, seed = 1): DemoCompany {
  const [plan] = PLANS
  if (!plan) throw new Error('there is no plan to follow')
  return build(
    {
      ...plan,
      key,
      name: name.includes('(demo)') ? name : `${name} (demo)`,
      domain: `${key}-demo.example`,
      size,
      featured: [],
      newcomer: undefined,
      connection: { id: `conn_demo_${key}`, type: provider, name: provider },
      directory: directory ? { id: `directory_demo_${key}`, type: 'generic scim v2.0' } : undefined,
      workosOrganizationId: `org_demo_${key}`,
      site: { subdomain: `${key}-academy`, name: `${name} Academy (demo)` }
    },
    seeded(seed)
  )
}

function build(plan: Plan, random: Random): DemoCompany {
  const { size, places, oidInDirectory, featured, newcomer, ...rest } = plan
  const tid = random.uuid()
  const taken = new Map<string, number>()
  const make = (index: number, named?: Featured): DemoPerson => makePerson({ plan, tid, random, taken, index, named })
  const people = [
    ...featured.map((named, index) => make(index, named)),
    ...Array.from({ length: size - featured.length }, (_, i) => make(i + featured.length))
  ]
  const managed = people.map((person, index) => ({ ...person, managerKey: managerOf(people, index) }))
  const hr = managed.find(({ persona }) => persona === 'hr')
  const manager = managed.find(({ persona }) => persona === 'manager')
  const added = newcomer && { ...make(size, newcomer), managerKey: manager?.key }
  return {
    ...rest,
    tid,
    sponsor: hr
      ? { name: `${hr.firstName} ${hr.lastName}`, title: hr.title }
      : { name: 'Sam Rivers', title: 'Founder' },
    people: managed,
    newcomer: added
  }
}

/** A tree: person i reports to person (i - 1) / 8, the first to nobody. */
const managerOf = (people: readonly DemoPerson[], index: number): string | undefined =>
  index === 0 ? undefined : people[Math.floor((index - 1) / REPORTS_PER_MANAGER)]?.key

type Making = {
  readonly plan: Plan
  readonly tid: string
  readonly random: Random
  readonly taken: Map<string, number>
  readonly index: number
  readonly named: Featured | undefined
}

function makePerson({ plan, tid, random, taken, index, named }: Making): DemoPerson {
  const place = placeOf(plan, random, named)
  const firstName = named?.firstName ?? random.pick(place.first)
  const lastName = named?.lastName ?? `${random.pick(place.last)}`
  const base = slug(`${firstName}-${lastName}`)
  const count = (taken.get(base) ?? 0) + 1
  taken.set(base, count)
  const name = count === 1 ? base : `${base}-${count}`
  const email = `${name.replaceAll('-', '.')}@${plan.domain}`
  return {
    key: `${plan.key}/${name}`,
    companyKey: plan.key,
    firstName,
    lastName,
    email,
    upn: email,
    title: named?.title ?? random.pick(TITLES),
    department: random.pick(DEPARTMENTS),
    employeeNumber: String(100_000 + index),
    managerKey: undefined,
    country: place.country,
    timezone: place.timezone,
    locale: named?.locale ?? place.locale,
    groups: groupsOf(plan, random, named),
    tid,
    oid: random.uuid(),
    idpId: `${plan.key}-${100_000 + index}`,
    directoryHasOid:
      plan.oidInDirectory === 'all' || (plan.oidInDirectory === 'half' && (named !== undefined || index % 2 === 0)),
    startDate: `20${15 + random.int(11)}-0${1 + random.int(9)}-1${random.int(10)}`,
    persona: named?.persona
  }
}

function placeOf(plan: Plan, random: Random, named: Featured | undefined): Place {
  const wanted = named?.country ?? random.pick(plan.places)
  const place = PLACES.find(({ country }) => country === wanted)
  if (!place) throw new Error(`no place for "${wanted}"`)
  return place
}

const ROLE_GROUP = { hr: 'hrGroup', admin: 'adminGroup' } as const

function groupsOf(plan: Plan, random: Random, named: Featured | undefined): readonly string[] {
  const cohorts = plan.cohorts.map(({ group }) => group)
  const cohort =
    named?.persona === 'hr' || named?.persona === 'admin' || cohorts.length === 0
      ? []
      : [named ? (cohorts[0] ?? '') : random.pick(cohorts)]
  const role = named?.persona === 'hr' || named?.persona === 'admin' ? [plan[ROLE_GROUP[named.persona]]] : []
  // One in twelve of the rest is not in the access group, so that both sides can be seen.
  const access = named || random.int(12) !== 0 ? [plan.accessGroup] : []
  return [...access, ...cohort, ...role]
}
