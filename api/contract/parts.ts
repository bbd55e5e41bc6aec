/** A figure about people as HR may see it: what stands for fewer than the floor is told as that, and cannot be worked out. */
import { z } from 'zod'
import { REGISTER } from './register.ts'

/** Smallest number of people that is ever told. */
export const FLOOR = REGISTER.thresholds.smallestGroup

export const cellSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact'), people: z.int() }),
  z.object({ kind: z.literal('fewer'), than: z.int() }),
  z.object({ kind: z.literal('at_least'), people: z.int() }),
  /** Would tell another that is hidden. */
  z.object({ kind: z.literal('hidden') })
])
export type PeopleCell = z.output<typeof cellSchema>
