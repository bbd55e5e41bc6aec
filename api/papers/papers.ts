/** What a company's IT and works council get: the pack, the looks of their package, and where they stand on the ladder of permissions. */
import { reachSettingsOf } from '../channels/channels.ts'
import { coachEngineOf } from '../coach/coach.ts'
import { serviceOf } from '../contract/coach-engine.ts'
import { GRAPH_CALLS, LEVEL_PERMISSIONS, OWN_ENTRY_PERMISSION } from '../contract/graph-calls.ts'
import type { PermissionStep } from '../contract/permissions.ts'
import { ownEntryAllowed } from '../identity/identity.ts'
import { getOrganization, type Organization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import type { Part } from '../platform/personal-data.ts'
import { retentionOf } from '../privacy/privacy.ts'
import { brandingWithin } from './branding.ts'
import type { Facts } from './facts.ts'
import { makePack, type Pack } from './pack.ts'
import { OUR_SHORT_NAME, packageOf, packageVersion } from './package.ts'
import { productVersion } from './product.ts'

/** Undefined where the operator has not said the app's id. */
export async function packFor(deps: Deps, parts: readonly Part[], organizationId: string): Promise<Pack | undefined> {
  const [facts, branding] = await Promise.all([
    factsOf(deps, parts, organizationId),
    brandingWithin(deps, organizationId)
  ])
  const { version } = facts.product
  const appPackage = await packageOf({ config: deps.config, version, branding })
  return (
    appPackage &&
    makePack({
      facts,
      appPackage,
      packageVersion: packageVersion(version, branding.revision),
      appName: branding.brand.shortName || OUR_SHORT_NAME
    })
  )
}

async function factsOf(deps: Deps, parts: readonly Part[], organizationId: string): Promise<Facts> {
  const [organization, reach, ownEntry, { changedAt: _changedAt, ...retention }, engine, version] = await Promise.all([
    getOrganization(deps, organizationId),
    reachSettingsOf(deps, organizationId),
    ownEntryAllowed(deps, organizationId),
    retentionOf(deps, organizationId),
    coachEngineOf(deps, organizationId),
    productVersion()
  ])
  return {
    company: companyOf(organization),
    product: productOf(deps, version),
    reach,
    ownEntry,
    retention,
    model: engine.kind === 'model' && engine.active ? serviceOf(engine) : undefined,
    parts
  }
}

const companyOf = (organization: Organization): Facts['company'] => ({
  name: organization.name,
  demo: organization.demo,
  locale: organization.locale,
  tenantIds: organization.entraTenantIds,
  signIn: organization.signIn,
  learningSite: organization.learningSite && hostOf(organization.learningSite.url)
})

const productOf = ({ config }: Deps, version: string): Facts['product'] => ({
  version,
  publicUrl: config.PUBLIC_URL,
  domain: hostOf(config.PUBLIC_URL),
  clientId: config.TAB_CLIENT_ID,
  botId: config.BOT_APP_ID,
  calls: {
    workos: hostOf(config.WORKOS_URL),
    entra: hostOf(config.ENTRA_URL),
    graph: hostOf(config.GRAPH_URL),
    bot: hostOf(config.BOT_SERVICE_URL),
    thinkific: hostOf(config.THINKIFIC_URL),
    mail: config.MAIL_URL && hostOf(config.MAIL_URL),
    classifier: config.SAFETY_CLASSIFIER_URL && hostOf(config.SAFETY_CLASSIFIER_URL)
  },
  frameAncestors: config.FRAME_ANCESTORS,
  graphAvailable: config.TAB_CLIENT_SECRET !== undefined
})

/** Never the whole address: a mail server's holds its password. */
const hostOf = (url: string): string => new URL(url).host

export async function ladderOf(deps: Deps, organizationId: string) {
  const [{ level }, ownEntry] = await Promise.all([
    reachSettingsOf(deps, organizationId),
    ownEntryAllowed(deps, organizationId)
  ])
  const step = (
    permission: PermissionStep['permission'],
    kind: PermissionStep['kind'],
    allowed: boolean
  ): PermissionStep => ({
    permission,
    kind,
    allowed,
    calls: Object.values(GRAPH_CALLS)
      .filter(({ needs }) => needs === permission)
      .map(({ method, path }) => ({ method, path }))
  })
  return {
    steps: [
      step(OWN_ENTRY_PERMISSION, 'delegated', ownEntry),
      step(LEVEL_PERMISSIONS[1], 'application', level >= 1),
      step(LEVEL_PERMISSIONS[2], 'application', level >= 2)
    ],
    available: deps.config.TAB_CLIENT_SECRET !== undefined
  }
}
