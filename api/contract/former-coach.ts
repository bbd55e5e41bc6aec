/** Moving in from the company's former chatbot: the admin's import, whose texts only their person ever sees. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const none = z.object({})
const count = z.int().min(0)
const oneImport = z.object({ importId: z.string().regex(/^imp_\w{1,40}$/u) })

/** Of the file as it is sent, in bytes. */
export const MOST_FORMER_BYTES = 10 * 1024 * 1024

const formerImportSchema = z.object({
  importId: z.string(),
  fileName: z.string(),
  state: z.enum(['open', 'importing', 'imported', 'cancelled', 'undoing', 'undone']),
  uploadedAt: z.iso.datetime(),
  /** When it was imported, cancelled or undone; null while it is open. */
  decidedAt: z.iso.datetime().nullable(),
  lines: count,
  /** How many lines are carried out. */
  linesDone: count,
  /** What the file has for people who were found; zero until it is imported. */
  people: count,
  conversations: count,
  messages: count
})

/** Newest first. What is not decided within 30 days is cancelled. */
export const listFormerImports = endpoint({
  method: 'GET',
  path: '/v1/admin/former-coach/imports',
  access: 'owner',
  params: none,
  query: none,
  body: none,
  answer: z.object({ imports: z.array(formerImportSchema) })
})

/** The body is the file itself: JSON lines in UTF-8. A file that cannot be read is no error of the call: it says what to do. */
export const uploadFormerImport = endpoint({
  method: 'POST',
  path: '/v1/admin/former-coach/imports',
  access: 'owner',
  params: none,
  query: z.object({
    name: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .refine(text => text.isWellFormed() && !/\p{Cc}/u.test(text), 'Leave out control characters')
  }),
  body: z.instanceof(Uint8Array),
  answer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('taken'), importId: z.string() }),
    z.object({
      kind: z.literal('refused'),
      problem: z.string(),
      what: z.string(),
      remedy: z.string(),
      row: z.int().nullable()
    })
  ])
})

const formerReportSchema = z.object({
  /** Stands for exactly this outcome. */
  seen: z.string(),
  lines: count,
  /** What would be imported. */
  people: count,
  conversations: count,
  messages: count,
  /** The oldest and the newest of these messages. */
  from: z.iso.datetime().nullable(),
  to: z.iso.datetime().nullable(),
  /** Accounts that are left out. */
  leftOut: z.object({ unknown: count, not_linked: count, left: count }),
  errors: count,
  notes: count,
  /** The first two hundred; the file has all. Never a text. */
  findings: z.array(
    z.object({
      line: z.int(),
      /** The field as the format names it; empty for the whole line. */
      field: z.string(),
      /** The account, where it is about one. */
      account: z.string(),
      problem: z.string(),
      /** `error`: nothing can be imported before it is corrected. `note`: said once, and the rest is imported. */
      severity: z.enum(['error', 'note']),
      what: z.string(),
      remedy: z.string()
    })
  )
})

/** What the import would do now. Changes nothing. @throws `conflict` once it is decided. */
export const checkFormerImport = endpoint({
  method: 'GET',
  path: '/v1/admin/former-coach/imports/:importId/check',
  access: 'owner',
  params: oneImport,
  query: none,
  body: none,
  answer: formerReportSchema
})

/** Every finding as CSV, by line. */
export const saveFormerReport = endpoint({
  method: 'GET',
  path: '/v1/admin/former-coach/imports/:importId/report',
  access: 'owner',
  params: oneImport,
  query: none,
  body: none,
  answer: z.string()
})

/** @throws `conflict` while there are errors, or when anything differs from what was `seen`. */
export const carryOutFormerImport = endpoint({
  method: 'POST',
  path: '/v1/admin/former-coach/imports/:importId/carry-out',
  access: 'owner',
  params: oneImport,
  query: none,
  body: z.object({ seen: z.string() }),
  answer: none
})

/** Before it was imported. The file is deleted. */
export const cancelFormerImport = endpoint({
  method: 'POST',
  path: '/v1/admin/former-coach/imports/:importId/cancel',
  access: 'owner',
  params: oneImport,
  query: none,
  body: none,
  answer: none
})

/** Removes exactly what this import brought; at once nobody sees it any more. */
export const undoFormerImport = endpoint({
  method: 'POST',
  path: '/v1/admin/former-coach/imports/:importId/undo',
  access: 'owner',
  params: oneImport,
  query: none,
  body: none,
  answer: none
})

export const formerTurnSchema = z.object({
  messageId: z.string(),
  from: z.enum(['person', 'coach']),
  text: z.string(),
  /** Brought from the former chatbot; neither said nor answered here. */
  origin: z.literal('imported'),
  at: z.iso.datetime()
})
export type FormerTurn = z.output<typeof formerTurnSchema>

/** One's own. Texts come only after the agreement; how many there are is said before, so that they can be erased. */
export const getFormerThread = endpoint({
  method: 'GET',
  path: '/v1/me/former-thread',
  access: 'person',
  params: none,
  /** `before`: the oldest message that is known already. */
  query: z.object({ before: z.string().max(64).optional() }),
  body: none,
  /** Oldest first; `more`: there are older ones. */
  answer: z.object({ messages: count, turns: z.array(formerTurnSchema), more: z.boolean() })
})

/** For good: nothing is imported for this person again. */
export const eraseFormerThread = endpoint({
  method: 'DELETE',
  path: '/v1/me/former-thread',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: none
})
