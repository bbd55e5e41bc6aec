import { z } from 'zod'
import { defineJob } from '../platform/queue.ts'

/** Mails the code that was asked for at this moment; a later one makes it moot. Gives up when the code is about to end. */
export const mailCodeJob = defineJob('identity.mailCode', z.object({ uid: z.string(), sentAt: z.iso.datetime() }), {
  retries: 9,
  concurrency: 4
})

/** Mails a company's first admin the way to the console. */
export const inviteFounderJob = defineJob(
  'identity.inviteFounder',
  z.object({ organizationId: z.string(), personId: z.string() }),
  { retries: 9 }
)

/** Mails one of a company's admins that another company proved its tenant. */
export const mailTenantLossJob = defineJob(
  'identity.mailTenantLoss',
  z.object({ organizationId: z.string(), personId: z.string(), tenantId: z.string(), lostAt: z.iso.datetime() }),
  { retries: 9 }
)
