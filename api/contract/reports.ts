/** Aggregate figures for HR; everything here has passed the privacy gate. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/** A figure that may be shown, or blank with the reason in words. */
export const cellSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('shown'),
    count: z.number().int(),
    of: z.number().int(),
    label: z.string(),
    /** False where `label` says "fewer than" or "more than": `count` is then the bound, and no bar may claim it. */
    exact: z.boolean()
  }),
  z.object({ kind: z.literal('blank'), reason: z.string() })
])
export type Cell = z.infer<typeof cellSchema>

export const reportSchema = z.object({
  reportId: z.string(),
  madeAt: z.iso.datetime(),
  period: z.object({ from: z.iso.datetime(), to: z.iso.datetime() }),
  /** The finding in one sentence. */
  finding: z.string(),
  /** People the figures stand for. */
  people: z.number().int(),
  figures: z.array(z.object({ key: z.string(), name: z.string(), definition: z.string(), cell: cellSchema })),
  cohorts: z.array(z.object({ name: z.string(), active: cellSchema, completed: cellSchema })),
  /** How many cells are blank and why, in words. */
  blanked: z.object({ count: z.number().int(), why: z.string() }),
  smallestGroup: z.number().int()
})
export type ReportView = z.infer<typeof reportSchema>

const none = z.object({})

export const getLatestReport = endpoint({
  method: 'GET',
  path: '/v1/reports/latest',
  access: 'hr',
  params: none,
  query: none,
  body: none,
  answer: z.object({ report: reportSchema.nullable() })
})

export const getReport = endpoint({
  method: 'GET',
  path: '/v1/reports/:reportId',
  access: 'hr',
  params: z.object({ reportId: z.string() }),
  query: none,
  body: none,
  answer: reportSchema
})

export const makeReportEndpoint = endpoint({
  method: 'POST',
  path: '/v1/reports',
  access: 'hr',
  params: none,
  query: none,
  body: none,
  answer: reportSchema
})
