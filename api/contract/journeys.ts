/** Journeys: weeks of nudges and courses that a company writes, publishes in versions and starts per cohort. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import {
  flawOf,
  flawSchema,
  languageSchema,
  MOST_MINUTES,
  nudgeWordsSchema,
  wordsByLanguage,
  type Flaw
} from './nudge-content.ts'
import { cellSchema } from './parts.ts'

const none = z.object({})
const text = z.string().trim().min(1).max(200)
const place = { stepId: z.string().min(1).max(64), week: z.int().min(1).max(52), day: z.int().min(1).max(7) }

export const stepSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('nudge'),
    ...place,
    /** What the action takes. */
    minutes: z.int().min(1).max(60).default(2),
    words: wordsByLanguage
  }),
  z.object({
    kind: z.literal('course'),
    ...place,
    courseId: z.string().max(200),
    courseName: z.string().max(200),
    /** Days after the step's own day; null: no reminder. */
    begin: z.int().min(0).max(60).nullable(),
    finish: z.int().min(1).max(120).nullable(),
    /** Whether the day after it was completed says so. */
    done: z.boolean()
  })
])
export type Step = z.output<typeof stepSchema>

const mostWeeks = 52
/** As it may be saved: not everything has to be there yet. */
export const journeyContentSchema = z
  .object({
    /** As people read it, in each language. */
    title: z.record(languageSchema, z.string().max(120)),
    languages: z.array(languageSchema).min(1).max(20),
    steps: z.array(stepSchema).max(mostWeeks * 7)
  })
  .refine(
    ({ steps }) => new Set(steps.map(({ stepId }) => stepId)).size === steps.length,
    'each step has its own stepId'
  )
export type JourneyContent = z.output<typeof journeyContentSchema>

/** What keeps it from being published. */
export function flawsOf({ title, languages, steps }: JourneyContent): readonly Flaw[] {
  const of = (flaw: Flaw['flaw'], stepId: string | null = null, language: string | null = null): Flaw => ({
    flaw,
    stepId,
    language
  })
  return [
    ...languages.flatMap(language => (title[language]?.trim() ? [] : [of('no_title', null, language)])),
    ...(steps.length === 0 ? [of('no_steps')] : []),
    ...steps.flatMap(step => {
      if (step.kind === 'course') return step.courseId ? [] : [of('no_course', step.stepId)]
      const slow = step.minutes > MOST_MINUTES ? [of('too_slow', step.stepId)] : []
      const flaws = languages.flatMap(language => {
        const flaw = flawOf(step.words[language])
        return flaw ? [of(flaw, step.stepId, language)] : []
      })
      return [...slow, ...flaws]
    })
  ]
}

export const inOrder = (steps: readonly Step[]): readonly Step[] =>
  steps.toSorted((a, b) => a.week - b.week || a.day - b.day)

const name = text
const key = z.object({ journeyId: z.string() })
const startSchema = z.discriminatedUnion('kind', [
  /** Each person from the day they join, at the earliest the day it was set. */
  z.object({ kind: z.literal('joining') }),
  /** Everybody on one day of their own calendar; who joins later goes on with the others. */
  z.object({ kind: z.literal('date'), on: z.iso.date() })
])
export type Start = z.output<typeof startSchema>
const savedSchema = { by: z.string(), at: z.iso.datetime() }

const runningSchema = z.object({ cohort: z.string(), starts: startSchema, setAt: z.iso.datetime(), people: cellSchema })

export const listJourneys = endpoint({
  method: 'GET',
  path: '/v1/journeys',
  access: 'author',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    journeys: z.array(
      z.object({
        journeyId: z.string(),
        name: z.string(),
        weeks: z.int(),
        languages: z.array(z.string()),
        saved: z.object(savedSchema),
        /** Null: never. */
        version: z.int().nullable(),
        /** The draft is not what was published last. */
        changed: z.boolean(),
        cohorts: z.array(z.string())
      })
    ),
    /** Ready to be copied. */
    example: z.object({ name: z.string(), content: journeyContentSchema }),
    /** What the editor can offer. */
    choices: z.object({
      language: languageSchema,
      cohorts: z.array(z.string()),
      courses: z.array(z.object({ courseId: z.string(), courseName: z.string() }))
    })
  })
})

