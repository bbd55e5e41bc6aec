import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ProblemError } from '../platform/errors.ts'
import type { Deps } from '../platform/deps.ts'
import { after, HOUR, SECOND } from '../platform/time.ts'
import { createTestWorld, type TestWorld } from '../testing.ts'
import { revokePerson } from './revocation.ts'
import { startRevocationWatch } from './revocation-watch.ts'
import { createAuthenticator } from './authenticator.ts'
import { SIGNED_OUT } from './signed-out.ts'
import { listRecentRevocations } from './store.ts'
import { LOOKED_MS } from './unit.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createTestWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const REVOKED = { organizationId: 'org_r', personId: 'per_r' }

/** @returns when it was logged, by the database's clock. */
async function revoke(reason: string): Promise<number> {
  const { deps } = world
  await deps.db.for(REVOKED.organizationId)(trx => revokePerson(trx, deps, { ...REVOKED, reason, at: deps.realNow() }))
  const logged = await deps.db.router(trx => listRecentRevocations(trx, 60))
  return Math.max(...logged.map(({ recordedAt }) => recordedAt.getTime()))
}

describe('the authenticator', () => {
  it('knows the operator’s token and nothing near it', async () => {
    await using authenticator = await createAuthenticator(world.deps)
    expect(await authenticator.authenticate('operator-token-for-tests')).toEqual({ kind: 'operator' })
    await expect(authenticator.authenticate('operator-token-for-test')).rejects.toThrow(ProblemError)
    await expect(authenticator.authenticate('')).rejects.toThrow(ProblemError)
  })

  it('lets nobody in when the revocation log has not been readable for three seconds', async () => {
    let broken = false
    const db: Deps['db'] = {
      ...world.deps.db,
      router: work => (broken ? Promise.reject(new Error('no database')) : world.deps.db.router(work))
    }
    await using watch = await startRevocationWatch({ ...world.deps, db })
    const began = world.deps.realNow().getTime()
    expect(await watch.check('org_x.per_y', began)).toBe('live')
    broken = true
    await expect.poll(() => watch.check('org_x.per_y', began)).toBe('unknown')
    broken = false
    expect(await watch.check('org_x.per_y', began)).toBe('live')
  })

  it.each([0, HOUR, -HOUR])(
    'divides what came before a sign-out from what came after to the millisecond, with a clock %i ms off',
    async skew => {
      const at = await revoke(SIGNED_OUT)
      const off = { ...world.deps, realNow: () => after(world.deps.realNow(), skew) }
      await using watch = await startRevocationWatch(off)
      expect(await watch.check('org_r.per_r', at - 1)).toBe('revoked')
      expect(await watch.check('org_r.per_r', at)).toBe('revoked')
      expect(await watch.check('org_r.per_r', at + 1)).toBe('live')
    }
  )

  it('counts access taken away from when it was seen, with what a request may have looked up before', async () => {
    await revoke('deactivated')
    await using watch = await startRevocationWatch(world.deps)
    const seenBy = (await world.deps.db.now()).getTime()
    expect(await watch.check('org_r.per_r', seenBy)).toBe('revoked')
    expect(await watch.check('org_r.per_r', seenBy + LOOKED_MS + SECOND)).toBe('live')
  })
})
