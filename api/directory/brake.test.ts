/** So many leave at once that it is more likely a mistake: who is asked, what is counted, and who may answer. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decideBrake, decideOrganizationBrake, getBrake, getOrganizationBrake } from '../contract/brake.ts'
import { listAudit } from '../contract/audit.ts'
import { getOrganization } from '../organizations/organizations.ts'
import { MINUTE } from '../platform/time.ts'
import { createWorkos } from '../vendors/workos.ts'
import { isTooMany } from './brake-rule.ts'
import { watchLeavers } from './brake.ts'
import { findPersonByIdp, mustWait, pullEvents, stopWaiting } from './directory.ts'
import { reconcileOrganization } from './reconcile.ts'
import { startDirectoryWorld, type DirectoryWorld } from './test-world.ts'
import { startTestStream, type TestStream } from './test-workos.ts'

let world: DirectoryWorld<TestStream>
beforeAll(async () => {
  world = await startDirectoryWorld(startTestStream)
})
afterAll(() => world[Symbol.asyncDispose]())

const RULE = { atLeast: 5, share: 0.2, people: 50, minutes: 10 }
const pull = (): Promise<void> => pullEvents(world.deps, createWorkos(world.deps))
const names = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `p${index}`)

/** A company whose people p0, p1 … all have access; its first admin is not one of them. */
async function company(name: string, people: number, more: object = {}) {
  const organizationId = await world.configure(name, more)
  const directory = world.vendor.directory(name)
  for (const idpId of names(people)) {
    directory.addUser(idpId)
    directory.addToGroup(idpId, 'CI-Access')
  }
  await pull()
  const admin = world.as(organizationId, 'per_admin', 'admin')
  const see = async () => (await admin(getBrake)).brake
  const decide = (brakeId: string, decision: 'ended' | 'kept', count: number) =>
    admin(decideBrake, { body: { brakeId, decision, people: count, why: 'I asked our HR' } })
  const idOf = async (idpId: string) => (await findPersonByIdp(world.deps, organizationId, idpId))?.personId ?? ''
  const waits = async (idpId: string) => mustWait(world.deps, { organizationId, personId: await idOf(idpId) })
  const released = () => world.factsOf(organizationId).filter(({ type }) => type === 'person.released')
  const leave = async (from: number, to: number): Promise<void> => {
    for (const idpId of names(to).slice(from)) directory.updateUser(idpId, { state: 'inactive' })
    await pull()
  }
  return { organizationId, directory, admin, see, decide, idOf, waits, released, leave }
}

describe('the rule', () => {
  test('few are never too many, more than a share or a number always are', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), (left, others) => {
        const before = left + others
        const wanted = left >= 5 && (left > 50 || left > 0.2 * before)
        expect(isTooMany(RULE, { left, before })).toBe(wanted)
        // One more leaver never makes it harmless.
        if (wanted) expect(isTooMany(RULE, { left: left + 1, before })).toBe(true)
      })
    )
  })
})

