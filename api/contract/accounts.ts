/** How Microsoft accounts become people of the company, and how an admin parts the two again. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const none = z.object({})

/** Which rung of the ladder joined an account to its person. */
export const LINK_REASONS = ['directory_attribute', 'employee_number', 'sign_in'] as const

/** What Microsoft said when last asked for somebody's employee number. */
export const GRAPH_ANSWERS = ['granted', 'consent_missing', 'refused', 'unreachable'] as const
export type GraphAnswer = (typeof GRAPH_ANSWERS)[number]

const matching = z.object({
  /** False where CI's operators have not set it up. */
  available: z.boolean(),
  employeeNumber: z.boolean(),
  answer: z.enum(GRAPH_ANSWERS).nullable(),
  answeredAt: z.iso.datetime().nullable(),
  /** Where an admin consents for a whole tenant: one link for each of the company's. */
  consent: z.array(z.object({ tenantId: z.string(), url: z.url() })),
  /** Of the active people in the directory: the try before it is switched on. */
  numbers: z.object({
    people: z.number().int(),
    withNumber: z.number().int(),
    /** Numbers that one active person alone has; nobody else can be matched. */
    unique: z.number().int()
  })
})

export const getAccountMatching = endpoint({
  method: 'GET',
  path: '/v1/admin/account-matching',
  access: 'it',
  params: none,
  query: none,
  body: none,
  answer: matching
})

/** Opt-in. It asks of Microsoft the delegated permission `User.Read`, and of nobody anything else. */
export const putAccountMatching = endpoint({
  method: 'PUT',
  path: '/v1/admin/account-matching',
  access: 'it',
  params: none,
  query: none,
  body: z.object({ employeeNumber: z.boolean() }),
  answer: matching
})

/** Asks Microsoft for the admin's own entry now, so that missing consent shows before anybody meets it. */
export const checkAccountMatching = endpoint({
  method: 'POST',
  path: '/v1/admin/account-matching/check',
  access: 'it',
  params: none,
  query: none,
  body: z.object({ token: z.string().min(20).max(16_000) }),
  answer: matching
})

const linkedAccount = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  tenantId: z.string(),
  because: z.enum(LINK_REASONS),
  linkedAt: z.iso.datetime()
})

/** People whose name or e-mail holds the text and who are joined to a Microsoft account, at most twenty. */
export const listLinkedAccounts = endpoint({
  method: 'GET',
  path: '/v1/admin/linked-accounts',
  access: 'it',
  params: none,
  query: z.object({ search: z.string().trim().min(2).max(100) }),
  body: none,
  answer: z.object({ accounts: z.array(linkedAccount) })
})

/** Parts a person from their Microsoft accounts: they are told, their sign-ins end, and only they can connect again. */
export const partAccounts = endpoint({
  method: 'POST',
  path: '/v1/admin/people/:personId/part-accounts',
  access: 'it',
  params: z.object({ personId: z.string().max(64) }),
  query: none,
  body: z.object({ reason: z.string().trim().min(3).max(300) }),
  answer: z.object({ parted: z.number().int() })
})
