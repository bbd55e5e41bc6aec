import {
  editMemory,
  forgetAllMemory,
  forgetMemory,
  getMyMemory,
  rememberThis,
  switchMyMemory
} from '../contract/memory.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { forget, memoryOf, remember, rewriteMemory, switchMemory } from './memory.ts'

export function memoryRoutes(deps: Deps, api: Api): void {
  api.serve(getMyMemory, ({ caller }) => memoryOf(deps, caller))
  api.serve(switchMyMemory, ({ caller: { organizationId, personId }, body }) =>
    switchMemory(deps, { organizationId, personId, ...body })
  )
  api.serve(rememberThis, ({ caller, body }) => remember(deps, caller, body))
  api.serve(editMemory, ({ caller: { organizationId, personId }, params, body }) =>
    rewriteMemory(deps, { organizationId, personId, ...params, ...body })
  )
  api.serve(forgetMemory, async ({ caller: { organizationId, personId }, params }) => ({
    forgotten: (await forget(deps, { organizationId, personId, ...params })) > 0
  }))
  api.serve(forgetAllMemory, async ({ caller: { organizationId, personId } }) => ({
    forgotten: await forget(deps, { organizationId, personId })
  }))
}
