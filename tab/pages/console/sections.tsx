/** What the admin's console is made of, in the order that it is shown. Each section's code comes when it is opened. */
import type { ComponentType } from 'react'
import { patient } from '../../later.tsx'
import type { Words } from '../../words.ts'

/** `id` is in links to it: `console:leavers`. */
type Entry = readonly [id: string, title: (words: Words) => string, load: () => Promise<ComponentType>]

export const OVERVIEW = 'overview'

const start: readonly Entry[] = [
  [OVERVIEW, w => w.console.overview, async () => (await import('./overview.tsx')).Overview],
  ['company', w => w.company.title, async () => (await import('./company.tsx')).CompanySection],
  ['messageTimes', w => w.messageTimes.title, async () => (await import('./message-times.tsx')).MessageTimesSection],
  ['pilot', w => w.pilot.title, async () => (await import('./pilot.tsx')).Pilot],
  ['launchPack', w => w.launchPack.title, async () => (await import('./launch-pack.tsx')).LaunchPack]
]
const identity: readonly Entry[] = [
  ['portal', w => w.setup.portal, async () => (await import('./portal.tsx')).Portal],
  ['groups', w => w.companyGroups.title, async () => (await import('./groups.tsx')).Groups],
  ['people', w => w.directoryPeople.title, async () => (await import('./people.tsx')).People],
  ['signIns', w => w.signIns.title, async () => (await import('../sign-ins.tsx')).SignIns],
  ['claims', w => w.console.claims, async () => (await import('./claims.tsx')).Claims],
  ['tryIt', w => w.tryIt.title, async () => (await import('./guides.tsx')).TryIt]
]
const teams: readonly Entry[] = [
  ['itPack', w => w.itPack.title, async () => (await import('../papers/it-pack.tsx')).ItPack],
  ['branding', w => w.branding.title, async () => (await import('../papers/branding.tsx')).Branding],
  ['permissions', w => w.permissions.title, async () => (await import('../papers/permissions.tsx')).Permissions],
  ['microsoft', w => w.microsoft.title, async () => (await import('./microsoft.tsx')).Microsoft],
  ['teamsApp', w => w.teamsApp.title, async () => (await import('./guides.tsx')).TeamsApp],
  ['hrChannel', w => w.hrChannel.title, async () => (await import('./guides.tsx')).HrChannel],
  ['matching', w => w.matching.title, async () => (await import('../account-matching.tsx')).AccountMatching],
  ['accounts', w => w.accounts.title, async () => (await import('../linked-accounts.tsx')).LinkedAccounts]
]
const learning: readonly Entry[] = [
  ['learningSite', w => w.learningSite.title, async () => (await import('./learning-site.tsx')).LearningSite],
  ['systems', w => w.learningSystems.title, async () => (await import('../learning-systems.tsx')).LearningSystems]
]
const coach: readonly Entry[] = [
  ['coachEngine', w => w.coachEngine.title, async () => (await import('../coach-engine.tsx')).CoachEngine],
  ['material', w => w.material.title, async () => (await import('../material/section.tsx')).Material],
  ['safety', w => w.safety.title, async () => (await import('../safety.tsx')).Safety]
]
const privacy: readonly Entry[] = [
  ['retention', w => w.retention.title, async () => (await import('../retention.tsx')).Retention],
  ['leaving', w => w.leaving.title, async () => (await import('../leaving/section.tsx')).Leaving]
]
const operations: readonly Entry[] = [
  ['leavers', w => w.leavers.title, async () => (await import('../leavers.tsx')).Leavers],
  ['audit', w => w.audit.title, async () => (await import('../audit-log.tsx')).AuditLog],
  ['roles', w => w.roles.title, async () => (await import('../roles.tsx')).Roles],
  ['webhooks', w => w.webhooks.title, async () => (await import('../webhooks.tsx')).Webhooks],
  ['apiKeys', w => w.apiKeys.title, async () => (await import('../api-keys/section.tsx')).ApiKeys],
  ['lookup', w => w.lookup.title, async () => (await import('../lookup.tsx')).Lookup]
]

const groups = { start, identity, teams, learning, coach, privacy, operations }
const NAMES = ['start', 'identity', 'teams', 'learning', 'coach', 'privacy', 'operations'] as const

export const SECTIONS = NAMES.map(name => ({
  name,
  sections: groups[name].map(([id, title, load]) => ({ id, title, Content: patient(load) }))
}))
