/** Campaigns: one nudge to whoever fits a rule, within a window of days; figures about people pass the floor. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { flawSchema, wordsByLanguage } from './nudge-content.ts'
import { cellSchema } from './parts.ts'

const none = z.object({})

export const AUDIENCE_BY = ['cohort', 'group', 'department', 'country', 'title', 'language'] as const
const conditionSchema = z.object({
  by: z.enum(AUDIENCE_BY),
  /** One of these; case does not matter. */
  anyOf: z.array(z.string().trim().min(1).max(200)).min(1).max(50),
  /** Everybody but those. */
  except: z.boolean().default(false)
})
/** Who fits all of them; none of them: everybody. */
export const audienceSchema = z.array(conditionSchema).max(10)
export type Audience = z.output<typeof audienceSchema>

export const campaignContentSchema = z.object({
  /** As its owners know it. */
  name: z.string().trim().min(1).max(120),
  audience: audienceSchema,
  words: wordsByLanguage,
  minutes: z.int().min(1).max(60).default(2),
  /** First and last day, each in the person's own zone. */
  from: z.iso.date(),
  until: z.iso.date(),
  /** Which nudge gets a person's next place: `first` comes before journeys, `usual` after them. */
  rank: z.enum(['first', 'usual']).default('usual')
})
export type CampaignContent = z.output<typeof campaignContentSchema>

export const dryRunSchema = z.object({
  audience: cellSchema,
  languages: z.array(z.object({ language: z.string(), people: cellSchema, missing: z.boolean() })),
  /** On which it could come at the earliest, by the company's working time; null: on none. Who can be reached is told by the report alone. */
  first: z.iso.date().nullable(),
  flaws: z.array(flawSchema)
})
export type CampaignDryRun = z.output<typeof dryRunSchema>

const stateSchema = z.enum(['draft', 'running', 'paused', 'cancelled', 'over'])

export const progressSchema = z.object({
  audience: cellSchema,
  /** `waiting`: their turn has not come, by their budget, working hours or a pause. */
  parts: z.object({
    waiting: cellSchema,
    planned: cellSchema,
    held: cellSchema,
    sent: cellSchema,
    notSent: cellSchema,
    unreachable: cellSchema,
    languageMissing: cellSchema
  }),
  answers: z.object({ done: cellSchema, notRelevant: cellSchema, other: cellSchema, none: cellSchema })
})
export type CampaignProgress = z.output<typeof progressSchema>

const key = z.object({ campaignId: z.string() })
const summary = z.object({
  campaignId: z.string(),
  name: z.string(),
  state: stateSchema,
  from: z.iso.date(),
  until: z.iso.date(),
  languages: z.array(z.string()),
  rank: z.enum(['first', 'usual'])
})

export const listCampaigns = endpoint({
  method: 'GET',
  path: '/v1/campaigns',
  access: 'hr',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    campaigns: z.array(summary),
    /** Set: nothing of any campaign goes out. */
    stopped: z.object({ by: z.string(), at: z.iso.datetime(), reason: z.string() }).nullable(),
    choices: z.object({
      language: z.string(),
      today: z.iso.date(),
      timezone: z.string(),
      cohorts: z.array(z.string()),
      groups: z.array(z.string()),
      departments: z.array(z.string()),
      countries: z.array(z.string()),
      titles: z.array(z.string()),
      languages: z.array(z.string())
    })
  })
})

export const getCampaign = endpoint({
  method: 'GET',
  path: '/v1/campaigns/:campaignId',
  access: 'hr',
  params: key,
  query: none,
  body: none,
  answer: z.object({
    campaignId: z.string(),
    state: stateSchema,
    content: campaignContentSchema,
    revision: z.int(),
    saved: z.object({ by: z.string(), at: z.iso.datetime() }),
    turns: z.array(z.object({ turn: z.string(), by: z.string(), at: z.iso.datetime() })),
    /** Null before it starts. */
    progress: progressSchema.nullable()
  })
})

export const createCampaign = endpoint({
  method: 'POST',
  path: '/v1/campaigns',
  access: 'hr',
  params: none,
  query: none,
  body: campaignContentSchema,
  answer: key
})

/** @throws `conflict` when somebody saved a newer one, or it was started. */
export const saveCampaign = endpoint({
  method: 'PUT',
  path: '/v1/campaigns/:campaignId',
  access: 'hr',
  params: key,
  query: none,
  body: z.object({ basedOn: z.int(), content: campaignContentSchema }),
  answer: z.object({ revision: z.int() })
})

/** Whom it is for and in which language, by what the directory says; nothing of what they do. Changes nothing. */
export const dryRunCampaign = endpoint({
  method: 'POST',
  path: '/v1/campaigns/dry-run',
  access: 'hr',
  params: none,
  query: none,
  body: campaignContentSchema,
  answer: dryRunSchema
})

export const TURNS = ['start', 'pause', 'resume', 'cancel'] as const
/**
 * `start` takes the revision that was looked at. @throws `conflict` with reason `language_missing` where somebody of the audience
 * reads a language that has no words.
 */
export const turnCampaign = endpoint({
  method: 'POST',
  path: '/v1/campaigns/:campaignId/turn',
  access: 'hr',
  params: key,
  query: none,
  body: z.object({ turn: z.enum(TURNS), basedOn: z.int() }),
  answer: z.object({ state: stateSchema })
})

const switchSchema = z.discriminatedUnion('stopped', [
  z.object({ stopped: z.literal(true), reason: z.string().trim().min(1).max(300) }),
  z.object({ stopped: z.literal(false) })
])

/** Stops every campaign at once, or lets them go on. */
export const stopCampaigns = endpoint({
  method: 'POST',
  path: '/v1/campaigns/stop',
  access: 'hr',
  params: none,
  query: none,
  body: switchSchema,
  answer: none
})

const ofCompany = z.object({ organizationId: z.string().max(64) })

/** By CI's operators for a company: it says so to whoever gets it. */
export const createCampaignFor = endpoint({
  method: 'POST',
  path: '/v1/operator/organizations/:organizationId/campaigns',
  access: 'operator',
  params: ofCompany,
  query: none,
  body: campaignContentSchema,
  answer: key
})

export const turnCampaignFor = endpoint({
  method: 'POST',
  path: '/v1/operator/organizations/:organizationId/campaigns/:campaignId/turn',
  access: 'operator',
  params: ofCompany.extend({ campaignId: z.string() }),
  query: none,
  body: z.object({ turn: z.enum(TURNS), basedOn: z.int() }),
  answer: z.object({ state: stateSchema })
})

export const stopCampaignsFor = endpoint({
  method: 'POST',
  path: '/v1/operator/organizations/:organizationId/campaigns/stop',
  access: 'operator',
  params: ofCompany,
  query: none,
  body: switchSchema,
  answer: none
})
