/** What a company's admin sees and starts, and nobody else. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getConnections, openPortal } from '../api/contract/admin.ts'
import { listAudit } from '../api/contract/audit.ts'
import { createClient, type Client } from '../api/contract/client.ts'
import { exchangeTeamsToken } from '../api/contract/identity.ts'
import * as control from '../sandbox/control/contract.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { openWalk } from './harness.ts'
import { signInOnWeb } from './web-person.ts'

let box: Sandbox
let admin: Client
beforeAll(async () => {
  box = await openWalk()
  admin = await asPerson('northwind/vikram-iyer')
})
afterAll(() => box[Symbol.asyncDispose]())

async function asPerson(personKey: string): Promise<Client> {
  const { token } = await box.call(control.getTeamsToken, { params: { personKey } })
  const { accessToken } = await createClient({ baseUrl: box.url, fetch })(exchangeTeamsToken, { body: { token } })
  return createClient({ baseUrl: box.url, fetch, token: async () => accessToken })
}

test.each(['northwind/ana-torres', 'northwind/grace-ellison'])('%s sees none of it', async personKey => {
  const call = await asPerson(personKey)
  await expect(call(openPortal, { body: { intent: 'sso' } })).rejects.toMatchObject({ status: 403 })
  await expect(call(getConnections)).rejects.toMatchObject({ status: 403 })
  await expect(call(listAudit)).rejects.toMatchObject({ status: 403 })
})

test('a link opens the set-up portal for one task, and the audit says who asked', async () => {
  const { url } = await admin(openPortal, { body: { intent: 'certificate_renewal' } })
  expect(await (await fetch(url)).text()).toContain('Renew the certificate')
  const { events } = await admin(listAudit, { query: { action: 'portal.opened' } })
  expect(events.map(({ detail }) => detail)).toEqual([{ intent: 'certificate_renewal' }])
  box.world.workos.standin.faults.add({ kind: 'status', status: 500, path: '/portal', times: 10 })
  await expect(admin(openPortal, { body: { intent: 'sso' } })).rejects.toMatchObject({ status: 503 })
  box.world.workos.standin.faults.clear()
})

test('the connections say when they were last heard of and how sign-ins end', async () => {
  await signInOnWeb(box, 'northwind/ana-torres')
  const { directory, signIn } = await admin(getConnections)
  expect(directory.lastEventAt).not.toBeNull()
  expect(directory.lastComparedAt).not.toBeNull()
  expect(signIn.lastAt).not.toBeNull()
  expect(signIn.week).toContainEqual({ outcome: 'signed_in', count: 1 })
})

test('the audit log is read page by page, each event once, newest first', async () => {
  const all = (await admin(listAudit, { query: { limit: 500 } })).events.map(({ eventId }) => eventId)
  const read: string[] = []
  let before: string | undefined
  do {
    const page = await admin(listAudit, { query: { limit: 7, ...(before ? { before } : {}) } })
    read.push(...page.events.map(({ eventId }) => eventId))
    before = page.next ?? undefined
  } while (before)
  expect(read).toEqual(all)
  expect(read).toEqual(read.toSorted().toReversed())
  expect(new Set(read).size).toBe(read.length)
})
