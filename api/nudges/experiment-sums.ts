/** What happened in each arm, summed over pages of people. Pure: no person is left in it. */
import { z } from 'zod'
import { EXPERIMENT_COSTS } from '../contract/experiments.ts'
import { OUTCOMES, WEEK, type Arm, type Outcome } from './experiment.ts'
import { isMismatched, type Share } from './lift.ts'

export type Cost = (typeof EXPERIMENT_COSTS)[number]

/** After these nothing more reaches the person: what the rule that halts an experiment counts. */
const GIVING_UP: readonly Cost[] = ['stopped', 'blocked', 'uninstalled', 'declined']

const armsSchema = z.object({ held: z.number(), nudged: z.number() })
export type Arms = Readonly<Record<Arm, number>>

const sumsSchema = z.object({
  /** Who joined. */
  joined: armsSchema,
  /** Who had a moment whose windows have closed. */
  counted: armsSchema,
  /** Of the counted, who did it within its window after at least one of their moments. */
  outcomes: z.record(z.enum(OUTCOMES), armsSchema),
  /** By week since they joined: who had a moment in it, and who did the primary outcome after one of them. */
  weeks: z.array(z.object({ counted: armsSchema, did: armsSchema })),
  costs: z.record(z.enum(EXPERIMENT_COSTS), armsSchema),
  gaveUp: armsSchema,
  /**
   * Of people in the nudged arm: their moments sent and followed, sent, left out and followed, left out. Added up with all products
   * of two, they give the effect of one nudge and its error, since moments of one person hang together.
   */
  single: z.object({
    totals: z.array(z.number()),
    products: z.array(z.array(z.number())),
    sentTo: z.number(),
    leftOut: z.number()
  }),
  /** Joined, by cohort: to see whether one was drawn differently. Shown to nobody. */
  strata: z.record(z.string(), armsSchema)
})
export type Sums = z.output<typeof sumsSchema>

export const sumsIn = (stored: unknown): Sums => sumsSchema.parse(stored)

const NOBODY: Arms = { held: 0, nudged: 0 }

export const NO_SUMS: Sums = {
  joined: NOBODY,
  counted: NOBODY,
  outcomes: { plan: NOBODY, course: NOBODY, session: NOBODY },
  weeks: [],
  costs: {
    stopped: NOBODY,
    fewer: NOBODY,
    paused: NOBODY,
    not_relevant: NOBODY,
    blocked: NOBODY,
    uninstalled: NOBODY,
    declined: NOBODY,
    left_experiment: NOBODY
  },
  gaveUp: NOBODY,
  single: { totals: [0, 0, 0, 0], products: Array.from({ length: 4 }, () => [0, 0, 0, 0]), sentTo: 0, leftOut: 0 },
  strata: {}
}

export type Counted = {
  readonly arm: Arm
  readonly joinedAt: Date
  readonly cohort: string | undefined
  readonly costs: readonly Cost[]
  readonly moments: readonly {
    readonly at: Date
    readonly assigned: boolean
    readonly followed: ReadonlySet<Outcome>
  }[]
}

export const sumUp = (people: readonly Counted[], primary: Outcome): Sums =>
  people.reduce((sums, person) => addPerson(sums, person, primary), NO_SUMS)

const plus = (arms: Arms, arm: Arm, yes: boolean): Arms => (yes ? { ...arms, [arm]: arms[arm] + 1 } : arms)

function addPerson(sums: Sums, person: Counted, primary: Outcome): Sums {
  const { arm, costs, moments, cohort } = person
  const did = (outcome: Outcome): boolean => moments.some(({ followed }) => followed.has(outcome))
  return {
    joined: plus(sums.joined, arm, true),
    counted: plus(sums.counted, arm, moments.length > 0),
    outcomes: {
      plan: plus(sums.outcomes.plan, arm, did('plan')),
      course: plus(sums.outcomes.course, arm, did('course')),
      session: plus(sums.outcomes.session, arm, did('session'))
    },
    weeks: addWeeks(sums.weeks, person, primary),
    costs: costs.reduce((sum, cost) => ({ ...sum, [cost]: plus(sum[cost], arm, true) }), sums.costs),
    gaveUp: plus(
      sums.gaveUp,
      arm,
      costs.some(cost => GIVING_UP.includes(cost))
    ),
    single: addSingle(sums.single, person, primary),
    strata: cohort ? { ...sums.strata, [cohort]: plus(sums.strata[cohort] ?? NOBODY, arm, true) } : sums.strata
  }
}

