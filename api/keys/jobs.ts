import { z } from 'zod'
import type { Deps } from '../platform/deps.ts'
import { defineJob, handles, type Job, type JobDefinition, type JobHandler } from '../platform/queue.ts'
import { noteExpired } from './keys.ts'
import { companiesWithExpired } from './store.ts'

/** Writes down what has come to its end; it is refused from that moment on, whenever this runs. */
const expireJob = defineJob('keys.expire', z.object({ organizationId: z.string() }))

export const keyDefinitions: readonly JobDefinition[] = [expireJob]

export const keyJobs = (deps: Deps): readonly JobHandler[] => [
  handles(expireJob, ({ organizationId }) => noteExpired(deps, organizationId))
]

/** What a tick starts. */
export const dueKeyJobs = async (deps: Deps): Promise<readonly Job[]> =>
  (await deps.db.statement(db => companiesWithExpired(db, deps.realNow()))).map(organizationId =>
    expireJob.job({ organizationId }, { key: organizationId })
  )
