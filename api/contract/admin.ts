/** What the company's own admin sees and starts: set-up links and the state of the connections. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const none = z.object({})

export const PORTAL_INTENTS = [
  'sso',
  'dsync',
  'domain_verification',
  'certificate_renewal',
  'audit_logs',
  'log_streams'
] as const

/** A link of minutes to the set-up portal for one task; go there at once, it is not to be kept or mailed. */
export const openPortal = endpoint({
  method: 'POST',
  path: '/v1/admin/portal-links',
  access: 'it',
  params: none,
  query: none,
  body: z.object({ intent: z.enum(PORTAL_INTENTS) }),
  answer: z.object({ url: z.url() })
})

/** Why a connection is as it is; `well` and `unused` ask for nothing. */
export const CONNECTION_REASONS = [
  'well',
  'unused',
  'own',
  'gone',
  'off',
  'unfinished',
  'certificate_expired',
  'certificate_expiring',
  'all_failing',
  'many_failing',
  'never_connected',
  'never_heard',
  'not_compared'
] as const

const health = z.object({ light: z.enum(['green', 'amber', 'red']), reason: z.enum(CONNECTION_REASONS) })
/** The last that the set-up portal's side said of the connection itself, such as `connection.activated`. */
const news = z.object({ event: z.string(), at: z.iso.datetime() }).nullable()

/** Counts and moments of the connections, without names of people. */
export const getConnections = endpoint({
  method: 'GET',
  path: '/v1/admin/connections',
  access: 'it',
  scope: 'health.read',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    /** False when WorkOS could not be asked: this is then what was heard last. */
    live: z.boolean(),
    directory: z.object({
      /** False where people come by sign-in alone. */
      expected: z.boolean(),
      health,
      news,
      /** Null until the directory said anything. */
      lastEventAt: z.iso.datetime().nullable(),
      lastComparedAt: z.iso.datetime().nullable()
    }),
    signIn: z.object({
      name: z.string().nullable(),
      /** Such as `GenericOIDC`. */
      type: z.string().nullable(),
      health,
      news,
      /** Of the provider's signing certificate, where it has one that is known. */
      certificateExpiresAt: z.iso.datetime().nullable(),
      lastAt: z.iso.datetime().nullable(),
      /** Of the last seven days, by what became of them: `signed_in`, `expired`, `no_access` … */
      week: z.array(z.object({ outcome: z.string(), count: z.number().int() }))
    })
  })
})
