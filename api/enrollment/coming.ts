/** Why a wanted course is not there yet, and about how long it takes. Pure. */
import type { Coming } from '../contract/enrollment.ts'
import { MINUTE, SECOND } from '../platform/time.ts'
import type { ProblemKind } from './problems.ts'
import type { Place, SiteRow } from './store-work.ts'

export type Circumstances = {
  readonly place: Place | undefined
  readonly site: SiteRow | undefined
  /** An account of the site may be the person's. */
  readonly inReview: boolean
  /** What the person's own turn costs. */
  readonly calls: number
  /** People whose turn comes before. */
  readonly ahead: number
  /** Of real time, for so many calls at the site's limit. */
  readonly secondsFor: (calls: number) => number
}

/** From the reason that only an admin can mend to the one that takes nothing but time. */
export function whyNotYet(circumstances: Circumstances): Coming {
  const { place, site, inReview } = circumstances
  if (inReview) return { kind: 'review' }
  if (place?.state === 'failed') return { kind: 'refused' }
  if (place?.state === 'cancelled' || place?.run_state === 'paused') return { kind: 'paused' }
  if (site?.heard_name) return { kind: 'site_closed' }
  // Of one who is tried anew, the last problem is history.
  const problem = site?.problem ?? (place && place.attempts > 0 ? place.problem : null)
  if (problem && problem !== 'too_many') return { kind: ADMINS.has(problem) ? 'site_closed' : 'site_silent' }
  return waitFor(circumstances)
}

/** Waiting ends none of these. */
const ADMINS: ReadonlySet<string> = new Set<ProblemKind>(['key_refused', 'no_api', 'renamed', 'other_site'])

/** From here on nobody counts: it takes hours. */
export const MOST_AHEAD = 20_000
/** Others call the site too, and some calls are repeated. */
const SLACK = 1.5
/** An account and a course. */
const LEAST_FOR_A_NEWCOMER = 2

/** Each person before costs a call at least, and mostly about what this one does: the same rules speak of both. */
function waitFor({ ahead, calls, secondsFor }: Circumstances): Coming {
  const minutes = (asked: number): number => (secondsFor(asked) * SECOND) / MINUTE
  const least = Math.floor(minutes(ahead + calls))
  if (ahead >= MOST_AHEAD) return { kind: 'queued', least, most: null }
  const likely = ahead * Math.max(calls, LEAST_FOR_A_NEWCOMER) + calls
  return { kind: 'queued', least, most: Math.max(1, Math.ceil(minutes(SLACK * likely))) }
}
