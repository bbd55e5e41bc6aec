/** A call that the company has not allowed. It never leaves this process. */
export class AboveLevelError extends Error {
  override readonly name = 'AboveLevelError'
  readonly code = 'above_level'
}
