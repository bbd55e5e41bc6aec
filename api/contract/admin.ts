/** What the company's own admin sees and starts: set-up links, the state of the connections, the audit log. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const none = z.object({})

export const PORTAL_INTENTS = [
  'sso',
  'dsync',
  'domain_verification',
  'certificate_renewal',
  'audit_logs',
  'log_streams'
] as const

/** A link of minutes to the set-up portal for one task; go there at once, it is not to be kept or mailed. */
export const openPortal = endpoint({
  method: 'POST',
  path: '/v1/admin/portal-links',
  access: 'admin',
  params: none,
  query: none,
  body: z.object({ intent: z.enum(PORTAL_INTENTS) }),
  answer: z.object({ url: z.url() })
})

/** Counts and moments of the connections, without names. */
export const getConnections = endpoint({
  method: 'GET',
  path: '/v1/admin/connections',
  access: 'admin',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    directory: z.object({
      /** Null until the directory said anything. */
      lastEventAt: z.iso.datetime().nullable(),
      lastComparedAt: z.iso.datetime().nullable()
    }),
    signIn: z.object({
      lastAt: z.iso.datetime().nullable(),
      /** Of the last seven days, by what became of them: `signed_in`, `expired`, `no_access` … */
      week: z.array(z.object({ outcome: z.string(), count: z.number().int() }))
    })
  })
})

const auditEvent = z.object({
  eventId: z.string(),
  at: z.iso.datetime(),
  /** `noun.verb`, such as `person.left`. */
  action: z.string(),
  /** `directory`, `reconciliation`, `operator`, or a person's id. */
  actor: z.string(),
  personId: z.string().nullable(),
  detail: z.record(z.string(), z.unknown())
})

/** The audit log in pages, newest first; `before` is the `next` of the page before. It can be added to, never changed. */
export const listAudit = endpoint({
  method: 'GET',
  path: '/v1/admin/audit',
  access: 'admin',
  params: none,
  query: z.object({
    before: z.string().max(64).optional(),
    action: z.string().max(64).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100)
  }),
  body: none,
  answer: z.object({ events: z.array(auditEvent), next: z.string().nullable() })
})
