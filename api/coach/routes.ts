import { agreementOf, decideAgreement } from '../channels/channels.ts'
import { closePlanEndpoint, decideAgreementEndpoint, getPlans, getThread, postTurn } from '../contract/coach.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { closePlan, hear, plansOf, threadOf } from './coach.ts'
import { formerRoutes } from './former-routes.ts'

/** The question and its answer. */
const LAST_EXCHANGE = 2

export function coachRoutes(deps: Deps, api: Api): void {
  formerRoutes(deps, api)
  api.serve(getThread, async ({ caller, query }) => ({
    agreement: await agreementOf(deps, caller.organizationId, caller.personId),
    turns: [...(await threadOf(deps, caller, query.limit))]
  }))
  api.serve(postTurn, async ({ caller, body }) => {
    const { organizationId, personId } = caller
    const heard = await hear(deps, {
      organizationId,
      personId,
      text: body.text,
      surface: 'tab',
      sourceId: `tab:${body.turnId}`
    })
    if (heard.kind === 'needsAgreement') return heard
    return { kind: heard.kind, turns: [...(await threadOf(deps, caller, LAST_EXCHANGE))] }
  })
  api.serve(decideAgreementEndpoint, async ({ caller, body }) => {
    const { organizationId, personId } = caller
    await decideAgreement(deps, { organizationId, personId, decision: body.decision, surface: 'tab' })
    return { agreement: body.decision }
  })
  api.serve(getPlans, async ({ caller }) => ({ plans: [...(await plansOf(deps, caller))] }))
  api.serve(closePlanEndpoint, ({ caller, params, body }) =>
    closePlan(deps, {
      organizationId: caller.organizationId,
      personId: caller.personId,
      planId: params.planId,
      outcome: body.outcome
    })
  )
}
