/** Moving in: accounts that a learning site had before are linked with the company's people. Who is who, never how far somebody is. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const none = z.object({})
const count = z.int().min(0)
const text = z.string().trim().min(1).max(200)

/** What speaks for an account being a person's. */
export const GROUNDS = [
  /** The site signs this account in under CI's own subject of the person. */
  'subject',
  /** The former single sign-on's id is the person's, in the attribute that the admin named. */
  'former_id',
  'employee_number',
  'email',
  /** The same but for capitals, accents, dots or what follows a plus sign. */
  'email_similar',
  /** The same before the @, at another domain. */
  'mailbox',
  'name'
] as const
const ground = z.enum(GROUNDS)
export type Ground = z.output<typeof ground>

/** What speaks against it, or leaves it open. */
export const DOUBTS = [
  'name_differs',
  /** An e-mail alone: the admin did not vouch that the company gave those of the site out. */
  'email_not_vouched',
  /** The address is of no domain of the company. */
  'other_domain',
  /** None of the marks that the admin vouched for agrees. */
  'no_sure_mark',
  'number_differs',
  /** Somebody else in the company has this address. */
  'email_of_another',
  /** Somebody else, who may have left, has had this address. */
  'email_had_before',
  'person_left',
  /** The account is older than the person's first day in the company. */
  'older_than_person',
  'several_people',
  'several_accounts',
  'has_account',
  /** The site signs somebody else in to it. */
  'other_subject',
  /** It may do more on the site than learn. */
  'has_role',
  /** An admin took this very link back. */
  'undone'
] as const
const doubt = z.enum(DOUBTS)
export type Doubt = z.output<typeof doubt>

/** Which marks of the site the admin vouches for: given out by the company, not typed by learners. */
export const basisSchema = z.object({
  /** What the former single sign-on sent as the id of an account. */
  formerId: z
    .discriminatedUnion('is', [
      z.object({ is: z.literal('none') }),
      z.object({ is: z.literal('idp_id') }),
      z.object({ is: z.literal('employee_number') }),
      z.object({ is: z.literal('email') }),
      /** A raw attribute of the directory. */
      z.object({ is: z.literal('attribute'), name: text })
    ])
    .default({ is: 'none' }),
  /** Label of the profile field that holds the employee number. */
  numberField: text.nullable().default(null),
  /** E-mails of the site came from the company by single sign-on, and learners could not change them. */
  emails: z.enum(['from_company', 'unknown']).default('unknown')
})
export type Basis = z.output<typeof basisSchema>

export const LEARNER_STATES = ['unread', 'linked', 'certain', 'review', 'postponed', 'refused', 'nobody'] as const
const learnerState = z.enum(LEARNER_STATES)
export type LearnerState = z.output<typeof learnerState>

const runSchema = z.object({
  runId: z.string(),
  mode: z.enum(['dry', 'carry_out']),
  state: z.enum(['running', 'paused', 'cancelled', 'done']),
  stage: z.enum(['list', 'keys', 'judge', 'courses']),
  basis: basisSchema,
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** Accounts that the site said it has; seen so far; of which how they sign in is known. */
  learners: count,
  seen: count,
  read: count,
  /** Leavers and newcomers are served first. */
  givesWay: z.boolean()
})

/** Where the moving in stands: the last run, and how many accounts are in which state. */
export const getMoving = endpoint({
  method: 'GET',
  path: '/v1/admin/enrollment/moving',
  access: 'admin',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    /** Null without a learning site. */
    site: z
      .object({
        name: z.string(),
        problem: z.object({ kind: z.string(), said: z.string(), since: z.iso.datetime() }).nullable()
      })
      .nullable(),
    run: runSchema.nullable(),
    counts: z.record(learnerState, count),
    /** Accounts that can be decided together, most first: one person each, for and against them the same. */
    together: z.array(
      z.object({
        evidence: z.string(),
        state: learnerState,
        grounds: z.array(ground),
        doubts: z.array(doubt),
        accounts: count,
        mayAccept: z.boolean()
      })
    )
  })
})

