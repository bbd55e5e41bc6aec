/** The audit log as the company's admin reads it, saves it, and has it forwarded. It can be added to, never changed. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const none = z.object({})

const auditEvent = z.object({
  eventId: z.string(),
  at: z.iso.datetime(),
  /** `noun.verb`, such as `person.left`. */
  action: z.string(),
  /** What happened, as a sentence in the reader's language. */
  text: z.string(),
  /** `directory`, `reconciliation`, `operator`, `rule`, … or a person's id. */
  actor: z.string(),
  /** Who that is, in words; null for a person whose name is no longer known. */
  by: z.string().nullable(),
  personId: z.string().nullable(),
  /** The name of the person it is about, where there is one. */
  about: z.string().nullable(),
  detail: z.record(z.string(), z.unknown())
})

const filter = {
  /** From this moment on. */
  from: z.iso.datetime().optional(),
  /** Before this moment. */
  to: z.iso.datetime().optional(),
  /** One action, or all of a noun, such as `person.`. */
  action: z.string().max(64).optional(),
  /** Whom it is about, or who did it: a part of the name or e-mail, an id, or `directory`, `operator`, … */
  who: z.string().trim().min(1).max(100).optional()
}

/** What an admin looks for most; `action` takes each with a dot after it. */
export const AUDIT_NOUNS = [
  'person',
  'role',
  'account',
  'connection',
  'claim_mapping',
  'enrollment_rules',
  'campaign',
  'webhook',
  'api_key',
  'company_export',
  'leaving',
  'audit'
] as const

/** In pages, newest first; `before` is the `next` of the page before. */
export const listAudit = endpoint({
  method: 'GET',
  path: '/v1/admin/audit',
  access: 'it',
  scope: 'audit.read',
  params: none,
  query: z.object({
    ...filter,
    before: z.string().max(64).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100)
  }),
  body: none,
  answer: z.object({ events: z.array(auditEvent), next: z.string().nullable() })
})

export const AUDIT_FORMATS = ['csv', 'jsonl'] as const

/** A file, oldest first, streamed: CSV whose cells no spreadsheet runs as a formula, or one JSON object a line. Ids, no names. */
export const exportAudit = endpoint({
  method: 'GET',
  path: '/v1/admin/audit/export',
  access: 'it',
  scope: 'audit.read',
  params: none,
  query: z.object({ ...filter, format: z.enum(AUDIT_FORMATS) }),
  body: none,
  answer: z.string()
})

const forwarding = z.object({
  active: z.boolean(),
  since: z.iso.datetime().nullable(),
  /** Events that have yet to arrive. */
  waiting: z.number().int(),
  /** Events that WorkOS will not have; they are not tried again. */
  refused: z.number().int(),
  lastSentAt: z.iso.datetime().nullable(),
  /** Why the last batch did not go through; null while all is well. */
  problem: z.enum(['unreachable', 'refused']).nullable(),
  /** When the next batch begins after a failure. */
  nextAt: z.iso.datetime().nullable()
})

export const getAuditForwarding = endpoint({
  method: 'GET',
  path: '/v1/admin/audit/forwarding',
  access: 'it',
  params: none,
  query: none,
  body: none,
  answer: forwarding
})

/** Opt-in: from then on each event also goes to WorkOS Audit Logs. Off: what has not gone yet is not sent. */
export const putAuditForwarding = endpoint({
  method: 'PUT',
  path: '/v1/admin/audit/forwarding',
  access: 'it',
  params: none,
  query: none,
  body: z.object({ active: z.boolean() }),
  answer: forwarding
})
