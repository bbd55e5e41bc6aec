/** A person's courses, looked at again while something is coming: less and less often while nothing changes, never unseen. */
import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { getCourses } from '../../../api/contract/enrollment.ts'
import { useApp } from '../../context.ts'
import { useLoaded, type Loaded } from '../../load.tsx'

export type Courses = z.output<typeof getCourses.answer>['courses']

const FIRST_LOOK_MS = 3000
const GROWTH = 1.5
const LONGEST_MS = 60_000
/** For a course that starts on a day. */
const PATIENT_MS = 5 * LONGEST_MS
/** An answer that takes longer has failed. */
const ANSWER_MS = 15_000

type CoursesLoaded = {
  readonly loaded: Loaded<Courses>
  /** Names of what came while somebody looked. */
  readonly arrived: readonly string[]
}

export function useCourses(): CoursesLoaded {
  const { session } = useApp()
  const loaded = useLoaded(
    async () => (await session.call(getCourses, { signal: AbortSignal.timeout(ANSWER_MS) })).courses
  )
  const { value, failure, reload } = loaded
  const [arrived, setArrived] = useState<readonly string[]>([])
  const before = useRef<Courses>([])
  const unchanged = useRef(0)
  useEffect(() => {
    if (!value) return undefined
    const come = value.filter(each => isThere(each) && before.current.some(one => isSame(one, each) && !isThere(one)))
    if (come.length > 0) setArrived(come.map(({ name }) => name))
    unchanged.current = signOf(value) === signOf(before.current) ? unchanged.current + 1 : 0
    before.current = value
    const ms = pauseOf(value, unchanged.current)
    if (ms === undefined) return undefined
    const timer = setTimeout(() => document.visibilityState === 'visible' && reload(), ms)
    return () => clearTimeout(timer)
  }, [value, failure, reload])
  useEffect(() => {
    // Back from the learning site, or from another window: what is shown may be old.
    const look = (): void => {
      if (document.visibilityState === 'visible') reload()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [reload])
  return { loaded, arrived }
}

type Course = Courses[number]

const isThere = ({ coming }: Course): boolean => coming === null
const isSame = (a: Course, b: Course): boolean => a.kind === b.kind && a.courseId === b.courseId

/** Minutes that go by are no change. */
const signOf = (courses: Courses): string =>
  courses.map(({ kind, courseId, state, coming }) => [kind, courseId, state, coming?.kind].join(' ')).join()

function pauseOf(courses: Courses, unchanged: number): number | undefined {
  const kinds = courses.flatMap(({ coming }) => (coming ? [coming.kind] : []))
  if (kinds.length === 0) return undefined
  return kinds.every(kind => kind === 'starts') ? PATIENT_MS : Math.min(LONGEST_MS, FIRST_LOOK_MS * GROWTH ** unchanged)
}
