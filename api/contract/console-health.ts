/** Whether what the product leans on is well, beside sign-in and directory: a light, a reason and the last that was heard. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export const CONNECTED = ['learning_site', 'teams', 'mail', 'coach_engine', 'audit_forwarding', 'api_keys'] as const
export type Connected = (typeof CONNECTED)[number]

/** `off`: not in use, which asks for nothing. */
export const LIGHTS = ['green', 'amber', 'red', 'off'] as const

export const HEALTH_REASONS = [
  'well',
  'off',
  'not_set_up',
  'key_refused',
  'site_renamed',
  'site_unreachable',
  'site_busy',
  'no_tenant',
  'tenant_unproved',
  'nobody_yet',
  'token_refused',
  'microsoft_unreachable',
  'mail_missing',
  'mail_unreachable',
  'scripted',
  'not_checked',
  'engine_failing',
  'waiting',
  'forwarding_refused',
  'no_keys',
  'key_ended',
  'key_ending',
  'key_maker_left'
] as const
export type HealthReason = (typeof HEALTH_REASONS)[number]

const one = z.object({
  what: z.enum(CONNECTED),
  light: z.enum(LIGHTS),
  reason: z.enum(HEALTH_REASONS),
  /** When it last worked or was last heard of. */
  lastAt: z.iso.datetime().nullable()
})
export type ConnectedHealth = z.output<typeof one>

export const getConsoleHealth = endpoint({
  method: 'GET',
  path: '/v1/admin/health',
  access: 'it',
  scope: 'health.read',
  params: z.object({}),
  query: z.object({}),
  body: z.object({}),
  answer: z.object({ connections: z.array(one) })
})
