import { z } from 'zod'
import type { Deps } from '../platform/deps.ts'
import { defineJob, handles, type JobHandler } from '../platform/queue.ts'
import { makeDueReport } from './reports.ts'

export const makeDueJob = defineJob('reports.makeDue', z.object({ organizationId: z.string() }), { concurrency: 1 })

export const reportJobs = (deps: Deps): readonly JobHandler[] => [
  handles(makeDueJob, ({ organizationId }) => makeDueReport(deps, organizationId))
]
