/** When the company's first nudge went out. */
import type { Deps } from '../platform/deps.ts'
import { findFirstSent } from './store.ts'

export const firstSentOf = (deps: Pick<Deps, 'db'>, organizationId: string): Promise<Date | undefined> =>
  deps.db.for(organizationId)(trx => findFirstSent(trx, organizationId))
