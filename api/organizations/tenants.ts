/** Whose a Microsoft 365 tenant is. A proof outweighs a word, and only whoever proves one takes it from another company. */
import type { StoredSettings } from '../contract/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Job } from '../platform/queue.ts'
import * as store from './store-tenants.ts'

/** The company's, in the order in which they came. */
export const tenantsOf = (deps: Pick<Deps, 'db'>, organizationId: string) =>
  deps.db.router(async trx =>
    (await store.listTenants(trx, organizationId)).map(row => ({
      tenantId: row.tenant_id,
      ground: row.proof,
      provedAt: row.proved_at
    }))
  )

export type Giving = {
  readonly organizationId: string
  readonly tenantId: string
  /** What follows for a company that had it without a proof; enqueued in the transaction that takes it away. */
  readonly lost: (holder: string) => Job
}

export type Given =
  | { readonly kind: 'given'; readonly tookFromOther: boolean }
  /** Another company has proved it. */
  | { readonly kind: 'proved_by_other' }
  | { readonly kind: 'own_sign_in' }

const MOST_TRIES = 5

/** The tenant is this company's from now on, because Microsoft vouched for one of its administrators. */
export async function giveTenant(deps: Deps, giving: Giving): Promise<Given> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const given = await deps.db.router(trx => give(deps, trx, giving))
    if (given) return given
  }
  throw new ProblemError('unavailable', 'Others change this tenant at the moment. Try again in a minute')
}

type Trx = Parameters<typeof store.findTenant>[0]

/** Undefined when somebody else was quicker: what stands there now is read anew. */
async function give(deps: Deps, trx: Trx, { organizationId, tenantId, lost }: Giving): Promise<Given | undefined> {
  const at = deps.now()
  const held = await store.findTenant(trx, tenantId)
  const holder = held?.organization_id
  const settings = await store.lockSettings(trx, [...new Set([organizationId, ...(holder ? [holder] : [])])])
  const own = settings.get(organizationId)
  if (own?.signIn !== 'provider') return { kind: 'own_sign_in' }
  const isOthers = holder !== undefined && holder !== organizationId
  if (isOthers && held?.proof === 'microsoft') return { kind: 'proved_by_other' }
  const proved = { tenantId, organizationId, at }
  if (!(await (held ? store.moveProved(trx, held, proved) : store.insertProved(trx, proved)))) return undefined
  const entraTenantIds = [...new Set([...own.entraTenantIds, tenantId])]
  await store.saveTenantIds(trx, { organizationId, settings: { ...own, entraTenantIds }, at })
  const others = isOthers ? settings.get(holder) : undefined
  if (isOthers && others) {
    await store.saveTenantIds(trx, { organizationId: holder, settings: withoutTenant(others, tenantId), at })
    await deps.queue.enqueue(trx, lost(holder))
  }
  return { kind: 'given', tookFromOther: isOthers }
}

const withoutTenant = (settings: StoredSettings, tenantId: string): StoredSettings =>
  settings.signIn === 'provider'
    ? { ...settings, entraTenantIds: settings.entraTenantIds.filter(each => each !== tenantId) }
    : settings
