import type { Deps } from '../platform/deps.ts'
import { handles, type JobDefinition, type JobHandler } from '../platform/queue.ts'
import { createLogout } from './logout.ts'
import { logoutJob } from './logout-job.ts'
import { createRotationRecord, rotationJob } from './rotation-job.ts'

export const oauthDefinitions: readonly JobDefinition[] = [logoutJob, rotationJob]

export const oauthJobs = (deps: Deps): readonly JobHandler[] => [
  handles(logoutJob, createLogout(deps)),
  handles(rotationJob, createRotationRecord(deps))
]
