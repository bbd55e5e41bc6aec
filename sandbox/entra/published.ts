/** The keys as Entra publishes them: each names the issuer whose tokens it may sign. */
import type { JWK } from 'jose'
import type { Store } from '../harness/store.ts'
import { openSigningKeys, type SigningKeys } from './keys.ts'
import { CONSUMERS_TID, issuerOf } from './model.ts'

export type PublishedKeys = {
  /** Sign for every organization's tenant. */
  readonly tenants: SigningKeys
  /** Sign for personal accounts only; published beside the others, which is what an attack may count on. */
  readonly consumers: SigningKeys
  /** @param tid whose document it is; issuers are templates in the one that all tenants share. */
  readonly jwks: (tid?: string) => Promise<{ readonly keys: readonly JWK[] }>
}

export function openPublishedKeys(store: Store): PublishedKeys {
  const tenants = openSigningKeys(store)
  const consumers = openSigningKeys(store, 'consumerKeys')
  const named = async (keys: SigningKeys, tid: string): Promise<readonly JWK[]> =>
    (await keys.jwks()).map(({ alg: _alg, ...key }) => ({
      ...key,
      ...(key.kid && { x5t: key.kid }),
      cloud_instance_name: 'microsoftonline.com',
      issuer: issuerOf(tid)
    }))
  return {
    tenants,
    consumers,
    jwks: async tid => {
      const own = tid === CONSUMERS_TID ? [] : await named(tenants, tid ?? '{tenantid}')
      const theirs = !tid || tid === CONSUMERS_TID ? await named(consumers, CONSUMERS_TID) : []
      return { keys: [...own, ...theirs] }
    }
  }
}
