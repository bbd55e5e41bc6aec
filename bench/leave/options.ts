import { z } from 'zod'

export const erasingSchema = z.object({ databaseUrl: z.string(), masterKey: z.string(), organizationId: z.string() })
export type Erasing = z.output<typeof erasingSchema>
