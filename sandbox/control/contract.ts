/** The sandbox's control API as values: what an outside program, the window and the tests may do to the world. */
import { z } from 'zod'
import { endpoint } from '../../api/contract/endpoint.ts'

const none = z.object({})
const key = z.object({ personKey: z.string() })
const ok = z.object({ ok: z.literal(true) })

export const personSchema = z.object({
  /** Unique in the sandbox: `acme/ana-torres`. */
  key: z.string(),
  companyKey: z.string(),
  name: z.string(),
  title: z.string(),
  role: z.enum(['employee', 'manager', 'hr', 'admin', 'newcomer']),
  country: z.string(),
  timezone: z.string(),
  locale: z.string(),
  email: z.string(),
  /** Shown in the window's rail; the other people are found by search. */
  featured: z.boolean(),
  inDirectory: z.boolean(),
  /** Gone from the directory. */
  left: z.boolean(),
  installed: z.boolean(),
  blocked: z.boolean()
})
export type SandboxPerson = z.output<typeof personSchema>

export const companySchema = z.object({
  key: z.string(),
  name: z.string(),
  organizationId: z.string(),
  people: z.number().int(),
  timezone: z.string(),
  launchDate: z.string(),
  /** Channels of Teams that people of this company see. */
  channels: z.array(z.object({ channelId: z.string(), name: z.string(), teamName: z.string() })),
  learningSiteUrl: z.string(),
  /** A course page on another site, with the coach in a frame. */
  learningSystemUrl: z.string()
})

export const stateSchema = z.object({
  now: z.iso.datetime(),
  companies: z.array(companySchema),
  /** Featured people only; `listPeople` finds the rest. */
  people: z.array(personSchema),
  standins: z.array(
    z.object({ name: z.string(), url: z.string(), faults: z.array(z.record(z.string(), z.unknown())) })
  ),
  tabUrl: z.string(),
  botEndpoint: z.string()
})
export type SandboxState = z.output<typeof stateSchema>

export const getState = endpoint({
  method: 'GET',
  path: '/sandbox/v1/state',
  access: 'operator',
  params: none,
  query: none,
  body: none,
  answer: stateSchema
})

export const listPeople = endpoint({
  method: 'GET',
  path: '/sandbox/v1/people',
  access: 'operator',
  params: none,
  query: z.object({
    companyKey: z.string().optional(),
    search: z.string().optional(),
    limit: z.coerce.number().int().max(200).optional()
  }),
  body: none,
  answer: z.object({ people: z.array(personSchema) })
})

/** One message of a chat or channel, as Teams shows it. */
export const messageSchema = z.object({
  id: z.string(),
  from: z.enum(['bot', 'person']),
  author: z.string(),
  text: z.string(),
  /** Adaptive Cards as the bot sent them, after the last update. */
  cards: z.array(z.record(z.string(), z.unknown())),
  /** Carries Teams' "AI-generated" label. */
  aiGenerated: z.boolean(),
  feedback: z.boolean(),
  at: z.iso.datetime(),
  edited: z.boolean(),
  deleted: z.boolean(),
  /** For what a person wrote: whether the bot's endpoint took it. */
  delivery: z.enum(['sent', 'waiting', 'failed', 'none'])
})
export type SandboxMessage = z.output<typeof messageSchema>

export const getChat = endpoint({
  method: 'GET',
  path: '/sandbox/v1/people/:personKey/chat',
  access: 'operator',
  params: key,
  query: none,
  body: none,
  answer: z.object({ messages: z.array(messageSchema), typing: z.boolean() })
})
export const getChannel = endpoint({
  method: 'GET',
  path: '/sandbox/v1/channels/:channelId/messages',
  access: 'operator',
  params: z.object({ channelId: z.string() }),
  query: z.object({ viewer: z.string().optional() }),
  body: none,
  answer: z.object({ messages: z.array(messageSchema), typing: z.boolean() })
})

