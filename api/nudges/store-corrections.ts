/** SQL of corrections: the cards of each, claimed a page at a time. */
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { insertRows, updateRows } from '../platform/rows.ts'
import type { CardState, Kind } from './correction.ts'

export type Correction = {
  readonly correctionId: string
  readonly campaignId: string
  readonly kind: Kind
  readonly by: string
  readonly at: Date
  readonly endedAt: Date | null
}
export type CorrectionKey = { readonly organizationId: string; readonly correctionId: string }

/** @returns false where one is under way. */
export async function insertCorrection(trx: Trx, organizationId: string, made: Correction): Promise<boolean> {
  const { correctionId, campaignId, kind, by, at } = made
  const { numAffectedRows } = await sql`
    insert into corrections (organization_id, id, campaign_id, kind, made_by, made_at)
    values (${organizationId}, ${correctionId}, ${campaignId}, ${kind}, ${by}, ${at})
    on conflict (organization_id, campaign_id) where ended_at is null do nothing`.execute(trx)
  return (numAffectedRows ?? 0n) > 0n
}

const columns = sql`id as "correctionId", campaign_id as "campaignId", kind, made_by as by, made_at as at, ended_at as "endedAt"`

/** Locked, so that its cards are gathered once. */
export async function lockCorrection(
  trx: Trx,
  { organizationId, correctionId }: CorrectionKey
): Promise<Correction | undefined> {
  const { rows } = await sql<Correction>`select ${columns} from corrections
    where organization_id = ${organizationId} and id = ${correctionId} for update`.execute(trx)
  return rows[0]
}

/** Newest first. */
export async function correctionsOf(
  trx: Trx,
  organizationId: string,
  campaignId: string
): Promise<readonly Correction[]> {
  const { rows } = await sql<Correction>`select ${columns} from corrections
    where organization_id = ${organizationId} and campaign_id = ${campaignId} order by made_at desc, id desc`.execute(
    trx
  )
  return rows
}

export async function endCorrection(trx: Trx, key: CorrectionKey, at: Date): Promise<void> {
  await sql`update corrections set ended_at = ${at}
    where organization_id = ${key.organizationId} and id = ${key.correctionId} and ended_at is null`.execute(trx)
}

export type Unanswered = { readonly id: string; readonly state: string; readonly rung: string | null }

/** Of this content, sent or on its way, not answered: by id, after one. */
export async function unansweredOf(
  trx: Trx,
  asked: { readonly organizationId: string; readonly contentId: string; readonly after: string; readonly limit: number }
): Promise<readonly Unanswered[]> {
  const { rows } = await sql<Unanswered>`
    select id, state, rung from nudges
    where organization_id = ${asked.organizationId} and content_id = ${asked.contentId} and id > ${asked.after}
      and (state in ('sent', 'queued') or (state = 'cancelled' and why_not = 'withdrawn'))
      and answer is null
    order by id limit ${asked.limit}`.execute(trx)
  return rows
}

type NewCard = { readonly nudgeId: string; readonly personId: string; readonly activityId: string }

/** @returns how many were not known yet. */
export const insertCards = (
  trx: Trx,
  { organizationId, correctionId }: CorrectionKey,
  { cards, at }: { readonly cards: readonly NewCard[]; readonly at: Date }
): Promise<number> =>
  insertRows(
    trx,
    'corrected_cards',
    cards.map(({ nudgeId, personId, activityId }) => ({
      organization_id: organizationId,
      correction_id: correctionId,
      nudge_id: nudgeId,
      person_id: personId,
      activity_id: activityId,
      state: 'waiting',
      attempts: 0,
      not_before: new Date(0),
      updated_at: at
    })),
    sql`on conflict do nothing`
  )

export type ClaimedCard = NewCard & { readonly attempts: number }

/** Longer than fifty paced calls to Teams may take with the storing of what came of them. */
const LEASE_S = 90

export async function claimCards(
  trx: Trx,
  { organizationId, correctionId }: CorrectionKey,
  most: number
): Promise<readonly ClaimedCard[]> {
  const { rows } = await sql<ClaimedCard>`
    update corrected_cards c set attempts = c.attempts + 1, not_before = clock_timestamp() + make_interval(secs => ${LEASE_S})
    from (
      select nudge_id from corrected_cards
      where organization_id = ${organizationId} and correction_id = ${correctionId} and state = 'waiting'
        and not_before <= clock_timestamp()
      order by not_before, nudge_id limit ${most} for update skip locked
    ) free
    where c.organization_id = ${organizationId} and c.correction_id = ${correctionId} and c.nudge_id = free.nudge_id
    returning c.nudge_id as "nudgeId", c.person_id as "personId", c.activity_id as "activityId", c.attempts`.execute(
    trx
  )
  return rows
}

/** In how many milliseconds the next one may be tried; undefined when none is left. */
export async function nextCard(trx: Trx, key: CorrectionKey): Promise<number | undefined> {
  const { rows } = await sql<{ ms: number }>`
    select greatest(0, extract(epoch from not_before - clock_timestamp()))::float8 * 1000 as ms from corrected_cards
    where organization_id = ${key.organizationId} and correction_id = ${key.correctionId} and state = 'waiting'
    order by not_before limit 1`.execute(trx)
  return rows[0]?.ms
}

export type Change = { readonly nudgeId: string; readonly state: CardState; readonly detail: string | null }

export async function saveCards(trx: Trx, key: CorrectionKey, changes: readonly Change[], at: Date): Promise<void> {
  await updateRows(
    trx,
    'corrected_cards',
    changes.map(({ nudgeId, state, detail }) => ({
      organization_id: key.organizationId,
      correction_id: key.correctionId,
      nudge_id: nudgeId,
      state,
      detail,
      updated_at: at
    })),
    ['organization_id', 'correction_id', 'nudge_id']
  )
}

/** Tried again by `waitMs` from now. */
export async function putOff(
  trx: Trx,
  key: CorrectionKey,
  waits: readonly { readonly nudgeId: string; readonly waitMs: number }[]
): Promise<void> {
  for (const [waitMs, group] of Map.groupBy(waits, each => each.waitMs))
    await sql`update corrected_cards set not_before = clock_timestamp() + ${waitMs}::float8 * interval '1 millisecond'
      where organization_id = ${key.organizationId} and correction_id = ${key.correctionId} and state = 'waiting'
        and nudge_id = any(${group.map(({ nudgeId }) => nudgeId)}::text[])`.execute(trx)
}

export async function countCards(
  trx: Trx,
  { organizationId, correctionId }: CorrectionKey
): Promise<Readonly<Partial<Record<CardState, number>>>> {
  const { rows } = await sql<{ state: CardState; people: number }>`
    select state, count(*)::int as people from corrected_cards
    where organization_id = ${organizationId} and correction_id = ${correctionId} group by state`.execute(trx)
  return Object.fromEntries(rows.map(({ state, people }) => [state, people]))
}

/** Sent and not answered: it counts as sent, and nothing of it can be answered any more. */
export async function withdraw(
  trx: Trx,
  { organizationId, contentId, at }: { organizationId: string; contentId: string; at: Date }
): Promise<void> {
  await sql`update nudges set state = 'cancelled', why_not = 'withdrawn', updated_at = ${at}
    where organization_id = ${organizationId} and content_id = ${contentId} and answer is null
      and (state in ('sent', 'planned', 'held', 'queued'))`.execute(trx)
}
