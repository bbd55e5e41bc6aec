/** What sources, dry runs and figures read of many people at once. */
import { sql } from 'kysely'
import type { GivenAnswer, NudgeView } from '../contract/nudges.ts'
import type { Trx } from '../platform/database.ts'
import { anyOf } from '../platform/rows.ts'

export type Choices = {
  readonly locale: string | null
  readonly timezone: string | null
  readonly per_week: number
  readonly paused_until: Date | null
  readonly stopped: boolean
}

/** Of those who chose something. */
export async function choicesOf(
  trx: Trx,
  organizationId: string,
  personIds: readonly string[]
): Promise<ReadonlyMap<string, Choices>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await sql<Choices & { person_id: string }>`
    select person_id, locale, coalesce(timezone, client_timezone) as timezone, per_week, paused_until, stopped from nudge_preferences
    where organization_id = ${organizationId} and person_id = ${anyOf(personIds)}`.execute(trx)
  return new Map(rows.map(row => [row.person_id, row]))
}

export type Fate = { readonly state: NudgeView['state']; readonly answer: GivenAnswer | null }

/** What became of this content, by person. */
export async function fatesOf(
  trx: Trx,
  { organizationId, contentId }: { organizationId: string; contentId: string }
): Promise<ReadonlyMap<string, Fate>> {
  const { rows } = await sql<Fate & { person_id: string }>`
    select person_id, answer, case when state = 'cancelled' and sent_at is not null then 'sent' else state end as state from nudges
    where organization_id = ${organizationId} and content_id = ${contentId}`.execute(trx)
  return new Map(rows.map(({ person_id, ...fate }) => [person_id, fate]))
}

type Move = {
  readonly organizationId: string
  readonly contentIds: readonly string[]
  readonly from: readonly NudgeView['state'][]
  readonly to: NudgeView['state']
  readonly at: Date
}

/** Of these contents, whatever has not gone out. What is planned anew is due no earlier than now. */
export async function moveNudges(trx: Trx, { organizationId, contentIds, from, to, at }: Move): Promise<void> {
  await sql`update nudges set state = ${to}, updated_at = ${at}, due_at = greatest(due_at, ${to === 'planned' ? at : null}::timestamptz)
    where organization_id = ${organizationId} and content_id = any(${[...contentIds]}::text[])
      and state = any(${[...from]}::text[])`.execute(trx)
}

/** Of a journey, to people who are in this cohort or were. */
export async function cancelSteps(
  trx: Trx,
  { organizationId, journeyId, cohort, at }: { organizationId: string; journeyId: string; cohort: string; at: Date }
): Promise<void> {
  await sql`update nudges set state = 'cancelled', updated_at = ${at}
    where organization_id = ${organizationId} and content_id like ${`journey/${journeyId}/%`}
      and reason @> ${JSON.stringify({ data: [{ name: 'cohort', value: cohort }] })}::jsonb
      and state = any(array['planned', 'held', 'queued'])`.execute(trx)
}

/** Attributes that active people have, for an audience to choose from. */
export async function valuesOf(
  trx: Trx,
  organizationId: string
): Promise<Readonly<Record<'department' | 'country' | 'title' | 'locale', readonly string[]>>> {
  const { rows } = await sql<Record<'department' | 'country' | 'title' | 'locale', string[] | null>>`
    select array_agg(distinct department) filter (where department is not null) as department,
      array_agg(distinct country) filter (where country is not null) as country,
      array_agg(distinct title) filter (where title is not null) as title,
      array_agg(distinct locale) filter (where locale is not null) as locale
    from people where organization_id = ${organizationId} and state = 'active' and access`.execute(trx)
  const [row] = rows
  return {
    department: row?.department ?? [],
    country: row?.country ?? [],
    title: row?.title ?? [],
    locale: row?.locale ?? []
  }
}
