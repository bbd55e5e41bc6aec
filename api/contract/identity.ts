/** How a person who is signed in elsewhere becomes a caller of this API. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const none = z.object({})

/** The token of Teams single sign-on, as `getAuthToken` of teams-js returns it. */
const teamsToken = z.object({ token: z.string().min(20).max(16_000) })

/** Refusals carry one of these as `code`. */
export const TEAMS_REFUSALS = ['invalid_token', 'unknown_tenant', 'guest', 'unlinked', 'no_access'] as const
export type TeamsRefusal = (typeof TEAMS_REFUSALS)[number]

/** Exchanges a Teams token for a CI token that lives minutes; ask again with a fresh Teams token before it ends. */
export const exchangeTeamsToken = endpoint({
  method: 'POST',
  path: '/v1/session/teams',
  access: 'public',
  params: none,
  query: none,
  body: teamsToken,
  answer: z.object({ accessToken: z.string(), expiresIn: z.number().int() })
})

/** Joins a Microsoft account to the person who just signed in through their company, when the directory cannot. */
export const linkTeamsAccount = endpoint({
  method: 'POST',
  path: '/v1/session/teams/link',
  access: 'person',
  params: none,
  query: none,
  body: teamsToken,
  answer: z.object({ linked: z.literal(true) })
})
