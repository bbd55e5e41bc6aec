/** Keys change while everybody stays signed in. */
import { getPerson } from '../directory/directory.ts'
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exchangeTeamsToken } from '../contract/identity.ts'
import { listAudit } from '../contract/audit.ts'
import { getMe } from '../contract/directory.ts'
import { after, DAY, HOUR, MINUTE } from '../platform/time.ts'
import { createTestWorld, type TestWorld } from '../testing.ts'
import { createAuthenticator } from './authenticator.ts'
import { loadSigningKeys, publicPart, rotateKeys, rotateWhenDue } from './keys.ts'
import { oauthDefinitions } from './jobs.ts'
import { createRotationRecord } from './rotation-job.ts'
import { createOpenIdProvider } from './oauth.ts'
import { startSignInWorld, TENANT, type SignInWorld } from './test-world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createTestWorld({ definitions: oauthDefinitions })
})
afterAll(() => world[Symbol.asyncDispose]())

const at = (ms: number) => ({ ...world.deps, realNow: () => after(world.deps.realNow(), ms) })
const kids = async (ms: number): Promise<readonly string[]> =>
  (await loadSigningKeys(at(ms))).filter(({ alg }) => alg === 'ES256').map(({ kid }) => kid)

test('a new key is published at once, signs after an hour, and the old one is gone a day later', async () => {
  const [old = ''] = await kids(0)
  const [made = ''] = await rotateKeys(at(0))
  expect(await kids(0)).toEqual([old, made])
  expect(await kids(HOUR - MINUTE)).toEqual([old, made])
  expect(await kids(HOUR + MINUTE)).toEqual([made, old])
  expect(await kids(HOUR + DAY + MINUTE)).toEqual([made])
})

test('after ninety days one of several processes rotates', async () => {
  expect(await rotateWhenDue(at(DAY))).toBe(false)
  const before = (await kids(91 * DAY)).length
  const rotated = await Promise.all([1, 2, 3].map(() => rotateWhenDue(at(91 * DAY))))
  expect(rotated.toSorted()).toEqual([false, false, true])
  expect(await kids(91 * DAY)).toHaveLength(before + 1)
})

test(
  'processes that run on take the new key up, and every token holds until it ends',
  { timeout: 60_000 },
  async () => {
    await using running: SignInWorld = await startSignInWorld()
    await running.addPerson('ana', { objectId: 'cccccccc-0000-4000-8000-000000000001' })
    const claims = { tid: TENANT, oid: 'cccccccc-0000-4000-8000-000000000001' }
    const exchange = async () =>
      (await running.call()(exchangeTeamsToken, { body: { token: await running.entra.token(claims) } })).accessToken
    const first = await exchange()
    await rotateKeys(running.deps)
    const inTwoHours = { ...running.deps, realNow: () => after(new Date(), 2 * HOUR) }
    const { mintForTab } = await createOpenIdProvider(inTwoHours)
    const me = await running.call(first)(getMe)
    const person = await getPerson(running.deps, running.organizationId, me.personId)
    if (!person) throw new Error('nobody is there')
    const { accessToken } = await mintForTab(async () => person)
    expect(decodeProtectedHeader(accessToken).kid).not.toBe(decodeProtectedHeader(first).kid)
    // Both are in what any process publishes now.
    const published = createLocalJWKSet({ keys: (await loadSigningKeys(running.deps)).map(publicPart) })
    for (const token of [first, accessToken]) await jwtVerify(token, published, { currentDate: new Date() })
    await using authenticator = await createAuthenticator(running.deps)
    expect(await authenticator.authenticate(accessToken)).toMatchObject({ kind: 'person', personId: me.personId })
  }
)

test('each company reads once in its log that keys were replaced, also when the job ran twice', async () => {
  await using running = await startSignInWorld({ jobs: true })
  const kids = await rotateKeys(running.deps)
  const admin = await running.asAdmin()
  const rotations = async () => (await admin(listAudit, { query: { action: 'keys.rotated' } })).events
  await expect.poll(rotations, { timeout: 60_000 }).toHaveLength(1)
  await createRotationRecord(running.deps)({ actor: 'operator', kids: [...kids] })
  expect(await rotations()).toMatchObject([{ action: 'keys.rotated', actor: 'operator' }])
})
