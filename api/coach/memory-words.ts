/** How a plan is remembered: in the person's own words, which need no translation. */
import { MEMORY_LENGTH } from '../contract/memory.ts'

export const memoryOfPlan = (cue: string, action: string): string => `${cue} → ${action}`.slice(0, MEMORY_LENGTH)
