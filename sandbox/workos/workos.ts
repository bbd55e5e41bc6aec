/** The WorkOS stand-in: organizations, sign-in, directories, the event stream and signed webhooks. */
import { createStandin, type StandinOptions } from '../harness/standin.ts'
import { auditLogRoutes } from './audit-logs.ts'
import { openData } from './data.ts'
import { createDirectoryControls } from './directory.ts'
import { createEmit } from './emit.ts'
import type { Connection, LoginAccount, Organization } from './model.ts'
import { portalRoutes, type Finished } from './portal.ts'
import { restRoutes } from './routes.ts'
import { ssoRoutes } from './sso.ts'
import { createWebhooks } from './webhooks.ts'

export type WorkosOptions = Omit<StandinOptions, 'name'> & {
  readonly apiKey: string
  readonly clientId: string
  readonly webhookSecret: string
  readonly webhookUrl?: string
  /** Published limits; on unless false. */
  readonly limits?: boolean
}

export type WorkosStandin = ReturnType<typeof createWorkosStandin>

export function createWorkosStandin(options: WorkosOptions) {
  const standin = createStandin({ ...options, name: 'workos' })
  const data = openData(standin)
  const webhooks = createWebhooks({ url: options.webhookUrl, secret: options.webhookSecret, faults: standin.faults })
  const emit = createEmit(data, webhooks.send)
  let limited = options.limits ?? true
  const { apiKey, clientId } = options
  ssoRoutes({ standin, data, apiKey, clientId })
  restRoutes({ standin, data, apiKey, limited: () => limited })
  auditLogRoutes({ standin, data })
  const finishing = new Set<(finished: Finished) => void>()
  portalRoutes({ standin, data, emit, onFinished: finished => finishing.forEach(listener => listener(finished)) })
  return {
    standin,
    ...createDirectoryControls(data, emit),
    addOrganization: (added: {
      readonly id: string
      readonly name: string
      readonly externalId?: string
      readonly domains: readonly string[]
    }): void => {
      const made: Organization = {
        object: 'organization',
        id: added.id,
        name: added.name,
        external_id: added.externalId ?? null,
        domains: added.domains.map(domain => ({
          object: 'organization_domain',
          id: data.newId('org_domain'),
          organization_id: added.id,
          domain,
          state: 'verified' as const,
          created_at: data.now(),
          updated_at: data.now()
        })),
        metadata: {},
        created_at: data.now(),
        updated_at: data.now()
      }
      data.organizations.set(made.id, made)
    },
    addConnection: (added: {
      readonly id: string
      readonly organizationId: string
      readonly type: string
      readonly name: string
      /** PEM, of a SAML provider. */
      readonly signingCertificate?: string
    }): void => {
      const made: Connection = {
        object: 'connection',
        id: added.id,
        organization_id: added.organizationId,
        connection_type: added.type,
        name: added.name,
        state: 'active',
        status: 'linked',
        domains: [],
        ...(added.signingCertificate ? { options: { signing_cert: added.signingCertificate } } : {}),
        created_at: data.now(),
        updated_at: data.now()
      }
      data.connections.set(made.id, made)
    },
    setConnectionState: (id: string, state: Connection['state']): void => {
      const known = data.connections.get(id)
      if (!known) return
      const next: Connection = {
        ...known,
        state,
        status: state === 'active' ? 'linked' : 'unlinked',
        updated_at: data.now()
      }
      data.connections.set(id, next)
      emit(state === 'active' ? 'connection.activated' : 'connection.deactivated', { ...next, external_key: id })
    },
    /** WorkOS warns weeks before the end, and again after it. */
    warnOfCertificate: (id: string, expiresAt: Date): void => {
      const connection = data.connections.get(id)
      const left = expiresAt.getTime() - new Date(data.now()).getTime()
      const certificate = {
        certificate_type: 'ResponseSigning',
        expiry_date: expiresAt.toISOString(),
        is_expired: left <= 0
      }
      const days_until_expiry = Math.floor(left / 86_400_000)
      emit('connection.saml_certificate_renewal_required', { connection, certificate, days_until_expiry })
    },
    addLoginAccount: (account: LoginAccount): void =>
      void data.accounts.set(`${account.connectionId}/${account.idpId}`, account),
    disableLogin: (connectionId: string, idpId: string): void => {
      const account = data.accounts.get(`${connectionId}/${idpId}`)
      if (account) data.accounts.set(`${connectionId}/${idpId}`, { ...account, disabled: true })
    },
    /** Once an admin has finished a piece of the set-up in the portal. */
    onFinished: (listener: (finished: Finished) => void): void => void finishing.add(listener),
    auditLogs: () => data.auditLogs.values(),
    setLimits: (on: boolean): void => {
      limited = on
    },
    /** Resolves when no webhook is under way. */
    settled: webhooks.settled,
    listen: (): Promise<void> => standin.listen(),
    [Symbol.asyncDispose]: async (): Promise<void> => {
      webhooks.stop()
      await standin[Symbol.asyncDispose]()
    }
  }
}
