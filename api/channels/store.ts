import { sql, type RawBuilder } from 'kysely'
import type { Statement, Trx } from '../platform/database.ts'
import { OFTEN } from '../platform/pools.ts'
import { anyOf, isOfThem, type Among } from '../platform/rows.ts'
import type { Agreement, Reference } from './intents.ts'

/** `blocked` and `uninstalled` are the person's no; `lost`: Teams says that the app is not there. */
export type ReferenceState = 'active' | 'blocked' | 'uninstalled' | 'left' | 'lost'

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
    /** Named in the text that was read. */
    model_service: string | null
  }
  agreement_models: { organization_id: string; model_service: string }
}

export type ReferenceRow = ChannelTables['conversation_references']

const tables = (db: Statement) => db.withTables<ChannelTables>()

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

type People = { readonly organizationId: string; readonly personIds: readonly string[] }

/** The newest of each. */
export const findReferences = (db: Statement, { organizationId, personIds }: People): Promise<ReferenceRow[]> =>
  tables(db)
    .selectFrom('conversation_references')
    .selectAll()
    .distinctOn('person_id')
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`person_id = ${anyOf(personIds)}`)
    .where('state', '=', 'active')
    .orderBy('person_id')
    .orderBy('updated_at', 'desc')
    .execute()

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

export const setReferenceState = (
  trx: Trx,
  { personId, ...rest }: PersonKey & { readonly state: ReferenceState; readonly at: Date }
): Promise<void> => setReferenceStates(trx, { ...rest, personIds: [personId] })

export async function setReferenceStates(
  trx: Trx,
  change: People & { readonly state: ReferenceState; readonly at: Date }
): Promise<void> {
  await tables(trx)
    .updateTable('conversation_references')
    .set({ state: change.state, updated_at: change.at })
    .where('organization_id', '=', change.organizationId)
    .where(sql<boolean>`person_id = ${anyOf(change.personIds)}`)
    .where('state', '=', 'active')
    .execute()
}

/** @returns whose chats they were. */
export async function endReferencesOfTenant(
  trx: Trx,
  { organizationId, tenantId, at }: { readonly organizationId: string; readonly tenantId: string; readonly at: Date }
): Promise<readonly string[]> {
  const ended = await tables(trx)
    .updateTable('conversation_references')
    .set({ state: 'left', updated_at: at })
    .where('organization_id', '=', organizationId)
    .where('tenant_id', '=', tenantId)
    .where('state', '!=', 'left')
    .returning('person_id')
    .execute()
  return [...new Set(ended.flatMap(({ person_id }) => person_id ?? []))]
}

/** Of these people, each conversation's state. */
export async function referenceStates(
  trx: Trx,
  organizationId: string,
  among: Omit<Among, 'organizationId'> | undefined
): Promise<readonly { readonly personId: string; readonly state: ReferenceState }[]> {
  if (among?.personIds.length === 0) return []
  const rows = await tables(trx)
    .selectFrom('conversation_references')
    .select(['person_id', 'state'])
    .where('organization_id', '=', organizationId)
    .where('person_id', 'is not', null)
    .$call(query => (among ? query.where(isOfThem(among)) : query))
    .execute()
  return rows.flatMap(({ person_id, state }) => (person_id ? [{ personId: person_id, state }] : []))
}

