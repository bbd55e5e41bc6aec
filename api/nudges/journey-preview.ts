/** How a journey would come to somebody in the company's own zone and hours who takes the usual number of nudges. Pure. */
import type { z } from 'zod'
import { inOrder, type JourneyContent, type previewJourney, type Step } from '../contract/journeys.ts'
import type { NudgeWords } from '../contract/nudge-content.ts'
import type { WorkingTime } from '../platform/working-time.ts'
import { AUTHORED } from './authored-words.ts'
import { STEP_DAYS } from './journey.ts'
import { plusDays, startOfDay } from './local-day.ts'
import { DEFAULT_PER_WEEK, planTip } from './plan.ts'

type Preview = z.input<typeof previewJourney.answer>
type Shown = Preview['steps'][number]

export type Scene = {
  readonly content: JourneyContent
  readonly language: string
  readonly startsOn: string
  readonly time: WorkingTime
}

const USUAL = { perWeek: DEFAULT_PER_WEEK, pausedUntil: undefined, stopped: false }

export function previewOf({ content, language, startsOn, time }: Scene): Preview['steps'] {
  const sent: Date[] = []
  return partsOf(content.steps).map(({ step, when, days }) => {
    const on = plusDays(startsOn, (step.week - 1) * 7 + step.day - 1 + days)
    const place = planTip({ now: startOfDay(on, time.timezone), time, budget: USUAL, sent, jitterMs: 0 })
    const comesAt = place && place < startOfDay(on, time.timezone, STEP_DAYS) ? place : undefined
    // Reminders come only to whoever needs one; the usual somebody needs none.
    if (comesAt && when === 'always') sent.push(comesAt)
    const words = wordsOf(step, when, language)
    const whyYou = AUTHORED[language === 'es' ? 'es' : 'en'].journeyWhy(
      content.title[language] ?? '',
      String(step.week)
    )
    return {
      stepId: step.stepId,
      week: step.week,
      on,
      comesAt: comesAt?.toISOString() ?? null,
      when,
      words: words ? { ...words, whyYou } : null
    }
  })
}

type Part = { readonly step: Step; readonly when: Shown['when']; readonly days: number }

const partsOf = (steps: readonly Step[]): readonly Part[] =>
  inOrder(steps).flatMap(step => {
    if (step.kind === 'nudge') return [{ step, when: 'always' as const, days: 0 }]
    const part = (when: Shown['when'], days: number | null): readonly Part[] =>
      days === null ? [] : [{ step, when, days }]
    return [...part('not_begun', step.begin), ...part('half_done', step.finish), ...part('done', step.done ? 0 : null)]
  })

const COURSE_PART = { not_begun: 'begin', half_done: 'finish', done: 'done' } as const

function wordsOf(step: Step, when: Shown['when'], language: string): NudgeWords | undefined {
  if (step.kind === 'nudge') {
    const words = step.words[language]
    return words?.action ? words : undefined
  }
  if (when === 'always') return undefined
  return AUTHORED[language === 'es' ? 'es' : 'en'].course[COURSE_PART[when]](step.courseName)
}
