/** Claim mapping and its lab: what a provider sends, and which person comes of it. For the company's admin. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const none = z.object({})
const name = z.string().min(1).max(200)

export const ATTRIBUTES = [
  'subject',
  'email',
  'firstName',
  'lastName',
  'groups',
  'department',
  'country',
  'locale',
  'employeeNumber'
] as const
const attribute = z.enum(ATTRIBUTES)
const names = z.array(name).max(10).optional()

/** Claim names in order of preference, tried before the defaults; names are case-sensitive. */
export const candidatesSchema = z.object({
  subject: names,
  email: names,
  firstName: names,
  lastName: names,
  groups: names,
  department: names,
  country: names,
  locale: names,
  employeeNumber: names,
  /** How groups are named: as they are sent, or, of a full name such as `CN=CI-Access,OU=Groups`, by `CI-Access` alone. */
  groupsAs: z.enum(['sent', 'common_name']).optional()
})

const mapped = z.object({ attribute, value: z.string(), claim: z.string() })

export const LONGEST_PASTE = 200_000

/** As it is pasted: an ID token, SAML attributes (XML or JSON), a SCIM user, or plain claims as JSON. */
const pasted = z.object({
  /** As WorkOS names it, such as `GenericOIDC`, `OktaOIDC`, `EntraIdOIDC`, `ADFSSAML`. */
  connectionType: z.string().min(1).max(60),
  text: z.string().min(2).max(LONGEST_PASTE)
})

const verdict = z.object({
  /** What was pasted: nothing is verified here, so it proves nobody. */
  kind: z.enum(['id_token', 'saml', 'scim', 'claims']),
  mapped: z.array(mapped),
  missing: z.array(attribute),
  /** A mapping that would fill what is missing, or let somebody in who is refused, by what is in the paste. */
  suggestions: z.array(z.object({ attribute, claim: z.string(), groupsAs: z.literal('common_name').optional() })),
  /** What else there is to know of the paste: that nobody has verified it, that it has ended. */
  notes: z.array(z.string()),
  access: z.object({ allowed: z.boolean(), why: z.string() }),
  cohorts: z.array(z.string()),
  courses: z.array(z.string())
})

export const tryClaims = endpoint({
  method: 'POST',
  path: '/v1/admin/claim-lab',
  access: 'it',
  params: none,
  query: none,
  /** `candidates`: a mapping to try; the saved one without. */
  body: pasted.extend({ candidates: candidatesSchema.optional() }),
  answer: verdict
})

export const getClaimMapping = endpoint({
  method: 'GET',
  path: '/v1/admin/claim-mapping',
  access: 'it',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    /** 0: nothing saved, the defaults alone. */
    version: z.number().int(),
    candidates: candidatesSchema,
    /** After the first sign-in the subject stays what it is, or everybody would become somebody else. */
    subjectFrozen: z.boolean()
  })
})

/** Refused with `cases_break`, naming them, unless a reason is given; with `subject_frozen`; with `changed_meanwhile`. */
export const putClaimMapping = endpoint({
  method: 'PUT',
  path: '/v1/admin/claim-mapping',
  access: 'it',
  params: none,
  query: none,
  body: z.object({
    /** The version that was looked at. */
    from: z.number().int().min(0),
    candidates: candidatesSchema,
    reason: z.string().min(3).max(500).optional()
  }),
  answer: z.object({ version: z.number().int(), broken: z.array(z.string()) })
})

const claimCase = z.object({
  caseId: z.string(),
  name,
  connectionType: z.string(),
  /** What came of it when it was saved. */
  wanted: z.partialRecord(attribute, z.string()),
  /** Whether the saved mapping still gives that. */
  holds: z.boolean()
})

export const listClaimCases = endpoint({
  method: 'GET',
  path: '/v1/admin/claim-cases',
  access: 'it',
  params: none,
  query: none,
  body: none,
  answer: z.object({ cases: z.array(claimCase) })
})

/** Keeps a paste with what comes of it now. */
export const saveClaimCase = endpoint({
  method: 'POST',
  path: '/v1/admin/claim-cases',
  access: 'it',
  params: none,
  query: none,
  body: pasted.extend({ name }),
  answer: claimCase
})

export const deleteClaimCase = endpoint({
  method: 'DELETE',
  path: '/v1/admin/claim-cases/:caseId',
  access: 'it',
  params: z.object({ caseId: z.string() }),
  query: none,
  body: none,
  answer: z.object({ deleted: z.literal(true) })
})

/** How recent sign-ins ended: which claims came and which were used, by name. */
export const listSignIns = endpoint({
  method: 'GET',
  path: '/v1/admin/sign-ins',
  access: 'it',
  params: none,
  query: z.object({ failed: z.stringbool().default(true) }),
  body: none,
  answer: z.object({
    signIns: z.array(
      z.object({
        attemptId: z.string(),
        at: z.iso.datetime(),
        outcome: z.string(),
        connectionType: z.string().nullable(),
        claims: z.array(z.string()),
        used: z.record(z.string(), z.string())
      })
    )
  })
})
