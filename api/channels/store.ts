import type { Trx } from '../platform/database.ts'
import type { Agreement, Reference } from './intents.ts'

type ReferenceState = 'active' | 'blocked' | 'uninstalled' | 'left'

type ChannelTables = {
  conversation_references: {
    organization_id: string
    tenant_id: string
    entra_object_id: string
    person_id: string | null
    teams_user_id: string
    conversation_id: string
    service_url: string
    bot_id: string
    state: ReferenceState
    updated_at: Date
  }
  agreements: {
    organization_id: string
    person_id: string
    version: number
    decision: Exclude<Agreement, 'none'>
    surface: string
    decided_at: Date
  }
  hr_channels: {
    organization_id: string
    id: string
    tenant_id: string
    team_id: string
    conversation_id: string
    name: string | null
    service_url: string
    bot_id: string
    state: 'candidate' | 'confirmed' | 'removed'
    confirmed_by: string | null
    updated_at: Date
  }
}

export type ReferenceRow = ChannelTables['conversation_references']
export type HrChannelRow = ChannelTables['hr_channels']

const tables = (trx: Trx) => trx.withTables<ChannelTables>()

type PersonKey = { readonly organizationId: string; readonly personId: string }
type Account = { readonly organizationId: string; readonly tenantId: string; readonly entraObjectId: string }

export const findReferenceByAccount = (trx: Trx, account: Account): Promise<ReferenceRow | undefined> =>
  tables(trx)
    .selectFrom('conversation_references')
    .selectAll()
    .where('organization_id', '=', account.organizationId)
    .where('tenant_id', '=', account.tenantId)
    .where('entra_object_id', '=', account.entraObjectId)
    .forUpdate()
    .executeTakeFirst()

/** The newest, for a person may have more than one account. */
export const findReference = (trx: Trx, key: PersonKey): Promise<ReferenceRow | undefined> =>
  tables(trx)
    .selectFrom('conversation_references')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where('state', '=', 'active')
    .orderBy('updated_at', 'desc')
    .executeTakeFirst()

/** The newest that ended on our side; one where the person removed the bot is no place to write to. */
export const findLeftReference = (trx: Trx, key: PersonKey): Promise<ReferenceRow | undefined> =>
  tables(trx)
    .selectFrom('conversation_references')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where('state', '=', 'left')
    .orderBy('updated_at', 'desc')
    .executeTakeFirst()

export const listWaitingReferences = (trx: Trx, organizationId: string): Promise<ReferenceRow[]> =>
  tables(trx)
    .selectFrom('conversation_references')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where(eb => eb.or([eb.and([eb('person_id', 'is', null), eb('state', '=', 'active')]), eb('state', '=', 'left')]))
    .execute()

export async function saveReference(trx: Trx, row: ReferenceRow): Promise<void> {
  const { organization_id: _o, tenant_id: _t, entra_object_id: _e, ...changing } = row
  await tables(trx)
    .insertInto('conversation_references')
    .values(row)
    .onConflict(conflict => conflict.columns(['organization_id', 'tenant_id', 'entra_object_id']).doUpdateSet(changing))
    .execute()
}

export async function setReferenceState(
  trx: Trx,
  key: PersonKey & { readonly state: ReferenceState; readonly at: Date }
): Promise<void> {
  await tables(trx)
    .updateTable('conversation_references')
    .set({ state: key.state, updated_at: key.at })
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where('state', '=', 'active')
    .execute()
}

export async function peopleWithReference(trx: Trx, organizationId: string): Promise<ReadonlySet<string>> {
  const rows = await tables(trx)
    .selectFrom('conversation_references')
    .select('person_id')
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'active')
    .where('person_id', 'is not', null)
    .execute()
  return new Set(rows.flatMap(row => row.person_id ?? []))
}

export async function findDecision(trx: Trx, key: PersonKey, version: number): Promise<Agreement> {
  const row = await tables(trx)
    .selectFrom('agreements')
    .select('decision')
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.decision ?? 'none'
}

export async function saveDecision(trx: Trx, row: ChannelTables['agreements']): Promise<void> {
  const { decision, surface, decided_at } = row
  await tables(trx)
    .insertInto('agreements')
    .values(row)
    .onConflict(conflict =>
      conflict.columns(['organization_id', 'person_id', 'version']).doUpdateSet({ decision, surface, decided_at })
    )
    .execute()
}

export async function peopleWithDecision(
  trx: Trx,
  organizationId: string,
  version: number
): Promise<ReadonlySet<string>> {
  const rows = await tables(trx)
    .selectFrom('agreements')
    .select('person_id')
    .where('organization_id', '=', organizationId)
    .where('version', '=', version)
    .where('decision', '=', 'given')
    .execute()
  return new Set(rows.map(row => row.person_id))
}

export async function saveHrChannel(trx: Trx, row: HrChannelRow): Promise<HrChannelRow> {
  const { name, service_url, bot_id, updated_at } = row
  return tables(trx)
    .insertInto('hr_channels')
    .values(row)
    .onConflict(conflict =>
      conflict.columns(['organization_id', 'conversation_id']).doUpdateSet({ name, service_url, bot_id, updated_at })
    )
    .returningAll()
    .executeTakeFirstOrThrow()
}

export const findHrChannel = (trx: Trx, key: { readonly organizationId: string; readonly channelId: string }) =>
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

export async function setHrChannel(
  trx: Trx,
  filter: { readonly organizationId: string } & ({ readonly channelId: string } | { readonly teamId: string }),
  change: Pick<HrChannelRow, 'state' | 'confirmed_by' | 'updated_at'>
): Promise<void> {
  const base = tables(trx).updateTable('hr_channels').set(change).where('organization_id', '=', filter.organizationId)
  await (
    'channelId' in filter ? base.where('id', '=', filter.channelId) : base.where('team_id', '=', filter.teamId)
  ).execute()
}

export const toReference = (row: ReferenceRow): Reference => ({
  tenantId: row.tenant_id,
  entraObjectId: row.entra_object_id,
  teamsUserId: row.teams_user_id,
  conversationId: row.conversation_id,
  serviceUrl: row.service_url,
  botId: row.bot_id
})
