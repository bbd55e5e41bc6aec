/** The directory as CI has it, for the company's admins: who is there and why they have access. Nothing of what anybody does here. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { roleSchema } from './roles.ts'

const none = z.object({})

/** Why somebody may use CI, or may not. */
export const ACCESS_REASONS = [
  'in_group',
  'everybody',
  'by_sign_in',
  'invited',
  'not_in_group',
  'inactive',
  'replaced',
  'learning_site_only'
] as const

const person = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  title: z.string().nullable(),
  department: z.string().nullable(),
  active: z.boolean(),
  access: z.boolean(),
  because: z.enum(ACCESS_REASONS)
})
export type BrowsedPerson = z.output<typeof person>

export const PEOPLE_FILTERS = ['all', 'access', 'no_access', 'gone'] as const

/** By id, in pages of at most fifty; `after` is the `next` of the page before. */
export const browsePeople = endpoint({
  method: 'GET',
  path: '/v1/admin/directory/people',
  access: 'it',
  scope: 'directory.read',
  params: none,
  query: z.object({
    search: z.string().trim().max(100).optional(),
    filter: z.enum(PEOPLE_FILTERS).default('all'),
    /** Name of a group of the directory. */
    group: z.string().max(200).optional(),
    cohort: z.string().max(200).optional(),
    after: z.string().max(64).optional()
  }),
  body: none,
  answer: z.object({ people: z.array(person), next: z.string().nullable() })
})

/** One person. Recorded in the audit log with who looked. */
export const lookUpPerson = endpoint({
  method: 'GET',
  path: '/v1/admin/directory/people/:personId',
  access: 'it',
  scope: 'directory.read',
  params: z.object({ personId: z.string().max(64) }),
  query: none,
  body: none,
  answer: person.extend({
    providerId: z.string(),
    country: z.string().nullable(),
    timezone: z.string().nullable(),
    locale: z.string().nullable(),
    manager: z.string().nullable(),
    reports: z.int(),
    groups: z.array(z.string()),
    /** With the rule that put them there: a group or an attribute, as the company's settings have it. */
    cohorts: z.array(z.object({ name: z.string(), rule: z.string().nullable() })),
    roles: z.array(z.object({ role: roleSchema, group: z.string().nullable() })),
    /** The group that gives access, where there is one. */
    accessGroup: z.string().nullable(),
    since: z.iso.datetime(),
    goneSince: z.iso.datetime().nullable()
  })
})

/** Groups and cohorts with how many active people are in each. */
export const listDirectoryGroups = endpoint({
  method: 'GET',
  path: '/v1/admin/directory/groups',
  access: 'it',
  scope: 'directory.read',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    people: z.int(),
    groups: z.array(z.object({ name: z.string(), people: z.int() })),
    cohorts: z.array(z.object({ name: z.string(), people: z.int() }))
  })
})
