import { answerNudgeEndpoint, getNudges } from '../contract/nudges.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { answerNudge, nudgesOf } from './nudges.ts'

export function nudgeRoutes(deps: Deps, api: Api): void {
  api.serve(getNudges, async ({ caller }) => {
    const { nudges, budget } = await nudgesOf(deps, caller)
    return {
      nudges: [...nudges],
      budget: {
        perWeek: budget.perWeek,
        pausedUntil: budget.pausedUntil?.toISOString() ?? null,
        stopped: budget.stopped
      }
    }
  })
  api.serve(answerNudgeEndpoint, ({ caller, params, body }) =>
    answerNudge(deps, {
      organizationId: caller.organizationId,
      personId: caller.personId,
      nudgeId: params.nudgeId,
      answer: body.answer
    })
  )
}
