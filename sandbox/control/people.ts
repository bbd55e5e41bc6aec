/** What an outside program may do to people of the sandbox. */
import type { z } from 'zod'
import type { Api } from '../../api/platform/http.ts'
import { ProblemError } from '../../api/platform/errors.ts'
import { createClient } from '../../api/contract/client.ts'
import { getPersonReceipts } from '../../api/contract/enrollment.ts'
import { addCompany, addToMicrosoft, companiesOf, hirePerson, peopleOf, type KnownPerson } from '../seed.ts'
import { announceCompany } from '../companies/arrive.ts'
import { generateCompany, slug } from '../companies/generate.ts'
import { changeAccessGroup, leaveDirectory } from '../companies/seed-workos.ts'
import { DEMO } from '../env.ts'
import type { World } from '../world.ts'
import * as contract from './contract.ts'

const OK = { ok: true } as const

export const presentPerson = (world: World, person: KnownPerson): contract.SandboxPerson => {
  const installation = world.teams.installation(person)
  return {
    key: person.key,
    companyKey: person.companyKey,
    name: `${person.firstName} ${person.lastName}`,
    title: person.title,
    role: person.persona ?? 'employee',
    country: person.country,
    timezone: person.timezone,
    locale: person.locale,
    email: person.email,
    featured: person.persona !== undefined,
    inDirectory: person.inDirectory,
    left: person.left,
    installed: installation?.state === 'installed',
    blocked: installation?.blocked !== undefined
  }
}

export function need(world: World, key: string): KnownPerson {
  const person = peopleOf(world).get(key)
  if (!person) throw new ProblemError('not_found', `No person "${key}". GET /sandbox/v1/people lists them`)
  return person
}

export function peopleRoutes(world: World, api: Api): void {
  api.serve(contract.listPeople, async ({ query }) => {
    const search = query.search?.toLowerCase() ?? ''
    const found = peopleOf(world)
      .values()
      .filter(person => !query.companyKey || person.companyKey === query.companyKey)
      .filter(person => `${person.firstName} ${person.lastName} ${person.title}`.toLowerCase().includes(search))
    return { people: found.slice(0, query.limit ?? 50).map(person => presentPerson(world, person)) }
  })
  api.serve(contract.hire, async ({ params }) => {
    need(world, params.personKey)
    hirePerson(world, params.personKey)
    return OK
  })
  api.serve(contract.createCompany, async ({ params: { companyKey }, body }) => {
    if (companiesOf(world).get(companyKey))
      throw new ProblemError('conflict', `"${companyKey}" exists. Choose another key`)
    const { name, people: size, provider, directory, launchDate } = body
    await addCompany(
      world,
      generateCompany({ key: companyKey, name, size, provider, directory }, companiesOf(world).size),
      launchDate
    )
    return { companyKey, organizationId: companiesOf(world).get(companyKey)?.organizationId ?? '' }
  })
  api.serve(contract.announceCompany, async ({ params: { companyKey }, body }) => {
    if (companiesOf(world).get(companyKey))
      throw new ProblemError('conflict', `"${companyKey}" exists. Choose another key`)
    return announce(world, companyKey, body)
  })
  api.serve(contract.addPerson, async ({ params, body }) =>
    presentPerson(world, addPerson(world, params.companyKey, body))
  )
  api.serve(contract.leave, async ({ params, body }) => {
    const person = need(world, params.personKey)
    if (!person.directoryUserId) throw new ProblemError('conflict', `"${person.key}" is not in a directory`)
    leaveDirectory(world.workos, person.directoryUserId, body.how)
    peopleOf(world).set(person.key, { ...person, left: true })
    return OK
  })
  api.serve(contract.setAccessGroup, async ({ params: { companyKey }, body }) => {
    const known = companiesOf(world).get(companyKey)
    if (!known?.company.directory) throw new ProblemError('not_found', `No company "${companyKey}" with a directory`)
    const members = peopleOf(world)
      .values()
      .filter(person => person.companyKey === companyKey && person.inDirectory && !person.left)
      .filter(person => person.groups.includes(known.company.accessGroup) && !body.except.includes(person.key))
      .flatMap(({ directoryUserId }) => (directoryUserId ? [directoryUserId] : []))
    const ids = [...members]
    changeAccessGroup(world.workos, known.company, ids, body.to)
    return { people: ids.length }
  })
  api.serve(contract.getTeamsToken, async ({ params }) => {
    const { tid, oid } = need(world, params.personKey)
    return { token: await world.entra.teamsSsoToken({ tid, oid, clientId: DEMO.tabClientId }) }
  })
  api.serve(contract.getLearningLink, async ({ params }) => {
    const person = need(world, params.personKey)
    const known = companiesOf(world).get(person.companyKey)
    return {
      url: `${world.addresses.thinkific}/sites/${known?.company.site.subdomain}/login?login_hint=${encodeURIComponent(person.email)}`
    }
  })
  api.serve(contract.getSandboxReceipts, async ({ params }) => ({
    receipts: await receiptsOf(world, need(world, params.personKey))
  }))
}

