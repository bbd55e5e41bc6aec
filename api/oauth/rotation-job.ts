/** Signing keys are everybody's: that they were replaced is written into each company's log, by a job of the rotation itself. */
import { z } from 'zod'
import { listEvents, record } from '../audit/audit.ts'
import { listOrganizationIds } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { defineJob } from '../platform/queue.ts'

export const rotationJob = defineJob(
  'oauth.recordRotation',
  z.object({ actor: z.enum(['operator', 'schedule']), kids: z.array(z.string()) }),
  { retries: 20, concurrency: 1 }
)
export type Rotation = z.output<typeof rotationJob.schema>

const ACTION = 'keys.rotated'

/** A second run passes over the companies that the first one told. */
export const createRotationRecord =
  (deps: Deps) =>
  async ({ actor, kids }: Rotation): Promise<void> => {
    for (const organizationId of await listOrganizationIds(deps)) {
      const [last] = await listEvents(deps, { organizationId, action: ACTION, limit: 1 })
      if (String(last?.detail['kids']) === String(kids)) continue
      await deps.db.for(organizationId)(trx =>
        record(trx, deps, { organizationId, action: ACTION, actor, detail: { kids } })
      )
    }
  }
