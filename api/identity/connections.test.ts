/** What an admin reads about the connections: the real SDK against the stand-in, its events and its silence. */
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { getConnections } from '../contract/admin.ts'
import { listAudit } from '../contract/audit.ts'
import type { Client } from '../contract/client.ts'
import { pullEvents } from '../directory/directory.ts'
import { CONNECTION, startSignInWorld, type SignInWorld } from '../oauth/test-world.ts'
import { createWorkos } from '../vendors/workos.ts'
import type { Received } from '../../sandbox/harness/standin.ts'
import { complaintsAbout } from '../../sandbox/workos/testSpec.ts'
import { createWorkosStandin, type WorkosStandin } from '../../sandbox/workos/workos.ts'

const WORKOS_ORG = 'org_ping'
/** Self-signed by nobody, for this test; it ends on 30 December 2027. */
const CERTIFICATE = readFileSync(new URL('../../sandbox/workos/demo-certificate.pem', import.meta.url), 'utf8')

let workos: WorkosStandin
let world: SignInWorld
let admin: Client
const received: Received[] = []

beforeAll(async () => {
  workos = createWorkosStandin({
    apiKey: 'workos-key-for-tests',
    clientId: 'client_test',
    webhookSecret: 'workos-webhook-secret',
    now: () => new Date('2026-11-23T15:00:00Z'),
    onReceived: call => received.push(call)
  })
  await workos.listen()
  workos.addOrganization({ id: WORKOS_ORG, name: 'Demo Ping Company', domains: ['ping.test'] })
  connect()
  workos.addDirectory({
    id: 'directory_9',
    organizationId: WORKOS_ORG,
    type: 'generic scim v2.0',
    name: 'SCIM',
    domain: 'ping.test'
  })
  world = await startSignInWorld({ config: { WORKOS_URL: workos.standin.url() } })
  admin = await world.asAdmin()
  await pull()
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  await workos[Symbol.asyncDispose]()
})
afterEach(() => workos.standin.faults.clear())

const connect = (signingCertificate?: string): void =>
  workos.addConnection({
    id: CONNECTION,
    organizationId: WORKOS_ORG,
    type: 'ADFSSAML',
    name: 'ADFS (demo)',
    ...(signingCertificate ? { signingCertificate } : {})
  })

const pull = (): Promise<void> => pullEvents(world.deps, createWorkos(world.deps))

const state = async () => {
  const { signIn, directory, live } = await admin(getConnections)
  return { signIn, directory, live, health: `${signIn.health.light} ${signIn.health.reason}` }
}

test('a connection that is ready says so, with its name and kind', async () => {
  expect(await state()).toMatchObject({
    live: true,
    health: 'green unused',
    signIn: { name: 'ADFS (demo)', type: 'ADFSSAML' }
  })
})

test('switched off and on again: red, then green, each in the log as a sentence', async () => {
  workos.setConnectionState(CONNECTION, 'inactive')
  await pull()
  expect(await state()).toMatchObject({ health: 'red off', signIn: { news: { event: 'connection.deactivated' } } })
  workos.setConnectionState(CONNECTION, 'active')
  await pull()
  expect((await state()).health).toBe('green unused')
  const { events } = await admin(listAudit, { query: { limit: 2 } })
  expect(events).toMatchObject([
    { text: 'The sign-in connection was switched on', by: 'the connection’s own news' },
    { text: 'The sign-in connection was switched off' }
  ])
})

test('a certificate that WorkOS warns of is amber, past its end red, and the log has the days', async () => {
  workos.warnOfCertificate(CONNECTION, new Date('2026-12-10T00:00:00Z'))
  await pull()
  expect(await state()).toMatchObject({
    health: 'amber certificate_expiring',
    signIn: { certificateExpiresAt: '2026-12-10T00:00:00.000Z' }
  })
  workos.warnOfCertificate(CONNECTION, new Date('2026-11-22T00:00:00Z'))
  await pull()
  expect((await state()).health).toBe('red certificate_expired')
  const { events } = await admin(listAudit, { query: { action: 'connection.certificate_expiring' } })
  expect(events.map(({ text }) => text)).toEqual([
    'The certificate of the sign-in connection runs out on 2026-11-22',
    'The certificate of the sign-in connection runs out on 2026-12-10'
  ])
})

test.each([
  ['as PEM', CERTIFICATE],
  ['as metadata has it', CERTIFICATE.replaceAll(/-----[A-Z ]+-----|\n/gu, '')]
])(
  'the certificate itself says when it ends, %s, and a renewed one outlasts an older warning',
  async (_how, certificate) => {
    connect(certificate)
    expect(await state()).toMatchObject({
      health: 'green unused',
      signIn: { certificateExpiresAt: '2027-12-30T16:08:08.000Z' }
    })
  }
)

test('a certificate that cannot be read is left out', async () => {
  connect('not a certificate')
  expect(await state()).toMatchObject({ live: true, health: 'red certificate_expired' })
  connect(CERTIFICATE)
})

test('WorkOS is silent: the page says what was heard last', async () => {
  workos.standin.faults.add({ kind: 'status', status: 500, path: '/connections' })
  expect(await state()).toMatchObject({ live: false, signIn: { name: null } })
})

test('WorkOS hangs: the page does not', async () => {
  workos.standin.faults.add({ kind: 'hang', path: '/directories' })
  expect((await state()).live).toBe(false)
})

test('the directory’s own end is red, and in the log', async () => {
  workos.deleteDirectory('directory_9')
  await pull()
  expect(await state()).toMatchObject({ directory: { health: { light: 'red', reason: 'gone' } } })
  const { events } = await admin(listAudit, { query: { action: 'directory.deleted' } })
  expect(events).toHaveLength(1)
})

test('all of it is as WorkOS describes it', () => {
  expect(complaintsAbout(received.filter(({ status }) => status < 500))).toEqual([])
})