/** Where Teams last spoke to us from in this tenant. */
export async function findServiceUrl(trx: Trx, organizationId: string, tenantId: string): Promise<string | undefined> {
  const row = await tables(trx)
    .selectFrom('conversation_references')
    .select('service_url')
    .where('organization_id', '=', organizationId)
    .where('tenant_id', '=', tenantId)
    .orderBy('updated_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.service_url
}

export type Decision = Omit<ChannelTables['agreements'], 'organization_id' | 'person_id'> & {
  /** What the text names now. */
  readonly named_service: string | null
}

/** Of a row of `agreements`. */
export const DECISION = sql`version, decision, surface, decided_at, model_service,
  (select m.model_service from agreement_models m where m.organization_id = agreements.organization_id) as named_service`

/** Of a row of `agreements`: a yes to the text as it stands. A text that names no service asks for less than one that does. */
export const isYesTo = (version: number): RawBuilder<boolean> => sql<boolean>`
  agreements.version = ${version} and agreements.decision = 'given' and not exists (select from agreement_models m
    where m.organization_id = agreements.organization_id and m.model_service is distinct from agreements.model_service)`

/** Null: the text names none. */
export async function findNamedService(db: Statement, organizationId: string): Promise<string | null> {
  const row = await tables(db)
    .selectFrom('agreement_models')
    .select('model_service')
    .where('organization_id', '=', organizationId)
    .executeTakeFirst()
  return row?.model_service ?? null
}

/** @returns whether that was new. */
export async function saveNamedService(trx: Trx, organizationId: string, service: string | null): Promise<boolean> {
  if (service === null) {
    const { numDeletedRows } = await tables(trx)
      .deleteFrom('agreement_models')
      .where('organization_id', '=', organizationId)
      .executeTakeFirst()
    return numDeletedRows > 0n
  }
  const { rows } = await sql`
    insert into agreement_models as m (organization_id, model_service) values (${organizationId}, ${service})
    on conflict (organization_id) do update set model_service = excluded.model_service
    where m.model_service is distinct from excluded.model_service returning 1`.execute(trx)
  return rows.length > 0
}

/** The last one: about the newest text that they were asked about. */
export async function findDecision(db: Statement, key: PersonKey): Promise<Decision | undefined> {
  const { rows } = await sql<Decision>`${OFTEN}
    select ${DECISION} from agreements
    where organization_id = ${key.organizationId} and person_id = ${key.personId} order by version desc limit 1`.execute(
    db
  )
  return rows[0]
}

/** The last one of each who decided. */
export async function findDecisions(
  db: Statement,
  { organizationId, personIds }: People
): Promise<ReadonlyMap<string, Decision>> {
  const { rows } = await sql<Decision & { readonly person_id: string }>`
    select distinct on (person_id) person_id, ${DECISION} from agreements
    where organization_id = ${organizationId} and person_id = ${anyOf(personIds)}
    order by person_id, version desc`.execute(db)
  return new Map(rows.map(({ person_id, ...decision }) => [person_id, decision]))
}

export async function saveDecision(trx: Trx, row: ChannelTables['agreements']): Promise<void> {
  const { decision, surface, decided_at, model_service } = row
  await tables(trx)
    .insertInto('agreements')
    .values(row)
    .onConflict(conflict =>
      conflict
        .columns(['organization_id', 'person_id', 'version'])
        .doUpdateSet({ decision, surface, decided_at, model_service })
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
    .where(isYesTo(version))
    .execute()
  return new Set(rows.map(row => row.person_id))
}

type Coached = Among & { readonly version: number }

/** Those of these people who have a chat with the coach and agreed. */
export async function coachedAmong(trx: Trx, { version, ...among }: Coached): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from agreements where organization_id = ${among.organizationId} and ${isYesTo(version)}
      and person_id = ${anyOf(among.personIds)}
      and exists (select from conversation_references r where r.organization_id = agreements.organization_id
        and r.person_id = agreements.person_id and r.state = 'active')`.execute(trx)
  return new Set(rows.map(row => row.person_id))
}

export const toReference = (row: ReferenceRow): Reference => ({
  tenantId: row.tenant_id,
  entraObjectId: row.entra_object_id,
  teamsUserId: row.teams_user_id,
  conversationId: row.conversation_id,
  serviceUrl: row.service_url,
  botId: row.bot_id
})

/** Who decided this since then and has not changed it, whatever the version of the text. */
export async function peopleDecidingSince(
  trx: Trx,
  key: { readonly organizationId: string; readonly decision: Exclude<Agreement, 'none'>; readonly since: Date }
): Promise<ReadonlySet<string>> {
  const rows = await tables(trx)
    .selectFrom('agreements')
    .select('person_id')
    .distinct()
    .where('organization_id', '=', key.organizationId)
    .where('decision', '=', key.decision)
    .where('decided_at', '>=', key.since)
    .execute()
  return new Set(rows.map(row => row.person_id))
}

export async function peopleEndingReference(
  trx: Trx,
  key: { readonly organizationId: string; readonly state: ReferenceState; readonly since: Date }
): Promise<ReadonlySet<string>> {
  const rows = await tables(trx)
    .selectFrom('conversation_references')
    .select('person_id')
    .where('organization_id', '=', key.organizationId)
    .where('state', '=', key.state)
    .where('person_id', 'is not', null)
    .where('updated_at', '>=', key.since)
    .execute()
  return new Set(rows.flatMap(row => row.person_id ?? []))
}

export async function summarizeReferences(
  trx: Trx,
  organizationId: string
): Promise<{ readonly open: number; readonly lastAt: Date | undefined }> {
  const { rows } = await sql<{ open: number; last_at: Date | null }>`
    select count(*) filter (where state = 'active')::int as open, max(updated_at) as last_at
    from conversation_references where organization_id = ${organizationId}`.execute(trx)
  return { open: rows[0]?.open ?? 0, lastAt: rows[0]?.last_at ?? undefined }
}
