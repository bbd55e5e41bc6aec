/** How a slice tells reports who did what: as queries that run inside of theirs. Ids, names of deeds and times; never content. */
import type { RawBuilder } from 'kysely'

/** What changed at `from` or later and before `to`. */
export type Changed = { readonly organizationId: string; readonly from: Date; readonly to: Date }

/**
 * Rows `person_id`, `did`, `at`. `at` is when it happened, which may be long before the change, and is the same however often it is
 * told; what was done stays done.
 */
export type DoneQuery = (changed: Changed) => RawBuilder<unknown>

/** Rows `person_id`, `did`: how it stands now. */
export type StandingQuery = (organizationId: string) => RawBuilder<unknown>
