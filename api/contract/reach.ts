/** Being reachable: what a company lets us do, how many people each way reaches, and the run that installs the app. Never a name. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { rungSchema } from './nudges.ts'
import { cellSchema } from './parts.ts'

const none = z.object({})

/** 0: nothing of Microsoft Graph. 1: the activity feed. 2: installing the app too. */
export const levelSchema = z.union([z.literal(0), z.literal(1), z.literal(2)])
export type Level = z.output<typeof levelSchema>

/** The first way that is open to a person; `no`: blocked or removed by the person, which nothing goes around. */
export const WAYS = ['chat', 'feed', 'mail', 'nobody', 'no'] as const
/** Why people have no chat, each with something else to do. */
export const GAPS = ['not_linked', 'not_installed', 'policy', 'no_teams'] as const

export const INSTALL_PROBLEMS = [
  'app_unknown',
  'not_in_catalog',
  'permission_missing',
  'token_refused',
  'level',
  'down'
] as const
export type InstallProblem = (typeof INSTALL_PROBLEMS)[number]

/** What became of one person's installation. */
export const INSTALL_REASONS = ['policy', 'guest', 'no_teams', 'gone', 'refused', 'no_answer'] as const
export type InstallReason = (typeof INSTALL_REASONS)[number]

const runSchema = z.object({
  runId: z.string(),
  state: z.enum(['running', 'paused', 'cancelled', 'done']),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** False while it is still being found out whom it concerns. */
  sized: z.boolean(),
  people: cellSchema,
  /** Everybody of whom something is known: how far it is. */
  done: cellSchema,
  /** Null until it has ended. */
  results: z
    .object({
      installed: cellSchema,
      already: cellSchema,
      failed: z.array(z.object({ reason: z.enum(INSTALL_REASONS), count: cellSchema }))
    })
    .nullable(),
  /** Why all of it waits. */
  problem: z.enum(INSTALL_PROBLEMS).nullable()
})
export type InstallRun = z.output<typeof runSchema>

/** `unknown`: nothing that could be asked of tells it. */
export const CHECKS = ['ok', 'missing', 'unknown'] as const
const checkSchema = z.object({
  tenantId: z.string(),
  checkedAt: z.iso.datetime(),
  token: z.enum(['ok', 'refused', 'unreachable']),
  /** Entra's own number of why. */
  number: z.string().nullable(),
  feed: z.enum(CHECKS),
  install: z.enum(CHECKS),
  app: z.enum(CHECKS)
})
export type ReachCheck = z.output<typeof checkSchema>

const settingsSchema = z.object({
  level: levelSchema,
  mail: z.boolean(),
  welcomeByMail: z.boolean(),
  /** The app's id in the company's catalogue; empty lets Microsoft tell it. */
  catalogId: z.union([z.uuid(), z.literal('')])
})
export type ReachSettings = z.output<typeof settingsSchema>

const reachSchema = z.object({
  settings: settingsSchema,
  /** False where CI's operators have not set it up. */
  available: z.object({ graph: z.boolean(), mail: z.boolean() }),
  /** For the commands that grant a permission. */
  clientId: z.string(),
  tenantIds: z.array(z.string()),
  people: cellSchema,
  ways: z.array(z.object({ way: z.enum(WAYS), count: cellSchema })),
  gaps: z.array(z.object({ gap: z.enum(GAPS), count: cellSchema })),
  /** People who got something from the coach in the last 28 days; somebody may have got it more than one way. */
  cameBy: z.array(z.object({ rung: rungSchema, count: cellSchema })),
  checks: z.array(checkSchema),
  run: runSchema.nullable()
})
export type CompanyReach = z.output<typeof reachSchema>

export const getCompanyReach = endpoint({
  method: 'GET',
  path: '/v1/admin/reach',
  access: 'it',
  params: none,
  query: none,
  body: none,
  answer: reachSchema
})

export const putReachSettings = endpoint({
  method: 'PUT',
  path: '/v1/admin/reach/settings',
  access: 'it',
  params: none,
  query: none,
  body: settingsSchema,
  answer: z.object({ settings: settingsSchema })
})

/** Asks Microsoft now. At level 1 and above the admin finds a test entry in their own activity feed. */
export const checkReach = endpoint({
  method: 'POST',
  path: '/v1/admin/reach/check',
  access: 'it',
  params: none,
  query: none,
  body: none,
  answer: z.object({ checks: z.array(checkSchema) })
})

/** What a run would do, without doing it. */
export const dryRunInstalls = endpoint({
  method: 'POST',
  path: '/v1/admin/reach/installs/dry-run',
  access: 'it',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    people: cellSchema,
    calls: z.int(),
    seconds: z.int(),
    problem: z.enum(INSTALL_PROBLEMS).nullable()
  })
})

export const startInstalls = endpoint({
  method: 'POST',
  path: '/v1/admin/reach/installs',
  access: 'it',
  params: none,
  query: none,
  body: none,
  answer: z.object({ runId: z.string() })
})

export const getInstalls = endpoint({
  method: 'GET',
  path: '/v1/admin/reach/installs',
  access: 'it',
  params: none,
  query: none,
  body: none,
  answer: z.object({ run: runSchema.nullable() })
})

/** Who is being installed right now is finished. What a cancelled run did stays. */
export const turnInstalls = endpoint({
  method: 'POST',
  path: '/v1/admin/reach/installs/:runId',
  access: 'it',
  params: z.object({ runId: z.string().max(64) }),
  query: none,
  body: z.object({ turn: z.enum(['pause', 'resume', 'cancel']) }),
  answer: none
})

/** A person's own say about mail. */
export const putMyMail = endpoint({
  method: 'PUT',
  path: '/v1/me/reach/mail',
  access: 'person',
  params: none,
  query: none,
  body: z.object({ wanted: z.boolean() }),
  answer: z.object({ wanted: z.boolean() })
})

export const getMyMail = endpoint({
  method: 'GET',
  path: '/v1/me/reach/mail',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    wanted: z.boolean(),
    /** Whether mail would come at all: the company allows it and CI can send it. */
    offered: z.boolean(),
    /** No mailbox was found there. */
    refused: z.boolean()
  })
})

/** For whatever learns of bounces that come back later, such as the mail service's own hook. */
export const reportBounce = endpoint({
  method: 'POST',
  path: '/v1/operator/mail-bounces',
  access: 'operator',
  params: none,
  query: none,
  body: z.object({
    /** Of the mail that came back, with or without angle brackets. */
    messageId: z.string().min(3).max(998),
    /** RFC 3463, such as 5.1.1. */
    status: z.string().regex(/^[245]\.\d{1,3}\.\d{1,3}$/u)
  }),
  answer: z.object({ known: z.boolean() })
})
