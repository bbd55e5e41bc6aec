import { listChecks } from './store.ts'
import type { Deps } from '../platform/deps.ts'
import { checkReach, type ReachCheck } from '../contract/reach.ts'

/** A stored answer as it was given. */
export const checkSchemaOf = (stored: unknown): ReachCheck => checkReach.answer.shape.checks.element.parse(stored)

/** What Microsoft said when an admin last asked, one answer a tenant. */
export const reachChecksOf = (deps: Pick<Deps, 'db'>, organizationId: string): Promise<readonly ReachCheck[]> =>
  deps.db.for(organizationId)(async trx =>
    (await listChecks(trx, organizationId)).map(({ answer }) => checkSchemaOf(answer))
  )
