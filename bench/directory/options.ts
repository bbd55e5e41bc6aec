import { z } from 'zod'

/** The first synchronization's events, or the lists. */
export const pathSchema = z.enum(['events', 'lists'])

export const importOptionsSchema = z.object({
  workosUrl: z.url(),
  databaseUrl: z.string(),
  schema: z.string(),
  path: pathSchema,
  size: z.int()
})
export type ImportOptions = z.output<typeof importOptionsSchema>
