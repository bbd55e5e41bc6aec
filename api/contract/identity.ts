/** How a person who is signed in elsewhere becomes a caller of this API. */
import { z } from 'zod'
import { LINK_REASONS } from './accounts.ts'
import { getThread } from './coach.ts'
import { getMe } from './directory.ts'
import { endpoint } from './endpoint.ts'

const none = z.object({})

/** The token of Teams single sign-on, as `getAuthToken` of teams-js returns it. */
const teamsToken = z.object({ token: z.string().min(20).max(16_000) })

/** Refusals carry one of these as `code`. */
export const TEAMS_REFUSALS = [
  'invalid_token',
  'unknown_tenant',
  'guest',
  'unlinked',
  'no_access',
  'superseded'
] as const
export type TeamsRefusal = (typeof TEAMS_REFUSALS)[number]

/** Who opened the page, and the conversation that it shows first: as `getMe` and `getThread` tell them. */
const opened = getMe.answer.pick({ personId: true, roles: true, locale: true, timezone: true }).extend({
  /** By `FIRST_THREAD`; null where another page opens. */
  thread: getThread.answer.nullable()
})
export type Opened = z.infer<typeof opened>

/**
 * Exchanges a Teams token for a CI token that lives minutes; ask again with a fresh Teams token before it ends. A page that opens says
 * what it opens, and is spared two more calls; without `opened` in the answer it asks for both.
 */
export const exchangeTeamsToken = endpoint({
  method: 'POST',
  path: '/v1/session/teams',
  access: 'public',
  params: none,
  query: none,
  body: teamsToken.extend({ opens: z.enum(['coach', 'other']).optional() }),
  answer: z.object({ accessToken: z.string(), expiresIn: z.number().int(), opened: opened.optional() })
})

/** Our registration at Microsoft, for which the tab asks people's permission where Teams has none. */
export const getTeamsApp = endpoint({
  method: 'GET',
  path: '/v1/session/teams/app',
  access: 'public',
  params: none,
  query: none,
  body: none,
  answer: z.object({ clientId: z.string() })
})

/**
 * Begins joining the Microsoft account in this Teams session to a person: the page at `url` signs them in through their
 * company and shows a code, which ends it in this same session. Refused with `already_linked`, `guest` or `unknown_tenant`.
 */
export const startTeamsLink = endpoint({
  method: 'POST',
  path: '/v1/session/teams/link',
  access: 'public',
  params: none,
  query: none,
  body: teamsToken,
  answer: z.object({ linkId: z.string(), url: z.url(), expiresAt: z.iso.datetime() })
})

/** Refusals of the code carry one of these as `code`. */
export const LINK_REFUSALS = ['wrong_code', 'expired', 'account_linked', 'person_linked'] as const
export type LinkRefusal = (typeof LINK_REFUSALS)[number]

/** Ends the joining with the code that the page showed: five tries, five minutes, once, by the account that began. */
export const confirmTeamsLink = endpoint({
  method: 'POST',
  path: '/v1/session/teams/link/confirm',
  access: 'public',
  params: none,
  query: none,
  body: teamsToken.extend({ linkId: z.string().max(64), code: z.string().max(32) }),
  answer: z.object({ linked: z.literal(true) })
})

/** How many of the people with access a Microsoft account is joined to, in counts, and what joined them. */
export const countTeamsLinks = endpoint({
  method: 'GET',
  path: '/v1/admin/teams-links',
  access: 'it',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    people: z.number().int(),
    linked: z.number().int(),
    unlinked: z.number().int(),
    by: z.record(z.enum(LINK_REASONS), z.number().int())
  })
})
