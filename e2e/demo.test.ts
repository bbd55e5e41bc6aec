/** The demo's six weeks as `npm start` restores them: on other ports than they were made on, everybody can be reached. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tenantsOf } from '../api/organizations/organizations.ts'
import * as control from '../sandbox/control/contract.ts'
import { openSandbox, type Sandbox } from '../sandbox/sandbox.ts'
import { companiesOf } from '../sandbox/seed.ts'
import { finishRestore, restoreSnapshot } from '../sandbox/snapshot.ts'
import { eventually, freePorts } from './harness.ts'

const ANA = 'northwind/ana-torres'

const folder = mkdtempSync(join(tmpdir(), 'ci-demo-'))
let box: Sandbox
beforeAll(async () => {
  await restoreSnapshot(folder)
  box = await openSandbox({ folder, port: await freePorts(), env: { LOG_LEVEL: 'error', TICK_MS: '200' } })
  await finishRestore(box, folder)
})
afterAll(async () => {
  await box[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

test('somebody of the history writes, and the answer arrives', async () => {
  const said = async () => (await box.call(control.getChat, { params: { personKey: ANA } })).messages
  const before = (await said()).length
  await box.call(control.say, { params: { personKey: ANA }, body: { text: 'ayuda' } })
  const answer = await eventually(async () => {
    const messages = await said()
    return messages.length >= before + 2 ? messages.at(-1) : undefined
  }, 'an answer')
  expect(answer.from).toBe('bot')
})

test('what the product keeps of Teams is at the address where Teams answers', async () => {
  const stale: string[] = []
  await box.product.deps.db.owner(async trx => {
    for (const table of ['conversation_references', 'hr_channels']) {
      const { rows } = await sql<{ service_url: string }>`select distinct service_url from ${sql.table(table)}`.execute(
        trx
      )
      stale.push(...rows.map(({ service_url: url }) => url).filter(url => !url.startsWith(box.world.addresses.teams)))
    }
  })
  expect(stale).toEqual([])
})

test('each company’s tenant is proved, by the sign-in of somebody who administers it', async () => {
  for (const { company, organizationId } of companiesOf(box.world).values())
    expect(await tenantsOf(box.product.deps, organizationId)).toMatchObject([
      { tenantId: company.tid, ground: 'microsoft' }
    ])
})
