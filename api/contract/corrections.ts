/** Cards of a campaign that were sent: their words corrected, or taken back. What people answered is left alone. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { flawSchema, wordsByLanguage } from './nudge-content.ts'
import { cellSchema } from './parts.ts'

/** New words; a neutral line in their place; deleted from the chat. The last two end the campaign. */
export const CORRECTIONS = ['correct', 'take_back', 'delete'] as const

const key = z.object({ campaignId: z.string() })
const none = z.object({})

export const correctionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('correct'), words: wordsByLanguage }),
  z.object({ kind: z.literal('take_back') }),
  z.object({ kind: z.literal('delete') })
])
export type CorrectionAsked = z.output<typeof correctionSchema>

/** `otherWay`: came by mail or in the activity feed, or nobody knows whether it came; it cannot be changed there. */
const partsSchema = z.object({ cards: cellSchema, answered: cellSchema, otherWay: cellSchema })

/** How many it would reach; changes nothing. */
export const dryRunCorrection = endpoint({
  method: 'POST',
  path: '/v1/campaigns/:campaignId/corrections/dry-run',
  access: 'hr',
  params: key,
  query: none,
  body: correctionSchema,
  answer: z.object({ parts: partsSchema, flaws: z.array(flawSchema), missing: z.array(z.string()) })
})

/** @throws `conflict` when another is under way, or the campaign is another than the one looked at. */
export const correctCampaign = endpoint({
  method: 'POST',
  path: '/v1/campaigns/:campaignId/corrections',
  access: 'hr',
  params: key,
  query: none,
  body: z.object({ basedOn: z.int(), asked: correctionSchema }),
  answer: z.object({ correctionId: z.string() })
})

/** `gone`: the person or somebody else deleted it. `notReached`: blocked, removed, or no chat any more. */
const progressSchema = z.object({
  changed: cellSchema,
  waiting: cellSchema,
  answered: cellSchema,
  gone: cellSchema,
  notReached: cellSchema,
  failed: cellSchema
})

/** Newest first. */
export const listCorrections = endpoint({
  method: 'GET',
  path: '/v1/campaigns/:campaignId/corrections',
  access: 'hr',
  params: key,
  query: none,
  body: none,
  answer: z.object({
    corrections: z.array(
      z.object({
        correctionId: z.string(),
        kind: z.enum(CORRECTIONS),
        by: z.string(),
        at: z.iso.datetime(),
        endedAt: z.iso.datetime().nullable(),
        parts: progressSchema
      })
    )
  })
})
