/** Aggregate figures for HR; everything here has passed the privacy gate. */
import { z } from 'zod'
import { cellSchema } from './cell.ts'
import { endpoint } from './endpoint.ts'
import { experimentViewSchema, offerSchema } from './experiments.ts'
import { FLOOR } from './parts.ts'

/** A closed week (Monday to Sunday) or calendar month in the company's time zone; `to` is the moment after its end. */
const periodSchema = z.object({ from: z.iso.datetime(), to: z.iso.datetime() })

export const reportKindSchema = z.enum(['weekly', 'monthly'])
export type ReportKind = z.infer<typeof reportKindSchema>

export const figureAreaSchema = z.enum([
  'activation',
  'activity',
  'nudges',
  'plans',
  'courses',
  'reach',
  'pulse',
  'focus'
])
export type FigureArea = z.infer<typeof figureAreaSchema>

const figureSchema = z.object({
  /** Such as `active`, `plan_kept`, `focus_feedback`. */
  key: z.string(),
  area: figureAreaSchema,
  name: z.string(),
  /** The one definition, in the reader's language, shown on demand. */
  definition: z.string(),
  /** Another figure that this one is a part of: of those who were sent a nudge, so many answered. Null: of everybody counted. */
  partOf: z.string().nullable(),
  cell: cellSchema,
  /** The reports of the same kind before this one, oldest first, eleven at most; this one is not among them. */
  trend: z.array(z.object({ period: periodSchema, cell: cellSchema }))
})
export type Figure = z.infer<typeof figureSchema>

const groupSchema = z.object({
  name: z.string(),
  /** People of the group whom the figures count; null where there are too few to tell. */
  people: z.number().int().nullable(),
  /** Every cell is of one of the breakdown's `figures`, in that order. */
  cells: z.array(cellSchema)
})

/** One dimension at a time; whoever is counted in one breakdown is counted in no other. */
const breakdownSchema = z.object({
  dimension: z.enum(['cohort', 'country', 'department']),
  name: z.string(),
  /** In words: who is counted here, and why not everybody. */
  why: z.string(),
  /** Keys of `figures`. */
  figures: z.array(z.string()),
  groups: z.array(groupSchema)
})
export type Breakdown = z.infer<typeof breakdownSchema>

export const reportSchema = z.object({
  reportId: z.string(),
  kind: reportKindSchema,
  madeAt: z.iso.datetime(),
  period: periodSchema,
  /** The finding in one sentence. */
  finding: z.string(),
  /** Three sentences or more that the figures allow, most useful first; the first is `finding`. */
  findings: z.array(z.string()),
  /** People the figures stand for. */
  people: z.number().int(),
  /** People with access when it was made who are not counted yet, in words: they wait until enough came; empty: nobody waits. */
  waiting: z.string(),
  figures: z.array(figureSchema),
  /** Empty: the company is too small to be broken down, or nothing to break down by is known; `unbroken` says which. */
  breakdowns: z.array(breakdownSchema),
  unbroken: z.string(),
  /** Whether nudges help: the company's newest experiment as it stood, and what one could find out, when, at what cost. */
  lift: z.object({ experiment: experimentViewSchema.nullable(), offers: z.array(offerSchema), says: z.string() }),
  /** How many cells are blank or only a bound, and why, in words. */
  blanked: z.object({ count: z.number().int(), why: z.string() }),
  smallestGroup: z.number().int()
})
export type ReportView = z.infer<typeof reportSchema>

const none = z.object({})

/** Newest first. */
export const listReports = endpoint({
  method: 'GET',
  path: '/v1/reports',
  access: 'hr',
  scope: 'reports.read',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    reports: z.array(
      z.object({
        reportId: z.string(),
        kind: reportKindSchema,
        madeAt: z.iso.datetime(),
        period: periodSchema,
        finding: z.string()
      })
    )
  })
})

export const getLatestReport = endpoint({
  method: 'GET',
  path: '/v1/reports/latest',
  access: 'hr',
  scope: 'reports.read',
  params: none,
  query: none,
  body: none,
  answer: z.object({ report: reportSchema.nullable() })
})

/** As it was when it was made. */
export const getReport = endpoint({
  method: 'GET',
  path: '/v1/reports/:reportId',
  access: 'hr',
  scope: 'reports.read',
  params: z.object({ reportId: z.string() }),
  query: none,
  body: none,
  answer: reportSchema
})

/** The report of the last closed week or month: made if it is not yet there, else the one that is. */
export const makeReportEndpoint = endpoint({
  method: 'POST',
  path: '/v1/reports',
  access: 'hr',
  params: none,
  query: none,
  body: z.object({ kind: reportKindSchema.default('weekly') }),
  answer: reportSchema
})

export const getReportGate = endpoint({
  method: 'GET',
  path: '/v1/reports/gate',
  access: 'hr',
  scope: 'reports.read',
  params: none,
  query: none,
  body: none,
  answer: z.object({ smallestGroup: z.number().int() })
})

/** Only ever raised: refused with `conflict` below what it is now. Groups that are counted already stay as they are. */
export const raiseReportGate = endpoint({
  method: 'PUT',
  path: '/v1/reports/gate',
  access: 'admin',
  params: none,
  query: none,
  body: z.object({ smallestGroup: z.number().int().min(FLOOR).max(1000) }),
  answer: z.object({ smallestGroup: z.number().int() })
})