type Announced = z.output<typeof contract.announceCompany.body>

function announce(world: World, key: string, { name, people: size }: Announced) {
  const made = generateCompany({ key, name, size, provider: 'GenericOIDC', directory: true }, companiesOf(world).size)
  const extra = [[made.adminGroup], [made.hrGroup]]
  const people = made.people.map((person, index) => ({
    ...person,
    directoryHasOid: true,
    groups: [...new Set([...person.groups, made.accessGroup, ...(extra[index] ?? [])])]
  }))
  announceCompany(world, { ...made, people }, world.clock.now().toISOString().slice(0, 10))
  const [admin, hr] = people
  if (!admin || !hr) throw new ProblemError('bad_request', 'A company has two people at least')
  return {
    domain: made.domain,
    tenantId: made.tid,
    site: {
      subdomain: made.site.subdomain,
      url: `${world.addresses.thinkific}/sites/${made.site.subdomain}`,
      apiKey: world.secrets.learningApiKey
    },
    groups: {
      access: made.accessGroup,
      admin: made.adminGroup,
      hr: made.hrGroup,
      cohorts: made.cohorts.map(({ group }) => group)
    },
    admin: { personKey: admin.key, email: admin.email },
    hr: { personKey: hr.key, email: hr.email },
    people: people.map(person => person.key)
  }
}

type NewPerson = z.output<typeof contract.addPerson.body>

function addPerson(world: World, companyKey: string, body: NewPerson): KnownPerson {
  const known = companiesOf(world).get(companyKey)
  if (!known) throw new ProblemError('not_found', `No company "${companyKey}"`)
  const count = peopleOf(world).size
  const name = `${slug(`${body.firstName}-${body.lastName}`)}-${count}`
  const email = `${name.replaceAll('-', '.')}@${known.company.domain}`
  const { access, groups, managerKey, ...rest } = body
  const person: KnownPerson = {
    ...rest,
    key: `${companyKey}/${name}`,
    companyKey,
    email,
    upn: email,
    employeeNumber: String(200_000 + count),
    managerKey,
    groups: [...(access ? [known.company.accessGroup] : []), ...groups],
    tid: known.company.tid,
    oid: crypto.randomUUID(),
    idpId: `${companyKey}-${200_000 + count}`,
    directoryHasOid: true,
    startDate: world.clock.now().toISOString().slice(0, 10),
    persona: undefined,
    inDirectory: false,
    left: false,
    directoryUserId: undefined
  }
  addToMicrosoft(world, person)
  peopleOf(world).set(person.key, person)
  if (known.company.directory) hirePerson(world, person.key)
  return need(world, person.key)
}

/** Asks CI by its own interface, by the person's id at the company's provider. */
async function receiptsOf(world: World, person: KnownPerson) {
  const organizationId = companiesOf(world).get(person.companyKey)?.organizationId
  if (!organizationId) return []
  const call = createClient({ baseUrl: world.addresses.product, fetch, token: async () => world.secrets.operatorToken })
  const { receipts } = await call(getPersonReceipts, {
    params: { organizationId, personId: person.idpId },
    query: { by: 'idp' }
  })
  return receipts.map(({ kind, title, at }) => ({ kind, title, at }))
}
