/** The checklist from nothing to the first nudge: which step is done, which can be done now, which waits for another. Pure. */
import type { ChecklistStep, Step, StepLink, StepState } from '../contract/checklist.ts'

export type Facts = {
  readonly sponsorNamed: boolean
  readonly settingUp: boolean
  /** The company's own sign-in, as WorkOS has it. */
  readonly connection: 'none' | 'begun' | 'active'
  readonly domains: readonly string[]
  /** Proven at WorkOS and not taken over. */
  readonly provenDomains: number
  readonly directory: 'none' | 'connected' | 'spoke'
  /** Active people that it has sent. */
  readonly people: number
  readonly accessGroup: string | undefined
  readonly withAccess: number
  readonly admins: number
  readonly claimWork: number
  readonly tenants: readonly string[]
  readonly objectIdAttribute: string | undefined
  /** Where an admin consents for a tenant. */
  readonly consentUrls: readonly string[]
  /** People joined to their Microsoft account. */
  readonly linked: number
  readonly chats: number
  readonly site: string | undefined
  readonly courses: number
  readonly cohorts: number
  readonly inCohorts: number
  readonly hrChannels: 'none' | 'offered' | 'confirmed'
  readonly launchDate: string | undefined
  readonly launched: boolean
  readonly firstSentAt: string | undefined
}

type Drawn = Omit<Step, 'step' | 'state' | 'after'> & { readonly state: Exclude<StepState, 'blocked'> }

const AFTER: Readonly<Partial<Record<ChecklistStep, readonly ChecklistStep[]>>> = {
  groups: ['directory'],
  claims: ['sign_in'],
  own_sign_in: ['sign_in', 'directory', 'groups'],
  consent: ['microsoft'],
  teams_app: ['microsoft', 'consent'],
  rules: ['learning_site', 'pilot'],
  pilot: ['directory', 'groups'],
  hr_channel: ['teams_app'],
  launch: ['company', 'pilot'],
  first_nudge: ['launch', 'teams_app', 'own_sign_in']
}

/** Working days, from our own experience and what vendors publish; DNS and consent depend on the company's own ways. */
const days = (from: number, to: number, isKnown = false): Step['wait'] => ({ from, to, isKnown })

const when = (isDone: boolean, otherwise: 'open' | 'waiting' = 'open'): 'done' | 'open' | 'waiting' =>
  isDone ? 'done' : otherwise

const section = (id: string): StepLink => ({ kind: 'section', id })

const DRAW: Readonly<Record<ChecklistStep, (facts: Facts) => Drawn>> = {
  company: ({ sponsorNamed }) => ({
    state: when(sponsorNamed),
    owner: 'program',
    required: true,
    links: [section('company')],
    wait: null,
    found: {}
  }),
  sign_in: ({ connection }) => ({
    state: when(connection === 'active', connection === 'begun' ? 'waiting' : 'open'),
    owner: 'identity',
    required: true,
    links: [{ kind: 'portal', intent: 'sso' }],
    wait: days(2, 10),
    found: {}
  }),
  domains: ({ domains, provenDomains }) => ({
    state: when(domains.length > 0 && provenDomains === 0),
    owner: 'dns',
    required: true,
    links:
      provenDomains > 0
        ? [{ kind: 'domains' }, { kind: 'portal', intent: 'domain_verification' }]
        : [{ kind: 'portal', intent: 'domain_verification' }, { kind: 'domains' }],
    wait: days(0, 2),
    found: { proven: provenDomains, ...(domains.length > 0 ? { domains: domains.join(', ') } : {}) }
  }),
  directory: ({ directory, people }) => ({
    state: when(directory !== 'none' && people > 0, directory === 'none' ? 'open' : 'waiting'),
    owner: 'identity',
    required: true,
    links: [{ kind: 'portal', intent: 'dsync' }],
    wait: days(2, 10),
    found: { people }
  }),
  groups: ({ accessGroup, admins, withAccess }) => ({
    state: when(accessGroup !== undefined && admins > 0),
    owner: 'identity',
    required: true,
    links: [section('groups')],
    wait: days(0, 3),
    found: { withAccess, admins }
  }),
  claims: ({ claimWork, settingUp }) => ({
    state: when(claimWork > 0 || !settingUp),
    owner: 'identity',
    required: false,
    links: [section('claims')],
    wait: null,
    found: {}
  }),
  own_sign_in: ({ settingUp }) => ({
    state: when(!settingUp),
    owner: 'program',
    required: true,
    links: [section('tryIt')],
    wait: null,
    found: {}
  }),
  microsoft: ({ tenants, objectIdAttribute }) => ({
    state: when(tenants.length > 0 && objectIdAttribute !== undefined),
    owner: 'teams',
    required: true,
    links: [section('microsoft')],
    wait: null,
    found: { tenants: tenants.length }
  }),
  consent: ({ consentUrls, linked }) => ({
    state: when(linked > 0),
    owner: 'teams',
    required: true,
    links: consentUrls.map(url => ({ kind: 'url', url })),
    wait: days(1, 5),
    found: { linked }
  }),
  teams_app: ({ chats }) => ({
    state: when(chats > 0),
    owner: 'teams',
    required: true,
    links: [section('teamsApp'), { kind: 'page', page: 'reachPage' }],
    wait: days(1, 10),
    found: {}
  }),
  learning_site: ({ site }) => ({
    state: when(site !== undefined),
    owner: 'learning',
    required: false,
    links: [section('learningSite')],
    wait: days(0, 1),
    found: site ? { site } : {}
  }),
  rules: ({ courses }) => ({
    state: when(courses > 0),
    owner: 'learning',
    required: false,
    links: [{ kind: 'page', page: 'enrollmentPage' }],
    wait: null,
    found: { courses }
  }),
  pilot: ({ cohorts, inCohorts }) => ({
    state: when(inCohorts > 0, cohorts > 0 ? 'waiting' : 'open'),
    owner: 'program',
    required: true,
    links: [section('pilot')],
    wait: null,
    found: { cohorts, people: inCohorts }
  }),
  hr_channel: ({ hrChannels }) => ({
    state: when(hrChannels === 'confirmed', hrChannels === 'offered' ? 'waiting' : 'open'),
    owner: 'hr',
    required: false,
    links: [section('hrChannel')],
    wait: days(0, 2),
    found: {}
  }),
  launch: ({ launchDate }) => ({
    state: when(launchDate !== undefined),
    owner: 'program',
    required: true,
    links: [section('company'), section('messageTimes'), section('launchPack')],
    wait: days(5, 15),
    found: launchDate ? { day: launchDate } : {}
  }),
  first_nudge: ({ firstSentAt, launched }) => ({
    state: when(firstSentAt !== undefined, launched ? 'waiting' : 'open'),
    owner: 'nobody',
    required: true,
    links: [],
    wait: days(1, 2, true),
    found: firstSentAt ? { at: firstSentAt } : {}
  })
}

export function stepsOf(facts: Facts, order: readonly ChecklistStep[]): Step[] {
  const drawn = new Map(order.map(step => [step, DRAW[step](facts)]))
  const isDone = (step: ChecklistStep): boolean => drawn.get(step)?.state === 'done'
  return order.map(step => {
    const one = DRAW[step](facts)
    const after = [...(AFTER[step] ?? [])]
    const isBlocked = one.state !== 'done' && after.some(each => !isDone(each))
    return { ...one, step, after, state: isBlocked ? 'blocked' : one.state }
  })
}
