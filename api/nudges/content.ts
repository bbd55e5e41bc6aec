/** The shape of what the library says. A piece that lacks a language does not exist for those who read it. Pure. */
import { z } from 'zod'
import { focusAreaSchema, type FocusArea } from '../contract/nudges.ts'

/** Whom a piece is for: only what the directory says or a person chose, never what could be guessed. */
const audienceSchema = z.enum(['anyone', 'leads', 'new', 'settling', 'has_manager', 'far_from_manager', 'in_program'])
export type Audience = z.infer<typeof audienceSchema>

/** Half a year: nobody is told the same twice within it. */
export const LEAST_REST_WEEKS = 26

const text = z.string().min(1).max(400)
const byLanguage = <T extends z.ZodType>(value: T) => z.record(z.string().regex(/^[a-z]{2,3}$/u), value)
const slug = z.string().regex(/^[a-z]+(?:-[a-z]+)*$/u)

const pieceSchema = z.strictObject({
  id: slug,
  /** Raised when the words change; the ones that people were sent stay beside them. */
  version: z.int().min(1),
  audience: audienceSchema,
  /** A key of evidence.json; null where no finding fits. */
  evidence: slug.nullable(),
  /** How long the action takes. */
  minutes: z.int().min(1).max(2),
  restWeeks: z.int().min(LEAST_REST_WEEKS),
  words: byLanguage(z.strictObject({ action: text, whyNow: text }))
})

export const areaFileSchema = z.strictObject({ area: focusAreaSchema, nudges: z.array(pieceSchema).min(1) })
export const evidenceFileSchema = z.record(slug, z.strictObject({ source: text, size: text, words: byLanguage(text) }))

export type Piece = z.infer<typeof pieceSchema> & { readonly area: FocusArea }
export type Findings = z.infer<typeof evidenceFileSchema>
export type Library = { readonly pieces: readonly Piece[]; readonly findings: Findings }

/** What one reader sees of a piece. */
export type Told = { readonly action: string; readonly whyNow: string; readonly evidence: string }

export class ContentError extends Error {
  override readonly name = 'ContentError'
  readonly code = 'content'
}

/** @throws z.ZodError for a file of another shape, ContentError for one that contradicts another. */
export function readLibrary(files: readonly unknown[], evidence: unknown): Library {
  const findings = evidenceFileSchema.parse(evidence)
  const pieces = files.flatMap(file => {
    const { area, nudges } = areaFileSchema.parse(file)
    return nudges.map(piece => ({ ...piece, area }))
  })
  const keys = new Set<string>()
  for (const { id, version, evidence: finding } of pieces) {
    const key = `${id} ${version}`
    if (keys.has(key)) throw new ContentError(`there are two of "${id}" in version ${version}`)
    if (finding !== null && !findings[finding])
      throw new ContentError(`"${id}" rests on "${finding}", which is not there`)
    keys.add(key)
  }
  return { pieces, findings }
}

/** Undefined where a word of it is missing in the language. */
export function tellPiece(piece: Piece, language: string, { findings }: Library): Told | undefined {
  const words = piece.words[language]
  const evidence = piece.evidence === null ? '' : findings[piece.evidence]?.words[language]
  return words && evidence !== undefined ? { ...words, evidence } : undefined
}
