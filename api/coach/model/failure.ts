/** Why a model gave no answer, told from what its SDK throws. What was thrown holds people's words and is neither kept nor logged. */
import { APICallError, JSONParseError, TypeValidationError } from 'ai'
import { z } from 'zod'
import type { ModelFailure } from '../../contract/coach-engine.ts'
import { SECOND } from '../../platform/time.ts'
import { ModelError } from './model-error.ts'

export function toModelError(engine: string, thrown: unknown, now: Date): ModelError {
  if (thrown instanceof ModelError) return thrown
  if (APICallError.isInstance(thrown))
    return new ModelError(engine, ofCall(thrown), restOf(thrown.responseHeaders ?? {}, now))
  if (JSONParseError.isInstance(thrown) || TypeValidationError.isInstance(thrown))
    return new ModelError(engine, 'garbled')
  return new ModelError(engine, thrown instanceof TypeError ? 'unreachable' : 'broken')
}

function ofCall({ statusCode, data, responseBody }: APICallError): ModelFailure {
  if (statusCode === undefined) return 'unreachable'
  if (statusCode === 429) return 'busy'
  if (statusCode === 401 || statusCode === 403) return 'key_refused'
  if (statusCode === 404) return 'not_found'
  if (statusCode === 408 || statusCode >= 500) return 'broken'
  if (statusCode < 400) return responseBody === undefined ? 'broken' : 'garbled'
  return isFiltered(data) ? 'filtered' : 'rejected'
}

/** Azure refuses a prompt with 400 and this code. */
const refusal = z.object({ error: z.object({ code: z.literal('content_filter') }) })
const isFiltered = (data: unknown): boolean => refusal.safeParse(data).success

/** `retry-after-ms` is Azure's and more exact; `retry-after` counts seconds or names a date. */
function restOf(headers: Readonly<Record<string, string>>, now: Date): number | undefined {
  const exact = Number(headers['retry-after-ms'] ?? Number.NaN)
  if (Number.isFinite(exact)) return exact
  const said = headers['retry-after']
  if (said === undefined) return undefined
  const seconds = Number(said)
  const ms = Number.isFinite(seconds) ? seconds * SECOND : Date.parse(said) - now.getTime()
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined
}
