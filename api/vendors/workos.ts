/** WorkOS as a narrow interface: sign-in through a company's provider, the directory's event stream. Nothing else imports its SDK. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { WorkOS, type EventName } from '@workos-inc/node'
import type { PORTAL_INTENTS } from '../contract/admin.ts'
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'
import { MINUTE } from '../platform/time.ts'
import { createAuditLogs, type AuditLogs } from './workos-audit.ts'
import { readConnections, type Connection } from './workos-connections.ts'
import { EVENTS, listedUserSchema, readEvent, type ListedUser, type StreamEvent } from './workos-events.ts'

export type { ConnectionEvent, DirectoryEvent, DirectoryUser, ListedUser, StreamEvent } from './workos-events.ts'
export type { Connection } from './workos-connections.ts'
export type { AuditLogEvent, AuditLogs } from './workos-audit.ts'

export type WorkosProfile = {
  readonly id: string
  readonly idpId: string
  readonly organizationId: string | undefined
  readonly connectionId: string
  readonly connectionType: string
  readonly email: string | undefined
  readonly firstName: string | undefined
  readonly lastName: string | undefined
  readonly groups: readonly string[]
  readonly rawAttributes: Readonly<Record<string, unknown>>
}

type Exchanged =
  | { readonly kind: 'profile'; readonly profile: WorkosProfile }
  /** The code is spent, expired, or was made for another verifier. */
  | { readonly kind: 'refused'; readonly reason: string }

export type PortalIntent = (typeof PORTAL_INTENTS)[number]

export type Workos = {
  authorizationUrl(input: {
    readonly connectionId?: string | undefined
    readonly organizationId?: string | undefined
    readonly redirectUri: string
    readonly state: string
    /** PKCE, by S256. */
    readonly codeVerifier: string
    readonly loginHint?: string | undefined
  }): string
  exchangeCode(input: { readonly code: string; readonly codeVerifier: string }): Promise<Exchanged>
  /** Oldest first, at most 100. `lost`: WorkOS does not know the place any more. */
  listEvents(input: {
    readonly after?: string | undefined
    readonly limit: number
  }): Promise<readonly StreamEvent[] | 'lost'>
  /** The id of the last event there is. */
  newestEvent(): Promise<string | undefined>
  /** Ids of the directories that are connected now. */
  listDirectories(organizationId: string): Promise<readonly string[]>
  /** Asked of a directory that is listed no more, before its people are ended. */
  isConnected(directoryId: string): Promise<boolean>
  /** A page of at most 100, oldest first; WorkOS allows four pages a second per directory. */
  listUsers(input: { readonly directoryId: string; readonly after?: string | undefined }): Promise<{
    readonly users: readonly ListedUser[]
    readonly after: string | undefined
  }>
  /** The company's sign-in connections as they are now. @throws VendorError */
  listConnections(organizationId: string): Promise<readonly Connection[]>
  readonly auditLogs: AuditLogs
  /** The organization of this id of ours, made where it is not there. @throws VendorError */
  ensureOrganization(input: { readonly externalId: string; readonly name: string }): Promise<string>
  /** Domains that the company has proven to be its own. @throws VendorError */
  verifiedDomains(organizationId: string): Promise<readonly string[]>
  /** A link of minutes to the set-up portal. */
  portalLink(input: {
    readonly organizationId: string
    readonly intent: PortalIntent
    readonly returnUrl: string
  }): Promise<string>
  /** @param signature header `WorkOS-Signature`; times far off in either direction are refused. */
  verifyWebhook(body: Buffer, signature: string): boolean
}

const TOLERANCE = 3 * MINUTE
const PAGE = 100

