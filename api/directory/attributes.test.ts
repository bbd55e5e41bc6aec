/** People are found by a raw attribute of the directory that an admin confirmed, in step with it and without reading everybody. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorkosStandin } from '../../sandbox/workos/workos.ts'
import { createWorkos } from '../vendors/workos.ts'
import { findPersonByIdp, findPersonByMappedAttribute, pullEvents } from './directory.ts'
import { startDirectoryWorld, type DirectoryWorld } from './test-world.ts'

async function startStandin() {
  const standin = createWorkosStandin({
    now: () => new Date(),
    apiKey: 'workos-key-for-tests',
    clientId: 'client_test',
    webhookSecret: 'workos-webhook-secret',
    limits: false
  })
  await standin.listen()
  return { ...standin, url: standin.standin.url() }
}

let world: DirectoryWorld<Awaited<ReturnType<typeof startStandin>>>
beforeAll(async () => {
  world = await startDirectoryWorld(startStandin)
})
afterAll(() => world[Symbol.asyncDispose]())

const pull = (): Promise<void> => pullEvents(world.deps, createWorkos(world.deps))

async function companyOf(name: string) {
  const organizationId = await world.configure(name)
  const directoryId = `directory_${name}`
  world.vendor.addDirectory({ id: directoryId, organizationId: name, type: 'x', name, domain: 'demo.test' })
  const put = (idpId: string, rawAttributes: Readonly<Record<string, unknown>>, id?: string): string =>
    world.vendor.upsertUser({
      directoryId,
      idpId,
      email: `${idpId}@demo.test`,
      firstName: idpId,
      customAttributes: {},
      rawAttributes: { ...rawAttributes },
      ...(id ? { id } : {})
    }).id
  const find = async (attribute: string, value: string): Promise<string | undefined> =>
    (await findPersonByMappedAttribute(world.deps, organizationId, { attribute, value }))?.idpId
  return { organizationId, put, find }
}

describe('a person by an attribute', () => {
  test('is found from the first time that anybody asks, and follows the directory from then on', async () => {
    const { put, find } = await companyOf('org_attributes')
    const ada = put('ada', { badge: '1', desk: { floor: 4 } })
    put('bob', { badge: 2 })
    await pull()
    expect(await find('badge', '1')).toBe('ada')
    expect(await find('badge', '2')).toBe('bob')
    expect(await find('shoe', '43')).toBeUndefined()
    put('ada', { badge: '7' }, ada)
    put('cleo', { badge: '1' })
    await pull()
    expect(await find('badge', '7')).toBe('ada')
    expect(await find('badge', '1')).toBe('cleo')
    put('ada', {}, ada)
    await pull()
    expect(await find('badge', '7')).toBeUndefined()
  })

  test('is nobody where two have the same, and nobody of another company', async () => {
    const one = await companyOf('org_twins')
    const other = await companyOf('org_elsewhere')
    one.put('tom', { badge: 'same' })
    one.put('tim', { badge: 'same' })
    other.put('zoe', { badge: 'hers' })
    await pull()
    expect(await one.find('badge', 'same')).toBeUndefined()
    expect(await one.find('badge', 'hers')).toBeUndefined()
    expect(await other.find('badge', 'hers')).toBe('zoe')
  })

  test('is found by all of many that ask first at the same moment, while the directory changes', async () => {
    const { organizationId, put, find } = await companyOf('org_crowd')
    for (let serial = 0; serial < 60; serial++) put(`person${serial}`, { badge: `b${serial}` })
    await pull()
    for (let serial = 60; serial < 120; serial++) put(`person${serial}`, { badge: `b${serial}` })
    const [, ...found] = await Promise.all([pull(), ...Array.from({ length: 20 }, (_, n) => find('badge', `b${n}`))])
    expect(found).toEqual(Array.from({ length: 20 }, (_, n) => `person${n}`))
    for (const serial of [60, 90, 119]) expect(await find('badge', `b${serial}`)).toBe(`person${serial}`)
    expect(await findPersonByIdp(world.deps, organizationId, 'person119')).toBeDefined()
  })

  test('costs an index, not everybody, under row-level security', async () => {
    const { organizationId, put, find } = await companyOf('org_plan')
    put('ada', { badge: '1' })
    await pull()
    await find('badge', '1')
    const plan = await world.deps.db.for(organizationId)(async trx => {
      await sql`set local enable_seqscan = off`.execute(trx)
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select p.id from people p
        where p.organization_id = ${sql.lit(organizationId)} and p.id in (select person_id from raw_values
          where organization_id = ${sql.lit(organizationId)} and attribute = 'badge' and value = '1')`.execute(trx)
      return rows.map(row => row['QUERY PLAN']).join('\n')
    })
    expect(plan).toMatch(/Index Cond: .*attribute = 'badge'/u)
    expect(plan).not.toContain('Seq Scan')
  })
})

test('the database knows how many people there are as soon as they have been taken in', async () => {
  const { put } = await companyOf('org_many')
  for (let serial = 0; serial < 600; serial++) put(`many${serial}`, { note: 'x'.repeat(400) })
  await pull()
  const { rows } = await world.deps.db.owner(trx =>
    sql<{ people: number }>`select reltuples::int as people from pg_class where oid = 'people'::regclass`.execute(trx)
  )
  expect(rows[0]?.people).toBeGreaterThan(400)
})
