/** Which figures there are, what each is a part of, and the bit that stands for it. A bit is never given to another figure. */
import { focusAreaSchema } from '../contract/nudges.ts'
import type { FigureArea } from '../contract/reports.ts'

export const DEEDS = [
  'installed',
  'agreed',
  'started',
  'active',
  'nudge_planned',
  'nudge_sent',
  'nudge_answered',
  'nudge_acted',
  'plan_made',
  'plan_kept',
  'enrolled',
  'completed',
  'chat_ended',
  'unreached',
  'pulse_answered',
  'pulse_helped',
  'pulse_second'
] as const
export type Deed = (typeof DEEDS)[number]
export type FigureKey = Deed | `focus_${(typeof focusAreaSchema.options)[number]}`

export type FigureKind = {
  readonly key: FigureKey
  readonly bit: number
  readonly area: FigureArea
  /** Who did this is among those who did that. */
  readonly partOf: Deed | null
  /** Whether it is told by group too. */
  readonly inGroups: boolean
}

const AREAS: Readonly<Record<Deed, FigureArea>> = {
  installed: 'activation',
  agreed: 'activation',
  started: 'activation',
  active: 'activity',
  nudge_planned: 'nudges',
  nudge_sent: 'nudges',
  nudge_answered: 'nudges',
  nudge_acted: 'nudges',
  plan_made: 'plans',
  plan_kept: 'plans',
  enrolled: 'courses',
  completed: 'courses',
  chat_ended: 'reach',
  unreached: 'reach',
  pulse_answered: 'pulse',
  pulse_helped: 'pulse',
  pulse_second: 'pulse'
}

const PART_OF: Readonly<Partial<Record<Deed, Deed>>> = {
  nudge_sent: 'nudge_planned',
  nudge_answered: 'nudge_sent',
  nudge_acted: 'nudge_answered',
  plan_kept: 'plan_made',
  completed: 'enrolled',
  pulse_helped: 'pulse_answered',
  pulse_second: 'pulse_answered'
}

/** Bits from here on are of focus areas. */
const FIRST_FOCUS = 32

/** Each after what it is a part of. */
export const FIGURES: readonly FigureKind[] = [
  ...DEEDS.map((key, bit) => ({ key, bit, area: AREAS[key], partOf: PART_OF[key] ?? null, inGroups: true })),
  ...focusAreaSchema.options.map((area, n) => ({
    key: `focus_${area}` as const,
    bit: FIRST_FOCUS + n,
    area: 'focus' as const,
    partOf: null,
    inGroups: false
  }))
]

/** Counted too, and told with the experiment. */
export const IN_EXPERIMENT = { key: 'in_experiment', bit: 31, partOf: null } as const

export const COUNTED = [...FIGURES, IN_EXPERIMENT]

/** Told by group, in the order of a breakdown's cells. */
export const GROUP_FIGURES: readonly FigureKind[] = FIGURES.filter(({ inGroups }) => inGroups)