/** What a comparison can go by and would cost; null when the site could not be asked. */
export const getMovingChoices = endpoint({
  method: 'GET',
  path: '/v1/admin/enrollment/moving/choices',
  access: 'admin',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    site: z
      .object({
        fields: z.array(z.string()),
        learners: count,
        /** At the site's own limit, when nothing else waits; with former ids it is a call more for each account. */
        seconds: z.object({ plain: count, withFormerIds: count })
      })
      .nullable()
  })
})

/** `dry` reads and judges, and links nobody; `carry_out` links those who are certain. @throws `conflict` while one is under way. */
export const beginLinkRun = endpoint({
  method: 'POST',
  path: '/v1/admin/enrollment/moving/runs',
  access: 'admin',
  params: none,
  query: none,
  body: z.object({ mode: z.enum(['dry', 'carry_out']), basis: basisSchema }),
  answer: z.object({ runId: z.string() })
})

/** What a cancelled run linked stays, and can be taken back one by one. */
export const turnLinkRun = endpoint({
  method: 'POST',
  path: '/v1/admin/enrollment/moving/runs/:runId',
  access: 'admin',
  params: z.object({ runId: z.string() }),
  query: none,
  body: z.object({ turn: z.enum(['pause', 'resume', 'cancel']) }),
  answer: none
})

const candidateSchema = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  employeeNumber: z.string().nullable(),
  department: z.string().nullable(),
  active: z.boolean(),
  grounds: z.array(ground),
  doubts: z.array(doubt),
  mayAccept: z.boolean()
})

/** Accounts with the evidence side by side. */
export const listSiteLearners = endpoint({
  method: 'GET',
  path: '/v1/admin/enrollment/moving/learners',
  access: 'admin',
  params: none,
  query: z.object({
    state: learnerState,
    evidence: z.string().max(400).optional(),
    search: z.string().max(100).optional(),
    after: z.string().max(64).optional()
  }),
  body: none,
  answer: z.object({
    learners: z.array(
      z.object({
        userId: z.string(),
        name: z.string(),
        email: z.string(),
        employeeNumber: z.string().nullable(),
        formerId: z.string().nullable(),
        roles: z.array(z.string()),
        createdAt: z.iso.datetime().nullable(),
        state: learnerState,
        /** Who said so, in words, and when; null for what nobody decided. */
        decided: z.object({ by: z.string(), at: z.iso.datetime(), reason: z.string() }).nullable(),
        candidates: z.array(candidateSchema)
      })
    ),
    next: z.string().nullable()
  })
})

const reason = z.string().trim().max(500).default('')

/**
 * `accept` links an account with a person, `refuse` says that it is none of the candidates, `postpone` leaves it for later,
 * `undo` takes back what was decided or linked. `together` decides all of one evidence, if they are still as many as were shown.
 */
export const decideLearners = endpoint({
  method: 'POST',
  path: '/v1/admin/enrollment/moving/decisions',
  access: 'admin',
  params: none,
  query: none,
  body: z.discriminatedUnion('what', [
    z.object({ what: z.literal('accept'), userId: text, personId: text, reason }),
    z.object({ what: z.enum(['refuse', 'postpone', 'undo']), userId: text, reason }),
    z.object({
      what: z.literal('together'),
      decision: z.enum(['accept', 'refuse', 'postpone']),
      state: z.enum(['certain', 'review', 'postponed']),
      evidence: z.string().min(1).max(400),
      accounts: z.int().min(1),
      reason
    })
  ]),
  answer: z.object({
    /** How many accounts were decided. */
    done: count,
    /** Those that could not be linked: their person got another account meanwhile. */
    left: count,
    /** After an undo: courses that were given to the account while it was linked. They stay open there. */
    givenMeanwhile: z.array(z.string())
  })
})
