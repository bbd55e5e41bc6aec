/** Accounts of the site from before, and whose they may be. */
import { sql } from 'kysely'
import type { Doubt, Ground, LearnerState } from '../contract/moving.ts'
import type { Trx } from '../platform/database.ts'
import { insertRows } from '../platform/rows.ts'
import type { Account, Candidate } from './judge.ts'
import type { RunKey } from './store-link-runs.ts'

type LearnersTables = {
  site_learners: {
    organization_id: string
    user_id: string
    site: string
    email: string
    first_name: string
    last_name: string
    employee_number: string | null
    roles: readonly string[]
    created_at: Date | null
    subject: string | null
    former_id: string | null
    keys_read_in: string | null
    seen_in: string
    state: LearnerState
    evidence: string | null
    decided_by: string | null
    decided_at: Date | null
    reason: string | null
  }
  site_learner_candidates: {
    organization_id: string
    user_id: string
    person_id: string
    grounds: readonly Ground[]
    doubts: readonly Doubt[]
  }
  site_learner_words: {
    organization_id: string
    user_id: string
    person_id: string
    said: 'refused' | 'undone'
    said_by: string
    said_at: Date
  }
}

export type SiteLearnerRow = LearnersTables['site_learners']
export type CandidateRow = LearnersTables['site_learner_candidates']

const tables = (trx: Trx) => trx.withTables<LearnersTables>()

export type Listed = Pick<
  SiteLearnerRow,
  'user_id' | 'email' | 'first_name' | 'last_name' | 'employee_number' | 'roles' | 'created_at'
>

/** What the site shows now; what is known of keys, and what was decided, stays. */
export async function saveListed(
  trx: Trx,
  { organizationId, runId, site }: RunKey & { readonly site: string },
  listed: readonly Listed[]
): Promise<void> {
  const rows = listed.map(one => ({
    organization_id: organizationId,
    site,
    seen_in: runId,
    state: 'unread',
    ...one
  }))
  await insertRows(
    trx,
    'site_learners',
    rows,
    sql`on conflict (organization_id, user_id) do update set site = excluded.site, seen_in = excluded.seen_in, email = excluded.email,
      first_name = excluded.first_name, last_name = excluded.last_name, employee_number = excluded.employee_number,
      roles = excluded.roles, created_at = excluded.created_at`
  )
}

/** Accounts that the site no longer has. */
export async function dropUnseen(trx: Trx, { organizationId, runId }: RunKey): Promise<void> {
  await sql`delete from site_learner_candidates c using site_learners l where l.organization_id = ${organizationId}
    and l.seen_in <> ${runId} and c.organization_id = l.organization_id and c.user_id = l.user_id`.execute(trx)
  await sql`delete from site_learners where organization_id = ${organizationId} and seen_in <> ${runId}`.execute(trx)
}

/** Whose keys this run has yet to read. Once CI's own subject is known there, nothing else can take its place. */
export async function accountsToRead(
  trx: Trx,
  { organizationId, after, limit }: { readonly organizationId: string; readonly after: string; readonly limit: number }
): Promise<readonly string[]> {
  const { rows } = await sql<{ user_id: string }>`
    select s.user_id from site_learners s where s.organization_id = ${organizationId} and s.user_id > ${after}
      and not exists (select from learners l where l.organization_id = s.organization_id
        and l.external_user_id = s.user_id and s.subject = s.organization_id || '.' || l.person_id)
    order by s.user_id limit ${limit}`.execute(trx)
  return rows.map(row => row.user_id)
}

export type KeysRead = {
  readonly user_id: string
  readonly subject: string | null
  readonly former_id: string | null
}

export async function saveKeys(trx: Trx, { organizationId, runId }: RunKey, keys: readonly KeysRead[]): Promise<void> {
  await sql`update site_learners s set subject = k.subject, former_id = k.former_id, keys_read_in = ${runId}
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k (user_id text, subject text, former_id text)
    where s.organization_id = ${organizationId} and s.user_id = k.user_id`.execute(trx)
}

/** How many were seen in this run, and of how many it is known how they sign in. */
export async function runProgress(trx: Trx, { organizationId, runId }: RunKey) {
  const { rows } = await sql<{ seen: number; read: number }>`
    select count(*)::int as seen, count(*) filter (where keys_read_in = ${runId} or subject is not null)::int as read
    from site_learners where organization_id = ${organizationId} and seen_in = ${runId}`.execute(trx)
  return rows[0] ?? { seen: 0, read: 0 }
}

export type StoredAccount = Account & {
  readonly state: LearnerState
  readonly evidence: string | null
  /** The run that last learned how it signs in. */
  readonly keysReadIn: string | null
}

