/** Thrown errors: a constant code for machines, a public text for people, and detail that stays in the log. */
export type ProblemCode =
  | 'bad_request'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'too_many_requests'
  | 'unavailable'
  | 'internal'

const STATUS: Readonly<Record<ProblemCode, number>> = {
  bad_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many_requests: 429,
  unavailable: 503,
  internal: 500
}

/** An expected refusal that ends a request. `message` is shown to people; `reason` narrows the code for programs. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: ProblemCode
  readonly reason: string
  /** Seconds after which the same may be tried again, where that is known. */
  readonly retryAfter: number | undefined
  /** What would have opened it, for the answer's WWW-Authenticate (RFC 6750, section 3.1). */
  readonly scope: string | undefined
  constructor(
    code: ProblemCode,
    message: string,
    options: {
      readonly reason?: string
      readonly retryAfter?: number
      readonly scope?: string
      readonly cause?: unknown
    } = {}
  ) {
    super(message, { cause: options.cause })
    this.code = code
    this.reason = options.reason ?? code
    this.retryAfter = options.retryAfter
    this.scope = options.scope
  }
  get status(): number {
    return STATUS[this.code]
  }
}

/** A vendor refused or could not be reached. Never shown to people as it is. */
export class VendorError extends Error {
  override readonly name = 'VendorError'
  readonly code = 'vendor_failed'
  readonly vendor: string
  readonly status: number | undefined
  readonly retryable: boolean
  constructor(
    vendor: string,
    detail: string,
    options: { readonly status?: number; readonly retryable: boolean; readonly cause?: unknown }
  ) {
    super(`${vendor}: ${detail}`, { cause: options.cause })
    this.vendor = vendor
    this.status = options.status
    this.retryable = options.retryable
  }
}
