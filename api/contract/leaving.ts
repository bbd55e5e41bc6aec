/** A company takes what is its own with it and leaves: the file, the day, the hand-over, the receipt. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const none = z.object({})

/** Of the archive: `manifest.json` says it. */
export const COMPANY_EXPORT_FORMAT = 'consciousinsights.company/1'

const exportView = z.object({
  exportId: z.string(),
  state: z.enum(['waiting', 'ready', 'failed', 'expired']),
  askedAt: z.iso.datetime(),
  readyAt: z.iso.datetime().nullable(),
  /** Null: until the company is erased. */
  expiresAt: z.iso.datetime().nullable(),
  sections: z.int(),
  sectionsDone: z.int(),
  rows: z.int(),
  /** Of the archive. */
  bytes: z.int(),
  downloads: z.int(),
  /** Made on the company's last day. */
  last: z.boolean()
})
export type CompanyExportView = z.output<typeof exportView>

export const LEAVING_STATES = ['scheduled', 'exporting', 'handing_over', 'closing', 'erasing'] as const

const leavingView = z.object({
  state: z.enum(LEAVING_STATES),
  leavesAt: z.iso.datetime(),
  askedAt: z.iso.datetime(),
  /** Who asked; null when their name is no longer known. */
  by: z.string().nullable(),
  reason: z.string(),
  /** While the last file waits to be fetched: after this, everything is erased whether it was or not. */
  handOverUntil: z.iso.datetime().nullable(),
  confirmedAt: z.iso.datetime().nullable(),
  /** Opens the receipt, then without a sign-in: to be kept. */
  receiptUrl: z.url()
})
export type LeavingView = z.output<typeof leavingView>

const page = z.object({
  /** Typed to confirm. */
  company: z.string(),
  leaving: leavingView.nullable(),
  exports: z.array(exportView)
})
export type LeavingPage = z.output<typeof page>

export const getLeaving = endpoint({
  method: 'GET',
  path: '/v1/admin/leaving',
  access: 'owner',
  params: none,
  query: none,
  body: none,
  answer: page
})

const confirm = z.string().max(200)

/** From a day to a year ahead. Undone until then by `undoLeaving`. `confirm` is the company's name, typed. */
export const scheduleLeaving = endpoint({
  method: 'POST',
  path: '/v1/admin/leaving',
  access: 'owner',
  params: none,
  query: none,
  body: z.object({ leavesAt: z.iso.datetime(), reason: z.string().trim().min(3).max(500), confirm }),
  answer: page
})

export const undoLeaving = endpoint({
  method: 'POST',
  path: '/v1/admin/leaving/undo',
  access: 'owner',
  params: none,
  query: none,
  body: none,
  answer: page
})

/** "We have the file": the last sign-ins end and everything is erased. `confirm` is the company's name, typed. */
export const confirmHandOver = endpoint({
  method: 'POST',
  path: '/v1/admin/leaving/confirm',
  access: 'owner',
  params: none,
  query: none,
  body: z.object({ confirm }),
  answer: page
})

/** One at a time; it is made by a job, and kept for a week. */
export const askCompanyExport = endpoint({
  method: 'POST',
  path: '/v1/admin/leaving/exports',
  access: 'owner',
  params: none,
  query: none,
  body: none,
  answer: page
})

export const dropCompanyExport = endpoint({
  method: 'DELETE',
  path: '/v1/admin/leaving/exports/:exportId',
  access: 'owner',
  params: z.object({ exportId: z.string().max(64) }),
  query: none,
  body: none,
  answer: page
})

/** A link for whoever asks: it opens the archive once, within minutes, while they may ask for it. */
export const linkCompanyExport = endpoint({
  method: 'POST',
  path: '/v1/admin/leaving/exports/:exportId/links',
  access: 'owner',
  params: z.object({ exportId: z.string().max(64) }),
  query: none,
  body: none,
  answer: z.object({ url: z.url(), expiresAt: z.iso.datetime() })
})

/** The archive, a ZIP file. The link is the right to have it. */
export const downloadCompanyExport = endpoint({
  method: 'GET',
  path: '/v1/company-exports/:token',
  access: 'public',
  params: z.object({ token: z.string().max(300) }),
  query: none,
  body: none,
  answer: z.string()
})

const receipt = z.object({
  erasureId: z.string(),
  organizationId: z.string(),
  company: z.string(),
  askedAt: z.iso.datetime(),
  leftAt: z.iso.datetime(),
  signInsEndedAt: z.iso.datetime(),
  erasedAt: z.iso.datetime(),
  /** SHA-256 digests of what the archive held are in its own manifest; this says which archive it was. */
  exportId: z.string().nullable(),
  /** Rows by table. */
  erased: z.record(z.string(), z.int())
})
export type CompanyReceipt = z.output<typeof receipt>

/** Without a sign-in, by the link that the leaving gave: where it is, and in the end the receipt, as a JWS of type `company-erasure+jwt`. */
export const getCompanyReceipt = endpoint({
  method: 'GET',
  path: '/v1/company-receipts/:token',
  access: 'public',
  params: z.object({ token: z.string().max(300) }),
  query: none,
  body: none,
  answer: z.discriminatedUnion('state', [
    /** `rowsErased`: so far; it grows while the state is `erasing`. */
    z.object({ state: z.enum(LEAVING_STATES), rowsErased: z.int() }),
    z.object({ state: z.literal('erased'), jws: z.string() })
  ])
})
export const companyReceiptSchema = receipt
