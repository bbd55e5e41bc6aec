/** Whoever says no is promised that nobody is told: everything that HR and admins can read is compared before and after. */
import { globSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createApp } from '../api/app.ts'
import { decideAgreement } from '../api/channels/channels.ts'
import type { Endpoint } from '../api/contract/endpoint.ts'
import { listen } from '../api/platform/serve.ts'
import { newOid } from './test-people.ts'
import { startBotWorld, TID } from './test-world.ts'

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'access' in value && 'path' in value && 'method' in value

/** Everything that a company gives anybody. */
const ROLES = ['hr', 'admin', 'author', 'owner', 'it', 'support'] as const

async function readableByHr(): Promise<readonly Endpoint[]> {
  const folder = new URL('../api/contract/', import.meta.url)
  const modules = await Promise.all(
    globSync('*.ts', { cwd: folder.pathname }).map(file => import(new URL(file, folder).href) as Promise<object>)
  )
  const all = modules.flatMap(module => Object.values(module)).filter(isEndpoint)
  return all.filter(({ method, access }) => method === 'GET' && ROLES.some(role => role === access))
}

test('nothing that HR or an admin can read differs after a person declined, or after they changed their mind twice', async () => {
  await using bot = await startBotWorld()
  const { deps } = bot.world
  const { organizationId } = bot
  const oid = newOid()
  const personId = await bot.hire(oid)
  const reader = await bot.hire(newOid(), { roles: [...ROLES] })
  await bot.teams.install({ tid: TID, oid }).delivered
  await bot.quiet()
  const caller = { kind: 'person', organizationId, personId: reader, roles: ROLES, clientId: 'tab' } as const
  // Nobody's access ends here, so nobody is cut off.
  const hold = async () => ({ [Symbol.dispose]: () => undefined })
  const app = await createApp(deps, { authenticate: async () => caller, hold })
  await using listening = await listen(app, { port: 0, host: '127.0.0.1' })
  const endpoints = await readableByHr()
  const read = async ({ path }: Endpoint): Promise<readonly [string, number, string]> => {
    const filled = path.replaceAll(':personId', personId).replaceAll(':organizationId', organizationId)
    const response = await fetch(`http://127.0.0.1:${listening.port}${filled.replaceAll(/:\w+/gu, 'none')}`, {
      headers: { authorization: 'Bearer hr' }
    })
    // A refusal's reference is new each time, and saving a file is itself recorded under the reader's name.
    const {
      reference: _new,
      events,
      ...rest
    } = z
      .looseObject({ reference: z.string().optional(), events: z.array(z.looseObject({})).optional() })
      .parse(await response.json().catch(() => ({})))
    const others = events?.filter(({ actor }) => actor !== reader)
    return [path, response.status, JSON.stringify({ ...rest, events: others })]
  }
  const all = async () => {
    await bot.quiet()
    return Promise.all(endpoints.map(read))
  }
  const before = await all()
  expect(before.filter(([, status]) => status === 200).length).toBeGreaterThan(15)
  const decide = (decision: 'given' | 'declined') =>
    decideAgreement(deps, { organizationId, personId, decision, surface: 'teams' })
  await decide('declined')
  expect(await all()).toEqual(before)
  await decide('given')
  await decide('declined')
  expect(await all()).toEqual(before)
  // What they may see does show here, so silence means something.
  await deps.db.owner(trx => sql`update people set first_name = 'Other' where id = ${personId}`.execute(trx))
  expect(await all()).not.toEqual(before)
})
