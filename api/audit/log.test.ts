/** The log as an admin reads it and saves it: sentences, ranges, files that no spreadsheet runs and no length breaks. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportAudit, listAudit } from '../contract/audit.ts'
import { createFileClient, type Client } from '../contract/client.ts'
import { getMe } from '../contract/directory.ts'
import { storedSettingsSchema } from '../contract/organizations.ts'
import { startSignInWorld, type SignInWorld } from '../oauth/test-world.ts'
import { AUDIT_ACTIONS } from './actions.ts'
import { record } from './audit.ts'
import { fieldNames } from './field-words.ts'
import { exportedLog } from './log.ts'
import { actorWords, sentenceOf } from './words.ts'

let world: SignInWorld
let admin: Client
let save: ReturnType<typeof createFileClient>
beforeAll(async () => {
  world = await startSignInWorld()
  const token = await world.adminToken()
  admin = world.call(token)
  save = createFileClient({ baseUrl: world.url, fetch, token: async () => token })
})
afterAll(() => world[Symbol.asyncDispose]())

type Query = {
  readonly format: 'csv' | 'jsonl'
  readonly from?: string
  readonly to?: string
  readonly action?: string
}
const textOf = async (query: Query): Promise<string> => (await save(exportAudit, { query })).content.text()

const write = (detail: Readonly<Record<string, unknown>>) =>
  world.deps.db.for(world.organizationId)(trx =>
    record(trx, world.deps, {
      organizationId: world.organizationId,
      action: 'claim_mapping.changed',
      actor: 'operator',
      detail
    })
  )

describe('every action', () => {
  test.each(AUDIT_ACTIONS)('%s is a sentence in English and in Spanish', action => {
    const detail = { kind: 'entra', because: 'sign_in', reason: 'deactivated', fields: ['email'], intent: 'sso' }
    const [en, es] = [sentenceOf('en', action, detail), sentenceOf('es', action, detail)]
    for (const sentence of [en, es]) {
      expect(sentence).toMatch(/^\p{Lu}.{12,}$/u)
      expect(sentence).not.toContain(action)
      expect(sentence).not.toMatch(/undefined|null|\.$/u)
    }
    expect(es).not.toBe(en)
  })

  test('a sign-in says which way it came', () => {
    const said = ['GenericOIDC', 'mail_code', 'passkey'].map(connectionType =>
      sentenceOf('en', 'person.signed_in', { connectionType })
    )
    expect(said).toEqual([
      'This person signed in through the company',
      'This person signed in by e-mailed code',
      'This person signed in by passkey'
    ])
  })

  test('what changed is told by a name, whichever setting it is', () => {
    const settings = storedSettingsSchema.options.flatMap(({ shape }) => Object.keys(shape))
    const coded = settings.filter(name => /[A-Z]/u.test(name))
    expect(coded.length).toBeGreaterThan(10)
    for (const name of coded) expect([fieldNames('en', [name]), fieldNames('es', [name])]).not.toContain(name)
  })

  test('and what acts is named too', () => {
    for (const actor of ['directory', 'reconciliation', 'operator', 'rule', 'sign_in', 'schedule', 'workos'])
      expect([actorWords('en', actor), actorWords('es', actor)]).not.toContain(undefined)
  })
})

test('is read as sentences with names, in the reader’s language', async () => {
  await write({ version: 7, reason: 'the provider changed' })
  const { events } = await admin(listAudit, { query: { limit: 1 } })
  expect(events[0]).toMatchObject({
    text: 'The claim mapping was changed to version 7 (the provider changed)',
    by: 'ConsciousInsights’ operators',
    about: null
  })
  const response = await fetch(`${world.url}/v1/admin/audit?limit=1`, {
    headers: { authorization: `Bearer ${await world.adminToken()}`, 'accept-language': 'es-MX' }
  })
  expect(await response.text()).toContain('La asignación de atributos cambió a la versión 7')
})

test.each([['=1+1'], ['+49 30 1234'], ['-2+3'], ['@SUM(A1)'], ['\t=1'], ['  =HYPERLINK("http://evil.example")']])(
  'a reason that begins as a formula stays text in the file: %s',
  async reason => {
    const { organizationId, deps } = world
    await deps.db.owner(trx =>
      sql`insert into audit_events values (${organizationId}, ${deps.newId('event')}, null, ${reason}, ${reason}, ${JSON.stringify({ reason })}::jsonb, ${deps.now()})`.execute(
        trx
      )
    )
    const rows = (await textOf({ format: 'csv', action: reason })).split('\r\n')
    const cells = [...(rows[1] ?? '').matchAll(/"(?<cell>(?:[^"]|"")*)"/gu)].map(({ groups }) => groups?.['cell'] ?? '')
    expect(cells).toHaveLength(7)
    for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@]/u)
    expect(cells[1]).toBe(`'${reason.replaceAll('"', '""')}`)
  }
)

test('JSON lines hold what was recorded, a line each, oldest first, without names', async () => {
  await write({ note: 'two\nlines, "quotes" and ñ' })
  const lines = (await textOf({ format: 'jsonl' })).trimEnd().split('\n')
  const events = lines.map(line => JSON.parse(line) as { readonly eventId: string; readonly detail: object })
  expect(events.map(({ eventId }) => eventId)).toEqual(events.map(({ eventId }) => eventId).toSorted())
  expect(events.some(({ detail }) => JSON.stringify(detail).includes('two\\nlines'))).toBe(true)
  expect(lines.join('')).not.toContain('Lucía')
  expect(lines.at(-1)).toContain('audit.exported')
})

test('a range holds its beginning and not its end, and a wrong one is refused', async () => {
  const { organizationId, deps } = world
  for (const at of ['2020-01-01T00:00:00Z', '2020-01-02T00:00:00Z', '2020-01-03T00:00:00Z'])
    await deps.db.owner(trx =>
      sql`insert into audit_events values (${organizationId}, ${deps.newId('event')}, null, 'portal.opened', 'operator', '{}', ${at}::timestamptz)`.execute(
        trx
      )
    )
  const range = { from: '2020-01-01T00:00:00Z', to: '2020-01-03T00:00:00Z' }
  expect((await textOf({ format: 'jsonl', ...range })).trimEnd().split('\n')).toHaveLength(2)
  expect((await admin(listAudit, { query: range })).events).toHaveLength(2)
  await expect(save(exportAudit, { query: { format: 'csv', from: 'yesterday' } })).rejects.toMatchObject({
    status: 400
  })
})

test('is an admin’s alone, has a name and is never cached', async () => {
  const [employee, nobody] = [await world.memberToken(), undefined]
  for (const [token, status] of [
    [employee, 403],
    [nobody, 401]
  ] as const) {
    const call = createFileClient({ baseUrl: world.url, fetch, token: async () => token })
    await expect(call(exportAudit, { query: { format: 'csv' } })).rejects.toMatchObject({ status })
  }
  expect((await world.call(employee)(getMe)).personId).toMatch(/^per_/u)
  const response = await fetch(`${world.url}/v1/admin/audit/export?format=csv`, {
    headers: { authorization: `Bearer ${await world.adminToken()}` }
  })
  await response.arrayBuffer()
  expect((await save(exportAudit, { query: { format: 'csv' } })).name).toBe('audit-2026-11-23.csv')
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="?audit-2026-11-23\.csv"?$/u)
  expect(response.headers.get('content-type')).toContain('text/csv')
  expect(response.headers.get('cache-control')).toBe('no-store')
})

describe('a hundred thousand events', () => {
  const MANY = 100_000

  beforeAll(async () => {
    await world.deps.db.owner(trx =>
      sql`insert into audit_events select ${world.organizationId}, 'evt_Z' || lpad(n::text, 25, '0'), null, 'person.changed', 'directory',
        '{"fields":["title"]}', now() from generate_series(1, ${MANY}::int) n`.execute(trx)
    )
    // The engine learns by itself how long a table has become; the embedded one does not.
    await world.deps.db.owner(trx => sql`analyze audit_events`.execute(trx))
  })

  test('come as one file, each once', async () => {
    const text = await textOf({ format: 'jsonl', action: 'person.changed' })
    const ids = new Set([...text.matchAll(/"eventId":"(?<id>evt_Z\d+)"/gu)].map(({ groups }) => groups?.['id']))
    expect(ids.size).toBe(MANY)
  })

  test('are read a page at a time, and no further than they are taken', async () => {
    let pages = 0
    const counting = {
      db: {
        ...world.deps.db,
        for: (organizationId: string) => {
          pages += 1
          return world.deps.db.for(organizationId)
        }
      }
    }
    const pieces = exportedLog(counting, { organizationId: world.organizationId, format: 'jsonl', language: 'en' })
    for (let taken = 1; taken <= 3; taken++) {
      const { value } = await pieces.next()
      expect(String(value).split('\n').length).toBeLessThanOrEqual(501)
      expect(pages).toBe(taken)
    }
    await pieces.return(undefined)
  })

  test('may be given up in the middle, and the server goes on', async () => {
    const stop = new AbortController()
    const response = await fetch(`${world.url}/v1/admin/audit/export?format=csv`, {
      headers: { authorization: `Bearer ${await world.adminToken()}` },
      signal: stop.signal
    })
    await response.body?.getReader().read()
    stop.abort()
    expect((await admin(listAudit, { query: { limit: 1 } })).events).toHaveLength(1)
  })
})
