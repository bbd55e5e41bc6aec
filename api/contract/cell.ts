/** One figure about a group as HR and the people it is about may see it: it has passed `api/gate/gate.ts`. */
import { z } from 'zod'

/** A figure that may be shown, or blank with the reason in words. */
export const cellSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('shown'),
    /** The number; where `exact` is false the nearer end of what it may be, and no bar may claim it. */
    count: z.number().int(),
    /** Smallest and largest number that it may be; equal where `exact`. */
    low: z.number().int(),
    high: z.number().int(),
    /** People that the figure is about. */
    of: z.number().int(),
    /** In words: "12 of 40", "fewer than 4 of 40", "between 20 and 26 of 400". */
    label: z.string(),
    exact: z.boolean()
  }),
  z.object({ kind: z.literal('blank'), reason: z.string() })
])
export type Cell = z.infer<typeof cellSchema>
