import { checkCoachEngine, deleteCoachEngine, getCoachEngine, putCoachEngine } from '../../contract/coach-engine.ts'
import type { Api } from '../../platform/http.ts'
import { changeEngine, checkEngine, coachEngineOf, removeEngine, type Naming } from './settings.ts'

export function modelRoutes(naming: Naming, api: Api): void {
  const { deps } = naming
  api.serve(getCoachEngine, ({ caller }) => coachEngineOf(deps, caller.organizationId))
  api.serve(putCoachEngine, ({ caller: { organizationId, personId }, body }) =>
    changeEngine(naming, { organizationId, personId, ...body })
  )
  api.serve(checkCoachEngine, ({ caller: { organizationId, personId } }) =>
    checkEngine(naming, { organizationId, personId })
  )
  api.serve(deleteCoachEngine, ({ caller: { organizationId, personId } }) =>
    removeEngine(naming, { organizationId, personId })
  )
}
