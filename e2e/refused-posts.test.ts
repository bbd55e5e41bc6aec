/** What vendors post to us, forged, stale, changed or replayed: refused with 401, and nobody is changed. */
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO } from '../sandbox/env.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { companiesOf, peopleOf } from '../sandbox/seed.ts'
import { createChannelIdentity, type ChannelIdentity } from '../sandbox/teams/tokens.ts'
import { signWebhook } from '../sandbox/workos/webhooks.ts'
import { openWalk } from './harness.ts'

let box: Sandbox
let channel: ChannelIdentity
let organizationId: string
let rows: string
beforeAll(async () => {
  box = await openWalk({ env: { LOG_LEVEL: 'silent' } })
  channel = createChannelIdentity(box.world.teams.standin)
  organizationId = companiesOf(box.world).get('northwind')?.organizationId ?? ''
  rows = await countRows()
})
afterAll(() => box[Symbol.asyncDispose]())

const TABLES = ['people', 'inbound', 'enrollments', 'conversation_references', 'audit_events']
async function countRows(): Promise<string> {
  return box.product.deps.db.owner(async trx => {
    const counts: string[] = []
    for (const table of TABLES) {
      const { rows: found } = await sql<{ n: string }>`select count(*) as n from ${sql.table(table)}`.execute(trx)
      counts.push(`${table} ${found[0]?.n}`)
    }
    return counts.join(', ')
  })
}

const post = async (path: string, body: string, headers: Readonly<Record<string, string>>) => {
  const answer = await fetch(box.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body
  })
  const text = await answer.text()
  const leaked = /node_modules|\bat \w+ \(|secret|signature base/iu.exec(text)?.[0]
  return { status: answer.status, leaked, rows: await countRows() }
}
const refused = (status = 401) => ({ status, leaked: undefined, rows })

describe('WorkOS', () => {
  const event = JSON.stringify({ id: 'event_x', event: 'dsync.user.deleted', data: { id: 'directory_user_x' } })
  const sign = (body: string, at = Date.now(), secret = box.product.deps.config.WORKOS_WEBHOOK_SECRET): string =>
    signWebhook(secret, body, at)

  test('a signed one is taken', async () => {
    expect((await post('/webhooks/workos', event, { 'workos-signature': sign(event) })).status).toBe(200)
  })

  test.each([
    ['no signature', () => ''],
    ['text as signature', () => 'v1=yes'],
    ['another secret', () => sign(event, Date.now(), 'guess')],
    ['a signature of another body', () => sign('{}')],
    ['ten minutes ago', () => sign(event, Date.now() - 600_000)],
    ['in ten minutes', () => sign(event, Date.now() + 600_000)],
    ['a time written in', () => sign(event, Date.now() - 600_000).replace(/t=\d+/u, `t=${Date.now()}`)],
    ['a cut signature', () => sign(event).slice(0, -2)],
    ['an empty signature', () => `t=${Date.now()}, v1=`]
  ])('%s', async (_what, signature) => {
    expect(await post('/webhooks/workos', event, { 'workos-signature': signature() })).toEqual(refused())
  })

  test('much too large', async () => {
    const large = 'x'.repeat(2_000_000)
    expect((await post('/webhooks/workos', large, { 'workos-signature': sign(large) })).status).toBe(413)
  })
})

describe('Thinkific', () => {
  const body = JSON.stringify({
    id: 'w1',
    resource: 'enrollment',
    action: 'progress',
    payload: { percentage_completed: '1.0' }
  })
  const key = (): string => box.world.secrets.learningApiKey
  const sign = (secret: string, text = body): string => createHmac('sha256', secret).update(text).digest('hex')
  const to = (id = organizationId): string => `/webhooks/thinkific/${id}`

  test.each([
    ['no signature', () => '', () => to()],
    ['another key', () => sign('guess'), () => to()],
    ['a signature of another body', () => sign(key(), '{}'), () => to()],
    ['capitals', () => sign(key()).toUpperCase().slice(1), () => to()],
    ['an unknown company', () => sign(key()), () => to('org_none')],
    ['a path for a company', () => sign(key()), () => to(encodeURIComponent('../workos'))]
  ])('%s', async (_what, signature, path) => {
    const answer = await post(path(), body, { 'x-thinkific-hmac-sha256': signature() })
    expect([401, 404]).toContain(answer.status)
    expect({ ...answer, status: 401 }).toEqual(refused())
  })
})

describe('Teams', () => {
  const activity = (changed: object = {}): string =>
    JSON.stringify({
      type: 'message',
      id: '1',
      text: 'hello',
      channelId: 'msteams',
      serviceUrl: serviceUrl(),
      from: { id: '29:x', aadObjectId: '0f0f0f0f-0000-4000-8000-000000000001' },
      recipient: { id: `28:${DEMO.botAppId}` },
      conversation: { id: 'a:x', tenantId: '0f0f0f0f-0000-4000-8000-00000000000f' },
      ...changed
    })
  const serviceUrl = (): string => `${box.world.addresses.teams}/`
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

  test.each([
    ['no token', async () => ({})],
    ['text', async () => bearer('hello')],
    [
      'a token for another bot',
      async () => bearer(await channel.sign('11111111-0000-4000-8000-000000000001', serviceUrl()))
    ],
    ['a token for another service', async () => bearer(await channel.sign(DEMO.botAppId, 'https://evil.example/'))],
    ['a cut token', async () => bearer((await channel.sign(DEMO.botAppId, serviceUrl())).slice(0, -4))],
    ['a token of the tab', async () => bearer(await box.world.entra.teamsSsoToken(anybody()))]
  ])('%s', async (_what, headers) => {
    const answer = await post('/api/messages', activity(), await headers())
    expect([401, 403]).toContain(answer.status)
    expect({ ...answer, status: 401 }).toEqual(refused())
  })

  test('a service elsewhere is never answered, even when its token says so', async () => {
    const elsewhere = 'https://evil.example/'
    const headers = bearer(await channel.sign(DEMO.botAppId, serviceUrl()))
    const answer = await post('/api/messages', activity({ serviceUrl: elsewhere }), headers)
    expect([401, 403]).toContain(answer.status)
    expect(answer.rows).toBe(rows)
  })

  const anybody = () => {
    const ana = peopleOf(box.world).get('northwind/ana-torres')
    return { tid: ana?.tid ?? '', oid: ana?.oid ?? '', clientId: DEMO.tabClientId }
  }
})
