/** A WorkOS stand-in with one company, and the official SDK beside it. */
import { WorkOS } from '@workos-inc/node'
import { createWorkosStandin, type WorkosOptions } from './workos.ts'

export const KEY = 'sk_demo_key'
export const CLIENT = 'client_demo'
export const SECRET = 'webhook_secret_demo'
export const ORG = 'org_demo'
export const CONNECTION = 'conn_demo'
export const DIRECTORY = 'directory_demo'
export const CALLBACK = 'http://127.0.0.1:1/callback'

export async function startWorkos(options: Partial<WorkosOptions> = {}) {
  const clock = { now: new Date('2026-11-20T12:00:00Z') }
  const workos = createWorkosStandin({
    apiKey: KEY,
    clientId: CLIENT,
    webhookSecret: SECRET,
    now: () => clock.now,
    ...options
  })
  await workos.listen()
  const { hostname, port } = new URL(workos.standin.url())
  const sdkWith = (key: string): WorkOS =>
    new WorkOS(key, { apiHostname: hostname, port: Number(port), https: false, clientId: CLIENT })
  workos.addOrganization({ id: ORG, name: 'Demo', externalId: 'demo', domains: ['demo.example'] })
  workos.addConnection({ id: CONNECTION, organizationId: ORG, type: 'GenericOIDC', name: 'PingFederate (demo)' })
  workos.addDirectory({
    id: DIRECTORY,
    organizationId: ORG,
    type: 'generic scim v2.0',
    name: 'SCIM',
    domain: 'demo.example'
  })
  workos.addLoginAccount({
    connectionId: CONNECTION,
    idpId: 'ana',
    username: 'ana@demo.example',
    email: undefined,
    firstName: 'Ana',
    lastName: 'Demo',
    groups: [],
    rawAttributes: { sub: 'ana', mail: 'ana@demo.example' },
    disabled: false
  })
  return {
    workos,
    sdk: sdkWith(KEY),
    sdkWith,
    setNow: (at: string): void => {
      clock.now = new Date(at)
    },
    [Symbol.asyncDispose]: () => workos[Symbol.asyncDispose]()
  }
}
