/** Whatever tells reports who did what. Each slice words its own query; reports only add them up. */
import { sql, type RawBuilder } from 'kysely'
import { chatStanding, notReached } from '../channels/channels.ts'
import { doneWithCoach } from '../coach/coach.ts'
import { courseStanding } from '../enrollment/enrollment.ts'
import { doneWithNudges, focusChosen, inExperiment, pulseDone } from '../nudges/nudges.ts'
import type { DoneQuery, StandingQuery } from '../platform/done.ts'
import { COUNTED } from './figures.ts'

/** One statement each a day, over that day's changes. */
export const DONE: readonly DoneQuery[] = [doneWithCoach, doneWithNudges, pulseDone, notReached]

/** Tables with a row or few a person, read when a report is made. */
const STANDING: readonly StandingQuery[] = [chatStanding, courseStanding, focusChosen, inExperiment]

export const standing = (organizationId: string): RawBuilder<unknown> =>
  sql.join(
    STANDING.map(query => query(organizationId)),
    sql` union all `
  )

/** Rows `did`, `bit`: what a figure's name in a query is worth. */
export const bits = (): RawBuilder<unknown> =>
  sql`(values ${sql.join(COUNTED.map(({ key, bit }) => sql`(${key}::text, 1::bigint << ${bit}::int)`))}) as worth (did, bit)`