/** Empty, a copy of another, or a file. */
export const createJourney = endpoint({
  method: 'POST',
  path: '/v1/journeys',
  access: 'author',
  params: none,
  query: none,
  body: z.object({ name, content: journeyContentSchema }),
  answer: key
})

const versionSchema = z.object({
  version: z.int(),
  reach: z.enum(['beginners', 'everybody']),
  note: z.string(),
  ...savedSchema
})

export const getJourney = endpoint({
  method: 'GET',
  path: '/v1/journeys/:journeyId',
  access: 'author',
  params: key,
  query: none,
  body: none,
  answer: z.object({
    journeyId: z.string(),
    name: z.string(),
    content: journeyContentSchema,
    revision: z.int(),
    saved: z.object(savedSchema),
    flaws: z.array(flawSchema),
    /** Newest first. */
    versions: z.array(versionSchema),
    changed: z.boolean(),
    running: z.array(runningSchema)
  })
})

export const getJourneyVersion = endpoint({
  method: 'GET',
  path: '/v1/journeys/:journeyId/versions/:version',
  access: 'author',
  params: key.extend({ version: z.coerce.number().int() }),
  query: none,
  body: none,
  answer: versionSchema.extend({ content: journeyContentSchema })
})

/** @throws `conflict` when somebody saved a newer one. */
export const saveJourney = endpoint({
  method: 'PUT',
  path: '/v1/journeys/:journeyId/draft',
  access: 'author',
  params: key,
  query: none,
  body: z.object({ basedOn: z.int(), name, content: journeyContentSchema }),
  answer: z.object({ revision: z.int() })
})

/** Makes the saved draft a version. Who is under way goes on with theirs, unless `reach` is `everybody`. */
export const publishJourney = endpoint({
  method: 'POST',
  path: '/v1/journeys/:journeyId/publish',
  access: 'author',
  params: key,
  query: none,
  body: z.object({ basedOn: z.int(), reach: z.enum(['beginners', 'everybody']), note: z.string().trim().max(300) }),
  answer: z.object({ version: z.int() })
})

export const startJourney = endpoint({
  method: 'PUT',
  path: '/v1/journeys/:journeyId/cohorts/:cohort',
  access: 'author',
  params: key.extend({ cohort: text }),
  query: none,
  body: z.object({ starts: startSchema }),
  answer: none
})

/** Nothing more of it comes to this cohort. */
export const stopJourney = endpoint({
  method: 'DELETE',
  path: '/v1/journeys/:journeyId/cohorts/:cohort',
  access: 'author',
  params: key.extend({ cohort: text }),
  query: none,
  body: none,
  answer: none
})

/** As somebody in the company's own zone and hours who takes the usual number of nudges would get it. */
export const previewJourney = endpoint({
  method: 'POST',
  path: '/v1/journeys/preview',
  access: 'author',
  params: none,
  query: none,
  body: z.object({
    content: journeyContentSchema,
    language: languageSchema,
    startsOn: z.iso.date()
  }),
  answer: z.object({
    timezone: z.string(),
    steps: z.array(
      z.object({
        stepId: z.string(),
        week: z.int(),
        /** The step's own day. */
        on: z.iso.date(),
        /** Null: no room in the person's budget before it is worth nothing. */
        comesAt: z.iso.datetime().nullable(),
        /** Null: only if the course is not begun, or half done. */
        when: z.enum(['always', 'not_begun', 'half_done', 'done']),
        words: nudgeWordsSchema.extend({ whyYou: z.string() }).nullable()
      })
    )
  })
})
