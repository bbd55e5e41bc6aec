/**
 * The works-council register: the product runs by these values, and the annex, the impact assessment and the inventory are written from
 * them, so that neither can say what the other does not do. A change needs a new version and its line in the ledger: docs/works-council.md.
 */
import { KEY_SCOPES } from './key-scopes.ts'
import type { PersonalSection } from './personal-sections.ts'

/** What something is done for. */
export const PURPOSES = ['access', 'coaching', 'nudges', 'training', 'consent', 'security', 'rights', 'effect'] as const
export type Purpose = (typeof PURPOSES)[number]

/** What is proposed as its ground; the company decides. */
export const BASES = ['agreement', 'employment', 'interest', 'duty'] as const
export type Basis = (typeof BASES)[number]

/** Who gets to see it by name, beside the person: `staff` only behind two people's word, for minutes, and the person sees it. */
export const VIEWERS = ['admin', 'staff', 'operator'] as const
export type Viewer = (typeof VIEWERS)[number]

type Kind = { readonly purpose: Purpose; readonly basis: Basis; readonly seenBy: readonly Viewer[] }

/** Days. */
type Period = { readonly least: number; readonly most: number; readonly atFirst: number }
type Kept = 'conversations' | 'nudges' | 'inbound' | 'traces'

const MOST = 3650
/** 24 months. */
const AT_FIRST = 730

export const REGISTER = {
  version: 4,
  thresholds: {
    /** Fewer people are never told of, in any figure about people. */
    smallestGroup: 8,
    /** Fewer who did something, or did not, are never told apart. */
    smallestPart: 4
  },
  /** How far back figures about people reach, in days. */
  windows: { reach: 28 },
  /** What a company may set, in days. */
  retention: {
    conversations: { least: 30, most: MOST, atFirst: AT_FIRST },
    nudges: { least: 30, most: MOST, atFirst: AT_FIRST },
    inbound: { least: 7, most: MOST, atFirst: AT_FIRST },
    traces: { least: 30, most: MOST, atFirst: AT_FIRST }
  } satisfies Readonly<Record<Kept, Period>>,
  /** How long a file that a person asked for lies ready, in days. */
  exportDays: 7,
  /** Reading a conversation for a case, by the product's staff. */
  staffReading: { leastMinutes: 5, mostMinutes: 60, waitsHours: 24, turns: 50 },
  /** What an API key of the company's own systems can be made for, each as which role, and how many days it lasts at most. */
  apiKeys: { mostDays: 365, scopes: KEY_SCOPES },
  /** What the coach remembers where the person switched it on. */
  memory: { most: 200, characters: 500 },
  /** Everything that the coach may know about a person beside their words. Ratings, potential, pay and the like have no name here. */
  context: ['title', 'department', 'tenure', 'new_manager', 'team_size', 'country', 'language', 'courses', 'focus'],
  kinds: {
    profile: { purpose: 'access', basis: 'employment', seenBy: ['admin', 'operator'] },
    groups: { purpose: 'access', basis: 'employment', seenBy: ['admin'] },
    accounts: { purpose: 'access', basis: 'employment', seenBy: ['admin'] },
    signIns: { purpose: 'security', basis: 'interest', seenBy: ['admin'] },
    courses: { purpose: 'training', basis: 'employment', seenBy: ['admin'] },
    installation: { purpose: 'nudges', basis: 'interest', seenBy: [] },
    agreement: { purpose: 'consent', basis: 'duty', seenBy: [] },
    conversation: { purpose: 'coaching', basis: 'agreement', seenBy: ['staff'] },
    plans: { purpose: 'coaching', basis: 'agreement', seenBy: [] },
    former: { purpose: 'coaching', basis: 'agreement', seenBy: [] },
    memory: { purpose: 'coaching', basis: 'agreement', seenBy: [] },
    context: { purpose: 'coaching', basis: 'agreement', seenBy: [] },
    nudges: { purpose: 'nudges', basis: 'agreement', seenBy: [] },
    choices: { purpose: 'nudges', basis: 'agreement', seenBy: [] },
    experiments: { purpose: 'effect', basis: 'agreement', seenBy: [] },
    pulse: { purpose: 'effect', basis: 'agreement', seenBy: [] },
    reports: { purpose: 'effect', basis: 'interest', seenBy: [] },
    links: { purpose: 'nudges', basis: 'agreement', seenBy: [] },
    messages: { purpose: 'nudges', basis: 'agreement', seenBy: ['operator'] },
    accessLog: { purpose: 'rights', basis: 'duty', seenBy: ['staff'] },
    requests: { purpose: 'rights', basis: 'duty', seenBy: [] },
    receipts: { purpose: 'rights', basis: 'duty', seenBy: ['admin'] },
    records: { purpose: 'security', basis: 'interest', seenBy: ['admin'] }
  } satisfies Readonly<Record<PersonalSection, Kind>>
} as const