/** By id, a page at a time. */
export async function pageOfAccounts(
  trx: Trx,
  { organizationId, after, limit }: { readonly organizationId: string; readonly after: string; readonly limit: number }
): Promise<readonly StoredAccount[]> {
  const rows = await tables(trx)
    .selectFrom('site_learners')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('user_id', '>', after)
    .orderBy('user_id')
    .limit(limit)
    .execute()
  return rows.map(row => ({
    userId: row.user_id,
    email: row.email,
    firstName: row.first_name,
    lastName: row.last_name,
    employeeNumber: row.employee_number,
    formerId: row.former_id,
    subject: row.subject,
    roles: row.roles,
    createdAt: row.created_at,
    state: row.state,
    evidence: row.evidence,
    keysReadIn: row.keys_read_in
  }))
}

export async function listWords(trx: Trx, organizationId: string) {
  return tables(trx)
    .selectFrom('site_learner_words')
    .select(['user_id', 'person_id', 'said'])
    .where('organization_id', '=', organizationId)
    .execute()
}

export type Judged = {
  readonly user_id: string
  /** In which state it was when it was judged. */
  readonly before: LearnerState
  readonly state: LearnerState
  readonly evidence: string | null
  readonly candidates: readonly Candidate[]
}

/**
 * Replaces what was judged before; what an admin said about an account stays with it as long as its state does. Who was decided since
 * is left as decided. @returns whose judgment was written down.
 */
export async function saveJudged(
  trx: Trx,
  organizationId: string,
  all: readonly Judged[]
): Promise<ReadonlySet<string>> {
  const { rows: current } = await sql<{ user_id: string; state: LearnerState }>`
    select user_id, state from site_learners where organization_id = ${organizationId}
      and user_id = any(${all.map(({ user_id }) => user_id)}::text[]) order by user_id for update`.execute(trx)
  const states = new Map(current.map(({ user_id, state }) => [user_id, state]))
  const judged = all.filter(({ user_id, before }) => states.get(user_id) === before)
  // Of what is decided, the evidence stays as it was decided upon.
  const open = judged.filter(({ state }) => state !== 'linked' && state !== 'refused')
  await sql`delete from site_learner_candidates where organization_id = ${organizationId}
    and user_id = any(${open.map(({ user_id }) => user_id)}::text[])`.execute(trx)
  const candidates = open.flatMap(({ user_id, candidates: found }) =>
    found.map(({ personId, grounds, doubts }) => ({
      organization_id: organizationId,
      user_id,
      person_id: personId,
      grounds,
      doubts
    }))
  )
  await insertRows(trx, 'site_learner_candidates', candidates)
  const next = judged.map(({ user_id, state, evidence }) => ({ user_id, state, evidence }))
  await sql`update site_learners s set state = j.state, evidence = j.evidence,
      decided_by = case when s.state = j.state then s.decided_by end,
      decided_at = case when s.state = j.state then s.decided_at end, reason = case when s.state = j.state then s.reason end
    from jsonb_to_recordset(${JSON.stringify(next)}::jsonb) as j (user_id text, state text, evidence text)
    where s.organization_id = ${organizationId} and s.user_id = j.user_id`.execute(trx)
  return new Set(judged.map(({ user_id }) => user_id))
}

export async function countStates(trx: Trx, organizationId: string): Promise<ReadonlyMap<LearnerState, number>> {
  const { rows } = await sql<{ state: LearnerState; accounts: number }>`
    select state, count(*)::int as accounts from site_learners where organization_id = ${organizationId} group by state`.execute(
    trx
  )
  return new Map(rows.map(row => [row.state, row.accounts]))
}

/** Open accounts by what is for and against them. */
export async function countTogether(trx: Trx, organizationId: string) {
  const { rows } = await sql<{ state: LearnerState; evidence: string; accounts: number }>`
    select state, evidence, count(*)::int as accounts from site_learners where organization_id = ${organizationId}
      and state in ('certain', 'review', 'postponed') and evidence is not null
    group by state, evidence order by accounts desc, evidence limit 50`.execute(trx)
  return rows
}

