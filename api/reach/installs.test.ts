import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CallError } from '../contract/client.ts'
import {
  checkReach,
  dryRunInstalls,
  getCompanyReach,
  getInstalls,
  putReachSettings,
  startInstalls,
  INSTALL_REASONS,
  turnInstalls,
  type Level
} from '../contract/reach.ts'
import { chatStandings } from '../channels/channels.ts'
import { workRun } from './install-crew.ts'
import { MINUTE } from '../platform/time.ts'
import { oidOf, startReachWorld, TID, type ReachWorld } from './test-world.ts'

const countDone = async (runId: string): Promise<number> => {
  const { rows } = await world.deps.db.owner(trx =>
    sql<{ people: number }>`select count(*)::int as people from installs
      where run_id = ${runId} and state not in ('waiting', 'cancelled')`.execute(trx)
  )
  return rows[0]?.people ?? 0
}

const APPS = '/teamwork/installedApps$'
let world: ReachWorld

beforeAll(async () => {
  world = await startReachWorld({ limits: true })
})
afterAll(() => world[Symbol.asyncDispose]())
beforeEach(() => world.teams.standin.faults.clear())

const graphCalls = () => world.teams.standin.received().filter(({ path }) => path.startsWith('/v1.0/'))
const grant = (level: Level, catalogId = world.catalogId) =>
  world.admin(putReachSettings, { body: { level, mail: true, welcomeByMail: false, catalogId } })
const run = async () => (await world.admin(getInstalls)).run
const codeOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'accepted',
    (error: unknown) => (error instanceof CallError ? error.problem.code : String(error))
  )
/** Real time passes: the tick takes up what waits. */
const goOn = async (): Promise<void> => {
  await world.tick()
  await world.quiet()
}
const finished = async () => {
  await goOn()
  return (await run())?.state
}

describe('before anything is granted', () => {
  test('no call leaves us at level 0, and a run is refused with what to do', async () => {
    await world.hire(oidOf(1))
    expect((await world.admin(getCompanyReach)).settings.level).toBe(0)
    expect(await codeOf(world.admin(startInstalls))).toBe('level')
    expect((await world.admin(checkReach)).checks).toEqual([])
    expect(graphCalls()).toEqual([])
    expect(world.entra.standin.received().filter(({ path }) => path.includes('/oauth2/'))).toHaveLength(0)
  })

  test('level 1 opens the feed and not the installation', async () => {
    await grant(1)
    expect(await codeOf(world.admin(startInstalls))).toBe('level')
    await world.admin(checkReach)
    expect(graphCalls().filter(({ path }) => path.includes('installedApps'))).toEqual([])
  })

  test('only an admin sees and changes it', async () => {
    expect(await codeOf(world.as('per_x', 'hr')(getCompanyReach))).toBe('forbidden')
    expect(await codeOf(world.as('per_x', 'hr')(startInstalls))).toBe('forbidden')
  })
})

