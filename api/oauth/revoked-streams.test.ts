/** What is open or in hand when access ends: streams are cut off, tokens minted meanwhile die, and a blind process lets nobody in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { endpoint } from '../contract/endpoint.ts'
import { exchangeTeamsToken } from '../contract/identity.ts'
import { signOutEverywhere } from '../contract/sessions.ts'
import { openDatabase } from '../platform/database.ts'
import { answerErrors, createApi, createWeb } from '../platform/http.ts'
import { listen } from '../platform/serve.ts'
import { sleep } from '../platform/time.ts'
import { createAuthenticator } from './authenticator.ts'
import { startWire } from './test-wire.ts'
import { startSignInWorld, TENANT, type SignInWorld } from './test-world.ts'

const none = z.object({})
const asked = { method: 'GET', access: 'person', params: none, query: none, body: none } as const
const ticking = endpoint({ ...asked, path: '/v1/ticks', answer: none })
const whoAmI = endpoint({ ...asked, path: '/v1/whoami', answer: z.object({ personId: z.string() }) })

let world: SignInWorld
beforeAll(async () => {
  world = await startSignInWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

let serial = 0
async function newcomer() {
  serial += 1
  const [idpId, oid] = [`streamer${serial}`, `cccccccc-0000-4000-8000-${String(serial).padStart(12, '0')}`]
  await world.addPerson(idpId, { objectId: oid })
  const token = await world.entra.token({ tid: TENANT, oid })
  const mint = async () => (await world.call()(exchangeTeamsToken, { body: { token } })).accessToken
  return { idpId, mint, accessToken: await mint() }
}

/** Another process: its own authenticator, an endpoint that stays open, and how many of its answers are being written. */
async function startProcess(deps = world.deps) {
  const stack = new AsyncDisposableStack()
  const authenticator = stack.use(await createAuthenticator(deps))
  const api = createApi(authenticator.authenticate, authenticator.hold)
  const state = { writing: 0 }
  api.stream(ticking, async ({ res, ended }) => {
    state.writing += 1
    res.type('text/event-stream').write('data: open\n\n')
    while (!ended.aborted) {
      await new Promise(resolve => setTimeout(resolve, 20))
      res.write('data: tick\n\n')
    }
    state.writing -= 1
  })
  api.serve(whoAmI, async ({ caller: { personId } }) => ({ personId }))
  const web = createWeb().use(api.router, answerErrors(deps.log))
  const listening = stack.use(await listen(web, { port: 0, host: '127.0.0.1' }))
  const url = `http://127.0.0.1:${listening.port}`
  const headers = (token: string) => ({ authorization: `Bearer ${token}` })
  return {
    state,
    open: (token: string, signal?: AbortSignal) =>
      fetch(url + ticking.path, { headers: headers(token), ...(signal ? { signal } : {}) }),
    statusOf: async (token: string) => (await fetch(url + whoAmI.path, { headers: headers(token) })).status,
    [Symbol.asyncDispose]: () => stack.disposeAsync()
  }
}

/** Reads on until the answer is over. */
async function readToEnd(answer: Response): Promise<'ended' | 'cut off'> {
  try {
    for await (const _part of answer.body ?? []);
    return 'ended'
  } catch {
    return 'cut off'
  }
}

