/** The coach inside a company's learning systems: which of them may show it, and the line that an admin pastes there. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const none = z.object({})

export const MOST_ORIGINS = 20

const answer = z.object({
  origins: z.array(z.string()),
  /** The script that makes the frame, as one line of HTML. */
  snippet: z.string(),
  /** The frame alone, for systems that take an address. */
  frameUrl: z.url()
})

export const getEmbed = endpoint({
  method: 'GET',
  path: '/v1/admin/embed',
  access: 'it',
  params: none,
  query: none,
  body: none,
  answer
})

/** As CI's operators set a company up. Same refusals. */
export const putCompanyEmbed = endpoint({
  method: 'PUT',
  path: '/v1/operator/organizations/:organizationId/embed',
  access: 'operator',
  params: z.object({ organizationId: z.string() }),
  query: none,
  body: z.object({ origins: z.array(z.string().max(300)).max(MOST_ORIGINS) }),
  answer
})

/** Replaces the list. Refused with `bad_origin` when one is none, naming it; without any the coach can be framed nowhere. */
export const putEmbed = endpoint({
  method: 'PUT',
  path: '/v1/admin/embed',
  access: 'it',
  params: none,
  query: none,
  body: z.object({ origins: z.array(z.string().max(300)).max(MOST_ORIGINS) }),
  answer
})
