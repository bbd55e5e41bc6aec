/**
 * A tenant becomes a company's when one of its administrators signs in at Microsoft, on the way that one of the company's admins began.
 * What counts is Microsoft's signed answer to this very sign-in; addresses, names and what the way back carries unsigned count for nothing.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { record } from '../audit/audit.ts'
import type { ProofRefusal } from '../contract/tenants.ts'
import {
  findOrganizationByDomain,
  getOrganization,
  giveProvedTenant,
  isOwnOrganization,
  tenantsOf
} from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { after, HOUR } from '../platform/time.ts'
import { createAdminVerifier, type TenantAdmin } from './entra-admin.ts'
import { derivedFrom, entraSignInUrl, redeemEntraCode } from './entra-code.ts'
import { changeProof, dropLoss, insertProof, listLosses, lockProof, newestProof } from './store-proofs.ts'
import type { ProofKey, ProofRow } from './store-proofs.ts'
import { loseTenantJob } from './tenant-jobs.ts'

export type { ProofKey } from './store-proofs.ts'

/** Whoever administers Microsoft 365 may sit elsewhere, and has to activate a role first. */
const LIFETIME_MS = HOUR

type Starting = { readonly organizationId: string; readonly by: string; readonly tenantId?: string | undefined }

/** @throws ProblemError as the contract says. */
export async function startProof(deps: Deps, { organizationId, by, tenantId }: Starting) {
  const organization = await getOrganization(deps, organizationId)
  if (isOwnOrganization(organization))
    throw new ProblemError('conflict', 'Microsoft 365 comes with a company’s own provider', { reason: 'own_sign_in' })
  if (!deps.config.TAB_CLIENT_SECRET)
    throw new ProblemError('conflict', 'This is not set up on our side yet. Ask us to do it', {
      reason: 'not_available'
    })
  if (tenantId !== undefined && !organization.entraTenantIds.includes(tenantId))
    throw new ProblemError('not_found', 'Your company does not have this tenant any more. Load the page again')
  const at = deps.realNow()
  const key = { organizationId, proofId: deps.newId('proof') }
  const expiresAt = after(at, LIFETIME_MS)
  await deps.db.for(organizationId)(async trx => {
    await insertProof(trx, {
      organization_id: organizationId,
      id: key.proofId,
      wanted_tenant_id: tenantId ?? null,
      begun_by: by,
      begun_at: at,
      expires_at: expiresAt,
      browser_hash: null,
      tenant_id: null,
      object_id: null,
      roles: [],
      ended_at: null,
      outcome: null
    })
    const detail = tenantId ? { tenant: tenantId } : {}
    await record(trx, deps, { organizationId, action: 'tenant.proof_begun', actor: by, detail })
  })
  return { url: proofUrl(deps, key), expiresAt }
}

const proofUrl = ({ config }: Pick<Deps, 'config'>, { organizationId, proofId }: ProofKey): string =>
  `${config.PUBLIC_URL}/tenant/${encodeURIComponent(organizationId)}/${encodeURIComponent(proofId)}`

/** What the admin sees of tenants and of the newest proof. */
export async function tenantView(deps: Deps, organizationId: string) {
  const tenants = await tenantsOf(deps, organizationId)
  const [losses, newest] = await deps.db.for(organizationId)(async trx => [
    await listLosses(trx, organizationId),
    await newestProof(trx, organizationId)
  ])
  return {
    mayProve: deps.config.TAB_CLIENT_SECRET !== undefined,
    tenants: tenants.map(({ tenantId, ground, provedAt }) => ({
      tenantId,
      ground,
      provedAt: provedAt?.toISOString() ?? null
    })),
    lost: losses
      .filter(({ tenant_id }) => !tenants.some(({ tenantId }) => tenantId === tenant_id))
      .map(({ tenant_id, lost_at }) => ({ tenantId: tenant_id, at: lost_at.toISOString() })),
    proof: newest ? { open: isOpen(deps, newest), outcome: newest.outcome } : null
  }
}

