/** The signed-in person, as CI knows them. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { ROLES } from './role-names.ts'

const none = z.object({})

export const getMe = endpoint({
  method: 'GET',
  path: '/v1/me',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    personId: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    email: z.string().nullable(),
    title: z.string().nullable(),
    department: z.string().nullable(),
    manager: z.string().nullable(),
    cohorts: z.array(z.string()),
    country: z.string().nullable(),
    timezone: z.string().nullable(),
    locale: z.string().nullable(),
    organization: z.object({ name: z.string(), demo: z.boolean() }),
    roles: z.array(z.enum(ROLES))
  })
})

/** What each night's comparison with the directory's own lists found and mended, newest first. */
export const listDirectoryDrift = endpoint({
  method: 'GET',
  path: '/v1/admin/directory/drift',
  access: 'it',
  scope: 'health.read',
  params: z.object({}),
  query: z.object({}),
  body: z.object({}),
  answer: z.object({
    reports: z.array(
      z.object({
        at: z.iso.datetime(),
        /** People in the lists. */
        listed: z.number().int(),
        /** Listed, and not known here. */
        missing: z.number().int(),
        /** Active here, and listed no more. */
        extra: z.number().int(),
        /** Known here with other attributes or groups. */
        differing: z.number().int()
      })
    )
  })
})

/** People who have the provider id of somebody who was here before, and of whom it is not sure whether they are the same. */
export const listReturners = endpoint({
  method: 'GET',
  path: '/v1/admin/directory/returners',
  access: 'it',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    returners: z.array(
      z.object({
        personId: z.string(),
        name: z.string(),
        formerName: z.string(),
        goneSince: z.iso.datetime().nullable(),
        askedAt: z.iso.datetime(),
        because: z.enum(['away_too_long', 'attribute_differs', 'attribute_missing'])
      })
    )
  })
})

/** `same`: the former person goes on with all that is theirs. `different`: both stay as they are. */
export const decideReturnerEndpoint = endpoint({
  method: 'POST',
  path: '/v1/admin/directory/returners/:personId',
  access: 'it',
  params: z.object({ personId: z.string() }),
  query: none,
  body: z.object({ decision: z.enum(['same', 'different']) }),
  answer: none
})
