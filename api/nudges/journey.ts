/** Which steps of a journey could come to somebody, of which version, and when. Pure. */
import { inOrder, type JourneyContent, type Step } from '../contract/journeys.ts'
import { after, DAY } from '../platform/time.ts'
import type { Candidate } from './candidate.ts'
import { dayOf, plusDays, startOfDay } from './local-day.ts'
import type { Somebody } from './somebody.ts'

export type Version = {
  readonly version: number
  readonly content: JourneyContent
  readonly reach: 'beginners' | 'everybody'
  readonly publishedAt: Date
}

export type Running = {
  readonly journeyId: string
  readonly cohort: string
  /** The first day; null: of each their own. */
  readonly startsOn: string | null
  readonly setAt: Date
}

export type CourseState = { readonly progress: number; readonly completedAt: Date | undefined }

export type Walk = {
  readonly running: Running
  /** Oldest first. */
  readonly versions: readonly Version[]
  readonly person: Somebody
  /** Of the company, for those whose own language has no words. */
  readonly companyLanguage: string
  /** By id of the course; whoever is not enrolled has none. */
  readonly courses: ReadonlyMap<string, CourseState>
  readonly now: Date
}

export const JOURNEY_PRIORITY = 3
/** A step that finds no place within so many days is worth nothing any more. */
export const STEP_DAYS = 7
const PRAISE_DAYS = 3

/** The version in force when they began, or a later one that was published for everybody. */
export const versionFor = (versions: readonly Version[], begun: Date): Version | undefined =>
  versions.findLast(({ reach, publishedAt }, index) => index === 0 || reach === 'everybody' || publishedAt <= begun)

/** All that is still to come, in order. */
export function stepsToCome(walk: Walk): readonly Candidate[] {
  const { running, versions, person, now } = walk
  const joined = person.cohorts.find(({ name }) => name === running.cohort)?.joinedAt
  if (!joined) return []
  const own = joined > running.setAt ? joined : running.setAt
  const first = running.startsOn ?? dayOf(own, person.timezone)
  const begins = startOfDay(first, person.timezone)
  const begun = running.startsOn === null || begins < own ? own : begins
  const version = versionFor(versions, begun)
  if (!version) return []
  return inOrder(version.content.steps)
    .flatMap(step => candidatesOf({ ...walk, version, first }, step))
    .filter(({ until }) => until === undefined || until > now)
}

type Placed = Walk & { readonly version: Version; readonly first: string }

function candidatesOf(placed: Placed, step: Step): readonly Candidate[] {
  const on = plusDays(placed.first, (step.week - 1) * 7 + step.day - 1)
  const at = (days: number): Date => startOfDay(on, placed.person.timezone, days)
  const week = { from: at(0), until: at(STEP_DAYS) }
  if (step.kind === 'nudge') return [propose(placed, step, week)]
  const state = placed.courses.get(step.courseId)
  if (!state) return []
  const { completedAt, progress } = state
  if (completedAt) {
    const isNews = step.done && completedAt >= startOfDay(placed.first, placed.person.timezone)
    return isNews
      ? [propose(placed, step, { part: 'done', from: completedAt, until: after(completedAt, PRAISE_DAYS * DAY) })]
      : []
  }
  const days = progress === 0 ? step.begin : step.finish
  if (days === null) return []
  const part = progress === 0 ? 'begin' : 'finish'
  return [propose(placed, step, { part, from: at(days), until: at(days + STEP_DAYS) })]
}

type Moment = { readonly part?: CoursePart; readonly from: Date; readonly until: Date }
export type CoursePart = 'begin' | 'finish' | 'done'

function propose(placed: Placed, step: Step, { part, from, until }: Moment): Candidate {
  const { running, version, person, companyLanguage } = placed
  const { title } = version.content
  const tail = part ? [running.journeyId, step.stepId, part] : [running.journeyId, step.stepId]
  const data = [
    { name: 'journey', value: title[person.language] ?? title[companyLanguage] ?? Object.values(title)[0] ?? '' },
    { name: 'week', value: String(step.week) },
    { name: 'cohort', value: running.cohort },
    ...(step.kind === 'course' ? [{ name: 'course', value: step.courseName }] : [])
  ]
  return {
    kind: step.kind === 'course' ? 'course' : 'tip',
    onceKey: ['journey', ...tail].join(':'),
    contentId: ['journey', ...tail].join('/'),
    contentVersion: version.version,
    from,
    until,
    priority: JOURNEY_PRIORITY,
    reason: { rule: 'journey', data }
  }
}
