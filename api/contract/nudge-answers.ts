/** Which answers stand on a nudge as buttons, by what it asks: on its card, and in the tab. */
import type { NudgeAnswer, NudgeView } from './nudges.ts'

type Offered = { readonly first: readonly NudgeAnswer[]; readonly more: readonly NudgeAnswer[] }

const USUAL: Offered = {
  first: ['done', 'later_today', 'next_week'],
  more: ['not_relevant', 'fewer', 'pause', 'stop']
}
/** Whether to go on is answered by going on, less often, or not: putting the question off answers nothing. */
const CHECK_IN: Offered = { first: ['done', 'fewer', 'pause', 'stop'], more: [] }

/** Its two questions have answers of their own. */
const NONE: Offered = { first: [], more: [] }

/** A question about a plan is answered at the plan, which that closes. */
export const offeredOn = ({ kind }: Pick<NudgeView, 'kind'>): Offered =>
  kind === 'check_in' ? CHECK_IN : kind === 'pulse' ? NONE : USUAL
