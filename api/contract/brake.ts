/** Many people left at once: what is hard to undo waits, and an admin says whether it was meant. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const none = z.object({})

export const BRAKE_DECISIONS = ['ended', 'kept'] as const

const brake = z.object({
  brakeId: z.string(),
  setAt: z.iso.datetime(),
  /** Why it was set: so many left within the window, of so many who had access. */
  peopleLeft: z.int(),
  peopleBefore: z.int(),
  /** `set`: nobody has decided yet; `kept`: an admin kept the courses, and some of these people are still not back. */
  state: z.enum(['set', 'kept']),
  /** Null while nobody has decided. `by` is a name, or null for CI's operators. */
  decided: z.object({ at: z.iso.datetime(), by: z.string().nullable(), why: z.string() }).nullable(),
  /** Whose courses wait: the number to be named in a decision. */
  held: z.int(),
  /** Of them, who is gone; the others are here and are no longer in a group that gives a course. */
  gone: z.int(),
  /** When the first of them left. */
  since: z.iso.datetime().nullable(),
  reasons: z.array(z.object({ reason: z.string(), people: z.int() })),
  /** Some of them, whoever is gone first. */
  sample: z.array(
    z.object({ personId: z.string(), name: z.string().nullable(), reason: z.string(), gone: z.boolean() })
  )
})
export type BrakeView = z.output<typeof brake>

const answer = z.object({ brake: brake.nullable() })

/** Null while nothing waits for a decision. */
export const getBrake = endpoint({
  method: 'GET',
  path: '/v1/admin/brake',
  access: 'it',
  params: none,
  query: none,
  body: none,
  answer
})

const decision = z.object({
  brakeId: z.string().max(64),
  /** `ended`: they did leave, their courses end; `kept`: it was a mistake, their courses stay as they are. */
  decision: z.enum(BRAKE_DECISIONS),
  /** How many are held, as the one who decides saw it: refused when more or fewer are by now. */
  people: z.int().min(0),
  /** For the audit. */
  why: z.string().trim().min(3).max(500)
})

/** Refused as `conflict` when somebody else was faster, or other people are held than were seen. */
export const decideBrake = endpoint({
  method: 'POST',
  path: '/v1/admin/brake/decisions',
  access: 'it',
  params: none,
  query: none,
  body: decision,
  answer: z.object({ people: z.int() })
})

const company = z.object({ organizationId: z.string() })

/** For CI's operators, when no admin of the company can get in any more. */
export const getOrganizationBrake = endpoint({
  method: 'GET',
  path: '/v1/operator/organizations/:organizationId/brake',
  access: 'operator',
  params: company,
  query: none,
  body: none,
  answer
})

export const decideOrganizationBrake = endpoint({
  method: 'POST',
  path: '/v1/operator/organizations/:organizationId/brake/decisions',
  access: 'operator',
  params: company,
  query: none,
  body: decision,
  answer: z.object({ people: z.int() })
})
