/** The tour: each step does one thing and says what to look at. */
import type { Step } from './step.ts'
import { ARRIVAL } from './steps-arrival.ts'
import { DAY } from './steps-day.ts'
import { BESIDE } from './steps-private.ts'
import { TRUST } from './steps-trust.ts'

export const STEPS: readonly Step[] = [...ARRIVAL, ...DAY, ...BESIDE, ...TRUST]
