/** A number of people as somebody of the company may see it: it has passed `api/gate/gate.ts`. */
import { z } from 'zod'
import { REGISTER } from './register.ts'

/** Smallest number of people that is ever told; a company may raise it. */
export const FLOOR = REGISTER.thresholds.smallestGroup

/** Why something is blank; `why-blank.ts` has it in words. */
export const WHYS = ['small', 'few_did', 'close', 'deduced', 'near', 'later', 'no_report'] as const
export type Why = (typeof WHYS)[number]

export const cellSchema = z.discriminatedUnion('kind', [
  /** Rounded up or down by chance: it may be anything up to `within` people from it. */
  z.object({ kind: z.literal('about'), people: z.int(), within: z.int() }),
  z.object({ kind: z.literal('fewer'), than: z.int() }),
  z.object({ kind: z.literal('at_least'), people: z.int() }),
  z.object({ kind: z.literal('blank'), why: z.enum(WHYS), smallest: z.int() })
])
export type PeopleCell = z.output<typeof cellSchema>
