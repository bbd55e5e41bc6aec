import { outcomesOfNudges } from '../channels/channels.ts'
import {
  answerNudgeEndpoint,
  changeNudgePreferences,
  getNudgePreferences,
  getNudgeReceipt,
  getNudges
} from '../contract/nudges.ts'
import { changeMyPulse, getMyPulse } from '../contract/pulse.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { answerNudge, nudgesOf } from './answering.ts'
import { authoredRoutes } from './authored-routes.ts'
import { changePreferences, preferencesOf } from './preferences.ts'
import { changePulse, pulseOf } from './pulse.ts'
import { receiptOf } from './receipt.ts'

export function nudgeRoutes(deps: Deps, api: Api): void {
  authoredRoutes(deps, api)
  api.serve(getNudges, async ({ caller }) => {
    const { nudges, budget } = await nudgesOf(deps, caller)
    const ids = nudges.map(({ nudgeId }) => nudgeId)
    const deliveries = await deps.db.read(caller.organizationId)(db => outcomesOfNudges(db, caller.organizationId, ids))
    return {
      nudges: [...nudges],
      deliveries: [...deliveries].map(([nudgeId, outcome]) => ({ nudgeId, ...outcome })),
      budget: {
        perWeek: budget.perWeek,
        pausedUntil: budget.pausedUntil?.toISOString() ?? null,
        stopped: budget.stopped
      }
    }
  })
  api.serve(getNudgePreferences, ({ caller }) => preferencesOf(deps, caller))
  api.serve(changeNudgePreferences, ({ caller, body }) => changePreferences(deps, caller, body))
  api.serve(getMyPulse, async ({ caller: { organizationId, personId } }) => ({
    pulse: await pulseOf(deps, { organizationId, personId })
  }))
  api.serve(changeMyPulse, async ({ caller: { organizationId, personId }, body }) => ({
    pulse: await changePulse(deps, { organizationId, personId }, body)
  }))
  api.serve(getNudgeReceipt, ({ caller: { organizationId, personId }, params }) =>
    receiptOf(deps, { organizationId, personId, ...params })
  )
  api.serve(answerNudgeEndpoint, ({ caller, params, body }) =>
    answerNudge(deps, {
      organizationId: caller.organizationId,
      personId: caller.personId,
      nudgeId: params.nudgeId,
      answer: body.answer,
      until: body.until
    })
  )
}
