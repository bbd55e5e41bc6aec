/** Moving in from the spreadsheets by which courses were assigned: upload, columns, report by row, dry run, import, undo. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { dryRunSchema } from './enrollment-admin.ts'
import { conditionSchema, targetSchema } from './enrollment-rules.ts'

const none = z.object({})
const count = z.int().min(0)
const oneImport = z.object({ importId: z.string().regex(/^imp_\w{1,40}$/u) })
/** One line that people read. */
const line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine(text => text.isWellFormed() && !/\p{Cc}/u.test(text), 'Leave out control characters')

/** Of the file as it is sent, in bytes. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024

/** What a column says. `department`, `cohort` and `group` of the directory may explain the courses, and become rules. */
export const COLUMN_ROLES = [
  'ignore',
  'email',
  'employee_number',
  'provider_id',
  'full_name',
  'first_name',
  'last_name',
  'course',
  'starts',
  'ends',
  'reason',
  'department',
  'cohort',
  'group'
] as const
const role = z.enum(COLUMN_ROLES)
export type ColumnRole = z.output<typeof role>

export const columnsSchema = z.object({
  /** Place of the sheet in the file, from 0. */
  sheet: count,
  /** As the spreadsheet program numbers it; 0 when no row names the columns. */
  headerRow: count,
  roles: z.array(role).min(1).max(200),
  /** How dates that are text are meant: 3/4/2026 is the third of April, or the fourth of March. Null: not known. */
  dateOrder: z.enum(['day_first', 'month_first']).nullable()
})
export type Columns = z.output<typeof columnsSchema>

const importSchema = z.object({
  importId: z.string(),
  fileName: z.string(),
  state: z.enum(['open', 'imported', 'cancelled', 'undone']),
  uploadedAt: z.iso.datetime(),
  /** When it was imported, cancelled or undone; null while it is open. */
  decidedAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
  /** What was imported. */
  assignments: count,
  rules: count
})

/** Newest first. What is not decided within 30 days is cancelled. */
export const listImports = endpoint({
  method: 'GET',
  path: '/v1/admin/enrollment/imports',
  access: 'admin',
  scope: 'enrollment.write',
  params: none,
  query: none,
  body: none,
  answer: z.object({ imports: z.array(importSchema) })
})

/** The body is the file itself. A file that cannot be read is no error of the call: it says what to do. */
export const uploadImport = endpoint({
  method: 'POST',
  path: '/v1/admin/enrollment/imports',
  access: 'admin',
  scope: 'enrollment.write',
  params: none,
  query: z.object({ name: line }),
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

/** What is in the file, with the columns as saved or as guessed. */
export const getImport = endpoint({
  method: 'GET',
  path: '/v1/admin/enrollment/imports/:importId',
  access: 'admin',
  scope: 'enrollment.write',
  params: oneImport,
  query: none,
  body: none,
  answer: importSchema.extend({
    /** Null once the import is decided: the file is not kept. */
    file: z
      .object({
        format: z.enum(['xlsx', 'csv']),
        encoding: z.string().nullable(),
        delimiter: z.string().nullable(),
        sheets: z.array(
          z.object({
            name: z.string(),
            hidden: z.boolean(),
            rows: count,
            /** The first rows, cut short. */
            first: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
            columns: count,
            /** Of this sheet. */
            guess: columnsSchema
          })
        ),
        columns: columnsSchema,
        confirmed: z.boolean()
      })
      .nullable()
  })
})

export const finding = z.object({
  row: z.int(),
  /** The letter of the column and what it is named; empty for the whole row. */
  column: z.string(),
  value: z.string(),
  problem: z.string(),
  /** `error`: nothing can be imported before it is corrected. `note`: said once, and imported as it is. */
  severity: z.enum(['error', 'note']),
  what: z.string(),
  remedy: z.string()
})

const proposal = z.object({
  proposalId: z.string(),
  when: conditionSchema,
  targets: z.array(targetSchema),
  /** Rows that the rule makes needless. */
  covers: count,
  /** Who would gain by the rule and is not in the file. */
  more: z.object({ people: count, first: z.array(z.object({ personId: z.string(), name: z.string() })) }),
  /** Rows with the same value in the file, whose people the directory does not have under it: they stay assigned one by one. */
  apart: count
})

const reportSchema = z.object({
  rows: count,
  people: count,
  /** What would be assigned, of the rows without an error. */
  assignments: count,
  /** Rows that change nothing: imported before, or given by a rule. */
  needless: count,
  errors: count,
  notes: count,
  /** The first two hundred; the file has all. */
  findings: z.array(finding),
  proposals: z.array(proposal)
})

/** Keeps how the columns are meant and reads every row. Changes nobody's courses. */
export const checkImport = endpoint({
  method: 'PUT',
  path: '/v1/admin/enrollment/imports/:importId/columns',
  access: 'admin',
  scope: 'enrollment.write',
  params: oneImport,
  query: none,
  body: columnsSchema,
  answer: reportSchema
})

/** Every finding as CSV, by row. */
export const saveImportReport = endpoint({
  method: 'GET',
  path: '/v1/admin/enrollment/imports/:importId/report',
  access: 'admin',
  scope: 'enrollment.write',
  params: oneImport,
  query: none,
  body: none,
  answer: z.string()
})

const chosen = z.array(z.string().max(300)).max(200)

/** What the import would do, with these proposals as rules. @throws `conflict` while there are errors. */
export const dryRunImport = endpoint({
  method: 'POST',
  path: '/v1/admin/enrollment/imports/:importId/dry-run',
  access: 'admin',
  scope: 'enrollment.write',
  params: oneImport,
  query: none,
  body: z.object({ proposals: chosen }),
  /** `seen` stands for exactly this outcome. */
  answer: z.object({ seen: z.string(), assignments: count, rules: count, dry: dryRunSchema })
})

/** All of it or nothing. @throws `conflict` when anything differs from what was `seen`. */
export const carryOutImport = endpoint({
  method: 'POST',
  path: '/v1/admin/enrollment/imports/:importId/carry-out',
  access: 'admin',
  scope: 'enrollment.write',
  params: oneImport,
  query: none,
  body: z.object({ proposals: chosen, seen: z.string(), reason: line }),
  answer: z.object({ runId: z.string() })
})

/** Before it was imported. The file is deleted. */
export const cancelImport = endpoint({
  method: 'POST',
  path: '/v1/admin/enrollment/imports/:importId/cancel',
  access: 'admin',
  scope: 'enrollment.write',
  params: oneImport,
  query: none,
  body: none,
  answer: none
})

/** Withdraws what this import assigned and its rules: `dry` says what that would do, `carry_out` does it. */
export const undoImport = endpoint({
  method: 'POST',
  path: '/v1/admin/enrollment/imports/:importId/undo',
  access: 'admin',
  params: oneImport,
  query: none,
  body: z.object({ mode: z.enum(['dry', 'carry_out']) }),
  answer: z.object({ dry: dryRunSchema.nullable(), runId: z.string().nullable() })
})
