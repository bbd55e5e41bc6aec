/** Gives what the rules want: marked before it is asked for, so that after a crash the site is looked at before it is asked again. */
import type { Target } from '../contract/enrollment-rules.ts'
import { newRow, saveFound } from './found.ts'
import type { Wanted } from './desired.ts'
import type { SiteEnrollment } from './learning-system.ts'
import { RETURN, type Held } from './plan.ts'
import { SiteError, type Refusal } from './problems.ts'
import { keyOf, tell, type Outcome, type Work } from './work.ts'
import { forget } from './lost-account.ts'
import { lockEnrollment, saveEnrollment, type EnrollmentRow } from './store.ts'

type Item = Target & { readonly kind: 'course' | 'bundle' }
type Give = { readonly wanted: Wanted; readonly userId: string }

export const isItem = (target: Target): target is Item => target.kind !== 'group'

export async function give(work: Work, { wanted, userId }: Give): Promise<Outcome> {
  const { target } = wanted
  if (!isItem(target)) return { kind: 'done' }
  const asked = await markAsked(work, wanted)
  if (asked && target.kind === 'course') {
    const there = (await work.look(userId)).find(({ courseId }) => courseId === target.id)
    if (there) return adopt(work, there)
  }
  const access = { activatedAt: wanted.startsAt, expiresAt: wanted.expiresAt }
  const given = await work.system.enroll({ userId, target, ...access })
  switch (given.kind) {
    case 'given':
      await saveGiven(work, wanted, { enrollment: given.enrollment, answer: given.answer, key: userId })
      return { kind: 'done' }
    case 'there':
      return target.kind === 'bundle'
        ? changeDates(work, { wanted, userId, enrollmentId: userId })
        : takeWhatIsThere(work, wanted, userId)
    case 'learner_gone':
      return forget(work)
    case 'refused':
      return refuse(work, wanted, given)
  }
}

async function takeWhatIsThere(work: Work, wanted: Wanted, userId: string): Promise<Outcome> {
  const there = (await work.system.listEnrollments(userId)).find(({ courseId }) => courseId === wanted.target.id)
  // The site is still working on it, or shows it a moment later.
  if (!there) throw new SiteError('site_failed', 'The site says the enrollment exists and does not show it yet')
  return adopt(work, there)
}

/** Its dates may differ from the rule's: the next look at the plan says so. */
async function adopt(work: Work, there: SiteEnrollment): Promise<Outcome> {
  await saveFound(work, [there])
  await work.deps.db.for(work.organizationId)(async trx => {
    const target = { kind: 'course', id: there.courseId } as const
    const row = await lockEnrollment(trx, { ...keyOf(work), target })
    if (!row) return
    await saveEnrollment(trx, { ...row, managed: true, asked_at: null })
    await tell(
      trx,
      work,
      receiptOf(row, { kind: 'course.enrolled', answer: 'was there already', enrollment: there.enrollmentId })
    )
    await work.deps.publish(trx, { type: 'course.enrolled', ...keyOf(work), courseId: there.courseId })
  })
  return { kind: 'replan' }
}

type Change = Give & { readonly held: Held }

/** A returner's enrollment is opened again, with its progress; a changed rule's gets other dates. */
export async function change(work: Work, { wanted, held, userId }: Change): Promise<Outcome> {
  return changeDates(work, { wanted, userId, enrollmentId: held.enrollmentId ?? '' })
}

async function changeDates(
  work: Work,
  { wanted, userId, enrollmentId }: Give & { readonly enrollmentId: string }
): Promise<Outcome> {
  const { target } = wanted
  if (!isItem(target)) return { kind: 'done' }
  const access = { activatedAt: wanted.startsAt, expiresAt: wanted.expiresAt }
  const changed = await work.system.setAccess({ userId, target, enrollmentId, ...access })
  switch (changed.kind) {
    case 'changed':
      await saveGiven(work, wanted, { enrollment: undefined, answer: changed.answer, key: enrollmentId })
      return { kind: 'done' }
    case 'gone':
      await work.deps.db.for(work.organizationId)(async trx => {
        const row = await lockEnrollment(trx, { ...keyOf(work), target })
        if (row) await saveEnrollment(trx, { ...row, state: 'failed', external_enrollment_id: null })
      })
      return { kind: 'replan' }
    case 'refused':
      return refuse(work, wanted, changed)
  }
}

