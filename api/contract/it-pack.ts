/** One download with everything that a company's IT, security, data protection and works council ask for. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const none = z.object({})

export const PACK_PAPERS = [
  'readme',
  'package',
  'steps',
  'permissions',
  'endpoints',
  'flow',
  'sbom',
  'subProcessors',
  'answers',
  'annex',
  'assessment',
  'inventory',
  'sums'
] as const
export type PackPaper = (typeof PACK_PAPERS)[number]

const packSchema = z.object({
  /** Of the zip; the same settings give the same bytes. */
  bytes: z.int(),
  sha256: z.string(),
  name: z.string(),
  packageVersion: z.string(),
  registerVersion: z.int(),
  files: z.array(z.object({ name: z.string(), paper: z.enum(PACK_PAPERS), bytes: z.int(), sha256: z.string() }))
})
export type ItPack = z.output<typeof packSchema>

/** Null where our operators have not said the app's id: then there is no package to hand over. */
export const getItPack = endpoint({
  method: 'GET',
  path: '/v1/admin/it-pack',
  access: 'admin',
  params: none,
  query: none,
  body: none,
  answer: z.object({ pack: packSchema.nullable() })
})

/** The zip itself. @throws `conflict` where there is none. */
export const downloadItPack = endpoint({
  method: 'GET',
  path: '/v1/admin/it-pack/file',
  access: 'admin',
  params: none,
  query: none,
  body: none,
  answer: z.string()
})
