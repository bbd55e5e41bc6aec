import { z } from 'zod'
import { defineJob } from '../platform/queue.ts'

/** Tells one app that a session which it opened through CI is over (OpenID Connect Back-Channel Logout 1.0). */
export const logoutJob = defineJob(
  'oauth.logout',
  z.object({ organizationId: z.string(), personId: z.string(), clientId: z.string(), sid: z.string() }),
  // An app that is down for a night is told in the morning.
  { retries: 20, concurrency: 4 }
)