const isOpen = (deps: Pick<Deps, 'realNow'>, row: ProofRow): boolean =>
  row.ended_at === null && row.expires_at.getTime() > deps.realNow().getTime()

type Within<R> = (trx: Trx, row: ProofRow) => Promise<R>

/** Runs `work` on the locked proof while it is open; undefined when there is none, or none any more. */
const withOpen = <R>(deps: Deps, key: ProofKey, work: Within<R>): Promise<R | undefined> =>
  deps.db.for(key.organizationId)(async trx => {
    const row = await lockProof(trx, key)
    return row && isOpen(deps, row) ? work(trx, row) : undefined
  })

const withBrowser = <R>(deps: Deps, { key, secret }: Held, work: Within<R>): Promise<R | undefined> =>
  withOpen(deps, key, async (trx, row) =>
    row.browser_hash && isSame(row.browser_hash, hash(deps, key, secret)) ? work(trx, row) : undefined
  )

export type Company = { readonly name: string; readonly domains: readonly string[] }

/** Who asks, for the page to name. */
export async function readProof(deps: Deps, key: ProofKey): Promise<Company | undefined> {
  const open = await withOpen(deps, key, async () => true)
  return open ? companyOf(deps, key) : undefined
}

async function companyOf(deps: Deps, { organizationId }: ProofKey): Promise<Company> {
  const { name, domains } = await getOrganization(deps, organizationId)
  return { name, domains }
}

/** From here on the proof is this browser's; one that was begun in another does not come back. */
export const goToMicrosoft = (deps: Deps, key: ProofKey): Promise<{ secret: string; url: string } | undefined> =>
  withOpen(deps, key, async (trx, row) => {
    const secret = randomBytes(32).toString('base64url')
    const change = { browser_hash: hash(deps, key, secret), tenant_id: null, object_id: null, roles: [], outcome: null }
    await changeProof(trx, key, change)
    const tenantId = row.wanted_tenant_id ?? undefined
    return { secret, url: entraSignInUrl(deps, { state: stateOf(key, secret), secret, tenantId }) }
  })

const stateOf = ({ organizationId, proofId }: ProofKey, secret: string): string =>
  [organizationId, proofId, derivedFrom(secret).state].join('~')

/** Of a state that this browser's secret made; undefined for any other. */
export function keyOfState(state: string, secret: string): ProofKey | undefined {
  const [organizationId = '', proofId = ''] = state.split('~')
  const key = { organizationId, proofId }
  return isSame(state, stateOf(key, secret)) ? key : undefined
}

type Held = { readonly key: ProofKey; readonly secret: string }
export type Back = Held & { readonly code: string | undefined }

export type Outcome =
  | { readonly kind: 'proved'; readonly tenantId: string; readonly company: Company; readonly tookFromOther: boolean }
  /** Nothing ties the account to the company but the way it came: whoever signed in is asked once more. */
  | { readonly kind: 'ask'; readonly tenantId: string; readonly username: string; readonly company: Company }
  | { readonly kind: 'refused'; readonly reason: ProofRefusal }
  | { readonly kind: 'over' }

const OVER = { kind: 'over' } as const

export type ComeBack = (back: Back) => Promise<Outcome>

export function createComeBack(deps: Deps): ComeBack {
  const verify = createAdminVerifier(deps)
  return async ({ key, secret, code }) => {
    const row = await withBrowser(deps, { key, secret }, async (_trx, open) => open)
    if (!row) return OVER
    if (!code) return refuse(deps, key, 'denied')
    const tenantId = row.wanted_tenant_id ?? undefined
    const token = await redeemEntraCode(deps, { code, secret, tenantId })
    if (!token) return refuse(deps, key, 'invalid')
    const verdict = await verify(token, { nonce: derivedFrom(secret).nonce, tenantId })
    if (verdict.kind === 'refused') return refuse(deps, key, verdict.reason)
    if (verdict.kind === 'admin') return admit(deps, { key, secret }, verdict)
    deps.log.warn({ why: verdict.why, organization: key.organizationId }, 'Microsoft’s answer refused')
    return refuse(deps, key, 'invalid')
  }
}