export async function join(
  work: Work,
  { wanted, userId }: { readonly wanted: readonly Wanted[]; readonly userId: string }
): Promise<Outcome> {
  const joined = await work.system.joinGroups({ userId, names: wanted.map(({ target }) => target.name) })
  switch (joined.kind) {
    case 'given':
    case 'there':
      for (const each of wanted)
        await saveGiven(work, each, {
          enrollment: undefined,
          answer: joined.kind === 'given' ? joined.answer : 'was there already',
          key: userId
        })
      return { kind: 'done' }
    case 'learner_gone':
      return forget(work)
    case 'refused':
      for (const each of wanted) await refuse(work, each, joined)
      return joined
  }
}

/** @returns whether the site was asked before and its answer never came. */
const markAsked = (work: Work, wanted: Wanted): Promise<boolean> =>
  work.deps.db.for(work.organizationId)(async trx => {
    const before = await lockEnrollment(trx, { ...keyOf(work), target: wanted.target })
    if (before?.asked_at) return true
    await saveEnrollment(trx, {
      ...(before ?? newRow(work, wanted.target)),
      ...wordsOf(wanted),
      state: 'coming',
      refusal: null,
      asked_at: work.deps.realNow(),
      updated_at: work.deps.now()
    })
    return false
  })

type Answered = { readonly enrollment: SiteEnrollment | undefined; readonly answer: string; readonly key: string }

const saveGiven = (work: Work, wanted: Wanted, { enrollment, answer, key }: Answered): Promise<void> =>
  work.deps.db.for(work.organizationId)(async trx => {
    const { target } = wanted
    const before = (await lockEnrollment(trx, { ...keyOf(work), target })) ?? newRow(work, target)
    // A webhook may have told of its completion before the answer came.
    const completed_at = before.completed_at ?? (enrollment?.completed ? work.deps.now() : null)
    const row: EnrollmentRow = {
      ...before,
      ...(wanted.ruleId === RETURN ? {} : wordsOf(wanted)),
      state: completed_at ? 'completed' : 'enrolled',
      completed_at,
      external_enrollment_id: enrollment?.enrollmentId ?? key,
      progress: Math.max(before.progress, enrollment?.progress ?? 0),
      refusal: null,
      asked_at: null,
      activated_at: wanted.startsAt,
      expires_at: wanted.expiresAt,
      ended_because: null,
      updated_at: work.deps.now()
    }
    await saveEnrollment(trx, row)
    const again = before.state === 'ended'
    await tell(
      trx,
      work,
      receiptOf(row, { kind: 'course.enrolled', answer, enrollment: row.external_enrollment_id, again })
    )
    if (target.kind === 'course')
      await work.deps.publish(trx, { type: 'course.enrolled', ...keyOf(work), courseId: target.id })
  })

const wordsOf = ({ because, ruleId, target }: Wanted) => ({
  because,
  rule_id: ruleId,
  course_name: target.name,
  managed: true
})

type Said = {
  readonly kind: string
  readonly answer: string
  readonly enrollment: string | null
  readonly again?: boolean
}

const receiptOf = (row: EnrollmentRow, { kind, answer, enrollment, again }: Said) => ({
  kind,
  title: again
    ? `Back in ${row.course_name}`
    : row.kind === 'group'
      ? `In the group ${row.course_name}`
      : `Enrolled in ${row.course_name}`,
  detail: {
    course: row.course_name,
    because: row.because,
    rule: row.rule_id,
    until: row.expires_at?.toISOString() ?? null,
    enrollment,
    answer
  }
})

async function refuse(work: Work, { target, ...wanted }: Wanted, refused: Refusal): Promise<Refusal> {
  await work.deps.db.for(work.organizationId)(async trx => {
    const before = (await lockEnrollment(trx, { ...keyOf(work), target })) ?? newRow(work, target)
    await saveEnrollment(trx, {
      ...before,
      ...wordsOf({ target, ...wanted }),
      state: 'failed',
      refusal: refused.problem,
      asked_at: null,
      updated_at: work.deps.now()
    })
    await tell(trx, work, {
      kind: 'course.refused',
      title: `Not enrolled in ${target.name}`,
      detail: {
        course: target.name,
        because: wanted.because,
        rule: wanted.ruleId,
        problem: refused.problem,
        answer: refused.said
      }
    })
  })
  return refused
}
