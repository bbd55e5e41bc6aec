/** What was shut behind a person who left, and when: for the company's admin, and signed for an auditor. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const none = z.object({})

const hop = z.object({
  /** One app's session, the chat with the bot, nudges still to be sent, the learning site's courses. */
  hop: z.enum(['app', 'conversation', 'nudges', 'courses']),
  /** The app's name; null for what is no app. */
  app: z.string().nullable(),
  /** `open`: that app cannot be told; its own session ends by itself. `held`: kept until an admin decides about many leavers. */
  state: z.enum(['waiting', 'held', 'done', 'open']),
  at: z.iso.datetime().nullable()
})

const departure = z.object({
  departureId: z.string(),
  personId: z.string(),
  /** Such as `deactivated`, `left_access_group`, `directory_removed`. */
  reason: z.string(),
  /** When the company's directory changed the person; null where it did not say. */
  changedAt: z.iso.datetime().nullable(),
  /** When WorkOS made an event of it; null where two lists were compared. */
  eventAt: z.iso.datetime().nullable(),
  receivedAt: z.iso.datetime(),
  /** From here on no session, code or refresh token of theirs exists, and nobody gets a new one. */
  revokedAt: z.iso.datetime(),
  /** At the latest then each process refuses what was issued before, or refuses everybody. */
  refusedEverywhereBy: z.iso.datetime(),
  returnedAt: z.iso.datetime().nullable(),
  hops: z.array(hop)
})
export type DepartureView = z.output<typeof departure>

const named = departure.extend({ name: z.string().nullable() })

/** Newest first, in pages; `before` is the `next` of the page before. */
export const listDepartures = endpoint({
  method: 'GET',
  path: '/v1/admin/departures',
  access: 'it',
  scope: 'departures.read',
  params: none,
  query: z.object({
    before: z.string().max(64).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20)
  }),
  body: none,
  answer: z.object({ departures: z.array(named), next: z.string().nullable() })
})

/**
 * The receipt as it stands now, as a JWS of type `departure+jwt` that `GET /.well-known/receipt-keys.json` verifies for as long
 * as CI exists: the departure in `departure`, the issuer in `iss`, the person's subject in `sub`, the moment of signing in `iat`.
 */
export const signDeparture = endpoint({
  method: 'GET',
  path: '/v1/admin/departures/:departureId/receipt',
  access: 'it',
  scope: 'departures.read',
  params: z.object({ departureId: z.string().max(64) }),
  query: none,
  body: none,
  answer: z.object({ departure: named, jws: z.string() })
})
