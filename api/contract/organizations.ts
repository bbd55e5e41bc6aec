/** A client company as CI's operators configure it; repeating the call changes what differs. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { agreedHoursSchema, blackoutSchema, MOST_BLACKOUTS, regionSchema } from './message-times.ts'
import { timezoneSchema } from './timezone.ts'

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'a time such as 09:30')
const localDate = z.iso.date()
const timezone = timezoneSchema

/** How learners come in whom no directory names: the site says that somebody signed up. Without it nobody comes in so. */
const signUpsSchema = z.object({
  /** Whose learners are this company's, where the site is also others'. `domains`: those of the company. */
  whose: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('everybody') }),
      z.object({ kind: z.literal('domains') }),
      /** `company`, or the label of a custom profile field. */
      z.object({ kind: z.literal('field'), name: z.string().min(1).max(200), value: z.string().min(1).max(200) })
    ])
    .default({ kind: 'domains' }),
  /** `single_sign_on`: only accounts that the site's present single sign-on made; an e-mail that somebody typed proves nothing. */
  accepts: z.enum(['single_sign_on', 'everybody']).default('single_sign_on'),
  /** What an admin confirmed to be equal for the same person, once a directory or a provider names them. */
  joinBy: z
    .discriminatedUnion('kind', [
      /** The company gives out the e-mails of the site. */
      z.object({ kind: z.literal('email') }),
      /** The id that the single sign-on gives the site is this attribute: `idp_id`, `employee_number` or a raw one. */
      z.object({ kind: z.literal('sso_id'), attribute: z.string().min(1).max(200) })
    ])
    .optional()
})
export type SignUps = z.output<typeof signUpsSchema>

const siteSchema = z.object({
  kind: z.literal('thinkific'),
  subdomain: z.string().regex(/^[a-z0-9-]+$/u),
  /** Where learners open it, without a trailing slash. */
  url: z.url(),
  /** Opens the site's sign-in: it is an OpenID client of CI, or takes tokens signed with its key, as sites without Plus do. */
  signIn: z.enum(['oidc', 'jwt']).default('oidc'),
  signUps: signUpsSchema.optional()
})

/** Who is in a cohort: members of a group, or people with an attribute. Rules of the same name add up. */
const groupCohort = z.object({ name: z.string(), group: z.string() })
const attributeCohort = z.object({
  name: z.string(),
  attribute: z.enum(['department', 'country', 'title']),
  equals: z.string().min(1)
})

const commonSchema = z.object({
  name: z.string().min(1),
  /** Demo companies say so wherever their name is shown. */
  demo: z.boolean().default(false),
  domains: z.array(z.string().toLowerCase()).default([]),
  entraTenantIds: z.array(z.uuid().toLowerCase()).default([]),
  /** Raw directory attribute that an admin confirmed to hold the Entra object id. */
  entraObjectIdAttribute: z.string().optional(),
  /** Raw directory attribute that an admin confirmed to hold the subject of sign-ins; without it, the directory's own id is that. */
  subjectAttribute: z.string().optional(),
  /** What never changes hands: `employee_number` or a raw directory attribute. Without it, the object id's, else the employee number. */
  returnerAttribute: z.string().optional(),
  /** With a directory, people come from it; without one, sign-in creates them. */
  joining: z.enum(['directory', 'sign_in']).default('directory'),
  accessGroup: z.string().optional(),
  /** How many may leave at once before what is hard to undo waits for an admin. */
  brake: z
    .object({
      /** Fewer than this never set it. */
      atLeast: z.int().min(1).default(5),
      /** Of those who had access: more than this share. */
      share: z.number().min(0).max(1).default(0.2),
      /** However large the company is: more people than this. */
      people: z.int().min(1).default(50),
      /** Within so many minutes. */
      minutes: z.int().min(1).max(1440).default(10)
    })
    .prefault({}),
  /** Groups of the directory whose members have the role; `author`: writes journeys, sees nobody's figures. */
  roleGroups: z
    .object({
      hr: z.string().optional(),
      admin: z.string().optional(),
      author: z.string().optional(),
      owner: z.string().optional(),
      it: z.string().optional(),
      support: z.string().optional()
    })
    .default({}),
  cohorts: z.array(z.union([groupCohort, attributeCohort])).default([]),
  timezone,
  country: z.string().length(2),
  locale: z.enum(['en', 'es']),
  sponsor: z.object({ name: z.string(), title: z.string() }),
  launchDate: localDate,
  workingHours: z
    .object({ start: wallTime, end: wallTime, days: z.array(z.int().min(1).max(7)).min(1) })
    .default({ start: '09:30', end: '16:30', days: [1, 2, 3, 4, 5] }),
  /** Days of the company's own without messages. */
  holidays: z.array(localDate).default([]),
  region: regionSchema.optional(),
  /** Whether the public holidays of where somebody works are free of messages. */
  publicHolidays: z.boolean().default(true),
  blackouts: z.array(blackoutSchema).max(MOST_BLACKOUTS).default([]),
  disconnect: agreedHoursSchema.optional(),
  crisisLines: z.array(z.object({ country: z.string(), name: z.string(), contact: z.string() })).default([]),
  enrollmentRules: z.array(z.object({ cohort: z.string(), courseId: z.string(), courseName: z.string() })).default([]),
  reportSchedule: z.object({ weekday: z.int().min(1).max(7), time: wallTime, timezone }).optional()
})

/** A client company: its own provider signs its people in, and nothing else ever does. */
const byProvider = {
  signIn: z.literal('provider').optional().default('provider'),
  workosOrganizationId: z.string().min(1),
  /** The SSO connection at WorkOS; without it, whichever the company has connected there. */
  connectionId: z.string().min(1).optional(),
  /** Nobody of the company's admins has come in through its provider yet: who was invited to set it up may, by a mailed code. */
  settingUp: z.boolean().default(false)
}
/** People without a company provider, such as learners and authors: CI signs them in by e-mailed code or passkey. */
const byCi = {
  signIn: z.literal('own'),
  /** `open`: whoever has proven an e-mail address may join by themselves. */
  enrollment: z.enum(['invited', 'open']).default('invited'),
  // A Microsoft account is joined by a sign-in through the company's provider.
  entraTenantIds: z.array(z.uuid()).max(0, 'leave it out: Microsoft 365 comes with a company’s provider').default([])
}

const secretSite = { learningSite: siteSchema.extend({ apiKey: z.string().min(16) }).optional() }
export const organizationSettingsSchema = z.discriminatedUnion('signIn', [
  commonSchema.extend({ ...byProvider, ...secretSite }),
  commonSchema.extend({ ...byCi, ...secretSite })
])
export type OrganizationSettings = z.output<typeof organizationSettingsSchema>

/** What is stored and read everywhere: the settings without secrets. */
const storedSite = { learningSite: siteSchema.optional() }
export const storedSettingsSchema = z.discriminatedUnion('signIn', [
  commonSchema.extend({ ...byProvider, ...storedSite }),
  commonSchema.extend({ ...byCi, ...storedSite })
])
export type StoredSettings = z.output<typeof storedSettingsSchema>

/** Nobody has said when the company starts: nothing is due before. */
export const NO_LAUNCH = '9999-12-31'

const none = z.object({})

export const putOrganization = endpoint({
  method: 'PUT',
  path: '/v1/operator/organizations/:externalId',
  access: 'operator',
  params: z.object({ externalId: z.string().min(1).max(100) }),
  query: none,
  body: organizationSettingsSchema,
  answer: z.object({ organizationId: z.string() })
})
