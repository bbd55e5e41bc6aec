/** Gathers what the checklist is computed from, out of every part of the product and WorkOS itself. */
import { chatsOfCompany, listHrChannels } from '../channels/channels.ts'
import { CHECKLIST_STEPS, type Step } from '../contract/checklist.ts'
import { NO_LAUNCH } from '../contract/organizations.ts'
import { countCohorts, countPeopleWithAccess, populationOf } from '../directory/directory.ts'
import { coursesInRules } from '../enrollment/enrollment.ts'
import { claimWorkOf, connectionsOf, countLinks } from '../identity/identity.ts'
import { firstSentOf } from '../nudges/nudges.ts'
import { getOrganization, type Organization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'
import { SECOND, sleep } from '../platform/time.ts'
import type { Workos } from '../vendors/workos.ts'
import { stepsOf, type Facts } from './steps.ts'

const PATIENCE_MS = 4 * SECOND

export async function checklistOf(
  deps: Deps,
  workos: Workos,
  organizationId: string
): Promise<{ readonly steps: Step[]; readonly live: boolean }> {
  const organization = await getOrganization(deps, organizationId)
  const [connections, proven, here] = await Promise.all([
    connectionsOf(deps, workos, organizationId),
    provenDomains(deps, workos, organization),
    factsHere(deps, organization)
  ])
  const { signIn, directory, live } = connections
  const facts: Facts = {
    ...here,
    connection: isReady(signIn.health.reason) ? 'active' : signIn.type === null ? 'none' : 'begun',
    directory: directory.lastEventAt ? 'spoke' : directory.health.reason === 'never_connected' ? 'none' : 'connected',
    provenDomains: proven?.filter(domain => !organization.domains.includes(domain)).length ?? 0
  }
  return { steps: stepsOf(facts, CHECKLIST_STEPS), live: live && proven !== undefined }
}

const READY: ReadonlySet<string> = new Set([
  'well',
  'unused',
  'own',
  'certificate_expiring',
  'many_failing',
  'all_failing'
])
const isReady = (reason: string): boolean => READY.has(reason)

/** Undefined when WorkOS does not answer in time. */
async function provenDomains(
  deps: Deps,
  workos: Workos,
  organization: Organization
): Promise<readonly string[] | undefined> {
  if (organization.signIn === 'own') return []
  const asked = workos.verifiedDomains(organization.workosOrganizationId).catch((err: unknown) => {
    if (!(err instanceof VendorError)) throw err
    deps.log.warn({ err }, 'domains cannot be asked')
    return undefined
  })
  return Promise.race([asked, sleep(PATIENCE_MS).then(() => undefined)])
}

async function factsHere(
  deps: Deps,
  organization: Organization
): Promise<Omit<Facts, 'connection' | 'directory' | 'provenDomains'>> {
  const { organizationId, launchDate } = organization
  const [population, withAccess, claims, links, chats, courses, cohorts, channels, firstSentAt] = await Promise.all([
    populationOf(deps, organizationId),
    countPeopleWithAccess(deps, organizationId),
    claimWorkOf(deps, organizationId),
    countLinks(deps, organizationId),
    chatsOfCompany(deps, organizationId),
    coursesInRules(deps, organizationId),
    countCohorts(deps, organizationId),
    listHrChannels(deps, organizationId),
    firstSentOf(deps, organizationId)
  ])
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: organization.timezone }).format(deps.now())
  return {
    sponsorNamed: organization.sponsor.name !== '',
    settingUp: organization.signIn === 'provider' && organization.settingUp,
    domains: organization.domains,
    people: population.active,
    accessGroup: organization.accessGroup,
    withAccess,
    admins: population.admins,
    claimWork: claims.version + claims.cases,
    tenants: organization.entraTenantIds,
    objectIdAttribute: organization.entraObjectIdAttribute,
    consentUrls: organization.entraTenantIds.map(tenantId => consentUrl(deps, tenantId)),
    linked: links.linked,
    chats: chats.open,
    site: organization.learningSite?.url,
    courses: courses.length,
    cohorts: organization.cohorts.length,
    inCohorts: [...cohorts.values()].reduce((sum, people) => sum + people, 0),
    hrChannels: channels.some(({ state }) => state === 'confirmed')
      ? 'confirmed'
      : channels.some(({ state }) => state === 'candidate')
        ? 'offered'
        : 'none',
    launchDate: launchDate === NO_LAUNCH ? undefined : launchDate,
    launched: launchDate <= today,
    firstSentAt: firstSentAt?.toISOString()
  }
}

/** Microsoft's page on which an admin consents for the whole tenant to people's sign-in in the tab. */
function consentUrl({ config }: Deps, tenantId: string): string {
  const query = new URLSearchParams({
    client_id: config.TAB_CLIENT_ID,
    scope: 'openid profile email offline_access',
    redirect_uri: `${config.PUBLIC_URL}/consented`
  })
  return `${config.ENTRA_URL}/${tenantId}/v2.0/adminconsent?${query.toString()}`
}
