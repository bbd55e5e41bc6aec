import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createTestWorld } from '../testing.ts'
import { listReceipts, record, writeReceipt } from './audit.ts'

const about = { organizationId: 'org_a', personId: 'per_a' }

test('what was recorded cannot be changed or removed by the running product', async () => {
  await using world = await createTestWorld()
  const { deps } = world
  await deps.db.for('org_a')(trx =>
    record(trx, deps, { ...about, action: 'person.joined', actor: 'directory', detail: {} })
  )
  for (const statement of [
    `update audit_events set actor = 'nobody'`,
    'delete from audit_events',
    `update receipts set title = 'other'`
  ])
    await expect(deps.db.for('org_a')(trx => sql.raw(statement).execute(trx))).rejects.toThrow('permission denied')
})

test('receipts are read newest first, by their own company only', async () => {
  await using world = await createTestWorld()
  const { deps } = world
  for (const title of ['first', 'second']) {
    world.advance(1000)
    await deps.db.for('org_a')(trx =>
      writeReceipt(trx, deps, { ...about, kind: 'access.ended', title, detail: { reason: 'deactivated' } })
    )
  }
  expect(await listReceipts(deps, 'org_a', 'per_a')).toMatchObject([
    { title: 'second', detail: { reason: 'deactivated' } },
    { title: 'first' }
  ])
  expect(await listReceipts(deps, 'org_b', 'per_a')).toEqual([])
})
