import { listApiKeys, makeApiKey, revokeApiKey, rotateApiKey } from '../contract/api-keys.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { keysOf, makeKey, revokeKey, rotateKey } from './keys.ts'

export function keyRoutes(deps: Deps, api: Api): void {
  api.serve(listApiKeys, ({ caller }) => keysOf(deps, caller))
  api.serve(makeApiKey, ({ caller, body }) => makeKey(deps, caller, body))
  api.serve(rotateApiKey, ({ caller, params, body }) => rotateKey(deps, caller, { ...params, ...body }))
  api.serve(revokeApiKey, async ({ caller, params: { keyId } }) => {
    await revokeKey(deps, caller, keyId)
    return keysOf(deps, caller)
  })
}
