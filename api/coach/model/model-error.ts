import type { ModelFailure } from '../../contract/coach-engine.ts'

/** What was thrown before it holds people's words, so it has no cause. */
export class ModelError extends Error {
  override readonly name = 'ModelError'
  readonly code = 'model_failed'
  readonly failure: ModelFailure
  /** How long the service wants no calls, where it says so. */
  readonly restMs: number | undefined
  constructor(engine: string, failure: ModelFailure, restMs?: number) {
    super(`"${engine}" gave no answer: ${failure}`)
    this.failure = failure
    this.restMs = restMs
  }
}
