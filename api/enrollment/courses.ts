/** A person's courses as they themselves see them: what is there, what was, and what is coming. */
import { targetKey, type Target } from '../contract/enrollment-rules.ts'
import type { Coming, CourseView } from '../contract/enrollment.ts'
import { getLearningSite, type LearningSite } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { MOST_AHEAD, whyNotYet } from './coming.ts'
import { comingLater, EXCEPTION, isAssigned, type Wanted } from './desired.ts'
import { secondsFor } from './dry-run.ts'
import { isItem } from './gives.ts'
import { callsOf, RETURN, type Step } from './plan.ts'
import { positionOf, type Position } from './position.ts'
import { withRules } from './rules.ts'
import { listEnrollments, type EnrollmentRow, type PersonKey } from './store.ts'
import { isInReview } from './store-learners.ts'
import { countBefore, findPlace, findSite, PRIORITY } from './store-work.ts'

/** Never asks the site: whoever signs in while it is slow or dead sees what is coming. */
export async function coursesOf(deps: Deps, organizationId: string, personId: string): Promise<readonly CourseView[]> {
  const key = { organizationId, personId }
  const site = await getLearningSite(deps, organizationId)
  return withRules(deps, organizationId, async (trx, version) => {
    const rows = new Map((await listEnrollments(trx, key)).map(row => [keyOf(row), row]))
    const position = site && (await positionOf(deps, trx, { ...key, version }))
    const coming = position ? await comingOf(deps, trx, { ...key, position }) : []
    const pending = new Set(coming.map(({ target }) => targetKey(target)))
    const urlOf = site && courseUrl(deps, site, organizationId)
    const known = [...rows.values()]
      .filter(row => row.kind !== 'group' && !pending.has(keyOf(row)) && wasThere(row))
      .map(row => toCourse(row, { urlOf, now: deps.now() }))
    return [...known, ...coming.map(each => toComing(each, rows.get(targetKey(each.target))))]
  })
}

const keyOf = ({ kind, course_id: id }: EnrollmentRow): string => targetKey({ kind, id })

/** Of what was only asked for, and is wanted no more, nobody has anything. */
const wasThere = ({ state, activated_at, external_enrollment_id: id }: EnrollmentRow): boolean =>
  state === 'enrolled' || state === 'completed' || (state === 'ended' && (activated_at ?? id) !== null)

type Item = Target & { readonly kind: 'course' | 'bundle' }
type Pending = { readonly target: Item; readonly wanted: Wanted; readonly coming: Coming }

async function comingOf(
  deps: Deps,
  trx: Trx,
  { position, ...key }: PersonKey & { readonly position: Position }
): Promise<readonly Pending[]> {
  const { plan, version, learning } = position
  const missing = plan.steps.flatMap(toMissing)
  const why = missing.length > 0 ? await reasonOf(deps, trx, { ...key, position }) : undefined
  const later = comingLater(version.set, learning, deps.now())
  return [
    ...missing.flatMap(wanted => (why ? toPending(wanted, why) : [])),
    ...later.flatMap(wanted => toPending(wanted, { kind: 'starts', at: wanted.startsAt.toISOString() }))
  ]
}

/** Other dates for what is open change nothing of its being there. */
const toMissing = (step: Step): readonly Wanted[] =>
  step.kind === 'give' || (step.kind === 'change' && step.held.state === 'ended') ? [step.wanted] : []

const toPending = (wanted: Wanted, coming: Coming): readonly Pending[] =>
  isItem(wanted.target) ? [{ target: wanted.target, wanted, coming }] : []

async function reasonOf(
  deps: Deps,
  trx: Trx,
  { position: { learner, plan }, ...key }: PersonKey & { readonly position: Position }
): Promise<Coming> {
  const { organizationId, personId } = key
  const now = deps.now()
  const place = await findPlace(trx, key)
  // Who is not asked for yet will be, after all who are.
  const turn =
    place?.state === 'waiting'
      ? place
      : { organization_id: organizationId, person_id: personId, priority: PRIORITY.newcomer, requested_at: now }
  return whyNotYet({
    place,
    site: await findSite(trx, organizationId),
    inReview: !learner?.external_user_id && (await isInReview(trx, organizationId, personId)),
    calls: callsOf(plan.steps),
    ahead: await countBefore(trx, turn, { now, most: MOST_AHEAD }),
    secondsFor: calls => secondsFor(deps, calls)
  })
}

function toComing({ target, wanted, coming }: Pending, row: EnrollmentRow | undefined): CourseView {
  // A returner's was no rule's: its own record says where it came from.
  const source = wanted.ruleId === RETURN && row ? sourceOf(row) : wordsOf(wanted.ruleId, wanted.because)
  return {
    kind: target.kind,
    courseId: target.id,
    name: target.name,
    state: coming.kind === 'refused' ? 'failed' : 'coming',
    coming,
    progress: row?.progress ?? 0,
    ...source,
    startsAt: wanted.startsAt.toISOString(),
    endsAt: wanted.expiresAt?.toISOString() ?? null,
    completedAt: row?.completed_at?.toISOString() ?? null,
    url: null
  }
}

type UrlOf = (courseId: string) => string

/** Sites that take signed tokens are opened through CI, which signs the person in first. */
function courseUrl({ config }: Pick<Deps, 'config'>, { url, signIn }: LearningSite, organizationId: string): UrlOf {
  if (signIn === 'oidc') return courseId => `${url}/courses/${courseId}`
  return courseId => `${config.PUBLIC_URL}/learning/${organizationId}/open?course=${encodeURIComponent(courseId)}`
}

type At = { readonly urlOf: UrlOf | undefined; readonly now: Date }

function toCourse(row: EnrollmentRow, { urlOf, now }: At): CourseView {
  // The site ends it by itself; our record follows.
  const isOver = row.state === 'ended' || (row.expires_at !== null && row.expires_at <= now)
  return {
    kind: row.kind === 'bundle' ? 'bundle' : 'course',
    courseId: row.course_id,
    name: row.course_name,
    state: isOver ? 'ended' : row.state,
    coming: null,
    progress: row.progress,
    ...sourceOf(row),
    startsAt: row.activated_at?.toISOString() ?? null,
    endsAt: row.expires_at?.toISOString() ?? null,
    completedAt: row.completed_at?.toISOString() ?? null,
    url: urlOf && !isOver && row.kind === 'course' ? urlOf(row.course_id) : null
  }
}

type Source = Pick<CourseView, 'origin' | 'because'>

const sourceOf = ({ rule_id, because, from_before }: EnrollmentRow): Source =>
  rule_id === null && because === ''
    ? { origin: from_before ? 'before' : 'site', because: '' }
    : wordsOf(rule_id ?? '', because)

function wordsOf(ruleId: string, because: string): Source {
  if (ruleId === EXCEPTION) return { origin: 'exception', because: '' }
  if (ruleId === RETURN) return { origin: 'before', because: '' }
  return { origin: isAssigned(ruleId) ? 'import' : 'rule', because }
}
