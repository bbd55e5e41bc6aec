/** A course not begun, one that stands half done, one just done: each said once. */
import { coursesAmong, type CourseStanding } from '../enrollment/enrollment.ts'
import { after, DAY } from '../platform/time.ts'
import type { Candidate } from './candidate.ts'
import type { Source } from './source.ts'

const BEGIN_AFTER = 5 * DAY
/** Whoever has not begun for so long knows. */
const BEGIN_UNTIL = 40 * DAY
const APART = 7 * DAY
const RESTS_AFTER = 7 * DAY
const RESTS_UNTIL = 40 * DAY
const DONE_UNTIL = 5 * DAY
const HALF = 0.4

export const courses: Source = {
  owns: 'course:',
  gone: { kind: 'cancel', why: 'done' },
  propose: async ({ trx, organization: { organizationId }, listeners, now }) => {
    const personIds = listeners.map(({ personId }) => personId)
    const standings = await coursesAmong(trx, { organizationId, personIds })
    const byPerson = Map.groupBy(standings, ({ personId }) => personId)
    return new Map([...byPerson].map(([personId, all]) => [personId, remindersOf(all, now)]))
  }
}

/** Which course to begin is one question a week, the longest open first. */
function remindersOf(courses: readonly CourseStanding[], now: Date): readonly Candidate[] {
  const toBegin = courses
    .filter(isToBegin)
    .toSorted((a, b) => Number(a.openSince) - Number(b.openSince) || a.courseId.localeCompare(b.courseId))
  return courses.flatMap(course => reminderOf(course, { turn: toBegin.indexOf(course), now }))
}

const isToBegin = ({ progress, completedAt, openSince }: CourseStanding): boolean =>
  progress === 0 && !completedAt && openSince !== undefined

/** At most one of a course at a time. @param turn how many others are to be begun before it. */
function reminderOf(
  course: CourseStanding,
  { turn, now }: { readonly turn: number; readonly now: Date }
): readonly Candidate[] {
  const found = stageOf(course, turn)
  if (!found || found.until <= now || (course.endsAt && course.endsAt <= now)) return []
  const { stage, from, until, priority } = found
  return [
    {
      kind: 'course',
      onceKey: `course:${course.courseId}:${stage}`,
      contentId: `course/${stage}`,
      contentVersion: 1,
      from,
      until,
      priority,
      reason: { rule: `course.${stage}`, data: dataOf(course) }
    }
  ]
}

type Stage = Pick<Candidate, 'from' | 'priority'> & {
  readonly stage: 'begin' | 'half' | 'done'
  readonly until: Date
}

function stageOf({ progress, openSince, completedAt, movedAt }: CourseStanding, turn: number): Stage | undefined {
  if (completedAt) return { stage: 'done', from: completedAt, until: after(completedAt, DONE_UNTIL), priority: 3 }
  if (progress === 0)
    return (
      openSince && {
        stage: 'begin',
        from: after(openSince, BEGIN_AFTER + turn * APART),
        until: after(openSince, BEGIN_UNTIL + turn * APART),
        priority: 4
      }
    )
  if (progress < HALF) return undefined
  return { stage: 'half', from: after(movedAt, RESTS_AFTER), until: after(movedAt, RESTS_UNTIL), priority: 4 }
}

const dataOf = ({ name, progress, completedAt }: CourseStanding): Candidate['reason']['data'] => [
  { name: 'course', value: name },
  ...(progress > 0 && !completedAt ? [{ name: 'progress', value: `${Math.round(progress * 100)} %` }] : [])
]