export type ListAsked = {
  readonly organizationId: string
  readonly state: LearnerState
  readonly evidence?: string | undefined
  readonly search?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

export async function listLearners(trx: Trx, asked: ListAsked): Promise<readonly SiteLearnerRow[]> {
  const like = `%${(asked.search ?? '').toLowerCase().replaceAll(/[%_\\]/gu, match => `\\${match}`)}%`
  const { rows } = await sql<SiteLearnerRow>`
    select * from site_learners where organization_id = ${asked.organizationId} and state = ${asked.state}
      and user_id > ${asked.after ?? ''}
      ${asked.evidence === undefined ? sql`` : sql`and evidence = ${asked.evidence}`}
      ${asked.search ? sql`and lower(concat_ws(' ', first_name, last_name, email)) like ${like}` : sql``}
    order by user_id limit ${asked.limit}`.execute(trx)
  return rows
}

export async function candidatesOf(
  trx: Trx,
  organizationId: string,
  userIds: readonly string[]
): Promise<readonly CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    select * from site_learner_candidates where organization_id = ${organizationId}
      and user_id = any(${[...userIds]}::text[]) order by person_id`.execute(trx)
  return rows
}

/** Those of these accounts, or of one evidence, that are in one of the states; they stay as they are until the transaction ends. */
export async function lockLearners(
  trx: Trx,
  {
    organizationId,
    ...which
  }: { readonly organizationId: string } & (
    | { readonly userId: string }
    | { readonly state: LearnerState; readonly evidence: string }
  )
): Promise<readonly SiteLearnerRow[]> {
  const { rows } = await sql<SiteLearnerRow>`
    select * from site_learners where organization_id = ${organizationId}
      and ${'userId' in which ? sql`user_id = ${which.userId}` : sql`state = ${which.state} and evidence = ${which.evidence}`}
    order by user_id for update`.execute(trx)
  return rows
}

type Decided = {
  readonly organizationId: string
  readonly userIds: readonly string[]
  readonly state: LearnerState
  readonly by: string | null
  readonly at: Date
  readonly reason: string
}

export async function saveDecided(
  trx: Trx,
  { organizationId, userIds, state, by, at, reason }: Decided
): Promise<void> {
  await sql`update site_learners set state = ${state}, decided_by = ${by}, decided_at = ${at}::timestamptz, reason = ${reason}
    where organization_id = ${organizationId} and user_id = any(${[...userIds]}::text[])`.execute(trx)
}

/** Whether an admin said that this account is not this person's. */
export async function isSaidOtherwise(
  trx: Trx,
  organizationId: string,
  { userId, personId }: { readonly userId: string; readonly personId: string }
): Promise<boolean> {
  const found = await tables(trx)
    .selectFrom('site_learner_words')
    .select('said')
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return found !== undefined
}

export type Word = Pick<LearnersTables['site_learner_words'], 'user_id' | 'person_id'>

export async function saveWords(
  trx: Trx,
  said: {
    readonly organizationId: string
    readonly said: 'refused' | 'undone'
    readonly by: string
    readonly at: Date
  },
  pairs: readonly Word[]
): Promise<void> {
  const rows = pairs.map(pair => ({
    organization_id: said.organizationId,
    ...pair,
    said: said.said,
    said_by: said.by,
    said_at: said.at
  }))
  await insertRows(
    trx,
    'site_learner_words',
    rows,
    sql`on conflict (organization_id, user_id, person_id) do update set said = excluded.said, said_by = excluded.said_by, said_at = excluded.said_at`
  )
}

export async function dropRefusals(trx: Trx, organizationId: string, userId: string): Promise<void> {
  await tables(trx)
    .deleteFrom('site_learner_words')
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('said', '=', 'refused')
    .execute()
}

/** Whether an account of the site may be this person's and nobody has said yet: a second one is not made meanwhile. */
export async function isInReview(trx: Trx, organizationId: string, personId: string): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`
    select exists (select from site_learner_candidates c join site_learners s
      on s.organization_id = c.organization_id and s.user_id = c.user_id
      where c.organization_id = ${organizationId} and c.person_id = ${personId} and c.grounds <> '{name}'
        and s.state in ('certain', 'review', 'postponed')) as open`.execute(trx)
  return rows[0]?.open ?? false
}

/** The candidates of each account; of a linked one, the person whose it is. */
export async function shownPeopleOf(
  trx: Trx,
  organizationId: string,
  userIds: readonly string[]
): Promise<readonly CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    select c.organization_id, c.user_id, c.person_id, c.grounds, c.doubts from site_learner_candidates c
      where c.organization_id = ${organizationId} and c.user_id = any(${[...userIds]}::text[])
      and not exists (select from learners l where l.organization_id = c.organization_id and l.external_user_id = c.user_id)
    union all
    select l.organization_id, l.external_user_id, l.person_id, coalesce(c.grounds, '{}'), coalesce(c.doubts, '{}')
      from learners l left join site_learner_candidates c on c.organization_id = l.organization_id
        and c.user_id = l.external_user_id and c.person_id = l.person_id
      where l.organization_id = ${organizationId} and l.external_user_id = any(${[...userIds]}::text[])
    order by user_id, person_id`.execute(trx)
  return rows
}

/** Whose link was taken back stays on the list beside the account, so that it can be decided again. */
export async function keepCandidate(
  trx: Trx,
  {
    organizationId,
    userId,
    personId
  }: { readonly organizationId: string; readonly userId: string; readonly personId: string }
): Promise<void> {
  await sql`insert into site_learner_candidates as c (organization_id, user_id, person_id, grounds, doubts)
    values (${organizationId}, ${userId}, ${personId}, '{}', '{undone}')
    on conflict (organization_id, user_id, person_id) do update set doubts = case
      when 'undone' = any(c.doubts) then c.doubts else c.doubts || '{undone}'::text[] end`.execute(trx)
  await sql`update site_learners set evidence = null where organization_id = ${organizationId} and user_id = ${userId}`.execute(
    trx
  )
}
