/** WorkOS as a narrow interface: sign-in through a company's provider, the directory's event stream. Nothing else imports its SDK. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { WorkOS, type EventName } from '@workos-inc/node'
import { z } from 'zod'
import type { PORTAL_INTENTS } from '../contract/admin.ts'
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'
import { MINUTE } from '../platform/time.ts'

const attributes = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform(value => value ?? {})

const userSchema = z.object({
  id: z.string(),
  directoryId: z.string(),
  organizationId: z.string().nullish(),
  idpId: z.string(),
  email: z.string().nullish(),
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
  state: z.string(),
  customAttributes: attributes,
  rawAttributes: attributes,
  updatedAt: z.iso.datetime({ offset: true })
})
export type DirectoryUser = z.output<typeof userSchema>

const groupSchema = z.object({
  id: z.string(),
  directoryId: z.string(),
  organizationId: z.string().nullish(),
  name: z.string(),
  updatedAt: z.string().optional()
})

const listedUserSchema = userSchema.extend({ groups: z.array(groupSchema) })
export type ListedUser = z.output<typeof listedUserSchema>

const base = { id: z.string(), createdAt: z.string() }
const membership = z.object({ directoryId: z.string(), user: userSchema, group: groupSchema })
// The SDK does not know `dsync.deactivated` and hands its data over as it came, in snake case.
const directory = z
  .object({ id: z.string(), organizationId: z.string().nullish(), organization_id: z.string().nullish() })
  .transform(({ id, organizationId, organization_id }) => ({ id, organizationId: organizationId ?? organization_id }))

const eventSchema = z.discriminatedUnion('event', [
  z.object({ ...base, event: z.literal('dsync.user.created'), data: userSchema }),
  z.object({ ...base, event: z.literal('dsync.user.updated'), data: userSchema }),
  z.object({ ...base, event: z.literal('dsync.user.deleted'), data: userSchema }),
  z.object({ ...base, event: z.literal('dsync.group.created'), data: groupSchema }),
  z.object({ ...base, event: z.literal('dsync.group.updated'), data: groupSchema }),
  z.object({ ...base, event: z.literal('dsync.group.deleted'), data: groupSchema }),
  z.object({ ...base, event: z.literal('dsync.group.user_added'), data: membership }),
  z.object({ ...base, event: z.literal('dsync.group.user_removed'), data: membership }),
  z.object({ ...base, event: z.literal('dsync.activated'), data: directory }),
  z.object({ ...base, event: z.literal('dsync.deactivated'), data: directory }),
  z.object({ ...base, event: z.literal('dsync.deleted'), data: directory })
])
export type DirectoryEvent = z.output<typeof eventSchema>

/** An event of a shape nobody announced must not stop all that follow it. */
export type StreamEvent =
  | DirectoryEvent
  | { readonly event: 'unreadable'; readonly id: string; readonly problem: string }

/** Asked for by name; SDK 11 types lack `dsync.deactivated`. */
const EVENTS = [
  'dsync.user.created',
  'dsync.user.updated',
  'dsync.user.deleted',
  'dsync.group.created',
  'dsync.group.updated',
  'dsync.group.deleted',
  'dsync.group.user_added',
  'dsync.group.user_removed',
  'dsync.activated',
  'dsync.deactivated',
  'dsync.deleted'
] satisfies DirectoryEvent['event'][]

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
  /** Oldest first, at most 100. */
  listEvents(input: { readonly after?: string | undefined; readonly limit: number }): Promise<readonly StreamEvent[]>
  /** Ids of the directories that are connected now. */
  listDirectories(organizationId: string): Promise<readonly string[]>
  /** A page of at most 100, oldest first; WorkOS allows four pages a second per directory. */
  listUsers(input: { readonly directoryId: string; readonly after?: string | undefined }): Promise<{
    readonly users: readonly ListedUser[]
    readonly after: string | undefined
  }>
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
      const page = await reading(
        workos.events.listEvents({ events: EVENTS as EventName[], order: 'asc', limit, ...(after ? { after } : {}) })
      )
      return page.data.map(readEvent)
    },
    listDirectories: async organizationId => {
      const page = await reading(workos.directorySync.listDirectories({ organizationId, limit: PAGE }))
      return page.data.filter(({ state }) => state === 'active').map(({ id }) => id)
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

const reading = <T>(answer: Promise<T>): Promise<T> =>
  answer.catch((cause: unknown) => {
    throw new VendorError('workos', 'the directory cannot be read', { retryable: true, cause })
  })

function readEvent(event: { readonly id: string }): StreamEvent {
  const parsed = eventSchema.safeParse(event)
  if (parsed.success) return parsed.data
  return {
    event: 'unreadable',
    id: event.id,
    problem: parsed.error.issues.map(({ path }) => path.join('.')).join(', ')
  }
}

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
    const status = cause instanceof Error && 'status' in cause ? Number(cause.status) : 0
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
