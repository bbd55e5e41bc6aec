/** Who is held out of an experiment and which moment is left out: drawn from a secret, so the same question has the same answer. Pure. */
import { createHmac } from 'node:crypto'
import { DAY } from '../platform/time.ts'
import { ALPHA, smallestDetectable, spend } from './lift.ts'
import type { NudgeRow } from './store.ts'

export const OUTCOMES = ['plan', 'course', 'session'] as const
export type Outcome = (typeof OUTCOMES)[number]
export type Arm = 'held' | 'nudged'

/** Registered with the product, before anybody's experiment: how long after a moment an outcome counts. */
export const WINDOWS: Readonly<Record<Outcome, number>> = { plan: 7 * DAY, course: 3 * DAY, session: DAY }
/** A moment is counted once every window has closed. */
export const LONGEST_WINDOW = 7 * DAY

export const WEEK = 7 * DAY

export type Experiment = {
  readonly experimentId: string
  readonly salt: string
  readonly primary: Outcome
  readonly holdoutPercent: number
  readonly sendPercent: number
  readonly weeks: number
  readonly costPoints: number
  readonly startedAt: Date
  readonly haltedAt: Date | undefined
}

/** 0 to 1, even over labels, and as good as independent between salts. */
export function fractionOf(salt: string, label: string): number {
  return createHmac('sha256', salt).update(label).digest().readUIntBE(0, 6) / 2 ** 48
}

type Drawn = Pick<Experiment, 'salt' | 'holdoutPercent' | 'sendPercent'>

/** The same for the same person for as long as the experiment lasts, whenever they join or return. */
export const armOf = ({ salt, holdoutPercent }: Drawn, personId: string): Arm =>
  fractionOf(salt, `person:${personId}`) * 100 < holdoutPercent ? 'held' : 'nudged'

type Moment = Pick<NudgeRow, 'id' | 'person_id' | 'kind' | 'due_at' | 'answer'>

/** What nobody asked for. The welcome, the first plan, follow-ups and the question whether to go on are never held back. */
const UNASKED: readonly NudgeRow['kind'][] = ['tip', 'course', 'moment', 're_engage', 'campaign']

/** A nudge that comes again on the person's own word was asked for. */
export const isUnasked = ({ kind, answer }: Pick<NudgeRow, 'kind' | 'answer'>): boolean =>
  UNASKED.includes(kind) && answer === null

export type Draw = {
  readonly arm: Arm
  /** Chance that it is sent, given the arm. */
  readonly probability: number
  readonly assigned: boolean
}

/** Undefined: not a moment of this experiment, it goes as if there were none. A crash and a repeat draw the same. */
export function drawMoment(experiment: Drawn, moment: Moment): Draw | undefined {
  if (!isUnasked(moment)) return undefined
  const arm = armOf(experiment, moment.person_id)
  if (arm === 'held') return { arm, probability: 0, assigned: false }
  const fraction = fractionOf(experiment.salt, `moment:${moment.id}:${moment.due_at.toISOString()}`)
  return { arm, probability: experiment.sendPercent / 100, assigned: fraction * 100 < experiment.sendPercent }
}

const LOOKS = [0.25, 0.5, 0.75, 1] as const

/** In weeks since the start, when the figures are looked at; between them nothing new is shown. */
export const looksOf = (weeks: number): readonly number[] => LOOKS.map(fraction => Math.round(fraction * weeks))

/** The chance of error that look `index` may use. */
export const levelOf = (weeks: number, index: number): number =>
  spend(looksOf(weeks).map(week => week / weeks))[index] ?? ALPHA

export const HOLDOUTS = [5, 10, 15, 20] as const
export const LENGTHS = [12, 26, 52] as const
/** In points: an experiment that could only find more than this is not offered. */
export const FINEST = 5

export type Ground = {
  /** People who agreed to be coached. */
  readonly agreed: number
  /** Who agreed in the last four weeks. */
  readonly joined: number
  /** Share who do it within four weeks anyway, by outcome. */
  readonly baselines: Readonly<Record<Outcome, number>>
}

/** Of those who agreed before, how many are expected to say yes to the addition; low on purpose, so that little is promised. */
const YES_SHARE = 0.5

/** Who can be counted at the end of a week: their last window has closed. */
export const expectedPeople = ({ agreed, joined }: Ground, week: number): number =>
  Math.floor(agreed * YES_SHARE + (joined / 4) * Math.max(0, week - 1))

/** A share that few or nearly all reach says too little about the next months. */
const usable = (share: number): number => Math.min(0.5, Math.max(0.1, share))

export type Offer = {
  readonly primary: Outcome
  readonly holdoutPercent: number
  readonly weeks: number
  /** What the last look could find, in points; Infinity with too few people. */
  readonly points: number
  /** The first look, in weeks, that could find `FINEST` points; undefined when none could. */
  readonly week: number | undefined
}

/** What each design could find with the people that this company has and gets. */
export function offersFor(ground: Ground): readonly Offer[] {
  return OUTCOMES.flatMap(primary =>
    LENGTHS.flatMap(weeks => HOLDOUTS.map(holdoutPercent => offer(ground, { primary, weeks, holdoutPercent })))
  )
}

export type Wanted = Pick<Offer, 'primary' | 'weeks' | 'holdoutPercent'>

export function offer(ground: Ground, { primary, weeks, holdoutPercent }: Wanted): Offer {
  const found = looksOf(weeks).map((week, index) => ({
    week,
    points:
      100 *
      smallestDetectable({
        people: expectedPeople(ground, week),
        heldShare: holdoutPercent / 100,
        baseline: usable(ground.baselines[primary]),
        alpha: levelOf(weeks, index)
      })
  }))
  return {
    primary,
    weeks,
    holdoutPercent,
    points: found.at(-1)?.points ?? Infinity,
    week: found.find(({ points }) => points <= FINEST)?.week
  }
}

export const questionKey = (experimentId: string): string => `experiment:${experimentId}`

/** Of a nudge that asks about an experiment; undefined of every other. */
export const experimentAskedIn = ({ once_key }: { readonly once_key: string }): string | undefined =>
  once_key.startsWith(questionKey('')) ? once_key.slice(questionKey('').length) : undefined
