/** Whatever becomes of the events on their way, comparing with the lists ends in the state that the directory has. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorkosStandin } from '../../sandbox/workos/workos.ts'
import { listDirectoryDrift } from '../contract/directory.ts'
import { createWorkos, type StreamEvent, type Workos } from '../vendors/workos.ts'
import { cohortsOf, findPersonByIdp, pullEvents } from './directory.ts'
import { organizationsToReconcile, reconcileOrganization } from './reconcile.ts'
import { startDirectoryWorld, type DirectoryWorld } from './test-world.ts'

const START = Date.parse('2026-11-01T09:00:00Z')
const PEOPLE = 5
const clock = { seconds: 0 }

async function startStandin() {
  const standin = createWorkosStandin({
    now: () => new Date(START + 1000 * (clock.seconds += 1)),
    apiKey: 'workos-key-for-tests',
    clientId: 'client_test',
    webhookSecret: 'workos-webhook-secret',
    limits: false
  })
  await standin.listen()
  return { ...standin, url: standin.standin.url() }
}

let world: DirectoryWorld<Awaited<ReturnType<typeof startStandin>>>
let workos: Workos
beforeAll(async () => {
  world = await startDirectoryWorld(startStandin)
  workos = createWorkos(world.deps)
})
afterAll(() => world[Symbol.asyncDispose]())

type Step = {
  readonly what:
    | 'save'
    | 'deactivate'
    | 'delete'
    | 'return'
    | 'joinAccess'
    | 'leaveAccess'
    | 'joinCohort'
    | 'leaveCohort'
    | 'endCohort'
  readonly who: number
  readonly manager: number
}
const history = fc.array(
  fc.record<Step>({
    what: fc.constantFrom(
      'save',
      'deactivate',
      'delete',
      'return',
      'joinAccess',
      'leaveAccess',
      'joinCohort',
      'leaveCohort',
      'endCohort'
    ),
    who: fc.nat(PEOPLE - 1),
    manager: fc.nat(PEOPLE - 1)
  }),
  { minLength: 5, maxLength: 30 }
)
/** A number an event: below 1 lost, from 3 on twice, and the order they sort into. */
const fates = fc.array(fc.double({ min: 0, max: 4, noNaN: true }), { minLength: 120, maxLength: 120 })

/** Lives through a history at the vendor; gives the ids there. */
function live(directoryId: string, steps: readonly Step[]): void {
  const { vendor } = world
  const access = vendor.addGroup({ directoryId, name: 'CI-Access' }).id
  let cohort = vendor.addGroup({ directoryId, name: 'New Leaders' }).id
  // Of some it stays, others come with another one, who is 1 has none.
  const numberOf = (who: number, manager: number): string => String(who % 2 === 0 ? who : 100 * who + manager)
  const known = new Map<number, string>()
  const save = (who: number, manager: number): string => {
    const id = known.get(who)
    const idpId = `${directoryId}-${who}`
    const rawAttributes = { managerId: `${directoryId}-${manager}` }
    const saved = vendor.upsertUser({
      ...(id ? { id } : {}),
      directoryId,
      idpId,
      email: `${idpId}@x.test`,
      rawAttributes,
      ...(who === 1 ? {} : { customAttributes: { employee_number: numberOf(who, manager) } })
    })
    known.set(who, saved.id)
    return saved.id
  }
  for (const { what, who, manager } of steps) {
    const id = known.get(who)
    if (what === 'save' || !id) save(who, manager)
    else if (what === 'deactivate') vendor.removeUser(id, 'deactivate')
    else if (what === 'return') vendor.reactivateUser(id)
    else if (what === 'delete') {
      vendor.removeUser(id, 'delete')
      known.delete(who)
    } else if (what === 'endCohort') {
      vendor.deleteGroup(cohort)
      cohort = vendor.addGroup({ directoryId, name: 'New Leaders' }).id
    } else if (what === 'joinAccess') vendor.addToGroup(access, id)
    else if (what === 'leaveAccess') vendor.removeFromGroup(access, id)
    else if (what === 'joinCohort') vendor.addToGroup(cohort, id)
    else vendor.removeFromGroup(cohort, id)
  }
}

async function eventsOf(workosId: string): Promise<readonly StreamEvent[]> {
  const found: StreamEvent[] = []
  let after: string | undefined
  for (;;) {
    const page = await workos.listEvents({ after, limit: 100 })
    if (page === 'lost') throw new Error('the stand-in forgot its events')
    found.push(...page)
    if (page.length < 100) break
    after = page.at(-1)?.id
  }
  return found.filter(event => JSON.stringify(event).includes(`"${workosId}"`))
}

