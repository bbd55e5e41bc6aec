/** A nudge that somebody could get: what a journey, a campaign, a moment or the library proposes. The planner picks among them. */
import type { NudgeView } from '../contract/nudges.ts'

export type Candidate = {
  readonly kind: NudgeView['kind']
  /** What may exist once per person. */
  readonly onceKey: string
  readonly contentId: string | null
  readonly contentVersion: number | null
  /** Not before; the planner moves it into working time and the person's budget. */
  readonly from: Date
  /** After it the nudge is worth nothing and expires. */
  readonly until: Date | undefined
  /** 1 gets the slot first, 9 last. */
  readonly priority: number
  readonly reason: Reason
}

/** What "why you" is told from: the rule that wanted it, and each datum it used as the person can see it. */
export type Reason = {
  readonly rule: string
  readonly data: readonly { readonly name: string; readonly value: string }[]
}
