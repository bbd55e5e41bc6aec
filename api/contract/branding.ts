/** How a company's own app package looks in its Teams. The app stays the same one: same id, same permissions. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const none = z.object({})

/** Of an icon as it is sent, in bytes. */
export const MOST_ICON_BYTES = 128 * 1024
export const ICONS = { color: 192, outline: 32 } as const
export type IconKind = keyof typeof ICONS

/** Nothing that turns the direction of what follows, and no control characters but the end of a line. */
const HIDDEN = /[[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]--\n]/v
const readable = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine(text => text.isWellFormed() && !HIDDEN.test(text), 'Leave out control characters')
const line = (most: number) => readable(most).refine(text => !text.includes('\n'), 'Write it on one line')

const descriptionSchema = z.object({ short: line(80), full: readable(4000) })

/** As Microsoft limits them. What is empty is ours. */
export const brandSchema = z.object({
  shortName: line(30),
  fullName: line(100),
  accent: z.union([z.string().regex(/^#[0-9a-f]{6}$/iu, 'a color such as #0b6a6f'), z.literal('')]),
  descriptions: z.object({ en: descriptionSchema, es: descriptionSchema })
})
export type Brand = z.output<typeof brandSchema>

const iconSchema = z.object({
  /** `data:image/png;base64,…` */
  image: z.string(),
  own: z.boolean()
})

const viewSchema = z.object({
  brand: brandSchema,
  /** What stands where something is empty. */
  ours: brandSchema,
  icons: z.object({ color: iconSchema, outline: iconSchema }),
  /** 0 before the first change. */
  revision: z.int(),
  /** Of the package that is made now; it rises with each change. */
  version: z.string(),
  changedAt: z.iso.datetime().nullable()
})
export type BrandingView = z.output<typeof viewSchema>

export const getBranding = endpoint({
  method: 'GET',
  path: '/v1/admin/branding',
  access: 'admin',
  params: none,
  query: none,
  body: none,
  answer: viewSchema
})

/** @throws `conflict` when somebody else changed it since `revision`. */
export const putBranding = endpoint({
  method: 'PUT',
  path: '/v1/admin/branding',
  access: 'admin',
  params: none,
  query: none,
  body: z.object({ revision: z.int(), brand: brandSchema }),
  answer: viewSchema
})

export const ICON_PROBLEMS = [
  'not_png',
  'damaged',
  'size',
  'unsupported',
  'not_square_filled',
  'no_transparency',
  'empty',
  'not_white'
] as const
export type IconProblem = (typeof ICON_PROBLEMS)[number]

const kindSchema = z.enum(['color', 'outline'])

/** The body is the PNG itself. One that cannot be used is no error of the call: it says why, and nothing changes. */
export const putIcon = endpoint({
  method: 'PUT',
  path: '/v1/admin/branding/icons/:kind',
  access: 'admin',
  params: z.object({ kind: kindSchema }),
  query: none,
  body: z.instanceof(Uint8Array),
  answer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('taken'), branding: viewSchema }),
    z.object({
      kind: z.literal('refused'),
      problem: z.enum(ICON_PROBLEMS),
      /** As it was found, where the size is the problem. */
      found: z.object({ width: z.int(), height: z.int() }).nullable()
    })
  ])
})

/** Back to ours. */
export const dropIcon = endpoint({
  method: 'DELETE',
  path: '/v1/admin/branding/icons/:kind',
  access: 'admin',
  params: z.object({ kind: kindSchema }),
  query: none,
  body: none,
  answer: viewSchema
})