function addWeeks(weeks: Sums['weeks'], { arm, joinedAt, moments }: Counted, primary: Outcome): Sums['weeks'] {
  const byWeek = Map.groupBy(moments, ({ at }) => Math.max(0, Math.floor((at.getTime() - joinedAt.getTime()) / WEEK)))
  const length = Math.max(weeks.length, ...[...byWeek.keys()].map(week => week + 1))
  return Array.from({ length }, (_, week) => {
    const { counted, did } = weeks[week] ?? { counted: NOBODY, did: NOBODY }
    const theirs = byWeek.get(week) ?? []
    return {
      counted: plus(counted, arm, theirs.length > 0),
      did: plus(
        did,
        arm,
        theirs.some(({ followed }) => followed.has(primary))
      )
    }
  })
}

function addSingle(single: Sums['single'], { arm, moments }: Counted, primary: Outcome): Sums['single'] {
  if (arm === 'held') return single
  const count = (assigned: boolean, among: (typeof moments)[number][]) =>
    among.filter(moment => moment.assigned === assigned).length
  const did = moments.filter(({ followed }) => followed.has(primary))
  const all = [...moments]
  const mine = [count(true, did), count(true, all), count(false, did), count(false, all)]
  return {
    totals: single.totals.map((total, i) => total + (mine[i] ?? 0)),
    products: single.products.map((row, i) => row.map((sum, j) => sum + (mine[i] ?? 0) * (mine[j] ?? 0))),
    sentTo: single.sentTo + (mine[1] ? 1 : 0),
    leftOut: single.leftOut + (mine[3] ? 1 : 0)
  }
}

const addArms = (a: Arms, b: Arms): Arms => ({ held: a.held + b.held, nudged: a.nudged + b.nudged })

const addEach = <Key extends string>(
  a: Readonly<Record<Key, Arms>>,
  b: Readonly<Record<Key, Arms>>
): Readonly<Record<Key, Arms>> => {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])] as Key[]
  const pairs = keys.map(key => [key, addArms(a[key] ?? NOBODY, b[key] ?? NOBODY)])
  return Object.fromEntries(pairs) as Record<Key, Arms>
}

export const addSums = (a: Sums, b: Sums): Sums => ({
  joined: addArms(a.joined, b.joined),
  counted: addArms(a.counted, b.counted),
  outcomes: addEach(a.outcomes, b.outcomes),
  weeks: Array.from({ length: Math.max(a.weeks.length, b.weeks.length) }, (_, week) => ({
    counted: addArms(a.weeks[week]?.counted ?? NOBODY, b.weeks[week]?.counted ?? NOBODY),
    did: addArms(a.weeks[week]?.did ?? NOBODY, b.weeks[week]?.did ?? NOBODY)
  })),
  costs: addEach(a.costs, b.costs),
  gaveUp: addArms(a.gaveUp, b.gaveUp),
  single: {
    totals: a.single.totals.map((total, i) => total + (b.single.totals[i] ?? 0)),
    products: a.single.products.map((row, i) => row.map((sum, j) => sum + (b.single.products[i]?.[j] ?? 0))),
    sentTo: a.single.sentTo + b.single.sentTo,
    leftOut: a.single.leftOut + b.single.leftOut
  },
  strata: addEach(a.strata, b.strata)
})

const splitOf = ({ held, nudged }: Arms): Share => ({ count: held, of: held + nudged })

/** Whether who joined, who is counted and each cohort are split as drawn; one that is not spoils every comparison. */
export function isSplitAsDrawn({ joined, counted, strata }: Sums, heldShare: number): boolean {
  const cohorts = Object.values(strata)
  return (
    !isMismatched(splitOf(joined), heldShare, 2) &&
    !isMismatched(splitOf(counted), heldShare, 2) &&
    !cohorts.some(arms => isMismatched(splitOf(arms), heldShare, cohorts.length))
  )
}