describe('the run', () => {
  const TEN = Array.from({ length: 10 }, (_, index) => oidOf(100 + index))
  const ids = new Map<string, string>()

  beforeAll(async () => {
    for (const [index, personId] of (await world.hireMany(TEN)).entries()) ids.set(TEN[index] ?? '', personId)
    await grant(2)
  })

  const chatOf = async (oid: string) => (await chatStandings(world.deps, world.organizationId)).get(ids.get(oid) ?? '')

  test('a dry run says how many people and calls and how long, and calls nobody', async () => {
    const before = graphCalls().length
    expect(await world.admin(dryRunInstalls)).toEqual({
      people: { kind: 'at_least', people: 8 },
      calls: 8,
      seconds: 1,
      problem: null
    })
    expect(graphCalls()).toHaveLength(before)
  })

  test('a missing permission, an unknown app and a lost token hold all of it, and a resume goes on', async () => {
    const refuse = (status: number, message: string) =>
      world.teams.standin.faults.add({
        kind: 'status',
        method: 'POST',
        path: APPS,
        status,
        body: { error: { code: 'Forbidden', message } }
      })
    refuse(403, 'Missing role permissions on the request. API requires one of ...')
    const { runId } = await world.admin(startInstalls)
    expect(await codeOf(world.admin(startInstalls))).toBe('install_on')
    await world.quiet()
    expect(await run()).toMatchObject({
      state: 'running',
      problem: 'permission_missing',
      done: { kind: 'fewer', than: 8 }
    })
    world.teams.standin.faults.clear()
    refuse(404, 'App definition not found. AppId: x')
    const resume = () => world.admin(turnInstalls, { params: { runId }, body: { turn: 'resume' } })
    await resume()
    await world.quiet()
    expect((await run())?.problem).toBe('not_in_catalog')
    world.teams.standin.faults.clear()
    refuse(401, 'Lifetime validation failed')
    await resume()
    await world.quiet()
    expect((await run())?.problem).toBe('token_refused')
    await world.admin(turnInstalls, { params: { runId }, body: { turn: 'cancel' } })
    expect(await codeOf(resume())).toBe('install_turned')
    expect((await run())?.state).toBe('cancelled')
  })

  test('who has the app already, is a guest, is forbidden or never opened Teams has an outcome of their own', async () => {
    const [had = '', guest = '', blocked = '', never = '', removed = ''] = TEN
    world.teams.addPerson({ tid: TID, oid: guest, name: 'Guest (demo)', guest: true })
    world.teams.addPerson({ tid: TID, oid: blocked, name: 'Blocked (demo)', appsBlocked: true })
    world.teams.addPerson({ tid: TID, oid: never, name: 'Never (demo)', neverSignedIn: true })
    // Installed while our side was away: Teams told nobody.
    world.teams.standin.faults.clear()
    await silently(had)
    await world.teams.install({ tid: TID, oid: removed }).delivered
    await world.teams.uninstall({ tid: TID, oid: removed }).delivered
    await world.quiet()
    await world.admin(startInstalls)
    await world.quiet()
    await expect.poll(finished, { interval: 300 }).toBe('done')
    expect(await chatOf(had)).toBe('open')
    expect(await chatOf(TEN[7] ?? '')).toBe('open')
    // Who removed the bot said no: nobody puts it back.
    expect(await chatOf(removed)).toBe('no')
    expect(world.teams.installation({ tid: TID, oid: removed })?.state).toBe('removed')
    const rows = await world.deps.db.owner(trx =>
      sql<{ person_id: string; state: string; reason: string | null }>`
        select person_id, state, reason from installs where state in ('already', 'failed', 'installed')`.execute(trx)
    )
    const outcome = (oid: string) => {
      const row = rows.rows.find(({ person_id }) => person_id === ids.get(oid))
      return row && (row.reason ?? row.state)
    }
    expect([had, guest, blocked, never, removed].map(outcome)).toEqual([
      'already',
      'guest',
      'policy',
      'no_teams',
      undefined
    ])
    const view = await run()
    expect(view).toMatchObject({ state: 'done', people: { kind: 'about', within: 7 }, problem: null })
    // Fewer than eight are never counted out, nor what would tell them by subtraction; none tells by being there that somebody has it.
    expect(view?.results?.failed.map(({ reason }) => reason)).toEqual([...INSTALL_REASONS])
    expect(await run()).toEqual(view)
  })

  /** The app is there and no event was heard. */
  async function silently(oid: string): Promise<void> {
    const bots = world.teams.bots()
    const [bot] = bots
    if (!bot) throw new Error('there is no bot')
    world.teams.registerBot({ ...bot, messagingUrl: 'http://127.0.0.1:9/none' })
    await world.teams.install({ tid: TID, oid }).delivered.catch(() => undefined)
    await world.teams.settled()
    world.teams.registerBot(bot)
  }

  test('a chat that was adopted takes what the coach sends', async () => {
    const key = { tid: TID, oid: TEN[0] ?? '' }
    // Not everybody in the same minute.
    world.later(15 * MINUTE)
    await expect
      .poll(async () => {
        await goOn()
        return world.teams.conversation(key).messages.length
      })
      .toBeGreaterThan(0)
  })
})

describe('under load', () => {
  test('two processes install at once within the limit, one dies in the middle, and everybody is installed once', async () => {
    const MANY = Array.from({ length: 50 }, (_, index) => oidOf(1000 + index))
    await world.hireMany(MANY)
    world.teams.standin.forget()
    world.teams.standin.faults.add({ kind: 'status', method: 'POST', path: APPS, status: 503, times: 5 })
    world.teams.standin.faults.add({ kind: 'dropAnswer', method: 'POST', path: APPS, times: 3 })
    const { runId } = await world.admin(startInstalls)
    const key = { organizationId: world.organizationId, runId }
    // A process that claims and dies: what it held is free again when its claim has ended.
    await world.deps.db.owner(trx =>
      sql`update installs set crew = 'crw_dead', claimed_until = clock_timestamp() + interval '3 seconds'
        where run_id = ${runId} and person_id in (select person_id from installs where run_id = ${runId} limit 5)`.execute(
        trx
      )
    )
    await Promise.all([workRun(world.deps, key), workRun({ ...world.deps, config: { ...world.deps.config } }, key)])
    await expect.poll(finished, { timeout: 60_000, interval: 300 }).toBe('done')
    for (const oid of MANY) expect(world.teams.installation({ tid: TID, oid })?.state, oid).toBe('installed')
    const posts = graphCalls().filter(({ method }) => method === 'POST')
    expect(posts.filter(({ status }) => status === 429)).toEqual([])
    const created = posts.filter(({ status }) => status === 201)
    expect(new Set(created.map(({ path }) => path)).size).toBe(created.length)
  })

  test('a run is paused, nobody more is installed, and it goes on where it was', async () => {
    const FEW = Array.from({ length: 40 }, (_, index) => oidOf(2000 + index))
    await world.hireMany(FEW)
    // Long enough to be paused in the middle.
    world.teams.standin.faults.add({ kind: 'delay', method: 'POST', path: APPS, ms: 1500 })
    const before = graphCalls().length
    const { runId } = await world.admin(startInstalls)
    const turn = (to: 'pause' | 'resume') => world.admin(turnInstalls, { params: { runId }, body: { turn: to } })
    await expect.poll(() => graphCalls().length, { interval: 20 }).toBeGreaterThan(before)
    await turn('pause')
    await world.quiet()
    const paused = await run()
    // The three whom Teams refused before are asked about again.
    expect(paused).toMatchObject({ state: 'paused', people: { kind: 'about', within: 7 } })
    const done = await countDone(runId)
    expect(done).toBeLessThan(43)
    await goOn()
    expect(await countDone(runId)).toBe(done)
    world.teams.standin.faults.clear()
    await turn('resume')
    await expect.poll(finished, { timeout: 60_000, interval: 300 }).toBe('done')
    expect(await countDone(runId)).toBe(43)
  })
})
