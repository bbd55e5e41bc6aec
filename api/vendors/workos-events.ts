/** What WorkOS' event stream tells of directories, connections and domains, checked at the door. */
import { z } from 'zod'

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

export const listedUserSchema = userSchema.extend({ groups: z.array(groupSchema) })
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

const owned = z.object({ id: z.string(), organizationId: z.string().nullish() })
// Of the certificate's events the SDK knows nothing: snake case, as they came.
const certified = z
  .object({
    connection: z.object({ id: z.string(), organization_id: z.string().nullish() }),
    certificate: z.object({ expiry_date: z.iso.datetime({ offset: true }) })
  })
  .transform(({ connection, certificate }) => ({
    id: connection.id,
    organizationId: connection.organization_id,
    expiresAt: certificate.expiry_date
  }))
const domain = owned.extend({ domain: z.string() })
const failedDomain = z.object({ organizationDomain: domain }).transform(({ organizationDomain }) => organizationDomain)

const connectionEventSchema = z.discriminatedUnion('event', [
  z.object({ ...base, event: z.literal('connection.activated'), data: owned }),
  z.object({ ...base, event: z.literal('connection.deactivated'), data: owned }),
  z.object({ ...base, event: z.literal('connection.deleted'), data: owned }),
  z.object({ ...base, event: z.literal('connection.saml_certificate_renewal_required'), data: certified }),
  z.object({ ...base, event: z.literal('connection.saml_certificate_renewed'), data: certified }),
  z.object({ ...base, event: z.literal('organization_domain.verified'), data: domain }),
  z.object({ ...base, event: z.literal('organization_domain.verification_failed'), data: failedDomain })
])
export type ConnectionEvent = z.output<typeof connectionEventSchema>

/** An event of a shape nobody announced must not stop all that follow it. */
export type StreamEvent =
  | DirectoryEvent
  | ConnectionEvent
  | { readonly event: 'unreadable'; readonly id: string; readonly problem: string }

/** Asked for by name; SDK 11 types lack `dsync.deactivated`. */
export const EVENTS = [
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
  'dsync.deleted',
  'connection.activated',
  'connection.deactivated',
  'connection.deleted',
  'connection.saml_certificate_renewal_required',
  'connection.saml_certificate_renewed',
  'organization_domain.verified',
  'organization_domain.verification_failed'
] satisfies (DirectoryEvent | ConnectionEvent)['event'][]

export function readEvent(event: { readonly id: string; readonly event: string }): StreamEvent {
  const streamSchema = event.event.startsWith('dsync.') ? eventSchema : connectionEventSchema
  const parsed = streamSchema.safeParse(event)
  if (parsed.success) return parsed.data
  return {
    event: 'unreadable',
    id: event.id,
    problem: parsed.error.issues.map(({ path }) => path.join('.')).join(', ')
  }
}