function mangle(events: readonly StreamEvent[], fate: readonly number[]): readonly StreamEvent[] {
  const lived = events.flatMap((event, at) => {
    const luck = fate[at % fate.length] ?? 2
    return luck < 1
      ? []
      : luck > 3
        ? [
            { event, luck },
            { event, luck: luck / 2 }
          ]
        : [{ event, luck }]
  })
  return lived.toSorted((a, b) => a.luck - b.luck).map(({ event }) => event)
}

/** The product hears these and nothing else. */
async function feed(events: readonly StreamEvent[]): Promise<void> {
  let left = events
  const listEvents = async (): Promise<readonly StreamEvent[]> => {
    const page = left.slice(0, 100)
    left = left.slice(100)
    return page
  }
  await pullEvents(world.deps, { ...workos, listEvents })
}

/** What the directory itself says, in the product's words. */
function wanted(directoryId: string) {
  const { store } = world.vendor.standin
  const groups = store.collection<{ id: string; name: string; directory_id: string }>('groups').values()
  const memberships = store.collection<{ groupId: string; userId: string }>('memberships').values()
  const users = store.collection<{ id: string; idp_id: string; state: string; directory_id: string }>('users').values()
  return Array.from({ length: PEOPLE }, (_, who) => {
    const user = users.find(each => each.idp_id === `${directoryId}-${who}` && each.directory_id === directoryId)
    const isIn = (name: string): boolean =>
      memberships.some(
        ({ groupId, userId }) => userId === user?.id && groups.find(({ id }) => id === groupId)?.name === name
      )
    const can = user?.state === 'active' && isIn('CI-Access')
    return { active: user?.state === 'active', can, cohorts: can && isIn('New Leaders') ? ['Leaders 2026'] : [] }
  })
}

async function known(organizationId: string, directoryId: string) {
  const found = []
  for (let who = 0; who < PEOPLE; who++) {
    const person = await findPersonByIdp(world.deps, organizationId, `${directoryId}-${who}`)
    const active = person?.state === 'active'
    const cohorts = person ? await cohortsOf(world.deps, organizationId, person.personId) : []
    found.push({ active, can: active && (person?.access ?? false), cohorts: cohorts.map(({ name }) => name) })
  }
  return found
}

let runs = 0
const connect = (workosId: string): string => {
  const directoryId = `directory_${workosId}`
  world.vendor.addDirectory({ id: directoryId, organizationId: workosId, type: 'x', name: 'x', domain: 'x.test' })
  return directoryId
}

test(
  'lost, doubled and crossed events, then the lists: the same people, access and cohorts',
  { timeout: 180_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(history, fates, async (steps, fate) => {
        const workosId = `org_run${(runs += 1)}`
        const organizationId = await world.configure(workosId)
        const directoryId = connect(workosId)
        live(directoryId, steps)
        await feed(mangle(await eventsOf(workosId), fate))
        await reconcileOrganization(world.deps, workos, organizationId)
        expect(await known(organizationId, directoryId)).toEqual(wanted(directoryId))
      }),
      { numRuns: 10, seed: 7 }
    )
  }
)

test('in order and at least once, events alone are enough', { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.array(fc.nat(3), { minLength: 60, maxLength: 60 }), async (steps, again) => {
      const workosId = `org_run${(runs += 1)}`
      const organizationId = await world.configure(workosId)
      const directoryId = connect(workosId)
      live(directoryId, steps)
      const events = await eventsOf(workosId)
      // A reader that stopped before it noted its place reads the last few again.
      const repeated = events.flatMap((_, at) => events.slice(Math.max(0, at - (again[at % 60] ?? 0)), at + 1))
      await feed(repeated)
      expect(await known(organizationId, directoryId)).toEqual(wanted(directoryId))
    }),
    { numRuns: 10, seed: 11 }
  )
})

test('each night finds and reports what went astray; the next finds nothing', async () => {
  const organizationId = await world.configure('org_drift')
  const directoryId = connect('org_drift')
  live(
    directoryId,
    [0, 1, 2, 0].map(who => ({ what: 'save', who, manager: 0 }) as const)
  )
  const events = await eventsOf('org_drift')
  await feed(events.filter(event => !JSON.stringify(event).includes(`${directoryId}-2`)))
  await reconcileOrganization(world.deps, workos, organizationId)
  await reconcileOrganization(world.deps, workos, organizationId)
  const admin = world.as(organizationId, 'per_admin')
  await expect(admin(listDirectoryDrift)).rejects.toMatchObject({ status: 403 })
  const { reports } = await world.as(organizationId, 'per_admin', 'admin')(listDirectoryDrift)
  expect(reports.map(({ at: _at, ...counts }) => counts)).toEqual([
    { listed: 3, missing: 0, extra: 0, differing: 0 },
    { listed: 3, missing: 1, extra: 0, differing: 0 }
  ])
  expect(await organizationsToReconcile(world.deps)).not.toContain(organizationId)
})
