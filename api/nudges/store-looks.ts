/** SQL of the figures that owners of a campaign were told last. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Trx } from '../platform/database.ts'
import type { CampaignKey } from './store-campaigns.ts'

const countsSchema = z.record(z.string(), z.int())
type Counts = z.output<typeof countsSchema>
export type Look = { readonly parts: Counts; readonly answers: Counts }

/** Of two who look at once the second is told after the first. */
export async function stepLook(
  trx: Trx,
  { organizationId, campaignId }: CampaignKey,
  { at, step }: { readonly at: Date; readonly step: (before: Look | undefined) => Look }
): Promise<void> {
  await sql`insert into campaign_looks (organization_id, campaign_id, parts, answers, told_at)
    values (${organizationId}, ${campaignId}, '{}', '{}', ${at}) on conflict do nothing`.execute(trx)
  const { rows } = await sql<{ parts: unknown; answers: unknown }>`select parts, answers from campaign_looks
    where organization_id = ${organizationId} and campaign_id = ${campaignId} for update`.execute(trx)
  const { parts, answers } = step(rows[0] && toLook(rows[0]))
  await sql`update campaign_looks set parts = ${JSON.stringify(parts)}::jsonb, answers = ${JSON.stringify(answers)}::jsonb, told_at = ${at}
    where organization_id = ${organizationId} and campaign_id = ${campaignId}`.execute(trx)
}

const toLook = ({ parts, answers }: { readonly parts: unknown; readonly answers: unknown }): Look => ({
  parts: countsSchema.parse(parts),
  answers: countsSchema.parse(answers)
})
