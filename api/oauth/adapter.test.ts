import { errors } from 'oidc-provider'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { after, SECOND } from '../platform/time.ts'
import type { Database } from '../platform/database.ts'
import { createTestWorld, type TestWorld } from '../testing.ts'
import { createAdapter } from './adapter.ts'
import { loadSigningKeys } from './keys.ts'
import { revokePerson } from './revocation.ts'
import { SIGNED_OUT } from './signed-out.ts'
import { inUnit, openUnit } from './unit.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createTestWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const noClients = async () => undefined

async function waitingForLocks(db: Database): Promise<number> {
  const { rows } = await db.owner(trx =>
    sql<{ count: number }>`select count(*)::int as count from pg_locks where not granted`.execute(trx)
  )
  return rows[0]?.count ?? 0
}

describe('the provider’s storage', () => {
  it('lets exactly one of many parallel consumers have a token', async () => {
    const tokens = createAdapter(world.deps, noClients)('RefreshToken')
    await tokens.upsert('token-1', { accountId: 'org_a.per_a', grantId: 'grant-1' }, 60)
    const settled = await Promise.allSettled(Array.from({ length: 8 }, () => tokens.consume('token-1')))
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(settled.flatMap(one => (one.status === 'rejected' ? [one.reason] : []))).toSatisfy((reasons: unknown[]) =>
      reasons.every(reason => reason instanceof errors.InvalidGrant)
    )
    const later = { ...world.deps, realNow: () => after(world.deps.realNow(), 11 * SECOND) }
    expect(await tokens.find('token-1')).not.toHaveProperty('consumed')
    const seenLater = await createAdapter(later, noClients)('RefreshToken').find('token-1')
    expect(seenLater).toMatchObject({ consumed: expect.any(Number) as number })
  })

  it('forgets what has expired, and with a grant all that came of it', async () => {
    let skew = 0
    const adapter = createAdapter({ ...world.deps, realNow: () => after(world.deps.realNow(), skew) }, noClients)
    const codes = adapter('AuthorizationCode')
    await codes.upsert('code-1', { grantId: 'grant-1' }, 60)
    await codes.upsert('code-2', { grantId: 'grant-2' }, 60)
    await codes.revokeByGrantId('grant-1')
    expect(await codes.find('code-1')).toBeUndefined()
    expect(await codes.find('code-2')).toMatchObject({ grantId: 'grant-2' })
    skew = 61 * SECOND
    expect(await codes.find('code-2')).toBeUndefined()
  })

  it('loses a revoked person’s rows with the transaction, and nobody else’s', async () => {
    const sessions = createAdapter(world.deps, noClients)('Session')
    await sessions.upsert('mine', { accountId: 'org_a.per_a', uid: 'u1' }, 60)
    await sessions.upsert('colleague', { accountId: 'org_a.per_b', uid: 'u2' }, 60)
    await sessions.upsert('other-company', { accountId: 'org_b.per_a', uid: 'u3' }, 60)
    const revocation = { organizationId: 'org_a', personId: 'per_a', reason: 'deactivated', at: world.deps.realNow() }
    await expect(
      world.deps.db.for('org_a')(async trx => {
        await revokePerson(trx, world.deps, revocation)
        throw new Error('rolled back')
      })
    ).rejects.toThrow('rolled back')
    expect(await sessions.findByUid('u1')).toBeDefined()
    await world.deps.db.for('org_a')(trx => revokePerson(trx, world.deps, revocation))
    expect(await sessions.findByUid('u1')).toBeUndefined()
    expect(await sessions.findByUid('u2')).toBeDefined()
    expect(await sessions.findByUid('u3')).toBeDefined()
  })

  it('keeps nothing of a request whose session is signed out while it is under way', async ctx => {
    // The embedded engine takes one transaction at a time: there the two cannot meet.
    if (world.deps.db.engine.kind === 'pglite') return ctx.skip()
    const person = { organizationId: 'org_a', personId: 'per_late' }
    const [sessions, grants] = ['Session', 'Grant'].map(createAdapter(world.deps, noClients))
    const session = { accountId: 'org_a.per_late', uid: 'u-late' }
    await sessions?.upsert('late', session, 60)
    const unit = await openUnit(world.deps)
    const deleted = Promise.withResolvers<void>()
    const commit = Promise.withResolvers<void>()
    const signingOut = world.deps.db.for('org_a')(async trx => {
      await revokePerson(trx, world.deps, { ...person, reason: SIGNED_OUT, at: world.deps.realNow() })
      deleted.resolve()
      await commit.promise
    })
    await deleted.promise
    await inUnit(unit, async () => {
      expect(await sessions?.find('late')).toMatchObject(session)
      await sessions?.upsert('late', session, 60)
      await grants?.upsert('late-grant', { accountId: session.accountId }, 60)
    })
    const keeping = unit.keep()
    await expect.poll(() => waitingForLocks(world.deps.db)).toBeGreaterThan(0)
    commit.resolve()
    await signingOut
    expect(await keeping).toBe(false)
    expect(await sessions?.find('late')).toBeUndefined()
    expect(await grants?.find('late-grant')).toBeUndefined()
  })

  it('makes one set of signing keys for processes that start together, and keeps them sealed', async () => {
    const [first, second] = await Promise.all([loadSigningKeys(world.deps), loadSigningKeys(world.deps)])
    expect(first.map(({ kid }) => kid)).toEqual(second.map(({ kid }) => kid))
    expect(first.map(({ alg }) => alg).toSorted()).toEqual(['ES256', 'RS256'])
  })
})
