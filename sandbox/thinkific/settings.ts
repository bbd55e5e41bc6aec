import type { ErrorShape } from './answers.ts'

/** What a test or the sandbox may change about the vendor's manners while it runs. */
export type Settings = {
  readonly errorShape: ErrorShape
  /** Above 0, enrolling in a bundle is answered 202 and done this many milliseconds later. */
  readonly bundleDelayMs: number
}

export const DEFAULTS: Settings = { errorShape: 'object', bundleDelayMs: 0 }