describe('counting', () => {
  test('a fifth of a company sets no brake, one more does, and those before are held too', async () => {
    const { see, leave, waits } = await company('org_share', 30)
    await leave(0, 6)
    expect(await see()).toBeNull()
    expect(await waits('p0')).toBe(false)
    await leave(6, 7)
    expect(await see()).toMatchObject({ state: 'set', peopleLeft: 7, peopleBefore: 30, held: 7, gone: 7 })
    expect(await waits('p0')).toBe(true)
  })

  test('four of four are no mass', async () => {
    const { see, leave } = await company('org_small', 4)
    await leave(0, 4)
    expect(await see()).toBeNull()
  })

  test('leavers far apart in product time are not counted together', async () => {
    const { see, leave } = await company('org_slow', 12)
    for (let index = 0; index < 10; index++) {
      await leave(index, index + 1)
      world.advance(4 * MINUTE)
    }
    expect(await see()).toBeNull()
  })

  test('a company that sets its own limits is counted by them', async () => {
    const { see, leave } = await company('org_own', 12, { brake: { atLeast: 2, people: 1, share: 1 } })
    await leave(0, 2)
    expect(await see()).toMatchObject({ peopleLeft: 2 })
  })

  test('whoever went and came back does not count', async () => {
    const { see, directory } = await company('org_flap', 20)
    for (const idpId of names(8)) {
      directory.updateUser(idpId, { state: 'inactive' })
      directory.updateUser(idpId, { state: 'active' })
    }
    await pull()
    expect(await see()).toBeNull()
  })

  test.each(['dsync.deleted', 'dsync.deactivated'] as const)('%s holds everybody, and says why', async event => {
    const name = `org_${event.replace('.', '_')}`
    const { see, directory, waits } = await company(name, 9)
    directory.end(event)
    await pull()
    const brake = await see()
    expect(brake).toMatchObject({ held: 9, gone: 9, reasons: [{ reason: 'directory_removed', people: 9 }] })
    expect(brake?.sample).toContainEqual(expect.objectContaining({ name: 'p3 Demo', gone: true }))
    expect(await waits('p8')).toBe(true)
  })

  test('a changed access group that throws many out is braked as well', async () => {
    const { organizationId, see } = await company('org_rule', 8)
    await world.configure('org_rule', { accessGroup: 'Typing mistake' })
    // The rules are applied first; this directory has no lists to compare with.
    const comparing = reconcileOrganization(world.deps, createWorkos(world.deps), organizationId)
    await expect(comparing).rejects.toThrow()
    expect(await see()).toMatchObject({ held: 8, reasons: [{ reason: 'left_access_group', people: 8 }] })
  })

  test('two processes that take in three leavers each both see six', async () => {
    const { organizationId, idOf, see } = await company('org_two', 12)
    const { deps } = world
    const organization = await getOrganization(deps, organizationId)
    const both = Promise.withResolvers<void>()
    let ready = 0
    const takeIn = async (idpIds: readonly string[]) => {
      const ids = await Promise.all(idpIds.map(idOf))
      await deps.db.for(organizationId)(async trx => {
        await sql`update people set state = 'inactive' where organization_id = ${organizationId} and id = any(${ids})`.execute(
          trx
        )
        // The embedded engine has one connection: there the second begins when the first is done.
        ready += 1
        if (ready === 2 || deps.db.engine.kind === 'pglite') both.resolve()
        await both.promise
        const leavers = ids.map(personId => ({ personId, reason: 'deactivated' }))
        await watchLeavers({ deps, trx, organization, actor: 'directory' }, leavers)
      })
    }
    await Promise.all([takeIn(['p0', 'p1', 'p2']), takeIn(['p3', 'p4', 'p5'])])
    expect(await see()).toMatchObject({ held: 6 })
  })
})

