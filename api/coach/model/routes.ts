import { checkCoachEngine, deleteCoachEngine, getCoachEngine, putCoachEngine } from '../../contract/coach-engine.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Api } from '../../platform/http.ts'
import { changeEngine, checkEngine, coachEngineOf, removeEngine } from './settings.ts'

export function modelRoutes(deps: Deps, api: Api): void {
  api.serve(getCoachEngine, ({ caller }) => coachEngineOf(deps, caller.organizationId))
  api.serve(putCoachEngine, ({ caller: { organizationId, personId }, body }) =>
    changeEngine(deps, { organizationId, personId, ...body })
  )
  api.serve(checkCoachEngine, ({ caller: { organizationId, personId } }) =>
    checkEngine(deps, { organizationId, personId })
  )
  api.serve(deleteCoachEngine, ({ caller: { organizationId, personId } }) =>
    removeEngine(deps, { organizationId, personId })
  )
}
