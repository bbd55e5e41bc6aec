/** Client companies: their settings, the routes that lead to them, their secrets. */
import { record } from '../audit/audit.ts'
import {
  organizationSettingsSchema,
  storedSettingsSchema,
  type OrganizationSettings,
  type StoredSettings
} from '../contract/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { createMemo, type Memo } from '../platform/memo.ts'
import { SECOND } from '../platform/time.ts'
import { wantSameLearners } from './shared-site.ts'
import * as store from './store.ts'
import { giveTenant, type Given, type Giving } from './tenants.ts'

export type { Organization } from './store.ts'
export { tenantsOf } from './tenants.ts'
import type { Organization } from './store.ts'

/** A client company whose own provider signs its people in. */
export type ProviderOrganization = Extract<Organization, { signIn: 'provider' }>
/** One whose people sign in with CI itself. */
export type OwnOrganization = Extract<Organization, { signIn: 'own' }>

/** Whose people may sign in with CI: all of them, or those who were invited to set the company up. */
export type CodeOrganization = OwnOrganization | ProviderOrganization

export const isOwnOrganization = (organization: Organization): organization is OwnOrganization =>
  organization.signIn === 'own'

/** Nobody of its admins has come in through the company's own provider yet. */
export const isSettingUp = (organization: Organization | undefined): boolean =>
  organization?.signIn === 'provider' && organization.settingUp

const LEARNING_KEY = 'learning_site_api_key'

/**
 * Creates or changes the company of this external id. @throws ProblemError `conflict` when a domain or tenant is another's, or
 * when CI is to sign its people in and has no mail server.
 */
export async function configureOrganization(
  deps: Deps,
  { externalId, settings }: { readonly externalId: string; readonly settings: OrganizationSettings }
): Promise<{ readonly organizationId: string }> {
  const parsed = organizationSettingsSchema.parse(settings)
  const wanted = storedSettingsSchema.parse(parsed)
  return keepSettings(deps, {
    externalId,
    actor: 'operator',
    apiKey: parsed.learningSite?.apiKey,
    settle: () => wanted
  })
}

type Keeping = {
  readonly externalId: string
  /** `operator`, `sign_in` or a person's id. */
  readonly actor: string
  readonly apiKey?: string | undefined
  readonly settle: (now: StoredSettings | undefined) => StoredSettings
}

async function keepSettings(
  deps: Deps,
  { externalId, actor, apiKey, settle }: Keeping
): Promise<{ readonly organizationId: string }> {
  const at = deps.now()
  const { organizationId, before, stored } = await deps.db.router(async trx => {
    const before = await store.findStoredSettings(trx, externalId)
    const stored = settle(before)
    await refuseWhatCannotBe(deps, trx, { externalId, stored })
    const id = await store.upsertOrganization(trx, { id: deps.newId('organization'), externalId, settings: stored, at })
    const taken = await store.replaceRoutes(trx, {
      organizationId: id,
      domains: [...new Set(stored.domains)],
      tenants: [...new Set(stored.entraTenantIds)],
      at
    })
    if (taken.length > 0)
      throw new ProblemError('conflict', `Another company has "${taken.join('", "')}". Remove it there first`, {
        reason: 'taken'
      })
    return { organizationId: id, before, stored }
  })
  await deps.db.for(organizationId)(async trx => {
    const fields = changedFields(before, stored)
    if (apiKey && apiKey !== (await openLearningKey(deps, trx, organizationId))) {
      await sealSecret(deps, { trx, organizationId, name: LEARNING_KEY, secret: apiKey })
      fields.push('learningSite.apiKey')
    }
    const detail = { fields }
    if (fields.length > 0) await record(trx, deps, { organizationId, action: 'organization.configured', actor, detail })
    const gone = (before?.entraTenantIds ?? []).filter(tenantId => !stored.entraTenantIds.includes(tenantId))
    await deps.publish(
      trx,
      { type: 'organization.configured', organizationId },
      ...gone.map(tenantId => ({ type: 'tenant.gone', organizationId, tenantId }) as const)
    )
  })
  recent.delete(deps.db)
  return { organizationId }
}

