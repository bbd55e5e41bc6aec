/** A file's text as it was read, and why a file cannot be used. */
export type Format = 'text' | 'docx' | 'pdf'

export type Block = { readonly kind: 'heading' | 'text'; readonly text: string }

/** What the coach quotes: a few sentences, under the heading that they stand under. */
export type Passage = { readonly heading: string; readonly passage: string }

export const FILE_PROBLEMS = [
  'empty_file',
  'unknown_type',
  'not_utf8',
  'other_office',
  'old_word',
  'password',
  'damaged',
  'too_large_inside',
  'no_text',
  'too_much_text',
  'too_many_pages',
  'too_slow'
] as const
export type FileProblem = (typeof FILE_PROBLEMS)[number]
/** Of the company, whatever is in the file. */
export type RoomProblem = 'too_many_files' | 'too_much_material'

export class MaterialError extends Error {
  override readonly name = 'MaterialError'
  readonly code: FileProblem | RoomProblem
  constructor(code: MaterialError['code'], options: { readonly cause?: unknown } = {}) {
    super(code, { cause: options.cause })
    this.code = code
  }
}
