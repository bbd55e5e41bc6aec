/** Learners whom no directory named: the learning site said that they signed up. What a company's admin sees and decides. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { dryRunSchema } from './enrollment-admin.ts'

const none = z.object({})
const count = z.int().min(0)

/** `there`: from before, an admin decides. `doubtful`: may be somebody who is known. `other_way`: not made by the site's single sign-on. */
export const SIGN_UP_STATES = ['there', 'waiting', 'taken', 'doubtful', 'other_way', 'gone'] as const
const state = z.enum(SIGN_UP_STATES)
export type SignUpState = z.output<typeof state>

/** Null where the company did not opt in. */
export const getSignUps = endpoint({
  method: 'GET',
  path: '/v1/admin/enrollment/sign-ups',
  access: 'admin',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    watch: z
      .object({
        since: z.iso.datetime(),
        /** When the site was last asked for new ones; null before the first time. */
        lookedAt: z.iso.datetime().nullable(),
        /** When all of the site's accounts were last listed; null while the first list is under way. */
        listedAt: z.iso.datetime().nullable(),
        whose: z.enum(['everybody', 'domains', 'field']),
        accepts: z.enum(['single_sign_on', 'everybody']),
        /** Null: a directory that comes later recognizes nobody by itself. */
        joinBy: z.enum(['email', 'sso_id']).nullable()
      })
      .nullable(),
    counts: z.record(state, count)
  })
})

/** By account, in pages; `after` is the `next` of the page before. */
export const listSignUps = endpoint({
  method: 'GET',
  path: '/v1/admin/enrollment/sign-ups/learners',
  access: 'admin',
  params: none,
  query: z.object({ state, after: z.string().max(64).optional() }),
  body: none,
  answer: z.object({
    learners: z.array(
      z.object({
        userId: z.string(),
        name: z.string(),
        email: z.string(),
        signedUpAt: z.iso.datetime(),
        heardBy: z.enum(['webhook', 'sweep', 'list']),
        /** Whose receipts tell the rest. */
        personId: z.string().nullable(),
        /** Of a doubtful one: who it may be. */
        mayBe: z.object({ personId: z.string(), name: z.string() }).nullable()
      })
    ),
    next: z.string().nullable()
  })
})

/** What the rules in force would give to those who were there before; courses they have already are not given again. Changes nothing. */
export const dryRunSignUps = endpoint({
  method: 'POST',
  path: '/v1/admin/enrollment/sign-ups/dry-run',
  access: 'admin',
  params: none,
  query: none,
  body: none,
  answer: dryRunSchema
})

/** Those who were there before take part in the rules from now on. */
export const takeInSignUps = endpoint({
  method: 'POST',
  path: '/v1/admin/enrollment/sign-ups/take-in',
  access: 'admin',
  params: none,
  query: none,
  body: none,
  answer: z.object({ people: count })
})

/** Of a doubtful one. `same`: the account becomes the known person's. @throws `conflict` when it is decided already. */
export const decideSignUp = endpoint({
  method: 'POST',
  path: '/v1/admin/enrollment/sign-ups/learners/:userId',
  access: 'admin',
  params: z.object({ userId: z.string().max(64) }),
  query: none,
  body: z.object({ decision: z.enum(['same', 'different']) }),
  answer: none
})