async function refuseWhatCannotBe(
  deps: Deps,
  trx: Parameters<typeof store.findOrganization>[0],
  { externalId, stored }: { readonly externalId: string; readonly stored: StoredSettings }
): Promise<void> {
  const workosOrganizationId = stored.signIn === 'provider' ? stored.workosOrganizationId : undefined
  if ((stored.signIn === 'own' || stored.settingUp) && !deps.config.MAIL_URL)
    throw new ProblemError('conflict', 'CI cannot mail codes yet. Set MAIL_URL and MAIL_FROM first')
  if (workosOrganizationId && (await store.isWorkosIdTaken(trx, { workosOrganizationId, externalId })))
    throw new ProblemError(
      'conflict',
      `Another company has the WorkOS organization "${workosOrganizationId}". Use its own`
    )
  const { learningSite } = stored
  if (!learningSite?.signUps) return
  const others = await store.othersOnSite(trx, { externalId, subdomain: learningSite.subdomain })
  if (others.some(other => wantSameLearners(stored, other)))
    throw new ProblemError(
      'conflict',
      'Another company takes sign-ups of this site too. Say for both whose they are: by their domains, or by the same field'
    )
}

export type OrganizationChange = {
  readonly organizationId: string
  /** A person's id, or what of ours decided it. */
  readonly actor: string
  readonly change: (now: StoredSettings) => StoredSettings
  /** Of the learning site, where it is another one. */
  readonly apiKey?: string | undefined
}

/** What the company's own admins change of it; two at once lose nothing of each other's. @throws ProblemError as `configureOrganization`. */
export async function changeOrganization(deps: Deps, wanted: OrganizationChange): Promise<void> {
  const { organizationId, actor, change, apiKey } = wanted
  const externalId = await deps.db.router(trx => store.externalIdOf(trx, organizationId))
  if (!externalId) throw new ProblemError('not_found', 'This company does not exist')
  const settle = (now: StoredSettings | undefined): StoredSettings => {
    if (!now) throw new ProblemError('not_found', 'This company does not exist')
    return storedSettingsSchema.parse(change(now))
  }
  await keepSettings(deps, { externalId, actor, settle, apiKey })
}

/** The company that an operator began under this id of its own, or undefined. */
export const findOrganizationIdByExternal = (deps: Deps, externalId: string): Promise<string | undefined> =>
  deps.db.router(trx => store.idOfExternal(trx, externalId))

const changedFields = (before: object | undefined, now: object): string[] => {
  const was = new Map(Object.entries(before ?? {}))
  const is = new Map(Object.entries(now))
  const differs = (name: string): boolean => JSON.stringify(was.get(name)) !== JSON.stringify(is.get(name))
  return [...new Set([...was.keys(), ...is.keys()])].filter(differs)
}

/** A company that leaves: nobody but those who lead its leaving comes in any more, then nobody. */
export async function closeOrganization(
  deps: Deps,
  closing: { readonly organizationId: string; readonly to: 'people' | 'all' }
): Promise<void> {
  await deps.db.router(trx => store.close(trx, closing))
  recent.delete(deps.db)
}

type SecretInput = {
  readonly trx: Parameters<typeof store.saveSecret>[0]
  readonly organizationId: string
  readonly name: string
  readonly secret: string
}

async function sealSecret(deps: Deps, { trx, organizationId, name, secret }: SecretInput): Promise<void> {
  const wrappedKey = deps.vault.newKey()
  const sealed = deps.vault.seal(wrappedKey, `${organizationId}/${name}`, secret)
  await store.saveSecret(trx, { organizationId, name, wrappedKey, sealed, at: deps.now() })
}

/** @throws ProblemError `not_found`. */
export async function getOrganization(deps: Deps, organizationId: string): Promise<Organization> {
  const organization = await deps.db.router(trx => store.findOrganization(trx, organizationId))
  if (!organization) throw new ProblemError('not_found', 'This company does not exist')
  return organization
}

type Found = Promise<Organization | undefined>

/** Undefined for one that is not, or no longer, there. */
export const findAnyOrganization = (deps: Deps, organizationId: string): Found =>
  deps.db.router(trx => store.findOrganization(trx, organizationId))

