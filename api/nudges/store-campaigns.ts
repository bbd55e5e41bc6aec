import { sql } from 'kysely'
import { z } from 'zod'
import { campaignContentSchema, type CampaignContent } from '../contract/campaigns.ts'
import type { Trx } from '../platform/database.ts'
import type { Campaign, StoredState } from './campaign.ts'

type CampaignTables = {
  campaigns: {
    organization_id: string
    id: string
    content: unknown
    revision: number
    state: StoredState
    saved_by: string
    saved_at: Date
    turns: unknown
  }
  campaign_switches: { organization_id: string; stopped_by: string; reason: string; stopped_at: Date }
}

const turnSchema = z.object({ turn: z.string(), by: z.string(), at: z.string() })
export type KeptTurn = z.output<typeof turnSchema>
export type KeptCampaign = Campaign & {
  readonly savedAt: Date
  /** Oldest first. */
  readonly turns: readonly KeptTurn[]
}
export type Switch = { readonly by: string; readonly reason: string; readonly at: Date }

const tables = (trx: Trx) => trx.withTables<CampaignTables>()
const json = (content: CampaignContent) => sql<unknown>`${JSON.stringify(content)}::jsonb`

const toCampaign = (row: CampaignTables['campaigns']): KeptCampaign => ({
  campaignId: row.id,
  content: campaignContentSchema.parse(row.content),
  revision: row.revision,
  state: row.state,
  savedBy: row.saved_by,
  savedAt: row.saved_at,
  turns: z.array(turnSchema).parse(row.turns)
})

export type CampaignKey = { readonly organizationId: string; readonly campaignId: string }

export async function insertCampaign(trx: Trx, organizationId: string, campaign: KeptCampaign): Promise<void> {
  await tables(trx)
    .insertInto('campaigns')
    .values({
      organization_id: organizationId,
      id: campaign.campaignId,
      content: json(campaign.content),
      revision: campaign.revision,
      state: campaign.state,
      saved_by: campaign.savedBy,
      saved_at: campaign.savedAt,
      turns: sql`'[]'::jsonb`
    })
    .execute()
}

/** Locks it, so that of two who save or turn it at once one comes second. */
export async function lockCampaign(
  trx: Trx,
  { organizationId, campaignId }: CampaignKey
): Promise<KeptCampaign | undefined> {
  const row = await tables(trx)
    .selectFrom('campaigns')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', campaignId)
    .forUpdate()
    .executeTakeFirst()
  return row && toCampaign(row)
}

export async function saveContent(
  trx: Trx,
  organizationId: string,
  { campaignId, content, revision, savedBy, savedAt }: Omit<KeptCampaign, 'state' | 'turns'>
): Promise<void> {
  await tables(trx)
    .updateTable('campaigns')
    .set({ content: json(content), revision, saved_by: savedBy, saved_at: savedAt })
    .where('organization_id', '=', organizationId)
    .where('id', '=', campaignId)
    .execute()
}

export async function saveTurn(
  trx: Trx,
  { organizationId, campaignId }: CampaignKey,
  { state, turn }: { readonly state: StoredState; readonly turn: KeptTurn }
): Promise<void> {
  await sql`update campaigns set state = ${state}, turns = turns || ${JSON.stringify([turn])}::jsonb
    where organization_id = ${organizationId} and id = ${campaignId}`.execute(trx)
}

/** Newest first; only those in this state, or of these ids. */
export async function campaignsOf(
  trx: Trx,
  organizationId: string,
  only: { readonly state?: StoredState; readonly ids?: readonly string[] } = {}
): Promise<readonly KeptCampaign[]> {
  const all = tables(trx).selectFrom('campaigns').selectAll().where('organization_id', '=', organizationId)
  const inState = only.state ? all.where('state', '=', only.state) : all
  const named = only.ids ? inState.where('id', '=', sql<string>`any(${[...only.ids]}::text[])`) : inState
  return (await named.orderBy('id', 'desc').execute()).map(toCampaign)
}

export async function findSwitch(trx: Trx, organizationId: string): Promise<Switch | undefined> {
  const row = await tables(trx)
    .selectFrom('campaign_switches')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .executeTakeFirst()
  return row && { by: row.stopped_by, reason: row.reason, at: row.stopped_at }
}

/** @returns false when it stood there already. */
export async function setSwitch(trx: Trx, organizationId: string, { by, reason, at }: Switch): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(trx)
    .insertInto('campaign_switches')
    .values({ organization_id: organizationId, stopped_by: by, reason, stopped_at: at })
    .onConflict(conflict => conflict.column('organization_id').doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** @returns false when it was not set. */
export async function clearSwitch(trx: Trx, organizationId: string): Promise<boolean> {
  const { numDeletedRows } = await tables(trx)
    .deleteFrom('campaign_switches')
    .where('organization_id', '=', organizationId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
