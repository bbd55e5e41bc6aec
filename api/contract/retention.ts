/** How long a company lets things be kept. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { cellSchema } from './parts.ts'
import { REGISTER } from './register.ts'

const none = z.object({})

const { conversations, nudges, inbound, traces } = REGISTER.retention
export const MOST_DAYS = conversations.most
export const LEAST_DAYS = {
  conversationDays: conversations.least,
  nudgeDays: nudges.least,
  inboundDays: inbound.least,
  traceDays: traces.least
} as const

const days = (period: keyof typeof LEAST_DAYS) => z.int().min(LEAST_DAYS[period]).max(MOST_DAYS)
const policySchema = z.object({
  /** What people and coach said, plans that are over, feedback. */
  conversationDays: days('conversationDays'),
  /** Nudges and their deliveries, once they are over. */
  nudgeDays: days('nudgeDays'),
  /** Messages to the bot, once they are answered. */
  inboundDays: days('inboundDays'),
  /** Sign-ins and attempts to link accounts. */
  traceDays: days('traceDays')
})
export type RetentionPolicy = z.output<typeof policySchema>

/** While a company has set nothing. */
export const DEFAULT_DAYS = {
  conversationDays: conversations.atFirst,
  nudgeDays: nudges.atFirst,
  inboundDays: inbound.atFirst,
  traceDays: traces.atFirst
} as const

export const getRetention = endpoint({
  method: 'GET',
  path: '/v1/admin/retention',
  access: 'owner',
  params: none,
  query: none,
  body: none,
  answer: policySchema.extend({
    /** Null while the product's own 24 months hold. */
    changedAt: z.iso.datetime().nullable()
  })
})

/** How many people something of theirs would go for tonight, where that is told at all. */
export const tryRetention = endpoint({
  method: 'POST',
  path: '/v1/admin/retention/try',
  access: 'owner',
  params: none,
  query: none,
  body: policySchema,
  answer: z.object({
    conversations: cellSchema,
    nudges: cellSchema,
    inbound: cellSchema,
    traces: cellSchema
  })
})

export const putRetention = endpoint({
  method: 'PUT',
  path: '/v1/admin/retention',
  access: 'owner',
  params: none,
  query: none,
  body: policySchema,
  answer: policySchema.extend({ changedAt: z.iso.datetime().nullable() })
})