/** Adds somebody to the company's directory, as HR's system would: a new hire. `access` puts them in the access group. */
export const hire = endpoint({
  method: 'POST',
  path: '/sandbox/v1/people/:personKey/hire',
  access: 'operator',
  params: key,
  query: none,
  body: none,
  answer: ok
})
/** A new company with its provider, directory and learning site, known to CI. */
export const createCompany = endpoint({
  method: 'POST',
  path: '/sandbox/v1/companies/:companyKey',
  access: 'operator',
  params: z.object({ companyKey: z.string().regex(/^[a-z0-9-]{2,30}$/u) }),
  query: none,
  body: z.object({
    name: z.string().min(1),
    people: z.int().min(0).max(500).default(0),
    provider: z.enum(['GenericOIDC', 'EntraIdOIDC', 'OktaOIDC']).default('GenericOIDC'),
    directory: z.boolean().default(true),
    /** Local date from which people may be messaged. */
    launchDate: z.iso.date()
  }),
  answer: z.object({ companyKey: z.string(), organizationId: z.string() })
})
/** A company that exists at Microsoft, Teams and its learning site only. The first of its people may be its admin, the second is HR. */
export const announceCompany = endpoint({
  method: 'POST',
  path: '/sandbox/v1/companies/:companyKey/unknown',
  access: 'operator',
  params: z.object({ companyKey: z.string().regex(/^[a-z0-9-]{2,30}$/u) }),
  query: none,
  body: z.object({ name: z.string().min(1), people: z.int().min(2).max(500).default(12) }),
  answer: z.object({
    domain: z.string(),
    tenantId: z.string(),
    site: z.object({ subdomain: z.string(), url: z.string(), apiKey: z.string() }),
    groups: z.object({ access: z.string(), admin: z.string(), hr: z.string(), cohorts: z.array(z.string()) }),
    admin: z.object({ personKey: z.string(), email: z.string() }),
    hr: z.object({ personKey: z.string(), email: z.string() }),
    people: z.array(z.string())
  })
})
export const addPerson = endpoint({
  method: 'POST',
  path: '/sandbox/v1/companies/:companyKey/people',
  access: 'operator',
  params: z.object({ companyKey: z.string() }),
  query: none,
  body: z.object({
    firstName: z.string(),
    lastName: z.string(),
    title: z.string().default('Specialist'),
    department: z.string().default('Operations'),
    country: z.string().default('MX'),
    timezone: z.string().default('America/Mexico_City'),
    locale: z.string().default('en'),
    groups: z.array(z.string()).default([]),
    access: z.boolean().default(true),
    managerKey: z.string().optional()
  }),
  answer: personSchema
})
/** The directory takes the person out: `deactivate` sends an update, `delete` a deletion. */
export const leave = endpoint({
  method: 'POST',
  path: '/sandbox/v1/people/:personKey/leave',
  access: 'operator',
  params: key,
  query: none,
  body: z.object({ how: z.enum(['deactivate', 'delete']).default('deactivate') }),
  answer: ok
})
/** An admin's slip at the provider, or its correction: the group that gives access is emptied, or full as before. */
export const setAccessGroup = endpoint({
  method: 'POST',
  path: '/sandbox/v1/companies/:companyKey/access-group',
  access: 'operator',
  params: z.object({ companyKey: z.string() }),
  query: none,
  body: z.object({ to: z.enum(['empty', 'full']), except: z.array(z.string()).default([]) }),
  answer: z.object({ people: z.int() })
})
export const installBot = endpoint({
  method: 'POST',
  path: '/sandbox/v1/people/:personKey/install',
  access: 'operator',
  params: key,
  query: none,
  body: none,
  answer: ok
})
export const uninstallBot = endpoint({
  method: 'POST',
  path: '/sandbox/v1/people/:personKey/uninstall',
  access: 'operator',
  params: key,
  query: none,
  body: none,
  answer: ok
})
export const setBlocked = endpoint({
  method: 'POST',
  path: '/sandbox/v1/people/:personKey/blocked',
  access: 'operator',
  params: key,
  query: none,
  body: z.object({ blocked: z.boolean() }),
  answer: ok
})
/** Adds the app to the company's team, as its HR or admin person would; the HR channel then asks to be confirmed. */
export const installToChannel = endpoint({
  method: 'POST',
  path: '/sandbox/v1/companies/:companyKey/channel',
  access: 'operator',
  params: z.object({ companyKey: z.string() }),
  query: none,
  body: z.object({ personKey: z.string() }),
  answer: z.object({ channelId: z.string() })
})
export const say = endpoint({
  method: 'POST',
  path: '/sandbox/v1/people/:personKey/say',
  access: 'operator',
  params: key,
  query: none,
  body: z.object({ text: z.string().min(1).max(28_000), channelId: z.string().optional() }),
  answer: z.object({ messageId: z.string() })
})
/** Presses a button of a card: `data` is the Action.Execute or Action.Submit data, inputs included. */
export const press = endpoint({
  method: 'POST',
  path: '/sandbox/v1/people/:personKey/press',
  access: 'operator',
  params: key,
  query: none,
  body: z.object({
    messageId: z.string(),
    verb: z.string().optional(),
    title: z.string().optional(),
    inputs: z.record(z.string(), z.unknown()).default({}),
    channelId: z.string().optional()
  }),
  answer: z.object({ outcome: z.string(), text: z.string() })
})
export const feedback = endpoint({
  method: 'POST',
  path: '/sandbox/v1/people/:personKey/feedback',
  access: 'operator',
  params: key,
  query: none,
  body: z.object({ messageId: z.string(), reaction: z.enum(['like', 'dislike']), text: z.string().default('') }),
  answer: ok
})
/** The token that Teams would hand to the tab of this person. */
export const getTeamsToken = endpoint({
  method: 'POST',
  path: '/sandbox/v1/people/:personKey/teams-token',
  access: 'operator',
  params: key,
  query: none,
  body: none,
  answer: z.object({ token: z.string() })
})
/** A link that signs this person in to the learning site through their company's provider, without typing. */
export const getLearningLink = endpoint({
  method: 'POST',
  path: '/sandbox/v1/people/:personKey/learning-link',
  access: 'operator',
  params: key,
  query: none,
  body: none,
  answer: z.object({ url: z.string() })
})
/** What CI itself recorded for this person, also after they left. */
export const getSandboxReceipts = endpoint({
  method: 'GET',
  path: '/sandbox/v1/people/:personKey/receipts',
  access: 'operator',
  params: key,
  query: none,
  body: none,
  answer: z.object({ receipts: z.array(z.object({ kind: z.string(), title: z.string(), at: z.iso.datetime() })) })
})

