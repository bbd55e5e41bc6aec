/** The outside world on one machine: stand-ins for Entra, Teams, WorkOS, Thinkific, a learning system on another site and a mail server. */
import { join } from 'node:path'
import { followPortal } from './companies/arrive.ts'
import { DEMO, type Addresses, type Secrets } from './env.ts'
import type { SandboxClock } from './clock.ts'
import { createEntraStandin, type EntraStandin } from './entra/entra.ts'
import type { Received, Watched } from './harness/standin.ts'
import { openStore, type Store } from './harness/store.ts'
import { createLmsStandin, type LmsStandin } from './lms/lms.ts'
import { createMailStandin, type MailStandin } from './mail/mail.ts'
import { createTeamsStandin, type TeamsStandin } from './teams/teams.ts'
import { createThinkificStandin, type ThinkificStandin } from './thinkific/thinkific.ts'
import { createWorkosStandin, type WorkosStandin } from './workos/workos.ts'

export type Ports = {
  readonly product: number
  readonly entra: number
  readonly teams: number
  readonly workos: number
  readonly thinkific: number
  readonly mail: number
  readonly lms: number
}

export type World = {
  readonly clock: SandboxClock
  readonly secrets: Secrets
  readonly addresses: Addresses
  readonly entra: EntraStandin
  readonly teams: TeamsStandin
  readonly workos: WorkosStandin
  readonly thinkific: ThinkificStandin
  readonly mail: MailStandin
  readonly lms: LmsStandin
  /** What only the sandbox knows: added people, ids of the companies at CI. */
  readonly store: Store
  readonly standins: readonly Watched[]
  onReceived(listener: (received: Received) => void): () => void
  [Symbol.asyncDispose](): Promise<void>
}

export type WorldOptions = {
  /** Where journals are kept; without it the world forgets. */
  readonly folder?: string
  readonly ports: Ports
  readonly clock: SandboxClock
  readonly secrets: Secrets
  /** Vendors' published limits; off while the demo's history is made. */
  readonly limits: boolean
}

export async function openWorld(options: WorldOptions): Promise<World> {
  const { clock, secrets, ports, folder } = options
  const listeners = new Set<(received: Received) => void>()
  const shared = (name: string, port: number) => ({
    port,
    now: clock.now,
    onReceived: (received: Received) => listeners.forEach(listener => listener(received)),
    ...(folder ? { file: join(folder, 'standins', `${name}.jsonl`) } : {})
  })
  const at = (port: number): string => `http://127.0.0.1:${port}`
  const addresses = {
    product: at(ports.product),
    entra: at(ports.entra),
    teams: at(ports.teams),
    workos: at(ports.workos),
    thinkific: at(ports.thinkific),
    mail: `127.0.0.1:${ports.mail}`
  }
  await using stack = new AsyncDisposableStack()
  const entra = stack.use(createEntraStandin(shared('entra', ports.entra)))
  const teams = stack.use(
    createTeamsStandin({
      ...shared('teams', ports.teams),
      tokenJwksUrl: () => entra.jwksUrl(),
      limits: options.limits,
      retry: { retries: 12, backoffMs: [1000, 2000, 4000] }
    })
  )
  const workos = stack.use(
    createWorkosStandin({
      ...shared('workos', ports.workos),
      apiKey: secrets.workosApiKey,
      clientId: DEMO.workosClientId,
      webhookSecret: secrets.workosWebhookSecret,
      webhookUrl: `${addresses.product}/webhooks/workos`,
      limits: options.limits
    })
  )
  const thinkific = stack.use(
    createThinkificStandin({ ...shared('thinkific', ports.thinkific), limits: options.limits })
  )
  const mail = stack.use(
    createMailStandin({ ...shared('mail', ports.mail), user: DEMO.mailUser, password: secrets.mailPassword })
  )
  const lms = stack.use(createLmsStandin(shared('lms', ports.lms)))
  const standins = [entra.standin, teams.standin, workos.standin, thinkific.standin, mail.standin, lms.standin]
  await Promise.all(standins.map(standin => standin.listen()))
  registerApps({ entra, teams, secrets, addresses })
  const store = openStore(folder ? join(folder, 'standins', 'sandbox.jsonl') : undefined)
  const world = { clock, secrets, addresses, entra, teams, workos, thinkific, mail, lms, store, standins }
  workos.onFinished(finished => followPortal({ workos, store }, finished))
  const owned = stack.move()
  return {
    ...world,
    onReceived: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync()
  }
}

type Registering = Pick<World, 'entra' | 'teams' | 'secrets' | 'addresses'>

/** What an admin registers once: the bot, the tab's app, the bot at Teams. */
function registerApps({ entra, teams, secrets, addresses }: Registering): void {
  entra.addTenant({ tid: DEMO.botTenantId, name: 'ConsciousInsights (demo)' })
  entra.addApp({
    clientId: DEMO.botAppId,
    clientSecret: secrets.botSecret,
    appIdUri: `api://${DEMO.botAppId}`,
    name: 'ConsciousInsights bot'
  })
  entra.addApp({
    clientId: DEMO.tabClientId,
    clientSecret: secrets.tabSecret,
    appIdUri: `api://127.0.0.1/${DEMO.tabClientId}`,
    name: 'ConsciousInsights tab',
    graphRoles: ['TeamsActivity.Send', 'TeamsAppInstallation.ReadWriteSelfForUser.All'],
    groupMembershipClaims: 'DirectoryRole',
    optionalClaims: ['acct'],
    redirectUris: ['/consented', '/tab/consent-end', '/tenant/proved'].map(path => addresses.product + path)
  })
  teams.registerBot({
    appId: DEMO.botAppId,
    name: 'ConsciousInsights',
    messagingUrl: `${addresses.product}/api/messages`,
    webAppId: DEMO.tabClientId,
    manifestId: DEMO.manifestId
  })
}
