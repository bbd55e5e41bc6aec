/** Before the learning site knows no other way in than CI: who could not sign in any more, what to do, and who accepts what is left. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const none = z.object({})
const count = z.int().min(0)

export const CUTOVER_KINDS = [
  'plan_unknown',
  'plan_other',
  'not_compared',
  'compared_long_ago',
  'connection_down',
  'instructors_unread',
  /** Linked at CI; the site itself does not know CI's subject of them. */
  'not_keyed',
  'in_review',
  'staff_without_person',
  'nobody',
  'other_subject',
  /** Somebody else has this address at CI, and the site may take them for the account's owner. */
  'address_of_another',
  'person_left',
  'no_access',
  'no_email',
  'email_differs'
] as const
const kind = z.enum(CUTOVER_KINDS)
export type CutoverKind = z.output<typeof kind>

export const PLANS = ['plus', 'other', 'unknown'] as const
const plan = z.enum(PLANS)
export type SitePlan = z.output<typeof plan>

const itemSchema = z.object({
  itemKey: z.string(),
  kind,
  /** Whom it is about; empty for what concerns the site as a whole. */
  name: z.string(),
  email: z.string(),
  userId: z.string().nullable(),
  personId: z.string().nullable(),
  /** How many people it concerns. */
  people: count,
  /** In the reader's language: what is the matter, and what to do. */
  what: z.string(),
  remedy: z.string(),
  mayAccept: z.boolean(),
  accepted: z.object({ by: z.string(), at: z.iso.datetime(), reason: z.string() }).nullable()
})

/** The last check; null when there was none. */
export const getCutover = endpoint({
  method: 'GET',
  path: '/v1/admin/enrollment/cutover',
  access: 'admin',
  params: none,
  query: z.object({ kind: kind.optional(), after: z.coerce.number().int().min(0).optional() }),
  body: none,
  answer: z.object({
    check: z
      .object({
        checkedAt: z.iso.datetime(),
        plan,
        learners: count,
        /** Accounts whose person can sign in through CI. */
        able: count,
        /** Accounts of people who left: shut, as intended. */
        left: count,
        /** Nothing is left, or each rest is accepted. */
        ready: z.boolean(),
        open: count,
        accepted: count,
        kinds: z.array(z.object({ kind, title: z.string(), open: count, accepted: count })),
        items: z.array(itemSchema),
        /** Where the next page begins. */
        next: count.nullable()
      })
      .nullable()
  })
})

/** Checks now; the result appears when it is done. Changes nothing, here or on the site. */
export const checkCutover = endpoint({
  method: 'POST',
  path: '/v1/admin/enrollment/cutover/check',
  access: 'admin',
  params: none,
  query: none,
  /** No call of the site tells its plan: the admin does. */
  body: z.object({ plan }),
  answer: none
})

const itemKeys = z.array(z.string().min(1).max(200)).min(1).max(500)

/** Each by name, with a reason. @throws `conflict` for what is gone or cannot be accepted. */
export const acceptCutover = endpoint({
  method: 'POST',
  path: '/v1/admin/enrollment/cutover/acceptances',
  access: 'admin',
  params: none,
  query: none,
  body: z.discriminatedUnion('what', [
    z.object({ what: z.literal('accept'), itemKeys, reason: z.string().trim().min(3).max(500) }),
    z.object({ what: z.literal('withdraw'), itemKeys })
  ]),
  answer: z.object({ items: count })
})

/** All of the last check as a CSV file, in the reader's language. */
export const exportCutover = endpoint({
  method: 'GET',
  path: '/v1/admin/enrollment/cutover/export',
  access: 'admin',
  params: none,
  query: none,
  body: none,
  answer: z.string()
})
