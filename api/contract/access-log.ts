/** Who looked at a person's conversation, as they read it; and how ConsciousInsights' staff may, by two of them, for an hour at most. */
import { z } from 'zod'
import { turnSchema } from './coach.ts'
import { endpoint } from './endpoint.ts'
import { REGISTER } from './register.ts'

const none = z.object({})

export const accessStateSchema = z.enum(['asked', 'open', 'over', 'ended'])

const accessSchema = z.object({
  accessId: z.string(),
  /** `asked`: a second member of staff has yet to agree. `ended`: refused or stopped, by staff or by the person. */
  state: accessStateSchema,
  reason: z.string(),
  ticket: z.string(),
  minutes: z.int(),
  askedAt: z.iso.datetime(),
  approvedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  reads: z.array(z.object({ at: z.iso.datetime(), messages: z.int() }))
})
export type AccessView = z.output<typeof accessSchema>

/** Newest first. `readAt`: when somebody last read, null when nobody ever did. */
export const getMyAccessLog = endpoint({
  method: 'GET',
  path: '/v1/me/access-log',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: z.object({ readAt: z.iso.datetime().nullable(), accesses: z.array(accessSchema) })
})

/** The person ends it, or refuses it before it begins. */
export const stopAccess = endpoint({
  method: 'POST',
  path: '/v1/me/access-log/:accessId/stop',
  access: 'person',
  params: z.object({ accessId: z.string().max(64) }),
  query: none,
  body: none,
  answer: accessSchema
})

const company = z.object({ organizationId: z.string().max(64) })
const one = company.extend({ accessId: z.string().max(64) })

/** Lets nobody in by itself. */
export const askForAccess = endpoint({
  method: 'POST',
  path: '/v1/support/organizations/:organizationId/people/:personId/access',
  access: 'staff',
  params: company.extend({ personId: z.string().max(64) }),
  query: none,
  body: z.object({
    reason: z.string().trim().min(20).max(500),
    ticket: z.string().trim().min(3).max(64),
    minutes: z.int().min(REGISTER.staffReading.leastMinutes).max(REGISTER.staffReading.mostMinutes)
  }),
  answer: accessSchema
})

/** By somebody else than who asked; from then on the minutes run. */
export const approveAccess = endpoint({
  method: 'POST',
  path: '/v1/support/organizations/:organizationId/access/:accessId/approve',
  access: 'staff',
  params: one,
  query: none,
  body: none,
  answer: accessSchema
})

export const endAccess = endpoint({
  method: 'POST',
  path: '/v1/support/organizations/:organizationId/access/:accessId/end',
  access: 'staff',
  params: one,
  query: none,
  body: none,
  answer: accessSchema
})

/** The newest 50 turns, for who asked and while it is open. Each reading is recorded and shown to the person. */
export const readThread = endpoint({
  method: 'GET',
  path: '/v1/support/organizations/:organizationId/access/:accessId/thread',
  access: 'staff',
  params: one,
  query: none,
  body: none,
  answer: z.object({ turns: z.array(turnSchema) })
})
