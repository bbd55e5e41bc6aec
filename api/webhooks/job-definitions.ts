import { z } from 'zod'
import { defineJob, type JobDefinition } from '../platform/queue.ts'

export const deliverJob = defineJob('webhooks.deliver', z.object({ organizationId: z.string() }))

export const webhookDefinitions: readonly JobDefinition[] = [deliverJob]
