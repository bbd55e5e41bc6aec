/** SQL of HR's channels and of the reports that wait for their hour there. */
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'

export type HrChannelKind = 'standard' | 'private' | 'shared'
export type HrChannelProblem =
  | 'deleted'
  | 'team_deleted'
  | 'app_removed'
  | 'not_found'
  | 'disabled'
  | 'refused'
  | 'unclear'

type HrTables = {
  hr_channels: {
    organization_id: string
    id: string
    tenant_id: string
    team_id: string
    conversation_id: string
    name: string | null
    team_name: string | null
    service_url: string
    bot_id: string
    state: 'candidate' | 'confirmed' | 'removed'
    confirmed_by: string | null
    kind: HrChannelKind | null
    members: number | null
    looked_at: Date | null
    problem: HrChannelProblem | null
    problem_at: Date | null
    last_posted_at: Date | null
    timezone: string | null
    locale: 'en' | 'es' | null
    updated_at: Date
  }
}

export type HrChannelRow = HrTables['hr_channels']

/** Of a channel that was just offered. */
export const NOTHING_KNOWN = {
  kind: null,
  members: null,
  looked_at: null,
  problem: null,
  problem_at: null,
  last_posted_at: null,
  timezone: null,
  locale: null
} as const

const tables = (trx: Trx) => trx.withTables<HrTables>()

export async function saveHrChannel(trx: Trx, row: HrChannelRow): Promise<HrChannelRow> {
  const { name, team_name, service_url, bot_id, updated_at } = row
  return tables(trx)
    .insertInto('hr_channels')
    .values(row)
    .onConflict(conflict =>
      conflict
        .columns(['organization_id', 'conversation_id'])
        .doUpdateSet({ name, team_name, service_url, bot_id, updated_at })
    )
    .returningAll()
    .executeTakeFirstOrThrow()
}

type Key = { readonly organizationId: string; readonly channelId: string }

export const findHrChannel = (trx: Trx, key: Key): Promise<HrChannelRow | undefined> =>
  tables(trx)
    .selectFrom('hr_channels')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('id', '=', key.channelId)
    .executeTakeFirst()

export const listHrChannels = (trx: Trx, organizationId: string): Promise<HrChannelRow[]> =>
  tables(trx)
    .selectFrom('hr_channels')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('id')
    .execute()

/** By its own id, by its conversation, or all of a team or a tenant. */
type Filter = { readonly organizationId: string } & (
  | { readonly channelId: string }
  | { readonly conversationId: string }
  | { readonly teamId: string }
  | { readonly tenantId: string }
)

export async function setHrChannel(
  trx: Trx,
  filter: Filter,
  change: Partial<Omit<HrChannelRow, 'organization_id' | 'id'>> & Pick<HrChannelRow, 'updated_at'>
): Promise<void> {
  const base = tables(trx).updateTable('hr_channels').set(change).where('organization_id', '=', filter.organizationId)
  if ('channelId' in filter) await base.where('id', '=', filter.channelId).execute()
  else if ('teamId' in filter) await base.where('team_id', '=', filter.teamId).execute()
  else if ('tenantId' in filter) await base.where('tenant_id', '=', filter.tenantId).execute()
  else await base.where('conversation_id', '=', filter.conversationId).execute()
}

type Post = Key & { readonly reportId: string; readonly dueAt: Date }

/** Twice is once. */
export async function insertPost(trx: Trx, { organizationId, channelId, reportId, dueAt }: Post): Promise<void> {
  await sql`insert into hr_posts (organization_id, channel_id, report_id, due_at)
    values (${organizationId}, ${channelId}, ${reportId}, ${dueAt}) on conflict do nothing`.execute(trx)
}

export async function takeDuePosts(
  trx: Trx,
  organizationId: string,
  now: Date
): Promise<readonly { channelId: string; reportId: string }[]> {
  const { rows } = await sql<{ channelId: string; reportId: string }>`
    update hr_posts set queued_at = ${now} where organization_id = ${organizationId} and queued_at is null and due_at <= ${now}
    returning channel_id as "channelId", report_id as "reportId"`.execute(trx)
  return rows
}

/** Of those that were made, the newest that was meant for channels. */
export async function newestPosted(trx: Trx, organizationId: string): Promise<string | undefined> {
  const { rows } = await sql<{ report_id: string }>`
    select report_id from hr_posts where organization_id = ${organizationId} order by due_at desc, report_id desc limit 1`.execute(
    trx
  )
  return rows[0]?.report_id
}

/** As the router. */
export async function organizationsWithPosts(trx: Trx, now: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ organization_id: string }>`
    select distinct organization_id from hr_posts where queued_at is null and due_at <= ${now}`.execute(trx)
  return rows.map(({ organization_id }) => organization_id)
}
