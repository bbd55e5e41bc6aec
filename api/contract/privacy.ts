/** What a person can do about their own data: have it, erase it, see who looked. And how long a company keeps it. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { reportSchema } from './reports.ts'
import { KEPT_KEYS, PERSONAL_KEYS } from './personal-sections.ts'

const none = z.object({})
const sectionSchema = z.enum(PERSONAL_KEYS)
const keptSchema = z.enum(KEPT_KEYS)

const goneSchema = z.object({ section: sectionSchema, count: z.int() })
export type Gone = z.output<typeof goneSchema>

/** Typed to confirm, in either language, so that no slip of the finger erases anything. */
export const ERASE_PHRASES = { en: 'delete my data', es: 'borra mis datos' } as const

const previewSchema = z.object({
  goes: z.array(goneSchema),
  stays: z.array(goneSchema.extend({ because: keptSchema }))
})
export type ErasurePreview = z.output<typeof previewSchema>

/** What would go and what would stay, counted now. */
export const previewErasure = endpoint({
  method: 'GET',
  path: '/v1/me/erasure',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: previewSchema
})

export const eraseMyData = endpoint({
  method: 'POST',
  path: '/v1/me/erasure',
  access: 'person',
  params: none,
  query: none,
  body: z.object({ confirm: z.string().max(100) }),
  answer: z.object({ erasureId: z.string(), at: z.iso.datetime(), gone: z.array(goneSchema) })
})

const exportSchema = z.object({
  exportId: z.string(),
  state: z.enum(['waiting', 'ready', 'failed', 'expired']),
  askedAt: z.iso.datetime(),
  readyAt: z.iso.datetime().nullable(),
  /** Then the file is gone. */
  expiresAt: z.iso.datetime(),
  parts: z.int(),
  partsDone: z.int(),
  downloads: z.int()
})
export type ExportView = z.output<typeof exportSchema>

export const listMyExports = endpoint({
  method: 'GET',
  path: '/v1/me/exports',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: z.object({ exports: z.array(exportSchema) })
})

/** While one is being made, asking again answers with it. */
export const askForExport = endpoint({
  method: 'POST',
  path: '/v1/me/exports',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: exportSchema
})

/** The file, JSON as docs/privacy.md has it. Cut off when the caller's access ends. */
export const downloadExport = endpoint({
  method: 'GET',
  path: '/v1/me/exports/:exportId/file',
  access: 'person',
  params: z.object({ exportId: z.string().max(64) }),
  query: none,
  body: none,
  answer: z.string()
})

export const dropExport = endpoint({
  method: 'DELETE',
  path: '/v1/me/exports/:exportId',
  access: 'person',
  params: z.object({ exportId: z.string().max(64) }),
  query: none,
  body: none,
  answer: z.object({ dropped: z.boolean() })
})

export const EXPORT_FORMAT = 'consciousinsights.person/1'

/** What the file holds. `entries` are named as the product names its fields; times are ISO 8601 in UTC. */
export const exportFileSchema = z.object({
  format: z.literal(EXPORT_FORMAT),
  exportId: z.string(),
  personId: z.string(),
  company: z.string(),
  madeAt: z.iso.datetime(),
  parts: z.array(
    z.object({
      part: z.string(),
      sections: z.array(
        z.object({
          section: sectionSchema,
          title: z.string(),
          /** Why an erasure leaves it; null: it goes. */
          kept: keptSchema.nullable(),
          entries: z.array(z.record(z.string(), z.unknown()))
        })
      )
    })
  )
})

/** The newest report as HR sees it, of groups that the person is in; nothing of it is told of fewer people than HR is told. And how long conversations are kept. */
export const getEmployerView = endpoint({
  method: 'GET',
  path: '/v1/me/employer-view',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    report: reportSchema.nullable(),
    /** Days after which the company has conversations deleted. */
    conversationDays: z.int()
  })
})
