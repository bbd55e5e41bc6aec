import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ProblemError } from '../platform/errors.ts'
import type { Deps } from '../platform/deps.ts'
import { createTestWorld, type TestWorld } from '../testing.ts'
import { startRevocationWatch } from './revocation-watch.ts'
import { createAuthenticator } from './authenticator.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createTestWorld()
}, 60_000)
afterAll(() => world[Symbol.asyncDispose]())

const seconds = (date: Date): number => Math.floor(date.getTime() / 1000)

describe('the authenticator', () => {
  it('knows the operator’s token and nothing near it', async () => {
    await using authenticator = await createAuthenticator(world.deps)
    expect(await authenticator.authenticate('operator-token-for-tests')).toEqual({ kind: 'operator' })
    await expect(authenticator.authenticate('operator-token-for-test')).rejects.toThrow(ProblemError)
    await expect(authenticator.authenticate('')).rejects.toThrow(ProblemError)
  }, 30_000)

  it('lets nobody in when the revocation log has not been readable for three seconds', async () => {
    let broken = false
    const db: Deps['db'] = {
      ...world.deps.db,
      router: work => (broken ? Promise.reject(new Error('no database')) : world.deps.db.router(work))
    }
    await using watch = await startRevocationWatch({ ...world.deps, db })
    const issuedAt = seconds(world.deps.realNow())
    expect(await watch.check('org_x.per_y', issuedAt)).toBe('live')
    broken = true
    await expect.poll(() => watch.check('org_x.per_y', issuedAt), { timeout: 6000 }).toBe('unknown')
    broken = false
    expect(await watch.check('org_x.per_y', issuedAt)).toBe('live')
  }, 30_000)
})
