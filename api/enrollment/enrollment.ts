/** Keeps the learning site at what the company's rules ask for: look, plan, do the fewest calls, write a receipt of each. */
import { markHop, writeReceipt } from '../audit/audit.ts'
import type { CourseView } from '../contract/enrollment.ts'
import { cohortsOf, getPerson, mustWait, stopWaiting, type Person } from '../directory/directory.ts'
import { subjectOf } from '../contract/subject.ts'
import { getLearningSite, getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { planSteps, type Step } from './desired.ts'
import type { LearningSystem, SiteEnrollment } from './learning-system.ts'
import {
  findLearnerId,
  listEnrollments,
  peopleWithState,
  saveEnrollment,
  saveLearner,
  type EnrollmentRow
} from './store.ts'
import { createThinkific } from './thinkific.ts'

type Key = { readonly organizationId: string; readonly personId: string }
type Work = Key & { readonly deps: Deps; readonly system: LearningSystem; readonly site: string }

/** Idempotent: run again after any crash it continues where the site really is. @throws VendorError to be retried. */
export async function syncPerson(deps: Deps, key: Key): Promise<void> {
  const person = await getPerson(deps, key.organizationId, key.personId)
  if (!person) return
  const state = await syncSite(deps, key, person)
  if (!mayLearn(person))
    await deps.db.for(key.organizationId)(trx => markHop(trx, deps, { ...key, hop: 'courses', state }))
  else if (state === 'done') await stopWaiting(deps, key)
}

const mayLearn = ({ state, access }: Person): boolean => state === 'active' && access

/** @returns `held` when a course was to end and has to wait, see `mustWait`. */
async function syncSite(deps: Deps, key: Key, person: Person): Promise<'done' | 'held'> {
  const site = await getLearningSite(deps, key.organizationId)
  if (!site) return 'done'
  const steps = await stepsFor(deps, key, person)
  if (steps.length === 0) return 'done'
  const work: Work = { ...key, deps, system: createThinkific(deps, site), site: site.subdomain }
  const userId = await ensureLearner(work, person)
  if (!userId) return 'done'
  const there = await work.system.listEnrollments(userId)
  let state: 'done' | 'held' = 'done'
  for (const step of steps) {
    const known = there.find(({ courseId }) => courseId === step.courseId)
    if (step.kind === 'enroll') await enroll(work, { step, userId, known })
    else if (await mustWait(deps, key)) state = 'held'
    else await endCourse(work, step.courseId, known)
  }
  return state
}

async function stepsFor(deps: Deps, key: Key, person: Person): Promise<readonly Step[]> {
  const { enrollmentRules } = await getOrganization(deps, key.organizationId)
  const cohorts = await cohortsOf(deps, key.organizationId, key.personId)
  const rows = await deps.db.for(key.organizationId)(trx => listEnrollments(trx, key))
  return planSteps({
    mayLearn: mayLearn(person),
    cohorts: cohorts.map(({ name }) => name),
    rules: enrollmentRules,
    standings: rows.map(row => ({ courseId: row.course_id, state: row.state }))
  })
}

async function ensureLearner(work: Work, person: Person): Promise<string | undefined> {
  const { deps, system, organizationId, personId, site } = work
  const known = await deps.db.for(organizationId)(trx => findLearnerId(trx, work))
  if (known) return known
  const subject = subjectOf(organizationId, personId)
  // An earlier attempt may have created the learner and died before the answer came.
  const found = await system.findLearner(subject)
  const made = found ?? (await createLearner(work, person, subject))
  if (!made) return undefined
  await deps.db.for(organizationId)(async trx => {
    await saveLearner(trx, { organizationId, personId, site, userId: made.userId, at: deps.now() })
    await writeReceipt(trx, deps, {
      organizationId,
      personId,
      kind: 'learner.linked',
      title: 'Account on the learning site ready',
      detail: { site, userId: made.userId }
    })
  })
  return made.userId
}

async function createLearner(
  work: Work,
  person: Person,
  subject: string
): Promise<{ readonly userId: string } | undefined> {
  if (person.state !== 'active' || !person.email) return undefined
  const { email, firstName, lastName } = person
  const made = await work.system.createLearner({
    subject,
    email,
    firstName: firstName || email,
    lastName: lastName || '-'
  })
  if (made.kind === 'created') return made
  await receipt(work, 'learner.refused', 'The learning site refused to create an account', { reason: made.reason })
  return undefined
}

type Enroll = {
  readonly step: Extract<Step, { kind: 'enroll' }>
  readonly userId: string
  readonly known: SiteEnrollment | undefined
}

async function enroll(work: Work, { step, userId, known }: Enroll): Promise<void> {
  const { deps, system } = work
  const activatedAt = deps.now()
  if (known?.expired) await system.setExpiry({ enrollmentId: known.enrollmentId, activatedAt, expiresAt: null })
  const result = known
    ? ({ kind: 'enrolled', ...known } as const)
    : await system.enroll({ userId, courseId: step.courseId, activatedAt })
  const row = toRow(work, step)
  await deps.db.for(work.organizationId)(async trx => {
    if (result.kind === 'refused') {
      await saveEnrollment(trx, { ...row, state: 'failed', refusal: result.reason })
      await writeReceipt(trx, deps, {
        ...about(work),
        kind: 'course.refused',
        title: `Not enrolled in ${step.courseName}`,
        detail: { course: step.courseName, because: step.because, reason: result.reason }
      })
      return
    }
    const state = result.completed ? 'completed' : 'enrolled'
    await saveEnrollment(trx, { ...row, state, external_enrollment_id: result.enrollmentId, progress: result.progress })
    await writeReceipt(trx, deps, {
      ...about(work),
      kind: 'course.enrolled',
      title: `Enrolled in ${step.courseName}`,
      detail: { course: step.courseName, because: step.because, enrollment: result.enrollmentId }
    })
    await deps.publish(trx, { type: 'course.enrolled', ...about(work), courseId: step.courseId })
  })
}

async function endCourse(work: Work, courseId: string, known: SiteEnrollment | undefined): Promise<void> {
  const { deps, system } = work
  const at = deps.now()
  if (known && !known.expired)
    await system.setExpiry({ enrollmentId: known.enrollmentId, activatedAt: at, expiresAt: at })
  await deps.db.for(work.organizationId)(async trx => {
    const row = (await listEnrollments(trx, work)).find(each => each.course_id === courseId)
    if (!row) return
    await saveEnrollment(trx, { ...row, state: 'ended', updated_at: at })
    await writeReceipt(trx, deps, {
      ...about(work),
      kind: 'course.ended',
      title: `Access to ${row.course_name} ended`,
      detail: { course: row.course_name, enrollment: row.external_enrollment_id }
    })
  })
}

const about = ({ organizationId, personId }: Key): Key => ({ organizationId, personId })

const receipt = (work: Work, kind: string, title: string, detail: Readonly<Record<string, unknown>>): Promise<void> =>
  work.deps.db.for(work.organizationId)(async trx => {
    await writeReceipt(trx, work.deps, { ...about(work), kind, title, detail })
  })

const toRow = (work: Work, step: Enroll['step']): EnrollmentRow => ({
  organization_id: work.organizationId,
  person_id: work.personId,
  course_id: step.courseId,
  course_name: step.courseName,
  because: step.because,
  state: 'coming',
  external_enrollment_id: null,
  progress: 0,
  refusal: null,
  updated_at: work.deps.now()
})

/** The person's courses, those still on their way to the site included. */
export async function coursesOf(deps: Deps, organizationId: string, personId: string): Promise<readonly CourseView[]> {
  const key = { organizationId, personId }
  const [rows, site, organization, cohorts] = await Promise.all([
    deps.db.for(organizationId)(trx => listEnrollments(trx, key)),
    getLearningSite(deps, organizationId),
    getOrganization(deps, organizationId),
    cohortsOf(deps, organizationId, personId)
  ])
  const names = cohorts.map(({ name }) => name)
  const known = rows.map(row => toCourse(row, site?.url))
  const coming = organization.enrollmentRules
    .filter(rule => names.includes(rule.cohort) && !rows.some(row => row.course_id === rule.courseId))
    .map(
      rule =>
        ({
          courseId: rule.courseId,
          name: rule.courseName,
          state: 'coming',
          progress: 0,
          because: rule.cohort,
          url: null
        }) as const
    )
  return site ? [...known, ...coming] : known
}

const toCourse = (row: EnrollmentRow, siteUrl: string | undefined): CourseView => ({
  courseId: row.course_id,
  name: row.course_name,
  state: row.state,
  progress: row.progress,
  because: row.because,
  url: siteUrl && row.state !== 'ended' ? `${siteUrl}/courses/${row.course_id}` : null
})

export const peopleEnrolled = (deps: Deps, organizationId: string): Promise<ReadonlySet<string>> =>
  deps.db.for(organizationId)(trx => peopleWithState(trx, organizationId, ['enrolled', 'completed']))

export const peopleWhoCompleted = (deps: Deps, organizationId: string): Promise<ReadonlySet<string>> =>
  deps.db.for(organizationId)(trx => peopleWithState(trx, organizationId, ['completed']))