describe('an answer that stays open', () => {
  it('is cut off when its person leaves, and a colleague’s goes on', async () => {
    await using process = await startProcess()
    const [leaver, colleague] = [await newcomer(), await newcomer()]
    const answer = await process.open(leaver.accessToken)
    const stop = new AbortController()
    const other = await process.open(colleague.accessToken, stop.signal)
    expect([answer.status, other.status, process.state.writing]).toEqual([200, 200, 2])
    await world.setActive(leaver.idpId, 'inactive')
    expect(await readToEnd(answer)).toBe('cut off')
    await expect.poll(() => process.state.writing).toBe(1)
    stop.abort()
    await expect.poll(() => process.state.writing).toBe(0)
  })

  it('is cut off when its person signs out everywhere', async () => {
    await using process = await startProcess()
    const { accessToken } = await newcomer()
    const answer = await process.open(accessToken)
    await world.call(accessToken)(signOutEverywhere)
    expect(await readToEnd(answer)).toBe('cut off')
  })

  it('is not opened with a token that is dead already', async () => {
    await using process = await startProcess()
    const { idpId, accessToken } = await newcomer()
    await world.setActive(idpId, 'inactive')
    await expect.poll(async () => (await process.open(accessToken)).status).toBe(401)
    await expect.poll(() => process.state.writing).toBe(0)
  })

  it('lives no longer than its token', async () => {
    const { accessToken } = await newcomer()
    const soon = 400
    const { exp } = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as { exp: number }
    const nearTheEnd = { ...world.deps, realNow: () => new Date(exp * 1000 - soon) }
    await using process = await startProcess(nearTheEnd)
    expect(await readToEnd(await process.open(accessToken))).toBe('cut off')
  })

  it('cannot be served where nobody watches', () => {
    const api = createApi(async () => ({ kind: 'nobody' }))
    expect(() => api.stream(ticking, async () => {})).toThrow('nobody watches')
  })
})

describe('tokens minted while their person leaves', () => {
  it('are all dead five seconds later, in every process', async () => {
    await using processes = new AsyncDisposableStack()
    const both = [processes.use(await startProcess()), processes.use(await startProcess())]
    const people: Awaited<ReturnType<typeof newcomer>>[] = []
    while (people.length < 6) people.push(await newcomer())
    const minted = people.map(({ accessToken }) => [accessToken])
    let leaving = true
    const minting = people.map(async ({ mint }, index) => {
      while (leaving)
        await mint().then(
          token => void minted[index]?.push(token),
          () => undefined
        )
    })
    await expect.poll(() => minted.every(tokens => tokens.length > 2), { timeout: 60_000 }).toBe(true)
    for (const { idpId } of people) await world.setActive(idpId, 'inactive')
    // Those in hand finish; nothing is minted after.
    await new Promise(resolve => setTimeout(resolve, 500))
    leaving = false
    await Promise.all(minting)
    const all = minted.flat()
    expect(all.length).toBeGreaterThan(people.length)
    const alive = async () =>
      (await Promise.all(both.flatMap(({ statusOf }) => all.map(statusOf)))).filter(status => status !== 401).length
    await expect.poll(alive, { interval: 250 }).toBe(0)
  })
})

describe.skipIf(!process.env['TEST_DATABASE_URL'])(
  'a process whose connections to the database hang without an error',
  () => {
    it('refuses everybody and cuts streams off, learns of leavers when it is back, and comes back by itself', async () => {
      const { hostname, port, username, pathname } = new URL(world.deps.config.DATABASE_URL ?? '')
      await using wire = await startWire({ host: hostname, port: Number(port || 5432) })
      const through = `postgres://${username}@127.0.0.1:${wire.port}${pathname}`
      await using db = await openDatabase({ url: through, schema: world.deps.db.schema })
      await using process = await startProcess({ ...world.deps, db })
      const [leaver, colleague] = [await newcomer(), await newcomer()]
      expect([await process.statusOf(leaver.accessToken), await process.statusOf(colleague.accessToken)]).toEqual([
        200, 200
      ])
      const answer = await process.open(colleague.accessToken)
      wire.cut()
      await world.setActive(leaver.idpId, 'inactive')
      await expect.poll(() => process.statusOf(leaver.accessToken)).toBe(503)
      // A database that is only busy would still answer in time: nobody is turned away before.
      const status = process.statusOf(colleague.accessToken)
      expect(await Promise.race([status, sleep(1500)])).toBeUndefined()
      expect(await status).toBe(503)
      expect(await readToEnd(answer)).toBe('cut off')
      wire.mend()
      await expect.poll(() => process.statusOf(colleague.accessToken), { timeout: 60_000, interval: 500 }).toBe(200)
      expect(await process.statusOf(leaver.accessToken)).toBe(401)
    })
  }
)
