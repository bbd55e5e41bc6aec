/** Why courses are not there yet, in words. Pure. */
import type { Words } from '../../words.ts'
import type { Courses } from './use-courses.ts'

type Said = Words['ownCourses']
type Coming = NonNullable<Courses[number]['coming']>

/** What starts on a day says so on its own card. */
export const reasonsOf = (courses: Courses, said: Said): readonly string[] => [
  ...new Set(courses.flatMap(({ coming }) => (coming && coming.kind !== 'starts' ? [reasonOf(coming, said)] : [])))
]

const reasonOf = (coming: Exclude<Coming, { kind: 'starts' }>, said: Said): string =>
  coming.kind === 'queued' ? waitOf(coming, said) : said.why[coming.kind]

const MINUTES_AN_HOUR = 60
/** Longer waits are said in hours. */
const MOST_MINUTES = 90

function waitOf({ least, most }: Extract<Coming, { kind: 'queued' }>, said: Said): string {
  if (most === null) return said.moreThan(said.hours(Math.max(1, Math.floor(least / MINUTES_AN_HOUR))))
  if (most === 1) return said.now
  const inHours = most > MOST_MINUTES
  const [from, to] = inHours ? [Math.floor(least / MINUTES_AN_HOUR), Math.ceil(most / MINUTES_AN_HOUR)] : [least, most]
  const time = inHours ? said.hours(to) : said.minutes(to)
  return from === 0 || from === to ? said.within(time) : said.between(String(from), time)
}
