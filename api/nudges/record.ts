/** The record kept with a nudge, as a receipt shows it. Pure. */
import type { NudgeReceipt, NudgeView } from '../contract/nudges.ts'
import type { Decision } from './decide.ts'
import type { NudgeRow } from './store.ts'

type Recorded = Pick<NudgeRow, 'kind' | 'reason' | 'why_not'>

export const toReceipt = ({ kind, reason, why_not }: Recorded, nudge: NudgeView, decision: Decision): NudgeReceipt => ({
  nudge,
  rule: reason?.rule ?? kind,
  data: [...(reason?.data ?? [])],
  ...decision,
  whyNotSent: why_not
})