describe('deciding', () => {
  test('is for the company’s own admins and CI’s operators', async () => {
    const { organizationId, see, leave } = await company('org_who', 10)
    await leave(0, 6)
    const brakeId = (await see())?.brakeId ?? ''
    const body = { brakeId, decision: 'ended', people: 6, why: 'I say so' } as const
    const employee = world.as(organizationId, 'per_employee')
    await expect(employee(getBrake)).rejects.toMatchObject({ status: 403 })
    await expect(employee(decideBrake, { body })).rejects.toMatchObject({ status: 403 })
    const other = await company('org_other', 1)
    expect(await other.see()).toBeNull()
    await expect(other.decide(brakeId, 'ended', 6)).rejects.toMatchObject({ status: 404 })
    await expect(other.admin(getOrganizationBrake, { params: { organizationId } })).rejects.toMatchObject({
      status: 403
    })
    expect((await world.operator(getOrganizationBrake, { params: { organizationId } })).brake).toMatchObject({
      held: 6
    })
    expect(await world.operator(decideOrganizationBrake, { params: { organizationId }, body })).toEqual({ people: 6 })
  })

  test('they did leave: everybody is released, in the order they left, and the audit says who and why', async () => {
    const { admin, see, decide, leave, idOf, released, waits } = await company('org_ended', 10)
    await leave(0, 6)
    const brake = await see()
    expect(released()).toEqual([])
    await decide(brake?.brakeId ?? '', 'ended', 6)
    const ids = await Promise.all(names(6).map(idOf))
    expect(new Set(released().map(fact => ('personId' in fact ? fact.personId : '')))).toEqual(new Set(ids))
    expect(await waits('p2')).toBe(false)
    expect(await see()).toBeNull()
    const { events } = await admin(listAudit, { query: { limit: 500 } })
    expect(events.filter(({ action }) => action.startsWith('brake.'))).toMatchObject([
      { action: 'brake.decided', actor: 'per_admin', detail: { decision: 'ended', people: 6, why: 'I asked our HR' } },
      { action: 'brake.set', actor: 'directory', detail: { before: 10 } }
    ])
  })

  test('leavers after a decision are counted anew', async () => {
    const { see, decide, leave, waits } = await company('org_anew', 40)
    await leave(0, 12)
    await decide((await see())?.brakeId ?? '', 'ended', 12)
    await leave(12, 14)
    expect(await see()).toBeNull()
    expect(await waits('p13')).toBe(false)
    await leave(14, 19)
    expect(await see()).toMatchObject({ state: 'set', held: 7, peopleBefore: 28 })
  })

  test('a number that is no longer true, a reason that is none and a decision made twice are refused', async () => {
    const { admin, see, decide, leave } = await company('org_refused', 10)
    await leave(0, 5)
    const brakeId = (await see())?.brakeId ?? ''
    await leave(5, 6)
    await expect(decide(brakeId, 'ended', 5)).rejects.toMatchObject({ status: 409, problem: { code: 'changed' } })
    const body = { brakeId, decision: 'ended', people: 6, why: '  ' } as const
    await expect(admin(decideBrake, { body })).rejects.toMatchObject({ status: 400 })
    await decide(brakeId, 'ended', 6)
    await expect(decide(brakeId, 'ended', 6)).rejects.toMatchObject({ status: 409, problem: { code: 'decided' } })
    await expect(decide(brakeId, 'kept', 0)).rejects.toMatchObject({ status: 409, problem: { code: 'decided' } })
  })

  test('of two admins at once one decides', async () => {
    const { see, decide, leave, released } = await company('org_both', 10)
    await leave(0, 6)
    const brakeId = (await see())?.brakeId ?? ''
    const outcomes = await Promise.allSettled([decide(brakeId, 'ended', 6), decide(brakeId, 'ended', 6)])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(released()).toHaveLength(6)
  })

  test('a mistake: who is still gone stays held until decided again, or back with all they had', async () => {
    const { organizationId, directory, see, decide, leave, waits, idOf, released } = await company('org_kept', 10)
    await leave(0, 6)
    const brakeId = (await see())?.brakeId ?? ''
    await decide(brakeId, 'kept', 6)
    expect(await see()).toMatchObject({ state: 'kept', held: 6, decided: { by: null, why: 'I asked our HR' } })
    directory.updateUser('p0', { state: 'active' })
    await pull()
    expect(await see()).toMatchObject({ held: 6, gone: 5 })
    // What enrollment says when somebody is there and no course of theirs would end.
    await stopWaiting(world.deps, { organizationId, personId: await idOf('p0') })
    expect(await see()).toMatchObject({ held: 5, gone: 5 })
    expect(await waits('p1')).toBe(true)
    world.advance(30 * 24 * 60 * MINUTE)
    expect(await waits('p1')).toBe(true)
    await leave(0, 1)
    expect(await waits('p0')).toBe(false)
    await decide(brakeId, 'ended', 5)
    expect(released()).toHaveLength(5)
    expect(await see()).toBeNull()
  })

  test('while it is set, whoever else would lose a course is held with them', async () => {
    const { see, decide, leave, waits, released } = await company('org_with', 10)
    await leave(0, 6)
    expect(await waits('p9')).toBe(true)
    const brake = await see()
    expect(brake).toMatchObject({ held: 7, gone: 6 })
    expect(brake?.reasons).toContainEqual({ reason: 'changed_groups', people: 1 })
    await decide(brake?.brakeId ?? '', 'ended', 7)
    expect(released()).toHaveLength(7)
    expect(await waits('p9')).toBe(false)
  })

  test('a decision that cannot be stored releases nobody', async () => {
    const { see, decide, leave, released } = await company('org_broken', 10)
    await leave(0, 6)
    const brakeId = (await see())?.brakeId ?? ''
    world.failOn('person.released')
    await expect(decide(brakeId, 'ended', 6)).rejects.toMatchObject({ status: 500 })
    world.failOn(undefined)
    expect(await see()).toMatchObject({ state: 'set', held: 6 })
    await decide(brakeId, 'ended', 6)
    expect(released().length).toBeGreaterThanOrEqual(6)
  })
})
