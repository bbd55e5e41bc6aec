/** What the site shows, written down: answers that never came, progress that webhooks lost, enrollments that no rule of ours gave. */
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import type { SiteEnrollment } from './learning-system.ts'
import { lockEnrollment, saveEnrollment, type EnrollmentRow, type PersonKey } from './store.ts'
import { insertFound } from './store-links.ts'
import { insertStep } from './store-steps.ts'

type Where = PersonKey & { readonly deps: Deps }

/** Of one person, read while nobody else changes them: dates and states are as the site has them. */
export const saveFound = (where: Where, found: readonly SiteEnrollment[]): Promise<void> =>
  where.deps.db.for(where.organizationId)(async trx => {
    for (const each of found) await saveOne(trx, where, each, asThere)
  })

type Company = Pick<Where, 'deps' | 'organizationId'>

/** Courses of accounts that were just linked: nobody's change, with the progress they have. @param people from account to person. */
export async function takeFromBefore(
  trx: Trx,
  { deps, organizationId }: Company,
  people: ReadonlyMap<string, string>,
  found: readonly SiteEnrollment[]
): Promise<void> {
  const theirs = found.flatMap(each => {
    const personId = people.get(each.userId)
    return personId ? [{ where: { deps, organizationId, personId }, each }] : []
  })
  const rows = theirs.map(({ where, each }) => rowFromBefore(where, each))
  const unlike = [...new Map(rows.map(row => [`${row.person_id} ${row.course_id}`, row])).values()]
  // What rules asked for in vain while the account was unknown is there already.
  if ((await insertFound(trx, unlike)) < theirs.length)
    for (const { where, each } of theirs) await saveOne(trx, where, each, asThere)
}

function rowFromBefore(where: Where, found: SiteEnrollment): EnrollmentRow {
  const target = { kind: 'course', id: found.courseId, name: found.courseName } as const
  const completed_at = found.completed ? where.deps.now() : null
  const known: EnrollmentRow = {
    ...newRow(where, target),
    managed: false,
    from_before: true,
    progress: found.completed ? 1 : share(found.progress),
    completed_at,
    external_enrollment_id: found.enrollmentId
  }
  return { ...known, ...asThere(known, found) }
}

/** Of anybody, in whatever order it comes: what our rules gave keeps the dates that we set. */
export const saveNews = (trx: Trx, where: Where, news: SiteEnrollment): Promise<'known' | 'new'> =>
  saveOne(trx, where, news, row => (row.managed ? answered(row, news) : asThere(row, news)))

type Reading = (row: EnrollmentRow, found: SiteEnrollment) => Partial<EnrollmentRow>

/** Progress only grows and completion is told once. An enrollment unknown so far is no rule's. */
async function saveOne(trx: Trx, where: Where, found: SiteEnrollment, reading: Reading): Promise<'known' | 'new'> {
  const key = { organizationId: where.organizationId, personId: where.personId }
  const target = { kind: 'course', id: found.courseId, name: found.courseName } as const
  const before = await lockEnrollment(trx, { ...key, target })
  const row = before ?? { ...newRow(where, target), managed: false }
  const completed_at = row.completed_at ?? (found.completed ? where.deps.now() : null)
  const progress = found.completed ? 1 : Math.max(row.progress, share(found.progress))
  const known = { ...row, progress, completed_at, external_enrollment_id: found.enrollmentId }
  const next: EnrollmentRow = { ...known, ...reading(known, found) }
  if (before && same(before, next)) return 'known'
  await saveEnrollment(trx, { ...next, updated_at: where.deps.now() })
  if (before && progress > before.progress)
    await insertStep(trx, { ...key, courseId: found.courseId, progress, at: where.deps.now() })
  if (before && !before.completed_at && completed_at)
    await where.deps.publish(trx, { type: 'course.completed', ...key, courseId: found.courseId })
  return before ? 'known' : 'new'
}

const opened = ({ completed_at }: EnrollmentRow) =>
  ({ asked_at: null, refusal: null, state: completed_at ? 'completed' : 'enrolled' }) as const

const asThere: Reading = (row, found) => ({
  activated_at: found.activatedAt,
  expires_at: found.expiresAt,
  asked_at: null,
  ...(found.open
    ? { ...opened(row), ended_because: null }
    : { state: 'ended', ended_because: row.ended_because ?? 'site' })
})

/** A question still open is answered by what is there; an ending of ours is not undone by older news. */
const answered: Reading = (row, found) => {
  if (row.state === 'coming' && row.asked_at && found.open)
    return { ...opened(row), activated_at: found.activatedAt, expires_at: found.expiresAt }
  return row.state === 'enrolled' && row.completed_at ? { state: 'completed' } : {}
}

const same = (a: EnrollmentRow, b: EnrollmentRow): boolean =>
  JSON.stringify({ ...a, updated_at: null }) === JSON.stringify({ ...b, updated_at: null })

export const share = (value: number): number => (Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0)

type Named = { readonly kind: EnrollmentRow['kind']; readonly id: string; readonly name: string }

export const newRow = ({ organizationId, personId, deps }: Where, { kind, id, name }: Named): EnrollmentRow => ({
  organization_id: organizationId,
  person_id: personId,
  kind,
  course_id: id,
  course_name: name,
  because: '',
  rule_id: null,
  state: 'coming',
  external_enrollment_id: null,
  progress: 0,
  refusal: null,
  asked_at: null,
  activated_at: null,
  expires_at: null,
  completed_at: null,
  ended_because: null,
  managed: true,
  from_before: false,
  updated_at: deps.now()
})