export function createWorkos(deps: Pick<Deps, 'config' | 'fetch' | 'realNow'>): Workos {
  const { config } = deps
  const at = new URL(config.WORKOS_URL)
  const workos = new WorkOS(config.WORKOS_API_KEY, {
    apiHostname: at.hostname,
    ...(at.port ? { port: Number(at.port) } : {}),
    https: at.protocol === 'https:',
    clientId: config.WORKOS_CLIENT_ID,
    fetchFn: deps.fetch,
    timeout: 15_000
  })
  return {
    authorizationUrl: ({ connectionId, organizationId, redirectUri, state, codeVerifier, loginHint }) => {
      const common = {
        clientId: config.WORKOS_CLIENT_ID,
        redirectUri,
        state,
        codeChallenge: createHash('sha256').update(codeVerifier).digest('base64url'),
        codeChallengeMethod: 'S256' as const,
        ...(loginHint ? { loginHint } : {})
      }
      const target = connectionId ? { connection: connectionId } : { organization: organizationId ?? '' }
      return workos.sso.getAuthorizationUrl({ ...common, ...target })
    },
    exchangeCode: ({ code, codeVerifier }) =>
      exchange(workos, { code, codeVerifier, clientId: config.WORKOS_CLIENT_ID }),
    listEvents: async ({ after, limit }) => {
      const asked = { events: EVENTS as EventName[], order: 'asc' as const, limit, ...(after ? { after } : {}) }
      const page = await reading(
        workos.events.listEvents(asked).catch((cause: unknown) => {
          if (after && LOST.has(statusOf(cause))) return undefined
          throw cause
        })
      )
      return page ? page.data.map(readEvent) : 'lost'
    },
    newestEvent: async () => {
      const asked = { events: EVENTS as EventName[], order: 'desc' as const, limit: 1 }
      return (await reading(workos.events.listEvents(asked))).data[0]?.id
    },
    listDirectories: async organizationId => {
      const page = await reading(workos.directorySync.listDirectories({ organizationId, limit: PAGE }))
      return page.data.filter(({ state }) => state === 'active').map(({ id }) => id)
    },
    isConnected: async id => {
      const found = await reading(
        workos.directorySync.getDirectory(id).catch((cause: unknown) => {
          if (statusOf(cause) === 404) return undefined
          throw cause
        })
      )
      return found?.state === 'active'
    },
    listUsers: async ({ directoryId, after }) => {
      const page = await reading(
        workos.directorySync.listUsers({
          directory: directoryId,
          limit: PAGE,
          order: 'asc',
          ...(after ? { after } : {})
        })
      )
      return { users: page.data.map(user => listedUserSchema.parse(user)), after: page.listMetadata.after ?? undefined }
    },
    listConnections: async organizationId => readConnections(await reading(rawConnections(workos, organizationId))),
    ensureOrganization: async ({ externalId, name }) => {
      const found = workos.organizations.getOrganizationByExternalId(externalId).catch((cause: unknown) => {
        if (statusOf(cause) === 404) return undefined
        throw cause
      })
      const known = await reading(found)
      return known?.id ?? (await reading(workos.organizations.createOrganization({ name, externalId }))).id
    },
    verifiedDomains: async organizationId => {
      const { domains } = await reading(workos.organizations.getOrganization(organizationId))
      return domains.filter(({ state }) => VERIFIED.has(String(state))).map(({ domain }) => domain.toLowerCase())
    },
    auditLogs: createAuditLogs(workos.auditLogs),
    portalLink: async ({ organizationId, intent, returnUrl }) => {
      const asked = workos.adminPortal.generateLink({ organization: organizationId, intent, returnUrl })
      const { link } = await asked.catch((cause: unknown) => {
        throw new VendorError('workos', 'the set-up portal cannot be opened', { retryable: true, cause })
      })
      return link
    },
    verifyWebhook: (body, signature) =>
      isSigned({ body, signature, secret: config.WORKOS_WEBHOOK_SECRET, now: deps.realNow() })
  }
}

/** As it comes: the SDK's own reading leaves the certificate out. */
async function rawConnections(workos: WorkOS, organizationId: string): Promise<unknown> {
  const query = { organization_id: organizationId, limit: PAGE }
  const { data } = await workos.get<unknown>('/connections', { query })
  return data
}

/** `legacy_verified`: by WorkOS' staff, before companies could prove it by themselves. */
const VERIFIED: ReadonlySet<string> = new Set(['verified', 'legacy_verified'])

/** How an unknown cursor is refused is not documented; what cannot be read at all is found out by the next call without one. */
const LOST: ReadonlySet<number> = new Set([400, 404, 410, 422])

const statusOf = (cause: unknown): number => (cause instanceof Error && 'status' in cause ? Number(cause.status) : 0)

const reading = <T>(answer: Promise<T>): Promise<T> =>
  answer.catch((cause: unknown) => {
    throw new VendorError('workos', 'it cannot be read', { retryable: true, cause })
  })

async function exchange(
  workos: WorkOS,
  input: { readonly code: string; readonly codeVerifier: string; readonly clientId: string }
): Promise<Exchanged> {
  try {
    const { profile } = await workos.sso.getProfileAndToken(input)
    return {
      kind: 'profile',
      profile: {
        id: profile.id,
        idpId: profile.idpId,
        organizationId: profile.organizationId,
        connectionId: profile.connectionId,
        connectionType: profile.connectionType,
        email: profile.email || undefined,
        firstName: profile.firstName || undefined,
        lastName: profile.lastName || undefined,
        groups: profile.groups ?? [],
        rawAttributes: profile.rawAttributes ?? {}
      }
    }
  } catch (cause) {
    const status = statusOf(cause)
    if (status >= 400 && status < 500 && status !== 429) return { kind: 'refused', reason: 'invalid_grant' }
    throw new VendorError('workos', 'the code cannot be redeemed now', { retryable: true, cause })
  }
}

type Signed = { readonly body: Buffer; readonly signature: string; readonly secret: string; readonly now: Date }

function isSigned({ body, signature, secret, now }: Signed): boolean {
  const parts = new Map(signature.split(',').map(part => part.trim().split('=', 2) as [string, string]))
  const time = parts.get('t') ?? ''
  const wanted = createHmac('sha256', secret).update(`${time}.`).update(body).digest()
  const given = Buffer.from(parts.get('v1') ?? '', 'hex')
  // The SDK refuses old timestamps only; one from the future could be replayed for as long.
  const fresh = Math.abs(now.getTime() - Number(time)) <= TOLERANCE
  return fresh && given.length === wanted.length && timingSafeEqual(given, wanted)
}
