import { agreementTold, decideAgreement, nameModelService } from '../channels/channels.ts'
import * as contract from '../contract/coach.ts'
import { privateTurn, streamCoach, type PrivateEvent } from '../contract/coach-stream.ts'
import { surfaceOf } from '../contract/surface.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { calendarOf } from './calendar.ts'
import { engines as standard, type Engines } from './choose.ts'
import * as conversations from './conversations.ts'
import { formerRoutes } from './former-routes.ts'
import { languageOf, whoSpeaks } from './hearing.ts'
import { humanRoutesOf } from './human-routes.ts'
import { dangerInPlan } from './plan-danger.ts'
import { adoptPlan, changePlan, closePlan, loadPlan, plansWithDue } from './plans.ts'
import { materialRoutes } from './material/routes.ts'
import { answerPrivately } from './private.ts'
import { follow } from './stream.ts'
import { markTurn, retryTurn, stopTurn, takeTurn } from './turns.ts'
import { modelRoutes } from './model/routes.ts'
import { safetyRoutes } from './safety/routes.ts'

export function coachRoutes(deps: Deps, api: Api, engines: Engines = standard): void {
  formerRoutes(deps, api)
  safetyRoutes(deps, api)
  modelRoutes({ deps, name: (trx, named) => nameModelService(trx, deps, named) }, api)
  materialRoutes(deps, api)
  conversationRoutes(deps, api)
  turnRoutes(deps, api, engines)
  planRoutes(deps, api)
  api.serve(contract.getAgreement, ({ caller }) => agreementTold(deps, caller))
  api.serve(contract.decideAgreementEndpoint, async ({ caller, body }) => {
    const { organizationId, personId, clientId } = caller
    await decideAgreement(deps, { organizationId, personId, ...body, surface: surfaceOf(clientId) })
    return { agreement: body.decision }
  })
  api.serve(contract.getHumanRoutes, async ({ caller }) => humanRoutesOf(deps, await whoSpeaks(deps, caller)))
}

type Caller = { readonly organizationId: string; readonly personId: string }
const keyOf = ({ organizationId, personId }: Caller): Caller => ({ organizationId, personId })

function conversationRoutes(deps: Deps, api: Api): void {
  api.serve(contract.getThread, async ({ caller, query }) => {
    const { turns, ...thread } = await conversations.conversationOf(deps, { ...keyOf(caller), ...query })
    return { ...thread, turns: [...turns] }
  })
  api.serve(contract.getConversations, async ({ caller, query }) => {
    const { find, before } = query
    const found = await conversations.conversationsOf(deps, { ...keyOf(caller), find: find || undefined, before })
    return { ...found, conversations: [...found.conversations] }
  })
  api.serve(contract.newConversation, ({ caller }) => conversations.beginConversation(deps, keyOf(caller)))
  api.serve(contract.renameConversation, ({ caller, params, body }) =>
    conversations.renameConversation(deps, { ...keyOf(caller), ...params, ...body })
  )
  api.serve(contract.deleteConversation, ({ caller, params }) =>
    conversations.deleteConversation(deps, { ...keyOf(caller), ...params })
  )
}

function turnRoutes(deps: Deps, api: Api, engines: Engines): void {
  api.serve(contract.postTurn, async ({ caller, body }) => {
    const { conversationId, ...said } = body
    const surface = surfaceOf(caller.clientId)
    const taken = await takeTurn(deps, { ...keyOf(caller), ...said, conversationId, surface }, engines)
    return taken.kind === 'needsAgreement' ? taken : { kind: taken.kind, turns: [...taken.turns] }
  })
  api.serve(contract.stopTurn, async ({ caller, params }) => ({
    turn: await stopTurn(deps, { ...keyOf(caller), ...params })
  }))
  api.serve(contract.retryTurn, async ({ caller, params }) => ({
    turn: await retryTurn(deps, { ...keyOf(caller), ...params }, engines)
  }))
  api.serve(contract.markTurn, async ({ caller, params, body: { mark, text = '' } }) => {
    const said = await markTurn(deps, { ...keyOf(caller), ...params, mark, text })
    return { mark, said: said ?? null }
  })
  api.stream(streamCoach, ({ caller, query, req, res, ended }) => {
    // A client that was cut off says where it was; what it opened with is older.
    const last = Number(req.get('last-event-id') ?? Number.NaN)
    return follow(deps, { ...keyOf(caller), after: Number.isSafeInteger(last) ? last : query.after, res, ended })
  })
  api.stream(privateTurn, async ({ caller, body, res, ended }) => {
    const said = { ...keyOf(caller), text: body.text, sealed: body.sealed, signal: ended }
    const say = (event: PrivateEvent) => res.write(`data: ${JSON.stringify(event)}\n\n`)
    res.set({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' }).type('text/event-stream')
    for await (const event of answerPrivately(deps, said, engines)) say(event)
    res.end()
  })
}

function planRoutes(deps: Deps, api: Api): void {
  api.serve(contract.getPlans, async ({ caller }) => ({ plans: [...(await plansWithDue(deps, keyOf(caller)))] }))
  api.serve(contract.keepPlan, async ({ caller, body }) => {
    const said = await dangerInPlan(deps, keyOf(caller), body)
    if (said?.kind === 'crisis') return { plan: null, said }
    return { plan: await adoptPlan(deps, { ...keyOf(caller), ...body }), said: said ?? null }
  })
  api.serve(contract.changePlanEndpoint, async ({ caller, params, body }) => {
    const key = { ...keyOf(caller), ...params }
    const said = await dangerInPlan(deps, keyOf(caller), body)
    if (said?.kind === 'crisis') return { plan: null, said }
    return { plan: await changePlan(deps, { ...key, change: body }), said: said ?? null }
  })
  api.serve(contract.closePlanEndpoint, ({ caller, params, body }) =>
    closePlan(deps, { ...keyOf(caller), ...params, ...body })
  )
  // A file, so that it is written as one; the answer ends at once.
  api.stream(contract.planCalendar, async ({ caller, params, res }) => {
    const plan = await loadPlan(deps, { ...keyOf(caller), ...params })
    const { cueAt } = plan
    if (!cueAt)
      throw new ProblemError('conflict', 'Choose the day and time of the cue first', { reason: 'no_cue_moment' })
    const locale = languageOf(await whoSpeaks(deps, caller))
    res.attachment('plan.ics').set('cache-control', 'no-store').type('text/calendar; charset=utf-8')
    res.end(calendarOf({ ...plan, cueAt }, { now: deps.now(), locale }))
  })
}
