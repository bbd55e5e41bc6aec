/** What a company gives its coach to read: the admin's files, and what the coach would find in them. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const none = z.object({})
const count = z.int().min(0)
const oneMaterial = z.object({ materialId: z.string().regex(/^mat_\w{1,40}$/u) })

/** Of a file as it is sent, in bytes. */
export const MOST_MATERIAL_BYTES = 5 * 1024 * 1024
/** Of a file's text, in characters. */
export const MOST_MATERIAL_CHARACTERS = 300_000
/** Of a company. */
export const MOST_MATERIALS = 100
export const MOST_COMPANY_CHARACTERS = 3_000_000

export const MATERIAL_LANGUAGES = ['en', 'es', 'other'] as const
const languageSchema = z.enum(MATERIAL_LANGUAGES)
export type MaterialLanguage = z.output<typeof languageSchema>

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine(text => text.isWellFormed() && !/\p{Cc}/u.test(text), 'Leave out control characters')
const titleSchema = line(120)

export const materialSchema = z.object({
  materialId: z.string(),
  title: z.string(),
  language: languageSchema,
  fileName: z.string(),
  format: z.enum(['text', 'docx', 'pdf']),
  /** From 1; one more with each file in its place. */
  version: z.int(),
  bytes: count,
  characters: count,
  passages: count,
  uploadedAt: z.iso.datetime()
})
export type MaterialView = z.output<typeof materialSchema>

/** By title. */
export const listMaterial = endpoint({
  method: 'GET',
  path: '/v1/admin/material',
  access: 'material',
  params: none,
  query: none,
  body: none,
  answer: z.object({ materials: z.array(materialSchema) })
})

const uploadedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('taken'), material: materialSchema }),
  z.object({ kind: z.literal('refused'), problem: z.string(), what: z.string(), remedy: z.string() })
])

/** The body is the file itself. A file that cannot be used is no error of the call: it says what to do, and nothing of it is kept. */
export const addMaterial = endpoint({
  method: 'POST',
  path: '/v1/admin/material',
  access: 'material',
  params: none,
  query: z.object({ title: titleSchema, language: languageSchema, name: line(200) }),
  body: z.instanceof(Uint8Array),
  answer: uploadedSchema
})

/** Another file in its place; while it cannot be used the one before stays. @throws `not_found`. */
export const replaceMaterial = endpoint({
  method: 'PUT',
  path: '/v1/admin/material/:materialId/file',
  access: 'material',
  params: oneMaterial,
  query: z.object({ language: languageSchema, name: line(200) }),
  body: z.instanceof(Uint8Array),
  answer: uploadedSchema
})

/** @throws `not_found`. */
export const renameMaterial = endpoint({
  method: 'PATCH',
  path: '/v1/admin/material/:materialId',
  access: 'material',
  params: oneMaterial,
  query: none,
  body: z.object({ title: titleSchema }),
  answer: none
})

/** From the next answer on the coach does not know it. @throws `not_found`. */
export const removeMaterial = endpoint({
  method: 'DELETE',
  path: '/v1/admin/material/:materialId',
  access: 'material',
  params: oneMaterial,
  query: none,
  body: none,
  answer: none
})

/** Exactly what the coach would find, best first. Nothing is kept of the question. */
export const tryMaterial = endpoint({
  method: 'POST',
  path: '/v1/admin/material/try',
  access: 'material',
  params: none,
  query: none,
  body: z.object({ question: z.string().trim().min(1).max(500) }),
  answer: z.object({ found: z.array(z.object({ materialId: z.string(), title: z.string(), quote: z.string() })) })
})