/** What this process read a moment ago counts no longer. */
export const forgetRecent = ({ db }: Pick<Deps, 'db'>): void => void recent.delete(db)

/** The tenant is this company's from now on, because Microsoft vouched for one of its administrators. */
export async function giveProvedTenant(deps: Deps, giving: Giving): Promise<Given> {
  const given = await giveTenant(deps, giving)
  forgetRecent(deps)
  return given
}

const RECENT_MS = 2 * SECOND
type Recent = {
  readonly byId: Memo<Organization>
  readonly byTenant: Memo<Awaited<Found>>
  readonly byDomain: Memo<Awaited<Found>>
  readonly own: Memo<readonly CodeOrganization[]>
}
const recent = new WeakMap<Deps['db'], Recent>()

function recentIn({ db }: Deps): Recent {
  const held = recent.get(db) ?? {
    byId: createMemo(RECENT_MS),
    byTenant: createMemo(RECENT_MS),
    byDomain: createMemo(RECENT_MS),
    own: createMemo(RECENT_MS)
  }
  recent.set(db, held)
  return held
}

/** As it was at most two seconds ago: for what happens thousands of times a minute. @throws ProblemError `not_found`. */
export const recentOrganization = (deps: Deps, organizationId: string): Promise<Organization> =>
  recentIn(deps).byId.get(organizationId, () => getOrganization(deps, organizationId))

/** As it was at most two seconds ago. */
export const recentOrganizationByTenant = (deps: Deps, tenantId: string): Found =>
  recentIn(deps).byTenant.get(tenantId, () => findOrganizationByTenant(deps, tenantId))

export const findOrganizationByTenant = (deps: Deps, tenantId: string): Found =>
  deps.db.router(trx => store.findByTenant(trx, tenantId.toLowerCase()))

export const findOrganizationByWorkos = (deps: Deps, workosOrganizationId: string): Found =>
  deps.db.router(trx => store.findByWorkos(trx, workosOrganizationId))

export const findOrganizationByDomain = (deps: Deps, domain: string): Found =>
  deps.db.router(trx => store.findByDomain(trx, domain))

/** As it was at most two seconds ago. */
export const recentOrganizationByDomain = (deps: Deps, domain: string): Found =>
  recentIn(deps).byDomain.get(domain, () => findOrganizationByDomain(deps, domain))

/** Whether the company of this address's domain has a provider of its own: then that, and nothing else, signs the person in. */
export async function isOfProvider(deps: Deps, email: string): Promise<boolean> {
  const domain = email.split('@').at(-1)?.trim().toLowerCase() ?? ''
  const organization = domain ? await recentOrganizationByDomain(deps, domain) : undefined
  return organization?.signIn === 'provider' && !organization.settingUp
}

/** All to which a code that CI mails may lead, as they were at most two seconds ago. */
export const recentCodeOrganizations = (deps: Deps): Promise<readonly CodeOrganization[]> =>
  recentIn(deps).own.get('all', () => deps.db.router(store.listWithCodes))

/** All that sign their people in with CI itself, as they were at most two seconds ago. */
export const recentOwnOrganizations = async (deps: Deps): Promise<readonly OwnOrganization[]> =>
  (await recentCodeOrganizations(deps)).filter(isOwnOrganization)

export const listOrganizationIds = (deps: Deps): Promise<readonly string[]> => deps.db.router(store.listIds)

export type LearningSite = NonNullable<Organization['learningSite']> & { readonly apiKey: string }

/** The company's learning site with its key, or undefined when it has none. */
export async function getLearningSite(deps: Deps, organizationId: string): Promise<LearningSite | undefined> {
  const { learningSite } = await getOrganization(deps, organizationId)
  const apiKey = await deps.db.for(organizationId)(trx => openLearningKey(deps, trx, organizationId))
  return learningSite && apiKey ? { ...learningSite, apiKey } : undefined
}

async function openLearningKey(
  { vault }: Pick<Deps, 'vault'>,
  trx: SecretInput['trx'],
  organizationId: string
): Promise<string | undefined> {
  const secret = await store.findSecret(trx, organizationId, LEARNING_KEY)
  return secret && vault.open(secret.wrapped_key, `${organizationId}/${LEARNING_KEY}`, secret.sealed)
}
