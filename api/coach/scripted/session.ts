/** Where a dialogue stands. A stored session of an earlier version parses: whatever it lacks has a default, whatever is odd falls back to it. */
import { z } from 'zod'
import type { Awaited } from '../port.ts'
import { TOPICS } from './topics.ts'

/** Finer than what a channel needs to know; each belongs to one `Awaited`. */
export const PHASES = {
  goal: 'goal',
  reality: 'reality',
  options: 'options',
  friend: 'options',
  permission: 'options',
  pick: 'options',
  own: 'options',
  scale: 'options',
  why: 'options',
  smaller: 'options',
  draft: 'options',
  cue: 'cue',
  confirm: 'confirm',
  reopen: 'options',
  whenPlan: 'when',
  when: 'when',
  rest: 'rest',
  helped: 'reality',
  build: 'reality',
  gotInWay: 'reality',
  playWho: 'reality',
  playHow: 'reality',
  play: 'reality',
  playOut: 'reality',
  playNext: 'options',
  onePoints: 'reality',
  oneOpening: 'options',
  oneAsk: 'options',
  oneOffer: 'goal',
  whichPlan: 'options',
  aPlan: 'options'
} as const satisfies Readonly<Record<string, Awaited>>
export type Phase = keyof typeof PHASES

/** Where "the plan" is the one being worded. */
export const WORDING: readonly Phase[] = ['cue', 'confirm', 'reopen', 'whenPlan', 'when']

/** What is to be done with a plan that was kept earlier. */
export const DEEDS = ['look', 'kept', 'missed', 'dropped', 'close', 'change', 'remind'] as const
export type Deed = (typeof DEEDS)[number]

const words = z.string().default('').catch('')
const some = z.array(z.string()).default([]).catch([])
const count = z.number().int().default(0).catch(0)

export const sessionSchema = z.object({
  step: z.enum(['goal', 'reality', 'options', 'cue', 'confirm', 'when', 'rest']),
  goal: words,
  action: words,
  cue: words,
  /** Turns of the person so far in this dialogue. */
  turns: count,
  phase: z
    .enum(Object.keys(PHASES) as [Phase, ...Phase[]])
    .optional()
    .catch(undefined),
  locale: z.enum(['en', 'es']).optional().catch(undefined),
  topic: z.enum(TOPICS).optional().catch(undefined),
  /** How often the present question was asked without an answer; how often the person was hostile. */
  tries: count,
  heat: count,
  /** Clauses in the person's own first person, newest last. */
  facts: some,
  /** Ideas on the table; points of a one-to-one; lines said in a role. */
  offered: some,
  points: some,
  lines: some,
  who: words,
  reaction: z.enum(['defensive', 'evasive', 'angry', 'silent']).optional().catch(undefined),
  /** Ids of plans on the table, what is to be done with one of them, and the words that asked for it. */
  shown: some,
  deed: z.enum(DEEDS).optional().catch(undefined),
  wished: words,
  /** The plan, kept earlier, that cue and action are to be the new words of. */
  changes: words,
  /** What outlives a dialogue: facts that were brought up, the plan closed last, the last plan, how often each wording was used, and marks of what was said. */
  told: some,
  closed: z.object({ cue: z.string(), action: z.string() }).optional().catch(undefined),
  lastAction: words,
  used: z.record(z.string(), z.number().int()).default({}).catch({}),
  said: some
})
export type Session = z.output<typeof sessionSchema>

export const freshSession: Session = sessionSchema.parse({ step: 'rest' })

export const phaseOf = ({ phase, step }: Session): Phase => (phase && PHASES[phase] === step ? phase : step)

/** A new dialogue that remembers which words were used. */
export const rested = ({ used, said, lastAction, told, closed }: Session): Session => ({
  ...freshSession,
  used,
  said,
  lastAction,
  told,
  closed
})
