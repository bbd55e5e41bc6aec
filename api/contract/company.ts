/** A company from its contract to its launch: begun by CI in one call, then configured by its own admins alone. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { messageTimes } from './message-times.ts'
import { timezoneSchema } from './timezone.ts'

const none = z.object({})
const country = z.string().regex(/^[A-Z]{2}$/u, 'two capital letters such as MX')
const locale = z.enum(['en', 'es'])
const name = z.string().trim().min(1).max(200)

/**
 * All that CI does for a new company once the contract is signed: it is made at WorkOS and here, and its first admin gets a mail
 * that leads to the console. Repeating the call invites another admin, and changes nothing else.
 */
export const startCompany = endpoint({
  method: 'POST',
  path: '/v1/operator/companies/:externalId',
  access: 'operator',
  params: z.object({ externalId: z.string().regex(/^[\w-]{1,100}$/u) }),
  query: none,
  body: z.object({
    name,
    demo: z.boolean().default(false),
    admin: z.object({
      email: z.email().max(254).toLowerCase(),
      firstName: z.string().max(100).optional(),
      lastName: z.string().max(100).optional()
    }),
    country,
    locale,
    timezone: timezoneSchema
  }),
  answer: z.object({ organizationId: z.string(), personId: z.string(), consoleUrl: z.url() })
})

const group = z.string().trim().min(1).max(200)
const sponsor = z.object({ name: z.string().trim().min(1).max(200), title: z.string().trim().min(1).max(200) })
/** People of a group of the directory who are on one journey together. */
const pilot = z.object({ name: z.string().trim().min(1).max(100), group })

/** Null: not decided yet, or none. */
const nullable = <T extends z.ZodType>(schema: T) => schema.nullable()

/** What the company's admins may decide by themselves. */
const changeable = {
  name,
  country,
  locale,
  timezone: timezoneSchema,
  sponsor: nullable(sponsor),
  /** The first day on which anybody may hear of the coach, in the company's own time zone. */
  launchDate: nullable(z.iso.date()),
  ...messageTimes,
  accessGroup: nullable(group),
  /** Groups of the directory whose members have the role. */
  roleGroups: z.object({
    owner: nullable(group),
    admin: nullable(group),
    it: nullable(group),
    hr: nullable(group),
    author: nullable(group),
    support: nullable(group)
  }),
  /** Cohorts by group. Those by attribute stay as they are. */
  cohorts: z.array(pilot).max(50),
  /** They may be given up here; one is added by proving it. */
  entraTenantIds: z.array(z.uuid().toLowerCase()).max(10),
  /** Raw attribute of the directory that holds each person's object id at Microsoft. */
  entraObjectIdAttribute: nullable(z.string().min(1).max(200))
}

export const companySchema = z.object({
  ...changeable,
  demo: z.boolean(),
  /** Nobody of the company's admins has come in through its own sign-in yet. */
  settingUp: z.boolean(),
  /** False where CI itself signs everybody in. */
  byProvider: z.boolean(),
  domains: z.array(z.string()),
  learningSite: z.object({ subdomain: z.string(), url: z.string(), signIn: z.enum(['oidc', 'jwt']) }).nullable(),
  /** What the directory has told so far, the largest first; members who are active. */
  groups: z.array(z.object({ name: z.string(), people: z.int() })),
  /** Attributes whose values look like object ids, among a few hundred active people. */
  objectIds: z.array(z.object({ attribute: z.string(), people: z.int(), of: z.int() }))
})
export type Company = z.output<typeof companySchema>

const about = { access: 'admin', params: none, query: none } as const

export const getCompany = endpoint({
  ...about,
  method: 'GET',
  path: '/v1/admin/company',
  body: none,
  answer: companySchema
})

/** Only what is given changes. @throws `bad_request` with the field as its reason, such as `tenant_unproved`. */
export const changeCompany = endpoint({
  ...about,
  method: 'PATCH',
  path: '/v1/admin/company',
  body: z.object(changeable).partial(),
  answer: companySchema
})
export type CompanyChange = z.output<typeof changeCompany.body>

/** Domains that the company has proven at WorkOS lead to its sign-in from now on. */
export const takeDomains = endpoint({
  ...about,
  method: 'POST',
  path: '/v1/admin/company/domains',
  body: none,
  answer: z.object({ domains: z.array(z.string()) })
})

/** Kept once the site took the key. @throws `bad_request` with reason `key_refused`, `no_site` or `not_reached`. */
export const putLearningSite = endpoint({
  ...about,
  method: 'PUT',
  path: '/v1/admin/learning-site',
  body: z.object({
    subdomain: z.string().regex(/^[a-z0-9-]{1,63}$/u, 'the part before .thinkific.com'),
    /** Where learners open it. */
    url: z.url({ protocol: /^https?$/u }).max(300),
    /** Left out, the one that is there stays. */
    apiKey: z.string().trim().min(16).max(500).optional(),
    signIn: z.enum(['oidc', 'jwt']).default('oidc')
  }),
  answer: z.object({ courses: z.int() })
})

/** What is entered at the learning site so that it signs people in through CI. Recorded in the audit log. */
export const showLearningClient = endpoint({
  ...about,
  method: 'POST',
  path: '/v1/admin/learning-site/client',
  body: none,
  answer: z.object({
    issuer: z.string(),
    clientId: z.string(),
    clientSecret: z.string(),
    redirectUris: z.array(z.string())
  })
})
