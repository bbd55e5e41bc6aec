/** What happened, published once by the slice that made it happen; `wiring.ts` says who cares. Ids only, never content. */
import { z } from 'zod'

const about = { organizationId: z.string(), personId: z.string() }

export const factSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('organization.configured'), organizationId: z.string() }),
  /** A Microsoft 365 tenant is the company's no longer. */
  z.object({ type: z.literal('tenant.gone'), organizationId: z.string(), tenantId: z.string() }),
  z.object({ type: z.literal('person.joined'), ...about }),
  z.object({ type: z.literal('person.changed'), ...about }),
  /** An admin said that the former is the same person; all that led to them leads here. */
  z.object({ type: z.literal('person.merged'), ...about, formerPersonId: z.string() }),
  z.object({ type: z.literal('person.left'), ...about, receivedAt: z.string(), reason: z.string() }),
  /** What was held for a leaver, or for somebody whose groups changed, may be done now. */
  z.object({ type: z.literal('person.released'), ...about }),
  z.object({ type: z.literal('brake.set'), organizationId: z.string(), brakeId: z.string() }),
  z.object({ type: z.literal('cohort.joined'), ...about, cohortId: z.string() }),
  z.object({ type: z.literal('cohort.left'), ...about, cohortId: z.string() }),
  z.object({ type: z.literal('account.linked'), ...about, because: z.enum(['sign_in', 'employee_number']) }),
  z.object({ type: z.literal('account.parted'), ...about }),
  z.object({ type: z.literal('conversation.opened'), ...about }),
  z.object({ type: z.literal('agreement.given'), ...about }),
  z.object({ type: z.literal('agreement.declined'), ...about }),
  /** The text that a company's people are asked about became another. */
  z.object({ type: z.literal('agreement.changed'), organizationId: z.string() }),
  z.object({ type: z.literal('course.enrolled'), ...about, courseId: z.string() }),
  z.object({ type: z.literal('course.completed'), ...about, courseId: z.string() }),
  /** `followUpAt` is null where it is not to be asked about; `exact`: the person named the minute. */
  z.object({
    type: z.literal('plan.made'),
    ...about,
    planId: z.string(),
    followUpAt: z.string().nullable(),
    exact: z.boolean().optional()
  }),
  /** Null: it is not to be asked about any more. */
  z.object({
    type: z.literal('plan.rescheduled'),
    ...about,
    planId: z.string(),
    followUpAt: z.string().nullable(),
    /** Tells one change from another. */
    at: z.string()
  }),
  z.object({
    type: z.literal('plan.closed'),
    ...about,
    planId: z.string(),
    outcome: z.enum(['kept', 'missed', 'dropped'])
  }),
  z.object({ type: z.literal('nudge.sent'), ...about, nudgeId: z.string() }),
  /** Its moment came, and an experiment left it out. */
  z.object({ type: z.literal('nudge.held'), ...about, nudgeId: z.string() }),
  z.object({ type: z.literal('nudge.answered'), ...about, nudgeId: z.string(), answer: z.string() }),
  /** The chat could not take it, and another way may be tried. */
  z.object({ type: z.literal('delivery.unreached'), ...about, deliveryId: z.string() }),
  z.object({ type: z.literal('preferences.changed'), ...about }),
  /** Nothing arrived there for days. */
  z.object({ type: z.literal('webhook.disabled'), organizationId: z.string(), endpointId: z.string() }),
  /** `left`: its last day has come, and the last file is there. */
  z.object({
    type: z.literal('company.leaving'),
    organizationId: z.string(),
    state: z.enum(['scheduled', 'undone', 'left']),
    leavesAt: z.iso.datetime()
  }),
  z.object({ type: z.literal('report.made'), organizationId: z.string(), reportId: z.string() })
])
export type Fact = z.infer<typeof factSchema>
