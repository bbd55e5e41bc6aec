/** The one place where access to courses ends. Nothing else sets an expiry in the past. */
import { mustWait } from '../directory/directory.ts'
import { saveFound } from './found.ts'
import { isItem } from './gives.ts'
import type { Held, Step } from './plan.ts'
import { keyOf, tell, type Outcome, type Work } from './work.ts'
import { listEnrollments, lockEnrollment, saveEnrollment } from './store.ts'

type End = { readonly held: Held; readonly because: 'left' | 'rule'; readonly userId: string }

/** Ends access now; what was learned stays, and a returner gets the same enrollment back. */
export async function end(work: Work, { held, because, userId }: End): Promise<Outcome> {
  if (await mustWait(work.deps, keyOf(work))) return { kind: 'held' }
  const { target } = held
  const at = work.deps.now()
  if (!isItem(target)) return note(work, { kind: 'note', held, because })
  // Asked for and never answered: it may be there, and then it has to end.
  if (!held.enrollmentId && target.kind === 'course') {
    const there = (await work.look(userId)).find(({ courseId }) => courseId === target.id)
    if (!there) return note(work, { kind: 'note', held, because })
    await saveFound(work, [there])
    return { kind: 'replan' }
  }
  const access = { activatedAt: held.activatedAt ?? at, expiresAt: at }
  const enrollmentId = held.enrollmentId ?? userId
  const ended = await work.system.setAccess({ userId, target, enrollmentId, ...access })
  if (ended.kind === 'refused') return ended
  await saveEnded(work, { held, because, at, answer: ended.kind === 'gone' ? 'was gone already' : ended.answer })
  return { kind: 'done' }
}

/** Before a leaver's courses end: what the site has beyond what we know ends too. */
export async function listAll(work: Work, userId: string): Promise<Outcome> {
  if (await mustWait(work.deps, keyOf(work))) return { kind: 'held' }
  const known = new Set(await knownCourses(work))
  const found = await work.look(userId)
  await saveFound(
    work,
    found.filter(({ open }) => open)
  )
  return found.some(({ open, courseId }) => open && !known.has(courseId)) ? { kind: 'replan' } : { kind: 'done' }
}

const knownCourses = (work: Work): Promise<readonly string[]> =>
  work.deps.db.for(work.organizationId)(async trx => {
    const rows = await listEnrollments(trx, work)
    return rows.filter(row => row.kind === 'course').map(row => row.course_id)
  })

/** Only our record changes: the site ended it itself, was never asked, or has no call for it. */
export async function note(work: Work, { held, because }: Extract<Step, { kind: 'note' }>): Promise<Outcome> {
  const answer =
    because === 'expired'
      ? 'ended by its own date'
      : held.target.kind === 'group'
        ? 'the site has no call that ends a membership'
        : 'was not asked for yet'
  await saveEnded(work, { held, because, at: work.deps.now(), answer })
  return { kind: 'done' }
}

type Ended = {
  readonly held: Held
  readonly because: 'left' | 'rule' | 'expired'
  readonly at: Date
  readonly answer: string
}

const saveEnded = (work: Work, { held, because, at, answer }: Ended): Promise<void> =>
  work.deps.db.for(work.organizationId)(async trx => {
    const row = await lockEnrollment(trx, { ...keyOf(work), target: held.target })
    if (!row) return
    await saveEnrollment(trx, {
      ...row,
      state: 'ended',
      asked_at: null,
      ended_because: because,
      expires_at: because === 'expired' ? row.expires_at : at,
      updated_at: at
    })
    await tell(trx, work, {
      kind: 'course.ended',
      title:
        held.target.kind === 'group'
          ? `No longer in the group ${row.course_name}`
          : `Access to ${row.course_name} ended`,
      detail: { course: row.course_name, because, rule: row.rule_id, enrollment: row.external_enrollment_id, answer }
    })
  })