/**
 * Every answer of the interface, file, or path that can lead to one person for somebody else, by whom it is open to, and what it shows
 * of them. A test goes through the whole contract: there is no other, and none for `hr` and `author`.
 */
export const NAMED_VIEWS: Readonly<
  Record<'it' | 'support' | 'admin' | 'owner' | 'operator', Readonly<Record<string, readonly PersonalSection[]>>>
> = {
  it: {
    'GET /v1/admin/audit': ['records'],
    'GET /v1/admin/audit/export': ['records'],
    'GET /v1/admin/brake': ['profile'],
    // Names of claims, nobody's values.
    'GET /v1/admin/claim-mapping': [],
    'GET /v1/admin/departures': ['profile', 'receipts'],
    'GET /v1/admin/departures/:departureId/receipt': ['profile', 'receipts'],
    'GET /v1/admin/directory/people': ['profile'],
    'GET /v1/admin/directory/people/:personId': ['profile', 'groups'],
    'GET /v1/admin/directory/returners': ['profile'],
    'GET /v1/admin/linked-accounts': ['profile', 'accounts']
  },
  support: {
    'GET /v1/admin/enrollment/people': ['profile', 'courses']
  },
  admin: {
    'GET /v1/admin/enrollment/cutover': ['profile', 'courses'],
    'GET /v1/admin/enrollment/cutover/export': ['profile', 'courses'],
    'GET /v1/admin/enrollment/drift': ['profile', 'courses'],
    'PUT /v1/admin/enrollment/imports/:importId/columns': ['profile', 'courses'],
    'POST /v1/admin/enrollment/imports/:importId/dry-run': ['profile', 'courses'],
    'GET /v1/admin/enrollment/imports/:importId/report': ['profile', 'courses'],
    'POST /v1/admin/enrollment/imports/:importId/undo': ['profile', 'courses'],
    'GET /v1/admin/enrollment/moving/learners': ['profile', 'courses'],
    'GET /v1/admin/enrollment/rules': ['profile', 'courses'],
    'POST /v1/admin/enrollment/rules/dry-run': ['profile', 'courses'],
    'POST /v1/admin/enrollment/sign-ups/dry-run': ['profile', 'courses'],
    'GET /v1/admin/enrollment/sign-ups/learners': ['profile', 'courses']
  },
  owner: {
    'GET /v1/admin/former-coach/imports/:importId/report': ['accounts'],
    'GET /v1/admin/roles': ['profile', 'groups'],
    'GET /v1/admin/roles/people': ['profile'],
    'POST /v1/admin/roles/give': ['profile', 'groups'],
    'POST /v1/admin/roles/take': ['profile', 'groups']
  },
  operator: {
    'POST /v1/operator/companies/:externalId': ['profile'],
    'GET /v1/operator/organizations/:organizationId/brake': ['profile'],
    'GET /v1/operator/organizations/:organizationId/deliveries': ['messages'],
    'GET /v1/operator/organizations/:organizationId/people': ['profile'],
    'POST /v1/operator/organizations/:organizationId/people': ['profile']
  }
}
