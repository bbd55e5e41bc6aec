import { reachSettingsOf } from '../channels/channels.ts'
import * as contract from '../contract/reach.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { noteBounce } from './bounces.ts'
import { checkReach } from './check.ts'
import { dryRun, newestRun, startRun, turnRun } from './installs.ts'
import { myMail, wantMail } from './mail-standing.ts'
import { reachOf } from './overview.ts'
import { changeSettings } from './settings.ts'

export function reachRoutes(deps: Deps, api: Api): void {
  api.serve(contract.getCompanyReach, ({ caller }) => reachOf(deps, caller.organizationId))
  api.serve(contract.putReachSettings, async ({ caller, body }) => {
    await changeSettings(deps, { ...caller, settings: body })
    return { settings: await reachSettingsOf(deps, caller.organizationId) }
  })
  api.serve(contract.checkReach, async ({ caller }) => ({ checks: [...(await checkReach(deps, caller))] }))
  api.serve(contract.dryRunInstalls, ({ caller }) => dryRun(deps, caller))
  api.serve(contract.startInstalls, async ({ caller }) => ({ runId: await startRun(deps, caller) }))
  api.serve(contract.getInstalls, async ({ caller }) => ({ run: await newestRun(deps, caller.organizationId) }))
  api.serve(contract.turnInstalls, async ({ caller, params, body }) => {
    await turnRun(deps, { ...caller, ...params, ...body })
    return {}
  })
  api.serve(contract.getMyMail, ({ caller }) => myMail(deps, caller))
  api.serve(contract.putMyMail, async ({ caller, body }) => {
    await wantMail(deps, caller, body.wanted)
    return { wanted: body.wanted }
  })
  api.serve(contract.reportBounce, async ({ body }) => ({ known: await noteBounce(deps, body) }))
}
