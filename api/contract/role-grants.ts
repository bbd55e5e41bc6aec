/** Who has which role in the company, by a group or by an owner's word, and how an owner changes it. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { roleSchema } from './roles.ts'

const none = z.object({})

/** What an owner can give. `author` is a coach of the company. */
export const GIVEN_ROLES = ['owner', 'it', 'hr', 'author', 'support'] as const
const given = z.enum(GIVEN_ROLES)

const holder = z.object({
  personId: z.string(),
  name: z.string(),
  address: z.string().nullable(),
  roles: z.array(
    z.object({
      role: roleSchema,
      /** `group`: the directory gives it, and only the directory takes it. */
      from: z.enum(['group', 'owner']),
      reason: z.string().nullable(),
      by: z.string().nullable(),
      at: z.iso.datetime().nullable()
    })
  )
})
export type RoleHolder = z.output<typeof holder>

const answer = z.object({ holders: z.array(holder) })

/** Everybody with a role, by name. Managers are the directory's, and not among them. */
export const listRoles = endpoint({
  method: 'GET',
  path: '/v1/admin/roles',
  access: 'owner',
  params: none,
  query: none,
  body: none,
  answer
})

/** To find whom to give a role. */
export const searchForRole = endpoint({
  method: 'GET',
  path: '/v1/admin/roles/people',
  access: 'owner',
  params: none,
  query: z.object({ search: z.string().trim().min(2).max(100) }),
  body: none,
  answer: z.object({
    people: z.array(z.object({ personId: z.string(), name: z.string(), address: z.string().nullable() }))
  })
})

const change = z.object({ personId: z.string().max(64), role: given, reason: z.string().trim().min(3).max(300) })

/** Holds with the person's next token, within five minutes. */
export const giveRole = endpoint({
  method: 'POST',
  path: '/v1/admin/roles/give',
  access: 'owner',
  params: none,
  query: none,
  body: change,
  answer
})

/** Holds within seconds everywhere. Refused with `last_owner` when nobody would be left who may give roles. */
export const takeRole = endpoint({
  method: 'POST',
  path: '/v1/admin/roles/take',
  access: 'owner',
  params: none,
  query: none,
  body: change,
  answer
})