async function refuse(deps: Deps, key: ProofKey, reason: ProofRefusal): Promise<Outcome> {
  await deps.db.for(key.organizationId)(async trx => {
    const row = await lockProof(trx, key)
    if (!row) return
    await changeProof(trx, key, { outcome: reason, tenant_id: null, object_id: null, roles: [] })
    const { organizationId } = key
    await record(trx, deps, { organizationId, action: 'tenant.proof_refused', actor: row.begun_by, detail: { reason } })
  })
  return { kind: 'refused', reason }
}

async function admit(deps: Deps, held: Held, admin: TenantAdmin): Promise<Outcome> {
  const { key } = held
  const domain = admin.username.split('@').at(-1)?.toLowerCase() ?? ''
  const known = domain ? await findOrganizationByDomain(deps, domain) : undefined
  // Their administrator was led here by somebody else.
  if (known && known.organizationId !== key.organizationId) return refuse(deps, key, 'other_company')
  const { tenantId, objectId, roles, username } = admin
  const kept = await withBrowser(deps, held, async trx => {
    await changeProof(trx, key, { tenant_id: tenantId, object_id: objectId, roles: [...roles] })
    return true
  })
  if (!kept) return OVER
  // The company has proven this domain, and a member's user name is of a domain that the tenant has proven.
  if (known) return finishProof(deps, held)
  return { kind: 'ask', tenantId, username, company: await companyOf(deps, key) }
}

/** Once: whoever comes second finds it over. */
export async function finishProof(deps: Deps, held: Held): Promise<Outcome> {
  const { key } = held
  const { organizationId } = key
  const used = await withBrowser(deps, held, async (trx, row) => {
    if (!row.tenant_id) return undefined
    await changeProof(trx, key, { ended_at: deps.realNow() })
    return { tenantId: row.tenant_id, objectId: row.object_id, roles: row.roles, by: row.begun_by }
  })
  if (!used) return OVER
  const { tenantId } = used
  const lostAt = deps.realNow().toISOString()
  const lost = (holder: string) => loseTenantJob.job({ organizationId: holder, tenantId, lostAt })
  const given = await giveProvedTenant(deps, { organizationId, tenantId, lost })
  if (given.kind === 'own_sign_in') return OVER
  if (given.kind === 'proved_by_other') return refuse(deps, key, given.kind)
  await deps.db.for(organizationId)(async trx => {
    await changeProof(trx, key, { outcome: 'proved' })
    await dropLoss(trx, { organizationId, tenantId })
    // Of the account its id alone: the company finds it in its own Entra.
    const detail = { tenant: tenantId, roles: used.roles, account: used.objectId }
    await record(trx, deps, { organizationId, action: 'tenant.proved', actor: used.by, detail })
    await deps.publish(trx, { type: 'organization.configured', organizationId })
  })
  return { kind: 'proved', tenantId, company: await companyOf(deps, key), tookFromOther: given.tookFromOther }
}

/** Whoever signed in says that it was not meant. */
export const declineProof = (deps: Deps, held: Held): Promise<boolean | undefined> =>
  withBrowser(deps, held, async trx => {
    await changeProof(trx, held.key, { ended_at: deps.realNow(), outcome: 'declined', tenant_id: null })
    return true
  })

const hash = ({ config }: Deps, { proofId }: ProofKey, secret: string): string =>
  createHmac('sha256', config.COOKIE_KEYS[0] ?? '')
    .update(`tenant.${proofId}.${secret}`)
    .digest('base64url')

const isSame = (one: string, other: string): boolean =>
  Buffer.byteLength(one) === Buffer.byteLength(other) && timingSafeEqual(Buffer.from(one), Buffer.from(other))
