import { ProblemError } from '../platform/errors.ts'

/** Anyone may send any client id. */
export function unknownCompany(error: unknown): undefined {
  if (error instanceof ProblemError && error.code === 'not_found') return undefined
  throw error
}
