/** Which course, bundle or group of the site a cell names. Pure. */
import { targetKey, type Target } from '../contract/enrollment-rules.ts'
import { plain } from './import-text.ts'

export type CourseProblem = 'no_course' | 'unknown_course' | 'ambiguous_course' | 'several_courses'
export type Which =
  | { readonly kind: 'target'; readonly target: Target }
  | { readonly kind: 'problem'; readonly problem: CourseProblem }

type Courses = {
  readonly byKey: ReadonlyMap<string, Target>
  readonly byId: ReadonlyMap<string, readonly Target[]>
  readonly byName: ReadonlyMap<string, readonly Target[]>
}

const indexCourses = (targets: readonly Target[]): Courses => ({
  byKey: new Map(targets.map(target => [targetKey(target), target])),
  byId: Map.groupBy(targets, ({ id }) => id),
  byName: Map.groupBy(targets, ({ name }) => plain(name))
})

/** Many rows name few courses: each name is looked at once. */
export function createCourseOf(targets: readonly Target[]): (text: string) => Which {
  const courses = indexCourses(targets)
  const known = new Map<string, Which>()
  return text => {
    const which = known.get(text) ?? courseOf(courses, text)
    known.set(text, which)
    return which
  }
}

/** A name, the site's id, or `bundle/12` where one alone could mean several. */
function courseOf(courses: Courses, text: string): Which {
  if (text === '') return { kind: 'problem', problem: 'no_course' }
  const exact = courses.byKey.get(text.toLowerCase())
  const found = exact ? [exact] : (courses.byId.get(text) ?? courses.byName.get(plain(text)) ?? [])
  const [first, second] = found
  if (second) return { kind: 'problem', problem: 'ambiguous_course' }
  if (first) return { kind: 'target', target: first }
  const parts = text.split(/[;,|/+&]/u).filter(part => courses.byName.has(plain(part)))
  return { kind: 'problem', problem: parts.length > 1 ? 'several_courses' : 'unknown_course' }
}
