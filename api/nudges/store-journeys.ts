import { sql } from 'kysely'
import { journeyContentSchema, type JourneyContent } from '../contract/journeys.ts'
import type { Trx } from '../platform/database.ts'
import type { Running, Version } from './journey.ts'

type JourneyTables = {
  journeys: {
    organization_id: string
    id: string
    name: string
    draft: unknown
    revision: number
    saved_by: string
    saved_at: Date
  }
  journey_versions: {
    organization_id: string
    journey_id: string
    version: number
    content: unknown
    reach: Version['reach']
    note: string
    revision: number
    published_by: string
    published_at: Date
  }
  journey_starts: {
    organization_id: string
    journey_id: string
    cohort: string
    starts_on: string | null
    set_by: string
    set_at: Date
    ended_at: Date | null
  }
}

export type JourneyKey = { readonly organizationId: string; readonly journeyId: string }
export type Journey = {
  readonly journeyId: string
  readonly name: string
  readonly content: JourneyContent
  readonly revision: number
  readonly savedBy: string
  readonly savedAt: Date
}
export type KeptVersion = Version & { readonly note: string; readonly revision: number; readonly publishedBy: string }

const tables = (trx: Trx) => trx.withTables<JourneyTables>()
const json = (content: JourneyContent) => sql<unknown>`${JSON.stringify(content)}::jsonb`

const toJourney = (row: JourneyTables['journeys']): Journey => ({
  journeyId: row.id,
  name: row.name,
  // The driver hands JSON columns over parsed.
  content: journeyContentSchema.parse(row.draft),
  revision: row.revision,
  savedBy: row.saved_by,
  savedAt: row.saved_at
})

const toVersion = (row: JourneyTables['journey_versions']): KeptVersion => ({
  version: row.version,
  content: journeyContentSchema.parse(row.content),
  reach: row.reach,
  note: row.note,
  revision: row.revision,
  publishedBy: row.published_by,
  publishedAt: row.published_at
})

export async function insertJourney(trx: Trx, organizationId: string, journey: Journey): Promise<void> {
  await tables(trx)
    .insertInto('journeys')
    .values({
      organization_id: organizationId,
      id: journey.journeyId,
      name: journey.name,
      draft: json(journey.content),
      revision: journey.revision,
      saved_by: journey.savedBy,
      saved_at: journey.savedAt
    })
    .execute()
}

/** Locks it, so that of two who save or publish at once one comes second. */
export async function lockJourney(trx: Trx, { organizationId, journeyId }: JourneyKey): Promise<Journey | undefined> {
  const row = await tables(trx)
    .selectFrom('journeys')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', journeyId)
    .forUpdate()
    .executeTakeFirst()
  return row && toJourney(row)
}

export async function saveDraft(
  trx: Trx,
  organizationId: string,
  { journeyId, name, content, revision, savedBy, savedAt }: Journey
): Promise<void> {
  await tables(trx)
    .updateTable('journeys')
    .set({ name, draft: json(content), revision, saved_by: savedBy, saved_at: savedAt })
    .where('organization_id', '=', organizationId)
    .where('id', '=', journeyId)
    .execute()
}

/** By name. */
export async function allJourneys(trx: Trx, organizationId: string): Promise<readonly Journey[]> {
  const rows = await tables(trx)
    .selectFrom('journeys')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(toJourney)
}

export async function insertJourneyVersion(trx: Trx, key: JourneyKey, version: KeptVersion): Promise<void> {
  await tables(trx)
    .insertInto('journey_versions')
    .values({
      organization_id: key.organizationId,
      journey_id: key.journeyId,
      version: version.version,
      content: json(version.content),
      reach: version.reach,
      note: version.note,
      revision: version.revision,
      published_by: version.publishedBy,
      published_at: version.publishedAt
    })
    .execute()
}

/** Of these journeys, oldest first. */
export async function versionsOf(
  trx: Trx,
  organizationId: string,
  journeyIds: readonly string[]
): Promise<ReadonlyMap<string, readonly KeptVersion[]>> {
  const rows = await tables(trx)
    .selectFrom('journey_versions')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('journey_id', '=', sql<string>`any(${[...journeyIds]}::text[])`)
    .orderBy('version')
    .execute()
  return new Map([...Map.groupBy(rows, row => row.journey_id)].map(([id, of]) => [id, of.map(toVersion)]))
}

/** The newest number and revision of each journey, without its content. */
export async function publishedOf(
  trx: Trx,
  organizationId: string
): Promise<ReadonlyMap<string, { readonly version: number; readonly revision: number }>> {
  const { rows } = await sql<{ journey_id: string; version: number; revision: number }>`
    select distinct on (journey_id) journey_id, version, revision from journey_versions
    where organization_id = ${organizationId} order by journey_id, version desc`.execute(trx)
  return new Map(rows.map(row => [row.journey_id, row]))
}

/** Not ended. */
export async function runningOf(trx: Trx, organizationId: string, journeyId?: string): Promise<readonly Running[]> {
  const all = tables(trx)
    .selectFrom('journey_starts')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('ended_at', 'is', null)
    .orderBy('set_at')
  const rows = await (journeyId ? all.where('journey_id', '=', journeyId) : all).execute()
  return rows.map(row => ({
    journeyId: row.journey_id,
    cohort: row.cohort,
    startsOn: row.starts_on,
    setAt: row.set_at
  }))
}

type SetStart = JourneyKey & Pick<Running, 'cohort' | 'startsOn'> & { readonly by: string; readonly at: Date }

/** Begins it, or begins it anew after it was ended. */
export async function saveStart(trx: Trx, start: SetStart): Promise<void> {
  const set = { starts_on: start.startsOn, set_by: start.by, set_at: start.at, ended_at: null }
  await tables(trx)
    .insertInto('journey_starts')
    .values({ organization_id: start.organizationId, journey_id: start.journeyId, cohort: start.cohort, ...set })
    .onConflict(conflict => conflict.columns(['organization_id', 'journey_id', 'cohort']).doUpdateSet(set))
    .execute()
}

/** @returns false when it was not running. */
export async function endStart(
  trx: Trx,
  { organizationId, journeyId, cohort, at }: JourneyKey & { readonly cohort: string; readonly at: Date }
): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('journey_starts')
    .set({ ended_at: at })
    .where('organization_id', '=', organizationId)
    .where('journey_id', '=', journeyId)
    .where('cohort', '=', cohort)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
