/** What a company's admin decides and sees about courses: rules with a dry run, long work, receipts, drift. Access, never progress. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { receiptSchema } from './enrollment.ts'
import { ruleSetSchema, targetSchema } from './enrollment-rules.ts'

const none = z.object({})
const count = z.int().min(0)

const versionSchema = z.object({
  version: z.int(),
  source: z.enum(['settings', 'admin']),
  /** `operator`, or a person's id. */
  author: z.string(),
  reason: z.string(),
  savedAt: z.iso.datetime()
})

/** The rules in force, and who saved which version. */
export const getEnrollmentRules = endpoint({
  method: 'GET',
  path: '/v1/admin/enrollment/rules',
  access: 'admin',
  params: none,
  query: none,
  body: none,
  answer: versionSchema.extend({
    content: ruleSetSchema,
    history: z.array(versionSchema),
    /** Names of the people whom exceptions are for. */
    people: z.record(z.string(), z.string())
  })
})

/** What rules can ask for and give. `site` is null when the learning site could not be asked. */
export const getEnrollmentChoices = endpoint({
  method: 'GET',
  path: '/v1/admin/enrollment/choices',
  access: 'admin',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    cohorts: z.array(z.string()),
    groups: z.array(z.string()),
    site: z.array(targetSchema).nullable()
  })
})

const moved = z.object({
  personId: z.string(),
  name: z.string(),
  /** Names of courses, bundles and groups. */
  targets: z.array(z.string())
})

export const dryRunSchema = z.object({
  people: count,
  /** Of those who change; the first ones by name are listed. */
  gain: z.object({ people: count, first: z.array(moved) }),
  lose: z.object({ people: count, first: z.array(moved) }),
  /** Dates only. */
  redate: count,
  byTarget: z.array(z.object({ target: targetSchema, gain: count, lose: count })),
  calls: count,
  /** At the site's own limit, when nothing else waits. */
  seconds: z.number().min(0),
  /** Stays, whatever the rules say later. */
  lasting: z.object({
    /** Accounts that are made on the site. */
    accounts: count,
    /** Members who are added to groups: the site has no call that takes one out. */
    memberships: count,
    /** Members who should leave a group and have to be taken out by hand. */
    byHand: count
  })
})
export type DryRun = z.output<typeof dryRunSchema>

/** What these rules would do to everybody. Changes nothing. */
export const dryRunRules = endpoint({
  method: 'POST',
  path: '/v1/admin/enrollment/rules/dry-run',
  access: 'admin',
  params: none,
  query: none,
  body: ruleSetSchema,
  answer: dryRunSchema
})

/** Saves a version and starts to carry it out. @throws `conflict` when another version came between. */
export const putEnrollmentRules = endpoint({
  method: 'PUT',
  path: '/v1/admin/enrollment/rules',
  access: 'admin',
  params: none,
  query: none,
  body: z.object({ basedOn: z.int(), content: ruleSetSchema, reason: z.string().trim().min(1).max(500) }),
  /** What is in force from now on, and the work that it makes. */
  answer: versionSchema.extend({ runId: z.string() })
})

const runSchema = z.object({
  runId: z.string(),
  kind: z.enum(['rules', 'repair', 'again', 'import', 'undo']),
  version: z.int(),
  state: z.enum(['running', 'paused', 'cancelled', 'done']),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  people: count,
  waiting: count,
  done: count,
  failed: count,
  cancelled: count
})

/** The work at hand: what waits, what failed and why, and what is wrong with the site. */
export const getEnrollmentWork = endpoint({
  method: 'GET',
  path: '/v1/admin/enrollment/work',
  access: 'admin',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    /** Null without a learning site. */
    site: z
      .object({
        name: z.string(),
        callsPerMinute: z.int(),
        problem: z.object({ kind: z.string(), said: z.string(), since: z.iso.datetime() }).nullable()
      })
      .nullable(),
    waiting: z.object({ leavers: count, newcomers: count, rest: count }),
    failed: z.array(z.object({ problem: z.string(), said: z.string(), people: count })),
    /** Whose last sign-in on a site that takes signed tokens failed; the first twenty by name. */
    signIns: z.array(
      z.object({
        because: z.enum(['account_refused', 'account_gone', 'no_email', 'site_refused']),
        people: count,
        names: z.array(z.string())
      })
    ),
    runs: z.array(runSchema)
  })
})

