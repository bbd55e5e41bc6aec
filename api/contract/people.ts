/** People of an organization that signs them in with CI itself, as CI's operators keep them. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const none = z.object({})
const organization = z.object({ organizationId: z.string().max(64) })
const email = z.email().max(254).toLowerCase()

const invited = z.object({
  personId: z.string(),
  email: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  roles: z.array(z.string()),
  /** `joined`: by themselves, where the organization is open. */
  because: z.enum(['invitation', 'joined']),
  addedAt: z.iso.datetime()
})

/**
 * Lets this address sign in; repeating the call changes what differs. Refused with `conflict` where the organization has a
 * provider, and where a company's provider signs in everybody of the address's domain.
 */
export const invitePerson = endpoint({
  method: 'POST',
  path: '/v1/operator/organizations/:organizationId/people',
  access: 'operator',
  params: organization,
  query: none,
  body: z.object({
    email,
    firstName: z.string().max(100).optional(),
    lastName: z.string().max(100).optional(),
    roles: z.array(z.enum(['hr', 'admin', 'author', 'owner', 'it', 'support'])).default([]),
    /** Names of cohorts in the organization's settings. */
    cohorts: z.array(z.string().max(200)).max(50).default([])
  }),
  answer: z.object({ personId: z.string() })
})

/** By person id, in pages; `after` is the `next` of the page before. */
export const listInvited = endpoint({
  method: 'GET',
  path: '/v1/operator/organizations/:organizationId/people',
  access: 'operator',
  params: organization,
  query: z.object({
    after: z.string().max(64).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100)
  }),
  body: none,
  answer: z.object({ people: z.array(invited), next: z.string().nullable() })
})

/** Ends everything the person holds, as of a leaver; their passkeys are forgotten. `not_found` when they are not there. */
export const removePerson = endpoint({
  method: 'DELETE',
  path: '/v1/operator/organizations/:organizationId/people/:personId',
  access: 'operator',
  params: organization.extend({ personId: z.string().max(64) }),
  query: none,
  body: none,
  answer: z.object({ removed: z.literal(true) })
})