/** A message of HR to everybody who reads English or Spanish, started by CI's operators. */
export const startCampaign = endpoint({
  method: 'POST',
  path: '/sandbox/v1/companies/:companyKey/campaigns',
  access: 'operator',
  params: z.object({ companyKey: z.string() }),
  query: none,
  body: none,
  answer: z.object({ campaignId: z.string() })
})
/** What is planned for this person, as their tab shows it. */
export const getComing = endpoint({
  method: 'GET',
  path: '/sandbox/v1/people/:personKey/coming',
  access: 'operator',
  params: key,
  query: none,
  body: none,
  answer: z.object({ nudges: z.array(z.object({ kind: z.string(), dueAt: z.iso.datetime() })) })
})

/** What CI keeps of this person's words, and what an erasure would take, as their own tab is told. */
export const getKept = endpoint({
  method: 'GET',
  path: '/sandbox/v1/people/:personKey/kept',
  access: 'operator',
  params: key,
  query: none,
  body: none,
  answer: z.object({
    /** Of all conversations, oldest first. */
    messages: z.array(
      z.object({
        from: z.enum(['person', 'coach', 'human']),
        surface: z.enum(['teams', 'tab', 'web', 'lms']),
        text: z.string(),
        at: z.iso.datetime()
      })
    ),
    goes: z.array(z.object({ section: z.string(), count: z.int() }))
  })
})

export const moveClock = endpoint({
  method: 'POST',
  path: '/sandbox/v1/clock',
  access: 'operator',
  params: none,
  query: none,
  body: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('advance'),
      ms: z
        .int()
        .min(1)
        .max(366 * 86_400_000)
    }),
    z.object({ kind: z.literal('to'), at: z.iso.datetime() }),
    /** Five minutes into this person's next working time, or their company's launch date if that is later. */
    z.object({ kind: z.literal('nextWorkingHour'), personKey: z.string() })
  ]),
  answer: z.object({ now: z.iso.datetime() })
})

const standin = z.object({ name: z.string() })
export const addFault = endpoint({
  method: 'POST',
  path: '/sandbox/v1/standins/:name/faults',
  access: 'operator',
  params: standin,
  query: none,
  body: z.record(z.string(), z.unknown()),
  answer: ok
})
export const clearFaults = endpoint({
  method: 'DELETE',
  path: '/sandbox/v1/standins/:name/faults',
  access: 'operator',
  params: standin,
  query: none,
  body: none,
  answer: ok
})
export const getReceived = endpoint({
  method: 'GET',
  path: '/sandbox/v1/standins/:name/received',
  access: 'operator',
  params: standin,
  query: z.object({ after: z.coerce.number().int().optional(), path: z.string().optional() }),
  body: none,
  answer: z.object({
    received: z.array(
      z.object({
        id: z.number(),
        standin: z.string(),
        at: z.string(),
        method: z.string(),
        path: z.string(),
        headers: z.record(z.string(), z.string()),
        body: z.string(),
        status: z.number(),
        response: z.string(),
        ms: z.number()
      })
    )
  })
})

/** What the mail server took, oldest first; `to` is one whole address. */
export const listMails = endpoint({
  method: 'GET',
  path: '/sandbox/v1/mails',
  access: 'operator',
  params: none,
  query: z.object({ to: z.string().optional(), after: z.coerce.number().int().optional() }),
  body: none,
  answer: z.object({
    mails: z.array(
      z.object({
        id: z.number(),
        at: z.string(),
        from: z.string(),
        to: z.array(z.string()),
        subject: z.string(),
        text: z.string(),
        html: z.string()
      })
    )
  })
})

/** `GET /sandbox/v1/events` (server-sent events, `?token=`): one JSON object per event of this shape. */
export const eventSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('call'),
    standin: z.string(),
    id: z.number(),
    at: z.string(),
    method: z.string(),
    path: z.string(),
    status: z.number()
  }),
  z.object({ kind: z.literal('chat'), conversationId: z.string() }),
  z.object({ kind: z.literal('clock'), now: z.string() }),
  z.object({ kind: z.literal('people') })
])
export type SandboxEvent = z.output<typeof eventSchema>