/** Leavers go on whatever is paused. What a cancelled run did stays; the drift report shows what it left undone. */
export const turnEnrollmentRun = endpoint({
  method: 'POST',
  path: '/v1/admin/enrollment/runs/:runId',
  access: 'admin',
  params: z.object({ runId: z.string() }),
  query: none,
  body: z.object({ turn: z.enum(['pause', 'resume', 'cancel']) }),
  answer: none
})

/** Everybody whose enrollment was refused is tried once more, and a site that failed is asked at once. */
export const tryEnrollmentAgain = endpoint({
  method: 'POST',
  path: '/v1/admin/enrollment/try-again',
  access: 'support',
  scope: 'enrollment.write',
  params: none,
  query: none,
  body: none,
  answer: z.object({ people: count })
})

/** People with what they have and what was refused. */
export const listEnrolledPeople = endpoint({
  method: 'GET',
  path: '/v1/admin/enrollment/people',
  access: 'support',
  scope: 'enrollment.read',
  params: none,
  query: z.object({ search: z.string().max(100).optional(), after: z.string().max(64).optional() }),
  body: none,
  answer: z.object({
    people: z.array(
      z.object({
        personId: z.string(),
        name: z.string(),
        mayLearn: z.boolean(),
        /** Signed up on the site, and nobody else has named them yet: courses there, no access here. */
        siteLearner: z.boolean(),
        enrollments: z.array(
          z.object({
            target: targetSchema,
            /** Whether it is open is all that an admin sees; how far a person is, only they see. */
            state: z.enum(['coming', 'open', 'ended', 'failed']),
            because: z.string(),
            expiresAt: z.iso.datetime().nullable(),
            problem: z.string().nullable()
          })
        )
      })
    ),
    next: z.string().nullable()
  })
})

/** What was asked for one person, by which rule, when, and what the site answered; newest first. */
export const getEnrollmentReceipts = endpoint({
  method: 'GET',
  path: '/v1/admin/enrollment/people/:personId/receipts',
  access: 'support',
  scope: 'enrollment.read',
  params: z.object({ personId: z.string() }),
  query: none,
  body: none,
  answer: z.object({ receipts: z.array(receiptSchema) })
})

export const DRIFTS = ['missing', 'extra', 'wrong_expiry', 'by_hand'] as const
const what = z.enum(DRIFTS)
export type DriftKind = z.output<typeof what>

const driftItem = z.object({
  personId: z.string(),
  name: z.string(),
  target: targetSchema,
  what,
  foundOpen: z.boolean(),
  foundExpiry: z.iso.datetime().nullable(),
  wantedExpiry: z.iso.datetime().nullable()
})

/** What the last comparison with the site found: all courses, and the bundles and groups that rules name or named. */
export const getEnrollmentDrift = endpoint({
  method: 'GET',
  path: '/v1/admin/enrollment/drift',
  access: 'admin',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    drift: z
      .object({
        driftId: z.string(),
        foundAt: z.iso.datetime(),
        listed: count,
        people: count,
        counts: z.record(what, count),
        /** The first hundred. */
        items: z.array(driftItem),
        /** Bundles and groups that rules give and the site does not have: nobody could be compared. */
        unread: z.array(targetSchema),
        repairRunId: z.string().nullable()
      })
      .nullable()
  })
})

/** Compares with the site now; the report appears when it is done. */
export const lookForDrift = endpoint({
  method: 'POST',
  path: '/v1/admin/enrollment/drift/look',
  access: 'admin',
  params: none,
  query: none,
  body: none,
  answer: none
})

/**
 * `dry` says what a repair would do; `carry_out` starts it. `byHand`: members who are in a group without a rule; the site has no
 * call that takes them out.
 */
export const repairDrift = endpoint({
  method: 'POST',
  path: '/v1/admin/enrollment/drift/:driftId/repair',
  access: 'admin',
  params: z.object({ driftId: z.string() }),
  query: none,
  body: z.object({ mode: z.enum(['dry', 'carry_out']), what: z.array(what).min(1) }),
  answer: z.object({
    people: count,
    calls: count,
    seconds: z.number().min(0),
    byHand: count,
    runId: z.string().nullable()
  })
})
